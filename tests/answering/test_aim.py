"""Which sentence of a section a question aims at."""

import numpy as np
import pytest

from assistant.answering.aim import Aim, ask_twins, shared_weight

TEXTS = ("La salle ferme à midi.", "Un livre perdu est remplacé.", "Le prêt est gratuit.")


def _best(aim, question, key=""):
    return TEXTS[int(np.argmax(aim.scores(TEXTS, question, key=key)))]


@pytest.fixture
def aim(assistant):
    """What was taught by three questions on a section."""
    asked = {"REGLES#1": ("un livre perdu, mazette ?", "le prêt est gratuit ?", "la salle ferme quand ?")}
    return Aim(assistant.sources.embeddings, asked, [["égaré", "perdu"]])


def test_a_sentence_is_found_by_the_words_of_those_who_ask_for_it(aim):
    """« mazette » is in no sentence, but in the question that the second one answers."""
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
        "REGLES#1": ("un livre perdu, mazette ?", "la salle ferme quand ?"),
        "REGLES#2": ("un livre perdu ?", "la salle ferme quand, mazette ?"),
    }
    aim = Aim(assistant.sources.embeddings, asked)
    assert ["Un livre perdu est remplacé.", "La salle ferme à midi."] == [
        _best(aim, "mazette", key=key) for key in asked
    ]


def test_twins_are_asked_the_same(assistant):
    """4.4 is of the same words in both editions: a question on the one teaches the other, and no third."""
    asked = {"CGV-15J#4.4": ("le plafond ?",), "CGV-30J#4.4": ("la limite ?",), "CGV-15J#3.5": ("annuler ?",)}
    found = ask_twins(asked, assistant.index.corpus)
    assert {"CGV-15J#4.4", "CGV-30J#4.4", "CGV-15J#3.5"} == found.keys()
    assert ("le plafond ?", "la limite ?") == found["CGV-15J#4.4"] == found["CGV-30J#4.4"]
