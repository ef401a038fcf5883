"""What to ask for, in French."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

NAMES: Mapping[str, str] = {
    "edition": "l'édition des CGV signée",
    "price": "le prix de la formation",
    "start_date": "la date de début de la formation",
    "notice_date": "la date à laquelle LEXOM reçoit la demande écrite",
    "order_date": "la date de la commande",
    "signature_date": "la date de la signature",
    "new_start_date": "la date de la nouvelle session",
    "online": "si la commande a été faite sur le site internet",
    "opco_share": "la part que l'OPCO prend en charge",
    "due_date": "la date d'échéance de la facture",
    "payment_date": "la date du paiement",
    "monthly_salary": "le dernier salaire mensuel brut",
    "employer_charges_rate": "le taux des charges patronales",
}


def say_missing(missing: Sequence[str]) -> str:
    """The sentence that asks for those fields.

    >>> say_missing(["price", "start_date"])
    'Il manque : le prix de la formation ; la date de début de la formation.'
    """
    return f"Il manque : {' ; '.join(NAMES[name] for name in missing)}."
