"""What a message asks of days and of no sum."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.understand.dated import find_dated

TODAY = date(2026, 11, 20)
FIRST, SECOND = date(2025, 1, 1), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("message", "days"),
    [
        ("Quel est le taux des pénalités de retard aujourd'hui ?", (TODAY,)),
        ("Taux actuel des intérêts de retard ?", (TODAY,)),
        ("Quel taux de pénalité au 1er semestre 2025 ?", (FIRST,)),
        ("le taux des pénalités de retard au second semestre 2025", (SECOND,)),
        ("late payment interest rate in the second half of 2025?", (SECOND,)),
        ("Taux des intérêts de retard, S2 2025 ?", (SECOND,)),
        ("Taux des pénalités de retard en 2025 ?", (FIRST, SECOND)),
        ("Taux des pénalités de retard le 3 mars 2025 ?", (date(2025, 3, 3),)),
        ("Comment est fixé le taux des pénalités de retard ?", None),
        ("2 400 € échus le 31 mars 2026 : quel taux de pénalités ?", None),
        ("Quel est le taux de TVA actuel ?", None),
        ("Quel est le taux de réussite actuel, sans retard ?", None),
    ],
)
def test_the_days_whose_rate_is_asked(message: str, days: tuple[date, ...] | None) -> None:
    """A semester, a year, a day or now is told; without one, and with a sum, no rate is asked of a day."""
    found = find_dated(message, TODAY)
    assert days == (found.days if found else None)
    assert found is None or found.about == "late_rate"


@pytest.mark.parametrize(
    ("message", "days"),
    [
        ("Mise en demeure reçue le 4 janvier 2027, quand LEXOM peut-il résilier ?", (date(2027, 1, 4),)),
        ("Formal notice of 4 January 2027 unanswered: when can LEXOM terminate?", (date(2027, 1, 4),)),
        ("Quand LEXOM peut-elle résilier après une mise en demeure ?", None),
        ("Pénalités sans mise en demeure au 4 janvier 2027 ?", None),
        ("Je veux résilier ma formation du 4 janvier 2027", None),
    ],
)
def test_the_day_of_a_formal_notice(message: str, days: tuple[date, ...] | None) -> None:
    """A termination by the company is counted from its dated formal notice alone."""
    found = find_dated(message, TODAY)
    assert days == (found.days if found else None)
