"""What was understood of a money case, said back in French."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from assistant.datatypes import ClientKind, Event, MoneyReading, NewSession
from assistant.french import NBSP, say_date, say_money, say_percent

_EVENTS: Mapping[Event, str] = {
    "cancellation": "annulation par le client",
    "postponement": "report demandé par le client",
    "provider_cancellation": "annulation ou report par LEXOM",
    "absence": "absence d'un participant",
    "withdrawal": "rétractation",
    "deposit": "acompte à verser",
    "opco_balance": "reste à payer après l'OPCO",
    "late_payment": "retard de paiement",
    "solicitation": "embauche d'un intervenant de LEXOM",
    "liability_cap": "plafond d'indemnisation",
}
_CLIENTS: Mapping[ClientKind, str] = {
    "company": "entreprise",
    "individual": "particulier",
    "sole_trader": "travailleur indépendant",
    "public_body": "organisme public",
    "foreign_company": "client établi hors de France",
}
_NEW_SESSIONS: Mapping[NewSession, str] = {
    "proposed": "sans réponse du client",
    "accepted": "acceptée",
    "refused": "refusée",
}


def _days(count: int) -> str:
    return f"{count}{NBSP}jour{'s' if count > 1 else ''}"


def _yes(value: bool) -> str:
    return "oui" if value else "non"


_LINES: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    ("vat_rate", "TVA", say_percent),
    ("client", "Client", lambda kind: _CLIENTS[kind]),
    ("start_date", "Début", say_date),
    ("end_date", "Fin", say_date),
    ("notice_date", "Écrit reçu le", say_date),
    ("notice_days", "Préavis", _days),
    ("started", "Formation commencée", _yes),
    ("order_date", "Commande", say_date),
    ("signature_date", "Signature", say_date),
    ("new_start_date", "Nouvelle date", say_date),
    ("new_session", "Nouvelle date proposée par LEXOM", lambda answer: _NEW_SESSIONS[answer]),
    ("online", "Commande en ligne", _yes),
    ("signed", "Commande signée", _yes),
    ("accepted", "Accord écrit sans signature", _yes),
    ("intra", "Intra-entreprise", _yes),
    ("deposit_paid", "Acompte versé", say_money),
    ("paid", "Déjà payé", say_money),
    ("opco_share", "Part de l'OPCO", say_money),
    ("due_date", "Échéance", say_date),
    ("part_payment_date", "Paiement partiel", say_date),
    ("payment_date", "Paiement", say_date),
    ("invoices", "Factures", str),
    ("monthly_salary", "Salaire mensuel", say_money),
    ("employer_charges_rate", "Charges patronales", say_percent),
    ("subcontracted", "Chiffre d'affaires sous-traité", say_money),
)


def describe_case(reading: MoneyReading) -> Mapping[str, str]:
    """What was understood, in French: label to value, in the order to show.

    >>> from assistant.datatypes import Case
    >>> dict(describe_case(MoneyReading(Case(event="withdrawal", online=True))))
    {'Situation': 'rétractation', 'Commande en ligne': 'oui'}
    """
    case = reading.case
    shown = {"Situation": _EVENTS[case.event]}
    if case.price is not None:
        shown["Prix"] = f"{say_money(case.price)}{NBSP}{case.basis or ''}".rstrip(NBSP)
    elif case.basis:
        shown["Prix"] = f"{case.basis} (montant à préciser)"
    for field, label, say in _LINES:
        value = getattr(case, field)
        if value is not None:
            shown[label] = say(value)
    if case.start_date and case.notice_date and case.notice_days is None:
        days = (case.start_date - case.notice_date).days
        shown["Préavis"] = _days(days) if days >= 0 else "aucun, la demande suit le début"
    if reading.notes:
        shown["À noter"] = " ".join(reading.notes)
    return shown
