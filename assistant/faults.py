"""What PyYAML, pydantic and the system find wrong in a file or a setting, said in French on one line."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_BY_TYPE: Mapping[str, str] = {
    "extra_forbidden": "cette clé n'existe pas",
    "greater_than": "il faut plus de {gt}",
    "greater_than_equal": "il faut {ge} ou plus",
    "less_than_equal": "il faut {le} ou moins",
    "literal_error": "valeurs possibles : {expected}",
    "missing": "il manque",
    "string_pattern_mismatch": "ce n'est pas la forme attendue",
    "string_too_short": "c'est vide",
    "value_error": "{error}",
}
_BY_KIND = (
    ("bool_", "il faut true ou false"),
    ("date_", "ce n'est pas une date"),
    ("decimal_", "ce n'est pas un nombre"),
    ("float_", "ce n'est pas un nombre"),
    ("int_", "ce n'est pas un nombre entier"),
    ("pattern_", "ce n'est pas une expression régulière"),
    ("string_", "ce n'est pas un texte"),
    ("tuple_", "ce n'est pas une liste"),
    ("model_", "ce n'est pas une suite de « clé: valeur »"),
)


_BY_NUMBER: Mapping[int | None, str] = {
    errno.ENOENT: "il n'existe pas",
    errno.EACCES: "vous n'en avez pas le droit",
    errno.EPERM: "vous n'en avez pas le droit",
    errno.EROFS: "le disque est en lecture seule",
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "votre part du disque est pleine",
    errno.EFBIG: "le fichier serait trop grand",
    errno.EISDIR: "c'est un dossier",
    errno.ENOTDIR: "c'est un fichier là où il faut un dossier",
    errno.EEXIST: "un fichier de ce nom existe déjà",
    errno.ELOOP: "ce lien ne mène nulle part",
    errno.ENAMETOOLONG: "ce nom est trop long",
    errno.EMFILE: "trop de fichiers sont ouverts",
    errno.EIO: "le disque ne répond pas bien",
}


def say_system_fault(error: OSError) -> str:
    """Why the system refused a file; in its own words where that is rare.

    >>> say_system_fault(PermissionError(13, "Permission denied"))
    "vous n'en avez pas le droit"
    """
    return _BY_NUMBER.get(error.errno) or error.strerror or str(error)


def say_value_fault(fault: ErrorDetails) -> str:
    """What is wrong with a value, without its name.

    >>> say_value_fault({"type": "greater_than_equal", "ctx": {"ge": 0}, "loc": (), "msg": "", "input": -1})
    'il faut 0 ou plus'
    """
    if said := _BY_TYPE.get(fault["type"]):
        return said.format_map(fault.get("ctx", {})).replace(" or ", " ou ")
    by_kind = (says for kind, says in _BY_KIND if fault["type"].startswith(kind))
    return next(by_kind, fault["msg"])


def say_yaml_fault(error: yaml.YAMLError) -> str:
    """That a text is no YAML, with its first faulty line where it is known.

    >>> try: yaml.safe_load("a: [1")
    ... except yaml.YAMLError as error: say_yaml_fault(error)
    "ce n'est pas du YAML (ligne 1)"
    """
    mark = getattr(error, "problem_mark", None)
    return f"ce n'est pas du YAML (ligne {mark.line + 1})" if mark else "ce n'est pas du YAML"
