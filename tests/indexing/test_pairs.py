"""What a model learns from, and what it is kept from."""

from __future__ import annotations

from collections.abc import Callable

from assistant.datatypes import Chunk
from assistant.indexing.pairs import Pair, ask_heading, choose_kept_out, make_pairs
from assistant.indexing.questions import Question

MakeChunk = Callable[..., Chunk]


def test_pairs(make_chunk: MakeChunk) -> None:
    """A question with each of its sections; the heading with the body; sentences in a ring."""
    text = "La première phrase est longue. La deuxième phrase est longue."
    chunk = make_chunk("R#1", text, title="R", heading_path=("Un",))
    asked = Question("quoi ?", ("R#1", "X#9"))
    own = frozenset({"R#1"})
    first, second = "La première phrase est longue.", "La deuxième phrase est longue."
    expected = (
        Pair("quoi ?", f"R\nUn\n{text}", "R#1", frozenset({"R#1", "X#9"}), asked=True),
        Pair("R\nUn", text, "R#1", own),
        Pair(first, second, "R#1", own),
        Pair(second, first, "R#1", own),
    )
    assert expected == make_pairs([chunk], [asked])


def test_a_section_without_questions_is_asked_for_by_its_own_words(make_chunk: MakeChunk) -> None:
    """Its pairs are reworded and misspelt as questions are; those of the others are not."""
    chunks = [make_chunk(key, "Courte.", title=key, heading_path=()) for key in ("R#1", "S#1")]
    pairs = make_pairs(chunks, [Question("quoi ?", ("R#1",))])
    assert [("R#1", True), ("R#1", False), ("S#1", True)] == [(pair.key, pair.asked) for pair in pairs]


def test_nothing_is_learned_of_what_is_kept_out(make_chunk: MakeChunk) -> None:
    """Neither a question nor a heading that was kept out makes a pair."""
    chunk = make_chunk("R#1", "Courte.", title="R", heading_path=("R", "Quand payer ?"))
    asked = Question("à quelle date ?", ("R#1",))
    assert Question("Quand payer ?", ("R#1",)) == ask_heading(chunk)
    assert 2 == len(make_pairs([chunk], [asked]))
    assert () == make_pairs([chunk], [asked], kept_out={asked, ask_heading(chunk)})


def test_about_a_tenth_is_kept_out_always_the_same() -> None:
    """The choice does not hang on the other questions."""
    questions = [Question(f"question {n} ?", ("R#1",)) for n in range(1000)]
    kept = choose_kept_out(questions)
    assert 70 < len(kept) < 130
    assert kept & set(questions[:500]) == choose_kept_out(questions[:500])
