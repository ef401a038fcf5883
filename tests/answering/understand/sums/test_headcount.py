"""How many people a price is for."""

from __future__ import annotations

import pytest

from assistant.answering.understand.sums.headcount import (
    cancels_some,
    count_group,
    count_heads,
    find_headcount,
)


@pytest.mark.parametrize(
    ("left", "right", "heads"),
    [
        ("8 participants a ", "", 8),
        ("8 x ", "", 8),
        ("", " x 8", 8),
        ("", " par personne pour 8 stagiaires", 8),
        ("", " par personne", 0),
        ("prix de ", "", None),
        ("pour 8 participants a ", "", None),
    ],
)
def test_a_price_a_head_has_a_number_of_heads(left: str, right: str, heads: int | None) -> None:
    """The number stands before, after, or is not said."""
    text = f"{left}890 €{right}"
    assert heads == count_heads(len(left), len(left) + 5, text)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("1200 € : le stagiaire ne vient qu'une journee sur 2", None),
        ("300 € par participant, 1 participant sur 4 est absent", 4),
        ("300 € par participant, 4 inscrits, absents un jour sur 2", 4),
    ],
)
def test_the_next_clause_and_half_the_days_count_nobody(text: str, heads: int | None) -> None:
    """What follows a colon is no price a head, and « une journée sur deux » is no two people."""
    assert heads == count_heads(0, text.index("€") + 1, text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("3 inscrits ; un se retire 20 jours avant", True),
        ("sur les 4 inscrits, un seul se desiste", True),
        ("une des 4 personnes inscrites a la relance telephonique renonce", True),
        ("2 de mes 6 stagiaires, inscrits en mai, se desistent", True),
        ("je desinscris un de mes 3 salaries", True),
        ("les 3 inscrits se desistent", False),
        ("4 personnes sur 4 annulent", False),
        ("4 stagiaires a 650 € chacun sur MRK-OPE-02, annulation", False),
        ("2 places sur les 5 annulees", True),
        ("un client qui a inscrit 4 personnes annule", False),
        ("un des 4 participants est malade, nous annulons", False),
    ],
)
def test_one_of_several_who_gives_up_is_a_part(text: str, part: bool) -> None:
    """No rule prices a part of the places; the client who gives up everyone's is the whole order."""
    assert part == cancels_some(text)


def test_a_group_price_is_open_unless_it_is_told() -> None:
    """« par personne » or « intra » says whose price it is."""
    text = "pour 8 participants a 890 €"
    assert 8 == count_group(22, 27, text)
    assert None is count_group(22, 27, text + " par personne")
    assert None is count_group(28, 33, "intra " + text)


def test_the_largest_head_count_is_the_groups() -> None:
    """« 2 participants sur 8 personnes » is a group of eight."""
    assert 8 == find_headcount("2 participants sur les 8 personnes")
    assert None is find_headcount("aucune")


def test_those_who_attend_count_and_not_all_who_work_there() -> None:
    """« nous sommes 30, dont 5 à suivre le stage » is a price for five."""
    assert 5 == find_headcount("nous sommes 30 et 5 a suivre la formation")
    assert 4 == find_headcount("we are 12 but only 4 of us attend")


def test_a_price_a_session_is_for_the_sessions_named_before_it() -> None:
    """« 2 sessions à 400 € chacune » are two prices, whoever attends."""
    text = "2 sessions a 400 € chacune pour 6 personnes"
    assert 2 == count_heads(13, 18, text)
