"""What one file holds: a sheet, its terms, a letterhead, or any other document."""

from __future__ import annotations

from io import BytesIO

import docx
from fpdf import FPDF

from assistant.datatypes import Corpus
from tests.reading.conftest import LETTERHEAD, SHEET, TERMS, ReadFiles

WHOLE = SHEET.replace("\n2. Préparer", LETTERHEAD + "\n2. Préparer") + TERMS
KEYS = [
    *(
        f"AGR-ELV-07#{name}"
        for name in ("fiche", "objectifs", "programme", "prerequis", "public", "methodes", "evaluation")
    ),
    *(f"API-12J#{name}" for name in ("I", "2.1", "2.2", "3.1", "3.2")),
    "APIVAL#identite",
]
HEADINGS = (
    "Objectifs",
    "Programme",
    "Pré-requis",
    "Public",
    "Pédagogie",
    "Méthodes",
    "Modalités",
    "Conditions",
    "I. ",
    "II",
)


def keys(corpus: Corpus) -> list[str]:
    """The keys of every section, in order."""
    return [section.key for document in corpus.documents for section in document.sections]


def lines() -> list[str]:
    """The lines of the whole file that have words."""
    return [line for line in WHOLE.splitlines() if line.strip()]


def test_plain_text(read_files: ReadFiles) -> None:
    """A text file may hold a sheet, its terms and a letterhead."""
    assert KEYS == keys(read_files({"a.txt": WHOLE}))


def test_pdf(read_files: ReadFiles) -> None:
    """The same in a PDF, where lines are cut by the page and blank ones are lost."""
    pdf = FPDF(format=(148, 210))
    pdf.set_font("helvetica", size=13)
    pdf.add_page()
    for line in lines():
        pdf.multi_cell(0, 6, line.replace("–", "-").replace("€", "EUR"), new_x="LMARGIN", new_y="NEXT")
    assert KEYS == keys(read_files({"a.pdf": bytes(pdf.output())}))


def test_word_document_with_styles(read_files: ReadFiles) -> None:
    """The same in a Word document with headings."""
    document = docx.Document()
    for line in lines():
        if line.startswith(HEADINGS) or line[1:2] == ".":
            document.add_heading(line, 2)
        else:
            document.add_paragraph(line.removeprefix("- "), style="List Bullet" if line[0] == "-" else None)
    stream = BytesIO()
    document.save(stream)
    assert KEYS == keys(read_files({"a.docx": stream.getvalue()}))


def test_word_document_in_bold(read_files: ReadFiles) -> None:
    """The same in a Word document whose headings are only bold lines."""
    document = docx.Document()
    for line in lines():
        run = document.add_paragraph().add_run(line)
        run.bold = line.startswith(HEADINGS) or line[1:2] == "."
    stream = BytesIO()
    document.save(stream)
    assert KEYS == keys(read_files({"a.docx": stream.getvalue()}))


def test_html(read_files: ReadFiles) -> None:
    """The same in a web page."""
    body = "".join(
        f"<h2>{one}</h2>" if one.startswith(HEADINGS) or one[1:2] == "." else f"<p>{one}</p>"
        for one in lines()
    )
    assert KEYS == keys(read_files({"a.html": f"<html><body>{body}</body></html>".replace("& ", "&amp; ")}))


def test_terms_with_a_cover(read_files: ReadFiles) -> None:
    """What stands above terms without a sheet is kept as a document."""
    corpus = read_files({"cgv.txt": "Exemplaire à signer\n" + TERMS})
    assert ["API-12J", "cgv"] == [document.id for document in corpus.documents]
    assert "Exemplaire à signer" == corpus.documents[1].sections[0].text


def test_audience_of_a_sheet(read_files: ReadFiles) -> None:
    """A sheet meant for the company's own people says so in its front matter."""
    corpus = read_files(
        {"a.md": "---\nkind: course\nid: X\naudience: rep\n---\n## Public\n\nTous\n", "b.txt": SHEET}
    )
    assert ["rep", "client"] == [document.audience for document in corpus.documents]


def test_terms_in_front_matter(read_files: ReadFiles) -> None:
    """Terms that say they are terms need no title of their own."""
    text = "---\nkind: terms\n---\n# Nos règles\n\n## I. Objet\n\nTout.\n\n### 1.1 Prix\n\nDouze euros.\n"
    (terms,) = read_files({"a.md": text}).editions
    assert {"I": "Tout.", "1.1": "Douze euros."} == {section.id: section.text for section in terms.sections}
    assert ("I. Objet", "1.1 Prix") == terms.sections[1].heading_path[1:]
