"""Messages that the answer before answers as it stands: « vous êtes sûr ? », « quel article ? »."""

from __future__ import annotations

import re

from assistant.french import fold

_SURE = re.compile(
    r"(?:(?:en )?(?:etes|es)[ -](?:vous|tu)|vous (?:en )?etes|t'es|tu es|are you|c'est|mais|bien| )*"
    r"(?:surs?|sures?|certaine?s?|certain|vraiment|really)(?: de (?:vous|toi|ca|cela))?[ ?!.]*"
)
_LEAD = (
    r"(?:(?:et|and|ok|mais|alors|donc|c'est|c'etait|ca vient|selon|d'apres|de|dans|a|in|it is|it's|that is"
    r"|is it) )*"
)
_CLAUSE = r"(?:articles?|clauses?|paragraphes?|alineas?|paragraph|section|sources?)"
_SAYS_SO = (
    r"(?: (?:des|du|les|vos|of|the|your|cgv|conditions|contrat|terms|exact\w*|precis\w*|est[- ]ce|ca|cela"
    r"|s'applique|le dit|dit ca|says so|says that|svp|please))*"
)
_WHICH = re.compile(
    rf"{_LEAD}(?:(?:quel(?:le)?s?|which|what)(?: (?:est|sont|is))?(?: (?:la|le|les|the|numero))*"
    rf"(?: (?:de )?l'| d'| ){_CLAUSE}(?: is (?:it|that))?{_SAYS_SO}"
    r"|(?:ou )?(?:est[- ]ce |c'est )?(?:ecrit|written)(?: ou)?|where (?:is it|is that) written"
    r"|d'ou ca vient|sur quoi vous basez[- ]vous)[ ?!.]*"
)


def asks_again(message: str) -> bool:
    """Whether a message asks for nothing but the answer before, or where it is written: that cites it.

    >>> asks_again("C'est dans quelle clause ?"), asks_again("Quel article parle du report ?")
    (True, False)
    """
    folded = fold(message)
    return any(one.fullmatch(folded) for one in (_SURE, _WHICH))
