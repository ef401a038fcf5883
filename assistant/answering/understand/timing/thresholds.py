"""The figures of the terms that a notice is held against, and the notices that may fall on both sides."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.understand.lexicon import lexicon
from assistant.answering.understand.timing.notice import Notice
from assistant.datatypes import MoneyReading
from assistant.french import NBSP


def straddles(notice: Notice, edition: str | None) -> bool:
    """Whether an inexact notice may fall on both sides of a figure of the terms.

    >>> straddles(Notice(29, 0, 29), None), straddles(Notice(29, 0, 29), "CGV-45J")
    (True, False)
    """
    told = re.search(r"-(\d+)J$", edition or "")
    figures: list[int] = [int(told[1])] if told else lexicon().figures["thresholds"]
    return any(notice.low < one and (notice.high is None or one <= notice.high) for one in figures)


def inexact_notice(notice: Notice) -> str:
    """The question about a notice whose exact length decides."""
    return (
        f"Combien de jours exactement avant le début LEXOM reçoit-il votre écrit{NBSP}? "
        f"« {_say_bounds(notice)} » ne suffit pas à choisir entre deux règles."
    )


def _say_bounds(notice: Notice) -> str:
    if notice.high is None:
        return f"Au moins {notice.low} jours"
    return f"Entre {notice.low} et {notice.high} jours" if notice.low else f"Au plus {notice.high} jours"


def settle_notice(known: MoneyReading, edition: str | None) -> MoneyReading:
    """What is known, without the question about a notice that the edition makes needless."""
    left = (one for one in known.doubts if one.field != "notice_days" or still_decides(one.text, edition))
    return replace(known, doubts=tuple(left))


def still_decides(question: str, edition: str | None) -> bool:
    """Whether the notice that a question quotes by its bounds is still inexact, the edition being known.

    >>> asked = inexact_notice(Notice(30, 28, 31))
    >>> still_decides(asked, None), still_decides(asked, "CGV-15J")
    (True, False)
    """
    bounds = [int(one) for one in re.findall(r"(\d+)(?= (?:et|jours))", question)]
    if not bounds or question != inexact_notice(rough := _rough(question, bounds)):
        return True
    return straddles(rough, edition)


def _rough(question: str, bounds: list[int]) -> Notice:
    """The notice of those bounds: both, or the one that the question says it is."""
    if len(bounds) > 1:
        return Notice(bounds[0], bounds[0], bounds[1])
    return Notice(bounds[0], bounds[0], None) if "Au moins" in question else Notice(bounds[0], 0, bounds[0])
