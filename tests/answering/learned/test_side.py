"""Which side a question is on."""

from assistant.answering.learned.side import LEAN


def test_words_of_the_terms_lean_to_the_terms(assistant):
    """Cancelling, deposits and invoices are matters of the terms."""
    odds = assistant.sources.learned.sides.odds
    assert odds(["annul", "acompt"]) > LEAN


def test_words_of_the_sheets_lean_to_the_courses(assistant):
    """Role plays and certificates are matters of the sheets."""
    odds = assistant.sources.learned.sides.odds
    assert odds(["jeux", "rol", "particip"]) < LEAN


def test_words_that_nobody_used_lean_to_no_side(assistant):
    """A word never seen says nothing."""
    assert assistant.sources.learned.sides.odds(["xylophon"]) == 0.0
