"""The sentences of a section that answer a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from langchain_core.embeddings import Embeddings

from assistant.answering.asks import asks_one_figure, asks_whether, stating
from assistant.answering.draft import Extract, plain
from assistant.answering.same_words import SameWords
from assistant.datatypes import Section
from assistant.french import fold, sentence_spans, stems

_ITEM = re.compile(r"\s*(?:[-*•–]\s|\d+[.)]\s)")
_HEADING_ONLY = re.compile(
    r"#{1,6} [^\n]*|\*\*[^*\n]+\*\*"
    r"|(?:jour|journée|day) ?\d+(?:\W+(?:matin|après-midi|morning|afternoon))?\W*",
    re.I,
)
_CAPITALS = re.compile(
    r"[^\W\da-zà-ÿ]+(?:['’ -]+[^\W\da-zà-ÿ]+){1,4}"
)  # the head of a table, as « PUBLIC VISÉ »
_BARE = re.compile(
    r"\W*(?:\d{1,2}|[ivx]{1,4}|[a-z])?\W*", re.I
)  # the mark of a list item, its words on their own
NONE_SAME = SameWords()
KEPT = 0.4  # a sentence is kept when it scores this share of the best one
SURE = 0.6  # … and this share where the answer is yes or no
MOST = 10  # sentences kept of one section
WHOLE = 5  # a section of so few sentences is given whole
ALIKE = 0.5  # share of a question that the best sentence must hold for little else to be given,
# and share of what it holds that another one must hold then
CUE_BONUS = 0.3
NEAR = 0.55  # cosine from which a line that shares no word with a question is near it


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
    section: Section,
    question: str,
    embeddings: Embeddings,
    *,
    most: int = MOST,
    same: SameWords = NONE_SAME,
) -> tuple[Extract, ...]:
    """The sentences of a section that answer the question, the best one first; about `most` of them.

    A list item comes with the words that open its list, and these words with
    all their items. The others follow in the order of the text. Where one figure is
    asked for and the best sentence states it, the others kept are those that state one
    and hold most of what is asked, or hold more of it.
    """
    sentences = _sentences(section)
    texts = [one.extract.words for one in sentences]
    asked = same.in_the_words_of(section.text, question)
    scores, stated = _scores(texts, question, asked, embeddings), stating(texts, question)
    best = int(np.argmax(scores))
    ranked = sorted(range(len(sentences)), key=lambda i: -scores[i])[:most]
    least = 0.0 if len(sentences) <= WHOLE else KEPT * scores[best]
    shared = _shared_weight(texts, asked)
    if shared[best] >= ALIKE and asks_whether(question):
        least = SURE * scores[best]
    kept = {i for i in ranked if scores[i] >= least} | {best}
    if stated[best] and asks_one_figure(question):
        least_shared = [shared[best] * (ALIKE if one >= stated[best] else 1) for one in stated]
        kept = {i for i in kept if shared[i] > least_shared[i]} | {best}
    first = sentences[best].lead if sentences[best].item else best
    whole = _with_lists(kept, sentences)
    order = [i for i in (first, best) if i is not None]
    ordered = dict.fromkeys([*order, *sorted(whole)])
    return tuple(sentences[i].extract for i in ordered)


def nearness(section: Section, question: str, embeddings: Embeddings, same: SameWords) -> float:
    """How well the best sentence of a section answers a question; sections are compared by it."""
    texts = [one.words for one in sentences_of(section)]
    return max(_scores(texts, question, same.in_the_words_of(section.text, question), embeddings))


def says_nothing(words: str) -> bool:
    """Whether a line is a heading or a list mark, which says nothing by itself.

    >>> says_nothing("1."), says_nothing("**Jour 1 - Matin**"), says_nothing("Atelier")
    (True, True, False)
    """
    return bool(_HEADING_ONLY.fullmatch(words) or _BARE.fullmatch(plain(words)))


def nearest_lines(
    sections: Sequence[Section], question: str, subject: Sequence[str], embeddings: Embeddings, *, most: int
) -> tuple[Extract, ...]:
    """The lines of some sections nearest to a question, the best first: those on its subject, or like it.

    A line that opens a list says nothing by itself, and is left out.
    """
    lines = [one for section in sections for one in _sentences(section) if not one.opens_list]
    if not lines:
        return ()
    asked = np.asarray(embeddings.embed_query(question))
    texts = [one.extract.words for one in lines]
    like = np.asarray(embeddings.embed_documents(texts)) @ asked
    wanted, scores = set(subject), _scores(texts, question, stems(question), embeddings)
    near = [i for i, one in enumerate(lines) if wanted & set(stems(one.extract.words)) or like[i] >= NEAR]
    found = {fold(lines[i].extract.words): lines[i].extract for i in sorted(near, key=lambda i: scores[i])}
    return tuple(reversed(found.values()))[:most]


def _sentences(section: Section) -> list[_Sentence]:
    found: list[_Sentence] = []
    lead: int | None = None
    for passage in section.passages:
        for start, end in sentence_spans(passage.text):
            words = passage.text[start:end]
            if says_nothing(words) or (section.id == "financement" and _CAPITALS.fullmatch(words)):
                continue
            item = _ITEM.match(words) is not None
            opens = words.rstrip("* ").endswith(":") and not item
            if not item:
                lead = len(found) if opens else None
            extract = Extract(section, passage, passage.start + start, passage.start + end)
            found.append(_Sentence(extract, item, opens, lead if item else None))
    whole = (Extract(section, one, one.start, one.end) for one in section.passages)
    return found or [_Sentence(one, item=False, opens_list=False, lead=None) for one in whole]


def _with_lists(kept: set[int], sentences: Sequence[_Sentence]) -> set[int]:
    leads = {sentences[i].lead for i in kept if sentences[i].lead is not None}
    opened = {i for i in kept if sentences[i].opens_list}
    items = {i for i, one in enumerate(sentences) if one.lead in opened}
    return kept | items | {lead for lead in leads if lead is not None}


def _scores(texts: Sequence[str], question: str, asked: Sequence[str], embeddings: Embeddings) -> list[float]:
    """How well each sentence answers: its likeness, its share of the stems asked for, what it states."""
    dense = np.asarray(embeddings.embed_documents(list(texts))) @ np.asarray(embeddings.embed_query(question))
    shared, stated = _shared_weight(texts, asked), stating(texts, question)
    return [
        max(float(d), 0.0) + s + CUE_BONUS * told for d, s, told in zip(dense, shared, stated, strict=True)
    ]


def _shared_weight(texts: Sequence[str], asked: Sequence[str]) -> list[float]:
    """For each text, the share of the weight of some stems it holds; a stem rare here weighs more."""
    held = [set(stems(text)) for text in texts]
    weight = {stem: log(1 + len(held) / (1 + sum(stem in one for one in held))) for stem in set(asked)}
    total = sum(weight.values()) or 1.0
    return [sum(weight[stem] for stem in weight if stem in one) / total for one in held]


def matching_lines(section: Section, subject: Sequence[str], *, least: float) -> tuple[Extract, ...]:
    """The sentences and items of a section that hold at least that share of a subject, in order.

    A word of the subject counts the more, the fewer lines hold it.
    """
    lines = sentences_of(section)
    shares = _shared_weight([one.words for one in lines], subject)
    return tuple(one for one, share in zip(lines, shares, strict=True) if share >= least)
