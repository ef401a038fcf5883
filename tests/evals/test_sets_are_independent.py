"""Questions that judge the assistant are not those it learns from or is tuned on."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
import yaml
from rapidfuzz import fuzz, process

from assistant.french import fold
from assistant.indexing.questions import read_elsewhere, read_unknowns
from assistant.settings import PROJECT
from evals import DEV, TEST, read_sets

NEAR = 90
ALIKE_IN_LENGTH = 0.75  # below, a few words found in a long question are no copy of it


def near_copies(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    """The pairs of questions that differ by the order of the words or a letter or two."""
    ours, theirs = _by_length(first), _by_length(second)
    found = []
    for length, ones in ours.items():
        others = [
            told
            for other, questions in theirs.items()
            if min(length, other) >= ALIKE_IN_LENGTH * max(length, other)
            for told in questions
        ]
        texts = [[text for _, text in told] for told in (ones, others)]
        likeness = process.cdist(*texts, scorer=fuzz.token_ratio, score_cutoff=NEAR)
        for row, column in np.argwhere(likeness >= NEAR):
            (name, text), (other_name, other_text) = ones[row], others[column]
            found.append(f"{name} « {text} » / {other_name} « {other_text} »")
    return found


def _by_length(questions: Mapping[str, str]) -> dict[int, list[tuple[str, str]]]:
    """Questions folded, each with its id, by how many words they have."""
    found = defaultdict[int, list[tuple[str, str]]](list)
    for name, question in questions.items():
        text = fold(question)
        found[len(text.split())].append((name, text))
    return found


def asked_in(folder: Path) -> dict[str, str]:
    """The questions of a folder of sets, by id; the messages of a conversation joined."""
    return {example.id: " ".join(example.turns) for example in read_sets([folder])}


def learned_from() -> Iterator[tuple[str, str]]:
    """All that people ask in the corpus, answered there or not, and its synonyms, by file and line."""
    folder = PROJECT / "corpus" / "questions"
    for number, (_, question) in enumerate(read_unknowns(folder), start=1):
        yield f"unknowns.tsv:{number}", question
    for number, question in enumerate(read_elsewhere(folder), start=1):
        yield f"elsewhere.txt:{number}", question
    for number, group in enumerate(yaml.safe_load((folder / "synonyms.yaml").read_text(encoding="utf-8"))):
        for words in group:
            yield f"synonyms.yaml, groupe {number}", str(words)
    for path in sorted((PROJECT / "corpus" / "questions").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip():
                yield f"{path.name}:{number}", str(json.loads(line)["q"])


def test_near_copies_are_found() -> None:
    """A misspelt or reordered question is a copy; a keyword of it is none."""
    first = {"a": "Quelle est la durée de la formation RCL-RCL-05 ?"}
    second = {"b": "la formation RCL-RCL-05, quelle est la duree ?", "c": "RCL-RCL-05"}
    found = near_copies(first, second)
    assert [True] == ["b «" in pair for pair in found]


def test_dev_and_test_share_no_question() -> None:
    """No question of the test sets is a near copy of one used for tuning."""
    assert [] == near_copies(asked_in(DEV), asked_in(TEST))


@pytest.mark.parametrize("folder", [DEV, TEST], ids=lambda folder: folder.name)
def test_no_question_is_learned_from(folder: Path) -> None:
    """No question of the sets is a near copy of one of the corpus, which retrieval learns from."""
    assert [] == near_copies(asked_in(folder), dict(learned_from()))


def test_ids_are_used_once_over_all_sets() -> None:
    """An id names one question, tuning and test sets together."""
    assert len(asked_in(DEV)) + len(asked_in(TEST)) == len(read_sets([DEV, TEST]))


@pytest.mark.parametrize("folder", [DEV, TEST], ids=lambda folder: folder.name)
def test_expressions_can_match_folded_text(folder: Path) -> None:
    """Expressions are written folded; one with a capital or an accent would never match."""
    patterns = {
        pattern.pattern for example in read_sets([folder]) for pattern in (*example.facts, *example.forbidden)
    }
    letters = {pattern: re.sub(r"\\.", "", pattern) for pattern in patterns}
    assert [] == [pattern for pattern, plain in letters.items() if plain.strip() != fold(plain)]


def test_each_question_asked_elsewhere_is_kept_once() -> None:
    """It stands once in its file."""
    elsewhere = read_elsewhere(PROJECT / "corpus" / "questions")
    assert len(elsewhere) == len({fold(text) for text in elsewhere})
