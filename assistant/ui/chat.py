"""The Assistant page: question, answer, sources, and what was understood."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from datetime import date

import streamlit as st

from assistant.answering.compose.courtesies import examples
from assistant.conversation import Conversation
from assistant.datatypes import Answer
from assistant.errors import AssistantError
from assistant.french import NBSP
from assistant.ui.corrections import Correction, show_facts, take_correction
from assistant.ui.escaping import bind
from assistant.ui.fact_fields import say_error
from assistant.ui.keeping import tell_trouble
from assistant.ui.language import say_page
from assistant.ui.opening import Visit
from assistant.ui.own_data import show_own_data
from assistant.ui.pages import link_to
from assistant.ui.past import put_in_address, resume, show_past
from assistant.ui.turns import Turn, answered, show_fresh, show_turn

_DRAWN = 30  # turns of a long conversation that are drawn
_STOPPED = "La réponse a été interrompue. Posez la question de nouveau pour l'obtenir."


def show_chat(visit: Visit) -> None:
    """Draw the conversation, and answer what was just asked or corrected."""
    if "conversation-id" not in st.session_state:
        resume(visit)
    turns: list[Turn] = st.session_state["turns"]
    correction = take_correction()
    typed = st.chat_input(
        "Posez votre question",
        key="question",
        submit_mode="disable" if visit.assistant.writer else "submit",
    )
    asked = (typed or "").strip() or st.session_state.pop("picked", None)
    say_page("Conversation" if turns or asked else "")
    welcome = st.empty()  # emptied at once by the first question
    fill_past = show_past(visit)
    if turns or asked:
        _show_conversation(asked, correction, visit)
    else:
        with welcome.container():
            _welcome(visit)
    put_in_address()
    fill_past()
    show_own_data(visit)


def _show_conversation(asked: str | None, correction: Correction | None, visit: Visit) -> None:
    """Draw the turns so far, answer what is asked, and propose what may follow."""
    turns: list[Turn] = st.session_state["turns"]
    for place, turn in list(enumerate(turns))[-_DRAWN:]:
        show_turn(turn, visit, place=place)
    if asked or correction:
        _take_turn(asked, correction, visit)
    _show_next(turns[-1], visit)


def _welcome(visit: Visit) -> None:
    """What the assistant does, and questions to begin with."""
    st.title(f"Que voulez-vous savoir{NBSP}?", anchor=False)
    st.markdown(
        "Posez votre question sur une formation ou sur les conditions générales de vente. "
        f"La réponse vient de nos documents, avec le passage exact{NBSP}; les sommes sont calculées "
        "étape par étape."
    )
    _suggest(examples(visit.assistant.sources), "first")
    with st.container(horizontal=True, gap="small"):
        link_to("simulator", "Simuler un coût", icon=":material/calculate:")
        link_to("documents", "Parcourir les documents", icon=":material/library_books:")
    st.caption("Les documents signés font foi.")


def _suggest(questions: tuple[str, ...], key: str) -> None:
    """Draw questions to pick from; the one picked is asked."""
    name = f"suggested-{key}"
    st.pills(
        "Questions proposées",
        questions,
        format_func=bind,
        key=name,
        label_visibility="collapsed",
        on_change=lambda: st.session_state.update(picked=st.session_state[name]),
    )


def _take_turn(asked: str | None, correction: Correction | None, visit: Visit) -> None:
    """Draw a question and its answer, and put them in the conversation."""
    question = asked or (correction.typed if correction else "")
    turns: list[Turn] = st.session_state["turns"]
    turns.append(Turn(uuid.uuid4().hex, question, None, problem=_STOPPED))

    def find_turn(tell: Callable[[str], None]) -> Turn:
        turns[-1] = _answer(question, None if asked else correction, visit, tell)
        return turns[-1]

    show_fresh(question, find_turn, visit, place=len(turns) - 1)


def _answer(question: str, correction: Correction | None, visit: Visit, tell: Callable[[str], None]) -> Turn:
    """The turn of a question or of a correction, kept in the records."""
    so_far: Conversation = st.session_state["conversation"]
    start, today = time.monotonic(), date.today()
    try:
        if correction:
            answer, after = visit.assistant.recompute(
                correction.reading, typed=correction.typed, conversation=so_far, today=today
            )
        else:
            answer, after = visit.assistant.reply(
                question, conversation=so_far, today=today, on_sentence=tell
            )
    except AssistantError as error:
        told = say_error(error)
        return Turn(uuid.uuid4().hex, question, None, problem=told[0].upper() + told[1:])
    st.session_state["conversation"] = after
    turn_id = uuid.uuid4().hex
    with tell_trouble("Cette réponse n'a pas été gardée", st.toast):
        turn_id = _keep(question, answer, visit, time.monotonic() - start)
    return answered(turn_id, question, answer, after.known, visit, today=today)


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
    if reading is not None and turn.answer.understood:  # nothing is, of a greeting or of another subject
        show_facts(reading, visit.assistant.sources, missing=turn.answer.missing, key=f"chip-{turn.id}")
    if following := turn.following():
        _suggest(following, turn.id)
