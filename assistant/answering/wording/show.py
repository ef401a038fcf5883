"""What a model is shown, and what is shown of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.wording.evidence import Evidence, Proof
from assistant.answering.wording.roots import roots
from assistant.answering.wording.sentences import read_sentence, share_of
from assistant.answering.wording.statements import Statement
from assistant.datatypes import Answer
from assistant.french import NBSP, say_money

NONE = "Aucun : la question ne demande pas de somme."
OWN = 0.5  # a passage stands for a statement from this share of what the nearest one of its section holds
FEW = 2  # marks given to a statement that has none: the same words may stand in two editions
_BAR = "│ "  # opens every line of a passage, so that none can pass for another's heading


def tell_passages(evidence: Evidence) -> str:
    """The passages with their marks, each line of their words behind a bar."""
    told = []
    for mark, proof in sorted(evidence.proofs.items()):
        edition = f", édition {proof.citation.edition}" if proof.citation.edition else ""
        words = "\n".join(f"{_BAR}{sentence}" for sentence in proof.sentences)
        told.append(f"[{mark}] {proof.citation.title} ({proof.document}{edition}){NBSP}:\n{words}")
    return "\n\n".join(told)


def tell_calculation(evidence: Evidence) -> str:
    """The calculations already made, in words."""
    told = [
        f"{one.calculation.edition or ''}{NBSP}: " + " ".join(dict.fromkeys(one.sentences))
        for one in evidence.computed
    ]
    if evidence.answer.headline:
        told.insert(0, "Somme à donner : " + " à ".join(map(say_money, evidence.answer.headline)))
    return "\n".join(told) or NONE


def show_draft(answer: Answer, statements: Sequence[Statement], evidence: Evidence) -> Answer:
    """The answer in the words of a draft that holds.

    A sum keeps every citation and the detail of its calculation: only what is
    said first changes. Elsewhere, the passages that the draft rests on are cited.
    """
    named = tuple(_naming_edition(set_marks(one, evidence), evidence) for one in statements)
    if answer.calculations:
        _, _, detail = answer.text.partition("\n\n")
        named = tuple(replace(one, marks=_as_cited(one.marks, evidence)) for one in named)
        return replace(answer, text=_lines(named) + (f"\n\n{detail}" if detail else ""))
    used = list(dict.fromkeys(mark for one in named for mark in one.marks))
    number = {mark: rank for rank, mark in enumerate(used, start=1)}
    cited = tuple(replace(evidence.proofs[mark].citation, mark=number[mark]) for mark in used)
    renumbered = [replace(one, marks=tuple(number[mark] for mark in one.marks)) for one in named]
    return replace(answer, text=_lines(renumbered), citations=cited)


def _as_cited(marks: Sequence[int], evidence: Evidence) -> tuple[int, ...]:
    """The marks of the composed answer for the sections that some marks stand for."""
    first: dict[str, int] = {}
    for citation in evidence.answer.citations:
        first.setdefault(citation.key, citation.mark)
    cited = {one.mark for one in evidence.answer.citations}
    kept = (mark if mark in cited else first.get(evidence.proofs[mark].citation.key) for mark in marks)
    return tuple(dict.fromkeys(mark for mark in kept if mark is not None))


def _lines(statements: Sequence[Statement]) -> str:
    return "\n".join(one.line for one in statements)


def _naming_edition(statement: Statement, evidence: Evidence) -> Statement:
    """The statement, with the edition it rests on where two are in play and it names none."""
    editions = {proof.citation.edition for proof in evidence.proofs.values()} - {None}
    rests_on = {evidence.edition_of(mark) for mark in statement.marks} - {None}
    if len(editions) < 2 or len(rests_on) != 1 or any(str(one) in statement.text for one in editions):
        return statement
    text = statement.text.rstrip()
    end = text[-1] if text[-1] in ".!?:" else ""
    return replace(statement, text=f"{text[: len(text) - len(end)]} ({rests_on.pop()}){end or '.'}")


def set_marks(statement: Statement, evidence: Evidence) -> Statement:
    """The statement, each mark on the passage of its section that says it, where it stood on a neighbour.

    Without any mark, it takes those of the passages nearest to it.
    """
    said = roots(statement.text)
    if not statement.marks:
        shares = {number: _share(said, proof) for number, proof in evidence.proofs.items()}
        best_share = max(shares.values(), default=0.0)
        near = (number for number, share in shares.items() if share == best_share >= OWN)
        return replace(statement, marks=tuple(near)[:FEW])
    marks = []
    for mark in statement.marks:
        proof = evidence.proofs[mark]
        best = max(
            (number for number, one in evidence.proofs.items() if one.citation.key == proof.citation.key),
            key=lambda number: _share(said, evidence.proofs[number]),
        )
        own = _share(said, proof) >= OWN * _share(said, evidence.proofs[best])
        marks.append(mark if own else best)
    return replace(statement, marks=tuple(dict.fromkeys(marks)))


def _share(said: Sequence[str], proof: Proof) -> float:
    return max((share_of(said, read_sentence(words).roots) for words in proof.sentences), default=0.0)
