"""Files to documents, sections and chunks.

Reading order: `files` (text out of a file), `pdf_pages`, `source`, `markdown`; `documents` and what it
tells apart (`sheets`, `terms`, `editions`, `letterhead`, `others`); `gather`, `twins` (one corpus); `chunks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.datatypes import Corpus, Problem
from assistant.errors import CorpusError, ReadingError
from assistant.reading.chunks import cut_chunks
from assistant.reading.documents import Contents, parse_contents
from assistant.reading.editions import Edition, read_editions
from assistant.reading.files import find_files, has_front_matter, has_markdown, read_text
from assistant.reading.gather import gather
from assistant.reading.markdown import FrontMatter, parse_front_matter
from assistant.reading.source import Source

__all__ = ["cut_chunks", "read_corpus", "read_text"]


def read_corpus(folder: Path, *, rules: Path) -> Corpus:
    """Every document of the folder; what cannot be read is told and the rest read all the same.

    `rules` is the folder of the fee rules, which say how an edition of the terms
    is recognised.

    Raises `CorpusError` when the folder is missing or nothing in it can be read.
    """
    if not folder.is_dir():
        raise CorpusError(
            str(folder), "ce dossier n'existe pas.", "Indiquez le dossier qui contient les documents."
        )
    corpus = gather(_read_files(folder, find_files(folder), read_editions(rules)))
    if not corpus.documents:
        raise CorpusError(
            str(folder),
            _nothing(corpus.problems),
            " ".join(dict.fromkeys(one.todo for one in corpus.problems))
            or "Ajoutez des fichiers .md, .txt, .pdf, .docx ou .html.",
        )
    return corpus


def _read_files(folder: Path, files: list[Path], editions: tuple[Edition, ...]) -> Iterator[Contents]:
    for path in files:
        name = path.relative_to(folder).as_posix()
        try:
            yield _read_contents(path, name, editions)
        except ReadingError as error:
            yield Contents(name, (), (Problem(name, error.what, error.todo),))


def _read_contents(path: Path, name: str, editions: tuple[Edition, ...]) -> Contents:
    text = read_text(path)
    front = parse_front_matter(text, name) if has_front_matter(path) else FrontMatter()
    source = Source(name, text, markdown=has_markdown(path), start=front.end)
    contents = parse_contents(source, front, editions)
    if not any(document.sections for document in contents.documents):
        raise ReadingError(
            name, "aucun texte sous les titres.", "Complétez le fichier ou retirez-le du dossier."
        )
    return contents


def _nothing(problems: tuple[Problem, ...]) -> str:
    """Why nothing could be read: each problem."""
    if problems:
        return "aucun document lisible. " + " ".join(f"{one.path} : {one.what}" for one in problems)
    return "aucun document dans ce dossier."
