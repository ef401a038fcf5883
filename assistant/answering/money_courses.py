"""Several courses in one question about a sum: which one comes first, or which sum is whose."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.draft import Draft
from assistant.answering.sources import Sources
from assistant.datatypes import Answer, Reading
from assistant.french import NBSP


def ask_which_course(reading: Reading, sources: Sources) -> Answer:
    """The question by which course to begin, where each has a sum of its own."""
    named = [f"«{NBSP}{sources.document(one).title}{NBSP}»" for one in reading.courses]
    draft = Draft(sources.corpus)
    price = "" if reading.money and reading.money.case.price else ", et à quel prix"
    draft.say(
        f"Chaque formation a son calcul{NBSP}: {', '.join(named[:-1])} et {named[-1]}. Faisons-les l'une "
        f"après l'autre{NBSP}: **par laquelle commencer{price}{NBSP}?**"
    )
    answer = draft.answer(
        "needs_info", suggestions=tuple(sources.document(one).title for one in reading.courses)
    )
    return replace(answer, missing=("course",))


def say_whose(edition: str | None, reading: Reading, sources: Sources) -> str:
    """The courses named under an edition, with it; where none is, or editions are named, the edition."""
    named = [
        f"«{NBSP}{sources.document(one).title}{NBSP}»"
        for one in reading.courses
        if edition in sources.editions_of((one,))
    ]
    if reading.editions or not named:
        return f"selon les {edition}"
    return f"pour {' et '.join(named)} ({edition})"
