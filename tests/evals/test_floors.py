"""What no run may fall below."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import EvaluationError
from evals import DEV, TEST, Figure, find_falls, read_floors

TEXT = """
dev:
  right: {all: 0.8, terms: 0.7}
  p95: {all: 0.5}
test:
  right: {all: 0.6}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Floors of both halves."""
    path = tmp_path / "floors.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_whole_half_has_its_floors(file: Path) -> None:
    """Those of all categories and those of each."""
    assert {("right", ""): 0.8, ("right", "terms"): 0.7, ("p95", ""): 0.5} == read_floors([DEV], file)
    assert {("right", ""): 0.6} == read_floors([TEST], file)


def test_a_file_of_a_half_has_the_floors_of_categories(file: Path) -> None:
    """What holds for all categories says nothing of one."""
    assert {("right", "terms"): 0.7} == read_floors([DEV / "terms.yaml"], file)


@pytest.mark.parametrize("paths", [[], ["mine.yaml"], [DEV, TEST], [DEV / "terms.yaml", "mine.yaml"]])
def test_other_sets_have_no_floor(file: Path, paths: list[Path | str]) -> None:
    """Neither somebody's own, nor a mixture."""
    assert {} == read_floors([Path(path) for path in paths], file)


def test_what_is_below_falls(file: Path) -> None:
    """A rate below its floor, a time above it; equal holds, and so does what was not measured."""
    floors = read_floors([DEV], file)
    low, even, slow = (
        Figure("right", "terms", 0.69, 10, 0.4, 0.9),
        Figure("right", "", 0.8, 10, 0.4, 0.9),
        Figure("p95", "", 0.6, 10, 0.4, 0.9),
    )
    assert [(low, 0.7), (slow, 0.5)] == [
        (fall.figure, fall.floor) for fall in find_falls([low, even, slow], floors)
    ]
    assert () == find_falls([], floors)


@pytest.mark.parametrize(
    "text", ["- dev", "dev: [right]", "dev: {right: {all: beaucoup}}", "dev: {rigth: {all: 1}}", "{"]
)
def test_a_file_that_does_not_hold_is_named(tmp_path: Path, text: str) -> None:
    """Not a table, not a number, or a measure that does not exist."""
    path = tmp_path / "floors.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match="floors"):
        read_floors([DEV], path)


def test_shipped_floors_hold_together() -> None:
    """Both halves have some, and each is a share or a time."""
    for half in (DEV, TEST):
        floors = read_floors([half])
        assert floors
        assert all(0 < floor <= 1 for floor in floors.values())
