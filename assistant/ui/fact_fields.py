"""The facts of a money question as people type and correct them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from assistant.answering.understand.dates.dates import Mention, find_dates
from assistant.answering.understand.money.describe import FIELDS, Fact, FactField, Payments
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.amounts import bare_number, find_sums
from assistant.datatypes import Event
from assistant.errors import AssistantError, UsageError
from assistant.french import NBSP

EVENTS: Mapping[Event, str] = {
    "cancellation": "Le client annule",
    "postponement": "Le client reporte à une autre date",
    "provider_cancellation": "L'organisme de formation annule ou reporte",
    "absence": "Un participant est absent",
    "withdrawal": "Un particulier se rétracte",
    "deposit": "Acompte à la commande",
    "opco_balance": "Reste à payer après l'OPCO",
    "late_payment": "Facture payée en retard",
    "solicitation": "Le client engage un formateur",
    "liability_cap": "Le client réclame des dommages",
}
NOT_SAID = "Non précisé"
_PARTED = re.compile(r",(?!\d)|;|\n|\bet\b")  # what stands between two payments


def read_fact(name: str, typed: str, *, today: date) -> Fact:
    """The value that a person typed for a fact.

    Raises `UsageError`, in French, when it cannot be read.
    """
    field = FIELDS[name]
    if field.kind == "date":
        return _read_date(field, typed, today)
    if field.kind == "payments":
        return _read_payments(field, typed, today)
    text = prepare(typed)
    sums = find_sums(text)
    if field.kind == "sum" and len(sums) == 1 and sums[0].problem is None:
        return sums[0].total
    number = bare_number(text.replace("%", "").strip())
    if number is None or (field.kind in ("days", "count") and number != int(number)):
        tried = find_sums(f"{text} €") if field.kind == "sum" else ()
        why = next((one.problem for one in tried if one.problem), f"« {typed} » ne se lit pas.")
        raise UsageError(field.label, why, f"Écrivez {field.example}.")
    return int(number) if field.kind in ("days", "count") else number


def _read_payments(field: FactField, typed: str, today: date) -> Payments:
    """The payments typed, the earliest first; each has one sum and one day."""
    payments = []
    for part in map(prepare, _PARTED.split(typed.strip(" ,;."))):
        sums, days = find_sums(part), find_dates(part, today)
        if len(sums) != 1 or sums[0].problem or len(days) != 1 or not days[0].options:
            raise UsageError(field.label, f"« {typed} » ne se lit pas.", f"Écrivez {field.example}.")
        payments.append((_nearest(days[0], today), sums[0].total))
    return tuple(sorted(payments))


def _read_date(field: FactField, typed: str, today: date) -> date:
    """The day typed; without a year, the one nearest to today."""
    mentions = find_dates(prepare(typed), today)
    first = mentions[0] if len(mentions) == 1 else None
    if first is None or not first.options:
        why = first.problem if first and first.problem else f"« {typed} » n'est pas une date."
        raise UsageError(field.label, why, f"Écrivez {field.example}.")
    return _nearest(first, today)


def _nearest(mention: Mention, today: date) -> date:
    ahead = [one for one in mention.options if one >= today]
    return ahead[0] if ahead else mention.options[-1]


def say_error(error: AssistantError) -> str:
    """What went wrong and what to do, the field called as people know it.

    >>> say_error(UsageError("price", "illisible.", "Écrivez 2 000 €.")).replace(NBSP, " ")
    'Prix de la formation : illisible. Écrivez 2 000 €.'
    """
    field = FIELDS.get(error.where)
    return f"{field.label if field else error.where}{NBSP}: {error.what} {error.todo}".strip()


def type_fact(name: str, value: Fact) -> str:
    """A fact as it is typed, so that it can be corrected.

    >>> type_fact("start_date", date(2027, 3, 12)), type_fact("price", Decimal("2000.50"))
    ('12/03/2027', '2000,50')
    """
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, tuple):
        return ", ".join(f"{type_fact('paid', amount)} € le {day:%d/%m/%Y}" for day, amount in value)
    if FIELDS[name].kind in ("sum", "percent"):
        return f"{Decimal(value):f}".removesuffix(".00").replace(".", ",")
    return str(value)
