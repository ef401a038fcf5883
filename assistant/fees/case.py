"""The facts of a money question: read from JSON fields, checked one by one and together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields as fields_of
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import Decimal, getcontext
from typing import get_args

from assistant.datatypes import Basis, Case, ClientKind, Event, NewSession
from assistant.errors import CaseError
from assistant.french import say_date, say_money

_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # fromisoformat alone takes week dates too

DATES = frozenset(one.name for one in fields_of(Case) if one.name.endswith("_date"))
SUMS = frozenset({"price", "deposit_paid", "paid", "opco_share", "monthly_salary", "subcontracted"})
RATES = frozenset({"vat_rate", "employer_charges_rate"})
ANSWERS = frozenset({"online", "started", "signed", "accepted", "intra"})
WORDS: Mapping[str, tuple[str, ...]] = {
    "event": get_args(Event),
    "basis": get_args(Basis),
    "client": get_args(ClientKind),
    "new_session": get_args(NewSession),
}
CENT_DECIMALS = 2
RATE_DECIMALS = 2 * CENT_DECIMALS  # those that a percentage is written with


def parse_case(given: Mapping[str, object]) -> Case:
    """The case that the fields describe; a field that is absent or null is unknown.

    Raises `CaseError` naming the field that is unknown or whose value cannot be.

    >>> parse_case({"event": "deposit", "price": "1350.50"}).price
    Decimal('1350.50')
    """
    known = {one.name for one in fields_of(Case)}
    for name in given:
        if name not in known:
            raise CaseError(str(name), "champ inconnu.", f"Champs possibles : {', '.join(sorted(known))}.")
    if given.get("event") is None:
        raise CaseError("event", "champ absent.", f"Valeurs possibles : {', '.join(WORDS['event'])}.")
    values = {name: _value(name, value) for name, value in given.items() if value is not None}
    case = Case(**values)  # type: ignore[arg-type]  # each value was read for its field
    check_case(case)
    return case


def _value(name: str, value: object) -> object:
    if name in DATES:
        return _read_date(name, value)
    if name in SUMS or name in RATES:
        return _read_decimal(name, value)
    if name in ANSWERS:
        return _read_answer(name, value)
    if name in ("notice_days", "invoices"):
        return _read_whole(name, value)
    if name == "more_payments":
        return _read_payments(name, value)
    return _read_word(name, value)


def _read_date(name: str, value: object) -> date:
    todo = "Écrivez une date qui existe, comme 2026-11-20."
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise CaseError(name, f"« {value} » n'est pas une date.", todo)
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise CaseError(name, f"« {value} » n'est pas une date possible.", todo) from error


def _read_decimal(name: str, value: object) -> Decimal:
    written = str(value).strip()
    if isinstance(value, bool) or not _DECIMAL.fullmatch(written):
        raise CaseError(name, f"« {value} » n'est pas un nombre décimal.", "Écrivez-le comme 1350.50.")
    return Decimal(written)


def _read_answer(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise CaseError(name, f"« {value} » n'est ni vrai ni faux.", "Écrivez true ou false.")
    return value


def _read_payments(name: str, value: object) -> tuple[tuple[date, Decimal], ...]:
    """Several payments, as « 2026-05-15=800.00, 2026-06-15=500.00 »."""
    told = [one.partition("=") for one in str(value).split(",")]
    return tuple((_read_date(name, day.strip()), _read_decimal(name, amount)) for day, _, amount in told)


def _read_whole(name: str, value: object) -> int:
    number = _read_decimal(name, value)
    if number != number.to_integral_value():
        raise CaseError(name, f"« {value} » n'est pas un nombre entier.", "Écrivez un nombre entier.")
    return int(number)


def _read_word(name: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise CaseError(name, f"« {value} » n'est pas un mot.", "Écrivez du texte.")
    possible = WORDS.get(name)
    if possible and value not in possible:
        raise CaseError(name, f"« {value} » n'est pas connu.", f"Valeurs possibles : {', '.join(possible)}.")
    return value


def check_case(case: Case) -> None:
    """Nothing, when the facts can stand together.

    Raises `CaseError` naming the field when a value, or two values together,
    cannot be.
    """
    _check_values(case)
    _check_sums(case)
    _check_dates(case)


def _check_values(case: Case) -> None:
    for name in sorted(DATES):
        day = getattr(case, name)
        if day is not None and day.year in (MINYEAR, MAXYEAR):
            raise CaseError(name, f"l'année {day.year} n'est pas possible.", "Vérifiez cette date.")
    for name in sorted(SUMS | RATES):
        value = getattr(case, name)
        if value is None:
            continue
        decimals = RATE_DECIMALS if name in RATES else CENT_DECIMALS
        if not value.is_finite() or value < 0:
            raise CaseError(
                name, f"{value} n'est pas possible : il faut zéro ou plus.", "Corrigez ce nombre."
            )
        if value.adjusted() >= getcontext().prec // 2:
            raise CaseError(name, f"{value} est trop grand.", "Corrigez ce nombre.")
        if value != round(value, decimals):
            raise CaseError(name, f"{value} a plus de {decimals} décimales.", "Arrondissez ce nombre.")
    if case.vat_rate is not None and case.vat_rate > 100:
        raise CaseError(
            "vat_rate", f"{case.vat_rate} % n'est pas un taux de TVA.", "Donnez un taux de 0 à 100."
        )


def _check_sums(case: Case) -> None:
    if case.invoices is not None and not 0 < case.invoices < 100:
        raise CaseError("invoices", f"{case.invoices} n'est pas possible.", "Donnez un nombre de 1 à 99.")
    paid = sum((amount for _, amount in case.more_payments or ()), case.paid or Decimal(0))
    if case.more_payments and case.price is not None and paid > case.price:
        said = f"{say_money(paid)} payés en tout dépassent le prix ({say_money(case.price)})."
        raise CaseError("more_payments", said, "Corrigez l'un des montants.")
    if case.more_payments and case.paid is None:
        raise CaseError("more_payments", "le premier paiement n'est pas dit.", "Donnez sa somme et sa date.")
    for name, most, named in (
        ("deposit_paid", "price", "le prix"),
        ("deposit_paid", "paid", "le total des sommes payées"),
        ("opco_share", "price", "le prix"),
    ):
        value, limit = getattr(case, name), getattr(case, most)
        if value is not None and limit is not None and value > limit:
            raise CaseError(
                name,
                f"{say_money(value)} dépasse {named} ({say_money(limit)}).",
                "Corrigez l'un des deux montants.",
            )


def _check_dates(case: Case) -> None:
    notice = notice_day(case)
    for name, day, earliest, named in (
        ("start_date", case.start_date, case.order_date, "la commande"),
        ("end_date", case.end_date, case.start_date, "le début"),
        ("notice_date", notice, case.order_date, "la commande"),
        ("new_start_date", case.new_start_date, case.order_date, "la commande"),
        ("new_start_date", case.new_start_date, notice, "la demande"),
        ("payment_date", case.payment_date, case.part_payment_date, "le paiement partiel"),
        *(
            ("payment_date", case.payment_date, one, "un autre paiement")
            for one, _ in case.more_payments or ()
        ),
    ):
        if day is not None and earliest is not None and day < earliest:
            raise CaseError(
                name,
                f"le {say_date(day)} est avant {named} ({say_date(earliest)}).",
                "Corrigez l'une des deux dates.",
            )
    if case.notice_days is not None and case.days_before != case.notice_days:
        raise CaseError(
            "notice_days",
            f"{case.notice_days} jours, mais les deux dates en donnent {case.days_before}.",
            "Corrigez l'un des trois.",
        )


def notice_day(case: Case) -> date | None:
    """The day on which the notice is received; `None`: unknown.

    >>> notice_day(Case("cancellation", start_date=date(2027, 3, 31), notice_days=30))
    datetime.date(2027, 3, 1)
    """
    if case.notice_date is not None:
        return case.notice_date
    if case.start_date is None or case.notice_days is None:
        return None
    try:
        return case.start_date - timedelta(days=case.notice_days)
    except OverflowError as error:
        raise CaseError(
            "notice_days", f"{case.notice_days} jours n'est pas possible.", "Corrigez-le."
        ) from error
