"""Who gives a session up, in a question or in a sentence: the client, or the company."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from assistant.answering.understand.events import HANGS_ON_NOTICE, find_event
from assistant.answering.understand.spelling import prepare
from assistant.company import name_ours


def told_of_another(question: str, names: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a sentence is on what the client gives up, where the company does in the question.

    « si vous annulez, qui garde l'acompte ? » is not for the clause on the client's cancellation to answer.
    `names` are those of the company.

    >>> told_of_another("si vous annulez ?", ())("Si le client annule, il perd l'acompte.")
    True
    """
    if not undone_by_us(question, names):
        return lambda _: False
    return lambda sentence: undone_by_us(sentence, names) is False


@lru_cache(maxsize=4096)
def undone_by_us(text: str, names: tuple[str, ...]) -> bool | None:
    """Whether the company gives a session up, or the client does; `None` where nobody does."""
    event = find_event(prepare(name_ours(text, names)), None)
    if event == "provider_cancellation":
        return True
    return False if event in HANGS_ON_NOTICE else None
