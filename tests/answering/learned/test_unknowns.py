"""Questions that our documents do not answer."""

import pytest

from tests.conftest import reply


@pytest.mark.parametrize(
    "question",
    [
        "Faites-vous une ristourne si j'inscris trois commerciaux à RCL-RCL-05 ?",
        "Où se déroule la formation RCL-RCL-14 ?",
        "Can I take MRK-OPE-02 from home on Zoom?",
        "La formation RCL-APPL-03 est-elle certifiante ?",
        "Avez-vous une formation sur Excel ?",
        "Acceptez-vous la carte bancaire ?",
        "Puis-je me faire remplacer par un collègue ?",
        "Un stagiaire peut-il être remplacé ?",
        "Can a colleague take my place?",
        "Un collègue peut-il prendre ma place ?",
        "Puis-je utiliser mon CPF ?",
        "Quand est-on remboursé ?",
        "Quels sont les prérequis de la formation relance téléphonique ?",
        "Quand a lieu la prochaine session sur les réseaux sociaux ?",
        "Qui est le formateur de MRK-OPE-02 ?",
        "Quelle est votre adresse mail ?",
        "Quel est votre numéro de déclaration d'activité ?",
        "Peut-on payer en 3 fois ?",
        "How much does it cost?",
    ],
)
def test_what_no_document_says_is_declined(assistant, question):
    """However it is asked, what is not there is said not to be there."""
    answer = reply(assistant, question)
    assert ("not_found", (), ()) == (answer.status, answer.citations, answer.headline)


@pytest.mark.parametrize(
    "question",
    [
        "Quels sont les prérequis de RCL-RCL-14 ?",
        "Les frais de déplacement du formateur sont-ils compris dans le prix ?",
        "Qui est le médiateur pour la relance téléphonique ?",
        "How much is the deposit?",
        "Comment joindre le DPO ?",
        "Un demandeur d'emploi peut-il suivre la formation marketing ?",
    ],
)
def test_what_a_document_says_is_answered(assistant, question):
    """A question with an answer is not taken for one without."""
    assert "answered" == reply(assistant, question).status


@pytest.mark.parametrize("question", ["Quel est le prix de RCL-RCL-05 ?", "Peut-on payer en 3 fois ?"])
def test_only_a_client_is_sent_to_an_adviser(assistant, question):
    """A rep is the adviser: what no document says is said, and no more."""
    client, rep = (reply(assistant.serving(one), question) for one in ("client", "rep"))
    assert "not_found" == client.status == rep.status
    assert client.text.startswith(rep.text)
    assert "conseiller" in client.text.removeprefix(rep.text)
