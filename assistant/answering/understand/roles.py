"""What a date or a sum is for, by the words next to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from assistant.answering.understand.lexicon import at_start, find_said, lexicon

REACH = 70  # characters in which a word may say what a date or a sum is for
_FAREST = 50  # the distance beyond which a word is about something else
_FAREST_OF_SUM = 30  # the same for a sum
_WEAK = 12  # characters by which a weak word is set back
_AFTER = 7  # the same for a word that comes after
_COMMA = 14  # the same for each comma between
_SUM_COMMA = 30  # the same before a sum: « acompte payé, 2 000 € » speaks of two things
_TAKEN_OFF = re.compile(
    r"(?:€|\b(?:eur|euros?|ht|ttc|vat|tax|taxes|prix|tarif|price)) ?[,:(]* ?(?:-|–|moins|less|minus) ?$"
)
_OTHER_SHARE = re.compile(r"percent_role\.(?!discount|unrelated)\w+\.after")
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)|\n")


class Span(Protocol):
    """Where a date or a sum stands."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset after its last character."""


def rank_roles(group: str, text: str, spans: Sequence[Span]) -> list[dict[str, int]]:
    """For each span, the roles of a group that words near it give, with their distance.

    Words are looked for between a span and its neighbours, within one sentence.
    After a comma they are about the next span: « du 12 mars, annulation reçue le 10 »,
    « RCL-RCL-05 le 12 mars, on annule »; but « le 12 mars, nous annulons ».
    """
    roles = tuple(dict.fromkeys(name.split(".")[0] for name in lexicon().names(group)))
    ranked = []
    for place, span in enumerate(spans):
        left_limit = _after_previous(group, roles, text, spans[place - 1]) if place else 0
        right_limit = spans[place + 1].start if place + 1 < len(spans) else len(text)
        left = _last_sentence(text[max(left_limit, span.start - REACH) : span.start])
        right = _SENTENCE_END.split(text[span.end : min(right_limit, span.end + REACH)], maxsplit=1)[0]
        goes_on = right.startswith(",") and _goes_on(text, span, right_limit)
        if goes_on or (right.lstrip().startswith((",", ":")) and _follows(group, left)):
            right = ""
        found = {role: _distance(f"{group}.{role}", left, right) for role in roles}
        ranked.append({role: far for role, far in found.items() if far is not None})
    return ranked


def assign_roles(ranked: Sequence[dict[str, int]], shared: frozenset[str]) -> list[str | None]:
    """One role a span, the nearest first; a role that is not `shared` is given once.

    >>> assign_roles([{"start": 4, "notice": 9}, {"start": 2}], frozenset())
    ['notice', 'start']
    """
    given: list[str | None] = [None] * len(ranked)
    taken: set[str] = set()
    bids = sorted((far, place, role) for place, roles in enumerate(ranked) for role, far in roles.items())
    for _, place, role in bids:
        if given[place] is None and (role in shared or role not in taken):
            given[place] = role
            taken.add(role)
    return given


def share_roles(shares: Sequence[Span], text: str, *, by_opco: bool = False) -> list[str | None]:
    """What each percentage is for; one taken off a price is a discount: « 3 000 € HT moins 15 % ».

    But « 3 000 € - 30 % versés » is a sum paid. With `by_opco` one that nothing is said of is the
    share of the OPCO, and so is « l'OPCO verse 50 % ».
    """
    ranked = rank_roles("percent_role", text, shares)
    others = [key for key in lexicon().patterns.sources if _OTHER_SHARE.fullmatch(key)]
    for one, roles in zip(shares, ranked, strict=True):
        right = text[one.end :]
        if _TAKEN_OFF.search(text[: one.start]) and not any(at_start(key, right) for key in others):
            roles["discount"] = -1
        if by_opco and "opco" in roles:
            roles.pop("paid", None)
    assigned = assign_roles(ranked, frozenset({"deposit", "paid"}))
    return [role or ("opco" if by_opco else None) for role in assigned]


def _goes_on(text: str, span: Span, limit: int) -> bool:
    """Whether the sentence goes on from a span to the next one."""
    return limit < len(text) and not _SENTENCE_END.search(text[span.end : limit])


def _follows(group: str, left: str) -> bool:
    """Whether a date comes after the words that it belongs to."""
    return (
        group == "date_role" and re.fullmatch(r"[\W\d]*(?:(?:et|si|ce|le|des le|on|the)\b ?)*", left) is None
    )


def _after_previous(group: str, roles: Sequence[str], text: str, previous: Span) -> int:
    """Where the words about the sum before end: « 500 € versés sur 2 000 € ».

    « 600 € pour une formation à 2 000 € » names the price that comes.
    """
    if group != "sum_role" or text[previous.end :].lstrip().startswith(","):
        return previous.end
    right = text[previous.end :]
    keys = (f"{group}.{role}.after" for role in roles if role != "price")
    told = [at_start(key, right) for key in keys if key in lexicon().patterns]
    return previous.end + max((one.end() for one in told if one), default=0)


def _last_sentence(text: str) -> str:
    """What comes after the last end of a sentence."""
    return _SENTENCE_END.split(text)[-1]


def _distance(role: str, left: str, right: str) -> int | None:
    """How far the nearest word for a role stands, or `None`."""
    is_sum = role.startswith("sum_role")
    comma, farest = (_SUM_COMMA, _FAREST_OF_SUM) if is_sum else (_COMMA, _FAREST)
    distances = []
    before = f"{role}.before"
    if before in lexicon().patterns:
        for match in find_said(before, left):
            between = left[match.end() :]
            distances.append(len(between) + comma * between.count(","))
    after = f"{role}.after"
    if after in lexicon().patterns:
        said = at_start(after, right)
        if said:
            distances.append(_AFTER + comma * said.group().count(","))
    if not distances:
        return None
    nearest = min(distances) + (_WEAK if role.endswith("_weak") else 0)
    return nearest if nearest <= farest else None
