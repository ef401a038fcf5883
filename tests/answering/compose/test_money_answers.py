"""A sum said first: which one, of several editions."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from tests.conftest import reply


@pytest.mark.parametrize(
    ("question", "sums"),
    [
        (
            "L'OPCO prend 1 200 € HT sur 2 000 € HT, 600 € HT versés : combien reste-t-il à payer ?",
            ["200.00"],
        ),
        ("2 000 € HT, tout est payé, j'annule 40 jours avant : combien me rendez-vous ?", ["1400.00"]),
        (
            "2 000 € HT, tout est payé, j'annule 20 jours avant : combien me rendez-vous ?",
            ["0.00", "1400.00"],
        ),
    ],
)
def test_what_is_left_or_comes_back_is_compared_in_one_basis(
    assistant: Assistant, question: str, sums: list[str]
) -> None:
    """The same sum before and after tax is one sum, under editions that say it in two ways."""
    assert sums == [f"{one:.2f}" for one in reply(assistant, question).headline]


CASE = "J'annule RCL-RCL-05 le 1er décembre 2026, elle commence le 20 décembre 2026, 2 000 € HT"
GROUP = "RCL-APPL-03 à 3 000 € HT, 2 personnes sur 6 annulent 20 jours avant : combien ?"


@pytest.mark.parametrize(
    ("turns", "sums"),
    [
        ((CASE, "et demain il pleut ?"), []),
        ((CASE, "tu fais quoi le 10 décembre ?"), []),
        ((CASE, "et lundi 7 décembre ?"), ["2400.00"]),
        ((CASE, "et au 8 décembre, ça donne quoi ?"), ["2400.00"]),
        ((CASE, "finalement je garde celle du 20 décembre"), []),
        ((GROUP,), []),
        ((GROUP, "et si tous annulent ?"), ["1080.00"]),
        ((GROUP, "et si les 6 annulent 10 jours avant ?"), ["3600.00"]),
        ((GROUP, "2 places"), []),
        ((CASE, "quelle édition serait la moins chère ?"), ["600.00", "2000.00"]),
        ((CASE, "CGV-30J", "non, 15J"), ["720.00"]),
        ((CASE, "CGV-30J", "non, 15 jours avant"), ["2000.00"]),
        (
            ("3 seats at EUR 700 excl. VAT each, CGV-15J. One person can't come: what do we owe?",),
            ["2520.00"],
        ),
        (("CGV-30J, 8 inscrits mais 3 présents, 4 000 € HT : je paie combien ?",), ["4000.00"]),
    ],
)
def test_a_later_turn_changes_the_case_or_leaves_it(
    assistant: Assistant, turns: tuple[str, ...], sums: list[str]
) -> None:
    """A day of something else is no day of the case; a part of the group has no sum, the whole has."""
    assert sums == [f"{one:.2f}" for one in reply(assistant, *turns).headline]


INVOICE = "Facture de 2 400 € TTC échue le 31 mars 2026"
DEPOSIT = "RCL-RCL-05, 2 000 € HT, j'annule 20 jours avant"


@pytest.mark.parametrize(
    ("turns", "sums"),
    [
        # 2400 × 10 d + 1900 × 10 d + 1000 × 30 d at 12.15 %: 7.99 + 6.32 + 9.99; the whole over 50 d: 39.95
        (
            (f"{INVOICE}, 500 € payés le 10 avril, 900 € le 20 avril et le solde le 20 mai 2026 ?",),
            ["64.30", "79.95"],
        ),
        ((f"{INVOICE}, payée le 20 mai 2026 : quelles pénalités ?", "facture comprise ?"), ["2479.95"]),
        ((f"{DEPOSIT}, acompte non versé : combien ?", "si, il l'était"), ["720.00"]),
        ((f"{DEPOSIT}, acompte versé : combien ?", "non, il ne l'était pas"), []),
        ((f"{DEPOSIT} : combien ?", "et 10 jours avant ?", "laquelle est la moins chère ?"), ["720.00"]),
        ((f"{DEPOSIT} : combien ?", "et la relance ?", "which one is cheaper?"), ["600.00"]),
        ((f"{DEPOSIT} : combien ?", "laquelle est la moins chère ?"), []),
        ((f"{DEPOSIT} : combien ?", "et demain c'est férié ?"), []),
        (
            ("Nous avons versé 30 %, soit 750 € TTC, et annulons RCL-RCL-05 21 jours avant : combien ?",),
            ["750.00"],
        ),
        (
            ("Our trainee on MRK-OPE-02 fell ill and cannot come. Price 1,100 € excl. VAT. What do we owe?",),
            ["1320.00"],
        ),
        (
            ("Facture de 1 680 € TTC et celle de 720 € TTC, dues le 31 mars, payées le 30 avril ?",),
            [],
        ),
        (("Report de RCL-RCL-05 du 10 décembre 2026 au 10/12/2026, 2 000 € HT : combien ?",), []),
    ],
)
def test_sums_are_told_apart_added_up_and_compared(
    assistant: Assistant, turns: tuple[str, ...], sums: list[str]
) -> None:
    """Payments count one by one, the invoice when asked for; cases of one conversation are compared."""
    assert sums == [f"{one:.2f}" for one in reply(assistant, *turns).headline]


def test_one_sum_alone_asks_for_the_other_case(assistant: Assistant) -> None:
    """« which one is cheaper? » after one sum says that sum, and asks for what to compare it with."""
    answer = reply(assistant, f"{DEPOSIT} : combien ?", "which one is cheaper?")
    assert (answer.status, answer.missing) == ("needs_info", ("course",))


def test_a_deposit_is_rounded_as_the_fee_is(assistant: Assistant) -> None:
    """30 % of 1 250,15 € is 375,045 €: half a cent goes up, and 1 250,15 − 375,05 is left to pay."""
    told = "Relance téléphonique, 1 250,15 € TTC, acompte de 30 % versé, annulation 10 jours avant"
    answer = reply(assistant, f"{told} : que reste-t-il à payer ?")
    assert ["875.10"] == [f"{one:.2f}" for one in answer.headline]


def test_a_late_invoice_without_its_sum_asks_for_that_of_the_invoice(assistant):
    """The price of a course is not what is late."""
    answer = reply(assistant, "Facture échue le 15 mars 2026, payée le 14 avril 2026 : pénalités ?")
    assert "montant TTC de la facture" in answer.text
    assert "prix de la formation" not in answer.text
