"""Whole answers over the project's own corpus."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant, Conversation
from assistant.datatypes import Answer
from assistant.errors import UsageError
from assistant.french import fold
from assistant.reading import read_text
from tests.conftest import TODAY


def _reply(assistant: Assistant, *turns: str) -> Answer:
    conversation = Conversation()
    for turn in turns:
        answer, conversation = assistant.reply(turn, conversation=conversation, today=TODAY)
    return answer


def _keys(answer: Answer) -> set[str]:
    return {citation.key for citation in answer.citations}


def test_a_field_of_a_sheet_is_answered_alone(assistant):
    """A question on the duration gets the duration, cited."""
    answer = _reply(assistant, "Combien de temps dure la formation RCL-RCL-05 ?")
    assert "2 jours" in fold(answer.text)
    assert _keys(answer) == {"RCL-RCL-05#fiche"}


def test_a_hole_in_a_sheet_is_said_to_be_one(assistant):
    """What a sheet does not say is declined, with no source."""
    answer = _reply(assistant, "Quels sont les prérequis de la formation relance téléphonique ?")
    assert (answer.status, answer.citations) == ("not_found", ())


@pytest.mark.parametrize(
    "question",
    [
        "Quel est le prix de la formation RCL-RCL-14 ?",
        "Quand a lieu la prochaine session sur les réseaux sociaux ?",
        "Qui est le formateur de MRK-OPE-02 ?",
    ],
)
def test_what_no_sheet_holds_is_declined(assistant, question):
    """Prices, dates and trainers stand in no sheet."""
    answer = _reply(assistant, question)
    assert (answer.status, answer.citations, answer.headline) == ("not_found", (), ())


def test_the_capital_is_not_a_price(assistant):
    """The share capital is a fact of the company's identity."""
    answer = _reply(assistant, "Quel est le capital de LEXOM ?")
    assert _keys(answer) == {"LEXOM#identite"}


def test_editions_that_differ_are_both_shown(assistant):
    """Where nothing decides the edition, each one's clause is given."""
    answer = _reply(assistant, "Quel médiateur de la consommation puis-je saisir ?")
    assert {"CGV-15J#5.4", "CGV-30J#5.4"} <= _keys(answer)


def test_the_course_decides_the_edition(assistant):
    """The edition joined to the course's sheet is the only one quoted."""
    answer = _reply(assistant, "Qui est le médiateur pour la formation relance téléphonique ?")
    assert {citation.document for citation in answer.citations} == {"CGV-30J"}


def test_editions_that_agree_are_quoted_once(assistant):
    """A clause that both editions hold is said once, with both proofs."""
    answer = _reply(assistant, "La TVA est-elle comprise dans vos prix ?")
    sentences = [line for line in answer.text.splitlines() if "indiqués hors taxes" in line]
    assert len(sentences) == 1
    assert {"CGV-15J#3.1", "CGV-30J#3.1"} <= _keys(answer)


def test_a_follow_up_keeps_the_course(assistant):
    """« et les prérequis ? » is asked of the course before."""
    answer = _reply(assistant, "Quel est le programme de MRK-OPE-02 ?", "et les prérequis ?")
    assert _keys(answer) == {"MRK-OPE-02#prerequis"}


def test_a_follow_up_keeps_the_question(assistant):
    """« et pour … ? » asks the same of another course."""
    answer = _reply(assistant, "Quelle est la durée de RCL-APPL-03 ?", "et pour les réseaux sociaux ?")
    assert _keys(answer) == {"RCL-RCL-14#fiche"}


def test_a_choice_gives_the_best_course_first(assistant):
    """A need is met with the course that treats it."""
    answer = _reply(assistant, "Quelle formation pour reconquérir des clients perdus ?")
    assert answer.citations[0].document == "RCL-RCL-05"


def test_a_comparison_has_a_column_a_course(assistant):
    """Two courses are compared field by field."""
    answer = _reply(assistant, "Compare les prérequis de RCL-RCL-05 et de MRK-OPE-02")
    assert _keys(answer) == {"RCL-RCL-05#prerequis", "MRK-OPE-02#prerequis"}


def test_another_subject_is_out_of_scope(assistant):
    """A question on something else is declined, with no source."""
    answer = _reply(assistant, "Quelle est la recette de la tarte aux pommes ?")
    assert (answer.status, answer.citations) == ("out_of_scope", ())


def test_every_citation_is_at_its_place_in_the_file(assistant):
    """A citation's quote is what stands at its offsets of the file."""
    answer = _reply(assistant, "Que risque-t-on si on paie en retard ?")
    assert answer.citations
    for citation in answer.citations:
        text = read_text(assistant.settings.corpus / citation.path)
        assert text[citation.start : citation.end] == citation.quote


def test_a_right_to_withdraw_is_answered_before_any_price_is_asked(assistant):
    """CGV-15J 2.1 gives it to orders made on the website; the law may give one."""
    question = (
        "Particulier, commande de RCL-RCL-05 en agence le 10 novembre 2026 : ai-je un délai de rétractation ?"
    )
    answer = _reply(assistant, question)
    assert "n'ouvrent pas de delai de retractation" in fold(answer.text)
    assert "une retractation peut rester ouverte par la loi" in fold(answer.text)
    assert "CGV-15J#2.1" in _keys(answer)


def test_an_order_that_is_not_firm_takes_no_deposit_for_paid(assistant):
    """Nothing signed: no deposit is supposed paid, nor asked about next."""
    answer = _reply(
        assistant, "Rien n'est signé, relance téléphonique, 1 000 € HT, j'annule 5 jours avant, combien ?"
    )
    assert ("suppose verse" in fold(answer.text), answer.suggestions) == (False, ())


def test_an_empty_question_is_refused(assistant):
    """An empty message is asked wrongly."""
    with pytest.raises(UsageError):
        _reply(assistant, "  ")


def test_a_book_is_no_question(assistant):
    """A message longer than a page is refused, not cut."""
    with pytest.raises(UsageError, match="5000"):
        _reply(assistant, "x" * 5000)
