"""What kind of answer a question wants: a figure, a yes or a no; and the sentences that state it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.french import fold

_WHAT_IS = r"\b(quel\w*|what)( est| sont| sera| is| are)?( la| le| les| votre| vos| the| your)? (l')?"
_PEOPLE = r"(personnes?|participante?s?|stagiaires?|inscrite?s?|gens|monde)\b"
# How a question asks for a manner, or what comes where something is not done, and how a sentence that
# states it looks; both folded. Then of what it asks a figure.
_TURNS = (
    (
        re.compile(
            r"\bcomment ((faire|faut-il|peut-on|puis-je|dois-je|on|je|pour) )*\w+(er|ir|re)\b"
            r"|\bhow (do|can|to)\b"
        ),
        re.compile(r"\bpar (ecrit|lettre|voie|e-?mail|courrier)\b|\brenvoyer\b|@|https?:"),
    ),
    (
        re.compile(r"\b(si|quand|if)\b[^,?]*\b(pas|plus|jamais|refuse\w*|not)\b"),
        re.compile(r"^(a defaut|faute)\b|^(si|quand)\b[^,]*\b(n'\w+|ne \w+) pas\b"),
    ),
)
_CUES = (
    *_TURNS,
    (
        re.compile(
            r"\b(combien de (temps|jours?|mois|semaines?)|delais?|durees?|quand|jusqu'a|deadline|when"
            r"|how (long|many days))\b"
        ),
        re.compile(
            r"\b(\d+|une?|deux|trois|six|huit|quinze|trente) (\w+ )?(jours?|mois|ans?|semaines?|heures?)\b"
            r"|\bduree\b|\bavant (son|le|la) (demarrage|debut)\b|\bexigibles?\b"
            r"|\ba (la (commande|signature|fin)|(la |leur )?reception)\b"
        ),
    ),
    (
        re.compile(
            rf"\b(combien(?! d[e'] ?{_PEOPLE})|taux|montant|pourcentage|pour ?cent|somme|frais|indemnite"
            rf"|penalites?|how much|rate|fee)\b|%|{_WHAT_IS}(acompte|deposit)\b"
        ),
        re.compile(r"\d+ ?(%|€|euros?\b|points?\b)|\b(douze|trois|deux) fois\b|\b(totalite|integralite)\b"),
    ),
    (
        re.compile(rf"\b(combien|minimum)( d[e'])? ?{_PEOPLE}"),
        re.compile(rf"\b(une?|\d+|deux|trois|quatre|cinq|six|huit|dix|douze) {_PEOPLE}"),
    ),
    (
        re.compile(r"\b(adresse|contact\w*|joindre|saisir|e?-?mails?|site|address|reach)\b"),
        re.compile(r"@|https?:|\b\d{5}\b"),
    ),
)
_CONDITION = re.compile(r"\b(si|a defaut|sans|en cas|meme en cas|une fois|if)\b")
_ON_A_CASE = re.compile(rf"{_CONDITION.pattern}|pour (une?|l[ae]s?|des) ")
_ONE_FIGURE = re.compile(
    r"%|^((quand|when)(?!.*\bdelais?\b)|delais?)\b"
    r"|\b(combien|pourcentage|pour ?cent|montant|taux|duree|how (much|long|many))\b"
    rf"|{_WHAT_IS}(acompte|delais?|frais|indemnite|penalites?|plafond|deposit|fee|rate|deadline)\b"
)
_WHETHER = re.compile(
    r"\w-(t-)?(il|elle|on|vous|nous|je|ce)s?\b|^est-ce que\b|^(is|are|do|does|can|may|will)\b"
)
_WHICH = re.compile(
    r"\b(combien|comment|quand|quel\w*|qui|quoi|ou|pourquoi|(?<!est-ce )qu[e']|how|what|which|who|when)\b"
)
_AND_MORE = re.compile(
    r"\?.*\?|, ?et\b|\b(et|and) (y|est|sous|a|dans|is|are|quel\w*|comment|combien|how|what)\b"
)
_WHAT_FOLLOWS = re.compile(
    r"(?<!comment )\bse pass(e|era|er)\b|\barriv(e|era)-t-il\b|\brisqu\w+|\bconsequences?\b|\bsanctions?\b"
    r"|\bwhat (will |would )?happens?\b"
)
_FOLLOWS = re.compile(
    r"\b(rembours\w+|entrain\w+|indemnites?|suspendre|exigibles?|major\w+|annuler|oblige\w*|doit|doivent|reste\w*)\b"
    r"|\b(peut|perd|conserve|garde)\b(?! pas\b)|\bfacture (la|le|les|un|une|des|au)\b"
)
ON_CONDITION = 0.5  # what a sentence on a condition not asked about is worth, next to a plain one


def stating(texts: Sequence[str], question: str) -> list[float]:
    """1 for each sentence that states a figure asked for, less when on a condition not asked about; else 0.

    >>> stating(["Un acompte de 30 % est dû.", "Sans l'acompte de 30 %, rien."], "quel acompte, en % ?")
    [1.0, 0.5]
    """
    asked, folded = fold(question), [fold(one) for one in texts]
    looked_for = [looks for asks, looks in _CUES if asks.search(asked)]
    usual = not _CONDITION.search(asked)
    worth = [ON_CONDITION if usual and _CONDITION.match(one) else 1.0 for one in folded]
    return [
        told if any(looks.search(one) for looks in looked_for) else 0.0
        for one, told in zip(folded, worth, strict=True)
    ]


def ruling(texts: Sequence[str], question: str) -> list[float]:
    """1 for each sentence that holds whatever happens, where yes or no is asked; else 0.

    >>> ruling(["Si le client embauche, il paie.", "Il s'engage à ne pas embaucher."], "Puis-je embaucher ?")
    [0.0, 1.0]
    """
    asked = asks_whether(question)
    return [float(asked and not _ON_A_CASE.match(fold(one))) for one in texts]


def following(texts: Sequence[str], question: str) -> list[bool]:
    """Whether each sentence says what comes of something, where that is asked; never where it is not.

    >>> following(["Le retard entraîne des frais.", "Le prix est HT."], "Que risque-t-on ?")
    [True, False]
    """
    asked = asks_what_follows(question)
    return [asked and _FOLLOWS.search(fold(one)) is not None for one in texts]


def asks_one_figure(question: str) -> bool:
    """Whether a question asks for a figure and for nothing else, whatever happens.

    >>> asks_one_figure("Quel est le taux ?"), asks_one_figure("Quel taux si je paie en retard ?")
    (True, False)
    """
    return _asks_once(question) and _ONE_FIGURE.search(fold(question)) is not None


def asks_what_follows(question: str) -> bool:
    """Whether a question asks what comes of something: « que risque-t-on ? »."""
    return _WHAT_FOLLOWS.search(fold(question)) is not None


def asks_in_turn(question: str) -> bool:
    """Whether a question asks in what manner, or what comes where something is not done.

    >>> asks_in_turn("Comment annuler ?"), asks_in_turn("Si je ne paie pas ?"), asks_in_turn("Qui paie ?")
    (True, True, False)
    """
    return any(asks.search(fold(question)) for asks, _ in _TURNS)


def asks_whether(question: str) -> bool:
    """Whether the answer to a question is yes or no, whatever happens.

    >>> asks_whether("Est-ce que la TVA est comprise ?"), asks_whether("Que comprend-il ?")
    (True, False)
    """
    folded = fold(question)
    return _asks_once(question) and _WHETHER.search(folded) is not None and not _WHICH.search(folded)


def _asks_once(question: str) -> bool:
    folded = fold(question)
    return not (_AND_MORE.search(folded) or _CONDITION.search(folded))
