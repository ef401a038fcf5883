"""What is learned from people's questions, kept beside the index so that starting is quick."""

from __future__ import annotations

import hashlib
import json
import os
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.answering.bayes import Bayes
from assistant.answering.phrasing import Phrasing, learn_phrasing
from assistant.answering.side import Sides, learn_sides
from assistant.answering.spelling import without_slips
from assistant.answering.understand.courses import Catalogue
from assistant.answering.unknowns import Unknowns, learn_unknowns, read_unknowns
from assistant.answering.vocabulary import Vocabulary, build_vocabulary
from assistant.indexing.fields import embedded_text
from assistant.indexing.generation import Index
from assistant.indexing.questions import Question, questions_by_key, read_elsewhere, read_questions
from assistant.indexing.reword import read_synonyms
from assistant.indexing.synonyms import everyday_words, stems_near

_FORMAT = 6


@dataclass(frozen=True, slots=True)
class Learned:
    """The sides of a question, the words that are ours, how sections are asked for, what has no answer.

    `asked` are the questions that each section answers, the names of courses left out; `near`, for
    each stem, those that people use in its place.
    """

    sides: Sides
    vocabulary: Vocabulary
    phrasing: Phrasing
    unknowns: Unknowns | None
    asked: Mapping[str, tuple[str, ...]]
    near: Mapping[str, frozenset[str]]


def open_learned(questions: Path, index: Index, catalogue: Catalogue, *, kept_in: Path) -> Learned:
    """What the questions of a folder teach; read from `kept_in` when it stands there already.

    `kept_in` is the folder of the index generation, so that documents and
    embeddings are those of the index. It may be read-only: nothing is kept then.
    """
    path = kept_in / f"learned-{_digest(questions)}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        return _read(json.loads(path.read_text(encoding="utf-8")))
    learned = _learn(questions, index, catalogue)
    with suppress(OSError):
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_text(json.dumps(_write(learned)), encoding="utf-8")
        unfinished.replace(path)
    return learned


def _digest(questions: Path) -> str:
    state = hashlib.sha256(str(_FORMAT).encode())
    for path in sorted(questions.glob("*")):
        if path.is_file():
            state.update(path.name.encode() + path.read_bytes())
    return state.hexdigest()[:12]


def _learn(folder: Path, index: Index, catalogue: Catalogue) -> Learned:
    questions, unknown = read_questions(folder), read_unknowns(folder)
    others = [question for _, question in unknown]
    vocabulary = build_vocabulary(index.chunks, questions, texts=others, elsewhere=read_elsewhere(folder))
    return Learned(
        sides=learn_sides(index.corpus, questions, catalogue),
        vocabulary=without_slips(
            vocabulary,
            written=map(embedded_text, index.chunks),
            asked=[*(one.text for one in questions), *others],
        ),
        phrasing=learn_phrasing(index.chunks, questions, unknown, catalogue),
        unknowns=learn_unknowns(unknown, questions, catalogue, index.model),
        asked=questions_by_key(_without_names(one, catalogue) for one in questions),
        near=stems_near((*read_synonyms(folder), *everyday_words())),
    )


def _without_names(question: Question, catalogue: Catalogue) -> Question:
    bare = catalogue.without_names(question.text, catalogue.courses_named(question.text))
    return replace(question, text=bare or question.text)


def _write(learned: Learned) -> dict[str, Any]:
    unknowns, vocabulary = learned.unknowns, learned.vocabulary
    return {
        "sides": learned.sides.seen,
        "words": vocabulary.words,
        "sections": {key: sorted(found) for key, found in vocabulary.sections.items()},
        "elsewhere": vocabulary.elsewhere,
        "pairs": [vocabulary.pairs, vocabulary.pairs_elsewhere],
        "phrasing": learned.phrasing.seen,
        "asked": learned.asked,
        "near": {stem: sorted(others) for stem, others in learned.near.items()},
        "unknowns": unknowns
        and {
            "ids": unknowns.ids,
            "first": unknowns.words.first,
            "second": unknowns.words.second,
            "counts": [unknowns.words.firsts, unknowns.words.seconds],
            "asked": _write_rows(unknowns.asked),
            "answered": _write_rows(unknowns.answered),
        },
    }


def _read(kept: dict[str, Any]) -> Learned:
    unknowns = kept["unknowns"]
    return Learned(
        sides=Sides({side: Counter(found) for side, found in kept["sides"].items()}),
        vocabulary=Vocabulary(
            kept["words"],
            {key: frozenset(found) for key, found in kept["sections"].items()},
            kept["elsewhere"],
            *kept["pairs"],
        ),
        phrasing=Phrasing(kept["phrasing"]),
        asked={key: tuple(told) for key, told in kept["asked"].items()},
        near={stem: frozenset(others) for stem, others in kept["near"].items()},
        unknowns=unknowns
        and Unknowns(
            tuple(unknowns["ids"]),
            Bayes(Counter(unknowns["first"]), Counter(unknowns["second"]), *unknowns["counts"]),
            _read_rows(unknowns["asked"]),
            _read_rows(unknowns["answered"]),
        ),
    )


def _write_rows(rows: NDArray[np.float32]) -> list[Any]:
    return [rows.shape, b64encode(rows.astype(np.float16).tobytes()).decode()]


def _read_rows(kept: list[Any]) -> NDArray[np.float32]:
    shape, rows = kept
    return np.frombuffer(b64decode(rows), dtype=np.float16).reshape(shape).astype(np.float32)
