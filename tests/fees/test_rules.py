"""Rule files: shipped, broken, checked against documents, and one more edition."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from assistant.answering.understand.lexicon import figure
from assistant.datatypes import Corpus, Document, Passage, Section
from assistant.errors import RuleError
from assistant.fees import Rates, Rules, calculate, calculation_as_json, check_rules, parse_case, read_rules
from assistant.fees.clause import clauses_of
from assistant.fees.clauses import Cancellation
from assistant.french import fold
from assistant.reading import read_corpus
from assistant.settings import PROJECT

RULES = PROJECT / "corpus" / "rules"
THIRD = Path(__file__).parent / "third_edition"
EDITIONS = ("CGV-15J", "CGV-30J")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The documents shipped."""
    return read_corpus(PROJECT / "corpus", rules=RULES)


def terms(edition: str, **articles: str) -> Corpus:
    """A corpus of one edition, with these articles (`a3_6`: article 3.6)."""
    sections = tuple(
        Section(edition, number[1:].replace("_", "."), (number,), (Passage("t.md", 0, len(text), text),))
        for number, text in articles.items()
    )
    return Corpus((Document(edition, "terms", edition, "t.md", sections),))


def broken(tmp_path: Path, old: str, new: str, *, file: str = "CGV-30J.yaml") -> str:
    """What is said of a rules folder in whose file `old` became `new`."""
    text = (RULES / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleError) as error:
        read_rules(tmp_path)
    return str(error.value)


def read_third_edition() -> Mapping[str, Rules]:
    """The invented edition's rules."""
    return read_rules(THIRD / "rules")


def test_there_is_one_rule_file_an_edition(rules: Mapping[str, Rules]) -> None:
    """The two editions are read, each under its id."""
    assert list(EDITIONS) == [rules[edition].edition for edition in EDITIONS]


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_quote_stands_in_the_article_it_names(
    edition: str, rules: Mapping[str, Rules], corpus: Corpus
) -> None:
    """The words that a rule rests on are those of our restatement, to the letter."""
    document = corpus.document(edition)
    assert document is not None
    texts = {section.id: " ".join(section.text.split()) for section in document.sections}
    clauses = list(clauses_of(rules[edition].clauses))
    assert [] == [one.quote for one in clauses if one.quote not in texts[one.source]]


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_figure_stands_in_its_own_quote_or_names_its_article(
    edition: str, rules: Mapping[str, Rules]
) -> None:
    """A figure written in digits is said by the quote as well."""
    numbers = [one for one in clauses_of(rules[edition].clauses) if any(c.isdigit() for c in one.figure)]
    assert [] == [one.figure for one in numbers if fold(one.figure).split()[0] not in fold(one.quote)]


def test_the_documents_shipped_agree_with_the_rules(rules: Mapping[str, Rules], corpus: Corpus) -> None:
    """No figure of a rule is missing from the article of our restatement."""
    checked = check_rules(rules, corpus)
    assert dict.fromkeys(EDITIONS, ()) == {key: one.disagreements for key, one in checked.items()}


def test_the_company_s_own_documents_agree_with_the_rules(rules: Mapping[str, Rules]) -> None:
    """No figure of a rule is missing from the article of the originals."""
    folder = os.environ.get("ASSISTANT_ORIGINALS")
    if not folder:
        pytest.skip("ASSISTANT_ORIGINALS does not name the folder of the company's own documents")
    checked = check_rules(rules, read_corpus(Path(folder), rules=RULES))
    assert dict.fromkeys(EDITIONS, ()) == {key: one.disagreements for key, one in checked.items()}


def test_an_edition_that_is_not_among_the_documents_is_left_out(rules: Mapping[str, Rules]) -> None:
    """Rules without documents are not applied."""
    assert [] == list(check_rules(rules, Corpus(())))


def test_a_figure_that_the_article_does_not_say_is_named(rules: Mapping[str, Rules]) -> None:
    """A document that says 25 days under the threshold's article disagrees, and so does a missing one."""
    found = check_rules(rules, terms("CGV-30J", a3_6="moins de 25 jours, 30 % du montant total"))
    said = found["CGV-30J"].disagreements
    assert "« 30 jours » ne figure pas à l'article 3.6" in said
    assert "l'article 2.2 est introuvable" in said


def test_an_edition_whose_documents_disagree_is_refused(rules: Mapping[str, Rules], rates: Rates) -> None:
    """The refusal says which figure and which article."""
    found = check_rules(rules, terms("CGV-30J", a3_6="moins de 25 jours"))
    case = parse_case({"event": "cancellation", "edition": "CGV-30J", "price": "100", "notice_days": 40})
    result = calculate(case, rules=found, rates=rates, vat_rate=Decimal(20))
    assert ("refuse", None) == (result.kind, result.due_max)
    assert "30 jours" in result.explanation
    assert "3.6" in result.explanation


def test_a_third_edition_needs_no_code(rates: Rates) -> None:
    """Another edition, with its own tiers, shares and delays, is computed from its file alone."""
    found = read_third_edition()
    for worked in yaml.safe_load((THIRD / "cases.yaml").read_text(encoding="utf-8")):
        fields = {
            name: str(value) if name.endswith("_date") else value for name, value in worked["case"].items()
        }
        case = parse_case({**fields, "edition": "CGV-21J"})
        result = calculation_as_json(calculate(case, rules=found, rates=rates, vat_rate=Decimal(20)))
        assert worked["expect"] == {name: result[name] for name in worked["expect"]}, worked["why"]


def test_three_editions_are_compared_when_none_is_named(rules: Mapping[str, Rules], rates: Rates) -> None:
    """At 50 days: 12.5 %, 30 % and 30 % of 1 000.00; the edition is asked for."""
    every = {**rules, **read_third_edition()}
    case = parse_case({"event": "cancellation", "price": "1000", "notice_days": 50})
    result = calculate(case, rules=every, rates=rates, vat_rate=Decimal(20))
    assert (("edition",), Decimal("125.00"), Decimal("300.00")) == (
        result.missing,
        result.due_min,
        result.due_max,
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("unit: days", "unit: weeks", "unit"),
        ("from: null", 'from: "2025-13-01"', "from"),
        ("edition: CGV-30J", "edition: CGV-30J\nsurcharge: 1", "surcharge"),
        ('  source: "2.2"\n', "", "source"),
        ("value: 14\n", "value: 15\n", "14"),
        ("kind: at_discretion", "kind: at_will", "at_will"),
        ("    - notice:\n        value: 30", "    - notice:\n        value: 0", "0"),
        ("      public_body: other_law\n", "", "public_body"),
        ("      company: indemnity\n", "      martian: indemnity\n", "martian"),
    ],
)
def test_a_broken_rule_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    """A rule that cannot be is an error with the file, the line and what is wrong."""
    message = broken(tmp_path, old, new)
    assert "CGV-30J.yaml, ligne " in message
    assert said in message


def test_a_file_that_is_not_yaml_is_an_error(tmp_path: Path) -> None:
    """A file that cannot be parsed, or holds no keys, is named."""
    (tmp_path / "x.yaml").write_text("edition: [", encoding="utf-8")
    with pytest.raises(RuleError, match="pas du YAML"):
        read_rules(tmp_path)
    (tmp_path / "x.yaml").write_text("- edition", encoding="utf-8")
    with pytest.raises(RuleError, match="aucune clé"):
        read_rules(tmp_path)


def test_a_folder_has_one_file_an_edition(tmp_path: Path) -> None:
    """An empty folder, and two files about one edition, are errors."""
    with pytest.raises(RuleError, match="aucun fichier"):
        read_rules(tmp_path)
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text((RULES / "CGV-30J.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(RuleError, match="CGV-30J"):
        read_rules(tmp_path)


@pytest.mark.parametrize("order", ["shortest first", "no last tier", "fee without a share", "no notice"])
def test_tiers_that_do_not_hold_together_are_an_error(order: str) -> None:
    """The tiers go from the longest notice to one without, and only a share bounds an unknown cost."""
    given = yaml.safe_load((THIRD / "rules" / "CGV-21J.yaml").read_text(encoding="utf-8"))["cancellation"]
    first, second, last = given["tiers"]
    second_as_fee = {**second, "unpaid": last["unpaid"]}
    tiers = {
        "shortest first": [second, first, last],
        "no last tier": [first, second],
        "fee without a share": [first, second_as_fee, last],
        "no notice": [{**first, "notice": {**first["notice"], "value": 0, "figure": "jours"}}, last],
    }
    with pytest.raises(ValidationError):
        Cancellation.model_validate({**given, "tiers": tiers[order]})


def test_a_postponement_costs_no_figure_where_the_cancellation_has_none(
    rules: Mapping[str, Rules], rates: Rates
) -> None:
    """At the company's discretion, up to a cancellation fee that the documents do not give: refused."""
    tiers = rules["CGV-15J"].clauses.cancellation
    mixed = rules["CGV-30J"].clauses.model_copy(update={"cancellation": tiers})
    given = {"CGV-30J": replace(rules["CGV-30J"], clauses=mixed)}
    case = parse_case({"event": "postponement", "price": "1000", "notice_days": 20, "deposit_paid": "0"})
    assert "refuse" == calculate(case, rules=given, rates=rates, vat_rate=Decimal(20)).kind


def test_a_message_is_read_with_the_figures_of_the_rules(rules: Mapping[str, Rules]) -> None:
    """The notices that change a sum, the deposit, and whether a new date is held against a delay."""
    figures = {edition: one.figures for edition, one in rules.items()}
    assert ({15}, {30}) == (figures["CGV-15J"].notices, figures["CGV-30J"].notices)
    assert {Decimal(30)} == {one.deposit for one in figures.values()}
    assert ["CGV-30J"] == [edition for edition, one in figures.items() if one.new_date_is_free]
    assert {one.clauses.late_payment.indemnity.value for one in rules.values()} == {figure("indemnity")}
