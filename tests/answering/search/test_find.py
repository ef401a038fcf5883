"""The search, narrowed to what a question names."""

import pytest

from tests.conftest import TODAY


def _keys(assistant, question, k=5):
    return [hit.chunk.key for hit in assistant.search(question, k=k, today=TODAY)]


def test_a_named_course_narrows_to_its_sheet_and_its_terms(assistant):
    """Nothing of another course or of the other edition is found."""
    found = {key.partition("#")[0] for key in _keys(assistant, "RCL-RCL-05 : acompte et programme", 50)}
    assert found <= {"RCL-RCL-05", "CGV-15J", "LEXOM"}


def test_a_named_edition_narrows_to_it(assistant):
    """No sheet and no other edition is found under a named edition."""
    found = {key.partition("#")[0] for key in _keys(assistant, "CGV-30J : qui est le médiateur ?", 50)}
    assert found <= {"CGV-30J", "LEXOM"}


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Quelle est la durée de RCL-RCL-14 ?", "RCL-RCL-14#fiche"),
        ("Que dit l'article 4.7 des CGV-15J ?", "CGV-15J#4.7"),
        ("Quel tribunal pour un litige sur la formation relance téléphonique ?", "CGV-30J#5.3"),
        (
            "La formation relance téléphonique apprend-elle à gérer un client agressif ?",
            "RELANCE-TELEPHONIQUE#programme",
        ),
    ],
)
def test_what_is_asked_for_by_name_comes_first(assistant, question, first):
    """A field, an article, or the side that the words lean to, comes first."""
    assert _keys(assistant, question)[0] == first


def test_a_question_that_sounds_like_a_choice_may_be_on_the_terms(assistant):
    """Sheets come first for one who looks for a course, but they are not alone to be searched."""
    found = _keys(assistant, "Laquelle de vos clauses dit qui juge les litiges ?", 5)
    assert {"CGV-15J#5.3", "CGV-30J#5.3"} & set(found)
    assert _keys(assistant, "Quelle formation pour mieux rédiger nos lettres ?")[0].startswith("RCL-APPL-03")


def test_scores_go_down(assistant):
    """Results are in the order of their scores."""
    scores = [hit.score for hit in assistant.search("indemnité de retard", k=10, today=TODAY)]
    assert scores == sorted(scores, reverse=True)
