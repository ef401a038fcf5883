"""What an event comes to, tried under every value of the facts that are not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from assistant.datatypes import Case, Event
from assistant.fees.cancellation import cancellation
from assistant.fees.facts import FactName, Facts, Terms, missing_for, possibilities
from assistant.fees.late_payment import late_payment
from assistant.fees.outcome import Outcome, no_figure
from assistant.fees.postponement import postponement
from assistant.fees.rules import Rules
from assistant.fees.session import absence, deposit, opco_balance, provider_cancellation
from assistant.fees.side_clauses import liability_cap, solicitation
from assistant.french import say_date


@dataclass(frozen=True, slots=True)
class _Rule:
    """How an event is computed, and the facts it needs, the most decisive first."""

    compute: Callable[[Facts], Outcome]
    needs: tuple[FactName, ...] = ()


RULES: Mapping[Event, _Rule] = MappingProxyType(
    {
        "cancellation": _Rule(cancellation, ("withdrawing", "price", "days")),
        "withdrawal": _Rule(cancellation, ("withdrawing", "price", "days")),
        "postponement": _Rule(postponement, ("withdrawing", "price", "days", "in_time")),
        "provider_cancellation": _Rule(provider_cancellation, ("price",)),
        "absence": _Rule(absence, ("price",)),
        "deposit": _Rule(deposit, ("price",)),
        "opco_balance": _Rule(opco_balance, ("price", "opco_share")),
        "late_payment": _Rule(late_payment, ("price",)),
        "solicitation": _Rule(solicitation),
        "liability_cap": _Rule(liability_cap, ("price",)),
    }
)


@dataclass(frozen=True, slots=True)
class Tried:
    """The outcomes of a case under one edition, by the values of the facts it needs."""

    terms: Terms
    outcomes: Mapping[tuple[object, ...], Outcome]

    @property
    def only(self) -> Outcome | None:
        """The outcome, when every fact is known."""
        return next(iter(self.outcomes.values())) if len(self.outcomes) == 1 else None


def try_all(case: Case, every_terms: Sequence[Terms]) -> tuple[Tried, ...]:
    """The outcomes of a case under each edition, for every value of what is not known."""
    rule = RULES[case.event]
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
                values: (_no_rule_holds(case, terms.rules) or rule.compute(facts)).settled()
                for values, facts in possibilities(case, terms, rule.needs, thresholds)
            },
        )
        for terms in every_terms
    )


def _no_rule_holds(case: Case, rules: Rules) -> Outcome | None:
    """A refusal, when the documents disagree with the rules or came before them."""
    if rules.disagreements:
        said = " ; ".join(rules.disagreements)
        return no_figure(f"Les règles de calcul et les documents de {rules.edition} se contredisent : {said}.")
    ordered = case.order_date or case.signature_date
    if rules.since is not None and ordered is not None and ordered < rules.since:
        return no_figure(f"Les règles de {rules.edition} ne sont connues qu'à partir du {say_date(rules.since)}.")
    return None


def find_missing(case: Case, tried: Sequence[Tried]) -> tuple[str, ...]:
    """The fields that can still change the answer, the most decisive first."""
    missing: dict[str, None] = {}
    for place, name in enumerate(RULES[case.event].needs):
        for one in tried:
            if _differ((values[:place] + values[place + 1 :], outcome) for values, outcome in one.outcomes.items()):
                missing.update(dict.fromkeys(missing_for(name, case, one.terms.rules)))
    for one in tried:
        for outcome in one.outcomes.values():
            missing.update(dict.fromkeys(outcome.missing))
    if _differ(pair for one in tried for pair in one.outcomes.items()):
        missing["edition"] = None
    return tuple(missing)


def _differ(pairs: Iterable[tuple[tuple[object, ...], Outcome]]) -> bool:
    """Whether two outcomes under the same key come to something else."""
    seen: dict[tuple[object, ...], tuple[object, ...]] = {}
    return any(seen.setdefault(key, comes_to(outcome)) != comes_to(outcome) for key, outcome in pairs)


def comes_to(outcome: Outcome) -> tuple[object, ...]:
    """What tells an outcome from another: its kind and its sums."""
    return outcome.kind, outcome.low, outcome.high, outcome.missing
