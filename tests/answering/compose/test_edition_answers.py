"""What differs between the editions, and which one goes with a course."""

import pytest

from tests.conftest import keys, reply


@pytest.mark.parametrize(
    "question",
    [
        "C'est quoi la différence entre les deux CGV ?",
        "Quelle différence entre les CGV-15J et les CGV-30J ?",
        "What is the difference between your two sets of terms?",
        "Les deux éditions disent-elles la même chose ?",
    ],
)
def test_the_articles_that_differ_are_quoted_of_each(assistant, question):
    """Notice, postponement, deposit, withdrawal and mediator; not what both say, such as 3.4."""
    answer = reply(assistant, question)
    assert {"CGV-15J#3.5", "CGV-30J#3.6", "CGV-15J#3.6", "CGV-30J#2.2", "CGV-15J#2.1"} <= keys(answer)
    assert {"CGV-15J#3.4", "CGV-30J#3.4", "CGV-15J#4.1"}.isdisjoint(keys(answer))
    told = ("moins de 15 jours", "moins de 30 jours", "six mois", "medconsodev", "cnpm-mediation")
    assert [] == [words for words in told if words not in answer.text]


@pytest.mark.parametrize(
    "question",
    [
        "Sur le délai d'annulation, quelle différence entre vos deux éditions de CGV ?",
        "Quelle différence entre RCL-RCL-05 et RCL-RCL-14 ?",
    ],
)
def test_a_comparison_on_a_point_is_not_of_all_the_articles(assistant, question):
    """A clause or two courses are compared as before."""
    assert "medconsodev" not in reply(assistant, question).text


@pytest.mark.parametrize(
    ("question", "editions", "course"),
    [
        ("Quelles CGV s'appliquent à la relance téléphonique ?", {"CGV-30J"}, "Relance téléphonique"),
        ("RCL-RCL-14 : CGV-15J ou CGV-30J ?", {"CGV-15J"}, "RCL-RCL-14"),
        ("Quelles formations relèvent des CGV-30J ?", {"CGV-30J"}, "Relance téléphonique"),
        ("Which terms apply to the marketing course?", {"CGV-15J"}, "MRK-OPE-02"),
        ("Combien d'éditions des CGV avez-vous ?", {"CGV-15J", "CGV-30J"}, "RCL-APPL-03"),
    ],
)
def test_the_edition_that_goes_with_a_course_is_named(assistant, question, editions, course):
    """Not recited; the edition signed prevails."""
    answer = reply(assistant, question)
    assert editions == {one.document for one in answer.citations}
    assert course in answer.text
    assert "celle que vous avez signée" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Quelle édition des CGV prévoit 14 jours de rétractation ?",
        "Quelles conditions générales sur l'annulation ?",
    ],
)
def test_a_point_of_the_terms_is_answered_by_its_clause(assistant, question):
    """A question that names the terms is not for that one on which of them applies."""
    answer = reply(assistant, question)
    assert "jointes" not in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Que dit l'article 5.7 ?", "Les CGV-15J et CGV-30J n'ont pas d'article 5.7."),
        ("Que dit l'article 12 ?", "Les CGV-15J et CGV-30J n'ont pas d'article 12."),
        ("art. 9.1 pour la relance téléphonique ?", "Les CGV-30J n'ont pas d'article 9.1."),
    ],
)
def test_an_article_that_no_edition_has_is_said(assistant, question, told):
    """Of the terms that apply, or of all."""
    answer = reply(assistant, question)
    assert ("not_found", told) == (answer.status, answer.text)


def test_an_article_that_one_edition_has_is_given(assistant):
    """5.4 of one is 5.4 of the other; a chapter goes by its numeral."""
    assert {"CGV-30J#VI"} == keys(reply(assistant, "Que dit le chapitre VI des CGV-30J ?"))
    assert {"CGV-15J#5.4", "CGV-30J#5.4"} <= keys(reply(assistant, "Que dit l'article 5.4 ?"))


@pytest.mark.parametrize(
    "question",
    [
        "Que disent les CGV-2019 sur l'annulation ?",
        "J'annule 20 jours avant, 2 000 € HT, CGV-45J : combien ?",
    ],
)
def test_an_edition_that_we_have_not_is_said_so(assistant, question):
    """Neither a clause nor a sum of another edition is given in its place; the question is, of each."""
    answer = reply(assistant, question)
    assert "not_found" == answer.status
    assert answer.text.startswith("Nous n'avons pas cette édition. Nos éditions sont CGV-15J et CGV-30J")
    assert () == (*answer.citations, *answer.headline)
    assert len(answer.suggestions) == 2
