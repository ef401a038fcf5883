"""What people shorten, written in full for sums and for search alike."""

from __future__ import annotations

import pytest

from assistant.answering.understand.fields import field_lexicon
from assistant.answering.understand.shorthand import spell_out
from assistant.answering.understand.spelling import prepare


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("cb de tps avt ?", "combien de temps avant ?"),
        ("c cb la formation", "c combien la formation"),
        ("payer par CB", "payer par CB"),
        ("vous prenez la cb ?", "vous prenez la cb ?"),
        ("cb ou virement", "cb ou virement"),
        ("annulation 5j av la session", "annulation 5j avant la session"),
        ("5 jrs av. le début", "5 jours avant le début"),
        ("av. Foch", "av. Foch"),
        ("kelles formations, kel prix", "quelles formations, quel prix"),
        ("rézos sociaux", "réseaux sociaux"),
        ("le format, la format", "le format, la formation"),
        ("CGV-15J vs CGV-30J", "CGV-15J vs CGV-30J"),
        ("vs annulez", "vous annulez"),
        ("1K5 HT, 2k5€", "1.5k HT, 2.5k€"),
        ("Acompte : reçu", "acompte versé,"),
        (
            "Pouvez-vous me dire si l'acompte est rendu ? Merci d'avance",
            "est-ce que l'acompte est rendu ? merci",
        ),
        ("pourriez-vous nous dire quelle est la durée", " quelle est la durée"),
        ("Can I ask you to delete my data?", "can i delete my data?"),
        ("est-ce pr-annulable", "est-ce pr-annulable"),
    ],
)
def test_what_is_shortened_is_spelt_out_where_it_stands_for_one_thing(typed: str, read: str) -> None:
    """Only whole words are, the rest stays as typed, capitals and accents too."""
    assert read == spell_out(typed)


def test_sums_and_search_read_the_same_shorthand() -> None:
    """One table: a duration is asked for, and a notice is told, by the same letters."""
    assert ("duree",) == field_lexicon().fields_asked(spell_out("cb de jours svp"))
    assert "combien de temps avant" == prepare("cb de tps avt")
