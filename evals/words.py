"""Figures, failures and categories as a person reads them."""

from __future__ import annotations

from decimal import Decimal

from assistant.french import NBSP, say_percent
from evals.datatypes import Check, Failure, Figure
from evals.floors import Fall
from evals.measures import MEASURES, Unit

_CHECKS: dict[Check, str] = {
    "facts": "à dire",
    "not": "à ne pas dire",
    "cite": "à citer",
    "status": "issue",
    "amount": "somme",
    "amount_max": "somme la plus haute",
}
_STATUSES = {
    "answered": "une réponse",
    "needs_info": "une question en retour",
    "not_found": "« les documents ne le disent pas »",
    "out_of_scope": "« ce n'est pas notre sujet »",
}
_KINDS = {"hard_": "{} difficiles", "fresh_": "{} (neuves)", "voices_": "{} (autres voix)"}
_CATEGORIES = {
    "": "Ensemble",
    "courses": "Formations",
    "terms": "Conditions",
    "money": "Sommes",
    "outside": "Cas limites",
    "offtopic": "Hors sujet",
    "courses_terms": "Formations et conditions",
    "voices": "Autres voix",
}


def say_category(category: str) -> str:
    """A category in French; one of somebody's own sets keeps its name.

    >>> say_category("terms"), say_category("hard_terms"), say_category("factures")
    ('Conditions', 'Conditions difficiles', 'factures')
    """
    kinds = (
        said.format(_CATEGORIES[category.removeprefix(kind)])
        for kind, said in _KINDS.items()
        if category.startswith(kind) and category.removeprefix(kind) in _CATEGORIES
    )
    return next(kinds, _CATEGORIES.get(category, category))


def say_rate(rate: float) -> str:
    """A rate as a percentage, to a tenth of a point.

    >>> say_rate(0.9232).replace(NBSP, " ")
    '92,3 %'
    """
    return say_percent((Decimal(rate) * 100).quantize(Decimal("0.1")))


def say_value(value: float, unit: Unit) -> str:
    r"""A value in its unit: a percentage, a mark to three decimals, milliseconds.

    >>> say_value(0.5, "percent"), say_value(0.5, "score"), say_value(0.0042, "seconds")
    ('50\xa0%', '0,500', '4,2\xa0ms')
    """
    if unit == "percent":
        return say_rate(value)
    if unit == "score":
        return f"{value:.3f}".replace(".", ",")
    milliseconds = value * 1000
    return f"{milliseconds:.{0 if milliseconds >= 10 else 1}f}{NBSP}ms".replace(".", ",")


def say_figure(figure: Figure) -> str:
    """The value of a figure, in the unit of its measure."""
    return say_value(figure.value, MEASURES[figure.measure].unit)


def say_interval(figure: Figure) -> str:
    """Between what and what the value is, 95 times of 100; the unit is said once."""
    low, high = (say_value(bound, MEASURES[figure.measure].unit) for bound in (figure.low, figure.high))
    return f"{low.partition(NBSP)[0]}–{high}"


def say_change(now: float, before: float, unit: Unit) -> str:
    r"""A change since another run, signed; points for a percentage.

    >>> say_change(0.9, 0.8875, "percent"), say_change(0.5, 0.5, "score")
    ('+1,3\xa0pt', '=')
    """
    by = now - before
    if unit == "percent":
        said = f"{by * 100:+.1f}{NBSP}pt"
    elif unit == "score":
        said = f"{by:+.3f}"
    else:
        said = f"{by * 1000:+.1f}{NBSP}ms"
    return said.replace(".", ",").replace("-", "−") if any(digit in said for digit in "123456789") else "="


def say_fall(fall: Fall) -> str:
    """A figure and the floor that it does not hold."""
    one = MEASURES[fall.figure.measure]
    limit = "plafond" if one.unit == "seconds" else "plancher"
    return (
        f"{say_category(fall.figure.category)}, {one.label.lower()}{NBSP}: {say_figure(fall.figure)} "
        f"({limit} {say_value(fall.floor, one.unit)})"
    )


def say_failure(failure: Failure) -> str:
    """A check that does not hold: what was expected, and what was given instead."""
    expected, given = (_STATUSES.get(one, one) for one in (failure.expected, failure.given))
    instead = f" – donné{NBSP}: {given or 'rien'}" if failure.check != "facts" else ""
    return f"{_CHECKS[failure.check]}{NBSP}: {expected}{instead}"
