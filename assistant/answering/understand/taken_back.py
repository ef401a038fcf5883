"""What a message says and takes back at once: « le 4 avril, pardon, le 2 avril »."""

from __future__ import annotations

import re

from assistant.answering.understand.calendar_words import months

_NUMBER = r"(?<![\d.,¤])(?<!\d )\d{1,3}(?: ?\d{3})*(?:[.,]\d+)?(?![\d¤])"
_SORRY = (
    r"(?:pardon|oups|oops|erreur|sorry|plutot|rectification|correction|i mean|je (?:voulais|veux) dire"
    r"|(?:euh |ah |enfin |\.\. ?)non|non(?=,| pardon| c'est))"
)
_TAKEN_BACK = re.compile(
    rf"(?P<said>{_NUMBER})(?P<unit>(?:er)?(?: ?€| ?%|/\d+(?:/\d+)?)?(?: [^\s\d,.;:?!()]+){{0,3}}?)"
    rf"[ ,.;:()!-]*(?:(?:ou|et|euh|ah|non|mais|enfin)[ ,]+)*{_SORRY}"
    r"(?:[ ,.:!-]+(?:non|pardon|plutot|c'est|c'etait|le|du|au|a|en|de|il s'agit|pour))*[ ,.:!]*"
    rf"(?P<meant>{_NUMBER})(?P<after>(?:er)? ?\S*)"
)
_KINDS = (
    ("date", re.compile(rf"(?:er)? ?(?:{'|'.join(months())})\b|/\d")),
    ("delay", re.compile(r" ?(?:j|jours?|semaines?|mois|h|heures?|days?|weeks?|months?)\b")),
    ("sum", re.compile(r" ?(?:€|euros?\b|eur\b|k|ht\b|ttc\b)")),
    ("share", re.compile(r" ?%")),
)


def take_back(text: str) -> str:
    """A folded message, without the numbers that it says and corrects at once.

    Only a number of the same kind corrects another; one without a unit takes that of the other.

    >>> take_back("solde le 4 avril... pardon le 2 avril 2026, 10 jours avant, non pardon, 12")
    'solde le 2 avril 2026, 12 jours avant'
    >>> take_back("10 jours avant, pardon, 2 000 € ht")
    '10 jours avant, pardon, 2 000 € ht'
    """
    for match in reversed(list(_TAKEN_BACK.finditer(text))):
        said, meant = _kind(match["unit"]), _kind(match["after"])
        kept = match["meant"] + (match["unit"] if meant is None else "")
        if meant in (said, None):
            text = text[: match.start()] + kept + text[match.end("meant") :]
    return text


def _kind(unit: str) -> str | None:
    """What a number followed by these words counts, or `None` where they do not say."""
    return next((kind for kind, words in _KINDS if words.match(unit)), None)
