"""The sum of the answer in a draft."""

from __future__ import annotations

import pytest

from assistant.answering.wording.headline import find_headline_faults
from assistant.answering.wording.statements import Statement
from assistant.answering.wording.totals import find_total_faults

MOVED = (
    "Report aujourd'hui de RCL-RCL-05 du 2 décembre 2026 au 15 janvier 2027, commande du 20 août 2026, "
    "1 700 € TTC, société : combien au maximum ?"
)
UNSIGNED = "Devis RCL-RCL-05 à 1 900 € HT jamais signé ni accepté, je renonce : combien dois-je ?"
TWO = "J'annule 20 jours avant une formation à 2 000 € HT : combien ?"


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        (MOVED, "Au maximum 510 € TTC.", True),
        (MOVED, "510 € TTC.", False),
        (MOVED, "Au maximum 600 € TTC.", False),
        (UNSIGNED, "Vous ne devez rien.", True),
        (UNSIGNED, "Aucuns frais.", True),
        (UNSIGNED, "Vous devez 1 900 € HT.", False),
        (TWO, "Au maximum 2 000 € HT.", False),
    ],
)
def test_the_sum_is_said_and_of_a_range_its_most(evidence_of, question: str, text: str, holds: bool) -> None:
    """The most of one range, said as such, tells enough; that of two editions does not."""
    assert holds is not any(find_headline_faults([Statement(text)], evidence_of(question)))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("600 € HT selon les CGV-15J, ou 2 000 € HT, le prix entier, selon les CGV-30J.", True),
        ("2 000 € HT selon les CGV-15J, ou 600 € HT, l'acompte conservé, selon les CGV-30J.", False),
    ],
)
def test_each_edition_has_its_own_sum(evidence_of, text: str, holds: bool) -> None:
    """Both sums are the calculator's, and each goes with one edition."""
    assert holds is not any(find_total_faults([Statement(text)], evidence_of(TWO)))
