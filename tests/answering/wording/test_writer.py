"""Answers put in a model's words, where these hold."""

from __future__ import annotations

import pytest

from assistant.conversation import Conversation
from tests.answering.wording.fakes import draft, with_model
from tests.conftest import TODAY

MONEY = "J'annule 10 jours avant une formation à 2000 € HT, CGV-30J, combien je dois ?"
RIGHT = draft(("Vous devez 2 000,00 € HT.", 1), ("La totalité est due à moins de 30 jours du début.", 1))
WRONG = draft(("Vous devez 2 000,00 € HT.", 1), ("LEXOM rembourse vos frais de parking.", 1))


def _ask(assistant, question=MONEY, **given):
    return assistant.reply(question, today=TODAY, **given)[0]


def test_a_draft_that_holds_is_shown_over_the_calculation(assistant):
    """The sum, the table and the citations stay; what is said first is the model's."""
    worded, _ = with_model(assistant, lambda _: RIGHT)
    answer, composed = _ask(worded), _ask(assistant)
    assert answer.text.splitlines()[0] == "Vous devez 2 000,00 € HT. [1]"
    assert composed.text.partition("\n\n")[2] == answer.text.partition("\n\n")[2]
    assert (composed.headline, composed.citations) == (answer.headline, answer.citations)


def test_sentences_are_streamed_until_one_does_not_hold(assistant):
    """Nothing that grounding has not passed is told."""
    heard: list[str] = []
    worded, _ = with_model(assistant, lambda _: WRONG)
    answer = _ask(worded, on_sentence=heard.append)
    assert ["Vous devez 2 000,00 € HT. [1]"] == heard
    assert answer.text == _ask(assistant).text
    assert any("parking" in fault for fault in answer.faults)


def test_a_sentence_against_the_one_before_is_not_streamed(assistant):
    """40 € are part of the sum told first: said to come on top, they are not told."""
    heard: list[str] = []
    said = draft(("Vous devez 111,90 € de pénalités.", 1), ("S'y ajoute l'indemnité de 40 €.", 1))
    worded, _ = with_model(assistant, lambda _: said)
    question = (
        "Facture de 2 400 € TTC échue le 28 février 2026, payée par la société le 29 mai 2026 : pénalités ?"
    )
    answer = _ask(worded, question, on_sentence=heard.append)
    assert ["Vous devez 111,90 € de pénalités. [1]"] == heard
    assert any("on top" in fault for fault in answer.faults)


def test_only_the_passages_used_are_cited(assistant):
    """Outside sums, the citations are those of the draft, renumbered in order."""
    worded, _ = with_model(assistant, lambda _: draft(("Cette formation dure 2 jours.", 1)))
    answer = _ask(worded, "Combien de temps dure la formation RCL-RCL-05 ?")
    assert "Cette formation dure 2 jours. [1]" == answer.text
    assert ["RCL-RCL-05#fiche"] == [one.key for one in answer.citations]


@pytest.mark.parametrize(
    "question", ["Bonjour", "Quel est le prix de RCL-RCL-14 ?", "Quelle est la recette de la tarte ?"]
)
def test_a_refusal_is_put_to_no_model(assistant, question):
    """What rests on no document is said without a model."""
    worded, model = with_model(assistant, lambda _: RIGHT)
    assert _ask(assistant, question) == _ask(worded, question)
    assert [] == model.asked


def test_the_budget_of_a_conversation_is_kept(assistant):
    """Once it is spent, answers do without the model, and say so."""
    worded, model = with_model(assistant, lambda _: RIGHT, model_budget=100)
    conversation = Conversation()
    first, conversation = worded.reply(MONEY, conversation=conversation, today=TODAY)
    second, conversation = worded.reply(MONEY, conversation=conversation, today=TODAY)
    assert ("", 1) == (first.notice, len(model.asked))
    assert "budget" in second.notice
    assert first.tokens == conversation.tokens > 100


@pytest.mark.parametrize(("cached", "asked"), [(True, 1), (False, 2)])
def test_an_identical_question_is_worded_once_when_asked_so(assistant, cached, asked):
    """The cache is off unless the setting says otherwise."""
    worded, model = with_model(assistant, lambda _: RIGHT, model_cache=cached)
    assert _ask(worded).text == _ask(worded).text
    assert asked == len(model.asked)


def test_what_becomes_of_drafts_is_counted(assistant):
    """Reps see how often drafts pass, come back, and are given up."""
    worded, _ = with_model(assistant, lambda messages: RIGHT if len(messages) == 2 else WRONG)
    _ask(worded)
    assert {"asked": 1, "shown": 1} == dict(worded.writer.counts)


def test_a_model_fills_what_the_rules_left_empty(assistant):
    """A fact in the person's words, that our parsers read, completes the case."""
    found = '{"facts": {"price": "2000 €", "start_date": "hier"}, "query": ""}'

    def answers(messages):
        return found if "informations_manquantes" in messages[1].content else RIGHT

    worded, _ = with_model(assistant, answers)
    question = "J'annule 10 jours avant, CGV-30J, combien je dois ?"
    told = f"{question} (la facture dit 2000 €, comme convenu)"
    assert _ask(worded, told).headline == _ask(assistant, f"{question} Prix : 2000 € HT").headline


def test_a_fact_that_the_person_did_not_write_is_left(assistant):
    """A value that does not stand in the person's words fills nothing."""
    worded, _ = with_model(assistant, lambda _: '{"facts": {"price": "1 €"}, "query": "gratuit ?"}')
    question = "J'annule 10 jours avant, CGV-30J, combien je dois ?"
    assert _ask(assistant, question).missing == _ask(worded, question).missing


def test_the_question_is_searched_as_typed_and_as_reworded(assistant):
    """A rewording finds what the words typed do not; the answer still cites the documents."""
    typed = "et sinon, ce truc-là, vous en pensez quoi pour la suite, le bazar du tribunal machin ?"

    def answers(messages):
        if "informations_manquantes" in messages[1].content:
            return '{"facts": {}, "query": "Quel tribunal est compétent ?"}'
        return ""

    worded, model = with_model(assistant, answers)
    _, conversation = worded.reply("Quelle est la durée de MRK-OPE-02 ?", today=TODAY)
    answer, _ = worded.reply(typed, conversation=conversation, today=TODAY)
    assert all(one.document in {"CGV-15J", "CGV-30J", "MRK-OPE-02"} for one in answer.citations)
    assert any("informations_manquantes" in messages[1].content for messages in model.asked)
