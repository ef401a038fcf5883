"""The lexicon: how its phrases match."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answering.understand.lexicon import at_end, at_start, figure, lexicon, says, touches


@pytest.mark.parametrize(
    ("concept", "text", "said"),
    [
        ("event.cancellation", "les annulations", True),
        ("event.cancellation", "l'annulation", True),
        ("event.cancellation", "la duree", False),
        ("client.sole_trader", "auto-entrepreneur", True),
        ("client.sole_trader", "autoentrepreneur", True),
        ("vat.HT", "hors taxes", True),
        ("vat.HT", "fht", False),
        ("vat.HT", "htx", False),
    ],
)
def test_a_phrase_matches_whole_words(concept: str, text: str, said: bool) -> None:
    """A star is any ending, a space any separator, and a phrase never matches inside a word."""
    assert said == says(concept, text)


def test_a_gap_is_at_most_three_words_of_one_sentence() -> None:
    """« .. » lets three words through, and no full stop."""
    assert says("event.solicitation", "embaucher un jour votre formateur")
    assert not says("event.solicitation", "embaucher un jour peut etre bien un formateur")
    assert not says("event.solicitation", "embaucher. un formateur")


def test_a_concept_is_found_at_the_start_or_the_end() -> None:
    """Spaces and punctuation may stand before, words may not."""
    assert at_start("vat.HT", " : ht, soit") is not None
    assert at_start("vat.HT", " soit ht") is None
    assert at_end("vat.HT", "prix ht : ") is not None
    assert at_end("vat.HT", "prix ht de ") is None


def test_touching_forgives_spaces_only() -> None:
    """A comma between keeps two things apart."""
    assert touches("unit_after", " jours")
    assert not touches("unit_after", ", jours")


def test_every_set_of_words_is_used_and_every_pattern_compiles() -> None:
    """No angle bracket is left in a pattern."""
    assert not any("<" in one.pattern.replace("(?<", "") for one in lexicon().patterns.values())


def test_names_are_those_of_a_group() -> None:
    """The concepts of a group are given without its name."""
    assert ("provider_cancellation", "client_alone") == lexicon().names("event")[:2]


def test_figures_are_decimals() -> None:
    """A figure of the file is exact."""
    assert Decimal(1_000_000) == figure("largest_sum")
