"""The command that trains the embedding again, compares and keeps the better model."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.cli import app
from assistant.errors import UsageError
from assistant.indexing.embed import SHIPPED, StaticVectors, is_static, own_folder
from assistant.settings import Settings
from evals.ablation import Variant
from tests.indexing.conftest import write_library

pytestmark = pytest.mark.slow
MARKS = ("recall@1", "recall@5", "mrr")
SET = """
- {id: one, q: "je rapporte un roman en retard, que payer ?", cite: [reglement-de-la-bibliotheque#retards]}
- {id: two, q: "appeler quelqu'un depuis une salle", cite: [salles-de-travail#bruit]}
"""


@pytest.fixture
def library(tmp_path: Path) -> Settings:
    """The library, not yet indexed, and a set of questions about it."""
    write_library(tmp_path / "corpus")
    (tmp_path / "corpus" / "rules").rmdir()
    (tmp_path / "set.yaml").write_text(SET, encoding="utf-8")
    return Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")


def _learn(library: Settings, *options: object) -> Result:
    given = ("learn", "--corpus", library.corpus, "--index", library.index, *options)
    return CliRunner().invoke(app, [str(one) for one in given])


def test_the_models_are_compared_on_a_set(library: Settings, tmp_path: Path) -> None:
    """Both are shown with the number of questions; the learned one serves from then on."""
    done = _learn(library, "--questions", tmp_path / "set.yaml", "--force")
    assert 0 == done.exit_code, done.output
    assert [True] * 3 == [words in done.output for words in ("en place", "appris", "2 questions")]
    assert is_static(own_folder(library))


@pytest.mark.parametrize(
    ("found", "options", "replaced"), [(0.4, (), False), (0.4, ("--force",), True), (0.5, (), True)]
)
def test_the_better_model_is_kept(
    library: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    found: float,
    options: tuple[str, ...],
    replaced: bool,
) -> None:
    """A model that finds less than the one in place does not replace it, unless forced."""
    place = Path(shutil.copytree(SHIPPED, tmp_path / "mine"))

    def rated(names: dict[str, str], *_: object) -> tuple[Variant, ...]:
        marks = zip(names, (0.5, found), strict=True)
        return tuple(Variant(name, dict.fromkeys(MARKS, (mark,))) for name, mark in marks)

    monkeypatch.setattr("evals.models.rate_in_search", rated)
    done = _learn(library, "--questions", tmp_path / "set.yaml", "--out", place, *options)
    assert (0, replaced) == (done.exit_code, "Gardé : le modèle appris" in done.output)
    assert replaced == (StaticVectors(place).id != StaticVectors(SHIPPED).id)


def test_a_corpus_without_a_set_is_learned(library: Settings) -> None:
    """Nothing to compare on is no error: the model is kept."""
    done = _learn(library)
    assert (0, True) == (done.exit_code, "Trop peu de questions" in done.output)
    assert is_static(own_folder(library))


def test_a_folder_of_other_things_is_not_written_over(library: Settings, tmp_path: Path) -> None:
    """A slip in --out destroys nothing."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").touch()
    done = _learn(library, "--out", mine)
    assert isinstance(done.exception, UsageError)
    assert [mine / "letter.txt"] == list(mine.iterdir())
