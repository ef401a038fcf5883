"""Course sheets out of plain text: sections, holes, ids."""

from __future__ import annotations

import re

import pytest

from assistant.datatypes import Document
from tests.reading.conftest import AIMS, HEAD, LETTERHEAD, PROGRAMME, SHEET, ReadFiles

ALL = ["fiche", "objectifs", "programme", "prerequis", "public", "methodes", "evaluation"]


def only_course(read_files: ReadFiles, text: str, name: str = "a.txt") -> Document:
    """The only course of a folder with that one file."""
    (course,) = read_files({name: text}).courses
    return course


def text_of(course: Document, section: str) -> str:
    """The text of a section that must be there."""
    found = course.section(section)
    assert found is not None
    return found.text


def test_sections_of_a_sheet(read_files: ReadFiles) -> None:
    """A sheet has the head and the six known sections, in reading order."""
    course = only_course(read_files, SHEET)
    assert ("AGR-ELV-07", "Tenir un rucher de montagne") == (course.id, course.title)
    assert ALL == [section.id for section in course.sections]


def test_facts_are_those_stated(read_files: ReadFiles) -> None:
    """Reference, domain and duration come from the head."""
    facts = {"reference": "AGR-ELV-07", "domain": "AGRICULTURE - ELEVAGE", "duration": "3 jours"}
    assert facts == only_course(read_files, SHEET).facts


def test_body_without_its_heading(read_files: ReadFiles) -> None:
    """A passage is the text under the heading; the heading is in the path."""
    course = only_course(read_files, SHEET)
    public = course.section("public")
    assert public is not None
    assert "Agriculteurs de plus de 700 mètres d'altitude" == public.text
    assert ("Tenir un rucher de montagne", "Public cible") == public.heading_path


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: re.sub(r"(?m)^(Objectifs|Programme|Pré-requis|Public|Modalités).*$", r"**\g<0>**", text),
        lambda text: re.sub(r"(?m)^(Objectifs|Programme|Public).*$", lambda m: m.group().upper(), text),
        lambda text: re.sub(r"(?m)^(Objectifs|Programme|Pré-requis|Public|Méthodes).*$", r"  \g<0> :", text),
        lambda text: text.replace("Réf : AGR-ELV-07", "**Réf. :** **AGR – ELV – 07**"),
        lambda text: text.replace("Pré-requis", "Prérequis").replace("\nAucun", "\f\n\n\n\nAucun"),
        lambda text: text.replace("'", "’").replace("- ", "• "),
        lambda text: "\ufeff" + text,
    ],
)
def test_ways_of_writing(read_files: ReadFiles, rewrite: object) -> None:
    """Bold marks, capitals, colons, dashes, page breaks and newlines change nothing."""
    assert callable(rewrite)
    text = rewrite(SHEET.replace("AGR-ELV-07", "@")).replace("@", "AGR-ELV-07")
    course = only_course(read_files, text)
    assert "AGR-ELV-07" == course.id
    assert ALL == [section.id for section in course.sections]


def test_numbered_headings(read_files: ReadFiles) -> None:
    """Headings with letters or numbers in front are known all the same."""
    numbers = iter("ABCDEFG")
    text = re.sub(
        r"(?m)^(Objectifs|Programme|Pré-requis|Public|Méthodes|Modalités).*$",
        lambda match: f"{next(numbers)}. {match.group()}",
        SHEET,
    )
    assert ALL == [section.id for section in only_course(read_files, text).sections]


def test_numbered_part_that_reads_like_a_heading(read_files: ReadFiles) -> None:
    """« 3. Évaluation » is a part of the programme where the headings have no number."""
    text = SHEET.replace("\nPré-requis", "\n3. Évaluation\n\n- Peser une ruche\n\nPré-requis")
    course = only_course(read_files, text)
    assert "- Peser une ruche" in text_of(course, "programme")
    assert "- Examen oral" == text_of(course, "evaluation")


def test_parent_heading_is_part_of_nothing(read_files: ReadFiles) -> None:
    """« Pédagogie » alone above « Méthodes pédagogiques » stands in no passage."""
    course = only_course(read_files, SHEET)
    assert not any("Pédagogie" in section.text for section in course.sections)
    assert "- Visites de ruchers" == text_of(course, "methodes")


def test_parent_heading_with_text(read_files: ReadFiles) -> None:
    """« Pédagogie » with text of its own is the methods."""
    course = only_course(read_files, SHEET.replace("Méthodes pédagogiques\n", ""))
    assert "- Visites de ruchers" == text_of(course, "methodes")


def test_columns_of_a_financing_table(read_files: ReadFiles) -> None:
    """The column « Public concerné » of a table of financing is not the section of the public."""
    table = "\nFinancement\n\nPUBLIC CONCERNÉ\n\nTYPE DE FINANCEMENT\n\nSalariés\t• OPCO\n"
    course = only_course(read_files, HEAD + AIMS + PROGRAMME + table)
    assert "Salariés\t• OPCO" in text_of(course, "financement")
    assert course.section("public") is None


def test_other_headings_close_a_section(read_files: ReadFiles) -> None:
    """A price under its own heading is a section, not the end of another one."""
    course = only_course(read_files, SHEET + "\nTarif\n\n900 € HT\n")
    assert "900 € HT" == text_of(course, "tarif")
    assert "- Examen oral" == text_of(course, "evaluation")


def test_sheet_without_head(read_files: ReadFiles) -> None:
    """The programme may begin at once; the id is what its first parts are about."""
    text = """
Découvrir la taille des vignes

- Les outils

Pratiquer une taille de vignes

- Les gestes

Modalités d'évaluation

- Une épreuve

Méthodes mobilisées

- Travail en plein champ

Financement

- Fonds propres
"""
    course = only_course(read_files, text, "12345.txt")
    assert ("TAILLE-VIGNES", "Taille des vignes", {}) == (course.id, course.title, course.facts)
    assert ["programme", "evaluation", "methodes", "financement"] == [one.id for one in course.sections]
    assert text_of(course, "programme").startswith("Découvrir la taille des vignes")


def test_title_above_a_programme_without_heading(read_files: ReadFiles) -> None:
    """What stands above the first part is the head."""
    rest = "\n\nPublic cible\n\nTous\n\nFinancement\n\nOPCO\n\nÉvaluation\n\nOral\n"
    text = "Greffer un pommier\n\nChoisir le greffon\n\n- La saison" + rest
    course = only_course(read_files, text)
    assert ("GREFFER-POMMIER", "Greffer un pommier") == (course.id, course.title)
    assert "Greffer un pommier" == text_of(course, "fiche")
    assert "Choisir le greffon\n\n- La saison" == text_of(course, "programme")


def test_numbered_programme_without_heading(read_files: ReadFiles) -> None:
    """The programme then begins at its first part, or at the day that stands above it."""
    rest = "\n- La saison\n\nPublic\nTous\n\nFinancement\nOPCO\n\nÉvaluation\nOral\n"
    for above, opening in (("", "1. Choisir"), ("Jour 1\n", "Jour 1")):
        course = only_course(read_files, f"Greffer un pommier\n\n{above}1. Choisir le greffon\n{rest}")
        assert text_of(course, "programme").startswith(opening)
        assert "Greffer un pommier" == text_of(course, "fiche")


def test_letterhead_in_the_programme(read_files: ReadFiles) -> None:
    """A letterhead leaves the programme in two passages, each verbatim."""
    text = SHEET.replace("\n2. Préparer", LETTERHEAD + "\n2. Préparer")
    corpus = read_files({"a.txt": text})
    programme = corpus.courses[0].section("programme")
    assert programme is not None
    first, second = programme.passages
    assert first.text.endswith("Jour 1 - Après-midi")
    assert second.text.startswith("2. Préparer l'hivernage")
    assert [text[one.start : one.end] for one in (first, second)] == [first.text, second.text]


def test_markdown_without_front_matter(read_files: ReadFiles) -> None:
    """A Markdown sheet is known by its headings; an unknown one of their level is a section."""
    text = (
        "# Cuire le pain\n\nDurée : 1 journée\n\n## Objectifs\n\n- Pétrir\n\n## Programme\n\n### Jour 1\n\n"
    )
    text += "- Le levain\n\n## Jour 2\n\n- Le four\n\n## Débouchés\n\nFournils\n\n## Public\n\nTous\n"
    course = only_course(read_files, text, "pain.md")
    assert ("CUIRE-PAIN", {"duration": "1 journée"}) == (course.id, course.facts)
    assert ["fiche", "objectifs", "programme", "debouches", "public"] == [one.id for one in course.sections]
    assert "- Le four" in text_of(course, "programme")


def test_front_matter_wins(read_files: ReadFiles) -> None:
    """What the front matter states comes before what the text shows."""
    front = "---\nkind: course\nreference: PAN-01\ntitle: Le pain\nduration: 4 heures\n---\n"
    text = front + "\n# Autre titre\n\nDeux mots.\n\n## Programme\n\nPétrir.\n"
    course = only_course(read_files, text, "pain.md")
    assert ("PAN-01", "Le pain") == (course.id, course.title)
    assert {"reference": "PAN-01", "duration": "4 heures"} == course.facts
    assert {"fiche": "Deux mots.", "programme": "Pétrir."} == {one.id: one.text for one in course.sections}
