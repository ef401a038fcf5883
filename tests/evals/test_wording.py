"""With a model and without it, side by side."""

from __future__ import annotations

from datetime import date
from io import StringIO

from rich.console import Console

from evals.datatypes import Example, Failure, Outcome
from evals.wording import SideBySide, draw_side_by_side, find_changes, side_by_side_as_json


def _outcome(
    name: str, headline: list[str], *failures: Failure, key: str = "3.5", tokens: int = 0
) -> Outcome:
    example = Example(name, "money", ("Combien ?",), date(2026, 11, 20))
    cited = [{"document": "CGV-15J", "section": key}]
    answer = {"headline": headline, "status": "answered", "text": "", "citations": cited, "tokens": tokens}
    return Outcome(example, answer, failures, 0.1)


ONE, TWO = _outcome("one", ["1.00"]), _outcome("two", ["2.00"])
LOST = _outcome("two", ["3.00"], Failure("amount", "2.00", "3.00"), tokens=240)
COMPARED = SideBySide(
    "openai:fake", (ONE, TWO), (ONE, LOST), {"asked": 2, "shown": 1, "sent_back": 1, "replaced": 1}
)


def test_a_sum_that_changed_is_named():
    """The questions whose sum or status differs are listed by id."""
    assert ("two",) == find_changes((ONE, TWO), (ONE, LOST))


def test_a_source_of_a_sum_that_changed_is_named():
    """A sum that rests on another article is a change."""
    assert ("one",) == find_changes((ONE,), (_outcome("one", ["1.00"], key="3.6"),))


def _cells(label: str) -> tuple[str, str]:
    return next((row.without, row.with_model) for row in COMPARED.rows if row.label == label)


def test_both_scores_stand_on_one_line():
    """Right answers without and with the model."""
    assert ("2 / 2", "1 / 2") == _cells("Ensemble")


def test_what_became_of_drafts_and_what_they_took_is_counted():
    """Accepted, sent back and replaced drafts; tokens in all and for each answer asked."""
    assert ("", "1") == _cells("Montrées dans ses mots")
    assert ("", "1") == _cells("Renvoyées une fois avec le motif")
    assert ("0", "240") == _cells("Jetons")
    assert ("", "120") == _cells("Jetons par réponse donnée au modèle")
    assert ("100\u00a0ms", "100\u00a0ms") == _cells("Durée médiane")


def test_every_line_is_drawn():
    """The table has the lines of the comparison, under the model's name."""
    console = Console(width=100, record=True, file=StringIO())
    console.print(draw_side_by_side(COMPARED))
    drawn = console.export_text()
    assert "openai:fake" in drawn
    assert all(row.label in drawn for row in COMPARED.rows)


def test_the_comparison_is_json():
    """The changed questions and the counts are in the JSON."""
    told = side_by_side_as_json(COMPARED)
    assert (["two"], 240) == (told["changed"], told["tokens"])
    assert {"without": 2, "with": 1, "n": 2} == told["right"]
