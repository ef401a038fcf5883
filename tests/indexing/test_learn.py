"""A model is learned from a corpus and its questions, in seconds and always the same."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.datatypes import Chunk
from assistant.errors import CorpusError
from assistant.indexing.embed import SHIPPED, StaticVectors
from assistant.indexing.fields import embedded_text
from assistant.indexing.learn import learn, put_in_place
from assistant.indexing.pairs import make_pairs
from assistant.indexing.questions import Question

MakeChunk = Callable[..., Chunk]
TEXTS = {
    "R#prets": "Un livre se garde vingt et un jours. Un disque se garde une semaine entière.",
    "R#retards": "Chaque jour de retard coûte dix centimes. L'amende se règle au comptoir.",
    "R#pertes": "Un document perdu est remplacé à l'identique. Sinon, sa valeur est due.",
    "S#salles": "Une salle de travail se réserve la veille. Le silence y est demandé.",
}
QUESTIONS = [
    Question("combien de temps garder un roman", ("R#prets",)),
    Question("prolonger un emprunt de roman", ("R#prets",)),
    Question("pénalité quand on rapporte après la date", ("R#retards",)),
    Question("que payer si je rapporte trop tard", ("R#retards",)),
    Question("j'ai égaré un ouvrage", ("R#pertes",)),
    Question("ouvrage abîmé ou égaré", ("R#pertes",)),
    Question("occuper une pièce pour étudier à plusieurs", ("S#salles",)),
    Question("étudier en groupe au calme", ("S#salles",)),
]


@pytest.fixture
def chunks(make_chunk: MakeChunk) -> list[Chunk]:
    """Four sections."""
    return [make_chunk(key, text, title="Bibliothèque") for key, text in TEXTS.items()]


def ranked(folder: Path, chunks: list[Chunk], question: str) -> str:
    """The key of the section nearest to the question."""
    model = StaticVectors(folder)
    likeness = model.encode([embedded_text(chunk) for chunk in chunks]) @ model.encode([question])[0]
    return chunks[int(likeness.argmax())].key


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("garder un roman longtemps", "R#prets"),
        ("pénalité si on rapporte tard", "R#retards"),
        ("un ouvrage a été égaré", "R#pertes"),
        ("une pièce pour étudier", "S#salles"),
        ("quelle prune si je raporte trop tard ?", "R#retards"),
    ],
)
def test_a_paraphrase_never_seen_is_found(
    tmp_path_factory: pytest.TempPathFactory, chunks: list[Chunk], question: str, expected: str
) -> None:
    """Words that only the questions use lead to the section, misspelt or replaced by a synonym."""
    folder = tmp_path_factory.getbasetemp() / "learned"
    if not folder.exists():
        learn(make_pairs(chunks, QUESTIONS), folder, synonyms=[("pénalité", "prune")], epochs=30)
    assert expected == ranked(folder, chunks, question)


@pytest.mark.slow
def test_a_corpus_without_questions_is_learned(tmp_path: Path, chunks: list[Chunk]) -> None:
    """Headings and neighbouring sentences are enough to learn something from."""
    report = learn(make_pairs(chunks, []), tmp_path / "model", epochs=20)
    assert report.last_loss < report.first_loss
    assert "R#retards" == ranked(tmp_path / "model", chunks, "une amende de centimes")


LEARN = """
import sys
from pathlib import Path
from tests.indexing.conftest import write_library
from assistant.indexing.learn import learn
from assistant.indexing.pairs import make_pairs
from assistant.indexing.questions import read_questions
from assistant.reading import cut_chunks, read_corpus
folder = Path(sys.argv[1])
write_library(folder)
chunks = cut_chunks(read_corpus(folder, rules=folder / "rules"), chunk_chars=4000)
questions = read_questions(folder / "questions")
learn(make_pairs(chunks, questions), folder / "model", synonyms=[("amende", "prune")], epochs=4)
"""


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """In two processes, whatever their hash seed and number of threads."""
    written = []
    for name, variables in (
        ("a", {"PYTHONHASHSEED": "1", "RAYON_NUM_THREADS": "1"}),
        ("b", {"PYTHONHASHSEED": "2", "OMP_NUM_THREADS": "2"}),
    ):
        command = [sys.executable, "-c", LEARN, str(tmp_path / name)]
        subprocess.run(command, check=True, env=variables, cwd=Path(__file__).parents[2])
        written.append({path.name: path.read_bytes() for path in (tmp_path / name / "model").iterdir()})
    assert {"config.json", "model.safetensors", "modules.json", "sections.json", "tokenizer.json"} == set(
        written[0]
    )
    assert written[0] == written[1]


def test_too_little_to_learn_from(tmp_path: Path, make_chunk: MakeChunk) -> None:
    """One section is nothing to tell apart."""
    with pytest.raises(CorpusError, match="deux sections"):
        learn(make_pairs([make_chunk("R#1", "Seule.")], []), tmp_path / "model")
    assert [] == list(tmp_path.iterdir())


def test_what_stood_is_replaced_whole(tmp_path: Path, chunks: list[Chunk]) -> None:
    """Nothing of the model before is left, nor of the work."""
    before = tmp_path / "model"
    before.mkdir()
    (before / "old").touch()
    learn(make_pairs(chunks, []), before, epochs=1)
    assert [before] == list(tmp_path.iterdir())
    assert not (before / "old").exists()


def test_an_interruption_leaves_the_model_before(tmp_path: Path, chunks: list[Chunk]) -> None:
    """Interrupted while it learns, or at the last moment: what stood still stands."""
    before = tmp_path / "model"
    before.mkdir()
    (before / "old").touch()

    def interrupt(stage: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        learn(make_pairs(chunks, []), before, epochs=1, on_progress=interrupt)
    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path / "never-written", before)
    assert [before / "old"] == list(before.iterdir())
    assert [before] == list(tmp_path.iterdir())


def test_the_shipped_model_is_small() -> None:
    """Four megabytes at most, readable by everyone."""
    files = list(SHIPPED.iterdir())
    assert sum(path.stat().st_size for path in files) <= 4 * 2**20
    assert [] == [path.name for path in files if not path.stat().st_mode & 0o004]
