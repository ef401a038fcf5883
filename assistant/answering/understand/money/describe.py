"""The facts of a money case in words, and what was understood of one said back in French."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from assistant.datatypes import Case, ClientKind, Event, MoneyReading, NewSession, Reading
from assistant.french import NBSP, say_date, say_list, say_money, say_percent

FactKind = Literal["sum", "date", "days", "count", "percent", "payments", "client", "yes_no", "new_session"]
Payments = tuple[tuple[date, Decimal], ...]
Fact = Decimal | date | int | bool | str | Payments

_EVENTS: Mapping[Event, str] = {
    "cancellation": "annulation par le client",
    "postponement": "report demandé par le client",
    "provider_cancellation": "annulation ou report par <us>",
    "absence": "absence d'un participant",
    "withdrawal": "rétractation",
    "deposit": "acompte à verser",
    "opco_balance": "reste à payer après l'OPCO",
    "late_payment": "retard de paiement",
    "solicitation": "embauche d'un intervenant de <us>",
    "liability_cap": "plafond d'indemnisation",
}
_CLIENTS: Mapping[ClientKind, str] = {
    "company": "Entreprise",
    "individual": "Particulier",
    "sole_trader": "Travailleur indépendant",
    "public_body": "Organisme public",
    "foreign_company": "Client établi hors de France",
}
_NEW_SESSIONS: Mapping[NewSession, str] = {
    "proposed": "Sans réponse du client",
    "accepted": "Acceptée",
    "refused": "Refusée",
}
# The facts that are chosen, not typed: each value and how it is shown.
CHOICES: Mapping[FactKind, Mapping[Any, str]] = {
    "client": _CLIENTS,
    "yes_no": {True: "Oui", False: "Non"},
    "new_session": _NEW_SESSIONS,
}
_EXAMPLES: Mapping[FactKind, str] = {
    "sum": "par exemple 2 000 €",
    "date": "par exemple 12/03/2027",
    "days": "par exemple 20",
    "count": "par exemple 2",
    "percent": "par exemple 42",
    "payments": "par exemple 800 € le 15/05/2026, 500 € le 15/06/2026",
}
_NOTICE = frozenset({"notice_date", "notice_days"})
_SESSION = _NOTICE | {"start_date"}
_PAYMENTS = frozenset({"deposit_paid", "paid", "opco_share"})
# The facts that an event leaves idle: they are kept from the one before, for when it is spoken of again.
_IDLE: Mapping[Event, frozenset[str]] = {
    "provider_cancellation": _NOTICE,
    "absence": _SESSION,
    "deposit": _NOTICE,
    "opco_balance": _SESSION,
    "late_payment": _SESSION,
    "solicitation": _SESSION | _PAYMENTS | {"price", "basis"},
    "liability_cap": _SESSION | _PAYMENTS,
}


@dataclass(frozen=True, slots=True)
class FactField:
    """One fact: its kind, its name in a link, its label in a form, and elsewhere when that is another."""

    kind: FactKind
    link: str
    label: str
    short: str = ""

    @property
    def example(self) -> str:
        """What may be typed."""
        return _EXAMPLES.get(self.kind, "")


FIELDS: Mapping[str, FactField] = {
    "price": FactField("sum", "prix", "Prix de la formation", "Prix"),
    "client": FactField("client", "client", "Client"),
    "start_date": FactField("date", "debut", "Début de la formation", "Début"),
    "end_date": FactField("date", "fin", "Fin de la formation", "Fin"),
    "notice_date": FactField("date", "demande", "Demande écrite reçue le", "Écrit reçu le"),
    "notice_days": FactField("days", "jours", "Jours avant le début", "Préavis"),
    "started": FactField("yes_no", "commencee", "Formation déjà commencée", "Formation commencée"),
    "order_date": FactField("date", "commande", "Date de la commande", "Commande"),
    "signature_date": FactField("date", "signature", "Date de signature", "Signature"),
    "new_start_date": FactField("date", "report", "Nouvelle date"),
    "new_session": FactField(
        "new_session", "accord", "Nouvelle date proposée", "Nouvelle date proposée par <us>"
    ),
    "online": FactField("yes_no", "en_ligne", "Commande sur le site internet", "Commande en ligne"),
    "signed": FactField("yes_no", "signee", "Commande signée"),
    "accepted": FactField("yes_no", "accord_ecrit", "Accord écrit sans signature"),
    "intra": FactField("yes_no", "intra", "Formation dans l'entreprise (intra)", "Intra-entreprise"),
    "deposit_paid": FactField("sum", "acompte", "Acompte versé"),
    "paid": FactField("sum", "verse", "Total déjà versé", "Déjà payé"),
    "opco_share": FactField("sum", "opco", "Part prise en charge par l'OPCO", "Part de l'OPCO"),
    "due_date": FactField("date", "echeance", "Échéance de la facture", "Échéance"),
    "part_payment_date": FactField("date", "paiement_partiel", "Payée en partie le", "Paiement partiel"),
    "more_payments": FactField("payments", "autres_paiements", "Autres paiements avant le solde"),
    "payment_date": FactField("date", "paiement", "Payée le", "Paiement"),
    "invoices": FactField("count", "factures", "Nombre de factures", "Factures"),
    "monthly_salary": FactField("sum", "salaire", "Dernier salaire mensuel brut", "Salaire mensuel"),
    "employer_charges_rate": FactField("percent", "charges", "Charges patronales (%)", "Charges patronales"),
    "subcontracted": FactField("sum", "sous_traite", "Chiffre d'affaires sous-traité"),
}


def say_fact(name: str, value: Fact) -> str:
    """A fact as people read it.

    >>> say_fact("client", "company"), say_fact("started", True)
    ('Entreprise', 'Oui')
    """
    kind = FIELDS[name].kind
    if isinstance(value, date):
        return say_date(value)
    if isinstance(value, tuple):
        return say_list([f"{say_money(amount)} le {say_date(day)}" for day, amount in value])
    if kind in CHOICES:
        return CHOICES[kind][value]
    if kind == "count":
        return str(value)
    if kind == "days":
        return f"{value}{NBSP}jour{'s' if int(value) > 1 else ''}"
    number = Decimal(value)
    return say_percent(number) if kind == "percent" else say_money(number)


def counted_case(reading: MoneyReading) -> Case:
    """The case without the facts of an earlier event that count for nothing in this one.

    >>> case = Case("absence", notice_days=10, intra=True)
    >>> counted_case(MoneyReading(case)) == Case("absence", intra=True)
    True
    """
    idle = _IDLE.get(reading.case.event, frozenset()) - {*reading.given}
    return replace(reading.case, **dict.fromkeys(idle))  # type: ignore[arg-type]  # the event is never idle


def describe_case(reading: MoneyReading) -> Mapping[str, str]:
    """What was understood, in French: label to value, in the order to show.

    >>> dict(describe_case(MoneyReading(Case(event="withdrawal", online=True))))
    {'Situation': 'rétractation', 'Commande en ligne': 'oui'}
    """
    case = counted_case(reading)
    shown = {"Situation": _EVENTS[case.event]}
    if case.price is not None:
        shown["Prix"] = f"{say_money(case.price)}{NBSP}{case.basis or ''}".rstrip(NBSP)
    elif case.basis:
        shown["Prix"] = f"{case.basis} (montant à préciser)"
    if case.vat_rate is not None:
        shown["TVA"] = say_percent(case.vat_rate)
    for name, field in FIELDS.items():
        if name != "price" and (value := getattr(case, name)) is not None:
            said = say_fact(name, value)
            shown[field.short or field.label] = said[0].lower() + said[1:] if field.kind in CHOICES else said
    if case.start_date and case.notice_date and case.notice_days is None:
        days = (case.start_date - case.notice_date).days
        shown["Préavis"] = say_fact("notice_days", days) if days >= 0 else "aucun, la demande suit le début"
    if reading.notes:
        shown["À noter"] = " ".join(reading.notes)
    return shown


def name_cases(readings: Sequence[Reading], titles: Mapping[str, str]) -> list[str]:
    """What tells each case from the others: its course, its terms, what happens, when; else its price."""
    told = [list(_told_apart(one, titles)) for one in readings]
    apart = [place for place, values in enumerate(zip(*told, strict=True)) if len({*values}) > 1]
    names = [", ".join(values[place] for place in apart if values[place]) for values in told]
    return [name or "ce cas" for name in names]


def _told_apart(reading: Reading, titles: Mapping[str, str]) -> Iterator[str]:
    """The facts of a case by which one is told from another."""
    yield ", ".join(titles.get(one, one) for one in reading.courses)
    yield ", ".join(reading.editions)
    case = reading.money.case if reading.money else None
    yield _EVENTS[case.event] if case else ""
    start, days = (case.start_date, case.days_before) if case else (None, None)
    yield f"session du {say_date(start)}" if start else ""
    yield f"{say_fact('notice_days', days)} avant" if days is not None and days > 0 else ""
    late = case.payment_date if case else None
    yield f"payée le {say_date(late)}" if late else ""
