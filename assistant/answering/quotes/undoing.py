"""Who gives a session up, in a question or in a sentence: the client, or the company."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from assistant.answering.understand.events import HANGS_ON_NOTICE, find_event, nobody_named
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.spelling import prepare
from assistant.company import name_ours

_BY_CLIENT = re.compile(
    r"\b(?:client\w*|acheteurs?|je|j|nous|on|i|we)[ '](?:[^\s.;]+ ){0,3}"
    r"(?:annul|report|decal|renonc|desist|demand|retir|cancel|postpon)"
    r"|\b(?:annul|report)[a-z]* (?:[^\s.;]+ ){0,2}demand|\bdemande[a-z]* (?:de |d')?(?:report|annul)"
    r"|(?:annulation|report) du client"
    r"|(?<!accepte )(?:\bpar|\bde|demande d[ue]|initiative d[ue]) (?:l[ae]s? |un |une )?(?:client|acheteur)"
)


def told_of_another(question: str, names: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a sentence is on what one party gives up, where the other does in the question.

    « si vous annulez, qui garde l'acompte ? » is not for the clause on the client's cancellation to answer,
    nor « si je reporte ? » for the one on ours. `names` are those of the company.

    >>> told_of_another("si vous annulez ?", ())("Si le client annule, il perd l'acompte.")
    True
    """
    by_us = undone_by_us(question, names)
    if by_us is None:
        return lambda _: False
    return lambda sentence: undone_by_us(sentence, names) is (not by_us)


@lru_cache(maxsize=4096)
def undone_by_us(text: str, names: tuple[str, ...]) -> bool | None:
    """Whether the company gives a session up, or the client does; `None` where neither is said to."""
    told = prepare(name_ours(text, names))
    event = find_event(told, None)
    if event == "provider_cancellation":  # « annulée si on est moins de 4 ? » asks whether it is at all
        return None if nobody_named(told) and says("event.too_few", told) else True
    return False if event in HANGS_ON_NOTICE and _BY_CLIENT.search(told) else None
