"""The chat: question, answer, and sources that open at the passage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import streamlit as st

from assistant.conversation import Assistant, Conversation
from assistant.datatypes import Answer, Citation
from assistant.errors import AssistantError
from assistant.settings import read_settings

AROUND = 600  # characters of the section shown before and after a quote
_ACTIVE = re.compile(r"([\\`*_\[\]:$<>~#|!])")
_FIRST = (
    "Quelles formations proposez-vous ?",
    "Combien coûte l'annulation d'une formation à 2 000 € HT, dix jours avant ?",
    "L'OPCO ne paie pas : qui règle la facture ?",
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its answer; `problem` says why there is none."""

    question: str
    answer: Answer | None
    problem: str = ""


def show_chat() -> None:
    """Draw the chat, and answer the message just typed."""
    st.title("Assistant formations et CGV")
    st.caption(
        "Réponses tirées des fiches de formation et des conditions générales de vente de LEXOM. "
        "Les documents signés font foi."
    )
    try:
        assistant = _assistant(_freshness())
    except AssistantError as error:
        st.error(f"L'assistant ne peut pas démarrer. {error}", icon=":material/error:")
        return
    turns: list[Turn] = st.session_state.setdefault("turns", [])
    for number, turn in enumerate(turns):
        _show_turn(turn, assistant, number)
    asked = st.chat_input("Posez votre question", max_chars=2000) or _suggested(turns)
    if asked:
        turn = _ask(asked, assistant)
        turns.append(turn)
        _show_turn(turn, assistant, len(turns) - 1)
    if turns:
        st.button("Nouvelle conversation", icon=":material/add:", on_click=_start_again)


@st.cache_resource(max_entries=2, show_spinner="Lecture des documents…")
def _assistant(freshness: float) -> Assistant:
    """One assistant for all; opened again when the documents change."""
    del freshness
    return Assistant(read_settings())


def _freshness() -> float:
    """When the documents last changed."""
    files = read_settings().corpus.rglob("*")
    return max((path.stat().st_mtime for path in files if path.is_file()), default=0.0)


def _suggested(turns: list[Turn]) -> str | None:
    """The suggestion that the person picked: first questions, or those of the last answer."""
    last = turns[-1].answer if turns else None
    choices = _FIRST if not turns else (last.suggestions if last else ())
    if not choices:
        return None
    label = "Suggestions"
    picked = st.pills(label, choices, key=f"pills-{len(turns)}", label_visibility="collapsed")
    return str(picked) if picked else None


def _ask(question: str, assistant: Assistant) -> Turn:
    conversation = st.session_state.get("conversation", Conversation())
    try:
        answer, conversation = assistant.reply(question, conversation=conversation, today=date.today())
    except AssistantError as error:
        return Turn(question, None, str(error))
    st.session_state["conversation"] = conversation
    return Turn(question, answer)


def _start_again() -> None:
    st.session_state["turns"] = []
    st.session_state["conversation"] = Conversation()


def _show_turn(turn: Turn, assistant: Assistant, number: int) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.text(turn.question)
    with st.chat_message("assistant", avatar=":material/school:"):
        if turn.answer is None:
            st.error(turn.problem, icon=":material/error:")
            return
        st.markdown(turn.answer.text.replace("$", r"\$"))
        if turn.answer.understood:
            told = " · ".join(f"{label} : {value}" for label, value in turn.answer.understood.items())
            st.caption(_quiet(f"Compris : {told}"))
        for citation in turn.answer.citations:
            with st.expander(_quiet(f"[{citation.mark}] {citation.title}"), key=f"{number}-{citation.mark}"):
                _show_passage(citation, assistant)


def _show_passage(citation: Citation, assistant: Assistant) -> None:
    """The section around a quote, the quote highlighted at its exact place."""
    document = assistant.index.corpus.document(citation.document)
    section = document.section(citation.section) if document else None
    passages = section.passages if section else ()
    passage = next(
        one for one in passages if one.path == citation.path and one.start <= citation.start <= one.end
    )
    start, end = citation.start - passage.start, citation.end - passage.start
    before, after = passage.text[max(0, start - AROUND) : start], passage.text[end : end + AROUND]
    quote = "\n".join(
        f":orange-background[{_quiet(line)}]" for line in citation.quote.splitlines() if line.strip()
    )
    st.markdown(f"{_quiet(before)}{quote}{_quiet(after)}".replace("\n", "  \n"))
    st.caption(_quiet(f"{citation.path}, caractères {citation.start} à {citation.end}"))


def _quiet(text: str) -> str:
    """Words of a document or a person, with nothing that Markdown would act on."""
    return _ACTIVE.sub(r"\\\1", text)
