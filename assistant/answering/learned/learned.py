"""What is learned from people's questions, kept beside the index so that starting is quick."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from assistant.answering.correct import without_slips
from assistant.answering.learned.phrasing import Phrasing, learn_phrasing
from assistant.answering.learned.side import Sides, learn_sides
from assistant.answering.learned.unknowns import Unknowns, learn_unknowns
from assistant.answering.quotes.aim import Asked
from assistant.answering.understand.names.courses import Catalogue
from assistant.answering.vocabulary import Vocabulary, build_vocabulary
from assistant.errors import IndexingError
from assistant.indexing import silent
from assistant.indexing.fields import embedded_text
from assistant.indexing.generation import Index
from assistant.indexing.hold import building_alone
from assistant.indexing.questions import (
    SENTENCES,
    Answering,
    Question,
    questions_by_key,
    read_answering,
    read_elsewhere,
    read_questions,
    read_unknowns,
)

_FORMAT = 9


@dataclass(frozen=True, slots=True)
class Learned:
    """The sides of a question, the words that are ours, how sections are asked for, what has no answer.

    `asked` is what people ask that each section answers, the names of courses left out.
    """

    sides: Sides
    vocabulary: Vocabulary
    phrasing: Phrasing
    unknowns: Unknowns | None
    asked: Mapping[str, Asked]


def open_learned(questions: Path, index: Index, catalogue: Catalogue, *, kept_in: Path) -> Learned:
    """What the questions of a folder teach; read from `kept_in` when it stands there already.

    `kept_in` is the folder of the index generation, so that documents and
    embeddings are those of the index. It may be read-only: nothing is kept then.
    """
    path, kept = kept_in / f"learned-{_digest(questions)}.json", TypeAdapter(Learned)
    with suppress(OSError, ValueError):
        return kept.validate_json(path.read_bytes())
    with ExitStack() as stack:
        with suppress(IndexingError):  # a folder that cannot be written
            stack.enter_context(building_alone(kept_in.parent, silent))
        with suppress(OSError, ValueError):  # learned meanwhile by another
            return kept.validate_json(path.read_bytes())
        learned = _learn(questions, index, catalogue)
        with suppress(OSError):
            unfinished = path.with_suffix(f".{os.getpid()}")
            unfinished.write_bytes(kept.dump_json(learned))
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
    bare = cache(catalogue.bare)  # three models are learned from the same questions
    vocabulary = build_vocabulary(index.chunks, questions, texts=others, elsewhere=read_elsewhere(folder))
    return Learned(
        sides=learn_sides(index.corpus, questions, bare),
        vocabulary=without_slips(
            vocabulary,
            written=map(embedded_text, index.chunks),
            asked=[*(one.text for one in questions), *others],
        ),
        phrasing=learn_phrasing(index.chunks, questions, unknown, bare),
        unknowns=learn_unknowns(unknown, questions, bare, index.model),
        asked=_asked(questions, read_answering(folder / SENTENCES), bare),
    )


def _asked(
    questions: Iterable[Question], answering: Mapping[str, tuple[Answering, ...]], bare: Callable[[str], str]
) -> dict[str, Asked]:
    """What is asked of each section, `bare` of the names of courses where more is said."""
    known = {one.text for one in questions}

    def told(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(bare(one) or one for one in texts if one in known)

    return {
        key: Asked(
            told(texts),
            tuple(
                Answering(one.says, told(one.answers), told(one.completes)) for one in answering.get(key, ())
            ),
        )
        for key, texts in questions_by_key(questions).items()
    }
