"""The sentences of a section that answer."""

import pytest

from assistant.answering.same_words import SameWords
from assistant.answering.select import MOST, matching_lines, nearness, select_sentences, sentences_of
from tests.answering.build import make_section

LIST = (
    "## Rangement\n\nTrois choses se rangent :\n\n- Les livres\n- Les disques\n- Les jeux\n\nLe reste attend."
)


@pytest.fixture
def embeddings(assistant):
    """The vectors that the assistant searches with."""
    return assistant.sources.embeddings


def _words(extracts):
    return [one.words for one in extracts]


def test_headings_are_no_sentences():
    """Sentences and items come in order, without the heading."""
    expected = ["Trois choses se rangent :", "Les livres", "Les disques", "Les jeux", "Le reste attend."]
    assert expected == _words(sentences_of(make_section("REGLES", "1", LIST)))


def test_the_sentence_that_answers_comes_first(embeddings):
    """The others follow in the order of the text."""
    text = "La salle ferme tôt. Un livre se garde dix jours. Le prêt est gratuit."
    found = select_sentences(make_section("REGLES", "1", text), "qui garde un livre ?", embeddings)
    expected = ["Un livre se garde dix jours.", "La salle ferme tôt.", "Le prêt est gratuit."]
    assert expected == _words(found)


def test_a_question_for_a_delay_finds_the_sentence_that_states_one(embeddings):
    """Where words are shared alike, the sentence with a number of days is the answer."""
    text = "Un livre rendu abîmé est remplacé. Un livre est rendu sous dix jours."
    found = select_sentences(make_section("REGLES", "1", text), "livre rendu : quel délai ?", embeddings)
    assert "Un livre est rendu sous dix jours." == found[0].words


def test_where_one_figure_is_asked_for_only_what_states_it_is_given(embeddings):
    """The rule before its exceptions; where more is asked, all of a short section is given."""
    text = "Une caution de 30 % est due. Sans caution de 30 %, rien. La caution est rendue au retour."
    section = make_section("REGLES", "1", text)
    assert ["Une caution de 30 % est due."] == _words(
        select_sentences(section, "quel pourcentage de caution ?", embeddings)
    )
    assert 3 == len(select_sentences(section, "quelle caution, et si je la perds ?", embeddings))


def test_where_yes_or_no_is_asked_the_sentences_near_the_best_are_given(embeddings):
    """However short the section."""
    text = "Les jeux se prêtent à tous. La salle est au fond. L'accueil ferme à midi."
    section = make_section("REGLES", "1", text)
    assert ["Les jeux se prêtent à tous."] == _words(
        select_sentences(section, "les jeux se prêtent-ils ?", embeddings)
    )


def test_a_section_that_says_it_otherwise_is_nearer_with_the_words_that_mean_the_same(embeddings):
    """« bouquin » meets « livre »."""
    section = make_section("REGLES", "1", "La salle ferme tôt. Un livre se rend ici. Tout est gratuit.")
    same = SameWords([["bouquin", "livre"]])
    assert "Un livre se rend ici." == select_sentences(section, "un bouquin", embeddings, same=same)[0].words
    far, near = (nearness(section, "un bouquin", embeddings, one) for one in (SameWords(), same))
    assert near > far


def test_an_item_comes_with_its_list(embeddings):
    """The words that open the list first, and all its items."""
    found = _words(select_sentences(make_section("REGLES", "1", LIST), "les disques ?", embeddings))
    assert ["Trois choses se rangent :", "Les disques"] == found[:2]
    assert {"Les livres", "Les jeux"} <= set(found)


def test_of_a_long_section_some_sentences_are_kept(embeddings):
    """No more than asked for; those that answer are among them."""
    text = " ".join(f"La salle numéro {n} est ouverte." for n in range(30)) + " Le hamster se prête."
    section = make_section("REGLES", "1", text)
    assert len(select_sentences(section, "quelle salle est ouverte ?", embeddings)) == MOST
    assert len(select_sentences(section, "quelle salle est ouverte ?", embeddings, most=3)) == 3
    assert "Le hamster se prête." == select_sentences(section, "un hamster ?", embeddings)[0].words


def test_a_section_of_headings_is_given_as_it_stands(embeddings):
    """Where there is nothing but a heading, it is what the section says."""
    assert ["Rangement"] == _words(
        select_sentences(make_section("REGLES", "1", "## Rangement"), "où ?", embeddings)
    )


def test_list_marks_and_half_days_are_not_quoted(embeddings):
    """A number on its own, or the name of a half-day, says nothing by itself."""
    section = make_section("REGLES", "1", "**Jour 1 - Matin**\n\n1. Ranger les jeux\n2. Trier les livres")
    assert ["Ranger les jeux", "Trier les livres"] == sorted(
        _words(select_sentences(section, "ranger", embeddings))
    )


def test_lines_on_a_subject():
    """Those that hold their share of its stems, in order."""
    section = make_section("REGLES", "1", LIST)
    assert ["Les livres", "Les jeux"] == _words(matching_lines(section, ["jeux", "livr"], least=0.2))
