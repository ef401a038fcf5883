"""The words of money questions, by concept, as `lexicon.yaml` lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from assistant.own_yaml import load_yaml

_SEPARATOR = r"[ '\-]+"
_GAP = _SEPARATOR + r"(?:[^\s.;!?]+" + _SEPARATOR + r"){0,3}"
_START = r"(?<![a-z0-9])(?:"
_END = r")(?![a-z0-9])"


class Patterns(dict[str, re.Pattern[str]]):
    """Regular expressions by name, each compiled when it is first looked up."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        super().__init__()
        self.sources = sources

    def __contains__(self, key: object) -> bool:
        """Whether a pattern has that name, compiled or not."""
        return key in self.sources

    def __missing__(self, key: str) -> re.Pattern[str]:
        """The pattern of that name, compiled now."""
        self[key] = re.compile(self.sources[key])
        return self[key]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every concept with its pattern, the spellings to mend, and a few figures."""

    patterns: Patterns
    starts: Patterns
    ends: Patterns
    misspelt: frozenset[str]
    not_misspelt: frozenset[str]
    figures: Mapping[str, Any]

    def names(self, group: str) -> tuple[str, ...]:
        """The concepts right under a group, in the order of the file."""
        return tuple(
            key.removeprefix(group + ".") for key in self.patterns.sources if key.startswith(group + ".")
        )


@cache
def lexicon() -> Lexicon:
    """The lexicon of `lexicon.yaml`, read once."""
    file = files("assistant.answering.understand").joinpath("lexicon.yaml")
    data: dict[str, Any] = load_yaml(file.read_text(encoding="utf-8"))
    figures, sets = data.pop("figures"), data.pop("sets")
    spellings = {key: frozenset(" ".join(data.pop(key)).split()) for key in ("misspelt", "not_misspelt")}
    concepts = dict(_concepts("", data))
    whole = {
        key: "|".join(f"(?:{phrase_regex(one, sets)})" for one in phrases)
        for key, phrases in concepts.items()
    }
    return Lexicon(
        patterns=Patterns({key: _START + body + _END for key, body in whole.items()}),
        starts=Patterns({key: rf"[ '\-,:(=]*(?:{body}{_END}" for key, body in whole.items()}),
        ends=Patterns({key: _START + body + rf"{_END}[ '\-:=]*$" for key, body in whole.items()}),
        misspelt=spellings["misspelt"],
        not_misspelt=spellings["not_misspelt"],
        figures=figures,
    )


def says(concept: str, text: str) -> bool:
    """Whether a folded text speaks of a concept."""
    return lexicon().patterns[concept].search(text) is not None


def find_said(concept: str, text: str) -> Iterator[re.Match[str]]:
    """Each place where a folded text speaks of a concept, in order."""
    return lexicon().patterns[concept].finditer(text)


def at_start(concept: str, text: str) -> re.Match[str] | None:
    """The concept at the very start of a text, but for spaces and punctuation."""
    return lexicon().starts[concept].match(text)


def touches(concept: str, text: str) -> bool:
    """Whether a text begins with the concept, spaces aside."""
    return lexicon().patterns[concept].match(text.lstrip()) is not None


def at_end(concept: str, text: str) -> re.Match[str] | None:
    """The concept at the very end of a text, but for spaces."""
    return lexicon().ends[concept].search(text)


def figure(name: str) -> Decimal:
    """A figure of the file."""
    return Decimal(lexicon().figures[name])


def _concepts(prefix: str, node: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Dotted names and phrases of every list under a node."""
    for key, value in node.items():
        if isinstance(value, list):
            yield f"{prefix}{key}", value
        else:
            yield from _concepts(f"{prefix}{key}.", value)


def expand(text: str, sets: Mapping[str, str]) -> str:
    """A regular expression, its `<x>` any words of that set, its `<!a|b>` not right after such words.

    `<3>` is up to three words of one clause, `<3,>` of one sentence.

    >>> re.findall(expand("<!sans|pas de>(<fee>)", {"fee": "frais|couts"}), "des frais, sans frais")
    ['frais']
    """
    text = re.sub(r"<([a-z]\w*)>", lambda name: sets[name[1]], text)
    text = re.sub(r"<(\d+)(,?)>", lambda n: rf"([^\s{'' if n[2] else ','};.!?]+ ){{0,{n[1]}}}", text)
    return re.sub(r"<!([^>]+)>", lambda words: "".join(f"(?<!{one} )" for one in words[1].split("|")), text)


def phrase_regex(phrase: str, sets: Mapping[str, str]) -> str:
    r"""A phrase of the file as a regular expression.

    >>> re.findall(phrase_regex("annul* .. (<what>)", {"what": "cours|stages?"}), "annuler tout mon stage")
    ['stage']
    """
    phrase = expand(phrase, sets).replace("| ", "|")
    pattern = re.sub(r"\(\?<[^)]*\)", lambda behind: behind.group().replace(" ", r"[\s'\-]"), phrase)
    pattern = pattern.replace(" .. ", "\0").replace("(.. )?", "\1").replace(" ?", "\3").replace(" ", "\2")
    pattern = re.sub(r"(?<=[a-z0-9])\*", "[a-z]*", pattern)
    optional = r"(?:[^\s.;!?]+" + _SEPARATOR + r"){0,3}"
    pattern = pattern.replace("\0", _GAP).replace("\1", optional)
    return pattern.replace("\2", _SEPARATOR).replace("\3", r"[ '\-]*")
