"""What an event comes to, tried under every value of the facts that are not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.datatypes import Case, Event
from assistant.fees.cancellation import cancellation
from assistant.fees.facts import FactName, Facts, Terms, missing_for, possibilities
from assistant.fees.flags import Mark
from assistant.fees.late_payment import late_payment
from assistant.fees.outcome import Outcome, no_figure
from assistant.fees.postponement import postponement
from assistant.fees.rules import Rules
from assistant.fees.session import absence, deposit, opco_balance, provider_cancellation
from assistant.fees.side_clauses import liability_cap, solicitation
from assistant.french import say_date


@dataclass(frozen=True, slots=True)
class _Event:
    """How an event is computed, and the facts it needs, the most decisive first."""

    compute: Callable[[Facts], Outcome]
    needs: tuple[FactName, ...] = ()


EVENTS: Mapping[Event, _Event] = {
    "cancellation": _Event(cancellation, ("withdrawing", "price", "days")),
    "withdrawal": _Event(cancellation, ("withdrawing", "price", "days")),
    "postponement": _Event(postponement, ("withdrawing", "price", "days", "in_time")),
    "provider_cancellation": _Event(provider_cancellation, ("price",)),
    "absence": _Event(absence, ("price",)),
    "deposit": _Event(deposit, ("price",)),
    "opco_balance": _Event(opco_balance, ("price", "opco_share")),
    "late_payment": _Event(late_payment, ("price",)),
    "solicitation": _Event(solicitation),
    "liability_cap": _Event(liability_cap, ("price",)),
}


BY_CLIENT = frozenset({"cancellation", "postponement", "late_payment", "liability_cap"})


@dataclass(frozen=True, slots=True)
class Tried:
    """The outcomes of a case under one edition, by the values of the facts it needs."""

    terms: Terms
    outcomes: Mapping[tuple[object, ...], Outcome]

    @property
    def first(self) -> Outcome:
        """The outcome of the first possibility: the one that holds when every fact is known."""
        return next(iter(self.outcomes.values()))


def try_all(case: Case, every_terms: Sequence[Terms]) -> tuple[Tried, ...]:
    """The outcomes of a case under each edition, for every value of what is not known."""
    event = EVENTS[case.event]
    thresholds = sorted(
        {
            tier.notice.value
            for terms in every_terms
            for tier in terms.rules.clauses.cancellation.tiers
            if tier.notice is not None
        }
    )
    return tuple(
        Tried(
            terms,
            {
                values: _decide(facts, event)
                for values, facts in possibilities(case, terms, event.needs, thresholds)
            },
        )
        for terms in every_terms
    )


def _decide(facts: Facts, event: _Event) -> Outcome:
    case, rules = facts.case, facts.terms.rules
    outcome = (_no_rule_holds(case, rules) or event.compute(facts)).settled()
    marks: list[Mark] = []
    if case.client is None and case.event in BY_CLIENT:
        marks.append("client_assumed")
    if case.opco_share:
        marks.append("opco")
    if rules.clauses.headline.value == "as_given" and outcome.bears_vat:
        marks.append("as_given")
    return outcome.marked(*marks)


def _no_rule_holds(case: Case, rules: Rules) -> Outcome | None:
    """A refusal, when the documents disagree with the rules or came before them."""
    if rules.disagreements:
        said = " ; ".join(rules.disagreements)
        return no_figure(
            f"Les règles de calcul et les documents de {rules.edition} se contredisent : {said}."
        )
    ordered = case.order_date or case.signature_date
    if rules.since is not None and ordered is not None and ordered < rules.since:
        return no_figure(
            f"Les règles de {rules.edition} ne sont connues qu'à partir du {say_date(rules.since)}."
        )
    return None


def find_missing(case: Case, tried: Sequence[Tried]) -> tuple[str, ...]:
    """The fields that can still change the answer, the most decisive first."""
    missing: dict[str, None] = {}
    for place, name in enumerate(EVENTS[case.event].needs):
        for one in tried:
            if _differ(
                (values[:place] + values[place + 1 :], outcome) for values, outcome in one.outcomes.items()
            ):
                missing.update(dict.fromkeys(missing_for(name, case, one.terms.rules)))
    for one in tried:
        for outcome in one.outcomes.values():
            missing.update(dict.fromkeys(outcome.missing))
    if len({frozenset(map(comes_to, one.outcomes.values())) for one in tried}) > 1 or _differ(
        pair for one in tried for pair in one.outcomes.items()
    ):
        missing["edition"] = None
    return tuple(missing)


def _differ(pairs: Iterable[tuple[tuple[object, ...], Outcome]]) -> bool:
    """Whether two outcomes under the same key come to something else."""
    seen: dict[tuple[object, ...], tuple[object, ...]] = {}
    for key, outcome in pairs:
        sums = comes_to(outcome)
        if seen.setdefault(key, sums) != sums:
            return True
    return False


def comes_to(outcome: Outcome) -> tuple[object, ...]:
    """What tells an outcome from another: its kind and its sums."""
    return outcome.kind, outcome.low, outcome.high, outcome.missing
