"""The command line as installed: its errors and its help."""

from __future__ import annotations

import pytest

from tests.cli.installed import run


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("ask", "", "--json"), 2, "question"),
        (("ask", "durée ?", "--today", "2026-02-31"), 2, "--today"),
        (("ask",), 2, "question"),
        (("ask", "durée ?", "--corpus", "/nowhere"), 1, "/nowhere"),
        (("index", "--corpus", "/nowhere"), 1, "/nowhere"),
    ],
)
def test_an_error_is_one_message_and_a_code(arguments, code, words, index_folder):
    """Asked wrongly: 2; could not be done: 1; never a traceback."""
    done = run(*arguments, "--index", index_folder)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_every_command_has_help():
    """The help names each command."""
    done = run("--help")
    assert all(name in done.stdout for name in ("index", "ask", "chat", "search", "fees", "eval", "learn"))
