"""Which sentence of a section a question aims at."""

import numpy as np
import pytest

from assistant.answering.quotes.aim import Aim, Asked, ask_twins, shared_weight
from assistant.indexing.questions import Answering

TEXTS = ("La salle ferme à midi.", "Un livre perdu est remplacé.", "Le prêt est gratuit.")


def _best(aim, question, key=""):
    return TEXTS[int(np.argmax(aim.scores(TEXTS, question, key=key)))]


@pytest.fixture
def aim(assistant):
    """What was taught by three questions on a section, of which it is told what answers them."""
    sentences = (
        Answering("Un livre perdu est remplacé.", ("mazette ?", "un livre égaré ?")),
        Answering("Le prêt est gratuit.", ("combien coûte le prêt ?",)),
        Answering("La salle ferme à midi.", ("la salle ferme quand ?",), ("un livre égaré ?",)),
    )
    asked = {"REGLES#1": Asked(tuple(one.answers[0] for one in sentences), sentences)}
    return Aim(assistant.sources.embeddings, asked, [["égaré", "perdu"]])


def test_a_sentence_is_found_by_the_words_of_those_who_ask_for_it(aim):
    """« mazette » is in no sentence, but in the question that the second one answers."""
    assert "Un livre perdu est remplacé." == _best(aim, "mazette", key="REGLES#1")


def test_a_sentence_that_was_told_stands_for_the_likest_one(aim):
    """The same article in other words: its like is asked what it was asked."""
    texts = ("La salle ferme le midi.", "Le livre perdu, on le remplace.", "Un prêt est gratuit.")
    assert texts[1] == texts[int(np.argmax(aim.scores(texts, "mazette", key="REGLES#1")))]


def test_a_question_near_one_that_is_known_finds_what_answers_it(aim):
    """Though it holds no word of the sentence."""
    assert "Le prêt est gratuit." == _best(aim, "combien ça coûte ?", key="REGLES#1")


def test_where_no_sentence_is_told_the_likest_is_taught(assistant):
    """A question that holds the words of a sentence teaches it its other words."""
    told = Asked(("un livre perdu, mazette ?", "le prêt est gratuit ?", "la salle ferme quand ?"))
    aim = Aim(assistant.sources.embeddings, {"REGLES#1": told})
    assert "Un livre perdu est remplacé." == _best(aim, "mazette", key="REGLES#1")


def test_a_section_without_questions_is_scored_by_its_words(aim):
    """What was learned of one section says nothing of another."""
    assert "Le prêt est gratuit." == _best(aim, "c'est gratuit, mazette ?", key="REGLES#2")


def test_a_word_is_found_by_those_that_stand_for_it():
    """For half of what the word itself counts for."""
    held = [{"livr"}, {"disqu"}, {"jeu"}]
    assert [0.0, 1.0, 0.0] == shared_weight(held, ["disqu"])
    assert [0.0, 0.5, 0.0] == shared_weight(held, ["vinyl"], {"vinyl": frozenset({"disqu"})})


def test_sections_of_the_same_words_are_taught_apart(assistant):
    """Whatever was asked before: a twin has its own questions."""
    asked = {
        "REGLES#1": Asked(("un livre perdu, mazette ?", "la salle ferme quand ?")),
        "REGLES#2": Asked(("un livre perdu ?", "la salle ferme quand, mazette ?")),
    }
    aim = Aim(assistant.sources.embeddings, asked)
    assert ["Un livre perdu est remplacé.", "La salle ferme à midi."] == [
        _best(aim, "mazette", key=key) for key in asked
    ]


def test_twins_are_asked_the_same(assistant):
    """4.4 is of the same words in both editions: a question on the one teaches the other, and no third."""
    limit = Answering("LEXOM doit une indemnité limitée.", ("la limite ?",))
    asked = {
        "CGV-15J#4.4": Asked(("le plafond ?",)),
        "CGV-30J#4.4": Asked(("la limite ?",), (limit,)),
        "CGV-15J#3.5": Asked(("annuler ?",)),
    }
    found = ask_twins(asked, assistant.index.corpus)
    assert {"CGV-15J#4.4", "CGV-30J#4.4", "CGV-15J#3.5"} == found.keys()
    assert Asked(("le plafond ?", "la limite ?"), (limit,)) == found["CGV-15J#4.4"] == found["CGV-30J#4.4"]
