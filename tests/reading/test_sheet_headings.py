"""Which lines open a section of a sheet."""

from __future__ import annotations

import pytest

from assistant.reading.sheet_headings import find_sheet_headings, section_named
from assistant.reading.source import Source


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("OBJECTIFS PÉDAGOGIQUES", "objectifs"),
        ("Objectifs du stage :", "objectifs"),
        ("Contenu de la formation", "programme"),
        ("Programme détaillé (suite)", "programme"),
        ("Prérequis", "prerequis"),
        ("PRÉ - REQUIS", "prerequis"),
        ("Connaissances prérequises", "prerequis"),
        ("Public visé", "public"),
        ("À qui s’adresse cette formation ?", "public"),
        ("Méthodes et moyens pédagogiques", "methodes"),
        ("Moyens techniques et pédagogiques", "methodes"),
        ("Modalités d'évaluation", "evaluation"),
        ("Évaluation des acquis de la formation", "evaluation"),
        ("Modalités de financement", "financement"),
        ("Définir les objectifs", None),
        ("Le programme relationnel", None),
        ("Public difficile : garder son calme", None),
        ("Évaluer un devis", None),
        ("Méthodes agiles", None),
    ],
)
def test_section_named(heading: str, section: str | None) -> None:
    """A heading is known by all its words, not by one of them."""
    assert section == section_named(heading)


def sections(text: str) -> list[str]:
    """The sections that a plain text opens, in order."""
    return [heading.section for heading in find_sheet_headings(Source("a.txt", text), len(text), ())]


def test_list_items_are_no_headings() -> None:
    """An item of a list that reads like a heading is only an item."""
    assert ["programme", "public"] == sections("Programme\n- Évaluation\n• Financement\n\nPublic\nTous\n")


def test_label_and_text_on_one_line() -> None:
    """« Public : … » opens the section where its text begins."""
    text = "Objectifs\n- Lire\nPrérequis : aucun\nPublic visé : tous\n"
    found = find_sheet_headings(Source("a.txt", text), len(text), ())
    assert ["objectifs", "prerequis", "public"] == [heading.section for heading in found]
    assert " aucun" == text[found[1].body : found[2].start].rstrip("\n")


def test_parts_that_state_their_own_aims() -> None:
    """Inside the programme, the aims and the assessment of one part stay in it."""
    text = "Programme\nModule 1\nObjectifs\n- Lire\nÉvaluation : écrite\nContenu\n- Mots\n\nPrérequis\nNon\n"
    assert ["programme", "prerequis"] == sections(text)


def test_section_continued_after_a_page() -> None:
    """« Programme (suite) » opens the same section again."""
    assert ["programme", "programme", "public"] == sections(
        "Programme\n- A\nProgramme (suite)\n- B\nPublic\nTous\n"
    )
