"""The reply to a greeting, to thanks or to a farewell, and what may be asked."""

from __future__ import annotations

from assistant.answering.quotes.draft import Draft
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import field_lexicon
from assistant.datatypes import Answer, Reading
from assistant.french import spaced

_COURTESIES = {
    "goodbye": "Au revoir, et bonne journée !",
    "thanks": "Avec plaisir !",
    "agreement": "Très bien. Avez-vous une autre question ?",
}


def greet(reading: Reading, sources: Sources) -> Answer:
    """The reply to a courtesy; a welcome tells what may be asked."""
    draft, lexicon = Draft(sources.corpus), field_lexicon()
    for kind, reply in _COURTESIES.items():
        if lexicon.is_request(kind, reading.question):
            draft.say(spaced(reply))
            return draft.answer()
    draft.say("Bonjour ! Je réponds à vos questions sur nos formations et nos conditions générales de vente.")
    return draft.answer(suggestions=examples(sources))


def examples(sources: Sources) -> tuple[str, ...]:
    """Questions that the documents answer, to begin with."""
    shortest = sorted(sources.courses, key=lambda one: len(one.title))[:1]  # read whole on a telephone
    named = [f"Quel est le programme de « {one.title} » ?" for one in shortest]
    on_terms = ("Que coûte une annulation ?",) if sources.corpus.editions else ()
    return (*named, "Quelles formations proposez-vous ?", *on_terms)
