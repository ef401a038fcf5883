"""What the finders read of a message."""

from __future__ import annotations

import pytest

from assistant.answering.understand.spelling import hide, prepare


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("J’ANNULE", "j'annule"),
        ("anuler", "annuler"),
        ("anullation", "annulation"),
        ("akompte", "acompte"),
        ("repporter", "reporter"),
        ("rembourcement", "remboursement"),
        ("jannule", "j'annule"),
        ("cb je dois", "combien je dois"),
        ("payé par cb", "paye par cb"),
        ("g payé", "j'ai paye"),
        ("trois semaines", "3 semaines"),
        ("deux mois", "2 mois"),
        ("vingt-et-un jours", "21 jours"),
        ("ten days", "10 days"),
        ("deux mille cinq cents euros", "2500 euros"),
        ("12,5 mille", "12,5k"),
        ("vingt pour cent", "20 %"),
        ("12 sept 2027", "12 septembre 2027"),
        ("apporter", "apporter"),
        ("annuel", "annuel"),
        ("\u2212500 €", "-500 €"),
    ],
)
def test_a_message_is_made_plain(typed: str, read: str) -> None:
    """Case, accents, shorthand, typing errors and numbers in words are evened out."""
    assert read == prepare(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "CGV-15J",
        "CGV 30 jours",
        "conditions à 15 jours",
        "article 3.5",
        "les 15 jours",
        "seuil de 30 jours",
        "SIRET 123 456 789 00012",
        "facture n° 2026-118",
        "capital de 25 000 €",
        "à 14h30",
        "a 30-day rule",
    ],
)
def test_what_is_no_sum_date_or_notice_is_hidden(typed: str) -> None:
    """Editions, articles, thresholds, lengths and numbers of papers lose their digits."""
    assert not any(character.isdigit() for character in prepare(typed))


def test_hiding_keeps_the_length() -> None:
    """Offsets stay true when a span is covered."""
    assert "a ¤¤¤ c" == hide("a bbb c", 2, 5)
