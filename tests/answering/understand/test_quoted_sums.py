"""Sums quoted back from the answer before, told apart from a new price."""

from decimal import Decimal

import pytest

from assistant.answering.understand.quoted_sums import hide_quoted
from assistant.answering.understand.spelling import HIDDEN, prepare

SAID = {Decimal(360), Decimal(300), Decimal(1200)}


@pytest.mark.parametrize(
    "message",
    [
        "Donc on perd 360 € ?",
        "360 € ?",
        "c'est bien 300 € HT ?",
        "pourquoi 1 200 € ?",
        "pk 1500€ ?",
        "d'où sortent ces 1 200 € ?",
        "so we owe €1,200?",
        "donc je dois vous verser 1 500 € ?",
        "et je dois payer 1 200 € même si l'on est peu nombreux ?",
    ],
)
def test_a_sum_asked_about_or_concluded_is_quoted(message):
    """A sum just given, asked about, or one that is concluded, changes no price."""
    assert HIDDEN in hide_quoted(prepare(message), SAID)


@pytest.mark.parametrize(
    "message",
    [
        "et pour 1 200 € ?",
        "et si c'est 1 200 € ?",
        "non, 1 200 €",
        "1 200 € HT",
        "finalement la formation coûte 1 200 €, combien je dois ?",
        "donc pour 1 500 € HT, combien ?",
        "j'ai déjà versé 360 €, combien reste-t-il ?",
        "et si l'OPCO prend 300 € ?",
        "1 500 € ?",
    ],
)
def test_a_sum_supposed_or_paid_is_a_fact(message):
    """A price that is supposed or corrected, a deposit, what was paid: each is read as before."""
    text = prepare(message)
    assert text == hide_quoted(text, SAID)


def test_only_the_clause_that_quotes_is_covered():
    """« donc 1 200 €. Et pour 1 500 € ? » keeps the new price."""
    assert "1500 €" in hide_quoted(prepare("pourquoi 1200 € ? Et pour 1500 € ?"), SAID)
