"""The sentences of a section that answer a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.answering.quotes.aim import WORDED, Aim, shared_weight
from assistant.answering.quotes.asks import (
    asks_in_turn,
    asks_one_figure,
    asks_what_follows,
    following,
    stating,
)
from assistant.answering.quotes.draft import Extract, plain
from assistant.datatypes import Document, Section
from assistant.french import NBSP, fold, sentence_spans, stems

_ITEM = re.compile(r"\s*(?:[-*•–]\s|[-•–](?=[^\W\d_])|\d+[.)]\s)")  # « -faire une demande » too
_WHOLE_ITEM = re.compile(r"\W*[A-ZÀ-Ý][^\n]*\.\W*$")
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
BY_PUBLIC = ("financement",)  # sections of a sheet set out as a table, each line for one public
BEHIND = 3.0  # log-odds by which a sentence may be behind the best one and be kept
FOLLOWING = 3.5  # … and how much farther where it says what comes of something, and that is asked
MOST = 5  # sentences kept of one section
NEAR = 0.55  # cosine from which a line that shares no word with a question is near it


@dataclass(frozen=True, slots=True)
class _Sentence:
    extract: Extract
    item: bool
    opens_list: bool
    lead: int | None

    @property
    def is_fragment(self) -> bool:
        """Whether it is an item of a list that is no sentence by itself."""
        return self.item and not _WHOLE_ITEM.match(plain(self.extract.words))


def sentences_of(section: Section) -> tuple[Extract, ...]:
    """Every sentence and list item of a section, headings aside, in order."""
    return tuple(one.extract for one in _sentences(section))


def select_sentences(
    section: Section, question: str, aim: Aim, *, most: int = MOST, apart: Callable[[str], bool] | None = None
) -> tuple[Extract, ...]:
    """The sentences of a section that answer the question, the best one first; about `most` of them.

    The others that come near it follow in the order of the text. An item of a list that is no
    sentence comes with the words that open its list; where these answer best, with all their items.
    Where one figure is asked for, or a manner, the best that states it leads if it comes near; the others
    state the figure too; where one asks what follows, what is farther and says so is kept. Those `apart`
    are of another case, and are left out where any is not.
    """
    sentences = _sentences(section)
    texts = [one.extract.words for one in sentences]
    told = [not (apart and apart(one)) for one in texts]
    scores = aim.scores(texts, question, key=section.key)
    if any(told):
        scores = np.where(told, scores, -np.inf)
    best, stated = int(np.argmax(scores)), np.asarray(stating(texts, question))
    if (one_figure := asks_one_figure(question)) or asks_in_turn(question):
        figured = int(np.argmax(np.where(stated > 0, scores, -np.inf)))
        best = figured if stated[figured] and scores[best] - scores[figured] <= BEHIND else best
    lifted = scores + FOLLOWING * np.asarray(following(texts, question))
    ranked = sorted(range(len(sentences)), key=lambda i: -lifted[i])[:most]
    kept = {i for i in ranked if scores[best] - lifted[i] <= BEHIND}
    if stated[best] and one_figure:
        kept = {i for i in kept if stated[i] >= stated[best]}
    first = sentences[best].lead if sentences[best].is_fragment else None
    order = [i for i in (first, best) if i is not None]
    ordered = dict.fromkeys([*order, *sorted(_with_lists(kept, best, sentences))])
    return tuple(sentences[i].extract for i in ordered)


def nearness(section: Section, question: str, aim: Aim) -> float:
    """How near a question the best sentence of a section is by its words; sections are compared by it."""
    worded, _ = aim.signs([one.words for one in sentences_of(section)], question)
    return float(max(worded @ WORDED))


def says_what_follows(section: Section, question: str) -> bool:
    """Whether a section says what comes of something, where that is asked; a definition does not."""
    return asks_what_follows(question) and any(
        following([one.words for one in sentences_of(section)], question)
    )


def says_nothing(words: str) -> bool:
    """Whether a line is a heading or a list mark, which says nothing by itself.

    >>> says_nothing("1."), says_nothing("**Jour 1 - Matin**"), says_nothing("Atelier")
    (True, True, False)
    """
    return bool(_HEADING_ONLY.fullmatch(words) or _BARE.fullmatch(plain(words)))


def nearest_lines(
    sections: Sequence[Section], question: str, subject: Sequence[str], aim: Aim, *, most: int
) -> tuple[Extract, ...]:
    """The lines of some sections nearest to a question, the best first: those on its subject, or like it.

    A line that opens a list says nothing by itself, and is left out.
    """
    lines = [one for section in sections for one in _sentences(section) if not one.opens_list]
    if not lines:
        return ()
    texts = [one.extract.words for one in lines]
    asked = np.asarray(aim.embeddings.embed_query(question))
    like = np.asarray(aim.embeddings.embed_documents(texts)) @ asked
    wanted, scores = set(subject), aim.scores(texts, question)
    near = [i for i, one in enumerate(lines) if wanted & set(stems(one.extract.words)) or like[i] >= NEAR]
    found = {fold(lines[i].extract.words): lines[i].extract for i in sorted(near, key=lambda i: scores[i])}
    return tuple(reversed(found.values()))[:most]


def _sentences(section: Section) -> list[_Sentence]:
    found: list[_Sentence] = []
    lead: int | None = None
    for passage in section.passages:
        for start, end in sentence_spans(passage.text):
            words = passage.text[start:end]
            is_head = section.id in BY_PUBLIC and _CAPITALS.fullmatch(words)
            if says_nothing(words) or is_head:
                continue
            item = _ITEM.match(words) is not None
            opens = words.rstrip("* ").endswith(":") and not item
            if not item:
                lead = len(found) if opens else None
            extract = Extract(section, passage, passage.start + start, passage.start + end)
            found.append(_Sentence(extract, item, opens, lead if item else None))
    whole = (Extract(section, one, one.start, one.end) for one in section.passages)
    return found or [_Sentence(one, item=False, opens_list=False, lead=None) for one in whole]


def _with_lists(kept: set[int], best: int, sentences: Sequence[_Sentence]) -> set[int]:
    """Those kept, with what opens the list of one that says nothing alone, and all of a list asked for."""
    said = {i for i in kept if i == best or not sentences[i].opens_list}
    opening = {sentences[i].lead for i in said if sentences[i].is_fragment} - {None}
    return said | {i for i, one in enumerate(sentences) if i in opening or one.lead == best}


def matching_lines(section: Section, subject: Sequence[str], *, least: float) -> tuple[Extract, ...]:
    """The sentences and items of a section that hold at least that share of a subject, in order.

    A word of the subject counts the more, the fewer lines hold it.
    """
    lines = sentences_of(section)
    shares = shared_weight([set(stems(one.words)) for one in lines], subject)
    return tuple(one for one, share in zip(lines, shares, strict=True) if share >= least)


def lines_nearest(section: Section, word: str, aim: Aim) -> tuple[Extract, ...]:
    """The sentences and items of a section that hold a word, or else one that stands for it."""
    lines = sentences_of(section)
    shares = aim.shares([one.words for one in lines], word)
    return tuple(one for one, share in zip(lines, shares, strict=True) if share and share >= max(shares))


def absent_names(question: str, document: Document) -> str:
    """The names in a question that a document does not hold, between guillemets."""
    told = {stem for one in document.sections for stem in stems(one.text)}
    names = re.findall(r"(?<!^)(?<![.?!] )\b[A-Z][\w-]+", question)
    absent = [name for name in names if stems(name) and not set(stems(name)) & told]
    return ", ".join(f"«{NBSP}{name}{NBSP}»" for name in dict.fromkeys(absent))
