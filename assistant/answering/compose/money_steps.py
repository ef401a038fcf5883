"""How a sum is reached: the steps, what was assumed, until when it holds, the clauses, the doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from rapidfuzz import fuzz, process

from assistant.answering.quotes.draft import Draft, Extract
from assistant.answering.quotes.select import select_sentences, sentences_of
from assistant.answering.sources import Sources
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.spelling import prepare
from assistant.company import name_ours
from assistant.datatypes import Calculation, Ground, Threshold
from assistant.french import NBSP, fold, holds, say_date, say_list, say_money

_ALL_THE_SAME = re.compile(r"\bmeme (?:en|pour|dans un) cas de force majeure\b")
_FEW = 2  # clauses quoted while something is still to ask


def say_steps(
    draft: Draft, calculation: Calculation, sources: Sources, *, alone: bool, settled: bool
) -> None:
    """The steps as a table, then what was assumed, the doubts, the next threshold and the clauses.

    With `settled` the steps go on to the balance or the refund.
    """
    draft.say("")
    if not alone:
        draft.say(f"**{calculation.edition}**", "")
    lines = (*calculation.lines, *(calculation.settlement if settled else ()))
    if lines:
        draft.say("| Étape | Calcul | Montant | Article |", "| --- | --- | ---: | --- |")
        for line in lines:
            article = line.article.replace("#", f", article{NBSP}")
            draft.say(f"| {line.label} | {line.expression} | {say_money(line.amount)} | {article} |")
        draft.say("")
    said_first = ("refuse", "ask") if alone else ("ask",)
    if calculation.explanation and calculation.kind not in said_first:
        draft.say(calculation.explanation, "")
    if calculation.next_threshold:
        draft.say(_until(calculation.next_threshold), "")
    say_clauses(draft, calculation, sources)
    if calculation.flags:
        draft.say(f"À savoir{NBSP}:", "", *(f"- {flag.text}" for flag in calculation.flags))


def say_beside(draft: Draft, calculations: Sequence[Calculation], question: str, sources: Sources) -> None:
    """What the question invokes that may change a sum: force majeure, terms or a favour of one's own."""
    by_client = any(one.event != "provider_cancellation" for one in calculations)
    granted = say_granted(question, sources.catalogue.company) if by_client else ""
    negotiated = say_negotiated(question)
    for beside in (say_force_majeure(calculations, question, sources), granted or negotiated):
        if beside:
            draft.say(beside)


def say_force_majeure(calculations: Sequence[Calculation], question: str, sources: Sources) -> str:
    """What to know of a sum where force majeure is invoked; nothing where it is not.

    A clause may say itself that it holds all the same: CGV-15J 3.6, on postponement.
    """
    if not says("event.force_majeure", prepare(question)):
        return ""
    open_ones = [one for one in calculations if not _holds_all_the_same(one, sources)]
    if not open_ones:
        return f"Force majeure invoquée{NBSP}: cette règle vaut même en cas de force majeure."
    editions = say_list(list(dict.fromkeys(one.edition for one in open_ones if one.edition)))
    of_which = f" ({editions})" if editions and len(open_ones) < len(calculations) else ""
    decides = f"les CGV ne fixent pas de règle pour ce cas{of_which}, un responsable doit décider"
    return f"Force majeure invoquée{NBSP}: {decides}. Le calcul est celui de la règle ordinaire."


def say_granted(question: str, names: tuple[str, ...]) -> str:
    """What to know of a sum where the company, of these names, is said to have let the client off.

    Article 3.5 of CGV-30J lets it postpone without a fee, article I of both negotiate terms.
    """
    if not says("asking.granted", prepare(name_ours(question, names))):
        return ""
    prevails = "ce que <us> a accordé par écrit passe avant la règle ordinaire, la seule que je calcule"
    return f"Accord de <us> invoqué{NBSP}: {prevails}{NBSP}; un responsable doit confirmer la somme."


def say_negotiated(question: str) -> str:
    """What to know of a sum where terms of one's own are invoked; nothing where none are.

    Article I of both editions lets a client negotiate them.
    """
    if not says("asking.negotiated", prepare(question)):
        return ""
    allowed = "les CGV admettent des conditions particulières, consignées dans une convention de formation"
    decides = "si la convention signée dit autre chose, un responsable doit décider"
    return f"Condition négociée invoquée{NBSP}: {allowed}. Le calcul suit les CGV seules{NBSP}; {decides}."


def _holds_all_the_same(calculation: Calculation, sources: Sources) -> bool:
    """Whether a clause that was applied says that force majeure changes nothing."""
    clauses = (extract for ground in calculation.grounds for extract in find_clause(ground, sources))
    return any(_ALL_THE_SAME.search(fold(one.words)) for one in clauses)


def _until(threshold: Threshold) -> str:
    """Until when the sum holds, and what it becomes."""
    last = say_date(threshold.date - timedelta(days=1))
    then = f"à partir du {say_date(threshold.date)}, elle passe à {say_money(threshold.due_max)}"
    return f"Jusqu'au {last} inclus, la somme reste la même{NBSP}; {then}."


def say_clauses(draft: Draft, calculation: Calculation, sources: Sources) -> None:
    """Quote the clauses that the calculation rests on, or would rest on."""
    known = calculation.kind != "ask" or calculation.missing == ("price",)
    extracts = dict.fromkeys(
        extract for ground in calculation.grounds for extract in find_clause(ground, sources)
    )
    draft.quote(list(extracts)[: None if known else _FEW], prefix="> ", after="\n")


def find_clause(ground: Ground, sources: Sources) -> Iterator[Extract]:
    """The sentence of the article that a clause was read in; none where the article is not indexed.

    It is the one that holds the clause's figure. Of several, and where none does, the
    one nearest to what the clause says.
    """
    section = sources.corpus.section(ground.article)
    if section is None:
        return
    held = [one for one in sentences_of(section) if holds(one.words, ground.figure)]
    if held:
        said = [fold(one.words) for one in held]
        yield held[process.extractOne(fold(ground.said), said, scorer=fuzz.token_set_ratio)[2]]
    else:
        yield from select_sentences(section, ground.said, sources.aim, most=1)[:1]
