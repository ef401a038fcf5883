"""A text in one wording: folded, its numbers in digits, its bounds and turns said one way."""

from __future__ import annotations

import re
from functools import lru_cache

from text_to_num import alpha2digit

from assistant.french import fold

MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
UNITS = {
    "%": r"%",
    "€": r"€|euros?\b|eur\b",
    "day": r"jours?\b|journees?\b",
    "month": r"mois\b",
    "week": r"semaines?\b",
    "year": r"ans?\b|annees?\b",
    "hour": r"heures?\b|h\b",
    "half-day": r"demi-journees?\b",
    "point": r"points?\b",
    "time": r"fois\b",
    "person": r"personnes?\b|participants?\b|stagiaires?\b|inscrits?\b|apprenants?\b",
}
_REWRITTEN = tuple(
    (re.compile(pattern), reads)
    for pattern, reads in (
        (r"(?<=\d),(?=\d{3}(?:\.\d\d)? ?(?:€|eur))", ""),
        (r"\bpour[ -]?cents?\b", "%"),
        (r"\b(?:cent|100) ?%(?: du)?", " la totalite "),
        (r"\b(?:les|des|vos|leurs) acquis\b", ""),
        (r"\bcomprise?s? entre\b", "entre"),
        (r"\b(?:toutes taxes comprises|taxes comprises)\b", "ttc"),
        (r"\bhors[ -]taxes?\b", "ht"),
        (r"\bne (?:peu(?:t|vent)|saurai(?:t|ent)) (?:pas |jamais )?(?:etre )?inferieure?s? a\b", "au moins"),
        (r"\b(?:sans|jamais|pas) (?:pouvoir )?(?:etre )?inferieure?s? a\b", "au moins"),
        (
            r"\bne (?:descend\w*|tomb\w*|pass\w*) (?:pas |jamais )?(?:sous|en dessous de|au-dessous de)\b",
            "au moins",
        ),
        (r"\bne (?:peu(?:t|vent) )?(?:pas |jamais )?(?:depass|exced)\w+ (?:pas |jamais )?", "au plus "),
        (
            r"\b(?:en (?:plus|sus|supplement)|s'ajoutent?(?= au| a ce| en)) (?:du|de ce|au)"
            r" prix\b|\ben (?:sus|supplement)\b",
            "ensus",
        ),
        (r"\brest(?:e|ent|era|eront) a (?:leur|votre|la|sa) charge(?: d\w+ \w+)?", "ne sont pas compris"),
        (r"\b(?:ne )?(?:fait|font) pas partie\b", "ne sont pas compris"),
        (r"\brien n'empeche(?: \w+ment| toutefois| cependant)? (?:de|d')", "on peut "),
        (r"\bpas (\w+ )?(?:deux|2) fois\b", r"pas \1en double"),
        (r"\bdurant\b", "pendant"),
        (r"\btout au long d(?:u|es?)\b", "pendant"),
        (r"\b(?:sans|pas de) (?:probleme|souci)s?\b", ""),
        (r"\b(?:pas |jamais )?avant que? ?(?:l'|la |le )?(\w+) n'", r"des que \1 "),
        (
            r",? et non (?!moins|plus)(?:pas )?(?:sur |par |pour |en )?"
            r"(?:a |de |d'|au |aux |le |la |les |l'|un |une )?\w+",
            "",
        ),
        (
            r"\b(?:ne peu(?:t|vent)|ne saurai(?:t|ent)|sans(?: pouvoir)?) (?:pas |jamais"
            r" )?(?:descendre (?:sous|en dessous de|au-dessous de)|etre (?:en dessous de"
            r"|au-dessous de|moins de))",
            "au moins",
        ),
        (r"\b(?:premier|premiere|1er|1re) (?:jour|journee)\b", "jour 1"),
        (r"\b(les|des|aux|ces) ([a-z0-9]+) (?:premier|dernier|prochain)e?s (?=jour|mois|an|sem)", r"\1 \2 "),
        (r"\b(?:second|seconde|deuxieme|2e|2eme) (?:jour|journee)\b", "jour 2"),
        (r"\b(?:troisieme|3e|3eme) (?:jour|journee)\b", "jour 3"),
        (r"\bjournee (?=\d\b)", "jour "),
        (r"\b(?:ne |n')depend\w* (?:pas|aucunement|nullement|en rien) d", "est independant d"),
        (r"\b([\w' ]{4,40}) : dans ce cas,", r"en cas de \1,"),
        (r"\bnon[ -](?=(?:realis|fait|vers|pay|recu|respect|sign|regl|compri|inclu|pris)\w*)", "pas "),
        (r"\bnon[ -](?=(?!seulement|que|a |sans|mais|plus|pour|avec|vous|nous|cela)\w{4})", "non"),
        (r"\b(?:im|in)(previsible|surmontable|evitable)s?\b", r"pas \1"),
        (r"\bsous[ -](?=trait)", "sous"),
        (r"\bj ?- ?(?=\d)", ""),
        (r"\b(quinz|trent|vingt|diz|quarant|soixant)aine de\b", r"\1aine"),
        (  # « et l'autre n'en dure qu'un »: days
            r"\b((?:n')?en dure(?:nt)? (?:qu'|que )?(?:une?|deux|trois|quatre|cinq))\b(?! [jhd])",
            r"\1 jour",
        ),
        (rf"\bneuf (?={'|'.join(UNITS.values())})", "9 "),
        (
            r"\b(?:dans|sous) (?:le |la |l')(mois|annee|semaine|journee) (?:qui sui|suivan)",
            r"dans 1 \1 qui sui",
        ),
        (r"\b(?:une )?quinzaine\b", "15"),
        (r"\b(?:une )?trentaine\b", "30"),
        (r"\b(?:une )?vingtaine\b", "20"),
        (r"\b(?:une )?dizaine\b", "10"),
    )
)
_ONE = re.compile(
    r"\b(?:un|une|d'un|d'une) (?=(?:mois|semaine|an|annee|heure|demi-journee|journee)\b"
    r"|jour\b(?! (?!entier|premier|dernier)\w{2,}(?:er|[io]ir)\b))"
)
_TWO = re.compile(rf"\bdeux(?= (?:objectifs|modules|{'|'.join(UNITS.values())}))")
_TWICE = re.compile(r"\b(\d+) \(\1\)")  # « quatorze (14) jours »
_ZERO = re.compile(r"\bzero\b")
_MOST = re.compile(r"\b(?:au )?maximum(?: de)? (?=\d)")
_LEAST = re.compile(r"\b(?:au )?minimum(?: de)? (?=\d)")
_AFTER = re.compile(r"(?<=\d )(jours?|mois|ans|semaines|heures|fois|%|€) (?:au )?(maximum|minimum)\b")
_SPAN = re.compile(
    rf"\b(\d{{1,2}})(?:er)? (au|et) (\d{{1,2}}(?:er)?) ((?:{'|'.join(MONTHS)})(?: \d{{4}})?)\b"
)


@lru_cache(maxsize=8192)
def spell(text: str) -> str:
    """A text folded, with its numbers in digits and its bounds in one wording.

    >>> spell("Quinze jours, soit TRENTE POUR CENT")
    '15 jours, soit 30 %'
    """
    text = fold(text)
    for was, reads in _REWRITTEN:
        text = was.sub(reads, text)
    text = _ZERO.sub("0", _ONE.sub("1 ", text))
    text = _TWICE.sub(r"\1", _TWO.sub("2", str(alpha2digit(text, "fr"))))
    text = _MOST.sub("au plus ", _LEAST.sub("au moins ", text))
    text = _AFTER.sub(lambda match: f"{match[1]} au {'plus' if match[2] == 'maximum' else 'moins'}", text)
    return _SPAN.sub(r"\1 \4 \2 \3 \4", text)
