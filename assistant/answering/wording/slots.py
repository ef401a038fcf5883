"""What a model finds in a person's words, kept where it stands in them and our parsers read it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from time import monotonic

from assistant.answering.llm import Chat, fill_prompt
from assistant.answering.understand.money.money import understand_money
from assistant.datatypes import Reading, TermsFigures
from assistant.french import fold

LONGEST = 300  # characters of a reworded question

# How a value found is put to our own parsers, by the fact it is said to be.
_NO_FIGURES = TermsFigures(frozenset(), deposit=None)  # what decides is read again with the terms
_SAID = {
    "price": "Le prix de la formation est de {}.",
    "basis": "Le prix est {}.",
    "start_date": "La formation commence le {}.",
    "notice_date": "Vous recevez notre demande le {}.",
    "notice_days": "Notre demande est reçue {} avant le début.",
    "order_date": "La formation a été commandée le {}.",
    "signature_date": "Le contrat a été signé le {}.",
    "new_start_date": "La nouvelle date de début est le {}.",
    "client": "Je suis {}.",
    "deposit_paid": "L'acompte versé est de {}.",
    "paid": "Nous avons déjà payé {}.",
    "opco_share": "L'OPCO prend en charge {}.",
    "due_date": "L'échéance de la facture est le {}.",
    "payment_date": "La facture a été payée le {}.",
    "monthly_salary": "Le salaire mensuel brut est de {}.",
    "employer_charges_rate": "Les charges patronales sont de {}.",
}


@dataclass(frozen=True, slots=True)
class Found:
    """Facts as the person wrote them, and their question said so that it stands alone."""

    facts: Mapping[str, str]
    query: str
    tokens: int


def find_in_words(
    chat: Chat, message: str, *, before: Sequence[str], missing: Sequence[str], seconds: float
) -> Found:
    """What the model finds of the missing facts; nothing when it fails or invents."""
    wanted = [name for name in missing if name in _SAID]
    rules, data = fill_prompt(
        "understand", missing=", ".join(wanted) or "aucune", told="\n".join(before), question=message
    )
    started = monotonic()
    written = chat.write([("system", rules), ("human", data)], seconds=seconds)
    if written.failure or monotonic() - started > seconds:
        return Found({}, "", written.tokens)
    facts, query = _read(written.text)
    told = fold(" ".join((*before, message)))
    kept = {name: words for name, words in facts.items() if name in wanted and _stands(words, told)}
    reworded = len(query) <= LONGEST and query not in rules  # not the example of the prompt
    return Found(kept, query if reworded else "", written.tokens)


def _read(text: str) -> tuple[dict[str, str], str]:
    """The facts and the question of a model's JSON; empty where it is none."""
    opening, closing = text.find("{"), text.rfind("}")
    try:
        value = json.loads(text[opening : closing + 1], strict=False) if opening >= 0 else {}
    except json.JSONDecodeError:
        return {}, ""
    if not isinstance(value, dict):
        return {}, ""
    given = value.get("facts")
    facts = {str(k): v for k, v in given.items() if isinstance(v, str)} if isinstance(given, dict) else {}
    query = value.get("query")
    return facts, " ".join(query.split()) if isinstance(query, str) else ""


def _stands(words: str, told: str) -> bool:
    """Whether some words stand, whole, in what was told."""
    bare = fold(words)
    return bool(bare) and re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", told) is not None


def fill_slots(reading: Reading, found: Found, *, today: date) -> Reading:
    """The reading with the facts that the rules left empty, as our own parsers read them."""
    money = reading.money
    if money is None:
        return reading
    for name, words in found.facts.items():
        if getattr(money.case, name) is not None:
            continue
        read = understand_money(_SAID[name].format(words), known=money, today=today, figures=_NO_FIGURES)
        value = getattr(read.case, name) if read else None
        if value is not None:
            money = replace(money, case=replace(money.case, **{name: value}), given=(*money.given, name))
    return replace(reading, money=money)
