"""Who the client is."""

from __future__ import annotations

import pytest

from assistant.answering.understand.money.clients import find_client, find_yes_or_no
from assistant.answering.understand.spelling import prepare
from assistant.datatypes import ClientKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mon entreprise annule", "company"),
        ("notre société", "company"),
        ("une SARL", "company"),
        ("nous sommes une association", "company"),
        ("our company", "company"),
        ("je suis un particulier", "individual"),
        ("un stagiaire particulier invoque la force majeure", "individual"),
        ("cas particulier d'une société", "company"),
        ("particulier, 900 € TTC", "individual"),
        ("Particulière, 900 € TTC", "individual"),
        ("une stagiaire en reconversion, qui paie elle-même", "individual"),
        ("la société paie elle-même", "company"),
        ("Particulier ayant signé en agence", "individual"),
        ("je suis demandeuse d'emploi", "individual"),
        ("elle a signé le contrat pour elle-même", "individual"),
        ("ma formation est payée avec mon CPF", "individual"),
        ("à titre personnel", "individual"),
        ("je paie de ma poche", "individual"),
        ("I'm a private individual", "individual"),
        ("auto-entrepreneur", "sole_trader"),
        ("micro-entreprise", "sole_trader"),
        ("profession libérale", "sole_trader"),
        ("je suis indépendant", "sole_trader"),
        ("la mairie", "public_body"),
        ("notre collectivité", "public_body"),
        ("un hôpital", "public_body"),
        ("une société suisse", "foreign_company"),
        ("notre entreprise est basée en Belgique", "foreign_company"),
        ("nous sommes au Luxembourg", "foreign_company"),
        ("association belge", "foreign_company"),
        ("nous sommes danoises", "foreign_company"),
        ("Swiss company", "foreign_company"),
        ("we are based in Germany", "foreign_company"),
        ("siège à l'étranger", "foreign_company"),
        ("client hors de France", "foreign_company"),
        ("votre société", None),
        ("la société ceans", None),
        ("en particulier", None),
        ("conditions particulières", None),
        ("une convention particulière, sans acompte", None),
        ("une formation éligible au CPF", None),
        ("le formateur indépendant", None),
        ("nous sommes en Guadeloupe", None),
        ("la durée ?", None),
    ],
)
def test_the_kind_of_client_is_found(text: str, kind: ClientKind | None) -> None:
    """Companies, people, sole traders, public bodies and foreign clients are told apart."""
    assert kind == find_client(prepare(text))


@pytest.mark.parametrize(
    ("topic", "text", "said"),
    [
        ("online", "commandé en ligne", True),
        ("online", "inscrit sur votre site", True),
        ("online", "inscrit par téléphone", False),
        ("online", "une formation en ligne", None),
        ("intra", "formation en intra", True),
        ("intra", "inter-entreprises", False),
        ("intra", "tva intracommunautaire", None),
    ],
)
def test_plain_facts_of_the_order_are_found(topic: str, text: str, said: bool | None) -> None:
    """An online order and an in-house training are said, denied or not mentioned."""
    assert said is find_yes_or_no(topic, prepare(text))
