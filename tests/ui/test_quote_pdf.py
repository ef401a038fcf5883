"""A simulation is one page that a client can read: the sum, its steps, its clauses, its doubts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.datatypes import Calculation, Case, Corpus, Document, Flag, Line, Passage, Section, Threshold
from assistant.french import fold
from assistant.ui.quote_pdf import quote_pdf

TODAY = date(2026, 11, 20)
CASE = Case(
    "cancellation",
    edition="CGV-30J",
    price=Decimal("2000.00"),
    basis="HT",
    client="company",
    start_date=date(2027, 1, 10),
    notice_date=date(2026, 12, 1),
)
CALCULATION = Calculation(
    kind="amount",
    edition="CGV-30J",
    event="cancellation",
    due_min=Decimal("600.00"),
    due_max=Decimal("600.00"),
    basis="HT",
    due_other_basis=(Decimal("720.00"), Decimal("720.00")),
    balance=Decimal("100.00"),
    refund=Decimal("0.00"),
    lines=(Line("Frais d'annulation", "30 % × 2 000,00 €", Decimal("600.00"), "CGV-30J#3.6"),),
    articles=("CGV-30J#3.6",),
    next_threshold=Threshold(date(2026, 12, 12), Decimal("2000.00")),
    flags=(Flag("A4", "L'acompte est déduit : œuvre à vérifier."),),
    explanation="Demande reçue 40 jours avant le début.",
)
TEXT = "Le ciel est bleu. Les frais d'annulation sont de 30 % du prix. Il pleut souvent."


def _corpus(text: str = TEXT) -> Corpus:
    section = Section("CGV-30J", "3.6", ("Tarifs", "3.6. Frais"), (Passage("a.md", 0, len(text), text),))
    return Corpus((Document("CGV-30J", "terms", "Conditions à 30 jours", "a.md", (section,)),))


def _read(page: bytes) -> tuple[int, str]:
    """How many pages, and the words of the first, folded."""
    document = pypdfium2.PdfDocument(page)
    try:
        text = document[0].get_textpage().get_text_range()
        return len(document), fold(text)
    finally:
        document.close()


def test_the_page_says_what_it_has_to() -> None:
    """Sum in both bases, steps and articles, facts, clause, edition, date and what to know."""
    pages, text = _read(quote_pdf(CASE, CALCULATION, _corpus(), today=TODAY))

    assert 1 == pages
    for expected in (
        "annulation par le client",
        "20 novembre 2026",
        "600,00 € HT (soit 720,00 € TTC)",
        "Reste à payer : 100,00 €",
        "12 décembre 2026, la somme passe à 2 000,00 €",
        "30 % × 2 000,00 €",
        "CGV-30J, art. 3.6",
        "10 janvier 2027",
        "1er décembre 2026",
        "entreprise",
        "Conditions à 30 jours",
        "CGV-30J, article 3.6 – Frais",
        "Les frais d'annulation sont de 30 % du prix.",
        "œuvre à vérifier",
        "les documents signés font foi",
    ):
        assert fold(expected) in text


def test_nothing_to_refund_is_not_said() -> None:
    """A refund of zero is no news."""
    _, text = _read(quote_pdf(CASE, CALCULATION, _corpus(), today=TODAY))

    assert "rembourser" not in text


@pytest.mark.parametrize("count", [30, 60])
def test_many_flags_still_make_one_page(count: int) -> None:
    """However many doubts, one page; those left out are counted."""
    flags = tuple(Flag(str(one), f"Point {one}, " + "avec bien des mots " * 8) for one in range(count))

    pages, text = _read(quote_pdf(CASE, replace(CALCULATION, flags=flags), _corpus(), today=TODAY))

    assert 1 == pages
    assert "point 0," in text
    shown = text.count("avec bien des mots") // 8
    assert shown == count or f"et {count - shown} autre(s) point(s)" in text


def test_a_long_article_is_shortened_around_what_matters() -> None:
    """Of an article of many sentences, those with the calculation's words are kept."""
    text = "Le ciel est bleu aujourd'hui. " * 300 + TEXT

    pages, read = _read(quote_pdf(CASE, CALCULATION, _corpus(text), today=TODAY))

    assert 1 == pages
    assert "les frais d'annulation sont de 30 % du prix." in read


def test_an_article_that_the_documents_lack_is_left_out() -> None:
    """A calculation that names an article nobody holds is drawn without its words."""
    other = replace(CALCULATION, articles=("CGV-30J#9.9", "AUTRE#1"))

    assert 1 == _read(quote_pdf(CASE, other, _corpus(), today=TODAY))[0]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"kind": "range", "due_min": Decimal("80.00"), "due_other_basis": None},
            "Entre 80,00 € et 600,00 € HT",
        ),
        ({"kind": "refuse", "due_min": None, "due_max": None}, "Aucune somme ne peut être donnée"),
        ({"kind": "no_fee", "due_min": Decimal(0), "due_max": Decimal(0), "basis": None}, "0,00 €"),
        ({"refund": Decimal("40.00")}, "À rembourser au client : 40,00 € HT."),
        ({"kind": "escalate"}, "une personne doit décider"),
        ({"edition": "CGV-X"}, "CGV-X"),
    ],
)
def test_each_kind_of_result_is_said(change: dict[str, object], expected: str) -> None:
    """A range, a refusal, nothing due, a refund, a doubt of law: each has its words."""
    _, text = _read(quote_pdf(CASE, replace(CALCULATION, **change), _corpus(), today=TODAY))  # type: ignore[arg-type]  # one field each

    assert fold(expected) in text


def test_letters_that_the_font_lacks_do_not_stop_the_page() -> None:
    """A text in any alphabet is drawn, with « ? » for what cannot be."""
    _, text = _read(
        quote_pdf(CASE, replace(CALCULATION, explanation="Цена ≥ 2 €, Łódź"), _corpus(), today=TODAY)
    )

    assert "???? >= 2 €" in text


@settings(max_examples=25)
@given(st.text(max_size=2000))
def test_any_words_make_one_page(words: str) -> None:
    """Whatever stands in a calculation, the page is drawn, and alone."""
    assert (
        1 == _read(quote_pdf(CASE, replace(CALCULATION, explanation=words), _corpus(words), today=TODAY))[0]
    )
