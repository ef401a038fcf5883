"""Who does what, and what is asked."""

from __future__ import annotations

import pytest

from assistant.answering.understand.events import (
    NO_SUM_FOR_PART,
    WHO_CANCELS,
    find_asked,
    find_event,
    nobody_named,
    read_asking,
    usual_asked,
)
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.spelling import prepare
from assistant.company import US
from assistant.datatypes import Asked, Event


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("j'annule", "cancellation"),
        ("anulation de la session", "cancellation"),
        ("nous renonçons à venir", "cancellation"),
        ("je me désiste", "cancellation"),
        ("on laisse tomber", "cancellation"),
        ("je ne peux plus venir", "cancellation"),
        ("je suis malade", "cancellation"),
        ("we cancel the course", "cancellation"),
        ("le devis n'est pas signé, il ne veut plus", "cancellation"),
        ("peut-on basculer la session sur celle de mars ?", "postponement"),
        ("ma salariée est malade, peut-on la mettre en janvier ?", "postponement"),
        ("un salarié malade, peut-on inscrire un collègue à la formation ?", "absence"),
        ("8 inscrits, 3 seulement seront présents", "absence"),
        ("mon salarié a eu un accident et n'a pas assisté au stage", "absence"),
        ("si on annule pour défaut de paiement", "provider_cancellation"),
        ("nous devons annuler car notre formatrice est souffrante", "provider_cancellation"),
        ("pouvez-vous annuler mon inscription", "cancellation"),
        ("combien vous me facturez si j'annule", "cancellation"),
        ("formation annulée par nos soins", "cancellation"),
        ("je reporte", "postponement"),
        ("repporter la session", "postponement"),
        ("décaler la formation", "postponement"),
        ("changer de date", "postponement"),
        ("can we reschedule?", "postponement"),
        ("je reporte au lieu d'annuler", "postponement"),
        ("reporter sans annuler", "postponement"),
        ("report accepté par ceans", "postponement"),
        ("annulation confirmée par vos soins", "cancellation"),
        ("report décidé par ceans", "provider_cancellation"),
        ("vous annulez", "provider_cancellation"),
        ("si c'est vous qui annulez", "provider_cancellation"),
        ("vous avez reporté la session", "provider_cancellation"),
        ("ceans annule", "provider_cancellation"),
        ("annulation de votre fait", "provider_cancellation"),
        ("le formateur est malade", "provider_cancellation"),
        ("la salle est indisponible", "provider_cancellation"),
        ("if the provider cancels", "provider_cancellation"),
        ("you cancel the course", "provider_cancellation"),
        ("la session est annulée", "provider_cancellation"),
        ("un stagiaire est absent", "absence"),
        ("2 participants sur 8 manquent", "absence"),
        ("mon salarié ne vient pas", "absence"),
        ("no-show", "absence"),
        ("en intra, il n'y a plus assez de participants, on annule", "absence"),
        ("formation intra, faute d'inscrits nous reportons", "absence"),
        ("formation intra, on annule a moins de 30", "cancellation"),
        ("en inter, faute d'inscrits, j'annule", "cancellation"),
        ("intra : vous annulez faute d'inscrits", "provider_cancellation"),
        ("je me rétracte", "withdrawal"),
        ("j'ai signé puis changé d'avis", "withdrawal"),
        ("on a changé d'avis", "cancellation"),
        ("combien d'acompte", "deposit"),
        ("l'OPCO paie 1 500 €", "opco_balance"),
        ("j'annule, l'OPCO paie 1 500 €", "cancellation"),
        ("facture payée en retard", "late_payment"),
        ("pénalités de retard", "late_payment"),
        ("facture échue le 28 février", "late_payment"),
        ("overdue invoice", "late_payment"),
        ("une pme nous doit 2000 euros depuis mars, quelles penalites ?", "late_payment"),
        ("embaucher votre formateur", "solicitation"),
        ("hire your trainer", "solicitation"),
        ("votre formatrice, on peut la débaucher ?", "solicitation"),
        ("plafond d'indemnisation", "liability_cap"),
        ("is your liability capped", "liability_cap"),
        ("quelle est la durée ?", None),
        ("le programme de la formation", None),
        ("une clause est annulée par le juge", None),
    ],
)
def test_what_happens_is_found_with_who_does_it(text: str, event: Event | None) -> None:
    """Active and passive, client and provider, negations and synonyms are told apart."""
    assert event == find_event(prepare(text), None)


def test_a_private_individual_who_changes_their_mind_withdraws() -> None:
    """« changer d'avis » is a withdrawal for a private individual."""
    assert "withdrawal" == find_event(prepare("je change d'avis"), "individual")


def test_an_invoice_makes_a_cancellation_word_no_cancellation() -> None:
    """« pénalités … facture » is about the payment, even where something was cancelled."""
    text = prepare("formation annulée puis facture payée en retard")
    assert "late_payment" == find_event(text, None)


def test_of_a_cancellation_and_a_postponement_the_first_is_meant() -> None:
    """Where both are named, the first one counts."""
    assert "cancellation" == find_event("j'annule ou je reporte", None)
    assert "postponement" == find_event("je reporte ou j'annule", None)


def test_the_postponement_of_an_absent_group_is_a_postponement() -> None:
    """« trois absents, on décale » is a postponement."""
    assert "postponement" == find_event("3 stagiaires absents, on decale", None)


def test_while_a_case_goes_on_deposit_and_opco_are_facts_of_it() -> None:
    """« et si l'acompte n'est pas versé ? » does not change the subject."""
    text = prepare("et si l'acompte n'a pas été versé ?")
    assert None is find_event(text, None, "cancellation")
    assert "deposit" == find_event(prepare("combien d'acompte ?"), None, "cancellation")


@pytest.mark.parametrize(
    ("text", "event", "asked"),
    [
        ("combien reste-t-il à payer ?", "cancellation", "balance"),
        ("quel est le solde ?", "cancellation", "balance"),
        ("et le solde sachant que 600 € sont payés ?", "cancellation", "balance"),
        ("acompte déjà payé : combien encore ?", "postponement", "balance"),
        ("how much is left to pay?", "cancellation", "balance"),
        ("combien me remboursez-vous ?", "cancellation", "refund"),
        ("que récupère-t-on ?", "provider_cancellation", "refund"),
        ("do we get our money back", "provider_cancellation", "refund"),
        ("combien d'acompte ?", "deposit", "deposit"),
        ("combien ?", "cancellation", None),
        ("l'OPCO me rembourse 500 €, combien ?", "opco_balance", "balance"),
        ("jusqu'à combien remboursez-vous ?", "liability_cap", "fee"),
    ],
)
def test_the_sum_asked_for_is_found(text: str, event: Event, asked: Asked | None) -> None:
    """The balance, the refund and the deposit are told from the fee."""
    assert asked == find_asked(prepare(text), event)


def test_each_event_has_its_usual_sum() -> None:
    """What is not said is the fee, but for a deposit, an OPCO balance and an absence."""
    assert ("fee", "deposit", "balance", "price") == tuple(
        usual_asked(event) for event in ("cancellation", "deposit", "opco_balance", "absence")
    )


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("combien je dois ?", True),
        ("quelle somme", True),
        ("qu'est-ce que je dois", True),
        ("ça me coûte combien", True),
        ("how much do i owe", True),
        ("montant dû", True),
        ("combien de jours", False),
        ("combien de temps", False),
        ("cb de tps avan", False),
        ("combien de participants", False),
        ("ça coûte quelque chose ?", False),
        ("que se passe-t-il", False),
    ],
)
def test_asking_a_sum_is_told_from_asking_a_number(text: str, asks: bool) -> None:
    """« combien » asks a sum, « combien de jours » does not."""
    assert asks == read_asking(prepare(text)).sum


def test_a_question_is_told_from_a_statement() -> None:
    """« je veux annuler. » states, « puis-je annuler ? » asks."""
    assert (True, False) == (
        read_asking("je veux annuler.").statement,
        read_asking("je veux annuler.").question,
    )
    assert read_asking("puis-je annuler ?").question


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("le 17 il revient sur son annulation", True),
        ("nous annulons notre annulation", True),
        ("on a annule, mais on maintient finalement l'inscription", True),
        ("they withdraw their cancellation", True),
        ("le client annule son inscription", False),
        ("ceans maintient la session a partir d'une personne", False),
    ],
)
def test_a_cancellation_may_be_taken_back(said: str, expected: bool) -> None:
    """What becomes of it then is asked: no clause gives a sum."""
    assert expected == says("event.takes_back", said)


def test_a_session_cancelled_by_nobody_is_asked_about() -> None:
    """« la session est annulée » does not say by whom."""
    assert nobody_named("la session est annulee")
    assert not nobody_named("vous annulez, la session est annulee")
    assert US in WHO_CANCELS
    assert "places" in NO_SUM_FOR_PART
