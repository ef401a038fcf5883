"""The two things Markdown adds to a text: front matter, and headings with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import yaml
from markdown_it import MarkdownIt

from assistant.errors import ReadingError
from assistant.reading.source import plain_heading

_FENCE = re.compile(r"\ufeff?---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"[\w-]+[ \t]*:(?:\s|$)")
_ALLOWED = {"kind": ("course", "terms", "company", "other"), "audience": ("client", "rep")}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the two `---` lines, and where the text begins after them."""

    values: Mapping[str, str] = field(default_factory=dict)
    end: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, its words, where its line starts and its text begins."""

    level: int
    title: str
    start: int
    body: int


def parse_front_matter(text: str, path: str) -> FrontMatter:
    """The front matter of a Markdown text, empty when it has none.

    Raises `ReadingError`, naming the line, when it is broken.
    """
    opening = _FENCE.match(text)
    if not opening:
        return FrontMatter()
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        if _KEY.match(text, opening.end()):
            raise _broken(path, 1, "l'en-tête ouvert par « --- » n'est pas fermé.")
        return FrontMatter()
    try:
        loaded = yaml.safe_load(text[opening.end() : closing.start()])
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        line = min(line, text.count("\n", 0, closing.start()))
        raise _broken(path, line, "l'en-tête n'est pas du YAML correct.") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _broken(path, 2, "l'en-tête n'est pas du YAML correct.") from error
    if not isinstance(loaded, dict | None):
        raise _broken(path, 2, "l'en-tête n'est pas une suite de lignes « nom: valeur ».")
    values = {str(key): str(value).strip() for key, value in (loaded or {}).items() if value is not None}
    for key, allowed in _ALLOWED.items():
        if values.get(key, allowed[0]) not in allowed:
            line = text[: text.index(key, opening.end())].count("\n") + 1
            raise _broken(path, line, f"« {key} » vaut « {values[key]} », au lieu de {' ou '.join(allowed)}.")
    return FrontMatter(values, closing.end())


def _broken(path: str, line: int, what: str) -> ReadingError:
    todo = "Corrigez cette ligne : l'en-tête est du YAML entre deux lignes « --- »."
    return ReadingError(path, f"ligne {line} : {what}", todo)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").disable(["inline", "text_join"])


def find_headings(text: str, start: int = 0) -> tuple[Heading, ...]:
    """The headings of a Markdown text, in order; those inside code or quotes are not."""
    return tuple(_headings(text, start))


def _headings(text: str, start: int) -> Iterator[Heading]:
    tokens = _parser().parse(text[start:])
    offset, line = start, 0
    for token, content in pairwise(tokens):
        if token.type != "heading_open" or token.level or token.map is None:
            continue
        first, last = token.map
        offset, line = _skip(text, offset, first - line), first
        body = _skip(text, offset, last - first)
        yield Heading(int(token.tag[1:]), plain_heading(content.content), offset, body)


def _skip(text: str, offset: int, lines: int) -> int:
    for _ in range(lines):
        newline = text.find("\n", offset)
        offset = len(text) if newline < 0 else newline + 1
    return offset
