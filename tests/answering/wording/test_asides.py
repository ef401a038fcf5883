"""What adds nothing is let through where it is true."""

from __future__ import annotations

from assistant.answering.wording.asides import is_refusal, repeats_question, says_alike
from assistant.answering.wording.statements import Statement
from tests.answering.wording.conftest import marked

LOGO = "LEXOM peut-elle utiliser notre logo ?"
COPIES = "Peut-on diffuser vos supports, CGV-30J ?"


def test_only_what_is_asked_may_be_said_again(evidence_of):
    """The question said again holds nothing new; the same with another subject does."""
    evidence = evidence_of(LOGO)
    again, other = "Vous demandez si LEXOM peut utiliser votre logo.", "Vous demandez une remise."
    assert (True, False) == tuple(repeats_question(Statement(one), evidence) for one in (again, other))


def test_a_statement_is_no_repetition_of_its_question(evidence_of):
    """An answer in the words of the question is still an answer."""
    assert not repeats_question(Statement("LEXOM peut utiliser votre logo."), evidence_of(LOGO))


def test_editions_are_alike_only_where_they_are_cited_together(evidence_of):
    """One edition alone cannot be said to agree with another."""
    evidence = evidence_of(LOGO)
    alone = marked("Les deux éditions disent la même chose.", "CGV-30J#4.2", evidence)
    assert not says_alike(alone, evidence)


def test_a_bare_refusal_needs_a_passage_that_refuses(evidence_of):
    """« Ce n'est pas permis » is no refusal without a passage; another sentence is none at all."""
    evidence = evidence_of(COPIES)
    assert False is is_refusal(Statement("Non, ce n'est pas permis."), evidence)
    assert None is is_refusal(Statement("La formation dure 2 jours."), evidence)
