"""The figures of the terms that a notice is held against, and the notices that may fall on both sides."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answering.understand.timing.notice import Notice
from assistant.datatypes import MoneyReading, TermsFigures
from assistant.french import NBSP


def figures_of(edition: str | None, figures: Mapping[str, TermsFigures]) -> TermsFigures:
    """The figures of an edition with which a message is read; of all together where none is told."""
    told = [one for name, one in figures.items() if edition in (None, name)]
    deposits = {one.deposit for one in told}
    return TermsFigures(
        notices=frozenset[int]().union(*(one.notices for one in told)),
        deposit=deposits.pop() if len(deposits) == 1 else None,
        new_date_is_free=all(one.new_date_is_free for one in told),
    )


def straddles(notice: Notice, figures: TermsFigures) -> bool:
    """Whether an inexact notice may fall on both sides of a figure of the terms.

    >>> month = Notice(30, 28, 31)
    >>> [straddles(month, TermsFigures(frozenset({days}), None)) for days in (30, 45)]
    [True, False]
    """
    return any(notice.low < one and (notice.high is None or one <= notice.high) for one in figures.notices)


def inexact_notice(notice: Notice) -> str:
    """The question about a notice whose exact length decides."""
    return (
        f"Combien de jours exactement avant le début <us> reçoit-elle votre écrit{NBSP}? "
        f"«{NBSP}{_say_bounds(notice)}{NBSP}» ne suffit pas à choisir entre deux règles."
    )


def _say_bounds(notice: Notice) -> str:
    if notice.high is None:
        return f"Au moins {notice.low} jours"
    return f"Entre {notice.low} et {notice.high} jours" if notice.low else f"Au plus {notice.high} jours"


def settle_notice(known: MoneyReading, figures: TermsFigures) -> MoneyReading:
    """What is known, without the question about a notice that the edition's figures make needless."""
    left = (one for one in known.doubts if one.field != "notice_days" or still_decides(one.text, figures))
    return replace(known, doubts=tuple(left))


def still_decides(question: str, figures: TermsFigures) -> bool:
    """Whether the notice that a question quotes by its bounds is still inexact, the edition being known.

    >>> asked = inexact_notice(Notice(30, 28, 31))
    >>> [still_decides(asked, TermsFigures(frozenset({days}), None)) for days in (30, 15)]
    [True, False]
    """
    bounds = [int(one) for one in re.findall(r"(\d+)(?= (?:et|jours))", question)]
    if not bounds or question != inexact_notice(rough := _rough(question, bounds)):
        return True
    return straddles(rough, figures)


def _rough(question: str, bounds: list[int]) -> Notice:
    """The notice of those bounds: both, or the one that the question says it is."""
    if len(bounds) > 1:
        return Notice(bounds[0], bounds[0], bounds[1])
    return Notice(bounds[0], bounds[0], None) if "Au moins" in question else Notice(bounds[0], 0, bounds[0])


def agree(notices: Sequence[Notice], figures: TermsFigures) -> bool:
    """Whether each of several notices leads to the same rule."""
    highs = [one.high for one in notices if one.high is not None]
    low, high = min(one.low for one in notices), max(highs) if len(highs) == len(notices) else None
    return low > 0 and not straddles(Notice(low, low, high), figures)
