"""Words of documents and people, drawn with nothing that Markdown would act on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.datatypes import Citation
from assistant.french import NBSP

_ACTIVE = re.compile(r"([\\`*_\[\]{}()<>#+.!|~$:&^=-])")
_SHORTCODE = re.compile(r":(?=[\w+/-]+:|[a-z-]+\[)")
# The spaces that French does not let a line break at.
_BOUND = re.compile(
    r"(?<=«) | (?=[»?!;%€]|:(?:\s|$))|(?<=\d) (?=\d{3}\b|jours?\b|mois\b)"
    r"|(?<=€) (?=HT\b|TTC\b)|(?<=\bart\.) (?=\d)|(?<=\barticle) (?=\d)"
)
_JOINER = "\u2060"  # breaks « :name: » where Markdown looks for it after escaping
_PREFIX = re.compile(r"^(\s*(?:>[ ]?)*)((?:[-*]|\d+\.)[ ])?")
_RULER = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+$")
_MARK = re.compile(r" ?\\\[(\d+)\\\]")
_HEADING = re.compile(r"^#{1,6} +")
_ITEM = re.compile(r"^(\s*)([-*•–]|\d+[.)])\s+")


def bind(text: str) -> str:
    """The text with a space that does not break before or after what French keeps together.

    >>> bind("Combien ? 2 000 € HT (art. 3.5)").replace(NBSP, "_")
    'Combien_? 2_000_€_HT (art._3.5)'
    """
    return _BOUND.sub(NBSP, text)


def quiet(text: str) -> str:
    r"""The text with each sign that Markdown acts on escaped, its spaces as French has them.

    >>> quiet("[x](y) **2**")
    '\\[x\\]\\(y\\) \\*\\*2\\*\\*'
    """
    return _ACTIVE.sub(r"\\\1", _SHORTCODE.sub(f":{_JOINER}", bind(text)))


def quiet_answer(text: str, citations: Sequence[Citation]) -> str:
    r"""An answer's Markdown, of which only bold, lists, quotes and tables stay active.

    The marks of its citations are drawn as badges.

    >>> quiet_answer("**30** <b>\n- un [2]", [])
    '**30** \\<b\\>\n- un \\[2\\]'
    """
    marks = {str(one.mark) for one in citations}
    return "\n".join(_quiet_line(line, marks) for line in text.splitlines())


def _quiet_line(line: str, marks: set[str]) -> str:
    if _RULER.match(line):
        return line
    if line.startswith("|") and line.endswith("|"):
        cells = line[1:-1].split("|")
        return "|" + "|".join(_quiet_inline(cell, marks) for cell in cells) + "|"
    prefix = _PREFIX.match(line)
    assert prefix is not None  # noqa: S101  every part of the pattern is optional
    return prefix.group() + _quiet_inline(line[prefix.end() :], marks)


def _quiet_inline(text: str, marks: set[str]) -> str:
    parts = text.split("**")
    joint = "**" if len(parts) % 2 else r"\*\*"
    escaped = joint.join(quiet(part) for part in parts)
    return _MARK.sub(
        lambda found: f"{NBSP}:blue-badge[{found[1]}]" if found[1] in marks else found[0], escaped
    )


def mark_passage(text: str, spans: Sequence[tuple[int, int]] = ()) -> str:
    r"""A verbatim passage as Markdown: its lines kept, the spans highlighted.

    Headings become bold, bullets list items; spans are offsets in the text.

    >>> mark_passage("Un deux.", [(3, 7)])
    'Un :orange-background[deux]\\.  '
    """
    return "\n".join(_mark_line(text, start, end, spans) for start, end in _lines(text))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line.rstrip("\r\n"))
        start += len(line)


def _mark_line(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    line = text[start:end]
    if not line.strip():
        return ""
    heading, item = _HEADING.match(line), _ITEM.match(line)
    if heading:
        return f"\n**{_mark_words(text, start + heading.end(), end, spans)}**\n"
    if item:
        bullet = item[2] if item[2][0].isdigit() else "-"
        words = _mark_words(text, start + item.end(), end, spans)
        return f"{item[1]}{bullet} {words}"
    return _mark_words(text, start + len(line) - len(line.lstrip()), end, spans) + "  "


def _mark_words(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """The words from `start` to `end`, those of the spans highlighted."""
    cuts = sorted({start, end, *(at for span in spans for at in span if start < at < end)})
    pieces = []
    for left, right in pairwise(cuts):
        words = text[left:right].replace("**", "")
        inside = any(one[0] <= left and right <= one[1] for one in spans)
        pieces.append(_highlight(words) if inside and words.strip() else quiet(words))
    return "".join(pieces)


def _highlight(words: str) -> str:
    core = words.strip()
    before, after = words[: words.index(core)], words[words.index(core) + len(core) :]
    return f"{before}:orange-background[{quiet(core)}]{after}"
