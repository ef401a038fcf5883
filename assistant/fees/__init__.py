"""Facts to a sum, rule by rule; no model, no retrieval, no clock.

    corpus/rules ──read_rules──▶ Rules ──check_rules──▶ Rules of the documents ─┐
    corpus/rates ──read_rates──▶ Rates ─────────────────────────────────────────┤
    fields ──parse_case──▶ Case ────────────────────────────────────calculate──▶ Calculation

Reading order: yaml_files, clause, clauses, rules, rates, flags (what is read); case, facts,
withdrawal (what is known); outcome, cancellation, postponement, session,
late_payment, side_clauses (what it comes to); decide, sums, threshold,
calculate, series, deadlines, dated, as_json (what is said).
"""

from assistant.fees.as_json import calculation_as_json
from assistant.fees.calculate import calculate
from assistant.fees.case import check_case, parse_case
from assistant.fees.dated import (
    say_last_days,
    say_last_postponement,
    say_late_rates,
    say_offer,
    say_termination,
)
from assistant.fees.deadlines import last_days
from assistant.fees.rates import Rates, read_rates
from assistant.fees.rules import Rules, check_rules, read_rules
from assistant.fees.series import cost_by_notice_date

__all__ = [
    "Rates",
    "Rules",
    "calculate",
    "calculation_as_json",
    "check_case",
    "check_rules",
    "cost_by_notice_date",
    "last_days",
    "parse_case",
    "read_rates",
    "read_rules",
    "say_last_days",
    "say_last_postponement",
    "say_late_rates",
    "say_offer",
    "say_termination",
]
