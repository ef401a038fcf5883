"""The door of the reading stage: a folder read whole, whatever is in it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.errors import CorpusError
from assistant.reading import cut_chunks, read_corpus, read_text
from tests.reading.conftest import AIMS, HEAD, LETTERHEAD, PROGRAMME, REST, SHEET, TERMS, ReadFiles

MEGABYTES = 20
PIECES = [
    HEAD,
    AIMS,
    PROGRAMME,
    REST,
    LETTERHEAD,
    TERMS,
    "---\n",
    "title: a\n",
    "kind: course\n",
    "# Titre\n\n",
    "## Objectifs\n",
    "```\n",
    "\ufeff",
    "\f",
    "3.6. Prix\n",
    "I. Objet\n",
    "Public : tous\n",
    "**Évaluation**\n",
    "\x85",
    "Texte.\n\n",
]


def test_missing_folder(tmp_path: Path) -> None:
    """A folder that is not there is an error that names it."""
    with pytest.raises(CorpusError, match="absent"):
        read_corpus(tmp_path / "absent", rules=tmp_path)


def test_nothing_in_the_folder(folder: Path, rules: Path) -> None:
    """An empty folder is an error."""
    with pytest.raises(CorpusError):
        read_corpus(folder, rules=rules)


def test_only_other_formats(folder: Path, rules: Path) -> None:
    """A folder with nothing but files of other formats is an error that names them."""
    (folder / "tarifs.xlsx").write_bytes(b"PK")
    with pytest.raises(CorpusError, match=r"tarifs\.xlsx"):
        read_corpus(folder, rules=rules)


def test_only_unreadable_files(folder: Path, rules: Path) -> None:
    """A folder where nothing can be read is an error that names each file."""
    (folder / "vide.txt").write_bytes(b"")
    (folder / "casse.pdf").write_bytes(b"%PDF")
    with pytest.raises(CorpusError, match=r"(?s)casse\.pdf.*vide\.txt"):
        read_corpus(folder, rules=rules)


def test_what_to_do_is_what_the_only_file_needs(folder: Path, rules: Path) -> None:
    """A head that is no YAML is to be corrected: adding files would not mend it."""
    (folder / "casse.md").write_text("---\nkind: [course\n---\n# Titre\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="Corrigez"):
        read_corpus(folder, rules=rules)


def test_unreadable_file_beside_others(read_files: ReadFiles) -> None:
    """What cannot be read is told, with its path; the others are read all the same."""
    files: dict[str, str | bytes] = {
        "a.txt": SHEET,
        "sous/vide.txt": b"",
        "titre.md": "# Rien dessous\n",
        "entete.md": "---\na: [\n---\nTexte\n",
        "photo.png": b"\x89PNG",
    }
    corpus = read_files(files)
    assert ["AGR-ELV-07"] == [document.id for document in corpus.documents]
    told = ["entete.md", "photo.png", "sous/vide.txt", "titre.md"]
    assert told == [problem.path for problem in corpus.problems]
    assert all(problem.what and problem.todo for problem in corpus.problems)


def test_read_twice_is_the_same(read_files: ReadFiles) -> None:
    """Reading depends on the files alone."""
    files = {"a.txt": SHEET + LETTERHEAD + TERMS, "b.md": "# Note\n\nUn.\n"}
    assert read_files(files) == read_files(files)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.one_of(st.sampled_from(PIECES), st.text(st.characters(exclude_characters="\0"), max_size=30)),
        min_size=1,
        max_size=12,
    ).map("".join),
    suffix=st.sampled_from([".txt", ".md"]),
)
def test_passages_are_verbatim(folder: Path, rules: Path, text: str, suffix: str) -> None:
    """Whatever the text, each passage and each chunk is what stands at its offsets in the file."""
    for path in folder.iterdir():
        path.unlink()
    (folder / f"a{suffix}").write_bytes(text.encode("utf-8", "ignore"))
    try:
        corpus = read_corpus(folder, rules=rules)
    except CorpusError:
        return
    read = read_text(folder / f"a{suffix}")
    with (folder / f"a{suffix}").open(encoding="utf-8") as file:
        assert file.read() == read
    passages = [
        one for document in corpus.documents for section in document.sections for one in section.passages
    ]
    chunks = cut_chunks(corpus, chunk_chars=50)
    assert passages
    assert all(read[one.start : one.end] == one.text.strip() != "" for one in passages)
    assert all(read[one.start : one.end] == one.text != "" for one in chunks)
    assert len(chunks) == len({chunk.id for chunk in chunks})


def test_five_hundred_files(folder: Path, rules: Path) -> None:
    """A folder of 500 notes is read in seconds."""
    for number in range(500):
        note = f"# Note {number}\n\n" + "".join(
            f"## Point {n}\n\nRéponse {number}-{n}.\n\n" for n in range(10)
        )
        (folder / f"{number:03}.md").write_text(note, encoding="utf-8")
    start = time.perf_counter()
    corpus = read_corpus(folder, rules=rules)
    assert (500, 5000) == (len(corpus.documents), sum(len(one.sections) for one in corpus.documents))
    assert time.perf_counter() - start < 20


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        "Le rucher dort sous la neige, et le miel attend.\n",
        "Le rucher dort sous la neige, et le miel attend. ",
    ],
)
def test_twenty_megabytes(folder: Path, rules: Path, line: str) -> None:
    """A text of 20 MB is read and cut in seconds, whatever its lines."""
    (folder / "a.txt").write_text(line * (MEGABYTES * 1_000_000 // len(line)), encoding="utf-8")
    start = time.perf_counter()
    chunks = cut_chunks(read_corpus(folder, rules=rules), chunk_chars=4000)
    assert MEGABYTES * 200 < len(chunks)
    assert time.perf_counter() - start < 60
