"""What the command line's own parser refuses, said as every other error."""

from __future__ import annotations

from typing import Any

import typer

from assistant.errors import UsageError

_VALUE = "cette valeur n'est pas possible."
_WHAT = {
    "NoSuchOption": "cette option n'existe pas.",
    "BadOptionUsage": "il lui manque une valeur, ou elle n'en prend pas.",
    "MissingParameter": "il manque.",
    "BadParameter": _VALUE,
}


def refuse(error: typer.TyperException) -> UsageError:
    """The same refusal in French: the option or argument, what is wrong, where help is."""
    refused: Any = error  # which names its option, its parameter or its context, by its kind
    context = getattr(refused, "ctx", None)
    command = context.command_path if context else "assistant"
    todo = f"Voir « {command} --help »." if context else "Voir l'aide, avec --help."
    what = next((_WHAT[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in _WHAT), "")
    if not what:
        is_group = hasattr(getattr(context, "command", None), "commands")
        what = "cette commande n'existe pas." if is_group else "un argument est en trop."
        return UsageError(command, what, todo)
    return UsageError(_name(refused), what, todo)


def _name(refused: Any) -> str:
    if option := getattr(refused, "option_name", None):
        return str(option)
    parameter = getattr(refused, "param", None)
    if parameter is None:
        return "ligne de commande"
    names = [name for name in parameter.opts if name.startswith("-")]
    return str(names[0] if names else parameter.name)
