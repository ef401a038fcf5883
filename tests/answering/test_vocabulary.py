"""The words met here, and those met elsewhere."""

from __future__ import annotations

from assistant.answering.vocabulary import Vocabulary, build_vocabulary
from assistant.indexing.questions import Question
from tests.answering.build import make_chunk

CHUNKS = (make_chunk("CGV", "2", "Le devis est valable."), make_chunk("CGV", "3", "Le client annule."))


def build() -> Vocabulary:
    """Two sections, a question on the second, two texts and a question asked elsewhere."""
    return build_vocabulary(
        CHUNKS,
        [Question("puis-je renoncer, client ?", ("CGV#3",))],
        texts=["y a-t-il un parking ?"],
        elsewhere=["mon loyer, mon bail"],
    )


def test_words_are_counted_over_sections_questions_and_texts() -> None:
    """A word counts as often as it is met, whoever says it."""
    counted = build().words
    assert (2, 1, 1) == (counted["client"], counted["renoncer"], counted["parking"])


def test_a_section_holds_the_words_of_its_questions() -> None:
    """What people ask of a section belongs to it; other texts belong to none."""
    sections = build().sections
    assert ("renonc" in sections["CGV#3"], "renonc" in sections["CGV#2"]) == (True, False)
    assert not any("parking" in held for held in sections.values())


def test_spread_counts_sections() -> None:
    """The spread of a stem is the number of sections that hold it."""
    assert 1 == build().spread["annul"]


def test_questions_asked_elsewhere_are_counted_apart() -> None:
    """A word met elsewhere alone is no word of ours."""
    vocabulary = build()
    assert (0, 1) == (
        vocabulary.stems.get("loi", 0) + vocabulary.words.get("loyer", 0),
        vocabulary.elsewhere["loyer"],
    )


def test_other_forms_of_a_word_are_known() -> None:
    """A word is known by its stem, here or elsewhere; empty words are known too."""
    vocabulary = build()
    known = [vocabulary.holds(word) for word in ("clients", "baux", "avec", "tomate")]
    assert [True, False, True, False] == known


def test_a_section_in_two_chunks_counts_its_questions_once() -> None:
    """The question of a long section is not counted once a chunk."""
    long = (make_chunk("CGV", "3", "Un."), make_chunk("CGV", "3", "Deux."))
    counted = build_vocabulary(long, [Question("renoncer ?", ("CGV#3",))]).words
    assert 1 == counted["renoncer"]


def test_pairs_are_of_questions_alone() -> None:
    """Words that follow each other count once a question, here and elsewhere; not those of documents."""
    vocabulary = build()
    assert (1, 1, 0) == (
        vocabulary.pairs["puis je"],
        vocabulary.pairs_elsewhere["mon loyer"],
        vocabulary.pairs.get("le devis", 0),
    )
