"""How long before the start a notice comes, and whether the training has started."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant.answering.understand.calendar_words import (
    ABOUT,
    GROUPS,
    WORKED,
    count_of,
    shift,
    shift_working,
    unit_of,
    week_of,
)
from assistant.answering.understand.lexicon import at_end, at_start, says, touches
from assistant.answering.understand.spelling import hide_spans

_ONE = r"(?P<n>\d{1,3}(?:[.,]\d)?|une?|one|an?(?= [dwmh]))"
_COUNT = _ONE + r"(?: ?(?:-|/|a|ou|to|or|et|and) ?(?P<n2>\d{1,3}))?"
_UNIT = r"(?P<u>jours?|j|days?|semaines?|sem|weeks?|mois|months?|heures?|hours?|h)(?!'[a-z]{2})"
_DURATION = re.compile(
    rf"(?<![a-z0-9.,])(?:{_COUNT} ?(?:(?:seule?s?|petite?s?) )?"
    rf"(?P<worked>(?:working|business|week) ?)?{_UNIT}"
    rf"|(?:une )?(?P<group>{'|'.join(GROUPS)})(?: de jours)?)(?![a-z0-9])"
    r"(?P<half> et demie?)?(?P<work>\.? ouvr(?:er?|ee|able)s?)?"
)
_COUNTDOWN = re.compile(r"(?<![a-z0-9'¤])(?:j ?(?:-|–|moins)?|d ?-) ?(?P<n>\d{1,3})(?!\d)")
_EXACTLY = re.compile(r"\b(?:avant|before)[^.;\d]{0,20}\((?:soit |a )?$")  # « un mois avant (28 jours) »
_WEEKS_AND_DAYS = re.compile(
    r"\S+ ?(?:sem|mois|week|month)[a-z]* (?:(?:et|and)|(?P<less>moins|less|minus)) \S+ ?(?:j|day)[a-z]*"
)
_TYPED = re.compile(
    r"\b(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|trente|quelques) "
    r"(?:jours?|semaines?|mois|heures?) avant\b"
    r"(?: (?:le|la|son) (?:début|debut|démarrage|demarrage|session|formation|date))?"
    r"|\bj ?-? ?\d+\b|\bla veille\b",
    re.IGNORECASE,
)
_MONTH = (28, 31)
_WEEK = 7
_HOLIDAYS = 2  # public holidays that a few weeks may hold


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time met in a text: `low` to `high` days, `days` being the usual reading.

    `working` is the number of working days that it is said in, of `per_week` a week.
    """

    start: int
    end: int
    days: int
    low: int
    high: int
    months: int = 0
    working: int = 0
    per_week: int = WORKED


@dataclass(frozen=True, slots=True)
class Notice:
    """How many days before the start a notice comes: `days`, surely between `low` and `high`.

    `high` is `None` when it is open. `months`, `working` and `per_week` tell how it
    was said, so that it is counted on the calendar once the start is known.
    """

    days: int
    low: int
    high: int | None
    months: int = 0
    working: int = 0
    per_week: int = WORKED

    def before(self, start: date) -> int:
        """The days of notice before that start."""
        if self.working:
            return (start - shift_working(start, -self.working, self.per_week)).days
        return (start - shift(start, -self.months, "months")).days if self.months else self.days


def without_notice(message: str) -> str:
    """A message without how long before the start it says that something comes.

    >>> without_notice("On annule dix jours avant le début, combien de jours avant faut-il écrire ?")
    'On annule , combien de jours avant faut-il écrire ?'
    """
    return _TYPED.sub("", message)


def find_durations(text: str) -> tuple[Duration, ...]:
    """The lengths of time of a prepared text, whatever they are for.

    >>> [one.days for one in find_durations("3 semaines, 48h, un mois, une quinzaine, j-20")]
    [21, 2, 30, 15, 20]
    """
    found = _added([_duration(match) for match in _DURATION.finditer(text)], text)
    for match in _COUNTDOWN.finditer(text):
        days = int(match["n"])
        found.append(Duration(match.start(), match.end(), days, days, days))
    return tuple(sorted(found, key=lambda one: one.start))


def _added(found: list[Duration], text: str) -> list[Duration]:
    """The lengths, « 4 semaines et 3 jours » being one, and « 3 semaines moins un jour »."""
    added: list[Duration] = []
    for one in found:
        last = added[-1] if added else None
        both = _WEEKS_AND_DAYS.fullmatch(text[last.start : one.end]) if last else None
        if last and both and not one.working:
            sign = -1 if both["less"] else 1
            sums = (last.days + sign * one.days, last.low + sign * one.low, last.high + sign * one.high)
            added[-1] = Duration(last.start, one.end, *sums)
        else:
            added.append(one)
    return added


def _duration(match: re.Match[str]) -> Duration:
    start, end = match.span()
    if match["group"]:
        days = GROUPS[match["group"]]
        return Duration(start, end, days, days - ABOUT, days + ABOUT)
    unit = unit_of(match["u"])
    first = _count(match["n"])
    last = _count(match["n2"]) if match["n2"] else first
    half = 0.5 if match["half"] else 0
    low, high = sorted((first + half, last + half))
    if (match["work"] or match["worked"]) and unit == "days":
        return _working(match, int(first), int(low), int(high))
    if unit == "hours":
        return Duration(start, end, int(low // 24), int(low // 24), int(high // 24))
    if unit == "months":
        whole = int(low) if low == high and low == int(low) else 0
        return Duration(start, end, int(low * 30), int(low * _MONTH[0]), int(high * _MONTH[1]), months=whole)
    size = _WEEK if unit == "weeks" else 1
    return Duration(start, end, int(low * size), int(low * size), int(high * size))


def _working(match: re.Match[str], count: int, low: int, high: int) -> Duration:
    """Working days as the calendar days that they come to: fewest, and most, holidays included.

    The fewest are what they surely are, and their usual reading.
    """
    per_week = week_of(match["work"] or "")
    fewest = low // per_week * _WEEK + low % per_week
    most = -(-high // per_week) * (_WEEK - per_week) + high + _HOLIDAYS
    return Duration(*match.span(), fewest, fewest, most, working=count, per_week=per_week)


def _count(typed: str) -> float:
    return float(typed.replace(",", ".")) if typed[0].isdigit() else count_of(typed)


def find_notices(text: str, *, bare: bool) -> tuple[tuple[Notice, ...], str]:
    """The notices of a prepared text, and the text with them covered.

    `bare` takes a duration for a notice even when no word says so, as in the
    answer to a question.
    """
    notices: list[Notice] = []
    for one in find_durations(text):
        left, right = text[: one.start], text[one.end :]
        countdown = _COUNTDOWN.match(text, one.start) is not None
        told = countdown or at_start("notice.after", right) or _told_before(left)
        if notices and _EXACTLY.search(left):
            notices, told = notices[:-1], True
        if at_end("negated_sum", left) or (not told and _is_length(one, text)):
            continue
        if told or bare:
            notices.append(_bounded(one, left, right))
    for concept, days in (("two_days_before", 2), ("day_before", 1), ("same_day", 0)):
        if not notices and says(f"notice.{concept}", text):
            notices.append(Notice(days, days, days))
    return tuple(dict.fromkeys(notices)), hide_spans(text, find_durations(text))


def find_length(text: str) -> int | None:
    """How many days the training lasts, by the first duration that is no notice.

    >>> find_length("formation de 3 jours, j'annule 10 jours avant")
    3
    """
    for one in find_durations(text):
        is_notice = at_start("notice.after", text[one.end :]) or _told_before(text[: one.start])
        if not is_notice and one.low == one.high and _COUNTDOWN.match(text, one.start) is None:
            return one.days
    return None


def _is_length(one: Duration, text: str) -> bool:
    """Whether a duration is said to be the length of a training."""
    before, after = text[: one.start], text[one.end :]
    return bool(at_end("notice.length_before", before)) or touches("notice.length_after", after)


def _told_before(left: str) -> bool:
    """Whether a word for a notice stands right before a duration, « de » or « environ » aside."""
    left = re.sub(r"(?: (?:de|d|of|est|is|environ|about|seulement|only))*[ ':]*$", "", left)
    return at_end("notice.before", left) is not None


def _bounded(one: Duration, left: str, right: str) -> Notice:
    """The notice, with « moins de », « plus de », « au moins », « au plus » and « environ » counted in."""
    if at_end("notice.at_most", left) or at_start("notice.at_most_after", right):
        return Notice(one.days, 0, one.high)
    if at_end("notice.at_least", left):
        return Notice(one.days, one.low, None)
    if at_end("notice.less", left):
        return Notice(max(one.days - 1, 0), 0, one.high - 1)
    if at_end("notice.more", left):
        return Notice(one.days + 1, one.days + 1, None)
    if at_end("notice.about", left):
        return Notice(one.days, one.low - ABOUT, one.high + ABOUT)
    return Notice(one.days, one.low, one.high, one.months, one.working, one.per_week)


def has_started(text: str) -> bool | None:
    """Whether a prepared text says that the training has started; `None` when it does not say.

    >>> has_started("la formation a deja commence"), has_started("elle n'a pas commence")
    (True, False)
    """
    if says("notice.not_started", text):
        return False
    return True if says("notice.started", text) else None
