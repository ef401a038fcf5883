"""Words and expressions that stand for one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.indexing.synonyms import SameWords, everyday_words, near_stems, read_synonyms
from assistant.settings import Settings

SAME = SameWords([["bouquin", "livre"], ["durée de prêt", "garder combien de temps"], ["durée", "jours"]])


def test_nearness_goes_both_ways() -> None:
    """What may be used for a word may be replaced by it, and is not the word itself."""
    near = near_stems()
    assert near
    assert [] == [
        (one, other) for one in near for other in near[one] if one not in near[other] or one == other
    ]


def test_a_group_has_several_words() -> None:
    """A word alone says nothing of any other; none is written twice in a group."""
    assert [] == [group for group in everyday_words() if len(set(group)) < 2 or len(set(group)) < len(group)]


def test_synonyms_are_read(tmp_path: Path) -> None:
    """A list of lists; numbers are words too."""
    (tmp_path / "synonyms.yaml").write_text("- [acompte, avance]\n- [30, trente]\n", encoding="utf-8")
    assert (("acompte", "avance"), ("30", "trente")) == read_synonyms(tmp_path)


def test_a_folder_without_synonyms(tmp_path: Path) -> None:
    """No file, no synonym."""
    assert () == read_synonyms(tmp_path)


@pytest.mark.parametrize("text", ["- [un, deux", "- 3\n", "3\n"])
def test_bad_synonyms_are_named(tmp_path: Path, text: str) -> None:
    """What is not a list of groups is an error that names the file."""
    (tmp_path / "synonyms.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"synonyms\.yaml"):
        read_synonyms(tmp_path)


def test_shipped_synonyms_are_groups() -> None:
    """Each shipped group has at least two words, each once."""
    groups = read_synonyms(Settings().questions)
    assert groups
    assert [] == [group for group in groups if len(set(group)) < 2 or len(set(group)) < len(group)]


def test_an_expression_is_said_as_the_text_says_it() -> None:
    """Whatever its form, the longest one first; a word that stands for none stays."""
    text = "On peut garder combien de temps un livre ?"
    assert ("gard", "combien", "temp", "livr", "neuf") == SAME.in_the_words_of(
        text, "durée de prêt des bouquins neufs"
    )


def test_an_expression_that_the_text_holds_stays() -> None:
    """Nothing stands for what is there already, nor for what is in no group."""
    assert ("bouquin",) == SAME.in_the_words_of("Ce bouquin est un livre.", "le bouquin ?")
    assert ("bouquin",) == SAME.in_the_words_of("Rien de tel.", "le bouquin ?")


def test_without_groups_a_question_is_its_own_stems() -> None:
    """As where a company has no list of its words."""
    assert ("livr", "neuf") == SameWords().in_the_words_of("Un bouquin.", "le livre neuf")
