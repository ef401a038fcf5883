"""The passages that answer a question: every part scores, the scores are fused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.answering.learned.phrasing import Phrasing
from assistant.answering.search.fuse import fuse
from assistant.datatypes import Chunk, Filters, Hit
from assistant.indexing.generation import Index

# How much each part counts, by what is known of the sections: see index/README.md.
ASKED = {"asked": 1.0, "phrasing": 0.5, "heading": 0.2}  # people's questions are attached to them
UNASKED = {"grams": 1.0, "words": 0.8, "heading": 0.4}  # none is
TAUGHT_VECTORS = 0.7  # the model was taught them
UNTAUGHT_VECTORS = 0.1  # it never read them

_SCORE_ALL = 2000
_SHORTLIST = 200


class Retriever(BaseRetriever):
    """The search over an open index, as LangChain knows retrievers.

    `phrasing` is what people's questions teach of the sections, where there are any.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: Index
    phrasing: Phrasing | None = None
    k: int = 8
    filters: Filters = Filters()
    weights: Mapping[str, float] = {}

    def model_post_init(self, _: object, /) -> None:
        """Weigh the parts by what is known of the index, unless weights are given."""
        self.weights = self.weights or weights_for(self.index)

    def search(
        self, question: str, *, k: int | None = None, filters: Filters | None = None
    ) -> tuple[Hit, ...]:
        """The best passage of each of the `k` best sections, best first.

        Each hit keeps in `parts` the raw score of every part that scored it: a
        cosine for `vectors`, log-likelihoods for `phrasing` and `asked`, BM25 for the others.
        """
        wanted = filters or self.filters
        allowed = {chunk.id: n for n, chunk in enumerate(self.index.chunks) if lets_through(wanted, chunk)}
        parts = self._parts(question, allowed, wanted)
        by_id = self.index.chunks
        hits = [
            Hit(by_id[allowed[one]], score, {name: part[one] for name, part in parts.items() if one in part})
            for one, score in fuse(parts, self.weights)
        ]
        return _one_a_section(hits, k or self.k)

    def _parts(
        self, question: str, allowed: Mapping[str, int], filters: Filters
    ) -> Mapping[str, Mapping[str, float]]:
        """The score of every allowed chunk by each part; of a shortlist when there are many."""
        if not allowed:
            return {}
        vector = self.index.model.encode([question], question=True)[0]
        keywords = self.index.lexical.scores(question)
        every = len(allowed) <= _SCORE_ALL
        near = dict(
            self.index.store.scores(vector, limit=len(allowed) if every else _SHORTLIST, filters=filters)
        )
        short = list(allowed) if every else self._shortlist(allowed, near, keywords)
        missing = [one for one in short if one not in near] if vector.any() else []
        near.update((one, float(row @ vector)) for one, row in self.index.store.vectors(missing).items())
        parts = {
            name: {one: float(part[allowed[one]]) for one in short if not np.isnan(part[allowed[one]])}
            for name, part in keywords.items()
        }
        if told := self._phrased(question, short):
            parts["phrasing"] = told
        return {"vectors": near, **parts} if near else parts

    def _phrased(self, question: str, short: Sequence[str]) -> dict[str, float]:
        """The score by phrasing of those chunks whose section people asked for."""
        told = self.phrasing.scores(question) if self.phrasing else {}
        keys = {one: one.partition("/")[0] for one in short}
        return {one: told[key] for one, key in keys.items() if key in told}

    def _shortlist(
        self, allowed: Mapping[str, int], near: Mapping[str, float], keywords: Mapping[str, np.ndarray]
    ) -> list[str]:
        ids, rows = list(allowed), np.fromiter(allowed.values(), dtype=np.int64)
        short = set(near)
        for scores in keywords.values():
            part = np.nan_to_num(scores)
            best = np.argsort(-part[rows], kind="stable")[:_SHORTLIST]
            short.update(ids[n] for n in best if part[rows[n]] > 0)
        return sorted(short)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        return [_to_langchain(hit) for hit in self.search(query)]


def weights_for(index: Index) -> Mapping[str, float]:
    """How much each part counts in this index, by what is known of its sections.

    A small model knows the sections it was taught; of a document that it never
    read, its vectors say little. Where no question is attached to the sections,
    their words and pieces of words count instead.
    """
    size = len(index.chunks) or 1
    taught = sum(index.model.knows(chunk.key) for chunk in index.chunks) / size
    asked = index.manifest.counts["asked"] / size
    words = {
        part: asked * ASKED.get(part, 0.0) + (1 - asked) * UNASKED.get(part, 0.0)
        for part in dict.fromkeys((*ASKED, *UNASKED))
    }
    return {"vectors": taught * TAUGHT_VECTORS + (1 - taught) * UNTAUGHT_VECTORS, **words}


def lets_through(filters: Filters, chunk: Chunk) -> bool:
    """Whether a search so narrowed may show this chunk."""
    return (
        (not filters.documents or chunk.document in filters.documents)
        and (not filters.kinds or chunk.kind in filters.kinds)
        and (filters.audience == "rep" or chunk.audience == "client")
    )


def _one_a_section(hits: Sequence[Hit], k: int) -> tuple[Hit, ...]:
    best: dict[str, Hit] = {}
    for hit in hits:
        best.setdefault(hit.chunk.key, hit)
    return tuple(best.values())[:k]


def _to_langchain(hit: Hit) -> LangChainDocument:
    metadata = {name: value for name, value in asdict(hit.chunk).items() if name != "text"}
    return LangChainDocument(
        id=hit.chunk.id,
        page_content=hit.chunk.text,
        metadata={**metadata, "key": hit.chunk.key, "score": hit.score, "parts": dict(hit.parts)},
    )
