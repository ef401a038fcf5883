"""YAML that people hand in, read by a parser that must not end the program."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from assistant.faults import say_yaml_fault
from assistant.own_yaml import DEEPEST, compose_yaml, load_strings, load_yaml


@pytest.mark.parametrize("read", [load_yaml, load_strings, compose_yaml])
@pytest.mark.parametrize("opens", ["[", "{a: ", "- "])
def test_a_text_that_nests_without_end_is_refused(read: Callable[[str], object], opens: str) -> None:
    """With the line where it does."""
    with pytest.raises(yaml.YAMLError) as caught:
        read("\n" + opens * 100_000)
    assert "ce n'est pas du YAML (ligne 2)" == say_yaml_fault(caught.value)


def test_what_nests_as_people_write_it_is_read() -> None:
    """As deep as may be, and many times on end."""
    deepest = "[" * DEEPEST + "]" * DEEPEST
    assert load_yaml(f"- {deepest[1:-1]}\n" * 3) == [yaml.safe_load(deepest[1:-1])] * 3


def test_values_are_read_as_written() -> None:
    """Where the reader of a file says what each is."""
    text = "- {day: 2026-11-20, sum: 010}"
    assert [{"day": "2026-11-20", "sum": "010"}] == load_strings(text)
    assert load_yaml(text) == yaml.safe_load(text)
