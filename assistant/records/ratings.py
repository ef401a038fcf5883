"""A rating becomes a test: rated answers into rows of a question set, or questions to learn from.

What is made here is a candidate: a person reads it, corrects it, and confirms.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

import yaml

from assistant.datatypes import Answer
from assistant.privacy import mask
from assistant.records.replay import read_answer
from assistant.records.rows import RatingRow
from assistant.records.tables import RatingTable, TurnTable


def masked(rating: RatingTable, turn: TurnTable, questions: Sequence[str]) -> RatingRow:
    """A rating as others may read it: every text masked, no name."""
    answer = read_answer(turn.answer)
    understood = {label: mask(value) for label, value in answer.understood.items()}
    return RatingRow(
        turn=turn.id,
        turns=tuple(mask(one) for one in questions),
        answer=replace(answer, text=mask(answer.text), understood=understood),
        up=rating.up,
        reason=rating.reason,
        right_passage=rating.right_passage,
        asked=turn.created,
        generation=turn.generation,
    )


def right_keys(rating: RatingRow) -> tuple[str, ...]:
    """The sections known to answer: the one the person named, else those of an answer found right."""
    if rating.right_passage:
        return (rating.right_passage,)
    return tuple(dict.fromkeys(one.key for one in rating.answer.citations)) if rating.up else ()


def candidate_rows(ratings: Iterable[RatingRow]) -> str:
    """The rows of a question set that these ratings allow, as YAML.

    An answer found right gives its status, sums and sources as what to expect; one
    found wrong, the passage that the person named, and no row without one.
    """
    rows = [_candidate_row(one) for one in ratings if one.up or one.right_passage]
    return yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=100) if rows else ""


def candidate_question(rating: RatingRow) -> str:
    """A question to learn from, as the line of a `corpus/questions` file; empty when no section is known."""
    keys = right_keys(rating)
    line = {"q": rating.turns[-1], "keys": list(keys)}
    return json.dumps(line, ensure_ascii=False) if keys else ""


def _candidate_row(rating: RatingRow) -> dict[str, object]:
    row: dict[str, object] = {"id": f"avis-{rating.turn[:12]}"}
    row |= {"turns": list(rating.turns)} if len(rating.turns) > 1 else {"q": rating.turns[-1]}
    if keys := right_keys(rating):
        row["cite"] = list(keys)
    if rating.up:
        row |= _expected(rating.answer)
    row["today"] = rating.asked.astimezone().date().isoformat()
    return row


def _expected(answer: Answer) -> dict[str, object]:
    """What an answer found right says of the next one: its status and its sums."""
    expected: dict[str, object] = {} if answer.status == "answered" else {"status": answer.status}
    if answer.headline:
        expected["amount_max" if len(answer.headline) > 1 else "amount"] = f"{answer.headline[-1]:.2f}"
    return expected
