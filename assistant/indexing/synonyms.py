"""Everyday French words that people use for one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from assistant.french import stems
from assistant.own_yaml import load_yaml


@cache
def everyday_words() -> tuple[tuple[str, ...], ...]:
    """The groups of words and expressions that mean much the same."""
    text = files("assistant.indexing").joinpath("everyday_words.yaml").read_text(encoding="utf-8")
    return tuple(tuple(str(word) for word in group) for group in load_yaml(text))


@cache
def near_stems() -> Mapping[str, frozenset[str]]:
    """For each stem, those of the words that may be used for it.

    >>> near = near_stems()
    >>> "licenci" in near["vir"], "vir" in near["licenci"]
    (True, True)
    """
    return stems_near(everyday_words())


def stems_near(groups: Iterable[Sequence[str]]) -> Mapping[str, frozenset[str]]:
    """For each stem of the words of some groups, those that may be used for it.

    >>> stems_near([("rendre", "restituer", "donner en retour")])["rendr"]
    frozenset({'restitu'})
    """
    found: dict[str, set[str]] = {}
    for group in groups:
        told = [stems(word) for word in group]
        single = {one[0] for one in told if len(one) == 1}  # of an expression, each word would say too much
        for stem in single:
            found.setdefault(stem, set()).update(single - {stem})
    return {stem: frozenset(others) for stem, others in found.items()}
