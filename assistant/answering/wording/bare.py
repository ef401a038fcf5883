"""A statement cut into the things it says, without what states nothing or is checked by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answering.wording.evidence import Computed, Evidence, case_figures, case_spans, notice_days
from assistant.answering.wording.notice import KEPT_NOTICE
from assistant.answering.wording.quantities import name_ours, quantities, spell
from assistant.answering.wording.sentences import Sentence
from assistant.answering.wording.sums import NO_MORE, figure, read_sums
from assistant.answering.wording.words import read_words
from assistant.french import STOPWORDS, words

LEAST = 3  # words of a part that says something by itself

_GREETING = re.compile(
    r"^\s*(?:bonjour|bonsoir|merci|bien sûr|volontiers|avec plaisir|en résumé|en bref)\b[^\w.!:;]*[,!.:]\s*",
    re.I,
)
_SENTENCES = re.compile(r"(?<=[.!])\s+")
_PARTS = re.compile(r"\s*;\s+|(?<=[a-zà-ÿ0-9)»€%])[.!]\s+(?=[A-ZÀ-Ý«])")
_REFERENCE = re.compile(
    r"(?i)\(?\s*(?:\b(?:cf\.?|voir|selon|d'après|dans|à|et)\s+)?(?:l['’])?\b(?:articles?"
    r"|art\.|chapitres?|clauses?)"
    r"\s+(?:\d+(?:\.\d+)*|[IVX]+)(?:\s*(?:,|et|ou)\s*(?:\d+\.\d+|[IVX]+\b))*(?:\s+(?:de la"
    r"|de l'|des?|du)\s*(?=\s|\)|$))?\s*\)?"
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
_ACCORDING = r"\b(?:(?:selon|avec|dans|d'apres|d'après) )?(?:les? |l'édition )?"


def without_manners(text: str) -> str:
    """A text without greetings, thanks and closings: the sentences that are made of polite words only.

    >>> without_manners("Bonjour, la formation dure 2 jours. Belle journée à vous.")
    'la formation dure 2 jours.'
    """
    polite = read_words().manners
    left = _GREETING.sub("", text)
    kept = [one for one in _SENTENCES.split(left) if not set(words(one)) - STOPWORDS <= polite]
    return " ".join(kept)


def is_reference(text: str, evidence: Evidence) -> bool:
    """Whether a text only says where to read: « (selon les CGV jointes à cette fiche, article 3.6) »."""
    if not _REFERENCE.search(text):
        return False
    left = _REFERENCE.sub(" ", text)
    for edition in evidence.editions:
        left = left.replace(edition, " ")
    return set(words(left)) - STOPWORDS <= _SAYS_WHERE


def parts_of(text: str) -> Iterator[str]:
    """The parts of a text that each say something, in order.

    >>> list(parts_of("Les frais sont de 30 % ; au-delà, rien de plus n'est dû."))
    ['Les frais sont de 30 %', "au-delà, rien de plus n'est dû."]
    """
    held = ""
    for part in _PARTS.split(text):
        held = f"{held} ; {part}" if held else part
        if len(held.split()) >= LEAST:
            yield held
            held = ""
    if held:
        yield held


def without_names(text: str, evidence: Evidence) -> str:
    """A text without the titles and ids of courses."""
    for document in evidence.documents:
        if document.kind == "course":
            text = re.sub(
                rf"(?i)«?\s*{re.escape(document.title)}\s*»?|\(?\b{re.escape(document.id)}\b\)?", " ", text
            )
    return text


def bare(text: str, computed: Sequence[Computed], sentences: Sequence[Sentence], evidence: Evidence) -> str:
    """A statement without the names of editions, nor the articles, sums and notice checked before."""
    text = _EDITIONS.sub(" ", _REFERENCE.sub(" ", name_ours(text, evidence.companies)))
    for edition in evidence.editions:
        text = re.sub(rf"(?i){_ACCORDING}{edition}\b(?: jointes à cette fiche)?", " ", text)
    text = without_names(text, evidence)
    text = re.sub(
        r"(?i)\b(?:cgv|édition|version|seuil)(?: (?:à|de|du|des|au|seuil))* \d+ ?-?j(?:ours)?\b", " ", text
    )
    text = _DAY_OF_COURSE.sub(" ", text)
    if evidence.case is None:
        return text
    if computed and not any(one.calculation.balance for one in computed):
        text = NO_MORE.sub(" ", spell(text))
    for one in computed:
        for line in one.calculation.lines:
            text = spell(text).replace(spell(line.expression), " ")
    held = {one.value for sentence in sentences for one in sentence.quantities if one.unit == "day"}
    if notice_days(evidence.case) is not None:
        text = KEPT_NOTICE.sub(lambda match: " " if match[1] in held else match.group(), spell(text))
    known = {figure(one) for one in case_figures(evidence.case)}
    known |= frozenset().union(*(read_sums(one, evidence).results for one in computed))
    spans = case_spans(evidence.case)
    spelt = spell(text)
    for said in sorted(quantities(text), key=lambda said: -said.start):
        of_case = said.unit in ("€", "") and said.value in known
        if of_case or (said.unit == "day" and not said.bound and said.value in spans):
            end = re.compile(r"[\d .,]*\d ?(?:€|euros?|jours?)?(?: (?:ht|ttc))?").match(spelt, said.start)
            spelt = spelt[: said.start] + spelt[end.end() if end else said.start :]
    return spelt
