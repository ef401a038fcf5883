"""Sums quoted back from the answer before, told apart from a new price."""

from decimal import Decimal

import pytest

from assistant.answering.understand.spelling import HIDDEN, prepare
from assistant.answering.understand.sums.quoted_sums import hide_quoted

SAID = {Decimal(360), Decimal(300), Decimal(1200)}


@pytest.mark.parametrize("text", ["c'est TTC ce montant ?", "c'est du HT ?", "is that including VAT?"])
def test_the_basis_of_the_sum_given_may_be_asked(text: str) -> None:
    """It tells nothing of the price."""
    assert "" == hide_quoted(prepare(text), {Decimal(360)}).strip(HIDDEN)


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
        "je croyais que c'était 250 €",
        "on m'avait dit 250 €",
        "mon comptable arrive à 250 €",
        "ça ne devrait pas être 250 € ?",
        "ah bon ? je m'attendais à 250 €",
        "I was told €250",
    ],
)
def test_a_sum_asked_about_concluded_or_believed_is_quoted(message):
    """A sum just given, asked about, or one that is concluded or believed, changes no price."""
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
        "on m'a dit que le prix était de 1 500 €",
        "je pensais avoir payé 360 €",
        "mon collègue a trouvé une formation à 1 500 €",
    ],
)
def test_a_sum_supposed_or_paid_is_a_fact(message):
    """A price that is supposed or corrected, a deposit, what was paid: each is read as before."""
    text = prepare(message)
    assert text == hide_quoted(text, SAID)


def test_only_the_clause_that_quotes_is_covered():
    """« donc 1 200 €. Et pour 1 500 € ? » keeps the new price."""
    assert "1500 €" in hide_quoted(prepare("pourquoi 1200 € ? Et pour 1500 € ?"), SAID)


def test_what_comes_after_but_is_read():
    """« je pensais 1 000 € mais c'est 1 500 € » corrects the price."""
    assert "1500 €" in hide_quoted(prepare("je pensais 1000 € mais c'est 1500 €"), SAID)


@pytest.mark.parametrize(
    ("event", "message", "kept"),
    [
        ("late_payment", "et avec les 40 € ?", False),
        ("late_payment", "et pour une facture de 40 € ?", True),
        ("cancellation", "et pour 40 € ?", True),
    ],
)
def test_the_fixed_indemnity_is_no_price(event, message, kept):
    """The 40 € of article 3.4 are no invoice of a late payment, unless they are said to be one."""
    assert kept == ("40 €" in hide_quoted(prepare(message), SAID, event))
