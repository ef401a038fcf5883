"""Scores and failures as people and programs read them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from typing import Any

from rich.console import Console, RenderableType

from assistant.french import fold
from evals import Failure, Outcome, as_json, draw_failures, draw_scores


def drawn(part: RenderableType) -> str:
    """What a person sees of it, on one line, white space folded."""
    screen = StringIO()
    Console(file=screen, width=120).print(part)
    return fold(screen.getvalue())


def test_table_has_a_line_for_each_category_and_one_for_all(outcome: Callable[..., Outcome]) -> None:
    """Counts, rate and interval stand in the table; 1 of 2 is between 9.5 and 90.5 %."""
    seen = drawn(draw_scores([outcome("a"), outcome("b", right=False), outcome("c", category="terms")]))
    assert "fees │ 2 │ 1 │ 50 % │ 9,5 % – 90,5 %" in seen
    assert "terms │ 1 │ 1 │ 100 %" in seen
    assert "ensemble │ 3 │ 2 │ 66,7 %" in seen


def test_table_says_how_long_answers_took(outcome: Callable[..., Outcome]) -> None:
    """Of 20 answers, the median is the 10th and 95 of 100 the 19th, by time."""
    outcomes = [outcome(str(number), seconds=number / 1000) for number in range(1, 21)]
    assert "mediane 10 ms, 95 sur 100 en 19 ms" in drawn(draw_scores(outcomes))


def test_table_of_nothing_is_drawn() -> None:
    """No outcome, no time, and still a table."""
    assert "ensemble │ 0 │ 0 │ 0 %" in drawn(draw_scores([]))


def test_failures_say_what_was_expected_and_given(outcome: Callable[..., Outcome]) -> None:
    """Each wrong answer is listed with its question and its failures; right ones are not."""
    wrong = replace(
        outcome("b"), failures=(Failure("cite", "CGV-30J#3.6", ""), Failure("facts", "30 ?%", ""))
    )
    seen = drawn(draw_failures([outcome("a"), wrong]))
    assert "question b ?" in seen
    assert "a citer : cgv-30j#3.6 – donne : rien" in seen
    assert "a dire : 30 ?%" in seen
    assert "reponse b." in seen
    assert "question a ?" not in seen


def test_json_holds_scores_and_every_outcome(outcome: Callable[..., Outcome]) -> None:
    """The JSON object goes through json and back unchanged, with what a report needs."""
    result: dict[str, Any] = as_json([outcome("a"), outcome("b", right=False)])
    assert result == json.loads(json.dumps(result))
    assert {"n": 2, "right": 1, "rate": 0.5, "interval": [0.0945, 0.9055]} == result["total"]
    assert ["fees"] == list(result["categories"])
    first, second = result["outcomes"]
    assert (True, []) == (first["right"], first["failures"])
    assert [{"check": "status", "expected": "answered", "given": "not_found"}] == second["failures"]
    assert ("b", "fees", ["Question b ?"]) == (second["id"], second["category"], second["turns"])
