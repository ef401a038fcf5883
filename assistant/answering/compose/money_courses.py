"""Several courses in one question: which one is meant or comes first, or which sum is whose."""

from __future__ import annotations

from assistant.answering.quotes.draft import Draft
from assistant.answering.sources import Sources
from assistant.datatypes import Answer, Reading
from assistant.french import NBSP


def ask_which_course(reading: Reading, sources: Sources) -> Answer:
    """The question which course is meant, or by which to begin where each has a sum of its own."""
    visible = {one.id: one.title for one in sources.courses}
    titles = [visible[one] for one in reading.courses if one in visible]
    named = [f"«{NBSP}{one}{NBSP}»" for one in titles]
    draft = Draft(sources.corpus)
    if reading.intent == "money":
        priced = reading.prices or (reading.money and reading.money.case.price)
        price = "" if priced else ", et à quel prix"
        draft.say(
            f"Chaque formation a son calcul{NBSP}: {', '.join(named[:-1])} et {named[-1]}. Faisons-les "
            f"l'une après l'autre{NBSP}: **par laquelle commencer{price}{NBSP}?**"
        )
        draft.say(f"Je ne donne pas de total commun{NBSP}: leurs sommes s'additionnent à part.")
    else:
        listed = f"{', '.join(named[:-1])} ou {named[-1]}"
        draft.say(f"De quelle formation parlez-vous{NBSP}: {listed}{NBSP}?")
    return draft.answer("needs_info", suggestions=tuple(titles), missing=("course",))


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
