"""Text out of files: encodings, formats, and files that cannot be read."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from fpdf import FPDF
from PIL import Image

from assistant.errors import ReadingError
from assistant.reading.files import find_files, has_front_matter, has_markdown, read_text

SENTENCE = "L'été, les élèves cuisent le pâté « maison » : 12 € la pièce, œufs compris."
OTHER = "Évaluation à chaud : les élèves, là-bas, où l'âne brait."
SHORT = "Réf : ABC-DEF-01\n\nÊtre à l'écoute"


def written(folder: Path, name: str, content: bytes) -> Path:
    """A file with that content."""
    path = folder / name
    path.write_bytes(content)
    return path


def pdf_of(*pages: str, password: str = "") -> bytes:
    """A PDF with those pages."""
    pdf = FPDF()
    pdf.set_font("helvetica", size=11)
    for page in pages:
        pdf.add_page()
        if page:
            pdf.multi_cell(0, 6, page)
    if password:
        pdf.set_encryption(owner_password=password, user_password=password)
    return bytes(pdf.output())


def docx_of() -> bytes:
    """A Word document with headings, bold words, a list and a table."""
    document = docx.Document()
    document.add_heading("Le pain", 1)
    document.add_heading("Le levain", 2)
    document.add_paragraph("Il vit_et_dort ").add_run("longtemps").bold = True
    document.add_paragraph("Farine", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Eau", "60 %"
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((SENTENCE, one) for one in ("utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32")),
        *((OTHER, one) for one in ("latin-1", "mac_roman")),
        *((SHORT, one) for one in ("cp1252", "mac_roman", "cp850")),
    ],
)
def test_encodings(tmp_path: Path, text: str, encoding: str) -> None:
    """A French text, however short, is read right: among old encodings, the one that makes French letters."""
    assert text == read_text(written(tmp_path, "a.txt", text.encode(encoding)))


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_as_python_opens_it(tmp_path: Path, newline: str) -> None:
    """A UTF-8 file is read as Python's `open` reads it, its byte order mark included."""
    path = written(tmp_path, "a.md", ("\ufeff" + SENTENCE + newline + newline + "Fin\t").encode())
    with path.open(encoding="utf-8") as file:
        assert file.read() == read_text(path)


def test_pdf(tmp_path: Path) -> None:
    """The pages of a PDF are joined by a blank line."""
    path = written(tmp_path, "a.pdf", pdf_of("Le pain", "", "Le four\nest chaud"))
    assert "Le pain\n\nLe four est chaud\n" == read_text(path)


def test_docx(tmp_path: Path) -> None:
    """A Word document gives Markdown with its headings, lists and tables."""
    text = read_text(written(tmp_path, "a.docx", docx_of()))
    assert text.startswith("# Le pain\n\n## Le levain\n\nIl vit_et_dort **longtemps**\n\n- Farine\n")
    assert "| Eau | 60 % |" in text


def test_docx_pictures(tmp_path: Path) -> None:
    """A picture leaves nothing in the text."""
    document = docx.Document()
    document.add_paragraph("Avant")
    picture = BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "PNG")
    document.add_picture(picture)
    document.save(str(tmp_path / "a.docx"))
    assert "Avant\n" == read_text(tmp_path / "a.docx")


def test_html(tmp_path: Path) -> None:
    """A page gives its headings, lists and text; scripts, styles and what frames the page are dropped."""
    page = (
        "<html><head><title>T</title><style>p {color: red}</style></head><body><script>let a = 1</script>"
        "<nav><a href='/'>Accueil</a></nav>"
        "<h1>Le pain</h1><p>Il est<br>chaud &amp; bon*</p><ul><li>un</li></ul>"
        "<footer>2026</footer></body></html>"
    )
    text = read_text(written(tmp_path, "a.html", page.encode()))
    assert "# Le pain\n\nIl est\nchaud & bon*\n\n- un\n" == text


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("vide.txt", b"", "vide"),
        ("blanc.md", "\ufeff \n\n\t".encode(), "vide"),
        (
            "image.pdf",
            pdf_of("", ""),
            "images, aucun texte. Passez-le à la reconnaissance de caractères",
        ),
        ("secret.pdf", pdf_of("Le pain", password="abc"), "mot de passe"),
        ("casse.pdf", b"%PDF-1.7 rien", "abîmé"),
        ("casse.docx", b"PK pas un zip", "abîmé"),
        ("vieux.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "abîmé"),
        ("binaire.txt", bytes(range(256)) * 4, "pas du texte"),
        ("perce.txt", b"Un rucher\0 dort.", "pas du texte"),
        ("tableau.ods", b"PK", "format"),
    ],
)
def test_unreadable(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    """A file that gives no text is an error that names it, says why and what to do."""
    with pytest.raises(ReadingError) as caught:
        read_text(written(tmp_path, name, content))
    assert name == caught.value.where
    assert words in str(caught.value)
    assert caught.value.todo


def test_zip_that_is_no_word_document(tmp_path: Path) -> None:
    """A zip archive under the name of a Word document is told, not crashed upon."""
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(ReadingError):
        read_text(tmp_path / "a.docx")


def test_missing(tmp_path: Path) -> None:
    """A file that is gone is an error that names it."""
    with pytest.raises(ReadingError, match=r"parti\.txt"):
        read_text(tmp_path / "parti.txt")


def test_find_files(tmp_path: Path) -> None:
    """Hidden files, and at the top the README, rules, rates and questions, are left out."""
    for name in (
        "b.md",
        "a/c.TXT",
        "a/README.md",
        "README.md",
        ".cache/d.md",
        "a/.e.md",
        "rules/f.yaml",
        "a/rates/g.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    names = [path.relative_to(tmp_path).as_posix() for path in find_files(tmp_path)]
    assert ["a/README.md", "a/c.TXT", "a/rates/g.md", "b.md"] == names


def test_linked_folders_are_read_once(tmp_path: Path) -> None:
    """Documents kept elsewhere are found through a link; two links to one folder give them once."""
    (tmp_path / "store").mkdir()
    written(tmp_path / "store", "a.md", b"a")
    (tmp_path / "corpus").mkdir()
    for name in ("one", "two"):
        (tmp_path / "corpus" / name).symlink_to(tmp_path / "store")
    assert ["one/a.md"] == [
        path.relative_to(tmp_path / "corpus").as_posix() for path in find_files(tmp_path / "corpus")
    ]


def test_what_each_suffix_is() -> None:
    """Capitals do not matter; Word and web pages become Markdown; only Markdown has front matter."""
    names = [Path(name) for name in ("a.TXT", "a.md", "a.PDF", "a.docx", "a.htm")]
    assert [False, True, False, True, True] == [has_markdown(path) for path in names]
    assert [False, True, False, False, False] == [has_front_matter(path) for path in names]
