"""Documents that are neither sheets nor terms."""

from __future__ import annotations

from tests.reading.conftest import ReadFiles


def test_sections_from_headings(read_files: ReadFiles) -> None:
    """Each heading with text is a section; what comes first is the introduction."""
    text = "Bonjour.\n\n# Accueil\n\n## Horaires\n\n9 h\n\n### Le samedi\n\nFermé.\n\n## Accès\n\nBus 4.\n"
    (document,) = read_files({"notes/livret.md": text}).documents
    assert ("accueil", "Accueil", "other") == (document.id, document.title, document.kind)
    assert {
        "introduction": ("Accueil",),
        "horaires": ("Accueil", "Horaires"),
        "le-samedi": ("Accueil", "Horaires", "Le samedi"),
        "acces": ("Accueil", "Accès"),
    } == {section.id: section.heading_path for section in document.sections}
    assert "Fermé." == document.sections[2].text


def test_same_heading_twice(read_files: ReadFiles) -> None:
    """Ids are unique, even where a heading already ends in a number."""
    text = "# A\n\n## Prix\n\n1\n\n## Prix 2\n\n2\n\n## Prix\n\n3\n\n## Prix\n\n4\n"
    (document,) = read_files({"a.md": text}).documents
    assert ["prix", "prix-2", "prix-3", "prix-4"] == [section.id for section in document.sections]


def test_plain_text(read_files: ReadFiles) -> None:
    """A text without headings is one section, called by its file."""
    (document,) = read_files({"plan d'accès.txt": "Prendre à gauche.\n\nPuis à droite.\n"}).documents
    assert ("plan-d-acces", "Plan d accès") == (document.id, document.title)
    assert [("texte", "Prendre à gauche.\n\nPuis à droite.")] == [
        (one.id, one.text) for one in document.sections
    ]


def test_front_matter(read_files: ReadFiles) -> None:
    """Id, title and audience are those of the front matter."""
    text = "---\nid: LIVRET 1\ntitle: Livret\naudience: rep\n---\n# Accueil\n\nBonjour.\n"
    (document,) = read_files({"a.md": text}).documents
    assert ("LIVRET-1", "Livret", "rep") == (document.id, document.title, document.audience)
    assert [("LIVRET-1#accueil", ("Livret", "Accueil"))] == [
        (one.key, one.heading_path) for one in document.sections
    ]


def test_title_of_the_front_matter_gives_the_id(read_files: ReadFiles) -> None:
    """Without an id, the title makes it."""
    (document,) = read_files({"a.md": "---\ntitle: Règlement intérieur\n---\nRespectez-vous.\n"}).documents
    assert "reglement-interieur" == document.id


def test_company(read_files: ReadFiles) -> None:
    """A company's document has its identity, whatever the heading above it."""
    front = "---\nkind: company\nid: APIVAL\n---\n"
    corpus = read_files({"a.md": front + "## Identité\n\nUne SARL.\n"})
    assert ("company", ["identite"]) == (
        corpus.documents[0].kind,
        [one.id for one in corpus.documents[0].sections],
    )


def test_company_without_heading(read_files: ReadFiles) -> None:
    """A company's document that is one text is its identity."""
    (document,) = read_files({"a.md": "---\nkind: company\nid: APIVAL\n---\nUne SARL.\n"}).documents
    assert ["identite"] == [section.id for section in document.sections]


def test_document_that_shares_two_headings_with_sheets(read_files: ReadFiles) -> None:
    """Two headings that sheets have too do not make a guide a course."""
    (document,) = read_files(
        {"a.md": "# Guide\n\n## Financement\n\nOPCO.\n\n## Évaluation\n\nOral.\n"}
    ).documents
    assert "other" == document.kind
