"""One question and its answer, as they are drawn."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import streamlit as st

from assistant.datatypes import Answer, Citation
from assistant.french import NBSP
from assistant.ui.anchoring import keep_in_view
from assistant.ui.copying import show_copy
from assistant.ui.cost_chart import Costs, show_costs
from assistant.ui.escaping import quiet, quiet_answer
from assistant.ui.opening import Visit
from assistant.ui.ratings import show_rating
from assistant.ui.source import name_section, open_source
from assistant.ui.steps import steps_table

PERSON, ASSISTANT = ":material/person:", ":material/school:"
_PIECES = 16  # an answer is drawn in so many pieces
_PAUSE = 0.012  # seconds between two of them


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer; `problem` says why there is none."""

    id: str
    question: str
    answer: Answer | None
    costs: Costs | None = None
    problem: str = ""


def show_question(turn: Turn, *, fresh: bool) -> None:
    """Draw what the person typed, as typed."""
    with st.chat_message("user", avatar=PERSON), st.container(gap=None):
        st.markdown(quiet(turn.question).replace("\n", "  \n"))
        keep_in_view(fresh=fresh, key=f"anchor-{turn.id}")


def show_turn(turn: Turn, visit: Visit, *, fresh: bool = False) -> None:
    """Draw a turn; a `fresh` answer is streamed."""
    show_question(turn, fresh=fresh)
    with st.chat_message("assistant", avatar=ASSISTANT):
        if turn.answer is None:
            st.error(quiet(turn.problem), icon=":material/error:")
            return
        text = quiet_answer(turn.answer.text, turn.answer.citations)
        if any(one.lines for one in turn.answer.calculations):
            _show_money(turn, turn.answer, text, fresh=fresh)
        else:
            _show_text(text, fresh=fresh)
        _show_tail(turn, visit)


def _show_text(text: str, *, fresh: bool) -> None:
    if fresh:
        st.write_stream(_pieces(text))
    else:
        st.markdown(text)


def _show_money(turn: Turn, answer: Answer, text: str, *, fresh: bool) -> None:
    """The sum, its steps and its chart at a glance; the clauses and the doubts on demand."""
    lead, _, detail = text.partition("\n\n")
    _show_text(lead, fresh=fresh)
    st.markdown(steps_table(answer.calculations))
    if turn.costs is not None:
        show_costs(turn.costs, key=f"chart-{turn.id}")
    rest = "\n".join(line for line in detail.splitlines() if not line.startswith("|")).strip()
    if rest:
        with st.expander("Hypothèses, clauses et réserves", icon=":material/gavel:"):
            st.markdown(rest)


def _pieces(text: str) -> Iterator[str]:
    """The text, a few words at a time; it was checked whole before."""
    words = text.split(" ")
    size = max(1, len(words) // _PIECES)
    for start in range(0, len(words), size):
        end = start + size
        yield " ".join(words[start:end]) + (" " if end < len(words) else "")
        time.sleep(_PAUSE)


@st.fragment
def _show_tail(turn: Turn, visit: Visit) -> None:
    """The sources, then what can be done with the answer."""
    answer = turn.answer
    assert answer is not None  # noqa: S101  only an answer has a tail
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        opened = _show_sources(answer, visit, turn.id)
        rating = show_rating(turn.id, visit)
        show_copy("Copier", as_text(turn.question, answer), key=f"copy-{turn.id}")
    if rating is not None:
        rating()
    if opened:
        open_source(opened, visit.assistant.sources)


def _show_sources(answer: Answer, visit: Visit, key: str) -> list[Citation] | None:
    """One button a section cited; the citations of the one that the person opened."""
    opened = None
    sources = visit.assistant.sources
    ordered = sorted(answer.citations, key=lambda one: (one.document, one.section, one.mark))
    groups = [list(group) for _, group in groupby(ordered, key=lambda one: one.key)]
    for group in sorted(groups, key=lambda one: one[0].mark):
        document = sources.document(group[0].document)
        section = document.section(group[0].section)
        name = name_section(document, section) if section else group[0].title
        marks = "".join(f"[{one.mark}]" for one in group)
        if st.button(
            f":primary[{quiet(f'{marks} {name}')}]",
            key=f"source-{key}-{group[0].mark}",
            icon=":material/menu_book:",
            help="Ouvrir le passage dans son document",
            type="tertiary",
        ):
            opened = group
    return opened


def as_text(question: str, answer: Answer) -> str:
    """A question, its answer and its sources, to be pasted in a message."""
    sources = [f"[{one.mark}] {one.title}" for one in answer.citations]
    told = [question, "", answer.text.replace("**", "")]
    return "\n".join((*told, "", f"Sources{NBSP}:", *sources) if sources else told)
