"""The Assistant page: question, answer, sources, and what was understood."""

from __future__ import annotations

import time
import uuid
from datetime import date

import streamlit as st

from assistant.conversation import LONGEST, Conversation
from assistant.datatypes import Answer
from assistant.errors import AssistantError
from assistant.ui.corrections import Correction, show_facts, take_correction
from assistant.ui.cost_chart import costs_of
from assistant.ui.fact_fields import say_error
from assistant.ui.language import say_page
from assistant.ui.opening import Visit
from assistant.ui.own_data import show_own_data
from assistant.ui.past import show_past, start_again
from assistant.ui.turns import Turn, show_turn

_DRAWN = 30  # turns of a long conversation that are drawn
_FIRST = (
    "Quelles formations proposez-vous ?",
    "Combien coûte l'annulation d'une formation à 2 000 € HT, dix jours avant ?",
    "Quel est le programme de la fidélisation ?",
    "L'OPCO ne paie pas : qui règle la facture ?",
)


def show_chat(visit: Visit) -> None:
    """Draw the conversation, and answer what was just asked or corrected."""
    if "conversation-id" not in st.session_state:
        start_again()
    turns: list[Turn] = st.session_state["turns"]
    correction = take_correction()
    asked = st.chat_input("Posez votre question", max_chars=LONGEST, key="question") or st.session_state.pop(
        "picked", None
    )
    say_page("Conversation" if turns or asked else "")
    if not turns and not asked:
        _welcome()
        _show_side(visit)
        return
    for turn in turns[-_DRAWN:]:
        show_turn(turn, visit)
    if asked or correction:
        turn = _answer(asked, correction, visit)
        turns.append(turn)
        show_turn(turn, visit, fresh=True)
    _show_next(turns[-1], visit)
    _show_side(visit)


def _show_side(visit: Visit) -> None:
    show_past(visit)
    show_own_data(visit)


def _welcome() -> None:
    """What the assistant does, and questions to begin with."""
    st.title("Que voulez-vous savoir ?", anchor=False)
    st.markdown(
        "Posez votre question sur une formation ou sur les conditions générales de vente. "
        "La réponse vient des documents de LEXOM, avec le passage exact ; les sommes sont calculées "
        "étape par étape."
    )
    _suggest(_FIRST, "first")
    st.caption("Les documents signés font foi.")


def _suggest(questions: tuple[str, ...], key: str) -> None:
    """Draw questions to pick from; the one picked is asked."""
    name = f"suggested-{key}"
    st.pills(
        "Questions proposées",
        questions,
        key=name,
        label_visibility="collapsed",
        on_change=lambda: st.session_state.update(picked=st.session_state[name]),
    )


def _answer(asked: str | None, correction: Correction | None, visit: Visit) -> Turn:
    """The turn of a question or of a correction, kept in the records."""
    question = asked or (correction.typed if correction else "")
    so_far: Conversation = st.session_state["conversation"]
    start = time.monotonic()
    try:
        if correction and not asked:
            answer, after = visit.assistant.recompute(
                correction.reading, typed=correction.typed, conversation=so_far, today=date.today()
            )
        else:
            answer, after = visit.assistant.reply(question, conversation=so_far, today=date.today())
    except AssistantError as error:
        return Turn(uuid.uuid4().hex, question, None, problem=say_error(error))
    st.session_state["conversation"] = after
    try:
        turn_id = _keep(question, answer, visit, time.monotonic() - start)
    except AssistantError as error:
        st.toast(f"Cette réponse n'a pas été gardée. {say_error(error)}", icon=":material/error:")
        turn_id = uuid.uuid4().hex
    return Turn(turn_id, question, answer, costs_of(after.known, answer, visit.assistant, today=date.today()))


def _keep(question: str, answer: Answer, visit: Visit, seconds: float) -> str:
    """The id of the turn, once it and what it established are in the records."""
    turn_id = visit.records.save_turn(
        visit.person.id,
        st.session_state["conversation-id"],
        question,
        answer,
        seconds=seconds,
        generation=visit.assistant.index.manifest.fingerprint,
    )
    known = st.session_state["conversation"].known
    if known is not None:
        visit.records.save_known(visit.person.id, turn_id, known)
    return turn_id


def _show_next(turn: Turn, visit: Visit) -> None:
    """Below the last answer: what was understood, and questions that may follow."""
    if turn.answer is None:
        return
    reading = st.session_state["conversation"].known
    if reading is not None:
        show_facts(reading, visit.assistant.sources, missing=turn.answer.missing, key=f"chip-{turn.id}")
    if turn.answer.suggestions:
        _suggest(turn.answer.suggestions, turn.id)
