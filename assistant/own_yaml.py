"""The YAML of the program and its rules, read by PyYAML's C parser where it is built in: ten times as fast.

Not for the documents and questions that people hand in: on a text that nests very
deep it ends the whole program, where the Python parser raises an error.
"""

from __future__ import annotations

from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(text: str) -> Any:
    """What a text holds; raises `yaml.YAMLError` as `yaml.safe_load` does."""
    return yaml.load(text, _LOADER)  # noqa: S506  both loaders are the safe ones


def compose_yaml(text: str) -> yaml.Node | None:
    """The tree of a text, each node with its line."""
    tree: yaml.Node | None = yaml.compose(text, _LOADER)
    return tree
