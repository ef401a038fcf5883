"""Who does what a question asks, in the question and in a clause: the client, or the company."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from assistant.company import OURS, name_ours
from assistant.french import fold, stems

Party = Literal["client", "company"]

_TOLD = r"(?!(?:demander|dire|indiquer|preciser|confirmer|expliquer)\b)(?P<verb>[a-z]{4,})"
_VERB = rf" (?:a )?(?:ne pas )?(?:etre )?(?:(?:vous|s[e']|l(?:es?|a|')|y|en) ?)*{_TOLD}"
_OF_COMPANY = re.compile(
    r"\b(?:(?:pouvez|devez|pourriez|devriez|allez)[ -]vous|vous (?:pouvez|devez|pourriez|devriez|allez)"
    rf"|{OURS} (?:peut|doit|pourrait|devrait|va|s'engage)(?:[ -](?:t-)?(?:elle|il))?){_VERB}"
)
_OF_CLIENT = re.compile(
    r"\b(?:(?:puis|dois|peux|pourrais|devrais)[ -]je|(?:pouvons|devons)[ -]nous|je (?:peux|dois)"
    rf"|nous (?:pouvons|devons)|client (?:peut|doit|s'engage)(?:[ -](?:t-)?il)?){_VERB}"
)
_BOTH = re.compile(rf"\b{OURS} (?:et|ni|ou) (?:le |un )?client|client (?:et|ni|ou) {OURS}")
_SUBJECT = re.compile(rf"\b(?P<who>client|{OURS})\b(?P<does>[^,;:.]*)")
_OTHERS = re.compile(rf"\b(?:a|de|par|avec) {OURS}\b|\b(?:au|du|(?:de|par|avec) (?:le|un)) client\b")
_NOUN = re.compile(r"\b\w+(?:tion|ment|age)s?\b")  # « LEXOM reçoit l'annulation » annuls nothing
_WITHIN = 9  # words after its subject among which a verb is looked for


def done_by(question: str, names: tuple[str, ...]) -> Callable[[str], Party | None]:
    """Who does in a sentence what a question asks of one party; `None` where it is not the other one.

    « pouvez-vous débaucher nos salariés ? » is not answered by what the client undertakes, unless that is
    said. `names` are those of the company.

    >>> done_by("pouvez-vous débaucher ?", ())("Le client s'engage à ne pas débaucher.")
    'client'
    """
    asked = fold(name_ours(question, names))
    of_company, of_client = _OF_COMPANY.search(asked), _OF_CLIENT.search(asked)
    found = of_company or of_client
    verb = stems(found["verb"]) if found and not (of_company and of_client) else ()
    if not verb:
        return lambda _: None
    other: Party = "client" if of_company else "company"
    return lambda sentence: other if _doers(sentence, verb[0], names) == {other} else None


def _doers(sentence: str, verb: str, names: tuple[str, ...]) -> set[Party]:
    told = fold(name_ours(sentence, names))
    if _BOTH.search(told):
        return {"client", "company"}
    told = re.sub(rf"(?= {OURS}| (?:le )?client)", ";", _OTHERS.sub("", told))
    return {
        "company" if found["who"] == OURS else "client"
        for found in _SUBJECT.finditer(told)
        if verb in stems(_NOUN.sub("", " ".join(re.split(r"[ ']", found["does"])[: _WITHIN + 1])))
    }
