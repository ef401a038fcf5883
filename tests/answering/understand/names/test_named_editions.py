"""Naming editions of the terms."""

import pytest

from assistant.answering.understand.names.named_editions import (
    edition_lasting,
    find_editions,
    find_unknown_edition,
)

EDITIONS = ("CGV-15J", "CGV-30J")


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("selon les CGV-15J", ("CGV-15J",)),
        ("avec les conditions de vente à 30 jours", ("CGV-30J",)),
        ("CGV 15 jours et CGV 30 jours", ("CGV-15J", "CGV-30J")),
        ("il a signé les anciennes CGV (15 jours)", ("CGV-15J",)),
        ("CGV : 30 jours", ("CGV-30J",)),
        ("CGV « 15 jours »", ("CGV-15J",)),
        ("nos CGV signées parlent de 30 jours calendaires", ("CGV-30J",)),
        ("nos CGV disent 15 jours avant", ()),
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


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("ma commande est-elle ferme en 30J ?", ("CGV-30J",)),
        ("en 15J, qui est le médiateur ?", ("CGV-15J",)),
        ("payable en 30 jours ?", ()),
        ("paiement à 30J possible ?", ()),
        ("annuler en 15J avant le début", ()),
    ],
)
def test_an_edition_is_named_as_it_is_written(message, expected):
    """« en 30J » says which terms, as their id is written; « en 30 jours » says how long."""
    assert expected == find_editions(message, EDITIONS, None)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Que disent les CGV-2019 ?", "CGV-2019"),
        ("quel acompte selon la CGV 45J ?", "CGV 45J"),
        ("quel acompte selon la CGV-30J ?", None),
        ("selon les CGV 20J avant", None),
        ("selon vos CGV, 10 jours, c'est trop tard ?", None),
    ],
)
def test_an_edition_that_none_is_named(message, expected):
    """An id written as ours are, of no edition that the documents hold."""
    assert expected == find_unknown_edition(message, EDITIONS)


def test_an_edition_is_found_by_its_delay():
    """Its id ends with it."""
    assert ("CGV-30J", None) == (edition_lasting("30", EDITIONS), edition_lasting("45", EDITIONS))
