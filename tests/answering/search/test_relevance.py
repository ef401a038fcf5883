"""Answered, not said by our documents, or not our subject."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.search.find import find_sections
from assistant.answering.search.relevance import is_answered, is_ours
from assistant.answering.understand import understand
from assistant.conversation import Assistant
from assistant.datatypes import Reading
from tests.conftest import TODAY, reply


def read(question: str, assistant: Assistant) -> Reading:
    """What a first message asks."""
    sources = assistant.sources
    return understand(
        question, known=None, catalogue=sources.catalogue, today=TODAY, vocabulary=sources.learned.vocabulary
    )


def answered(question: str, assistant: Assistant) -> bool:
    """Whether our documents answer a first message."""
    reading = read(question, assistant)
    hits = find_sections(reading, assistant.sources, k=20)
    return is_answered(reading, hits, assistant.sources)


NEIGHBOURS = [
    ("Qui est votre DPO ?", "Qui est le DPO de la CAF ?"),
    ("Mes droits RGPD, j'écris à qui ?", "Comment effacer mes données de Google ?"),
    ("LEXOM revend-elle mes données ?", "Facebook revend-il mes données ?"),
    ("Une mairie peut-elle annuler ?", "La mairie peut-elle annuler mon mariage ?"),
    ("Un hôpital nous paie en retard, que doit-il ?", "cantine facture impayée mairie"),
    ("Auprès de qui exercer mes droits sur mes données ?", "Mon voisin me filme, la CNIL peut-elle agir ?"),
    ("Que faut-il verser quand on commande une formation ?", "Le carreleur garde mon acompte de 900 euros"),
    (
        "Puis-je changer d'avis après avoir signé la convention ?",
        "Puis-je rendre un prêt immobilier signé hier ?",
    ),
    ("Qui est le médiateur de LEXOM ?", "Qui est le médiateur de ma mutuelle ?"),
    (
        "Combien de temps avant le début faut-il prévenir pour décaler une session ?",
        "Combien de temps avant le vol puis-je décaler mon billet ?",
    ),
    ("Votre devis du 2 octobre 2026 est-il encore bon ?", "Le devis de mon garagiste est-il encore bon ?"),
    ("La TVA s'applique-t-elle ?", "Comment calculer la TVA d'un restaurant ?"),
    ("Une entreprise peut-elle se rétracter sous 14 jours ?", "Puis-je me rétracter pour ma cuisine ?"),
    ("À qui écrire pour faire effacer mes données ?", "Comment effacer les données de mon téléphone ?"),
    ("quel est le préavis pour un report ?", "Mon préavis de démission est de combien ?"),
    ("Le stagiaire malade doit-il payer la session ?", "Suis-je payé pendant mon arrêt maladie ?"),
]


@pytest.mark.parametrize(("here", "elsewhere"), NEIGHBOURS)
def test_near_neighbours_are_told_apart(here: str, elsewhere: str, assistant: Assistant) -> None:
    """The same word is answered about us, and declined about somebody else's affairs."""
    assert (True, False) == (answered(here, assistant), answered(elsewhere, assistant))


def test_a_misspelt_question_is_understood(assistant: Assistant) -> None:
    """A question is answered whatever its spelling."""
    assert answered("kel et le montan de lacompte a la comande", assistant)


def test_nothing_found_is_no_answer(assistant: Assistant) -> None:
    """Without any section, nothing is answered."""
    assert not is_answered(read("Que faut-il verser à la commande ?", assistant), (), assistant.sources)


@pytest.mark.parametrize(
    "question", ["Peut-on annuler ?", "Quels sont mes droits RGPD ?", "Comment payer ma facture ?"]
)
def test_a_section_that_holds_every_word_answers(question: str, assistant: Assistant) -> None:
    """Short questions that could be asked of anybody are taken to be asked of us."""
    assert answered(question, assistant)


@pytest.mark.parametrize(
    ("question", "ours"),
    [
        ("RCL-RCL-05 se mange-t-elle froide ?", True),
        ("La session est-elle filmée par le formateur ?", True),
        ("Puis-je avoir un devis ?", True),
        ("Comment prouver que j'ai annulé ?", True),
        ("Que vaut l'attestation ?", True),
        ("Comment tailler un rosier ?", False),
        ("Combien font 17 fois 23 ?", False),
    ],
)
def test_what_is_ours_is_named_or_speaks_as_ours_do(question: str, ours: bool, assistant: Assistant) -> None:
    """A course named is our subject whatever is asked; else the words tell."""
    assert ours == is_ours(read(question, assistant), assistant.sources)


def test_without_questions_the_words_of_the_documents_decide(assistant: Assistant) -> None:
    """Where nobody is known to ask, a section that holds a quarter of the words answers."""
    untaught = replace(assistant.sources, taught=0.0)
    verdicts = []
    for question in (
        "Combien de temps un devis est-il valable ?",
        "Quelle peinture pour une salle de bains ?",
    ):
        reading = read(question, assistant)
        verdicts.append(is_answered(reading, find_sections(reading, untaught, k=20), untaught))
    assert [True, False] == verdicts


def test_there_is_no_course_on_what_is_looked_for_in_vain(assistant):
    """It is said so, and not that some point is left out."""
    text = reply(assistant, "Je cherche une formation pour mes téléconseillers").text
    assert "s'il existe une telle formation" in text


@pytest.mark.parametrize(
    ("turns", "status"),
    [
        (("Le médiateur, c'est qui ?", "c'est gratuit ?"), "answered"),
        (("Quel médiateur pour un consommateur ?", "et c'est gratuit ?"), "answered"),
        (("Le médiateur, c'est qui ?", "c'est quand la prochaine session ?"), "not_found"),
    ],
)
def test_what_is_unknown_of_courses_may_be_said_of_what_was_asked_before(assistant, turns, status):
    """Where the clause that answered holds the word."""
    assert status == reply(assistant, *turns).status


@pytest.mark.parametrize(
    ("then", "status"),
    [("comment les supprimer ?", "answered"), ("effaçables ?", "answered"), ("météo ?", "out_of_scope")],
)
def test_what_is_too_short_to_be_of_another_subject_stays_with_the_one_before(then, status, assistant):
    """« les » is what was spoken of; a word alone leans, unless it is met only elsewhere."""
    assert status == reply(assistant, "Combien de temps gardez-vous mes données ?", then).status


@pytest.mark.parametrize("question", ["carte bleue acceptée ?", "paypal possible ?", "certification RNCP ?"])
def test_what_no_document_says_is_ours_though_in_few_words(question, assistant):
    """Beside what is asked, « possible » or « accepté » names no other subject."""
    assert "not_found" == reply(assistant, question).status
