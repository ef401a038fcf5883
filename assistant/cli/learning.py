"""The embedding model trained again, and kept when it finds better: learn."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.screen import OUT, CorpusOption, IndexOption, print_line, progress_bar
from assistant.errors import UsageError
from assistant.settings import Settings, read_settings

if TYPE_CHECKING:
    from assistant.datatypes import Chunk, Corpus
    from assistant.indexing.learn import LearnReport
    from assistant.indexing.questions import Question
    from evals.datatypes import Example

_ENOUGH = 20  # questions of the development sets about this corpus, from which they judge
_FEW = 5  # questions kept out, under which they say nothing
_BEFORE, _AFTER = "modèle en place", "modèle appris"


def learn(
    corpus: CorpusOption = None,
    index: IndexOption = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Où l'écrire ; par défaut, là où la recherche le prend."),
    ] = None,
    questions: Annotated[
        list[Path] | None,
        typer.Option("--questions", metavar="JEU.yaml", help="Jeu de questions qui départage les modèles."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Garde le modèle appris, même moins bon.")] = False,
) -> None:
    """Train the embedding model again from the corpus and its questions; keep it if it finds better."""
    from assistant.indexing.embed import SHIPPED, is_static, own_folder
    from assistant.indexing.learn import put_in_place
    from assistant.reading import cut_chunks, read_corpus

    settings = read_settings(corpus=corpus, index=index)
    place = _checked(out or own_folder(settings))
    standing = str(place) if is_static(place) else settings.embedding_model or str(SHIPPED)
    read = read_corpus(settings.corpus, rules=settings.rules)
    chunks = cut_chunks(read, chunk_chars=settings.chunk_chars)
    examples = _examples(questions, read)
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".learning-") as temporary:
        learned = Path(temporary, "model")
        kept_out = _kept_out(chunks, settings) if not examples else frozenset()
        _print_report(_train(chunks, kept_out, learned, settings), len(_asked(chunks, settings)))
        names = {_BEFORE: standing, _AFTER: str(learned)}
        better = _compare(names, examples or kept_out, chunks, settings)
        if better or force or (out and not is_static(place)):
            put_in_place(learned, place)
            print_line(f"Gardé : le modèle appris, dans {place}.")
        else:
            print_line("Le modèle en place trouve mieux : il reste. Pour imposer l'autre : --force.")


def _checked(place: Path) -> Path:
    """The folder, which may not hold anything else than a model."""
    from assistant.indexing.embed import is_static

    if place.exists() and not is_static(place) and (not place.is_dir() or any(place.iterdir())):
        raise UsageError(
            "--out", f"{place} contient autre chose qu'un modèle.", "Donnez un dossier vide ou nouveau."
        )
    return place


def _examples(sets: Sequence[Path] | None, corpus: Corpus) -> tuple[Example, ...]:
    """The questions that judge: of the sets named, else of the development sets where they fit."""
    from evals import DEV
    from evals.models import find_examples

    found = find_examples(sets or [DEV], corpus)
    if sets and not found:
        raise UsageError(
            "--questions", "aucune section du corpus n'y est attendue.", "Donnez un jeu sur ces documents."
        )
    return found if sets or len(found) >= _ENOUGH else ()


def _asked(chunks: Sequence[Chunk], settings: Settings) -> tuple[Question, ...]:
    """The questions that sections of the corpus answer."""
    from assistant.indexing.questions import read_questions

    keys = {chunk.key for chunk in chunks}
    return tuple(one for one in read_questions(settings.questions) if keys & set(one.keys))


def _kept_out(chunks: Sequence[Chunk], settings: Settings) -> frozenset[Question]:
    """What judges when no set does: a tenth of the questions, or of the headings where there are none."""
    from assistant.indexing.pairs import ask_heading, choose_kept_out

    chosen = choose_kept_out(_asked(chunks, settings) or map(ask_heading, chunks))
    return chosen if len(chosen) >= _FEW else frozenset()


def _train(
    chunks: Sequence[Chunk], kept_out: frozenset[Question], folder: Path, settings: Settings
) -> LearnReport:
    from assistant.indexing.learn import learn as train
    from assistant.indexing.pairs import make_pairs
    from assistant.indexing.synonyms import everyday_words, read_synonyms

    asked = _asked(chunks, settings)
    pairs = make_pairs(chunks, asked, kept_out=kept_out)
    synonyms = read_synonyms(settings.questions) if asked else everyday_words()
    with progress_bar() as on_progress:
        return train(pairs, folder, synonyms=synonyms, on_progress=on_progress)


def _compare(
    names: dict[str, str],
    judges: Sequence[Example] | frozenset[Question],
    chunks: Sequence[Chunk],
    settings: Settings,
) -> bool:
    """Whether the model learned finds at least as well as the one in place, once both are shown."""
    from assistant.indexing.embed import load_embeddings
    from evals.ablation import draw_ablation
    from evals.models import rate_by_vectors, rate_in_search

    if not judges:
        print_line("Trop peu de questions pour comparer les modèles.")
        return True
    if isinstance(judges, frozenset):
        models = {
            label: load_embeddings(settings=settings.model_copy(update={"embedding_model": name}))
            for label, name in names.items()
        }
        before, after = rate_by_vectors(models, judges, chunks)
    else:
        before, after = rate_in_search(names, judges, settings)
    OUT.print(draw_ablation((before, after), what="Modèle"))
    return after.mean("mrr") >= before.mean("mrr")


def _print_report(report: LearnReport, questions: int) -> None:
    print_line(
        f"Entraîné sur {questions} questions, {report.pairs} paires : "
        f"perte de {report.first_loss:.2f} à {report.last_loss:.2f}, {report.seconds:.0f} s."
    )
