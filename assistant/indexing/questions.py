"""Questions people ask: with the sections that answer them, without an answer, on other subjects."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from assistant.errors import CorpusError
from assistant.faults import say_system_fault
from assistant.own_yaml import load_yaml

SENTENCES = "sentences.yaml"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as someone types it; `keys` are the citation keys that answer it."""

    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answering:
    """A sentence, the questions that it is read out for first, and those to whose answer it adds."""

    says: str
    answers: tuple[str, ...] = ()
    completes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Section:
    keys: tuple[str, ...]
    sentences: tuple[Answering, ...]


def read_questions(folder: Path) -> tuple[Question, ...]:
    """The questions of every `.jsonl` file of a folder, in reading order.

    Raises `CorpusError`, naming file and line, for a line that is not a question.
    """
    return tuple(
        _parse_question(line, where=f"{path}, ligne {number}")
        for path in sorted(folder.glob("*.jsonl"))
        for number, line in enumerate(_lines(path), start=1)
        if line.strip()
    )


def read_answering(path: Path) -> dict[str, tuple[Answering, ...]]:
    """The sentences that answer, by citation key, from `sentences.yaml` or its like; none if it is absent.

    Raises `CorpusError` where the file cannot be read as such.
    """
    told = read_given_yaml(path)
    try:
        sections = TypeAdapter(tuple[_Section, ...]).validate_python(told or ())
    except ValidationError as error:
        raise CorpusError(
            str(path),
            "ce ne sont pas des phrases et les questions auxquelles elles répondent.",
            "Écrivez « - keys: […] », puis « sentences: » et, pour chacune, « says: » et « answers: […] ».",
        ) from error
    return {key: one.sentences for one in sections for key in one.keys}


def read_elsewhere(folder: Path) -> tuple[str, ...]:
    """The questions on other subjects, one a line of `elsewhere.txt`; none when it is absent."""
    return tuple(line.strip() for line in _lines(folder / "elsewhere.txt") if line.strip())


def read_unknowns(folder: Path) -> tuple[tuple[str, str], ...]:
    """The lines of `unknowns.tsv`: what is asked for, and the question; none when it is absent.

    Raises `CorpusError`, naming the line, for one without a tab.
    """
    path, found = folder / "unknowns.tsv", []
    for number, line in enumerate(_lines(path), start=1):
        about, tab, question = line.partition("\t")
        if line.strip() and not (tab and about.strip() and question.strip()):
            raise CorpusError(
                f"{path}, ligne {number}",
                "il manque une tabulation.",
                "Écrivez sujet, tabulation, question.",
            )
        if line.strip():
            found.append((about.strip(), question.strip()))
    return tuple(found)


def read_given(path: Path) -> str:
    """The text of a file of the questions folder, empty when it is absent.

    Raises `CorpusError` when it cannot be read as UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except OSError as error:
        what = f"ce fichier ne s'ouvre pas ({say_system_fault(error)})."
        raise CorpusError(str(path), what, "Vérifiez vos droits ou retirez-le.") from error
    except UnicodeError as error:
        raise CorpusError(
            str(path), "ce fichier n'est pas du texte en UTF-8.", "Enregistrez-le en UTF-8."
        ) from error


def read_given_yaml(path: Path) -> Any:
    """What a YAML file of the questions folder holds, `None` when it is absent.

    Raises `CorpusError`, naming the line, when it is no YAML.
    """
    try:
        return load_yaml(read_given(path))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}, ligne {mark.line + 1}" if mark else str(path)
        raise CorpusError(
            where, "ce n'est pas du YAML.", "Corrigez cette ligne ou retirez le fichier."
        ) from error


def _lines(path: Path) -> list[str]:
    return read_given(path).splitlines()


def _parse_question(line: str, *, where: str) -> Question:
    try:
        given = json.loads(line)
        text, keys = given["q"], tuple(given["keys"])
    except (json.JSONDecodeError, KeyError, TypeError):
        text, keys = None, ()
    if not isinstance(text, str) or not text.strip() or not keys or not all(isinstance(k, str) for k in keys):
        raise CorpusError(where, "ce n'est pas une question.", 'Écrivez {"q": "…", "keys": ["CGV-30J#3.6"]}.')
    return Question(text, keys)


def questions_by_key(questions: Iterable[Question]) -> Mapping[str, tuple[str, ...]]:
    """The questions attached to each citation key.

    >>> questions_by_key([Question("quand payer ?", ("CGV#2", "CGV#3"))])
    {'CGV#2': ('quand payer ?',), 'CGV#3': ('quand payer ?',)}
    """
    found: dict[str, tuple[str, ...]] = {}
    for question in questions:
        for key in question.keys:
            found[key] = (*found.get(key, ()), question.text)
    return found
