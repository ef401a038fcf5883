"""References that people cut short."""

import pytest

from assistant.answering.understand.names.short_references import write_references

OURS = {"linge01": "LIN-GE-01", "linge14": "LIN-GE-14", "linsoie05": "LIN-SOIE-05", "draps": "DRAPS"}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("LIN 14 prérequis", "LIN-GE-14 prérequis"),
        ("soie05 : quel public ?", "LIN-SOIE-05 : quel public ?"),
        ("Lin-Ge 1, durée ?", "LIN-GE-01, durée ?"),
        ("la 05 c'est quoi ?", "la LIN-SOIE-05 c'est quoi ?"),
        ("Différence entre la 01 et la 14 ?", "Différence entre la LIN-GE-01 et la LIN-GE-14 ?"),
        ("Programme de LIN-GE-14", "Programme de LIN-GE-14"),
    ],
)
def test_a_reference_cut_short_is_written_in_full(message, expected):
    """Some of its letters and its number, or « la » and the number as it is written."""
    assert write_references(message, OURS) == expected


@pytest.mark.parametrize(
    "message",
    [
        "le 14, la 15 jours, la 14e personne",
        "j'annule la 14 jours avant",
        "ge 14, lin 02, lin 14/12",
        "GEN-AB-14 et LIN-GE-14-B",
        "la 1 et la 14 000",
    ],
)
def test_what_may_be_something_else_is_left(message):
    """A day, a length, a rank, a sum, other letters, a number that no course has."""
    assert write_references(message, OURS) == message
