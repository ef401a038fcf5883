"""The new date that the company proposes when it postpones, and what the client answers."""

from __future__ import annotations

from assistant.answering.understand.lexicon import find_said, says
from assistant.answering.understand.spelling import hide_said
from assistant.datatypes import Asked, Case, Doubt, NewSession
from assistant.french import NBSP

LEFT: tuple[Asked, ...] = ("balance", "rest")  # what is left to pay, of the sum due or of the price


def find_new_session(text: str, known: NewSession | None) -> NewSession | None:
    """What a prepared message, where the company cancels or postpones, says of the new date.

    `None` when it says nothing new; `known` is what was said before. An answer
    counts only where a postponement is spoken of: « vous annulez, j'accepte » is none.

    >>> find_new_session("ceans reporte et j'accepte", None), find_new_session("ceans reporte", None)
    ('accepted', 'proposed')
    """
    proposed = postpones(text)
    spoken_of = known or proposed or says("event.postponement", text)
    refused = bool(spoken_of) and says("new_session.refused", text)
    accepted = bool(spoken_of) and says("new_session.accepted", text)
    if accepted != refused:
        return "accepted" if accepted else "refused"
    return "proposed" if accepted or (proposed and known is None) else None


def postpones(text: str) -> bool:
    """Whether the company postpones, in a prepared message where it cancels or postpones.

    >>> postpones("ceans repousse la session"), postpones("ceans annule, aucune date de report")
    (True, False)
    """
    text = hide_said(text, "event.instead_of")
    if says("new_session.proposed", text) or says("event.either", text):
        return True
    if says("event.moved_before", text):
        return False
    acts = [match.group() for match in find_said("event.provider_cancellation", text)]
    if any(says("event.postponement", act) for act in acts):
        return True
    return says("event.postponement", text) and not says("event.cancellation", text)


def left_to_pay(case: Case) -> Asked:
    """What is left to pay where the company cancels or moves: of the price, once the new date is accepted.

    >>> left_to_pay(Case("provider_cancellation", new_session="proposed"))
    'balance'
    """
    if case.new_session != "accepted":
        return "balance"
    return "fee" if case.price is None else "rest"


def ask_new_session(case: Case, asked: Asked) -> tuple[Doubt, ...]:
    """The question whether the client accepts the new date, where what comes back hangs on it."""
    if case.event != "provider_cancellation" or case.new_session != "proposed" or asked != "refund":
        return ()
    question = f"La nouvelle date que <us> propose est-elle acceptée{NBSP}?"
    either = f"Si oui, les sommes versées restent pour cette date{NBSP}; sinon, elles sont remboursées."
    return (Doubt("new_session", f"{question} {either}"),)
