"""The facts of a money question as people type, read and correct them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from assistant.answering.understand.dates.dates import find_dates
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.amounts import bare_number, find_sums
from assistant.datatypes import ClientKind, Event, NewSession
from assistant.errors import AssistantError, UsageError
from assistant.french import NBSP, say_date, say_money, say_percent

FactKind = Literal["sum", "date", "days", "count", "percent", "client", "yes_no", "new_session"]
Fact = Decimal | date | int | bool | str

EVENTS: Mapping[Event, str] = {
    "cancellation": "Le client annule",
    "postponement": "Le client reporte à une autre date",
    "provider_cancellation": "LEXOM annule ou reporte",
    "absence": "Un participant est absent",
    "withdrawal": "Un particulier se rétracte",
    "deposit": "Acompte à la commande",
    "opco_balance": "Reste à payer après l'OPCO",
    "late_payment": "Facture payée en retard",
    "solicitation": "Le client engage un formateur",
    "liability_cap": "Le client réclame des dommages",
}
CLIENTS: Mapping[ClientKind, str] = {
    "company": "Entreprise",
    "individual": "Particulier",
    "sole_trader": "Indépendant",
    "public_body": "Organisme public",
    "foreign_company": "Entreprise étrangère",
}
NOT_SAID = "Non précisé"
YES_NO: Mapping[bool, str] = {True: "Oui", False: "Non"}
NEW_SESSIONS: Mapping[NewSession, str] = {
    "proposed": "Sans réponse du client",
    "accepted": "Acceptée",
    "refused": "Refusée",
}
# The facts that are chosen, not typed: each value and how it is shown.
CHOICES: Mapping[FactKind, Mapping[Any, str]] = {
    "client": CLIENTS,
    "yes_no": YES_NO,
    "new_session": NEW_SESSIONS,
}


@dataclass(frozen=True, slots=True)
class FactField:
    """One fact: how it is labelled, what is typed in it, and its name in a link."""

    label: str
    kind: FactKind
    link: str

    @property
    def example(self) -> str:
        """What may be typed."""
        return _EXAMPLES.get(self.kind, "")


_EXAMPLES: Mapping[FactKind, str] = {
    "sum": "par exemple 2 000 €",
    "date": "par exemple 12/03/2027",
    "days": "par exemple 20",
    "count": "par exemple 2",
    "percent": "par exemple 42",
}

FIELDS: Mapping[str, FactField] = {
    "price": FactField("Prix de la formation", "sum", "prix"),
    "client": FactField("Client", "client", "client"),
    "start_date": FactField("Début de la formation", "date", "debut"),
    "end_date": FactField("Fin de la formation", "date", "fin"),
    "notice_date": FactField("Demande écrite reçue le", "date", "demande"),
    "notice_days": FactField("Jours avant le début", "days", "jours"),
    "order_date": FactField("Date de la commande", "date", "commande"),
    "signature_date": FactField("Date de signature", "date", "signature"),
    "new_start_date": FactField("Nouvelle date", "date", "report"),
    "new_session": FactField("Nouvelle date proposée par LEXOM", "new_session", "accord"),
    "online": FactField("Commande sur le site internet", "yes_no", "en_ligne"),
    "started": FactField("Formation déjà commencée", "yes_no", "commencee"),
    "signed": FactField("Commande signée", "yes_no", "signee"),
    "accepted": FactField("Accord écrit sans signature", "yes_no", "accord_ecrit"),
    "intra": FactField("Formation dans l'entreprise (intra)", "yes_no", "intra"),
    "deposit_paid": FactField("Acompte versé", "sum", "acompte"),
    "paid": FactField("Total déjà versé", "sum", "verse"),
    "opco_share": FactField("Part prise en charge par l'OPCO", "sum", "opco"),
    "due_date": FactField("Échéance de la facture", "date", "echeance"),
    "payment_date": FactField("Payée le", "date", "paiement"),
    "part_payment_date": FactField("Payée en partie le", "date", "paiement_partiel"),
    "invoices": FactField("Nombre de factures", "count", "factures"),
    "monthly_salary": FactField("Dernier salaire mensuel brut", "sum", "salaire"),
    "employer_charges_rate": FactField("Charges patronales (%)", "percent", "charges"),
    "subcontracted": FactField("Chiffre d'affaires sous-traité", "sum", "sous_traite"),
}


def read_fact(name: str, typed: str, *, today: date) -> Fact:
    """The value that a person typed for a fact.

    Raises `UsageError`, in French, when it cannot be read.
    """
    field = FIELDS[name]
    if field.kind == "date":
        return _read_date(field, typed, today)
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


def _read_date(field: FactField, typed: str, today: date) -> date:
    """The day typed; without a year, the one nearest to today."""
    mentions = find_dates(prepare(typed), today)
    first = mentions[0] if len(mentions) == 1 else None
    if first is None or not first.options:
        why = first.problem if first and first.problem else f"« {typed} » n'est pas une date."
        raise UsageError(field.label, why, f"Écrivez {field.example}.")
    ahead = [one for one in first.options if one >= today]
    return ahead[0] if ahead else first.options[-1]


def say_error(error: AssistantError) -> str:
    """What went wrong and what to do, the field called as people know it.

    >>> say_error(UsageError("price", "illisible.", "Écrivez 2 000 €.")).replace(NBSP, " ")
    'Prix de la formation : illisible. Écrivez 2 000 €.'
    """
    field = FIELDS.get(error.where)
    return f"{field.label if field else error.where}{NBSP}: {error.what} {error.todo}".strip()


def say_fact(name: str, value: Fact) -> str:
    """A fact as people read it.

    >>> say_fact("client", "company"), say_fact("started", True)
    ('Entreprise', 'Oui')
    """
    kind = FIELDS[name].kind
    if isinstance(value, date):
        return say_date(value)
    if kind in CHOICES:
        return CHOICES[kind][value]
    if kind == "count":
        return str(value)
    if kind == "days":
        return f"{value}{NBSP}jours"
    number = Decimal(value)
    return say_percent(number) if kind == "percent" else say_money(number)


def type_fact(name: str, value: Fact) -> str:
    """A fact as it is typed, so that it can be corrected.

    >>> type_fact("start_date", date(2027, 3, 12)), type_fact("price", Decimal("2000.50"))
    ('12/03/2027', '2000,50')
    """
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if FIELDS[name].kind in ("sum", "percent"):
        return f"{Decimal(value):f}".removesuffix(".00").replace(".", ",")
    return str(value)
