"""Scores and failures as people and programs read them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from typing import Any

from rich.console import Console, RenderableType

from assistant.french import fold
from evals import Failure, Outcome, as_json, draw_failures, draw_falls, draw_figures, find_falls, measure


def drawn(part: RenderableType) -> str:
    """What a person sees of it, on one line, white space folded."""
    screen = StringIO()
    Console(file=screen, width=120).print(part)
    return fold(screen.getvalue())


def test_table_has_a_line_for_each_measure_and_right_answers_by_category(
    outcome: Callable[..., Outcome],
) -> None:
    """Count, rate, interval and lowest category; 2 of 3 is between 20.8 and 93.9 %."""
    seen = drawn(draw_figures([outcome("a"), outcome("b", right=False), outcome("c", category="terms")]))
    assert "mesure n valeur a 95 % le plus bas" in seen
    assert "reponses justes 3 66,7 % 20,8–93,9 % fees 50 %" in seen
    assert "fees 2 50 % 9,5–90,5 % conditions 1 100 %" in seen
    assert "sommes exactes" not in seen


def test_table_says_how_long_answers_took(outcome: Callable[..., Outcome]) -> None:
    """Of 20 answers, the median is the 10th and 95 of 100 the 19th, by time."""
    outcomes = [outcome(str(number), seconds=number / 1000) for number in range(10, 30)]
    seen = drawn(draw_figures(outcomes))
    assert "temps median 20 19 ms" in seen
    assert "95 sur 100 en 20 28 ms" in seen


def test_longest_time_is_the_lowest(outcome: Callable[..., Outcome]) -> None:
    """Where answers take longest is where time is at its worst."""
    outcomes = [outcome("a", seconds=0.2), outcome("b", category="terms", seconds=0.3)]
    assert "conditions 300 ms" in drawn(draw_figures(outcomes))


def test_table_of_nothing_is_drawn() -> None:
    """No outcome, no figure, and still a table."""
    assert "mesure n valeur" in drawn(draw_figures([]))


def test_falls_name_the_measure_the_category_and_the_floor(outcome: Callable[..., Outcome]) -> None:
    """Half of the answers where nine of ten are wanted."""
    outcomes = [outcome("a"), outcome("b", right=False)]
    falls = find_falls(measure(outcomes), {("right", "fees"): 0.9, ("right", ""): 0.5})
    assert "sous le plancher : fees, reponses justes : 50 % (plancher 90 %)" == drawn(draw_falls(falls))


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
    median = next(one for one in result["figures"] if one["measure"] == "p50")
    assert {"measure": "p50", "category": "", "n": 2, "value": 0.1, "interval": [0.1, 0.1]} == median
    first, second = result["outcomes"]
    assert (True, []) == (first["right"], first["failures"])
    assert [{"check": "status", "expected": "answered", "given": "not_found"}] == second["failures"]
    assert ("b", "fees", ["Question b ?"]) == (second["id"], second["category"], second["turns"])
