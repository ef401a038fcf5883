"""What a model is shown, and what is shown of it."""

from __future__ import annotations

from assistant.answering.wording.show import NONE, set_marks, show_draft, tell_calculation, tell_passages
from assistant.answering.wording.statements import Statement

MONEY = "J'annule 10 jours avant une formation à 2000 € HT, CGV-30J, combien je dois ?"
COMPANY = "Quel est le SIRET de LEXOM ?"
SHEET = "Combien de temps dure la formation RCL-RCL-05 ?"
BOTH = "Quels sont les frais d'annulation ?"


def test_each_line_of_a_passage_is_behind_a_bar(evidence_of):
    """None can pass for the heading of another."""
    told = tell_passages(evidence_of(SHEET)).splitlines()
    assert all(line.startswith(("[", "│ ")) for line in told if line)


def test_the_sum_to_give_comes_first(evidence_of):
    """The calculation is told with its sum; there is none outside money."""
    assert tell_calculation(evidence_of(MONEY)).startswith("Somme à donner")
    assert NONE == tell_calculation(evidence_of(SHEET))


def test_a_sum_keeps_its_detail_and_its_citations(evidence_of):
    """Only the opening is the model's."""
    evidence = evidence_of(MONEY)
    shown = show_draft(evidence.answer, [Statement("Vous devez 2 000,00 € HT.", (1,))], evidence)
    assert shown.text.endswith(evidence.answer.text.partition("\n\n")[2])
    assert evidence.answer.citations == shown.citations


def test_an_edition_is_named_where_two_are_in_play(evidence_of):
    """A statement that rests on one edition and names none says which."""
    evidence = evidence_of(BOTH)
    mark = next(one for one in evidence.proofs if evidence.edition_of(one) == "CGV-15J")
    shown = show_draft(evidence.answer, [Statement("Le délai est de 15 jours.", (mark,))], evidence)
    assert "(CGV-15J)" in shown.text


def _holding(evidence, words: str) -> int:
    return next(mark for mark, one in evidence.proofs.items() if any(words in said for said in one.sentences))


def test_a_mark_on_a_neighbour_moves_to_the_passage_that_says_it(evidence_of):
    """Within one section, the citation shown is the one that holds the words."""
    evidence = evidence_of(COMPANY)
    said = Statement("Le numéro SIRET est le 510 869 274 00066.", (_holding(evidence, "NAF"),))
    (mark,) = set_marks(said, evidence).marks
    assert any("SIRET" in one for one in evidence.proofs[mark].sentences)


def test_a_statement_without_mark_takes_the_nearest(evidence_of):
    """What holds is cited even when the model forgot to."""
    evidence = evidence_of(COMPANY)
    marks = set_marks(Statement("Le numéro SIRET de LEXOM est le 510 869 274 00066."), evidence).marks
    assert marks
    assert any("SIRET" in one for one in evidence.proofs[marks[0]].sentences)
