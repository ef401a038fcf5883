"""Who gives a session up, in a question or in a sentence."""

from __future__ import annotations

import pytest

from assistant.answering.quotes.undoing import told_of_another, undone_by_us

NAMES = ("LEXOM",)


@pytest.mark.parametrize(
    ("text", "by_us"),
    [
        ("qui garde l'acompte si LEXOM annule ?", True),
        ("votre formateur ne vient pas, et mon acompte ?", True),
        ("j'annule la session", False),
        ("Si le client demande un report, LEXOM a le choix.", False),
        ("Un report à l'initiative de LEXOM n'ouvre droit à rien.", True),
        (
            "En cas d'annulation d'une session de formation à l'initiative du prestataire, rien n'est dû.",
            True,
        ),
        ("L'annulation par le client est écrite.", False),
        ("Rien n'est facturé au client au titre de cette annulation.", None),
        ("La session est annulée si on est moins de 4 ?", None),
        ("La session est annulée moins de 4 jours avant ?", True),
        ("La session est annulée, la personne qui l'anime étant souffrante.", True),
        ("Quel est le tribunal ?", None),
    ],
)
def test_who_gives_up_is_read_alike_in_questions_and_clauses(text, by_us):
    """The company by its name or « vous », the client, or nobody."""
    assert by_us is undone_by_us(text, NAMES)


def test_only_the_other_party_s_giving_up_is_apart():
    """What says nothing of giving up may answer, or where the question says nothing of it."""
    apart = told_of_another("Et si vous annulez ?", NAMES)
    assert apart("Si le client annule, il perd l'acompte.")
    assert not apart("LEXOM rembourse les sommes versées.")
    assert told_of_another("Et si j'annule ?", NAMES)("Si LEXOM annule, elle rembourse.")
    assert not told_of_another("Quel est le tribunal ?", NAMES)("Si LEXOM annule, elle rembourse.")
