"""Drafts that a person has judged, with what each may rest on: `evals/drafts/*/*.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from assistant.answering.quotes.draft import Draft, extract_whole
from assistant.answering.wording.evidence import Evidence, find_passages, gather_evidence
from assistant.answering.wording.statements import Statement, make_statement, read_statements
from assistant.conversation import Assistant
from assistant.datatypes import Answer, Reading
from assistant.errors import SetError
from assistant.own_yaml import load_yaml

FOLDER = Path(__file__).parent / "drafts"
TODAY = date(2026, 11, 20)
_MARK = re.compile(r"\[(\d+(?:\s*[,;]\s*\d+)*)\]")


class Row(BaseModel):
    """Drafts on one question, or on some sections when there is none.

    `keys`: what each mark of the drafts stands for. A lie comes with its kind.
    """

    model_config = ConfigDict(extra="forbid")

    q: str = ""
    keys: dict[int, str]
    truths: list[str] = []
    lies: list[dict[str, str]] = []


_ROWS = TypeAdapter(list[Row])


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft, what it may rest on, and the kind of lie it is; empty when it is true."""

    source: str
    written: str
    statements: tuple[Statement, ...]
    evidence: Evidence
    lie: str

    @property
    def is_true(self) -> bool:
        """Whether the draft says only what its passages do."""
        return not self.lie


def read_rows(path: Path) -> list[Row]:
    """The rows of a file of drafts; raises `SetError` where it cannot be read as such."""
    try:
        return _ROWS.validate_python(load_yaml(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeError, yaml.YAMLError, ValidationError) as error:
        first = str(error).splitlines()[0]
        raise SetError(str(path), f"ces brouillons ne se lisent pas ({first}).", "Corrigez-les.") from error


def read_judged(paths: Iterable[Path], assistant: Assistant, *, every: int = 1) -> Iterator[Judged]:
    """The drafts of some files, but for those that cite what the assistant does not find.

    Of one row of so many, where `every` is more than 1.
    """
    for path in paths:
        for row in read_rows(path)[::every]:
            evidence = _on_question(row, assistant) if row.q else _on_sections(row, assistant)
            if evidence is not None:
                yield from _judged(path.stem, row, evidence)


def _judged(source: str, row: Row, evidence: Evidence) -> Iterator[Judged]:
    marks = _marks(row.keys, evidence)
    told = [(draft, "") for draft in row.truths]
    told += [(draft, kind) for lie in row.lies for kind, draft in lie.items()]
    for draft, lie in told:
        cited = {int(one) for group in _MARK.findall(draft) for one in re.findall(r"\d+", group)}
        if not cited <= marks.keys():
            continue
        if row.q:
            renumbered = _MARK.sub(lambda match: _renumber(match[1], marks), draft)
            yield Judged(source, draft, read_statements(renumbered), evidence, lie)
        elif (statement := make_statement(draft, marks.values())) is not None:
            yield Judged(source, draft, (statement,), evidence, lie)


def _renumber(group: str, marks: Mapping[int, int]) -> str:
    return "".join(f"[{marks[int(one)]}]" for one in re.findall(r"\d+", group))


def _marks(keys: Mapping[int, str], evidence: Evidence) -> dict[int, int]:
    """For each mark of the drafts, the first mark of its section in the evidence."""
    first: dict[str, int] = {}
    for mark, proof in sorted(evidence.proofs.items()):
        first.setdefault(proof.citation.key, mark)
    return {mark: first[key] for mark, key in keys.items() if key in first}


def _on_question(row: Row, assistant: Assistant) -> Evidence | None:
    answer, conversation = assistant.reply(row.q, today=TODAY)
    if answer.status != "answered" or not answer.citations:
        return None
    reading = conversation.known
    assert reading is not None  # noqa: S101  a message was just read
    extra = find_passages(answer, reading, assistant.sources)
    return gather_evidence(answer, extra, reading, assistant.index.corpus, TODAY)


def _on_sections(row: Row, assistant: Assistant) -> Evidence:
    """What statements on some sections may rest on: these sections alone."""
    corpus = assistant.index.corpus
    draft = Draft(corpus)
    for key in dict.fromkeys(row.keys.values()):
        name, _, section_id = key.partition("#")
        document = corpus.document(name)
        section = document.section(section_id) if document else None
        for extract in extract_whole(section) if section else ():
            draft.cite(extract)
    answer: Answer = draft.answer()
    return gather_evidence(answer, (), Reading(question="", intent="open"), corpus, TODAY)
