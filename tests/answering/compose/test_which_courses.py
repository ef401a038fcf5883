"""Which of the courses have what is asked, and which have none."""

import pytest

from assistant.answering.compose.which_courses import asks_which_course
from assistant.datatypes import Reading
from tests.conftest import reply

WITHOUT = {"RCL-APPL-03", "RCL-RCL-05", "RCL-RCL-14"}
LATER = {"MRK-OPE-02", "RCL-APPL-03"}
EVERY = {*WITHOUT, "MRK-OPE-02", "RELANCE-TELEPHONIQUE"}


@pytest.mark.parametrize(
    ("question", "courses"),
    [
        ("Laquelle n'a pas de prérequis ?", WITHOUT),
        ("Which courses have no prerequisites?", WITHOUT),
        ("Quelles formations conviennent à un débutant ?", WITHOUT),
        ("Quelles formations ont des prérequis ?", {"MRK-OPE-02"}),
        ("Laquelle demande des connaissances préalables ?", {"MRK-OPE-02"}),
        ("Laquelle comporte une évaluation à froid ?", LATER),
        ("Laquelle ne propose pas d'évaluation à froid ?", EVERY - LATER),
        ("Laquelle comporte un QCM ?", {"RELANCE-TELEPHONIQUE"}),
        ("Laquelle n'est pas réservée aux commerciaux ?", {"MRK-OPE-02", "RCL-APPL-03", "RCL-RCL-14"}),
    ],
)
def test_the_courses_that_have_it_are_told_from_those_that_have_none(assistant, question, courses):
    """What is denied in the question, or in the sheet, turns the choice round."""
    assert courses == {one.document for one in reply(assistant, question).citations}


def test_which_edition_is_not_which_course():
    """« laquelle » may be said of the terms."""
    asked = (Reading(f"Laquelle {rest} ?", "open") for rest in ("a un QCM", "des éditions a un plafond"))
    assert [True, False] == [asks_which_course(one) for one in asked]
