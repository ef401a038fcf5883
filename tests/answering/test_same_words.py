"""A question said in the words of a text."""

from assistant.answering.same_words import SameWords

SAME = SameWords([["bouquin", "livre"], ["durée de prêt", "garder combien de temps"], ["durée", "jours"]])


def test_an_expression_is_said_as_the_text_says_it():
    """Whatever its form, the longest one first; a word that stands for none stays."""
    text = "On peut garder combien de temps un livre ?"
    assert ("gard", "combien", "temp", "livr", "neuf") == SAME.in_the_words_of(
        text, "durée de prêt des bouquins neufs"
    )


def test_an_expression_that_the_text_holds_stays():
    """Nothing stands for what is there already, nor for what is in no group."""
    assert ("bouquin",) == SAME.in_the_words_of("Ce bouquin est un livre.", "le bouquin ?")
    assert ("bouquin",) == SAME.in_the_words_of("Rien de tel.", "le bouquin ?")


def test_without_groups_a_question_is_its_own_stems():
    """As where a company has no list of its words."""
    assert ("livr", "neuf") == SameWords().in_the_words_of("Un bouquin.", "le livre neuf")
