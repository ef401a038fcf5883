"""Every restated sheet has the head, the sections and the holes of its original."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from assistant.french import NBSP, fold, sentence_spans
from assistant.settings import PROJECT

FOLDER = PROJECT / "corpus" / "courses"
UNTITLED = "RELANCE-TELEPHONIQUE"
TITLED = ("RCL-RCL-05", "RCL-APPL-03", "MRK-OPE-02", "RCL-RCL-14")

SECTIONS = ["Objectifs", "Programme", "Prérequis", "Public", "Méthodes pédagogiques", "Évaluation"]
UNTITLED_SECTIONS = ["Programme", "Modalités d'évaluation", "Méthodes mobilisées", "Financement"]
LISTS = ("Objectifs", "Programme")


def read_sheet(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The front matter of a sheet, then its sections by heading; what comes before them is under ""."""
    _, head, body = path.read_text(encoding="utf-8").replace(NBSP, " ").split("---\n", 2)
    first, *others = f"\n{body}".split("\n## ")
    sections = dict(part.split("\n", 1) for part in others)
    return yaml.safe_load(head), {"": first.strip(), **sections}


def test_sheets_are_all_here() -> None:
    """There is one sheet a course, named by its id."""
    assert {*TITLED, UNTITLED} == {path.stem for path in FOLDER.glob("*.md")}


@pytest.mark.parametrize("course", TITLED)
def test_head_and_sections(course: str) -> None:
    """A sheet has its whole head, then its six sections in order."""
    head, sections = read_sheet(FOLDER / f"{course}.md")
    fields = ["kind", "reference", "title", "domain", "duration", "terms"]
    assert fields == list(head)
    assert ("course", course, "CGV-15J") == (head["kind"], head["reference"], head["terms"])
    assert ["", *SECTIONS] == list(sections)


@pytest.mark.parametrize("course", TITLED)
def test_head_is_told(course: str) -> None:
    """What the front matter states is said again in sentences, under the title."""
    head, sections = read_sheet(FOLDER / f"{course}.md")
    title, told = sections[""].split("\n\n", 1)
    assert f"# {head['title']}" == title
    assert not [name for name in ("title", "reference", "domain", "duration") if head[name] not in told]


def test_holes_stay_holes() -> None:
    """The telephone sheet states no title, reference, domain or duration."""
    head, sections = read_sheet(FOLDER / f"{UNTITLED}.md")
    expected = {"kind": "course", "id": UNTITLED, "terms": "CGV-30J"}
    assert expected == head
    assert ["", *UNTITLED_SECTIONS] == list(sections)
    assert not sections[""]


@pytest.mark.parametrize("course", [*TITLED, UNTITLED])
def test_no_price(course: str) -> None:
    """No sheet states a sum: none of the originals does."""
    text = (FOLDER / f"{course}.md").read_text(encoding="utf-8")
    assert "€" not in text
    assert "euro" not in fold(text)


@pytest.mark.parametrize("course", [*TITLED, UNTITLED])
def test_sentences_stand_alone(course: str) -> None:
    """Each sentence of a sheet, quoted alone, says which course it is about."""
    call = "relance telephonique" if course == UNTITLED else fold(course)
    _, sections = read_sheet(FOLDER / f"{course}.md")
    prose = [text for heading, text in sections.items() if heading not in LISTS]
    sentences = [text[start:end] for text in prose for start, end in sentence_spans(text)]
    assert sentences
    assert not [one for one in sentences if not one.startswith("# ") and call not in fold(one)]
