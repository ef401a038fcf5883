"""The restated texts say what the company's own say, add nothing, and copy no sentence."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from text_to_num import alpha2digit

from assistant.datatypes import Corpus, Document, Section
from assistant.french import STOPWORDS, fold, stems
from assistant.reading import read_corpus, read_text
from assistant.settings import PROJECT, read_settings
from evals.judged import FOLDER, read_rows

RESTATED = PROJECT / "corpus"
LONGEST_RUN = 11  # words in a row that a restatement may share with an original

COURSES = tuple(sorted(path.stem for path in (RESTATED / "courses").glob("*.md")))
EDITIONS = tuple(sorted(path.stem for path in (RESTATED / "terms").glob("*.md")))

# Sections made of list items and titles, which keep the words of the original.
ITEMISED = ("objectifs", "programme")

# One thing written in two ways, in the originals and in the restatement.
SPELLINGS = {"Réf :": "référence", "TVA Intra": "TVA intracommunautaire", "hors taxes": "HT"}

ONE_UNIT = re.compile(r"\bune? (?=(?:mois|an|annee|jour|semaine)\b)")
ARTICLE_OF_LAW = re.compile(r"\b([ldr])[ .]*(\d{3}-\d+)")
FIGURE = re.compile(
    r"\b((?:[a-z]+-)*[a-z]*\d\w*(?:[.,/-]\w*\d\w*)*)"
    r"(?: ?(%|€|(?:euro|point|jour|mois|an|annee|fois|janvier|fevrier|mars|avril|mai|juin|juillet|aout"
    r"|septembre|octobre|novembre|decembre)(?=s?\b)))?"
)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.\w+)+|https?://[\w./-]+\w|www\.[\w./-]+\w")
WORD = re.compile(r"[^\W_]+")


def figures(text: str) -> set[str]:
    """Every figure with its unit, reference and law of a text, in one spelling.

    >>> sorted(figures("Sous quatorze (14) jours, 30% ou 25 000,00 € (L. 221-18), puis un mois"))
    ['1 mois', '14 jour', '25000,00 €', '30 %', 'l221-18']
    """
    plain = alpha2digit(fold(text.replace("\n\n", " ; ")), "fr")  # « un » and « deux » stay words
    plain = re.sub(r"\bdeux\b", "2", ONE_UNIT.sub("1 ", plain))
    plain = re.sub(r"\b(\d+) \(\1\)", r"\1", plain)
    plain = re.sub(r"(?<=\d) (?=\d)", "", ARTICLE_OF_LAW.sub(r"\1\2", plain))
    return {f"{figure} {unit}".strip() for figure, unit in FIGURE.findall(plain)}


def addresses(text: str) -> set[str]:
    """Every e-mail and web address of a text.

    >>> sorted(addresses("<https://exemple.fr/> ou a@exemple.fr."))
    ['a@exemple.fr', 'https://exemple.fr']
    """
    return {address.lower() for address in ADDRESS.findall(text)}


def singulars(text: str) -> set[str]:
    """The folded words of a text, without a final « s »."""
    return {word.removesuffix("s") for word in re.findall(r"[a-z0-9]+", fold(text))}


def names(text: str) -> set[str]:
    """Acronyms, and the capitalised words that do not start a sentence; folded, in the singular.

    >>> sorted(names("Le RCS d'Aubenas. Cette loi vaut en France : Voir LinkedIn."))
    ['aubena', 'france', 'linkedin', 'rc']
    """
    found = []
    for match in WORD.finditer(text):
        word, before = match.group(), text[: match.start()].rstrip(" \t\u00a0«\"'(*#|>•–-")
        starts = not before or before[-1] in ".!?…:;\n"
        capitals = [letter.isupper() for letter in word]
        if word[0].isdigit():
            continue  # a figure
        if any(capitals[1:]) or (capitals[0] and len(word) > 1 and not starts):
            found.append(word)
    return singulars(" ".join(found)) - STOPWORDS


def items(section: Section) -> list[str]:
    """The titles and list items of a section, as stems, in order; its introduction is left out."""
    lines = [line.strip().lstrip("-*•# ") for line in section.text.splitlines()]
    wanted = [line for line in lines if line and not line.endswith(":") and line != section.heading_path[-1]]
    return [" ".join(stems(line)) for line in wanted]


def spelled(section: Section) -> str:
    """A section's heading and words, in one spelling."""
    text = f"{section.heading_path[-1]}\n\n{section.text}"
    for written, spelling in SPELLINGS.items():
        text = text.replace(written, spelling)
    return text


def lost(said: Section, told: Section, own: str = "") -> set[str]:
    """The figures, addresses and names of `said` that `told` lacks, those of `own` aside."""
    text, known = spelled(said), f"{spelled(told)}\n\n{own}\n\n{said.id}"
    return (
        (figures(text) - figures(known))
        | (addresses(text) - addresses(known))
        | (names(text) - singulars(known))
    )


def runs(text: str, length: int) -> Iterator[str]:
    """Every run of `length` folded words of a text; an apostrophe separates words."""
    found = re.findall(r"[a-z0-9]+", fold(text))
    return (" ".join(found[start : start + length]) for start in range(len(found) - length + 1))


def own_words(section: Section) -> str:
    """The text of a restated section, without the items that keep the words of the original."""
    if section.id not in ITEMISED:
        return section.text
    return "\n".join(line for line in section.text.splitlines() if not re.match(r"\s*(?:[-#]|\d+\.)", line))


@pytest.fixture(scope="module")
def restated() -> Corpus:
    """The restated documents, as the project reads them."""
    return read_corpus(RESTATED, rules=read_settings().rules)


@pytest.fixture(scope="module")
def folder() -> Path:
    """The folder of the company's own documents."""
    given = os.environ.get("ASSISTANT_ORIGINALS")
    if not given:
        pytest.skip("needs the company's own documents: set ASSISTANT_ORIGINALS to their folder")
    return Path(given)


@pytest.fixture(scope="module")
def originals(folder: Path) -> Corpus:
    """The company's own documents, as the project reads them."""
    return read_corpus(folder, rules=read_settings().rules)


def files_of(folder: Path) -> list[Path]:
    """The files of a folder, sorted."""
    return sorted(path for path in folder.iterdir() if path.is_file())


def found(corpus: Corpus, document_id: str) -> Document:
    """The document of that id, which has to be there."""
    document = corpus.document(document_id)
    assert document is not None, f"{document_id} is not among {[one.id for one in corpus.documents]}"
    return document


@pytest.mark.parametrize("document", [*COURSES, *EDITIONS])
def test_same_sections(document: str, originals: Corpus, restated: Corpus) -> None:
    """Original and restatement of a document have the same sections or articles."""
    said, told = found(originals, document), found(restated, document)
    assert [one.id for one in said.sections] == [one.id for one in told.sections]


@pytest.mark.parametrize("course", COURSES)
def test_same_head(course: str, originals: Corpus, restated: Corpus) -> None:
    """A sheet is read with the facts, terms and, where it has one, title of its original."""
    said, told = found(originals, course), found(restated, course)
    assert said.facts == told.facts
    assert said.edition == told.edition
    assert fold(said.title) == fold(told.title)


@pytest.mark.parametrize("document", [*COURSES, *EDITIONS])
def test_nothing_lost(document: str, originals: Corpus, restated: Corpus) -> None:
    """Each figure, law, address and name of an original section is in the restated one."""
    told = found(restated, document)
    pairs = [(one, told.section(one.id)) for one in found(originals, document).sections]
    losses = {one.key: lost(one, other) for one, other in pairs if other is not None}
    assert not {key: loss for key, loss in losses.items() if loss}


@pytest.mark.parametrize("document", [*COURSES, *EDITIONS])
def test_nothing_invented(document: str, originals: Corpus, restated: Corpus) -> None:
    """Each figure, law, address and name of a restated section is in the original one.

    A sentence may name its own course, and an article the company.
    """
    said, told = found(originals, document), found(restated, document)
    own = f" {told.title} {told.id} LEXOM"
    pairs = [(one, said.section(one.id)) for one in told.sections]
    additions = {one.key: lost(one, other, own) for one, other in pairs if other is not None}
    assert not {key: added for key, added in additions.items() if added}


@pytest.mark.parametrize("course", COURSES)
@pytest.mark.parametrize("section", ITEMISED)
def test_same_items(course: str, section: str, originals: Corpus, restated: Corpus) -> None:
    """Objectives and programme have the same items, in the same order and half-days."""
    said, told = (found(corpus, course).section(section) for corpus in (originals, restated))
    assert (said and items(said)) == (told and items(told))


def test_company_identity(folder: Path, tmp_path: Path, restated: Corpus) -> None:
    """The company's identity has all that the letterheads say, each of them, and only that."""
    (told,) = found(restated, "LEXOM").sections
    letterheads: list[Section] = []
    for path in files_of(folder):  # read one by one: read together, one letterhead is kept
        shutil.copy(path, tmp_path)
        company = read_corpus(tmp_path, rules=read_settings().rules).document("LEXOM")
        letterheads += company.sections if company else []
        (tmp_path / path.name).unlink()
    said = Section("LEXOM", told.id, told.heading_path, tuple(p for one in letterheads for p in one.passages))
    assert letterheads
    assert not lost(said, told)
    assert not lost(told, said, "LEXOM")


def test_no_sentence_is_copied(folder: Path, restated: Corpus) -> None:
    """No run of twelve words is shared, the items of objectives and programmes aside."""
    theirs = {run for path in files_of(folder) for run in runs(read_text(path), LONGEST_RUN + 1)}
    ours = [
        (section.key, run)
        for document in restated.documents
        for section in document.sections
        for run in runs(own_words(section), LONGEST_RUN + 1)
    ]
    assert theirs
    assert not [(key, run) for key, run in ours if run in theirs]


def test_no_draft_is_copied(folder: Path, restated: Corpus) -> None:
    """Nor is one by the drafts that judge a model's words, what our own documents say aside."""
    theirs = {run for path in files_of(folder) for run in runs(read_text(path), LONGEST_RUN + 1)}
    sections = (section for document in restated.documents for section in document.sections)
    theirs -= {run for section in sections for run in runs(section.text, LONGEST_RUN + 1)}
    rows = (row for path in FOLDER.glob("*/*.yaml") for row in read_rows(path))
    drafts = (
        draft for row in rows for draft in (*row.truths, *(one for lie in row.lies for one in lie.values()))
    )
    assert [] == [
        draft for draft in drafts if theirs & set(runs(re.sub(r"\[\d+\]", "", draft), LONGEST_RUN + 1))
    ]
