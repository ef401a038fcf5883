"""YAML, read by PyYAML's C parser where it is built in: ten times as fast.

That parser ends the whole program on a text that nests very deep, so the depth is looked at first.
"""

from __future__ import annotations

from typing import Any

import yaml

DEEPEST = 100  # lists and mappings within one another; what people write has a handful

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRINGS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_yaml(text: str) -> Any:
    """What a text holds; raises `yaml.YAMLError`, also where it nests deeper than `DEEPEST`."""
    _check_depth(text)
    return yaml.load(text, _LOADER)  # noqa: S506  both loaders are the safe ones


def load_strings(text: str) -> Any:
    """The same, every value as it is written: a string."""
    _check_depth(text)
    return yaml.load(text, _STRINGS)  # noqa: S506  builds strings only


def compose_yaml(text: str) -> yaml.Node | None:
    """The tree of a text, each node with its line; raises as `load_yaml` does."""
    _check_depth(text)
    tree: yaml.Node | None = yaml.compose(text, _LOADER)
    return tree


def _check_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, _LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            mark: Any = event.start_mark  # of either parser
            raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=mark)
