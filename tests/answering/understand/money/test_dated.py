"""What a message asks of days and of no sum."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.understand.money.dated import find_dated

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
        ("Taux des pénalités pour une facture échue en février 2025 ?", (date(2025, 2, 1),)),
        ("Taux pénalités retard 2025 ?", (FIRST, SECOND)),
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
        ("Mise en demeure reçue le 4 janvier 2027, quand ceans peut-il résilier ?", (date(2027, 1, 4),)),
        ("Formal notice of 4 January 2027 unanswered: when can ceans terminate?", (date(2027, 1, 4),)),
        ("Quand ceans peut-elle résilier après une mise en demeure ?", None),
        ("Pénalités sans mise en demeure au 4 janvier 2027 ?", None),
        ("Je veux résilier ma formation du 4 janvier 2027", None),
    ],
)
def test_the_day_of_a_formal_notice(message: str, days: tuple[date, ...] | None) -> None:
    """A termination by the company is counted from its dated formal notice alone."""
    found = find_dated(message, TODAY)
    assert days == (found.days if found else None)


@pytest.mark.parametrize(
    ("message", "about", "days"),
    [
        ("Jusqu'à quand le devis émis le 28 octobre 2026 est-il valable ?", "offer", (date(2026, 10, 28),)),
        ("Until when is the quote issued on 28 October 2026 valid?", "offer", (date(2026, 10, 28),)),
        (
            "Le devis date du 2 novembre, le client signe le 5 décembre : toujours valable ?",
            "offer",
            (date(2026, 11, 2), date(2026, 12, 5)),
        ),
        (
            "Devis du 2 novembre 2026, peut-on encore le signer le 3 décembre 2026 ?",
            "offer",
            (date(2026, 11, 2), date(2026, 12, 3)),
        ),
        ("Le devis est-il encore valable le 5 décembre ?", None, ()),
        ("Devis du 2 novembre valable, j'annule le 5 décembre", None, ()),
        ("Jusqu'à quand reporter la commande du 5 octobre 2026 ?", "postponement", (date(2026, 10, 5),)),
        ("Jusqu'à quand puis-je reporter la session du 12 mars 2027 ?", None, ()),
    ],
)
def test_the_day_of_a_quote_or_of_an_order(message: str, about: str | None, days: tuple[date, ...]) -> None:
    """A quote is counted from its issue, a postponement from the order; nothing is told without that day."""
    found = find_dated(message, TODAY)
    assert (about, days) == ((found.about, found.days) if found else (None, ()))
