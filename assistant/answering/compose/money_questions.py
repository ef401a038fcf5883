"""What is asked back before a sum can be given."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.compose.money_next import suggest_answers
from assistant.answering.compose.money_steps import say_beside, say_clauses
from assistant.answering.quotes.draft import Draft
from assistant.answering.sources import Sources
from assistant.datatypes import Answer, Calculation, MoneyReading
from assistant.french import NBSP

_QUESTIONS = {
    "edition": "Quelles CGV avez-vous signées (ou de quelle formation s'agit-il) ?",
    "price": "Quel est le prix de la formation, et est-il HT ou TTC ?",
    "invoice": "Quel est le montant TTC de la facture ?",
    "start_date": "À quelle date la formation commence-t-elle ?",
    "notice_date": "À quelle date <us> reçoit-elle votre demande écrite, ou combien de jours avant ?",
    "order_date": "À quelle date la formation a-t-elle été commandée ?",
    "signature_date": "À quelle date le contrat a-t-il été signé ?",
    "new_start_date": "À quelle nouvelle date la formation serait-elle reportée ?",
    "online": "La commande a-t-elle été passée sur le site internet ?",
    "opco_share": "Quelle somme l'OPCO prend-il en charge ?",
    "due_date": "Quelle est la date d'échéance inscrite sur la facture (le taux change à chaque semestre) ?",
    "payment_date": "À quelle date la facture a-t-elle été payée, ou le sera-t-elle ?",
    "monthly_salary": "Quel est le dernier salaire mensuel brut du salarié ?",
    "employer_charges_rate": "Quel est le taux des charges patronales ?",
}


def ask_about_doubts(money: MoneyReading, sources: Sources) -> Answer:
    """Ask about each value that may be read in several ways."""
    draft = Draft(sources.corpus)
    draft.say(*(doubt.text for doubt in money.doubts))
    missing = tuple(doubt.field for doubt in money.doubts)
    return draft.answer("needs_info", suggestions=suggest_answers(money), missing=missing)


def ask_for_missing(calculations: Sequence[Calculation], question: str, sources: Sources) -> Answer:
    """Ask for the one thing that decides most, and show the clauses that will apply."""
    missing = tuple(dict.fromkeys(name for one in calculations for name in one.missing))
    draft = Draft(sources.corpus)
    asked = first_question(calculations)
    draft.say(f"Pour calculer cette somme, il me manque une information. **{asked}**", "")
    say_beside(draft, calculations, question, sources)
    for calculation in calculations:
        if calculation.missing == ("price",):
            edition = f"**{calculation.edition}**{NBSP}: " if calculation.edition else ""
            draft.say(f"{edition}{calculation.explanation}", "")
        say_clauses(draft, calculation, sources)
    return draft.answer("needs_info", calculations=tuple(calculations), missing=missing)


def first_question(calculations: Sequence[Calculation]) -> str:
    """The question about what is missing most."""
    one = next(one for one in calculations if one.missing)
    invoiced = one.event == "late_payment" and one.missing[0] == "price"
    return _QUESTIONS["invoice" if invoiced else one.missing[0]]
