"""The letterhead: found by its legal notices, given to its company."""

from __future__ import annotations

import pytest

from assistant.reading.letterhead import company_name, find_letterheads
from assistant.reading.source import Source
from tests.reading.conftest import AIMS, HEAD, LETTERHEAD, PROGRAMME, REST, SHEET, TERMS, ReadFiles


def found(text: str) -> list[tuple[str, str]]:
    """The name and the words of each letterhead of a text."""
    return [(one.name, text[slice(*one.span)]) for one in find_letterheads(Source("a.txt", text))]


def test_notices_and_subsidiaries() -> None:
    """It goes from the legal form to the last subsidiary."""
    ((name, words),) = found(PROGRAMME + LETTERHEAD + "\n3. Récolter\n\n- Le miel\n")
    assert "APIVAL" == name
    assert LETTERHEAD.strip() == words


@pytest.mark.parametrize(
    "after", ["- Le miel", "3. Récolter", "Jour 2 - Matin", "Récolter le miel\n- Tôt", "## Récolter"]
)
def test_where_it_ends(after: str) -> None:
    """A list item, a numbered or marked heading, a day or a part ends it."""
    assert [LETTERHEAD.strip()] == [words for _, words in found(f"{LETTERHEAD}\n{after}\n\n- Fin\n")]


def test_without_subsidiaries() -> None:
    """Where no group follows the notices, it ends with them."""
    notices = "DURAND SAS - 12 rue Haute - 69001 LYON\nSIRET 123 456 789 00012 - RCS Lyon - TVA Intra FR1"
    assert [("DURAND", notices)] == found(f"Avant\n\n{notices}\n\nUne ligne du programme\n")


def test_one_line() -> None:
    """A footer in one line is one too."""
    line = "EURL Petit Four au capital de 100 € – Siège social : Lyon – SIRET 1 – RCS Lyon"
    assert [("Petit Four", line)] == found(f"Un texte.\n{line}\nSuite du texte.\n")


def test_ordinary_sentences() -> None:
    """A sentence that speaks of a head office or of capital is no letterhead."""
    assert [] == found(
        "Le client dont le siège social est à l'étranger\npaie d'avance.\n\nLe capital de confiance\n"
    )


def test_company_of_its_own(read_files: ReadFiles) -> None:
    """It makes the company's document and stands in no section of the sheet."""
    corpus = read_files({"a.txt": HEAD + AIMS + PROGRAMME + LETTERHEAD + REST + TERMS})
    company = corpus.document("APIVAL")
    assert company is not None
    assert ("company", "APIVAL", ["identite"]) == (
        company.kind,
        company.title,
        [one.id for one in company.sections],
    )
    assert ("AGR-ELV-07",) == company.sections[0].appears_in
    assert not any(
        "SIRET" in one.text for document in corpus.courses + corpus.editions for one in document.sections
    )


def test_met_twice(read_files: ReadFiles) -> None:
    """Two copies are one; another spelling of a name is kept beside it."""
    other = LETTERHEAD.replace("MIEL PLUS", "MIELPLUS")
    files = {"a.txt": SHEET + LETTERHEAD + TERMS}
    files["b.txt"] = files["a.txt"].replace("ELV-07", "ELV-08")
    files["c.txt"] = (SHEET + other + TERMS).replace("ELV-07", "ELV-09")
    corpus = read_files(files)
    company = corpus.document("APIVAL")
    assert company is not None
    assert ["a.txt", "c.txt"] == [passage.path for passage in company.sections[0].passages]
    assert ("AGR-ELV-07", "AGR-ELV-08", "AGR-ELV-09") == company.sections[0].appears_in
    assert [("a.txt", ("b.txt",), 1.0)] == [
        (one.kept, one.merged, one.likeness) for one in corpus.merges if one.key == "APIVAL#identite"
    ]


@pytest.mark.parametrize(
    ("letterhead", "name"),
    [
        ("SAS LEMOINE\nau capital de 1 €", "LEMOINE"),
        ("SARL Les Deux Fours au capital de 1 €", "Les Deux Fours"),
        ("Les Deux Fours, SASU\nSiège : Lyon", "Les Deux Fours"),
        ("SIRET 1\nRCS Lyon\nNAF 2", "Entreprise"),
    ],
)
def test_company_name(letterhead: str, name: str) -> None:
    """The name follows the legal form or stands before it."""
    assert name == company_name(letterhead)
