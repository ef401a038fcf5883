"""What happens (cancel, postpone, pay late…), which sum is wanted, and how the message is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answering.understand.lexicon import lexicon, says
from assistant.answering.understand.spelling import HIDDEN, hide_said
from assistant.datatypes import Asked, ClientKind, Event
from assistant.french import NBSP

# Where several are named, the first of these that is: « j'annule, l'OPCO paie 1 500 € » cancels.
_ORDER: tuple[Event, ...] = (
    "provider_cancellation",
    "solicitation",
    "withdrawal",
    "cancellation",
    "postponement",
    "late_payment",
    "absence",
    "liability_cap",
    "opco_balance",
    "deposit",
)
_INVOICE = re.compile(r"\b(?:factur|invoice|echeance|overdue)")
_ENDED = re.compile(r"\bresil\w*")
_BY_CLIENT = re.compile(
    r"\b(?:par|by) (?:nous|moi|notre|mes|mon|ma|(?:le |la |un |une |the )?client|us|me|our)\b"
)
_SIGNED = re.compile(r"(?<!pas )(?<!jamais )\bsign|\ben ligne\b|\bonline\b|\binternet\b|\bsite\b")
# Where nothing else is said, the sum that people mean.
_USUAL: dict[Event, Asked] = {"deposit": "deposit", "opco_balance": "balance", "absence": "price"}

_OF_LATE_PAYMENT: Mapping[str, Asked] = {
    "interest_only": "interest",
    "without_invoice": "fee",
    "with_invoice": "whole",
}
_EITHER: Mapping[Event, Event] = {"cancellation": "postponement", "postponement": "cancellation"}
ONE_SUM: tuple[Event, ...] = ("opco_balance", "late_payment", "solicitation", "liability_cap")
# What the client does, by a written notice; what hangs on how long before the start it comes.
NOTIFIED: tuple[Event, ...] = ("cancellation", "postponement", "withdrawal")
HANGS_ON_NOTICE: tuple[Event, ...] = ("cancellation", "postponement")
GIVEN_UP: tuple[Event, ...] = ("cancellation", "withdrawal")
# What may happen to one and the same session: « et si je reporte ? » goes on with its facts.
SESSION_EVENTS: tuple[Event, ...] = (
    "cancellation",
    "postponement",
    "provider_cancellation",
    "withdrawal",
    "absence",
)

# What is asked, or told, where no sum follows yet: of a session cancelled by nobody in particular, of a
# priced one of which nothing more is said, of some places given up, of a trainee replaced by another.
WHO_CANCELS = f"Qui annule la formation{NBSP}: vous, ou <us>{NBSP}?"
WHAT_HAPPENS = f"Que se passe-t-il{NBSP}: une annulation, un report, une absence, l'acompte à verser{NBSP}?"
_DENIED = re.compile(r"[^.?!;]*\? ?non\b,? (?=\w)")  # « vous avez annulé ? non, c'est nous »
_NO_SUM = (
    f"Pour {{}}, les conditions ne fixent pas de somme{NBSP}: votre conseiller <us> vous dira {{}}. "
    "Si toute la commande est annulée, dites-le-moi et je calcule."
)
NO_SUM_FOR_PART = _NO_SUM.format("une partie des places", "ce qui reste dû")
NO_SUM_FOR_ANOTHER = _NO_SUM.format("une personne remplacée par une autre", "si la place peut changer de nom")


@dataclass(frozen=True, slots=True)
class Asking:
    """How a message is meant.

    `sum` is true when it plainly asks a sum, `euros` when it names them;
    `clause` when it asks what the text says; `follow_up` when it asks the same
    of something else; `carry_on` when it corrects or answers; `statement` when the
    person says what they do; `elsewhere` when it speaks of what no sum answers,
    such as the length of a course; `question` when it asks anything at all.
    """

    sum: bool
    euros: bool
    clause: bool
    follow_up: bool
    carry_on: bool
    statement: bool
    elsewhere: bool
    question: bool


def read_asking(text: str) -> Asking:
    """How a prepared message is meant.

    >>> read_asking("combien je dois ?").sum, read_asking("combien de jours dure-t-elle ?").sum
    (True, False)
    """
    return Asking(
        sum=says("asking.sum", text),
        euros=says("asking.euros", text),
        clause=says("asking.clause", text),
        follow_up=says("asking.follow_up", text),
        carry_on=says("asking.carry_on", text),
        statement=says("asking.statement", text),
        elsewhere=says("asking.other_subject", text) or says("asking.price", text),
        question="?" in text or says("asking.clause", text) or "combien" in text,
    )


def find_event(text: str, client: ClientKind | None, ongoing: Event | None = None) -> Event | None:
    """The event that a prepared message is about, or `None`; who acts, and negations, are minded.

    While a case is `ongoing`, the deposit and the OPCO are facts of it, unless
    the deposit itself is asked for.

    >>> find_event("vous annulez ?", None), find_event("je reporte au lieu d'annuler", None)
    ('provider_cancellation', 'postponement')
    """
    answers = ("accepted", "refused") if ongoing == "provider_cancellation" else ()
    text = _DENIED.sub(" ", text)
    for concept in ("event.instead_of", *(f"new_session.{one}" for one in answers)):
        text = hide_said(text, concept)
    if says("event.formal_notice", text):
        text = _ENDED.sub(lambda match: HIDDEN * len(match.group()), text)
    named = {event for event in _ORDER if says(f"event.{event}", text)}
    # A deposit unpaid is no late invoice, nor is an OPCO a consumer.
    for event, concept in (("late_payment", "paying.deposit_unpaid"), ("withdrawal", "paying.opco_silent")):
        if not says(f"event.{event}", hide_said(text, concept)):
            named -= {event}
    if says("event.nobody_cancels", text) and not _BY_CLIENT.search(text):
        named = (named - {"cancellation", "postponement"}) | {"provider_cancellation"}
    if says("event.change_of_mind", hide_said(text, "paying.opco_silent")):
        is_consumer = client == "individual" or _SIGNED.search(text)
        named.add("withdrawal" if is_consumer else "cancellation")
    _settle(named, text)
    _settle_deposit(named, text, ongoing)
    return next((event for event in _ORDER if event in named), None)


def gives_up(text: str) -> bool:
    """Whether a prepared text cancels or postpones anything.

    >>> gives_up("je garde celle du 10 janvier"), gives_up("je garde celle-ci et j'annule l'autre")
    (False, True)
    """
    text = hide_said(text, "event.instead_of")
    return any(says(f"event.{event}", text) for event in HANGS_ON_NOTICE)


def names_event(text: str) -> bool:
    """Whether a folded text names something that may happen to an order, even if it is denied."""
    return any(says(f"event.{event}", text) for event in _ORDER)


def _settle(named: set[Event], text: str) -> None:
    """Take out the events that are named but not meant."""
    if "cancellation" in named and says("event.then_cancels", text):
        named.discard("provider_cancellation")
    if {"cancellation", "late_payment"} <= named and _INVOICE.search(text):
        named.discard("cancellation")
    if {"cancellation", "postponement"} <= named:
        cancels = lexicon().patterns["event.cancellation"].search(text)
        postpones = lexicon().patterns["event.postponement"].search(text)
        if says("event.moved_before", text):
            named.discard("postponement")
        elif says("event.move_granted", text):
            named.discard("cancellation")
        elif cancels and postpones:
            named.discard("cancellation" if postpones.start() < cancels.start() else "postponement")
    if {"absence", "cancellation"} <= named:
        _settle_absence(named, text)
    if set(HANGS_ON_NOTICE) & named and says("intra.yes", text) and says("event.too_few", text):
        named.difference_update(HANGS_ON_NOTICE)
        named.add("absence")
    if {"absence", "postponement"} <= named and "cancellation" not in named:
        named.discard("absence")


def _settle_deposit(named: set[Event], text: str, ongoing: Event | None) -> None:
    """Take out the deposit that is only a fact of the case, or the OPCO where the deposit is asked for."""
    asked = says("asking.deposit", text)
    if {"deposit", "opco_balance"} <= named and asked and not says("asking.balance", text):
        named.discard("opco_balance")  # « quel acompte, si l'OPCO prend la moitié ? »
    told = says("paying.deposit_paid", text) or says("paying.deposit_unpaid", text)
    if told and not any(says(f"asking.{one}", text) for one in ("deposit", "balance", "refund")):
        named.difference_update({"deposit"} - {ongoing})
    if ongoing and not asked:
        named.difference_update(
            {"deposit"} if ongoing == "deposit" else {"deposit", "opco_balance"} - {ongoing}
        )


def _settle_absence(named: set[Event], text: str) -> None:
    """Take out the absence for which all is cancelled, or the cancellation of one who only stays away."""
    if says("event.for_absence", text):
        named.discard("cancellation" if says("intra.yes", text) else "absence")
    elif says("event.stays_away", text) and not says("event.gives_up", text):
        named.discard("cancellation")


def find_other_event(text: str, event: Event) -> Event | None:
    """The other event whose sum is asked for too: « annuler ou reporter, combien dans chaque cas ? ».

    >>> find_other_event("annuler ou reporter, combien ?", "cancellation")
    'postponement'
    """
    if not says("event.either", text):
        return None
    return _EITHER.get(event)


def nobody_named(text: str) -> bool:
    """Whether a session is said to be cancelled, but not by whom."""
    return says("event.nobody_cancels", text) and not says("event.provider_cancellation", text)


def find_asked(text: str, event: Event) -> Asked | None:
    """Which sum a prepared message asks for, or `None` when it does not say.

    >>> find_asked("combien reste-t-il a payer ?", "cancellation"), find_asked("vous remboursez ?", "absence")
    ('balance', 'refund')
    """
    asks_sum = says("asking.sum", text) or says("asking.fees", text)
    if event in GIVEN_UP and says("asking.deadline", text) and not asks_sum:
        return "deadline"
    if event == "late_payment":
        named = (one for one in _OF_LATE_PAYMENT if says(f"asking.{one}", text))
        return next((_OF_LATE_PAYMENT[one] for one in named), None)
    if event in ONE_SUM:
        return usual_asked(event)
    if event == "absence" and says("asking.whole_price", text):
        return "price"
    if says("asking.balance", text):
        of_price = event == "deposit" and not says("asking.rest_of_deposit", text)
        return "rest" if of_price else "balance"
    if says("asking.refund", text):
        return "refund"
    if event == "deposit" and says("event.deposit", text):
        return "deposit"
    return None


def usual_asked(event: Event) -> Asked:
    """The sum that is meant when none is named."""
    return _USUAL.get(event, "fee")
