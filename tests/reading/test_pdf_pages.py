"""The pages of a PDF made one text."""

from __future__ import annotations

import pytest

from assistant.reading.pdf_pages import join_pages

HEAD, FOOT = "DURAND SARL - 3 rue du Port", "Document commercial - page {}"


def paged(*pages: str) -> list[str]:
    """The pages, each under the same head and above the same foot with its number."""
    return ["\n".join([HEAD, page, FOOT.format(n)]) for n, page in enumerate(pages, start=1)]


def test_what_every_page_repeats_is_said_once_and_after_all() -> None:
    """A clause cut by the page is whole again; the head and the foot are not in it."""
    pages = paged("4. Report\nLe client reporte une fois, dans un", "délai de six mois.\n5. Absence\nAucune.")
    text = join_pages(pages)
    assert "dans un délai de six mois." in text
    assert (1, 1) == (text.count(HEAD), text.count("Document commercial"))
    assert text.endswith(FOOT.format(1))


def test_a_figure_alone_on_its_line_is_no_page_number() -> None:
    """Page numbers go; « 2 » above « jours » stays."""
    text = join_pages(["2\njours\nSouder\n1", "Programme détaillé\n2", "Public\n3"])
    assert "2\njours\nSouder\n\nProgramme détaillé\n\nPublic" == text


def test_one_page_is_left_as_it_is() -> None:
    """What nothing repeats is nobody's head."""
    assert "Titre\nTexte court." == join_pages(["Titre\nTexte court."])


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("Une indemnité forfaitaire de\n40 € est due pour le recouvrement.", 1),
        ("Le devis envoyé par ATELIER\nDURAND reste valable 45 jours.", 1),
        ("Annulation par le client\nLe client annule par écrit.", 2),
        ("Tenir un journal des achats\nLire un bilan et ses annexes", 2),
        ("Il est dû en entier par le client\n6. Report", 2),
        ("Les exercices portent sur\n- la caisse\n- le comptoir", 3),
        ("OBJECTIFS DE LA FORMATION\nÀ l'issue, vous saurez souder.", 2),
    ],
)
def test_lines_cut_by_the_page_are_made_whole(page: str, lines: int) -> None:
    """A line goes on in the next one unless that is an item, a heading or a new sentence."""
    assert lines == len(join_pages([page]).splitlines())
