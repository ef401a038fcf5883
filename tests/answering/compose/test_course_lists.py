"""Several courses at once: the catalogue, a choice, a comparison."""

import pytest

from assistant.answering.compose.course_lists import LISTED, answer_catalogue, answer_comparison
from assistant.datatypes import Reading
from assistant.french import NBSP
from tests.conftest import keys, reply

ASKED = Reading("Comparez-les", "comparison")


def test_the_catalogue_holds_every_course(assistant):
    """Each with its proof."""
    answer = answer_catalogue(assistant.sources)
    assert {one.id for one in assistant.sources.courses} == {one.document for one in answer.citations}
    assert answer.text.startswith("Notre catalogue compte 5 formations")


def test_a_choice_ranks_few_courses_with_the_lines_that_match(assistant):
    """The best course first, and why."""
    answer = reply(assistant, "Quelle formation pour apprendre à écrire des e-mails aux clients ?")
    assert "RCL-APPL-03" == answer.citations[0].document
    assert len({one.document for one in answer.citations}) <= LISTED
    assert "e-mail" in answer.text


def test_a_comparison_says_once_what_is_alike(assistant):
    """An identical duration opens the answer; the table has a column a course."""
    courses = [assistant.sources.document(one) for one in ("RCL-RCL-05", "MRK-OPE-02")]
    text = answer_comparison(courses, ["duree", "prerequis"], ASKED, assistant.sources).text
    assert "identique, **2 jours**" in text.splitlines()[0]
    header = next(line for line in text.splitlines() if line.startswith("| |"))
    assert 2 + 2 == header.count("|")
    assert "Web" in text


def test_a_hole_is_a_hole_in_a_comparison(assistant):
    """A sheet that does not say it gets its own words for that."""
    courses = [assistant.sources.document(one) for one in ("RCL-RCL-05", "RELANCE-TELEPHONIQUE")]
    assert "non précisé" in answer_comparison(courses, ["duree"], ASKED, assistant.sources).text


def test_two_courses_named_are_compared_in_what_is_asked(assistant):
    """Without a word for comparing, and without the name of a field."""
    for question in (
        "Les prérequis de MRK-OPE-02 et de RCL-APPL-03 ?",
        "RCL-APPL-03 et MRK-OPE-02 s'adressent-elles aux mêmes personnes ?",
    ):
        answer = reply(assistant, question)
        assert {"MRK-OPE-02", "RCL-APPL-03"} == {one.document for one in answer.citations}


def test_courses_are_compared_on_the_point_named(assistant):
    """Each sheet is quoted on that point alone; one that does not name it is said not to."""
    asked = Reading(
        "laquelle parle des réclamations ?", "comparison", wanted="réclamations", subject=("reclam",)
    )
    courses = [assistant.sources.document(one) for one in ("RCL-RCL-05", "RCL-APPL-03")]
    answer = answer_comparison(courses, [], asked, assistant.sources)
    assert ["RCL-APPL-03#programme"] == [one.key for one in answer.citations]
    assert "ne nomme pas ce point" in answer.text


@pytest.mark.parametrize(
    ("question", "course"),
    [
        ("Avez-vous une formation sur le CRM ?", "MRK-OPE-02"),
        ("Une formation sur le CRM existe-t-elle ?", "MRK-OPE-02"),
        ("do you have a course on CRM?", "MRK-OPE-02"),
        ("Avez-vous quelque chose sur la fidélisation ?", "RCL-RCL-05"),
        ("avez vous une formation pour relancer les impayés au téléphone ?", "RELANCE-TELEPHONIQUE"),
    ],
)
def test_a_course_on_a_subject_is_found_though_it_goes_by_that_name(assistant, question, course):
    """With the lines of its programme or objectives, and nothing of the terms."""
    answer = reply(assistant, question)
    assert ("answered", course) == (answer.status, answer.citations[0].document)
    of_it = {one.section for one in answer.citations if one.document == course}
    assert of_it <= {"programme", "objectifs"}
    assert "CGV" not in answer.text


def test_another_subject_looked_for_next_is_searched_in_its_turn(assistant):
    """« Et sur les réseaux sociaux ? » looks for another course; its fields are then asked of it."""
    turns = ("Avez-vous une formation sur le CRM ?", "Et sur les réseaux sociaux ?", "Combien de jours ?")
    answer = reply(assistant, *turns)
    assert "RCL-RCL-14" == answer.citations[0].document


def test_whether_there_are_courses_is_asked_of_the_catalogue(assistant):
    """On no subject, every course is listed."""
    assert len(assistant.sources.courses) == len(reply(assistant, "Avez-vous des formations ?").citations)


def test_a_name_that_no_line_of_the_best_course_holds_is_said(assistant):
    """Who looks for Excel is not led to think that marketing teaches it."""
    for question in ("Formation pour apprendre Excel ?", "Formation Excel ?"):
        assert reply(assistant, question).text.startswith(
            f"Aucune de nos fiches ne cite «{NBSP}Excel{NBSP}»."
        )


@pytest.mark.parametrize(
    ("question", "courses"),
    [
        ("Quelles formations parlent de fidélisation ?", ["RCL-RCL-05", "MRK-OPE-02", "RCL-APPL-03"]),
        ("Quelles formations abordent le téléphone ?", ["RELANCE-TELEPHONIQUE", "MRK-OPE-02", "RCL-RCL-05"]),
        ("Quelles formations traitent des réclamations ?", ["RCL-APPL-03"]),
        ("Quelle formation aborde les réseaux sociaux ?", ["RCL-RCL-14"]),
        ("Quelle formation pour un responsable marketing ?", ["MRK-OPE-02"]),
    ],
)
def test_every_course_on_a_subject_is_listed_where_several_are_asked_for(assistant, question, courses):
    """The best one first, by lines of what it teaches, though it goes by the name of the subject."""
    answer = reply(assistant, question)
    found = list(dict.fromkeys(one.document for one in answer.citations))
    assert courses == found[: len(courses)]
    assert {"programme", "objectifs"} >= {one.section for one in answer.citations}
    assert answer.text.startswith("La formation qui correspond")


@pytest.mark.parametrize(
    "question",
    ["Vous avez quoi comme formations ?", "liste des formations svp", "C'est quoi vos stages ?"],
)
def test_the_catalogue_is_asked_for_in_many_ways(assistant, question):
    """Every course is listed."""
    assert len(assistant.sources.courses) == len(reply(assistant, question).citations)


def test_a_cell_holds_no_words_that_open_a_list(assistant):
    """« à ce qui suit : » is followed by nothing there."""
    courses = [assistant.sources.document(one) for one in ("RCL-RCL-05", "MRK-OPE-02")]
    assert "qui suit" not in answer_comparison(courses, ["programme"], ASKED, assistant.sources).text


@pytest.mark.parametrize(
    "question",
    ["Compare le programme du jour 2 de RCL-RCL-05 et RCL-RCL-14", "RCL-RCL-05 et RCL-RCL-14 : day 2 ?"],
)
def test_the_half_days_asked_for_alone_are_compared(assistant, question):
    """What is taught on the other days is left out."""
    text = reply(assistant, question).text
    assert "reconquête des clients perdus" in text
    assert "Instagram" not in text


def test_what_funds_a_course_is_no_proof_of_what_it_teaches(assistant):
    """Where its programme is what answers."""
    answer = reply(assistant, "On a des impayés et personne n'ose appeler")
    assert {"RELANCE-TELEPHONIQUE#programme"} == keys(answer)
