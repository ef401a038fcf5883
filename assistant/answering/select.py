"""The sentences of a section that answer a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from langchain_core.embeddings import Embeddings

from assistant.answering.draft import Extract, plain
from assistant.datatypes import Section
from assistant.french import fold, sentence_spans, stems

_ITEM = re.compile(r"\s*(?:[-*•–]\s|\d+[.)]\s)")
_HEADING_ONLY = re.compile(r"#{1,6} [^\n]*|\*\*[^*\n]+\*\*")
# What a question asks a figure of, and how a sentence that states it looks; both folded.
_CUES = (
    (
        re.compile(
            r"\b(combien de (temps|jours?|mois|semaines?)|delais?|durees?|quand|jusqu'a|deadline|when"
            r"|how (long|many days))\b"
        ),
        re.compile(
            r"\b(\d+|une?|deux|trois|six|huit|quinze|trente) (\w+ )?(jours?|mois|ans?|semaines?|heures?)\b"
            r"|\b(delai|duree)\b"
        ),
    ),
    (
        re.compile(
            r"\b(combien|taux|montant|pourcentage|somme|frais|indemnite|penalites?|how much|rate|fee)\b"
        ),
        re.compile(r"\d+ ?(%|€|euros?\b|points?\b)|\b(douze|trois|deux) fois\b|\b(totalite|integralite)\b"),
    ),
    (
        re.compile(r"\b(adresse|contact\w*|joindre|saisir|e?-?mails?|site|address|reach)\b"),
        re.compile(r"@|https?:|\b\d{5}\b"),
    ),
)
KEPT = 0.25  # a sentence is kept when it scores this share of the best one
MOST = 10  # sentences kept of one section
WHOLE = 10  # a section of so few sentences is given whole
CUE_BONUS = 0.3


@dataclass(frozen=True, slots=True)
class _Sentence:
    extract: Extract
    item: bool
    opens_list: bool
    lead: int | None


def sentences_of(section: Section) -> tuple[Extract, ...]:
    """Every sentence and list item of a section, headings aside, in order."""
    return tuple(one.extract for one in _sentences(section))


def select_sentences(
    section: Section, question: str, embeddings: Embeddings, *, most: int = MOST
) -> tuple[Extract, ...]:
    """The sentences of a section that answer the question, the best one first; about `most` of them.

    A list item comes with the words that open its list, and these words with
    all their items. The others follow in the order of the text.
    """
    sentences = _sentences(section)
    if not sentences:
        return ()
    scores = _scores(sentences, question, embeddings)
    best = int(np.argmax(scores))
    ranked = sorted(range(len(sentences)), key=lambda i: -scores[i])[:most]
    least = 0.0 if len(sentences) <= WHOLE else KEPT * scores[best]
    kept = {i for i in ranked if scores[i] >= least} | {best}
    first = sentences[best].lead if sentences[best].item else best
    whole = _with_lists(kept, sentences)
    order = [i for i in (first, best) if i is not None]
    ordered = dict.fromkeys([*order, *sorted(whole)])
    return tuple(sentences[i].extract for i in ordered)


def _sentences(section: Section) -> list[_Sentence]:
    found: list[_Sentence] = []
    lead: int | None = None
    for passage in section.passages:
        for start, end in sentence_spans(passage.text):
            words = passage.text[start:end]
            if _HEADING_ONLY.fullmatch(words) or not plain(words):
                continue
            item = _ITEM.match(words) is not None
            opens = words.rstrip("* ").endswith(":") and not item
            if not item:
                lead = len(found) if opens else None
            extract = Extract(section, passage, passage.start + start, passage.start + end)
            found.append(_Sentence(extract, item, opens, lead if item else None))
    return found


def _with_lists(kept: set[int], sentences: Sequence[_Sentence]) -> set[int]:
    leads = {sentences[i].lead for i in kept if sentences[i].lead is not None}
    opened = {i for i in kept if sentences[i].opens_list}
    items = {i for i, one in enumerate(sentences) if one.lead in opened}
    return kept | items | {lead for lead in leads if lead is not None}


def _scores(sentences: Sequence[_Sentence], question: str, embeddings: Embeddings) -> list[float]:
    texts = [one.extract.words for one in sentences]
    asked = np.asarray(embeddings.embed_query(question))
    vectors = np.asarray(embeddings.embed_documents(texts))
    dense = vectors @ asked
    shared = _shared_weight(texts, question)
    asks = [looks for asks, looks in _CUES if asks.search(fold(question))]
    bonus = [CUE_BONUS if any(looks.search(fold(text)) for looks in asks) else 0.0 for text in texts]
    return [max(float(d), 0.0) + s + b for d, s, b in zip(dense, shared, bonus, strict=True)]


def _shared_weight(texts: Sequence[str], question: str) -> list[float]:
    """For each text, the share of the question's weight it holds; a stem rare here weighs more."""
    held = [set(stems(text)) for text in texts]
    weight = {
        stem: log(1 + len(held) / (1 + sum(stem in one for one in held))) for stem in set(stems(question))
    }
    total = sum(weight.values()) or 1.0
    return [sum(weight[stem] for stem in weight if stem in one) / total for one in held]


def matching_lines(section: Section, subject: Sequence[str]) -> tuple[Extract, ...]:
    """The sentences and items of a section that hold a stem of the subject, in order."""
    wanted = set(subject)
    return tuple(one for one in sentences_of(section) if wanted & set(stems(one.words)))
