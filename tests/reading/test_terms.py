"""Terms of sale: chapters and articles, however they are numbered and laid out."""

from __future__ import annotations

import pytest

from assistant.reading.source import Source
from assistant.reading.terms import find_articles, find_terms, read_articles
from tests.reading.conftest import SHEET, TERMS

ARTICLES = ["I", "2.1", "2.2", "3.1", "3.2"]


def articles(text: str) -> dict[str, str]:
    """The words of each article that has some, by its number."""
    source = Source("a.txt", text)
    title = find_terms(source)
    assert title is not None
    found = read_articles(source, title[1])
    return {name: "\n\n".join(one.text for one in passages) for name, _, passages in found if passages}


def ids(text: str) -> list[str]:
    """The numbers found in a text without a title."""
    return [heading.id for heading in find_articles(Source("a.txt", text), 0, len(text))]


def test_articles_and_chapters() -> None:
    """A chapter without articles is a section; an empty chapter is none."""
    assert ARTICLES == list(articles(TERMS))


def test_terms_begin_at_their_title() -> None:
    """What stands above the title of the terms is not theirs."""
    text = SHEET + TERMS
    title = find_terms(Source("a.txt", text))
    assert title is not None
    assert "Conditions Générales de Vente : APIVAL\n" == text[slice(*title)]


def test_title_named_before_and_after() -> None:
    """A summary above names the terms, an article may name them again: the title is between."""
    inside = TERMS.replace("II. Commande", "Conditions générales\n\nII. Commande")
    text = f"Conditions générales de vente\nPlan d'accès\n{inside}"
    title = find_terms(Source("a.txt", text))
    assert title is not None
    assert "Conditions Générales de Vente : APIVAL\n" == text[slice(*title)]


def test_path_of_headings() -> None:
    """An article stands under its chapter, with its number."""
    source = Source("a.txt", TERMS)
    paths = {name: headings for name, headings, _ in read_articles(source, 1)}
    assert ("II. Commande", "2.2 – Arrhes") == paths["2.2"]
    assert ("I. Objet du document",) == paths["I"]


def test_number_quoted_at_the_start_of_a_line() -> None:
    """« l'article / 3.2. Tribunal » cut by the edge of a page opens nothing."""
    text = TERMS.replace("à l'article 3.2, sans autre acte.", "à l'article\n3.2. Sans autre acte, il engage.")
    assert ARTICLES == list(articles(text))


def test_number_out_of_order() -> None:
    """A number that cannot follow the one before opens nothing."""
    assert ["1.1", "1.2", "2.1"] == ids("1.1 Un\n7.9 Sept\n1.2 Deux\n1.1 Un encore\n2.1 Trois\n")


def test_references_to_laws() -> None:
    """Codes, laws and list items are no chapters."""
    text = "I. Objet\nL. 441-6 du code\nD. 3 du décret\n1. Point\n2. un autre\nII. Prix\nV. Lieu\n201. An\n"
    assert ["I", "II", "V"] == ids(text)


def test_title_continued_on_the_next_line() -> None:
    """A long heading folded by a page is one heading."""
    text = "I. Description des travaux commandés par le client et\ncontrat définitif\nTexte.\n"
    (heading,) = find_articles(Source("a.txt", text), 0, len(text))
    assert "I. Description des travaux commandés par le client et contrat définitif" == heading.title
    assert "Texte.\n" == text[heading.body :]


def test_article_without_a_title() -> None:
    """Where the text starts on the number's line, it is the article's text."""
    text = "Conditions générales\n\n1.1 Le prix est ferme.\n\n1.2 Le délai est long.\n"
    assert {"1.1": "Le prix est ferme.", "1.2": "Le délai est long."} == articles(text)


@pytest.mark.parametrize(
    "layout",
    [
        "Article {n} - {t}",
        "ARTICLE {n} : {t}",
        "{n}. {t}",
        "## Article {n} – {t}",
        "**Article {n}.** {t}",
        "{n} - {t}",
    ],
)
def test_single_numbers(layout: str) -> None:
    """Articles numbered 1, 2, 3 are read in all usual layouts."""
    text = "CONDITIONS GÉNÉRALES DE VENTE\n\nBonjour.\n\n" + "".join(
        f"{layout.format(n=n, t=title)}\n\nTexte {n}.\n\n"
        for n, title in enumerate(["Objet", "Prix", "Litiges"], 1)
    )
    assert {"preambule": "Bonjour.", "1": "Texte 1.", "2": "Texte 2.", "3": "Texte 3."} == articles(text)


def test_table_of_contents() -> None:
    """A table of contents gives no articles: it stands in the preamble."""
    contents = "\n".join(line for line in TERMS.splitlines() if line.startswith(("I", "2.", "3.")))
    text = TERMS.replace("\nI. Objet", f"\n{contents}\n\nI. Objet", 1)
    assert {"preambule": contents, **articles(TERMS)} == {**articles(text), "preambule": contents}
    assert contents.splitlines() == [line for line in articles(text)["preambule"].splitlines() if line]


def test_no_terms() -> None:
    """A sentence about the terms, or a title without articles, is no terms."""
    assert (
        find_terms(Source("a.txt", "Les conditions générales de vente s'appliquent.\n1. Un\n2. Deux\n"))
        is None
    )
    assert find_terms(Source("a.txt", "Conditions générales de vente\n\nVoir le site.\n")) is None
