"""Editions of the terms, recognised from the figures that stand in their articles."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import RuleError
from assistant.faults import say_yaml_fault
from assistant.french import fold, holds
from assistant.own_yaml import load_yaml

UNKNOWN_TITLE = "Conditions générales de vente (édition non reconnue)"


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition we hold rules for, and the words that stand in each of its articles."""

    id: str
    title: str
    signs: tuple[tuple[str, str], ...]


def read_editions(rules: Path) -> tuple[Edition, ...]:
    """The editions that the rule files describe; none where the folder is missing.

    Raises `RuleError` when a file does not say how its edition is recognised.
    """
    return tuple(_read_edition(path) for path in sorted(rules.glob("*.yaml")))


def _read_edition(path: Path) -> Edition:
    try:
        rules: Any = load_yaml(path.read_text(encoding="utf-8"))
        signs = tuple((str(sign["article"]), str(sign["words"])) for sign in rules["recognised_by"])
        edition = Edition(str(rules["edition"]), str(rules["title"]), signs)
    except yaml.YAMLError as error:
        raise RuleError(str(path), f"{say_yaml_fault(error)}.", "Corrigez cette ligne.") from error
    except (OSError, UnicodeDecodeError, KeyError, TypeError) as error:
        what = f"l'édition ne peut pas être lue ({type(error).__name__} : {error})."
        raise RuleError(str(path), what, "Donnez « edition », « title » et « recognised_by ».") from error
    if not signs:
        raise RuleError(
            str(path), "« recognised_by » est vide.", "Donnez un article et les mots qui s'y trouvent."
        )
    return edition


def recognise(articles: Mapping[str, str], editions: Sequence[Edition]) -> Edition | None:
    """The edition whose every sign stands in its article, or `None`."""
    return next((one for one in editions if all(holds(articles.get(a, ""), w) for a, w in one.signs)), None)


def unknown_id(articles: Mapping[str, str]) -> str:
    """A stable id for terms that no rule file describes, made from their words.

    >>> unknown_id({"1": "Objet."}) == unknown_id({"1": "OBJET. "})
    True
    """
    words = " ".join(fold(text) for text in articles.values())
    return "CGV-" + hashlib.sha256(words.encode()).hexdigest()[:8]
