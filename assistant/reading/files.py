"""The files of a folder, and the text taken out of each: plain text, Markdown, PDF, DOCX, HTML."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import Any
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from charset_normalizer import from_bytes

from assistant.errors import ReadingError
from assistant.faults import say_system_fault
from assistant.reading.pdf_pages import join_pages

_NOT_DOCUMENTS = ("rules", "rates", "questions")
_PLAIN = frozenset({".txt", ".text", ".pdf"})
# Left to itself, charset-normalizer takes short French texts for Arabic or EBCDIC; among these,
# the one that makes French letters is right.
_OLD_ENCODINGS = ["cp1252", "mac_roman", "cp850"]
_FRENCH_LETTERS = frozenset("àâçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÖÙÛÜŒÆ«»’–…€\xa0")
_BLANK = "\ufeff \t\n\f\v\xa0"
_PDF_PASSWORD = 4
# PDFium may not be called from two threads at once, whatever the file.
_PDFIUM = Lock()


def find_files(folder: Path) -> list[Path]:
    """The folder's files, sorted, without the hidden ones and the rules, rates and questions.

    Linked folders are gone through, each folder once. One that cannot be listed is among the files:
    reading it tells why.
    """
    found: list[Path] = []
    seen = {os.path.realpath(folder)}
    walk = os.walk(folder, followlinks=True, onerror=lambda error: found.append(Path(error.filename)))
    for place, folders, names in walk:
        at_top = Path(place) == folder
        inside = [name for name in folders if not _ignored(name, at_top, _NOT_DOCUMENTS)]
        folders[:] = [name for name in inside if not _seen_before(Path(place, name), seen)]
        found += [Path(place, name) for name in names if not _ignored(name.lower(), at_top, ("readme.md",))]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def _seen_before(folder: Path, seen: set[str]) -> bool:
    """Whether a folder was gone through before, by a link to it; if not, it now is."""
    real = os.path.realpath(folder)
    known = real in seen
    seen.add(real)
    return known


def _ignored(name: str, at_top: bool, names: tuple[str, ...]) -> bool:
    return name.startswith(".") or (at_top and name in names)


def has_markdown(path: Path) -> bool:
    """Whether the text of the file, as `read_text` gives it, is Markdown."""
    return path.suffix.lower() not in _PLAIN


def has_front_matter(path: Path) -> bool:
    """Whether the file may open with front matter."""
    return path.suffix.lower() in (".md", ".markdown")


def read_text(path: Path) -> str:
    """The text of a file as read; the offsets of passages count its characters.

    Raises `ReadingError` when no text can be taken out of it.
    """
    if path.exists() and not path.is_file():
        what = "ce dossier ne s'ouvre pas." if path.is_dir() else "ce n'est pas un fichier ordinaire."
        raise ReadingError(path.name, what, "Vérifiez vos droits ou retirez-le.")
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(_READERS))
        raise ReadingError(path.name, "ce format n'est pas lu.", f"Convertissez le fichier ({known}).")
    try:
        text = reader(path)
    except OSError as error:
        what = f"le fichier ne s'ouvre pas ({say_system_fault(error)})."
        raise ReadingError(path.name, what, "Vérifiez qu'il existe et qu'il est lisible.") from error
    if not text.strip(_BLANK):
        raise ReadingError(path.name, "le fichier est vide.", "Complétez-le ou retirez-le du dossier.")
    return text


def _read_plain(path: Path) -> str:
    return _decode(path.read_bytes(), path).replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, path: Path) -> str:
    """The text of those bytes; a UTF-8 byte order mark stays, as Python's `open` leaves it."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ReadingError(
        path.name, "le contenu n'est pas du texte.", "Enregistrez-le en texte, encodé en UTF-8."
    )


def _encodings(data: bytes) -> Iterator[str]:
    start = data[:4096]
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        yield "utf-32"
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16"
    elif start.count(0) * 4 > len(start):
        # Every other byte of a Western text in UTF-16 is zero.
        yield "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
    else:
        yield "utf-8"
        found = [match.encoding for match in from_bytes(data, cp_isolation=_OLD_ENCODINGS)]
        yield from sorted(found, key=lambda name: -_looks_french(data.decode(name, errors="replace")))


def _looks_french(text: str) -> int:
    """How many letters and signs outside ASCII are those of French, less the others."""
    foreign = [character for character in text if ord(character) > 127]
    return sum(1 if character in _FRENCH_LETTERS else -1 for character in foreign)


def _read_pdf(path: Path) -> str:
    import pypdfium2

    with _PDFIUM:
        try:
            pdf = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            raise _unreadable_pdf(path, error.err_code) from error
        try:
            pages = [page.get_textpage().get_text_bounded() for page in pdf]
        except pypdfium2.PdfiumError as error:
            raise _unreadable_pdf(path, error.err_code) from error
        finally:
            pdf.close()
    text = join_pages(re.sub("[\ufffe\x02]\\s*", "-", page.replace("\0", "")) for page in pages)
    if not text:
        what = "ce PDF ne contient que des images, aucun texte."
        raise ReadingError(
            path.name, what, "Passez-le à la reconnaissance de caractères (OCR), puis remettez-le."
        )
    return _tidy(text)


def _unreadable_pdf(path: Path, code: int | None) -> ReadingError:
    if code == _PDF_PASSWORD:
        what = "ce PDF est protégé par un mot de passe."
        return ReadingError(path.name, what, "Enregistrez-en une copie sans mot de passe.")
    return ReadingError(
        path.name, "ce PDF est abîmé ou n'en est pas un.", "Exportez-le à nouveau depuis l'original."
    )


def _read_docx(path: Path) -> str:
    import mammoth

    try:
        with path.open("rb") as file:
            html = mammoth.convert_to_html(file, convert_image=mammoth.images.img_element(lambda image: {}))
    except (BadZipFile, KeyError, ValueError, ExpatError) as error:
        what = "ce document Word est abîmé, protégé ou d'un ancien format."
        raise ReadingError(
            path.name, what, "Enregistrez-le à nouveau au format .docx, sans mot de passe."
        ) from error
    return _to_markdown(html.value)


def _read_html(path: Path) -> str:
    return _to_markdown(_read_plain(path))


def _to_markdown(html: str) -> str:
    """Markdown with the headings, lists and tables of the page, without what is not read."""
    from markdownify import MarkdownConverter

    def nothing(*_: Any, **__: Any) -> str:
        return ""

    silent = {
        f"convert_{tag}": nothing
        for tag in ("script", "style", "noscript", "template", "title", "img", "nav", "footer")
    }
    converter = type("_Converter", (MarkdownConverter,), silent)(
        heading_style="atx",
        bullets="-",
        escape_asterisks=False,
        escape_underscores=False,
        table_infer_header=True,
    )
    return _tidy(str(converter.convert(html)))


def _tidy(text: str) -> str:
    """The text with one kind of newline, no space at line ends, no run of blank lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip() + "\n"


_READERS = {
    ".txt": _read_plain,
    ".text": _read_plain,
    ".md": _read_plain,
    ".markdown": _read_plain,
    ".pdf": _read_pdf,
    ".docx": _read_docx,
    ".html": _read_html,
    ".htm": _read_html,
}
