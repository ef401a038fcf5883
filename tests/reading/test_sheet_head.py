"""The head of a sheet: what it states, in whatever order and spelling."""

from __future__ import annotations

import pytest

from assistant.reading.sheet_head import find_reference, parse_head, subject


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Réf : VTE-NEG-07", "VTE-NEG-07"),
        ("REF VTE-NEG-7", "VTE-NEG-7"),
        ("Référence de la formation : VTE – NEG – 07 / 2 jours", "VTE-NEG-07"),
        ("Réf. : **MGT‑EQ‑112**", "MGT-EQ-112"),
        ("Référence : F2041", "F2041"),
        ("| Référence | VTE-NEG-07 |\n| --- | --- |", "VTE-NEG-07"),
        ("dans VENTE / Réf : VTE-NEG-07 - 2 jours", "VTE-NEG-07"),
        ("Un document de référence pour tous", None),
        ("Une préférence marquée", None),
    ],
)
def test_reference(text: str, reference: str | None) -> None:
    """A reference is what follows « Réf », with plain dashes."""
    assert reference == find_reference(text)


@pytest.mark.parametrize(
    ("head", "duration"),
    [
        ("2\nJours\n\nVendre", "2 jours"),
        ("0,5\nJour\n\nVendre", "0,5 jour"),
        ("Vendre\n\nDurée : 14 heures (2 jours)", "14 heures (2 jours)"),
        ("Vendre\n\n**Durée de la formation :** 3 demi-journées", "3 demi-journées"),
        ("Vendre\n\nRéf : VTE-01 / 2 jours et demi", "2 jours et demi"),
        ("Vendre\n\nUne demi-journée", "une demi-journée"),
        ("Réf : VTE-01 | Durée : 3 jours (21 heures)\n\nVendre", "3 jours (21 heures)"),
        ("**Réf.** VTE-01 – **Durée :** 14 heures", "14 heures"),
        ("Réf : VTE-01            Durée : 4 demi-journées", "4 demi-journées"),
        (
            "| Référence | VTE-01 |\n| --- | --- |\n| Durée | 2 jours, soit 14 heures |",
            "2 jours, soit 14 heures",
        ),
        ("Réf. : VTE-01 Durée : 1 jour", "1 jour"),
        ("La durée : 3 jours passent vite", None),
        ("Réussir ses 100 premiers jours", None),
        ("Vendre en 2 jours chrono", None),
    ],
)
def test_duration(head: str, duration: str | None) -> None:
    """A length counts when it stands alone, after « Durée » or at the end of the head's line."""
    assert duration == parse_head(head, "").facts.get("duration")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("2\nJours\n\nVendre au comptoir\n\ndans VENTE / Réf : VTE-01", "Vendre au comptoir"),
        ("Vendre au comptoir -\nniveau 2\n\ndans VENTE / Réf : VTE-01", "Vendre au comptoir - niveau 2"),
        ("2\nJours\nVendre au comptoir\ndans VENTE - DETAIL\nDE LUXE / Réf : VTE-01", "Vendre au comptoir"),
        ("Réf : VTE-01\n\nDurée : 2 jours\n\n**Vendre au comptoir**", "Vendre au comptoir"),
        ("Fiche formation\nVendre au comptoir\nRéf : VTE-01", "Vendre au comptoir"),
        ("| Référence | VTE-01 |\n| Effectif | 8 |\n\nVendre au comptoir", "Vendre au comptoir"),
        ("2\nJours\n\nRéf : VTE-01", None),
        ("", None),
    ],
)
def test_title(head: str, title: str | None) -> None:
    """The title is what the head says besides length, domain and reference."""
    assert title == parse_head(head, "").title


def test_domain_over_two_lines() -> None:
    """A domain goes on until the reference."""
    head = parse_head("Vendre\ndans **VENTE / DETAIL\nDE LUXE** / Réf : **VTE-01**", "")
    assert "VENTE / DETAIL DE LUXE" == head.facts["domain"]


@pytest.mark.parametrize(
    "head", ["Domaine : VENTE", "Réf : VTE-01 | Domaine : VENTE | 2 jours", "| Domaine | VENTE |"]
)
def test_domain_after_its_label(head: str) -> None:
    """A domain is read after its label, on a line of its own, among facts or in a table."""
    assert "VENTE" == parse_head(head, "").facts["domain"]


def test_facts_further_on() -> None:
    """A length and a reference that stand below the head are found by their labels."""
    head = parse_head("Vendre", "Vendre\n\nProgramme\n\n- 3 jours de stage\n\nDurée\n2 jours\n\nRéf : VTE-01")
    assert {"reference": "VTE-01", "duration": "2 jours"} == head.facts


@pytest.mark.parametrize(
    ("headings", "label"),
    [
        (["Préparer la visite d'un chantier", "Conduire une visite de chantier"], "Visite d'un chantier"),
        (["1. Choisir un cépage", "2. Planter la vigne"], "Cépage"),
        (["Les bases du dessin"], "Bases du dessin"),
        (["Rire"], ""),
        ([], ""),
    ],
)
def test_subject(headings: list[str], label: str) -> None:
    """The subject is what the first two parts share, else what the first one is about."""
    assert label == subject(headings)
