"""Rule and rate files: a YAML file to a checked record, or the line to correct."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import RuleError
from assistant.faults import say_value_fault, say_yaml_fault
from assistant.french import NBSP
from assistant.own_yaml import compose_yaml, load_yaml


class Entry(BaseModel):
    """A frozen record of a rule or rate file; a key that it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


Record = TypeVar("Record", bound=Entry)


def read_yaml(path: Path, record: type[Record]) -> Record:
    """What the file holds, as a checked record.

    Raises `RuleError` naming the file, the line, what is wrong and what to do.
    """
    try:
        text = path.read_text(encoding="utf-8")
        given = load_yaml(text)
    except yaml.YAMLError as error:
        raise RuleError(str(path), f"{say_yaml_fault(error)}.", "Corrigez ce fichier.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(str(path), "fichier illisible.", "Corrigez ou remettez ce fichier.") from error
    if not isinstance(given, dict):
        raise RuleError(
            str(path), "aucune clé dans ce fichier.", "Prenez modèle sur les autres fichiers du dossier."
        )
    try:
        return record.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = f"{path}, ligne {_line(compose_yaml(text), first['loc'])}"
        name = ".".join(str(part) for part in first["loc"])
        raise RuleError(
            where, f"« {name} »{NBSP}: {say_value_fault(first)}.", "Corrigez cette entrée."
        ) from error


def read_folder(folder: Path, record: type[Record], name: Callable[[Record], str]) -> Mapping[str, Record]:
    """What each YAML file of a folder holds, by its `name`.

    Raises `RuleError` as `read_yaml` does, and when two files have one name.
    """
    found: dict[str, Record] = {}
    for path in sorted(folder.glob("*.yaml")):
        one = read_yaml(path, record)
        if name(one) in found:
            raise RuleError(
                str(path), f"un autre fichier porte déjà sur {name(one)}.", "Gardez un seul des deux."
            )
        found[name(one)] = one
    return found


def _line(tree: yaml.Node | None, location: Sequence[int | str]) -> int:
    """The line (from 1) of the deepest node that `location` leads to."""
    node = tree
    for part in location:
        below = _child(node, part)
        if below is not None:
            node = below
    return node.start_mark.line + 1 if node is not None else 1


def _child(node: yaml.Node | None, part: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        below: yaml.Node = node.value[part]
        return below
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(part)), None)
    return None
