"""The sentences of a section that answer."""

import pytest

from assistant.answering.quotes.select import MOST, matching_lines, select_sentences, sentences_of
from tests.answering.build import make_section

LIST = (
    "## Rangement\n\nTrois choses se rangent :\n\n- Les livres\n- Les disques\n- Les jeux\n\nLe reste attend."
)


@pytest.fixture
def aim(assistant):
    """What tells which sentence a question aims at."""
    return assistant.sources.aim


def _words(extracts):
    return [one.words for one in extracts]


def test_headings_are_no_sentences():
    """Sentences and items come in order, without the heading."""
    expected = ["Trois choses se rangent :", "Les livres", "Les disques", "Les jeux", "Le reste attend."]
    assert expected == _words(sentences_of(make_section("REGLES", "1", LIST)))


def test_the_sentence_that_answers_comes_first(aim):
    """Those that come near it follow in the order of the text; what is on another point does not."""
    text = "La salle ferme tôt. Un livre se garde dix jours. Le prêt d'un livre est gratuit."
    found = select_sentences(make_section("REGLES", "1", text), "qui garde un livre, et à quel prêt ?", aim)
    assert {"Un livre se garde dix jours.", "Le prêt d'un livre est gratuit."} == set(_words(found))


def test_a_question_for_a_delay_finds_the_sentence_that_states_one(aim):
    """Where words are shared alike, the sentence with a number of days is the answer."""
    text = "Un livre rendu abîmé est remplacé. Un livre est rendu sous dix jours."
    found = select_sentences(make_section("REGLES", "1", text), "livre rendu : quel délai ?", aim)
    assert "Un livre est rendu sous dix jours." == found[0].words


def test_where_yes_or_no_is_asked_the_sentences_near_the_best_are_given(aim):
    """However short the section."""
    text = "Les jeux se prêtent à tous. La salle est au fond. L'accueil ferme à midi."
    section = make_section("REGLES", "1", text)
    found = select_sentences(section, "les jeux se prêtent-ils ?", aim)
    assert ["Les jeux se prêtent à tous."] == _words(found)


def test_an_item_comes_with_the_words_that_open_its_list(aim):
    """Where it says nothing without them; the other items are on something else."""
    found = _words(select_sentences(make_section("REGLES", "1", LIST), "les disques ?", aim))
    assert ["Trois choses se rangent :", "Les disques"] == found


def test_an_item_may_stick_to_its_dash(aim):
    """As texts taken out of a PDF have it."""
    told = LIST.replace("- Les disques", "-Les disques")
    found = _words(select_sentences(make_section("REGLES", "1", told), "les disques ?", aim))
    assert ["Trois choses se rangent :", "Les disques"] == [one.lstrip("-") for one in found]


def test_an_item_that_is_a_sentence_stands_alone(aim):
    """It needs no words before it."""
    told = "Trois règles valent :\n\n- Un livre se range.\n- Un disque se rend à midi.\n- Un jeu se compte."
    found = _words(select_sentences(make_section("REGLES", "1", told), "quand rendre un disque ?", aim))
    assert ["Un disque se rend à midi."] == found


def test_a_list_asked_for_is_given_whole(aim):
    """The words that open it first."""
    found = _words(select_sentences(make_section("REGLES", "1", LIST), "quelles choses se rangent ?", aim))
    assert ["Trois choses se rangent :", "Les livres", "Les disques", "Les jeux"] == found


def test_of_a_long_section_some_sentences_are_kept(aim):
    """No more than asked for; those that answer are among them."""
    text = " ".join(f"La salle numéro {n} est ouverte." for n in range(30)) + " Le hamster se prête."
    section = make_section("REGLES", "1", text)
    assert len(select_sentences(section, "quelle salle est ouverte ?", aim)) == MOST
    assert len(select_sentences(section, "quelle salle est ouverte ?", aim, most=3)) == 3
    assert "Le hamster se prête." == select_sentences(section, "un hamster ?", aim)[0].words


def test_sentences_far_behind_the_best_one_are_left_out(assistant):
    """Of a long article, what is on another point is not recited."""
    article = assistant.sources.document("CGV-30J").section("3.4")
    found = select_sentences(
        article, "suspendre la formation pour une facture impayée ?", assistant.sources.aim
    )
    assert "suspendre toute formation" in found[0].words
    assert len(found) < len(sentences_of(article)) - 2


def test_a_section_of_headings_is_given_as_it_stands(aim):
    """Where there is nothing but a heading, it is what the section says."""
    assert ["Rangement"] == _words(select_sentences(make_section("REGLES", "1", "## Rangement"), "où ?", aim))


def test_list_marks_and_half_days_are_not_quoted(aim):
    """A number on its own, or the name of a half-day, says nothing by itself."""
    section = make_section("REGLES", "1", "**Jour 1 - Matin**\n\n1. Ranger les jeux\n2. Trier les livres")
    assert ["Ranger les jeux"] == _words(select_sentences(section, "ranger", aim))


def test_lines_on_a_subject():
    """Those that hold their share of its stems, in order."""
    section = make_section("REGLES", "1", LIST)
    assert ["Les livres", "Les jeux"] == _words(matching_lines(section, ["jeux", "livr"], least=0.2))
