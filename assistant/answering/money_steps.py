"""How a sum is reached: the steps, what was assumed, until when it holds, the clauses, the doubts."""

from __future__ import annotations

from datetime import timedelta

from assistant.answering.draft import Draft
from assistant.answering.select import select_sentences
from assistant.answering.sources import Sources
from assistant.datatypes import Calculation, Reading, Threshold
from assistant.french import NBSP, say_date, say_money


def say_steps(
    draft: Draft, calculation: Calculation, reading: Reading, sources: Sources, *, alone: bool
) -> None:
    """The steps as a table, then what was assumed, the doubts, the next threshold and the clauses."""
    draft.say("")
    if not alone:
        draft.say(f"**{calculation.edition}**")
        draft.say("")
    if calculation.lines:
        draft.say("| Étape | Calcul | Montant | Article |")
        draft.say("| --- | --- | ---: | --- |")
        for line in calculation.lines:
            article = line.article.replace("#", f", article{NBSP}")
            draft.say(f"| {line.label} | {line.expression} | {say_money(line.amount)} | {article} |")
        draft.say("")
    if calculation.explanation and calculation.kind not in ("refuse", "ask"):
        draft.say(calculation.explanation)
        draft.say("")
    if calculation.next_threshold:
        draft.say(_until(calculation.next_threshold))
        draft.say("")
    say_clauses(draft, calculation, reading, sources)
    if calculation.flags:
        draft.say(f"À savoir{NBSP}:")
        draft.say("")
    for flag in calculation.flags:
        draft.say(f"- {flag.text}")


def _until(threshold: Threshold) -> str:
    """Until when the sum holds, and what it becomes."""
    last = say_date(threshold.date - timedelta(days=1))
    then = f"à partir du {say_date(threshold.date)}, elle passe à {say_money(threshold.due_max)}"
    return f"Jusqu'au {last} inclus, la somme reste la même{NBSP}; {then}."


def say_clauses(draft: Draft, calculation: Calculation, reading: Reading, sources: Sources) -> None:
    """Quote the clauses that the calculation rests on, or would rest on."""
    known = calculation.kind != "ask" or calculation.missing == ("price",)
    wanted = calculation.explanation.partition(". ")[0] if known else reading.wanted
    for key in calculation.articles if known else calculation.articles[:1]:
        document, _, article = key.partition("#")
        found = sources.corpus.document(document)
        section = found.section(article) if found else None
        if section is None:
            continue
        for extract in select_sentences(section, wanted, sources.embeddings)[: 1 if known else 2]:
            draft.say(f"> {extract.words} {draft.cite(extract)}")
            draft.say("")
