"""Two editions compared."""

from __future__ import annotations

from assistant.answering.compose.differences import compare_editions
from assistant.datatypes import Document, Passage, Section


def _edition(name: str, **articles: str) -> Document:
    sections = tuple(
        Section(name, key, (name, key.replace("_", " ")), (Passage(f"{name}.md", 0, len(text), text),))
        for key, text in articles.items()
    )
    return Document(name, "terms", name, f"{name}.md", sections)


def test_articles_are_matched_by_what_they_are_about() -> None:
    """Articles under other numbers are paired; one without a pair stands alone."""
    left = _edition("A", Acompte="Un acompte de 30 % est versé.", Rétractation="Dix jours pour se rétracter.")
    right = _edition("B", Litiges="Le tribunal tranche.", Acompte="Un acompte de 40 % est versé.")
    pairs = compare_editions(left, right)
    assert [("Acompte", "Acompte"), ("Rétractation", None), (None, "Litiges")] == [
        (one.left and one.left.id, one.right and one.right.id) for one in pairs
    ]


def test_an_article_that_the_other_edition_joins_to_another_stands_beside_it() -> None:
    """What one edition says in two articles is compared with the one article that says both."""
    left = _edition(
        "A", Annulation="Annuler coûte 30 % du prix.", Report="Reporter coûte 10 % du prix de la session."
    )
    right = _edition("B", Annulation_Report="Annuler coûte 30 % du prix. Reporter coûte 20 % du prix.")
    assert [("Annulation", "Annulation_Report"), ("Report", "Annulation_Report")] == [
        (one.left and one.left.id, one.right and one.right.id) for one in compare_editions(left, right)
    ]


def test_articles_without_a_likeness_are_matched_by_their_number() -> None:
    """An article under the same number on both sides, each without a better match, is one pair."""
    left, right = (
        _edition("A", VI="Le tribunal tranche."),
        _edition("B", VI="Nul chat ne dort dehors, jamais."),
    )
    assert [("VI", "VI")] == [(one.left.id, one.right.id) for one in compare_editions(left, right)]


def test_only_the_words_that_changed_are_marked() -> None:
    """In two sentences alike but for a figure, the figure is what differs."""
    left = _edition("A", Acompte="Un acompte de 30 % est versé. Il est conservé.")
    right = _edition("B", Acompte="Un acompte de 40 % est versé. Il est conservé.")
    ((one, other),) = compare_editions(left, right)[0].differences
    assert ["30"] == [one.text[start:end] for start, end in one.changed]
    assert ["40"] == [other.text[start:end] for start, end in other.changed]


def test_the_same_text_has_no_difference() -> None:
    """Editions that say the same thing have nothing to show."""
    left, right = _edition("A", Acompte="Trente pour cent."), _edition("B", Acompte="Trente pour cent.")
    assert () == compare_editions(left, right)[0].differences
