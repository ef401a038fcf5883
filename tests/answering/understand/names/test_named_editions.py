"""Naming editions of the terms."""

import pytest

from assistant.answering.understand.names.named_editions import find_editions

EDITIONS = ("CGV-15J", "CGV-30J")


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("selon les CGV-15J", ("CGV-15J",)),
        ("avec les conditions de vente à 30 jours", ("CGV-30J",)),
        ("CGV 15 jours et CGV 30 jours", ("CGV-15J", "CGV-30J")),
        ("il a signé les anciennes CGV (15 jours)", ("CGV-15J",)),
        ("CGV : 30 jours", ("CGV-30J",)),
        ("selon les CGV : 15 jours avant", ()),
        ("j'annule 15 jours avant", ()),
        ("quelle différence entre 15J et 30J pour l'acompte ?", ("CGV-15J", "CGV-30J")),
        ("avec la 30J, l'acompte bloque-t-il les dates ?", ("CGV-30J",)),
        ("j'annule la 30 jours avant", ()),
        ("selon les CGV, 15 jours avant le début", ()),
        ("paiement à 30 jours", ()),
    ],
)
def test_an_edition_is_named_with_a_word_for_the_terms(message, expected):
    """A delay alone is a notice, not the name of an edition."""
    assert find_editions(message, EDITIONS, None) == expected


@pytest.mark.parametrize(
    ("message", "before", "expected"),
    [
        ("et sous l'autre édition ?", "CGV-30J", ("CGV-15J",)),
        ("and under the other terms?", "CGV-15J", ("CGV-30J",)),
        ("et selon l'autre ?", "CGV-15J", ("CGV-30J",)),
        ("et sous l'autre édition ?", None, EDITIONS),
        ("y a-t-il d'autres conditions ?", "CGV-15J", ()),
    ],
)
def test_the_other_edition_is_any_but_the_one_before(message, before, expected):
    """« l'autre » is each of them when none was spoken of alone: both were shown."""
    assert find_editions(message, EDITIONS, before) == expected
