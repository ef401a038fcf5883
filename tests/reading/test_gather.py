"""Files gathered into one corpus: copies merged, clashes told."""

from __future__ import annotations

from tests.reading.conftest import AIMS, HEAD, PROGRAMME, REST, SHEET, TERMS, ReadFiles

SECOND = SHEET.replace("ELV-07", "ELV-08")
COPIES = 5


def test_terms_under_several_sheets(read_files: ReadFiles) -> None:
    """The same article met under three sheets is one, and lists the three."""
    typed = TERMS.replace("par virement ou", "par virement, ou").replace("engage", "engagent")
    corpus = read_files(
        {
            "a.txt": SHEET + TERMS,
            "b.txt": SECOND + typed,
            "c.md": "---\nkind: course\nid: X\nterms: API-12J\n---\n## Public\n\nTous\n",
        }
    )
    (terms,) = corpus.editions
    assert {("AGR-ELV-07", "AGR-ELV-08", "X")} == {section.appears_in for section in terms.sections}
    assert {("a.txt", ("b.txt",))} == {(one.kept, one.merged) for one in corpus.merges}
    assert [f"API-12J#{name}" for name in ("I", "2.1", "2.2", "3.1", "3.2")] == [
        one.key for one in corpus.merges
    ]
    likeness = {one.key: one.likeness for one in corpus.merges}
    assert 1.0 == likeness["API-12J#3.1"] > likeness["API-12J#2.2"] > 0.98
    assert () == corpus.problems


def test_unknown_terms_under_several_sheets(read_files: ReadFiles) -> None:
    """Copies of terms that no rule describes are one edition too, typing apart."""
    terms = TERMS.replace("12 jours", "33 jours")
    corpus = read_files(
        {"a.txt": SHEET + terms, "b.txt": SECOND + terms.replace("virement ou", "virement, ou")}
    )
    (edition,) = corpus.editions
    assert [edition.id, edition.id] == [course.edition for course in corpus.courses]
    assert COPIES == len(corpus.merges)


def test_article_that_differs(read_files: ReadFiles) -> None:
    """An article that another file gives otherwise is told, with both files; the first is kept."""
    other = TERMS.replace("est seul juge", "n'est pas seul juge")
    corpus = read_files({"a.txt": SHEET + TERMS, "b.txt": SECOND + other})
    (problem,) = corpus.problems
    assert "b.txt" == problem.path
    assert "3.2" in problem.what
    assert "a.txt" in problem.what
    (terms,) = corpus.editions
    article = terms.section("3.2")
    assert article is not None
    assert "Le tribunal de Grenoble est seul juge" in article.text
    assert ("AGR-ELV-07",) == article.appears_in


def test_same_reference_twice(read_files: ReadFiles) -> None:
    """The first sheet in the order of paths is kept; the second is told, naming both."""
    corpus = read_files({"b.txt": SHEET, "a/z.txt": SHEET.replace("Aucun", "Un permis")})
    (course,) = corpus.courses
    (problem,) = corpus.problems
    assert ("a/z.txt", "b.txt") == (course.path, problem.path)
    assert "a/z.txt" in problem.what


def test_same_file_twice(read_files: ReadFiles) -> None:
    """A second upload of a file adds nothing and is told."""
    note = "# Note\n\nLe rucher ferme en hiver, du premier novembre au quinze mars.\n"
    corpus = read_files(
        {"a.txt": SHEET + TERMS, "copie de a.txt": SHEET + TERMS, "n.md": note, "n2.md": note}
    )
    assert 3 == len(corpus.documents)
    assert () == corpus.merges
    assert ["copie de a.txt", "n2.md"] == [problem.path for problem in corpus.problems]


def test_same_title_other_text(read_files: ReadFiles) -> None:
    """Two notes of one title are two documents."""
    corpus = read_files({"a.md": "# Note\n\nUn.\n", "b.md": "# Note\n\nDeux.\n"})
    assert ["note", "note-2"] == [document.id for document in corpus.documents]
    assert ["note#note", "note-2#note"] == [
        one.key for document in corpus.documents for one in document.sections
    ]


def test_same_id_other_text(read_files: ReadFiles) -> None:
    """An id that two files state is a clash."""
    corpus = read_files({"a.md": "---\nid: N1\n---\nUn.\n", "b.md": "---\nid: N1\n---\nDeux.\n"})
    assert ["a.md"] == [document.path for document in corpus.documents]
    assert ["b.md"] == [problem.path for problem in corpus.problems]


def test_section_copied_word_for_word(read_files: ReadFiles) -> None:
    """A section that two notes have word for word is kept once; one alike only is kept twice."""
    contact = (
        "\n\n## Contact\n\n"
        + "Écrire au rucher, chemin des Ruches, ou appeler le matin entre huit heures et midi.\n"
    )
    files = {
        "a.md": "# A\n\nUn." + contact,
        "b.md": "# B\n\nDeux." + contact,
        "c.md": "# C\n\nTrois." + contact.upper(),
    }
    corpus = read_files(files)
    assert [["a", "contact"], ["b"], ["c", "contact"]] == [
        [one.id for one in each.sections] for each in corpus.documents
    ]
    assert [("a#contact", "a.md", ("b.md",), 1.0)] == [
        (one.key, one.kept, one.merged, one.likeness) for one in corpus.merges
    ]


def test_terms_that_are_not_there(read_files: ReadFiles) -> None:
    """A sheet that names terms missing from the folder is told, and has no edition."""
    corpus = read_files({"a.md": "---\nkind: course\nid: X\nterms: API-12J\n---\n## Public\n\nTous\n"})
    assert corpus.courses[0].edition is None
    assert ["a.md"] == [problem.path for problem in corpus.problems]


def test_terms_read_after_the_sheet(read_files: ReadFiles) -> None:
    """A sheet may name terms that a later file gives."""
    sheet = "---\nkind: course\nid: X\nterms: API-12J\n---\n## Public\n\nTous\n"
    corpus = read_files({"a.md": sheet, "z.md": "---\nkind: terms\n---\n" + TERMS})
    assert "API-12J" == corpus.courses[0].edition
    assert {("X",)} == {section.appears_in for section in corpus.editions[0].sections}


def test_order_of_documents(read_files: ReadFiles) -> None:
    """Documents stand in the order they are met, a sheet before its terms."""
    corpus = read_files({"b.txt": HEAD + AIMS + PROGRAMME + REST + TERMS, "a.md": "# Note\n\nUn.\n"})
    assert ["note", "AGR-ELV-07", "API-12J"] == [document.id for document in corpus.documents]
