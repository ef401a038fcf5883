"""The habits of this house that no linter knows."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import cli, errors
from assistant.settings import PROJECT

CODE = sorted(path for root in ("assistant", "evals") for path in (PROJECT / root).rglob("*.py"))
TESTS = sorted((PROJECT / "tests").rglob("test_*.py"))
MOST_LINES, MOST_BODY = 250, 50
GIANTS = ("torch", "chromadb", "langchain", "langchain_core", "streamlit", "sentence_transformers")
NO_NAME = {"utils", "helpers", "common", "misc", "base", "core", "manager", "managers"}


def _name(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _used(tree: ast.AST) -> Iterator[str]:
    for one in ast.walk(tree):
        if isinstance(one, ast.Attribute):
            yield one.attr
        elif isinstance(one, ast.Name):
            yield one.id


def test_modules_are_short() -> None:
    """A module is read in one sitting."""
    lines = {_name(path): len(path.read_text("utf-8").splitlines()) for path in CODE}
    assert [] == [name for name, count in lines.items() if count > MOST_LINES]


def test_functions_fit_on_a_screen() -> None:
    """Fifty lines, documentation included."""
    long = [
        f"{_name(path)}: {one.name}"
        for path in CODE
        for one in ast.walk(_parsed(path))
        if isinstance(one, ast.FunctionDef) and (one.end_lineno or 0) - one.lineno >= MOST_BODY
    ]
    assert [] == long


def test_the_environment_is_read_in_one_place() -> None:
    """Settings have one reader."""
    reading = {_name(path) for path in CODE if {"environ", "getenv"} & set(_used(_parsed(path)))}
    assert set() == reading


def test_nothing_is_printed_outside_the_command_line() -> None:
    """What the library has to say is a result or an error."""
    printing = {_name(path) for path in CODE if "print" in set(_used(_parsed(path)))}
    assert all(name.startswith("assistant/cli/") for name in printing)


def test_no_name_says_nothing() -> None:
    """A file is named after what it holds."""
    parts = {part for path in [*CODE, *TESTS] for part in path.relative_to(PROJECT).with_suffix("").parts}
    assert set() == parts & NO_NAME


def test_every_test_states_a_behaviour() -> None:
    """In one line, under its name."""
    silent = [
        f"{_name(path)}: {one.name}"
        for path in TESTS
        for one in ast.walk(_parsed(path))
        if isinstance(one, ast.FunctionDef)
        and one.name.startswith("test_")
        and not (ast.get_docstring(one) or "").strip()
    ]
    assert [] == silent


def test_every_error_is_raised_and_tested() -> None:
    """The family has no member that nobody meets."""
    family = [one for one in vars(errors).values() if isinstance(one, type) and not one.__subclasses__()]
    code = "".join(path.read_text("utf-8") for path in CODE if path.name != "errors.py")
    tests = "".join(path.read_text("utf-8") for path in TESTS if path.name != Path(__file__).name)
    unmet = [one.__name__ for one in family if f"{one.__name__}(" not in code or one.__name__ not in tests]
    assert [] == unmet


def test_every_command_is_in_the_readme() -> None:
    """A command that the README does not name does not exist for its reader."""
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    named = [one.name or getattr(one.callback, "__name__", "") for one in cli.app.registered_commands]
    assert [] == [name for name in named if f"`assistant {name}" not in readme]


def test_every_file_of_the_package_is_installed_with_it() -> None:
    """What the code reads beside itself comes with a wheel too."""
    packaging = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    package = PROJECT / "assistant"
    shipped = {path for pattern in packaging["package-data"]["assistant"] for path in package.glob(pattern)}
    files = {path for path in package.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert set() == files - shipped


def test_every_dependency_has_its_reason() -> None:
    """Beside it, where one would remove it."""
    text = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    listed = text.partition("\ndependencies = [\n")[2].partition("\n]")[0].splitlines()
    assert [] == [line for line in listed if " # " not in line]


@pytest.mark.parametrize(
    "module", ["assistant", "assistant.cli", "assistant.fees", "assistant.reading", "evals"]
)
def test_starting_imports_no_giant(module: str) -> None:
    """The first words of help do not wait for a model's library."""
    code = f"import sys, {module}; print(*[name for name in {GIANTS!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "" == done.stdout.strip()
