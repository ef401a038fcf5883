"""A statement without what states nothing, or is checked by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.answering.wording.calculated import figure, read_sums, without_vat
from assistant.answering.wording.dates import KEPT_NOTICE
from assistant.answering.wording.evidence import Computed, Evidence, case_figures, case_spans
from assistant.answering.wording.quantities import name_ours, quantities
from assistant.answering.wording.scopes import without_editions
from assistant.answering.wording.sentences import Sentence
from assistant.answering.wording.spelt import spell
from assistant.answering.wording.sums import NO_MORE
from assistant.datatypes import Case, to_cents
from assistant.french import STOPWORDS, words

_REFERENCE = re.compile(
    r"(?i)\(?\s*(?:\b(?:cf\.?|voir|selon|d'après|dans|à|et)\s+)?(?:l['’])?\b(?:articles?"
    r"|art\.|chapitres?|clauses?)"
    r"\s+(?:\d+(?:\.\d+)*|[IVX]+)(?:\s*(?:,|et|ou)\s*(?:\d+\.\d+|[IVX]+\b))*(?:\s+(?:de la"
    r"|de l'|des?|du)\s*(?=\s|\)|$))?\s*\)?"
)
_POLITE = frozenset(
    """
    bonjour bonsoir merci cordialement sincerement bien bonne bon belle excellente journee soiree
    reception continuation hesitez hesite revenir contacter solliciter ecrire demander questions
    question besoin aide aider renseignement renseignements precisions informations complement
    complementaire complementaires supplementaires disposition reste restons service esperons esperant
    espoir reponse repondre repondu utile plaisir volontiers message demande resume bref comprends
    entendu naturellement evidemment parfaitement ecoute attention interet
    """.split()
)
_GREETING = re.compile(
    r"^\s*(?:bonjour|bonsoir|merci|bien sûr|volontiers|avec plaisir)\b[^,.!:]{0,30}[,.!:]\s*", re.I
)
_ASIDE = re.compile(
    r"^\s*(?:voilà, )?(?:en (?:résumé|bref|clair|somme|pratique|(?:un|deux) mots?|d'autres termes)"
    r"|au final|bref|pour (?:résumer|faire (?:court|simple))|concrètement|rassurez-vous"
    r"|soyez (?:tranquille|rassurée?s?)"
    r"|désolée?|malheureusement|hélas|tout à fait|exactement|effectivement|en effet|bonne nouvelle)"
    r"\s*[,:;.!]\s*|,\s*(?:je (?:(?:le|vous) )?(?:suis (?:vraiment )?(?:désolée?|navrée?)|regrette)|désolée?"
    r"|malheureusement|rassurez-vous|hélas)(?=\s*[,.:;!]|$)",
    re.I,
)
_SAYS_WHERE = frozenset(
    ["selon", "cgv", "jointes", "fiche", "conditions", "generales", "vente", "source", "sources"]
)
_EDITIONS = re.compile(
    r"(?i)\b(?:selon |dans |avec |pour |d'après )?(?:quelle que soit l'(?:édition|version)"
    r"|les (?:deux|2) (?:éditions|versions|cgv)(?: des cgv)?"
    r"|chaque édition|l'une (?:comme|et) l'autre(?: édition)?)"
)
_DAY_OF_COURSE = re.compile(r"(?i)\b(?:du |le |au )?(?:jour|j) ?\d\b(?! ?(?:avant|apr))")


def is_polite(text: str) -> bool:
    """Whether a text is made of polite words only, and so states nothing.

    >>> is_polite("N'hésitez pas à nous contacter."), is_polite("N'hésitez pas à annuler sans frais.")
    (True, False)
    """
    telling = set(words(text)) - STOPWORDS
    return not re.search(r"\d", text) and bool(telling) and telling <= _POLITE


def without_courtesies(text: str) -> str:
    """A text without the greeting it opens with, nor what says how it is said.

    >>> without_courtesies("Bonjour, vous devez 2 000 €."), without_courtesies("En bref : 2 jours, désolé.")
    ('vous devez 2 000 €.', '2 jours.')
    """
    return _ASIDE.sub("", _GREETING.sub("", text))


def is_reference(text: str, evidence: Evidence) -> bool:
    """Whether a text only says where to read: « (selon les CGV jointes à cette fiche, article 3.6) »."""
    if not _REFERENCE.search(text):
        return False
    left = _REFERENCE.sub(" ", text)
    for edition in evidence.editions:
        left = left.replace(edition, " ")
    return set(words(left)) - STOPWORDS <= _SAYS_WHERE


def without_names(text: str, evidence: Evidence) -> str:
    """A text without the titles and ids of courses."""
    for document in evidence.documents:
        if document.kind == "course":
            text = re.sub(
                rf"(?i)«?\s*{re.escape(document.title)}\s*»?|\(?\b{re.escape(document.id)}\b\)?", " ", text
            )
    return text


def unnamed(text: str, evidence: Evidence) -> str:
    """A text without the names of editions and courses."""
    return without_names(without_editions(text, evidence), evidence)


def bare(text: str, computed: Sequence[Computed], sentences: Sequence[Sentence], evidence: Evidence) -> str:
    """A statement without the names of editions, nor the articles, sums and notice checked before."""
    text = unnamed(text, evidence)
    text = _EDITIONS.sub(" ", _REFERENCE.sub(" ", name_ours(text, evidence.companies)))
    text = without_vat(_DAY_OF_COURSE.sub(" ", spell(text)), computed)
    if evidence.case is None:
        return text
    if computed and not any(one.calculation.balance for one in computed):
        text = NO_MORE.sub(" ", text)
    for one in computed:
        for line in one.lines:
            text = text.replace(spell(line.expression), " ")
    held = {one.value for sentence in sentences for one in sentence.quantities if one.unit == "day"}
    if evidence.case.days_before is not None:
        text = KEPT_NOTICE.sub(lambda match: " " if match[1] in held else match.group(), text)
    text = " ".join(text.split())  # figures are found in a text without runs of spaces
    sums = read_sums(computed, evidence)
    known = {figure(one) for one in case_figures(evidence.case)} | sums.results | sums.known | sums.paid
    known |= _shares_of_price(text, sentences, evidence.case)
    spans = case_spans(evidence.case)
    for said in sorted(quantities(text), key=lambda said: -said.start):
        of_case = said.unit in ("€", "") and said.value in known
        days = {"day": 1, "week": 7}.get(said.unit, 0) * int(said.value) if said.value.isdigit() else 0
        if of_case or (days and not said.bound and str(days) in spans):
            end = re.compile(r"[\d .,]*\d ?(?:€|euros?|jours?)?(?: (?:ht|ttc))?").match(text, said.start)
            text = text[: said.start] + text[end.end() if end else said.start :]
    return text


def _shares_of_price(text: str, sentences: Sequence[Sentence], case: Case) -> set[str]:
    """The sums of the shares of the price that a text and a passage say: « 30 %, soit 1 350 €, si… »."""
    held = {one.value for sentence in sentences for one in sentence.quantities if one.unit == "%"}
    told = {one.value for one in quantities(text) if one.unit == "%"} & held
    return {figure(to_cents((case.price or Decimal(0)) * Decimal(share) / 100)) for share in told}
