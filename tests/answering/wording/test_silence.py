"""That a document is silent may be said where the composed answer says so."""

from __future__ import annotations

import pytest

from assistant.answering.wording.check import find_statement_faults
from assistant.answering.wording.statements import Statement


def test_an_edition_is_silent_where_the_composed_answer_says_so(evidence_of):
    """« pas de clause équivalente » may be said of that edition, and of no other."""
    evidence = evidence_of("We are a Swiss company, do we have to pay up front?")
    for edition, holds in (("CGV-15J", True), ("CGV-30J", False)):
        said = Statement(f"Aucune clause équivalente n'a été trouvée dans {edition}.")
        assert holds == (not find_statement_faults(said, evidence))
    for more in (
        "Aucune clause des CGV-15J n'interdit de filmer.",
        "CGV-15J : aucune clause, tout est permis.",
    ):
        assert find_statement_faults(Statement(more), evidence)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("La fiche de la Relance téléphonique ne précise pas la durée.", True),
        ("La fiche de la Relance téléphonique reste en revanche silencieuse sur ce point.", True),
        ("La fiche de RCL-RCL-05 ne précise pas la durée.", False),
        ("La fiche de la Relance téléphonique ne précise pas le prix de la formation.", False),
        ("La Relance téléphonique dure aussi deux jours.", False),
    ],
)
def test_a_sheet_is_silent_where_the_composed_answer_says_so(evidence_of, text: str, holds: bool) -> None:
    """Of that sheet, on that point, in whatever words, without a mark."""
    evidence = evidence_of("Quelles formations durent deux jours ?")
    assert holds == (not find_statement_faults(Statement(text), evidence))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Le programme n'aborde pas la comptabilité.", True),
        ("Le programme n'aborde pas la fidélisation.", False),
        (
            "La formation traite de la relation client, mais pas des réclamations ni de la fidélisation.",
            False,
        ),
        ("Non, ce n'est pas évoqué.", False),
    ],
)
def test_what_a_programme_holds_is_not_denied(evidence_of, text: str, holds: bool) -> None:
    """« ce » is what the question asks about; what no line holds may be denied, as far as this check goes."""
    evidence = evidence_of("La fidélisation est-elle évoquée dans le programme de RCL-RCL-05 ?")
    assert holds is not any("is there" in one for one in find_statement_faults(Statement(text), evidence))
