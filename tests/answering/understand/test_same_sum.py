"""What must not change a case: numbers that are no sum, the order of clauses, a price in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.understand.money.money import understand_money
from assistant.datatypes import MoneyReading
from tests.conftest import FIGURES

TODAY = date(2026, 11, 20)
QUESTIONS = (
    "Nous annulons RCL-RCL-05 20 jours avant, 1 500 € TTC, acompte payé : combien devons-nous ?",
    "J'annule la relance téléphonique du 12 mars 2027, prix 2 000 € HT, quels frais ?",
    "Facture de 2 400 € TTC échue le 28 février 2026, payée le 29 mai 2026 : combien de pénalités ?",
    "On reporte du 15 janvier 2027 au 20 février 2027, commande du 1er octobre 2026, 900 € : combien ?",
    "L'OPCO prend 1 000 € sur 1 640 € TTC : combien reste-t-il à payer ?",
    "Combien d'acompte pour une formation à 1 800 € HT ?",
    "6 participants à 350 € HT par personne, on annule 10 jours avant : combien ?",
    "Nous embauchons votre formateur, 2 800 € brut par mois, 42 % de charges : combien d'indemnité ?",
    "Deux stagiaires absents, prix 2 500 € TTC : combien doit-on payer ?",
    "ceans annule la session, nous avions versé 700 € d'acompte sur 2 000 € TTC : combien récupérons-nous ?",
)
digits = st.integers(1000, 99999).map(str)
asides = st.one_of(
    digits.map("Facture n° {}".format),
    digits.map("Dossier {}".format),
    digits.map("Réf. CMD-{}".format),
    digits.map("Bon de commande n° {}".format),
    digits.map("facture {}".format),
    digits.map("commande {}".format),
    digits.map("Code postal {}".format),
    digits.map("Ticket #{}".format),
    st.integers(1, 999).map("Salle {}".format),
    st.integers(1, 9).map("Bureau 12, {}e étage".format),
    st.integers(51, 100).map("{} % de satisfaction".format),
    st.integers(2015, 2025).map("Nous étions contents de la formation de {}".format),
    st.integers(10, 99).map("Tél. 06 12 34 56 {}".format),
    st.integers(10, 99).map("+33 6 12 34 56 {}".format),
    st.integers(2, 99).map("Client depuis {} ans".format),
    st.integers(51, 400).map("Nous avons {} salariés".format),
)


def read(message: str) -> MoneyReading | None:
    """The reading of a first message, who the client is aside."""
    reading = understand_money(message, known=None, today=TODAY, figures=FIGURES)
    return replace(reading, case=replace(reading.case, client=None), given=()) if reading else None


@settings(deadline=None)  # the first call compiles the patterns
@given(
    question=st.sampled_from(QUESTIONS), aside=asides, place=st.sampled_from(("before", "after", "inside"))
)
def test_a_number_that_is_no_sum_changes_nothing(question: str, aside: str, place: str) -> None:
    """Wherever it stands: before the question, after it, or in brackets."""
    message = {
        "before": f"{aside}. {question}",
        "after": f"{question} {aside}.",
        "inside": question.replace(" : ", f" ({aside}) : ", 1),
    }[place]
    assert read(question) == read(message)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Le 5 mars 2027 débute le stage, le 1er février vient notre annulation, 900 € : combien ?",
            "900 €, notre annulation vous parvient le 1er février, le stage débute le 5 mars 2027 ?",
        ),
        (
            "On annule 20 jours avant une formation à 1 000 € TTC, 300 € d'acompte versés : combien ?",
            "300 € d'acompte versés sur une formation à 1 000 € TTC, on annule 20 jours avant : combien ?",
        ),
        (
            "Facture de 900 € TTC échue le 2 mars 2026, payée le 3 mai 2026 : combien de pénalités ?",
            "Combien de pénalités pour une facture payée le 3 mai 2026, échue le 2 mars 2026, de 900 € TTC ?",
        ),
        (
            "L'OPCO prend en charge 700 €, la formation coûte 1 200 € TTC : combien reste-t-il à payer ?",
            "La formation coûte 1 200 € TTC, l'OPCO prend en charge 700 € : combien reste-t-il à payer ?",
        ),
        (
            "Commande du 1er mai 2026, session du 15 janvier 2027 reportée au 20 février 2027, 900 € ?",
            "Session du 15 janvier 2027 reportée au 20 février 2027, 900 €, commande du 1er mai 2026 ?",
        ),
    ],
)
def test_the_order_of_the_clauses_changes_nothing(one: str, other: str) -> None:
    """Roles go with words, not with places."""
    assert read(one) == read(other) is not None


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("900 €", "neuf cents euros"),
        ("1 500 €", "mille cinq cents euros"),
        ("119 €", "cent dix neuf euros"),
        ("979 €", "neuf cent soixante-dix-neuf euros"),
        ("1 500 €", "1,5 k€"),
        ("2 000 €", "deux mille euros"),
        ("3 250 €", "trois mille deux cent cinquante euros"),
        ("12 000 €", "douze mille euros"),
        ("2 500 €", "2500 euros"),
        ("2 500 €", "EUR 2,500"),
        ("2 500 €", "2.500,00 €"),
    ],
)
@pytest.mark.parametrize(
    "question", ["On annule 12 jours avant, {} TTC : combien ?", "Acompte de {} HT ? Combien ?"]
)
def test_a_price_in_words_is_the_same_price(question: str, figure: str, words: str) -> None:
    """However it is written, the sum is one."""
    assert read(question.format(figure)) == read(question.format(words))


@given(price=st.integers(100, 900_000), more=st.integers(1, 5000))
def test_another_price_is_another_case(price: int, more: int) -> None:
    """The price that is read is the one written, to the cent."""
    readings = [read(f"On annule 12 jours avant, {one} € TTC : combien ?") for one in (price, price + more)]
    assert [price, price + more] == [one.case.price for one in readings if one]
