"""Days and rates that are calculated without a sum, and said with their clause."""

from __future__ import annotations

import re

import pytest

from assistant.conversation import Assistant
from tests.conftest import keys, reply


@pytest.mark.parametrize(
    ("turns", "said", "cited"),
    [
        (
            ["Jusqu'à quand puis-je annuler RCL-RCL-05 du 18 janvier 2027 sans payer la totalité ?"],
            ["Jusqu'au **3 janvier 2027** inclus", "moins de 15 jours) : le prix est dû en entier"],
            "CGV-15J#3.5",
        ),
        (
            ["Dernier jour pour annuler la relance téléphonique du 18 janvier 2027 à 30 % ?"],
            ["Jusqu'au **19 décembre 2026** inclus"],
            "CGV-30J#3.6",
        ),
        (
            ["Formation du 18 janvier 2027, avant quelle date annuler pour ne pas tout payer ?"],
            ["Jusqu'au **3 janvier 2027** inclus", "Jusqu'au **19 décembre 2026** inclus"],
            "CGV-30J#3.6",
        ),
        (
            ["Dernier jour pour annuler la relance téléphonique du 18 janvier 2027 ?", "et RCL-RCL-05 ?"],
            ["Jusqu'au **3 janvier 2027** inclus"],
            "CGV-15J#3.5",
        ),
        (
            ["Particulier, signé le 1er novembre 2026, relance téléphonique : jusqu'à quand me rétracter ?"],
            ["Jusqu'au **16 novembre 2026** inclus. Ce délai est passé."],
            "CGV-30J#2.1",
        ),
        (
            ["Particulier, RCL-RCL-05 signé le 13 novembre 2026, jusqu'à quand me rétracter ?", "oui"],
            ["Jusqu'au **27 novembre 2026** inclus"],
            "CGV-15J#2.1",
        ),
        (
            ["Mise en demeure reçue le 4 janvier 2027 sans réponse, quand LEXOM peut-il résilier ?"],
            ["à partir du **13 janvier 2027** : 8 jours après"],
            "CGV-30J#4.7",
        ),
        (
            ["Quel est le taux de pénalité au 1er semestre 2026 ?"],
            ["**12,15 %** (Refi au 1er janvier 2026, 2,15 %)", "majoré de 10 points, plancher : 7,86 %"],
            "CGV-30J#3.4",
        ),
        (
            ["Quel est le taux des pénalités de retard aujourd'hui ?"],
            [
                "**12,15 %** (Refi au 1er janvier 2026, 2,15 %)",
                "**12,4 %** (Refi au 1er juillet 2026, 2,4 %)",
            ],
            "CGV-15J#3.4",
        ),
        (
            ["Quel sera le taux des pénalités de retard au 1er semestre 2027 ?"],
            ["Les taux de référence du 1er semestre 2027 ne sont pas connus"],
            "CGV-15J#3.4",
        ),
    ],
)
def test_a_day_or_a_rate_is_said_with_its_clause(
    assistant: Assistant, turns: list[str], said: list[str], cited: str
) -> None:
    """It comes from the calculator, for each edition that may apply."""
    answer = reply(assistant, *turns)
    text = re.sub(r"[\u00a0\u202f]", " ", answer.text)
    assert said == [one for one in said if one in text]
    assert ("answered", (), True) == (answer.status, answer.headline, cited in keys(answer))


NEXT = "Relance téléphonique le 18 janvier 2027, 2 000 € HT"


@pytest.mark.parametrize(
    ("turns", "total"),
    [
        ([f"{NEXT} : combien si j'annule, et jusqu'à quand ?"], "600.00"),
        ([f"{NEXT} : jusqu'à quand annuler ?", "et combien si j'annule 10 jours avant ?"], "2000.00"),
    ],
)
def test_a_sum_asked_with_a_day_or_after_it_is_a_sum(
    assistant: Assistant, turns: list[str], total: str
) -> None:
    """« combien, et jusqu'à quand ? » says until when the sum holds; « et combien … ? » leaves the day."""
    assert [total] == [f"{one:.2f}" for one in reply(assistant, *turns).headline]
