"""Days and rates that were calculated, without a sum, and the clauses they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.answering.compose.money_steps import find_clause
from assistant.answering.quotes.draft import Draft
from assistant.answering.sources import Sources
from assistant.datatypes import Answer, Ruling
from assistant.french import say_list


def answer_dated(said: Sequence[Ruling], sources: Sources) -> Answer:
    """What was calculated, said once where the editions agree, and their clauses."""
    draft = Draft(sources.corpus)
    for text, group in groupby(said, key=lambda one: one.text):
        alike = list(group)
        editions = say_list([one.edition for one in alike])
        draft.say(text, f"Calcul selon les {editions}.", "")
        for ground in dict.fromkeys(ground for one in alike for ground in one.grounds):
            draft.quote(find_clause(ground, sources), prefix="> ", after="\n")
    return draft.answer()
