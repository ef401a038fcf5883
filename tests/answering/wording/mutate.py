"""True drafts made false by one change."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SWAPS = (
    (r"\bHT\b", "TTC"),
    (r"\bTTC\b", "HT"),
    (r"\bmoins de (?=\w+ jours)", "plus de "),
    (r"\bCGV-15J\b", "CGV-30J"),
    (r"\bCGV-30J\b", "CGV-15J"),
    (r"\bquinze\b", "trente"),
    (r"\btrente\b", "quinze"),
    (r"\bdeux jours\b", "trois jours"),
    (r"\bdouze\b", "six"),
    (r"\bquarante\b", "cinquante"),
    (r"\bn'est pas\b", "est"),
    (r"\bne peut pas\b", "peut"),
    (r"\bAucune? \b", "Une "),
)
_ADDED = (
    "Les frais de parking sont remboursés",
    "Une remise de fidélité s'applique",
    "LEXOM garantit le résultat de la formation",
    "Le client peut annuler sans frais par téléphone",
    "Nous vous remboursons le double",
)
_NUMBER = re.compile(
    r"(?<![\w\[-])\d+(?=(?:[ \u202f\u00a0]\d{3})*(?:,\d+)? ?(?:€|%|jours?|mois|points?|fois)\b"
    r"|(?:[ ]\d{3})*,\d\d)"
)


def mutations(draft: str) -> Iterator[str]:
    """The draft with one figure changed, one word swapped, or one sentence added.

    >>> next(mutations("Elle dure 2 jours [1]."))
    'Elle dure 3 jours [1].'
    """
    for match in _NUMBER.finditer(draft):
        yield f"{draft[: match.start()]}{int(match.group()) + 1}{draft[match.end() :]}"
    for pattern, other in _SWAPS:
        changed = re.sub(pattern, other, draft, count=1)
        if changed != draft and draft.count("CGV-") < 2:
            yield changed
    mark = re.search(r"\[\d+\]", draft)
    for added in _ADDED:
        yield f"{draft} {added} {mark.group() if mark else '[1]'}."
