"""`assistant eval`, as its users run it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

import evals.ablation
import evals.floors
from assistant.cli import app, compare_models, quality
from assistant.conversation import Assistant
from assistant.errors import OperationError, UsageError
from evals import DEV
from evals.results import read_history
from tests.answering.wording.fakes import draft, with_model

SET = """
- {id: one, q: "Qui est le médiateur de la consommation ?", cite: [CGV-15J, CGV-30J]}
- {id: two, q: "Quelle est la durée de RCL-RCL-05 ?", facts: [dix-huit mois]}
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A set of two questions, the second with a check that cannot hold."""
    path = tmp_path / "dev" / "mine.yaml"
    path.parent.mkdir()
    path.write_text(SET, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _opened(assistant: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The assistant is already open; its results go elsewhere."""
    monkeypatch.setattr(
        assistant, "settings", assistant.settings.model_copy(update={"results": tmp_path / "results"})
    )
    monkeypatch.setattr(quality, "open_assistant", lambda corpus, index: assistant)


def run(*arguments: object) -> Result:
    """What `assistant eval` prints, and its exit code."""
    return CliRunner().invoke(app, ["eval", *map(str, arguments)], catch_exceptions=False)


def test_json_is_one_object(mine: Path) -> None:
    """Scores, figures and outcomes, one right of two; a set of one's own has no floor."""
    done = run(mine, "--json")
    result = json.loads(done.stdout)
    assert (0, 2, 1) == (done.exit_code, result["total"]["n"], result["total"]["right"])
    assert {"mine"} == set(result["categories"])
    assert ["CGV-15J", "CGV-30J"] == sorted(
        key.partition("#")[0] for key in result["outcomes"][0]["found"][:2]
    )


def test_table_and_failures(mine: Path) -> None:
    """The table has the measures; the failures, when wanted, the question that fails."""
    assert "Réponses justes" in run(mine).stdout
    assert "dix-huit mois" not in run(mine).stdout
    assert "dix-huit mois" in run(mine, "--failures").stdout


def test_saved_run_is_what_the_next_report_compares_with(mine: Path, tmp_path: Path) -> None:
    """The first report has nothing to compare with, the second the run saved with the first."""
    page = tmp_path / "page.html"
    assert 0 == run(mine, "--save", "--report", page).exit_code
    assert "Comparée" not in page.read_text(encoding="utf-8")
    assert 1 == len(read_history(tmp_path / "results"))
    run(mine, "--report", page)
    assert "Comparée" in page.read_text(encoding="utf-8")


def test_report_compares_with_the_run_named(mine: Path, tmp_path: Path) -> None:
    """Even one that was moved out of the history."""
    run(mine, "--save")
    (kept,) = (tmp_path / "results").iterdir()
    moved = kept.rename(tmp_path / "kept.json")
    page = tmp_path / "page.html"
    run(mine, "--report", page, "--against", moved)
    assert "Comparée" in page.read_text(encoding="utf-8")


def test_a_figure_below_its_floor_is_named_with_exit_code_1(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One right of two, where nine of ten are wanted."""
    floors = tmp_path / "floors.yaml"
    floors.write_text("dev: {right: {mine: 0.9}}", encoding="utf-8")
    monkeypatch.setattr(evals.floors, "SETS", mine.parent.parent)
    monkeypatch.setattr(evals.floors, "FLOORS", floors)
    done = run(mine, "--json")
    assert 1 == done.exit_code
    assert "Sous le plancher" in done.stderr
    assert 2 == json.loads(done.stdout)["total"]["n"]


def test_ablation_of_ones_own_set_is_not_kept(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page kept beside the sets is that of the tuning sets."""
    monkeypatch.setattr(evals.ablation, "ABLATION", tmp_path / "ablation.md")
    result = json.loads(run(mine, "--ablation", "--json").stdout)
    assert (1, 1.0) == (result[0]["n"], result[0]["recall@5"])
    assert not (tmp_path / "ablation.md").exists()
    assert "sans les vecteurs" in run(mine, "--ablation").stdout


def test_tuning_sets_are_those_asked_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a set, the tuning half."""
    asked: list[Path] = []

    def run_sets(paths: list[Path], *_: object, **__: object) -> tuple[()]:
        asked.extend(paths)
        return ()

    monkeypatch.setattr("evals.run_sets", run_sets)
    assert 0 == run().exit_code
    assert [DEV] == asked


def test_a_model_is_compared_side_by_side(
    mine: Path, tmp_path: Path, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same questions are asked with the model; its column is in the terminal and on the page."""
    worded, _ = with_model(assistant, lambda _: draft(("La formation dure 2 jours.", 1)))
    monkeypatch.setattr(compare_models, "with_model", lambda assistant, name: worded)
    page = tmp_path / "report.html"
    shown = run(str(mine), "--model", "openai:fake", "--report", str(page))
    assert "Avec openai:fake" in shown.output
    assert 'class="beside"' in page.read_text(encoding="utf-8")
    told = json.loads(run(str(mine), "--model", "openai:fake", "--json").stdout)
    assert (2, []) == (told["model"]["right"]["n"], told["model"]["changed"])


@pytest.mark.parametrize("text", [None, "- [", "- {id: one}", "une phrase"])
def test_what_is_no_set_is_asked_wrongly(tmp_path: Path, text: str | None) -> None:
    """Exit code 2, apart from 1: a figure below its floor, or what could not be done."""
    path = tmp_path / "mine.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"mine\.yaml"):
        run(path)


def test_a_broken_run_among_those_kept_is_told_before_any_question(mine: Path, tmp_path: Path) -> None:
    """It could not be done: exit code 1."""
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "old.json").write_text("{", encoding="utf-8")
    with pytest.raises(OperationError, match=r"old\.json"):
        run(mine, "--report", tmp_path / "page.html")
