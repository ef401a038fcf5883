"""Two embedding models on the same questions: which one finds the sections better."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.datatypes import Chunk, Corpus
from assistant.indexing.fields import embedded_text
from assistant.indexing.questions import Question
from evals.ablation import Variant, rate_search
from evals.datatypes import Example, Found
from evals.run import DEPTH, Search, search_of
from evals.sets import read_sets

if TYPE_CHECKING:
    from assistant.indexing.embed import VectorModel
    from assistant.settings import Settings


def find_examples(paths: Iterable[Path], corpus: Corpus) -> tuple[Example, ...]:
    """The single questions of these sets that a section of the corpus answers."""
    keys = {document.id for document in corpus.documents}
    keys |= {section.key for document in corpus.documents for section in document.sections}
    return tuple(one for one in read_sets(paths) if len(one.turns) == 1 and keys & set(one.cite))


def rate_in_search(
    names: Mapping[str, str], examples: Sequence[Example], settings: Settings
) -> tuple[Variant, ...]:
    """Each model, named as the settings name it, in the whole search over the corpus."""
    return tuple(Variant(label, _rate_model(name, examples, settings)) for label, name in names.items())


def _rate_model(
    name: str, examples: Sequence[Example], settings: Settings
) -> Mapping[str, tuple[float, ...]]:
    from assistant.conversation import Assistant

    with tempfile.TemporaryDirectory() as folder:
        given = {"embedding_model": name, "index": Path(folder), "chroma_url": "", "audience": "rep"}
        assistant = Assistant(settings.model_copy(update=given))
        try:
            return rate_search(examples, search_of(assistant))
        finally:
            assistant.index.close()


def rate_by_vectors(
    models: Mapping[str, VectorModel], questions: Iterable[Question], chunks: Sequence[Chunk]
) -> tuple[Variant, ...]:
    """Each model alone, on questions without a set: by the likeness of their vectors to the sections'.

    A question that is the heading of its section is compared with the bodies.
    """
    asked = sorted(questions, key=lambda one: one.text)
    headings = {(chunk.heading_path[-1], chunk.key) for chunk in chunks if chunk.heading_path}
    by_heading = all((one.text, one.keys[0]) in headings for one in asked)
    texts = [chunk.text if by_heading else embedded_text(chunk) for chunk in chunks]
    examples = [Example(one.text, "kept out", (one.text,), date.min, cite=one.keys) for one in asked]
    return tuple(
        Variant(label, rate_search(examples, _search_by_vectors(model, texts, chunks)))
        for label, model in models.items()
    )


def _search_by_vectors(model: VectorModel, texts: Sequence[str], chunks: Sequence[Chunk]) -> Search:
    vectors = model.encode(texts)

    def search(question: str, today: date) -> list[Found]:
        del today
        likeness = vectors @ model.encode([question], question=True)[0]
        ranked = dict.fromkeys(chunks[row].key for row in (-likeness).argsort(kind="stable"))
        return [Found(key, "") for key in list(ranked)[:DEPTH]]

    return search
