"""Faults of values and of YAML, in French on one line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from assistant.faults import say_value_fault, say_yaml_fault


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (Decimal, "vingt", "ce n'est pas un nombre"),
        (int, "1.5", "ce n'est pas un nombre entier"),
        (date, "2026-02-31", "ce n'est pas une date"),
        (bool, "peut-être", "il faut true ou false"),
        (Literal["client", "rep"], "tous", "valeurs possibles : 'client' ou 'rep'"),
        (tuple[str, ...], "seul", "ce n'est pas une liste"),
        (str, 5, "ce n'est pas un texte"),
    ],
)
def test_a_value_is_faulted_in_french(kind: object, value: object, said: str) -> None:
    """Each kind of value has its words."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter[object](kind).validate_python(value)
    assert said == say_value_fault(caught.value.errors()[0])


def test_a_kind_without_words_keeps_those_of_the_checker() -> None:
    """What nobody foresaw is still said."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(bytes).validate_python(5)
    assert "bytes" in say_value_fault(caught.value.errors()[0])


@pytest.mark.parametrize(("text", "line"), [("a: [1\n", 2), ("a: 1\nb: - c\n", 2), ("a: 'b\n\n\n", 4)])
def test_broken_yaml_names_its_line_on_one_line(text: str, line: int) -> None:
    """The parser's own drawing of the fault is left out."""
    with pytest.raises(yaml.YAMLError) as caught:
        yaml.safe_load(text)
    assert f"ce n'est pas du YAML (ligne {line})" == say_yaml_fault(caught.value)


def test_yaml_that_no_line_explains() -> None:
    """A character that may not be there has no line."""
    with pytest.raises(yaml.YAMLError) as caught:
        yaml.safe_load("a: \x00")
    assert "ce n'est pas du YAML" == say_yaml_fault(caught.value)
