"""One question and its answer, as they are drawn."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

import streamlit as st

from assistant.datatypes import Answer, Calculation, Citation, Reading
from assistant.french import NBSP
from assistant.ui.anchoring import keep_in_view
from assistant.ui.copying import show_copy
from assistant.ui.cost_chart import show_costs
from assistant.ui.costs import Costs, costs_of
from assistant.ui.escaping import quiet, quiet_answer
from assistant.ui.follow_ups import follow_ups
from assistant.ui.opening import Visit
from assistant.ui.ratings import show_rating
from assistant.ui.source import name_section, open_source
from assistant.ui.steps import steps_table

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

PERSON, ASSISTANT = ":material/person:", ":material/school:"
_LONG, _TALL = 1200, 260  # characters of a question from which it is as many pixels high, and scrolls
_PIECES = 16  # an answer is drawn in so many pieces
_PAUSE = 0.012  # seconds between two of them
_RULER = re.compile(r"^\|[\s:|-]+\|$")
_MARKS = re.compile(r"\s*\[\d+\]")  # a draft's own, numbered otherwise in the answer


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer; `problem` says why there is none.

    `costs` and `following` are worked out when they are drawn, once.
    """

    id: str
    question: str
    answer: Answer | None
    costs: Callable[[], Costs | None] = lambda: None
    following: Callable[[], tuple[str, ...]] = tuple
    problem: str = ""


def answered(
    turn_id: str, question: str, answer: Answer, known: Reading | None, visit: Visit, *, today: date
) -> Turn:
    """The turn of an answer, and of what was known by then."""
    given = (known, answer, visit.assistant)
    return Turn(
        turn_id,
        question,
        answer,
        cache(partial(costs_of, *given, today=today)),
        cache(partial(follow_ups, *given, today=today)),
    )


def show_turn(turn: Turn, visit: Visit, *, place: int) -> None:
    """Draw a turn of the conversation, the `place`-th."""
    _show_question(turn.question, place=place, fresh=False)
    with st.chat_message("assistant", avatar=ASSISTANT):
        _show_answer(turn, visit, st.empty(), streamed=False)


def show_fresh(
    question: str, find_turn: Callable[[Callable[[str], None]], Turn], visit: Visit, *, place: int
) -> Turn:
    """Draw a question, then its answer as it comes; the turn that they make.

    `find_turn` is given what draws the sentences of a chat model one by one.
    """
    _show_question(question, place=place, fresh=True)
    with st.chat_message("assistant", avatar=ASSISTANT):
        slot = st.empty()
        if visit.assistant.writer:
            slot.markdown(":shimmer[Rédaction de la réponse…]")
        told: list[str] = []

        def tell(sentence: str) -> None:
            told.append(quiet_answer(_MARKS.sub("", sentence), ()))
            slot.markdown("\n".join(told))

        turn = find_turn(tell)
        _show_answer(turn, visit, slot, streamed=not told)
    return turn


def _show_question(question: str, *, place: int, fresh: bool) -> None:
    """Draw what the person typed, as typed."""
    # A long mail leaves its answer in view.
    height: int | Literal["content"] = _TALL if len(question) > _LONG else "content"
    with st.chat_message("user", avatar=PERSON), st.container(gap=None, height=height, border=False):
        st.markdown(quiet(question).replace("\n", "  \n"))
        keep_in_view(fresh=fresh, key=f"anchor-{place}")


def _show_answer(turn: Turn, visit: Visit, slot: DeltaGenerator, *, streamed: bool) -> None:
    """Draw an answer, what comes first in the slot; `streamed` a few words at a time."""
    if turn.answer is None:
        slot.error(quiet(turn.problem), icon=":material/error:")
        return
    text = quiet_answer(turn.answer.text, turn.answer.citations)
    is_money = any(one.lines for one in turn.answer.calculations)
    lead, _, detail = text.partition("\n\n") if is_money else (text, "", "")
    if streamed:
        for said in _growing(lead):
            slot.markdown(said)
    slot.markdown(lead)
    if is_money:
        _show_money(turn, turn.answer, detail)
    _show_model(turn.answer, visit)
    _show_tail(turn, visit)


def _show_money(turn: Turn, answer: Answer, detail: str) -> None:
    """The steps, what they take for granted and the chart at a glance; clauses and doubts on demand."""
    st.markdown(steps_table(answer.calculations, headline=answer.headline))
    reasons = _reasons(answer.calculations)
    st.markdown("\n".join(reasons.values()))
    costs = turn.costs()
    if costs is not None:
        show_costs(costs, key=f"chart-{turn.id}")
    shown = [line for line in detail.splitlines() if not line.startswith("|") and line not in reasons]
    if rest := "\n".join(shown).strip():
        with st.expander("Clauses et réserves", icon=":material/gavel:"):
            st.markdown(rest)


def _reasons(calculations: Sequence[Calculation]) -> dict[str, str]:
    """Why a sum is due and what was taken for granted, as it stands in the answer and as it is drawn."""
    found: dict[str, list[str]] = {}
    for one in calculations:
        if one.lines and one.explanation and one.kind not in ("ask", "refuse"):
            found.setdefault(quiet_answer(one.explanation, ()), []).append(quiet(one.edition or ""))
    if len(found) < 2:
        return {said: said for said in found}
    return {said: f"- **{', '.join(names)}**{NBSP}: {said}" for said, names in found.items()}


def _show_model(answer: Answer, visit: Visit) -> None:
    """Why a chat model did not word the answer; to reps, what it took."""
    told = [answer.notice] if answer.notice else []
    if visit.is_rep and answer.tokens:
        told.append(f"Modèle{NBSP}: {answer.tokens}{NBSP}jetons.")
        if answer.faults:
            plural = "s" if len(answer.faults) > 1 else ""
            told.append(f"Brouillon écarté, {len(answer.faults)}{NBSP}remarque{plural}.")
    if told:
        st.caption(f":material/info: {quiet(' '.join(told))}")


def _growing(text: str) -> Iterator[str]:
    """The text so far, a few words more each time; it was checked whole before."""
    words = text.split(" ")
    size = max(1, len(words) // _PIECES)
    for end in range(size, len(words), size):
        yield " ".join(words[:end])
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
        if st.button(
            f":primary[{quiet(f'{say_marks(group)} {name}')}]",
            key=f"source-{key}-{group[0].mark}",
            icon=":material/menu_book:",
            help="Ouvrir le passage dans son document",
            type="tertiary",
            wrap=True,
        ):
            opened = group
    return opened


def say_marks(group: Sequence[Citation]) -> str:
    """The marks of citations, from the first to the last where there are many in a row."""
    marks = [one.mark for one in group]
    if len(marks) > 2 and marks[-1] - marks[0] == len(marks) - 1:
        return f"[{marks[0]}] à [{marks[-1]}]"
    return "".join(f"[{mark}]" for mark in marks)


def as_text(question: str, answer: Answer) -> str:
    """A question, its answer and its sources, to be pasted in a message."""
    sources = [f"[{one.mark}] {one.title}" for one in answer.citations]
    told = [question, "", *_plain_lines(answer.text.replace("**", ""))]
    return "\n".join((*told, "", f"Sources{NBSP}:", *sources) if sources else told)


def _plain_lines(text: str) -> Iterator[str]:
    """The lines of an answer; each row of a table, its heading left out, as one line of words."""
    for line, following in pairwise((*text.splitlines(), "")):
        if not line.startswith("|"):
            yield line
        elif not (_RULER.match(line) or _RULER.match(following)):
            yield "- " + " – ".join(cell.strip() for cell in line.strip("|").split("|"))
