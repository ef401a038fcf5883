"""How many answers on the terms open with the sentence that answers.

`python -m evals.score_sentences [dev|test]`: on the questions of the sets of that half.

With `--fit`, what each sign of a sentence is worth (`WORDED` and `ASKED_FOR` in `aim`), fitted on the
questions of the corpus, each judged by what the others teach.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize

from assistant.answering.quotes.aim import ASKED_FOR, WORDED, Aim, Asked
from assistant.answering.quotes.select import sentences_of
from assistant.conversation import Assistant
from assistant.datatypes import Answer
from assistant.errors import AssistantError
from assistant.french import fold
from assistant.indexing.questions import Answering, read_answering
from assistant.indexing.synonyms import read_synonyms
from assistant.settings import read_settings
from evals.metrics import wilson_interval

FOLDER = Path(__file__).parent / "sentences"
TODAY = date(2026, 11, 20)
FOLDS = 5
RIDGE = 1e-4

Values = NDArray[np.float64]
Wanted = dict[str, tuple[set[str], set[str]]]
"""For each edition, the sentences that answer a question, and those that answer it or add to it; folded."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an edition answers to a question, the best sentence first, and what it should; folded."""

    shown: tuple[str, ...]
    answers: frozenset[str]
    all: frozenset[str]


def ask_told(answering: Mapping[str, Sequence[Answering]], assistant: Assistant) -> Iterator[Told]:
    """What each edition says to some questions, where it is answered from the terms without a sum."""
    for question, wanted in _wanted(answering).items():
        answer, _ = assistant.reply(question, today=TODAY)
        if answer.status == "answered" and not answer.calculations:
            yield from _told(answer, wanted)


def _wanted(answering: Mapping[str, Sequence[Answering]]) -> Mapping[str, Wanted]:
    found: dict[str, Wanted] = defaultdict(lambda: defaultdict(lambda: (set(), set())))
    for key, sentences in answering.items():
        for one in sentences:
            for question in one.answers:
                found[question][key.partition("#")[0]][0].add(fold(one.says))
            for question in (*one.answers, *one.completes):
                found[question][key.partition("#")[0]][1].add(fold(one.says))
    return found


def _told(answer: Answer, wanted: Wanted) -> Iterator[Told]:
    for edition, (first, every) in wanted.items():
        shown = tuple(fold(one.quote).strip("- ") for one in answer.citations if one.document == edition)
        if shown and first:
            yield Told(shown, frozenset(first), frozenset(every))


def show(told: Sequence[Told], console: Console) -> None:
    """Draws how many answers open with the right sentence, and what share of what they say is asked for."""
    right, said = sum(one.shown[0] in one.answers for one in told), sum(len(one.shown) for one in told)
    wanted = sum(len(one.all & set(one.shown)) for one in told)
    low, high = wilson_interval(right, len(told))
    table = Table("", "", box=None, show_header=False)
    table.add_row("open with the sentence that answers", f"{right} of {len(told)} ({low:.1%} to {high:.1%})")
    table.add_row("sentences shown that were asked for", f"{wanted} of {said}")
    table.add_row("sentences shown, each", f"{said / max(len(told), 1):.1f}")
    console.log(table)


def fit(assistant: Assistant, asked: Mapping[str, Asked]) -> Values:
    """What each sign is worth: the weights under which the sentences that answer are the likeliest."""
    rows = [row for n in range(FOLDS) for row in _signs(assistant, asked, n)]

    def loss(weights: Values) -> tuple[float, Values]:
        lost, slope = RIDGE * float(weights @ weights), 2 * RIDGE * weights
        for signs, shares in rows:
            scores = signs @ weights
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            lost -= float(shares @ np.log(likely + 1e-12)) / len(rows)
            slope = slope + signs.T @ (likely - shares) / len(rows)
        return lost, slope

    found: Values = minimize(loss, np.concatenate([WORDED, ASKED_FOR]), jac=True).x
    return found


def _signs(assistant: Assistant, asked: Mapping[str, Asked], left: int) -> Iterator[tuple[Values, Values]]:
    """The signs of each sentence for the questions of a fold, taught by the others; its share in answers."""
    synonyms = read_synonyms(assistant.settings.questions)
    for key, one in asked.items():
        section = assistant.index.corpus.section(key)
        if section is None or not one.sentences:
            continue
        questions = sorted({text for sentence in one.sentences for text in sentence.answers})[left::FOLDS]
        taught = Asked(one.questions, tuple(_without(one.sentences, frozenset(questions))))
        aim = Aim(assistant.sources.embeddings, {key: taught}, synonyms)
        texts = [extract.words for extract in sentences_of(section)]
        answers = {sentence.says: sentence.answers for sentence in one.sentences}
        for question in questions:
            shares = np.array([float(question in answers.get(text, ())) for text in texts])
            if shares.any():
                yield np.hstack(aim.signs(texts, question, key=key)), shares / shares.sum()


def _without(sentences: Iterable[Answering], left: frozenset[str]) -> Iterator[Answering]:
    for one in sentences:
        kept = (tuple(text for text in told if text not in left) for told in (one.answers, one.completes))
        yield Answering(one.says, *kept)


def main(asked: Sequence[str] | None = None) -> None:
    """Prints how well answers open, or what was fitted; ends with 1, and why, where a file cannot be read."""
    parser = ArgumentParser(prog="python -m evals.score_sentences", description=__doc__)
    parser.add_argument("half", nargs="?", choices=("dev", "test"), default="test")
    parser.add_argument("--fit", action="store_true", help="fit the weights instead")
    options = parser.parse_args(asked)
    console = Console(log_time=False, log_path=False)
    try:
        assistant = Assistant(read_settings(audience="rep"))
        if options.fit:
            console.log(np.round(fit(assistant, assistant.sources.aim.asked), 2))
            return
        show(list(ask_told(read_answering(FOLDER / f"{options.half}.yaml"), assistant)), console)
    except AssistantError as error:
        sys.exit(f"Erreur. {error}")


if __name__ == "__main__":
    main()
