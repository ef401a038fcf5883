"""One case, from options, for a person; or one JSON case a line, for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer
from rich.table import Table

from assistant.cli.screen import (
    OUT,
    CorpusOption,
    IndexOption,
    JsonOption,
    print_json,
    print_line,
    progress_bar,
    with_options,
)
from assistant.datatypes import Basis, Case, ClientKind, Event, NewSession
from assistant.errors import CaseError, UsageError
from assistant.french import say_date, say_money
from assistant.settings import read_settings

if TYPE_CHECKING:
    from assistant.calculator import Calculator
    from assistant.datatypes import Calculation

_HELP = {
    "event": "Ce qui arrive",
    "edition": "Édition des CGV, comme CGV-30J ; sans elle, toutes sont comparées",
    "price": "Prix de la formation, ou montant de la facture, en euros",
    "basis": "Le prix est-il HT ou TTC",
    "vat_rate": "TVA en pour cent ; 0 si exonéré",
    "client": "Nature du client",
    "start_date": "Premier jour de la formation (AAAA-MM-JJ)",
    "end_date": "Dernier jour de la formation, pour le délai de l'OPCO",
    "notice_date": "Jour où l'organisme de formation reçoit la demande écrite",
    "notice_days": "À défaut de dates : jours entre la réception et le début",
    "order_date": "Date de la commande",
    "signature_date": "Date de la signature",
    "new_start_date": "Nouvelle date de début, pour un report",
    "new_session": "Nouvelle date que l'organisme de formation propose en reportant",
    "online": "Commande passée sur le site (true ou false)",
    "started": "Formation commencée (true ou false)",
    "signed": "Commande signée (true ou false)",
    "accepted": "Commande acceptée par écrit sans être signée (true ou false)",
    "intra": "Formation INTRA (true ou false)",
    "deposit_paid": "Acompte encaissé, en euros",
    "paid": "Toutes sommes versées, en euros",
    "opco_share": "Part payée par l'OPCO, en euros",
    "due_date": "Échéance de la facture",
    "payment_date": "Date du paiement, ou du solde",
    "part_payment_date": "Date à laquelle une partie (--paid) a été payée avant le solde",
    "more_payments": "Autres paiements avant le solde, comme 2026-05-15=800.00, 2026-06-15=500.00",
    "invoices": "Nombre de factures de ce montant, aux mêmes dates",
    "monthly_salary": "Dernier salaire mensuel brut, en euros",
    "employer_charges_rate": "Charges patronales, en pour cent",
    "subcontracted": "Chiffre d'affaires sous-traité l'année précédente, en euros",
}
_KINDS = {
    "amount": "Somme due",
    "range": "Fourchette",
    "no_fee": "Rien à payer",
    "ask": "Il manque une information",
    "refuse": "Pas de chiffrage possible",
    "escalate": "À confirmer par une personne",
}
_CHOICES = {"event": Event, "basis": Basis, "client": ClientKind, "new_session": NewSession}
_FLAGS = ("online", "started", "signed", "accepted", "intra")


def _fees(*, corpus: Path | None, index: Path | None, as_json: bool, **given: str | None) -> None:
    """Compute one case from options, or each JSON case of standard input."""
    stated = {name: value for name, value in given.items() if value is not None}
    if stated and "event" not in stated:
        raise CaseError("--event", "il manque.", f"Choisissez parmi : {', '.join(get_args(Event))}.")
    if not stated and not as_json:
        raise UsageError("cas", "aucune option ne le décrit.", "Voir « assistant fees --help ».")
    calculator = _calculator(corpus, index)
    if not stated:
        _compute_lines(calculator)
        return
    edition = stated.get("edition")
    if edition and edition not in calculator.rules:
        known = ", ".join(calculator.rules)
        raise CaseError(
            "--edition", f"aucune règle de frais pour « {edition} ».", f"Choisissez parmi : {known}."
        )
    calculation = _compute(calculator, {name: _as_json(name, value) for name, value in stated.items()})
    _print_json(calculation) if as_json else _print_calculation(calculation)


def _option(name: str) -> object:
    """The option that states a field of the case."""
    choices = get_args(_CHOICES[name]) if name in _CHOICES else ()
    said = f"{_HELP[name]} : {', '.join(choices)}" if choices else _HELP[name]
    return Annotated[str | None, typer.Option("--" + name.replace("_", "-"), metavar="…", help=f"{said}.")]


fees = with_options(
    _fees,
    {one.name: (_option(one.name), None) for one in fields(Case)}
    | {"corpus": (CorpusOption, None), "index": (IndexOption, None), "as_json": (JsonOption, False)},
)


def _as_json(name: str, value: str) -> object:
    """An option as it would stand in a JSON case."""
    if name in _FLAGS and value in ("true", "false"):
        return value == "true"
    return int(value) if name in ("notice_days", "invoices") and value.isdigit() else value


def _calculator(corpus: Path | None, index: Path | None) -> Calculator:
    """A calculator by the rules that the indexed documents confirm."""
    from assistant.calculator import Calculator
    from assistant.company import names_of_company
    from assistant.fees import check_rules, read_rates, read_rules
    from assistant.indexing.build import open_index

    settings = read_settings(corpus=corpus, index=index)
    with progress_bar() as on_progress:
        documents = open_index(settings, on_progress=on_progress).corpus
    rules = check_rules(read_rules(settings.rules), documents)
    name = next(iter(names_of_company(documents.documents)), "")
    return Calculator(rules, read_rates(settings.rates), settings.vat_rate, lambda _: (), name)


def _compute(calculator: Calculator, case: Mapping[str, object]) -> Calculation:
    from assistant.fees import parse_case

    return calculator.compute(parse_case(case))


def _compute_lines(calculator: Calculator) -> None:
    for line in sys.stdin:
        if not line.strip():
            continue
        try:
            case = json.loads(line)
            if not isinstance(case, dict):
                raise CaseError("case", "ce n'est pas un objet JSON.", "Écrivez {…} sur une ligne.")
            _print_json(_compute(calculator, case))
        except json.JSONDecodeError as error:
            print_json({"error": f"case : ce n'est pas du JSON (caractère {error.pos + 1})."})
        except CaseError as error:
            print_json({"error": str(error)})


def _print_json(calculation: Calculation) -> None:
    from assistant.fees import calculation_as_json

    print_json(calculation_as_json(calculation))


def _print_calculation(calculation: Calculation) -> None:
    ends = [one for one in (calculation.due_min, calculation.due_max) if one is not None]
    said = " à ".join(dict.fromkeys(say_money(one) for one in ends))
    headline = f"{_KINDS[calculation.kind]} : {said} {calculation.basis or ''}".rstrip(" :")
    print_line(headline, style="bold")
    print_line(calculation.explanation)
    if calculation.lines:
        table = Table("Étape", "Calcul", "Montant", "Article")
        for line in calculation.lines:
            table.add_row(line.label, line.expression, say_money(line.amount), line.article)
        OUT.print(table)
    for label, amount in (("Reste à payer", calculation.balance), ("À rembourser", calculation.refund)):
        if amount is not None:
            print_line(f"{label} : {say_money(amount)}")
    if calculation.next_threshold:
        day, due = calculation.next_threshold.date, calculation.next_threshold.due_max
        print_line(f"À partir du {say_date(day)} : {say_money(due)}")
    for flag in calculation.flags:
        print_line(f"- {flag.text}", style="dim")
