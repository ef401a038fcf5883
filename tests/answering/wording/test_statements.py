"""What a model wrote, read into statements."""

import pytest

from assistant.answering.wording.statements import Statement, is_whole, read_statements

TWO = '{"statements": [{"text": "Un.", "marks": [1]}, {"text": "Deux.", "marks": [2, 3]}]}'


@pytest.mark.parametrize("written", [TWO, f"```json\n{TWO}\n```", f"<think>{{hm}}</think>{TWO}"])
def test_a_draft_is_read_whatever_stands_around_it(written):
    """Fences and thoughts around the JSON are left out."""
    assert (Statement("Un.", (1,)), Statement("Deux.", (2, 3))) == read_statements(written)


def test_a_draft_cut_short_gives_its_whole_statements():
    """What is complete is read, so that it can be streamed; the draft is not whole."""
    assert (Statement("Un.", (1,)),) == read_statements(TWO[:-10])
    assert (True, False) == (is_whole(TWO), is_whole(TWO[:-10]))


def test_plain_sentences_are_statements_too():
    """Without JSON, each sentence carries the marks that follow it."""
    read = read_statements("Deux jours [1]. M. J. Dupont vient [2][3].")
    assert (Statement("Deux jours.", (1,)), Statement("M. J. Dupont vient.", (2, 3))) == read


@pytest.mark.parametrize("opening", ["Oui, ", "Non : ", "oui. "])
def test_a_yes_or_no_is_dropped(opening):
    """Whether it answers the question cannot be checked; what follows can."""
    assert (Statement("Elle dure 2 jours.", (1,)),) == read_statements(f"{opening}elle dure 2 jours. [1]")


@pytest.mark.parametrize("written", ["", "{}", '{"text": 3}', '{"marks": [1]}', "[1]"])
def test_nonsense_says_nothing(written):
    """What is no statement is none."""
    assert () == read_statements(written)
