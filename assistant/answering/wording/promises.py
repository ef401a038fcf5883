"""Whether a statement promises what nothing it rests on promises."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answering.wording.scopes import Scope
from assistant.french import fold

NEAR = 30  # letters before a promise in which a denial bears on it

_PROMISES = {
    "gratuit": r"\bgratuit\w*|\boffert\w*|\bsans (?:aucuns? )?frais\b|\baucuns? frais\b|\bcadeau\w*|\b0,00 €",
    "rembourser": (
        r"\brembours\w*|\brestitu\w*|\brecuper\w*"
        r"|\brend(?:re|u\w*|ra|ons)? (?:l'|cet? |votre |vos |les |la )?(?:acompte|sommes?|argent)"
    ),
    "réduire": r"\breduction\w*|\breduit\w*|\bremises? de\b|\brabais\b|\bristourne\w*|\bpromotion\w*",
    "garantir": r"\bgaranti\w*",
    "dédommager": r"\bdedommag\w*|\bindemnis\w*|\bindemnites?\b|\bcompens\w*",
    "dispenser": r"\bdispens\w*|\bexoner\w*|\bdecharg\w*",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _PROMISES.items()}
_NO = re.compile(r"\b(?:ne|ni|pas|aucune?s?|jamais|non|sans)\b|\bn'")


def _makes(pattern: re.Pattern[str], folded: str) -> bool:
    """Whether a text promises: no denial stands before the word."""
    said = pattern.search(folded)
    return said is not None and not _NO.search(folded[max(0, said.start() - NEAR) : said.start()])


def find_promise_faults(scope: Scope) -> Iterable[str]:
    """What a part of a statement promises in no words of what it rests on; what it denies is no promise."""
    folded = fold(scope.text)
    for name, pattern in _PATTERNS.items():
        if _makes(pattern, folded) and not any(_makes(pattern, one.folded) for one in scope.sentences):
            yield f"« {scope.text} »: nothing promises to {name}"
