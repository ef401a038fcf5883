"""Editions of the terms: recognised by their figures, or given a stable id."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import RuleError
from assistant.reading.editions import read_editions, recognise, unknown_id
from tests.reading.conftest import SHEET, TERMS, ReadFiles


def test_recognised_from_its_figures(read_files: ReadFiles) -> None:
    """Terms that hold every sign of an edition are that edition, under its title."""
    corpus = read_files({"a.txt": SHEET + TERMS})
    (terms,) = corpus.editions
    assert ("API-12J", "API-12J") == (terms.id, terms.edition)
    assert "Conditions générales de vente – seuil de 12 jours" == terms.title
    assert "API-12J" == corpus.courses[0].edition


def test_other_figures_other_edition(read_files: ReadFiles) -> None:
    """The same words with another figure are another edition, merged with nothing."""
    later = TERMS.replace("12 jours", "40 jours")
    corpus = read_files({"a.txt": SHEET + TERMS, "b.txt": SHEET.replace("ELV-07", "ELV-08") + later})
    assert ["API-12J", "API-40J"] == [one.id for one in corpus.editions]
    assert ["API-12J", "API-40J"] == [one.edition for one in corpus.courses]
    assert () == corpus.merges


def test_not_recognised(read_files: ReadFiles) -> None:
    """Terms with unknown figures keep an id made of their words, and are cited all the same."""
    text = TERMS.replace("12 jours", "33 jours")
    corpus = read_files({"a.txt": SHEET + text})
    (terms,) = corpus.editions
    assert (terms.id, terms.id) == (terms.edition, corpus.courses[0].edition)
    assert terms.id.startswith("CGV-")
    assert len("CGV-12345678") == len(terms.id)
    assert "Conditions générales de vente (édition non reconnue)" == terms.title
    assert 5 == len(terms.sections)


def test_unknown_id_is_stable() -> None:
    """Case, accents and spacing do not change the id; words do."""
    assert unknown_id({"1": "Été  chaud"}) == unknown_id({"1": "ete\nchaud"})
    assert unknown_id({"1": "Été chaud"}) != unknown_id({"1": "Été froid"})


def test_front_matter_must_agree(read_files: ReadFiles) -> None:
    """An edition that the text belies is told; the text decides."""
    front = "---\nkind: terms\nedition: API-40J\n---\n"
    corpus = read_files({"a.md": front + TERMS})
    assert ["API-12J"] == [one.id for one in corpus.editions]
    assert ["a.md"] == [one.path for one in corpus.problems]


def test_front_matter_cannot_borrow_an_edition(read_files: ReadFiles) -> None:
    """Terms without the figures of the edition that they name do not pass for it."""
    corpus = read_files(
        {"a.md": "---\nkind: terms\nedition: API-40J\n---\n" + TERMS.replace("12 jours", "33 jours")}
    )
    assert corpus.document("API-40J") is None
    assert 1 == len(corpus.problems)


def test_front_matter_may_name_a_new_edition(read_files: ReadFiles) -> None:
    """An edition that no rule describes yet is called as its file says."""
    text = "---\nkind: terms\nedition: API-2031\ntitle: CGV 2031\n---\n" + TERMS.replace(
        "12 jours", "33 jours"
    )
    (terms,) = read_files({"a.md": text}).editions
    assert ("API-2031", "CGV 2031") == (terms.id, terms.title)


@pytest.mark.parametrize(
    "broken", ["edition: A\ntitle: B\n", "edition: [\n", "- a\n", "edition: A\ntitle: B\nrecognised_by: []\n"]
)
def test_broken_rules(tmp_path: Path, broken: str) -> None:
    """A rule file that does not say how its edition is recognised is an error that names it."""
    (tmp_path / "A.yaml").write_text(broken, encoding="utf-8")
    with pytest.raises(RuleError, match=r"A\.yaml"):
        read_editions(tmp_path)


def test_no_rules(tmp_path: Path) -> None:
    """Without rules, no edition is known and none is recognised."""
    assert () == read_editions(tmp_path / "rules")
    assert recognise({"3.1": "12 jours"}, ()) is None
