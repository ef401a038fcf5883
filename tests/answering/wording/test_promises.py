"""What is promised is promised by a clause."""

from __future__ import annotations

import pytest

from assistant.answering.wording.promises import find_promise_faults
from assistant.answering.wording.scopes import read_scopes
from assistant.answering.wording.statements import Statement

QUESTION = "Que dit l'article sur les absences, CGV-15J ?"


def _faults(evidence, text: str) -> list[str]:
    scopes = read_scopes(Statement(text), evidence)
    return [fault for scope in scopes for fault in find_promise_faults(scope, evidence.companies)]


@pytest.mark.parametrize(
    "text",
    ["Le stage suivant vous est offert.", "Un rabais est accordé aux absents.", "Le résultat est garanti."],
)
def test_a_promise_that_no_clause_makes_is_seen(evidence_of, text: str) -> None:
    """Whatever the words that promise."""
    assert _faults(evidence_of(QUESTION), text)


def test_what_is_denied_is_no_promise(evidence_of) -> None:
    """« aucun rabais » promises nothing, nor does « une ristourne n'est pas prévue »."""
    assert [] == _faults(evidence_of(QUESTION), "Aucun rabais n'est accordé.")
    assert [] == _faults(evidence_of(QUESTION), "Une « ristourne » n'est pas prévue.")


def test_free_of_charge_is_free(evidence_of) -> None:
    """« à titre gratuit » is no other promise than « gratuitement »."""
    evidence = evidence_of("Un consommateur peut-il saisir un médiateur, CGV-30J ?")
    assert [] == _faults(evidence, "Qui : le client consommateur, à titre gratuit.")


def test_no_fees_are_promised_by_a_clause_that_charges_none(evidence_of) -> None:
    """« ne facture aucun frais » denies fees, not the promise; nothing is offered for that."""
    evidence = evidence_of("Que se passe-t-il si LEXOM annule la formation, CGV-30J ?")
    assert [] == _faults(evidence, "Hors force majeure, aucun frais ne vous est facturé.")
    assert _faults(evidence, "Une autre formation vous est offerte.")


def test_a_promise_keeps_the_condition_of_its_clause(evidence_of) -> None:
    """« nous vous remboursons » when we cancel for good, and not whatever happens."""
    evidence = evidence_of("Que se passe-t-il si LEXOM annule la formation, CGV-30J ?")
    assert [] == _faults(evidence, "Si nous annulons définitivement, nous vous remboursons.")
    assert _faults(evidence, "Nous vous remboursons intégralement.")
    assert _faults(evidence, "LEXOM vous rembourse intégralement.")


def test_a_refund_of_nothing_makes_nothing_free(evidence_of) -> None:
    """0,00 € to give back is not 0,00 € to pay."""
    refund = "J'ai payé 2 000 € HT, j'annule 10 jours avant, CGV-30J : combien me remboursez-vous ?"
    assert _faults(evidence_of(refund), "La formation est gratuite.")


def test_what_is_free_is_what_the_clause_says(evidence_of) -> None:
    """The mediator is free of charge, and no training is."""
    evidence = evidence_of("Comment saisir le médiateur, CGV-30J ?")
    assert [] == _faults(evidence, "Le recours au médiateur est gratuit.")
    assert _faults(evidence, "La formation est gratuite.")


def test_data_that_one_gets_back_are_no_refund(evidence_of) -> None:
    """To get back one's data promises no money; to get back the deposit does."""
    evidence = evidence_of(QUESTION)
    assert [] == _faults(evidence, "Vous pouvez récupérer vos données.")
    assert _faults(evidence, "Vous pouvez récupérer l'acompte.")


def test_what_does_not_bind_us_is_no_promise(evidence_of) -> None:
    """A group that shrinks is no discount, and LEXOM let off promises the client nothing."""
    evidence = evidence_of(QUESTION)
    for text in ("Le groupe se réduit à deux personnes.", "LEXOM est déchargée.", "Cela exonère LEXOM."):
        assert [] == _faults(evidence, text)
    for text in ("Le prix est réduit.", "Le client est déchargé.", "Cela exonère le client."):
        assert _faults(evidence, text)
