"""Reading Q&A sets, and what is wrong with those that do not hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.errors import SetError
from evals import SETS, read_sets


def written(folder: Path, text: str, name: str = "fees.yaml") -> Path:
    """A set with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_row_becomes_an_example(tmp_path: Path) -> None:
    """Each key of a row is read; the category is the name of the file."""
    path = written(
        tmp_path,
        """
        - id: one
          turns: ["Bonjour", "Combien ?"]
          facts: ['30 ?%']
          not: ['100 ?%']
          cite: [CGV-30J#3.6]
          status: needs_info
          amount: "600.00"
          amount_max: "720.00"
          today: 2027-01-31
        """,
    )
    (example,) = read_sets([path])
    assert ("one", "fees", ("Bonjour", "Combien ?")) == (example.id, example.category, example.turns)
    assert ["30 ?%"] == [fact.pattern for fact in example.facts]
    assert ["100 ?%"] == [pattern.pattern for pattern in example.forbidden]
    assert (("CGV-30J#3.6",), "needs_info") == (example.cite, example.status)
    assert (Decimal("600.00"), Decimal("720.00")) == (example.amount, example.amount_max)
    assert date(2027, 1, 31) == example.today


def test_what_a_row_leaves_out(tmp_path: Path) -> None:
    """A bare question expects an answer, asked on 20 November 2026."""
    (example,) = read_sets([written(tmp_path, "- {id: one, q: Combien}")])
    assert (("Combien",), "answered", date(2026, 11, 20)) == (example.turns, example.status, example.today)


def test_folder_stands_for_its_files(tmp_path: Path) -> None:
    """The sets of a folder are read in the order of their names."""
    written(tmp_path, "- {id: b, q: B}", "terms.yaml")
    written(tmp_path, "- {id: a, q: A}", "courses.yaml")
    assert [("a", "courses"), ("b", "terms")] == [(one.id, one.category) for one in read_sets([tmp_path])]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("- {id: one}", "ligne one"),
        ("- {id: one, q: A, turns: [B]}", "ligne one"),
        ("- {q: A}", "ligne 1"),
        ("- {id: one, q: A, fact: [a]}", "fact"),
        ("- {id: one, q: A, facts: ['(']}", "facts.0"),
        ("- {id: one, q: A, facts: a}", "facts"),
        ("- {id: one, q: A, status: perhaps}", "status"),
        ("- {id: one, q: A, amount: dix}", "amount"),
        ("- {id: one, q: A, today: 2026-02-30}", "today"),
        ("- {id: one, q: A}\n- {id: one, q: B}", "sert déjà"),
        ("- only words", "ligne 1"),
        ("id: one", "une liste"),
        ("- [", "du YAML"),
    ],
)
def test_error_names_file_and_row(tmp_path: Path, text: str, named: str) -> None:
    """A set that does not hold is refused, saying where and why."""
    path = written(tmp_path, text)
    with pytest.raises(SetError) as caught:
        read_sets([path])
    assert str(path) in caught.value.where
    assert named in str(caught.value)


def test_missing_file_and_empty_folder_are_refused(tmp_path: Path) -> None:
    """A path without any set is an error, not a run of no question."""
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(SetError, match=str(path)):
            read_sets([path])


@pytest.mark.parametrize("folder", sorted(one.name for one in SETS.iterdir() if one.is_dir()))
def test_shipped_sets_hold(folder: str) -> None:
    """Our own sets are read whole, and none is empty."""
    assert read_sets([SETS / folder])
