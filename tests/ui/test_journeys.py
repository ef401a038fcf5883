"""What people come for, done in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from .browser import DESKTOP, PROJECT, TELEPHONE, ask, keep, open_page, run_browser, run_server, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
MONEY = "Combien coûte l'annulation d'une formation à 2 000 € HT, dix jours avant le 15 mars 2027 ?"
ASKED = "J'annule la formation RCL-RCL-05, dix jours avant. Combien je dois ?"
CASE = "prix=2000&debut=15%2F03%2F2027&demande=20%2F02%2F2027"
IN_VIEW = "one => { const at = one.getBoundingClientRect().top; return 0 <= at && at < 300; }"
# What may begin a line, or end one, where French lets none break.
LOOSE = r"""() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest("style, script") && / [?!;»€%]| :(\s|$)|« /.test(node.data)) {
      found.push(node.data);
    }
  }
  return found;
}"""
SHEET = """---
kind: course
reference: ABC-DEF-09
title: Négocier par téléphone
duration: 3 jours
---

# Négocier par téléphone

La formation « Négocier par téléphone » porte la référence ABC-DEF-09 et dure 3 jours.

## Objectifs

- Conclure un appel difficile
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all journeys; each has a context of its own."""
    with run_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def app(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app as reps see it, on a corpus that they may change."""
    folder = tmp_path_factory.mktemp("journeys")
    copytree(PROJECT / "corpus", folder / "corpus")
    with run_server(folder, audience="rep", corpus=folder / "corpus") as address:
        yield address


def test_ask_and_open_a_citation(browser: Browser, app: str) -> None:
    """The answer comes first; its source opens in its document at the exact words."""
    with open_page(browser, app, size=DESKTOP) as page:
        keep(page, "assistant-accueil")
        ask(page, "Quelle est la durée de la formation Fidéliser ses clients ?")
        page.get_by_text("2 jours").first.wait_for()
        page.get_by_role("button", name="Fidéliser ses clients par la satisfaction – Fiche").click()
        drawer = page.get_by_role("dialog")
        drawer.get_by_text("Lire tout le document").wait_for()
        drawer.locator(".stMarkdownColoredBackground").first.wait_for()
        keep(page, "assistant-source")
        drawer.get_by_text("Lire tout le document").click()
        page.get_by_role("heading", name="Objectifs").wait_for()
        wanted = page.get_by_role("heading", name="Fiche", exact=True)
        page.wait_for_function(IN_VIEW, arg=wanted.element_handle())


def test_a_sum_over_two_turns(browser: Browser, app: str) -> None:
    """Asked for the price first, then told, the assistant gives the sum, its steps and its chart."""
    with open_page(browser, app, size=DESKTOP) as page:
        ask(page, "Je veux annuler la formation RCL-RCL-05 du 15 mars 2027, dix jours avant. Combien ?")
        ask(page, "2 000 € HT")
        page.get_by_text("400,00").first.wait_for()
        page.get_by_test_id("stVegaLiteChart").last.wait_for()
        keep(page, "assistant-somme")


def test_a_chip_recomputes(browser: Browser, app: str) -> None:
    """The price corrected in its chip gives another sum."""
    with open_page(browser, app, size=DESKTOP) as page:
        ask(page, f"{MONEY} Selon les CGV-30J.")
        page.get_by_role("button", name="Prix").click()
        page.get_by_role("textbox", name="Prix de la formation").fill("3 000")
        page.get_by_role("button", name="Recalculer").click()
        page.get_by_text("Correction").first.wait_for()
        page.get_by_text("3 000,00 € HT").first.wait_for()
        keep(page, "assistant-correction")


def test_from_a_link_to_a_pdf(browser: Browser, app: str) -> None:
    """A link opens the simulator on its case; the page to send is a PDF."""
    with open_page(browser, f"{app}/simulateur?{CASE}&conditions=CGV-30J", size=DESKTOP) as page:
        page.get_by_text("2 000,00 € HT").first.wait_for()
        keep(page, "simulateur")
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Télécharger le PDF").click()
        path = waiting.value.path()
        assert Path(path).read_bytes().startswith(b"%PDF")


def test_compare_editions(browser: Browser, app: str) -> None:
    """The two editions stand side by side, what differs highlighted."""
    with open_page(browser, f"{app}/documents", size=DESKTOP) as page:
        keep(page, "documents-catalogue")
        page.get_by_role("radio", name="Comparer les CGV").click()
        page.locator(".stMarkdownColoredBackground").first.wait_for()
        keep(page, "documents-editions")


def test_upload_a_document_and_ask_about_it(browser: Browser, app: str) -> None:
    """A sheet dropped shows what it adds, is indexed, and answers."""
    with open_page(browser, app, size=DESKTOP) as page:
        page.get_by_role("link", name="Documents", exact=True).click()
        page.get_by_role("radio", name="Ajouter").click()
        page.locator("input[type=file]").set_input_files(
            {"name": "negocier.md", "mimeType": "text/markdown", "buffer": SHEET.encode()}
        )
        page.get_by_text("Nouveau document").wait_for()
        keep(page, "documents-ajout")
        page.get_by_role("button", name="Ajouter et indexer").click()
        page.get_by_text("Le document est indexé").wait_for()
        keep(page, "documents-ajoute")
        page.get_by_role("link", name="Poser une question").click()
        ask(page, "Combien de temps dure la formation Négocier par téléphone ?")
        page.get_by_text("3 jours").first.wait_for()


def test_on_a_telephone(browser: Browser, app: str) -> None:
    """At 390 pixels nothing overflows sideways and the sum is in view."""
    with open_page(browser, app, size=TELEPHONE) as page:
        ask(page, MONEY)
        page.get_by_test_id("stVegaLiteChart").wait_for()
        keep(page, "telephone-assistant")
        assert page.get_by_text("de frais d'annulation").first.is_visible()
        assert TELEPHONE["width"] >= page.evaluate(
            "document.querySelector('table').getBoundingClientRect().right"
        )
        page.get_by_role("button", name="Ouvrir le volet").click()
        page.locator("[class*=st-key-open-] button").first.click()
        page.get_by_role("button", name="Ouvrir le volet").wait_for()
        for path in ("simulateur?" + CASE, "documents", "documents?document=CGV-30J"):
            page.goto(f"{app}/{path}")
            page.get_by_role("heading", level=1).first.wait_for()
            keep(page, f"telephone-{path.partition('?')[0]}{'-lecture' if 'document=' in path else ''}")
            assert TELEPHONE["width"] >= page.evaluate("document.documentElement.scrollWidth")


def test_a_conversation_is_seen_by_nobody_else(browser: Browser, app: str) -> None:
    """Two people at once each see their own conversation only, and find it again after a reload."""
    with open_page(browser, app, size=DESKTOP) as one, open_page(browser, app, size=DESKTOP) as other:
        ask(one, "Quelle est la durée de la formation RCL-RCL-05 ?")
        ask(other, "Quels sont les prérequis de la formation RCL-APPL-03 ?")
        assert "RCL-APPL-03" not in one.inner_text("body")
        assert "RCL-RCL-05" not in other.inner_text("body")
        other.reload()
        other.get_by_role("button", name="Quels sont les prérequis").wait_for()
        settle(other)
        assert "RCL-RCL-05" not in other.inner_text("body")


def test_several_people_at_once(browser: Browser, app: str) -> None:
    """Five people asking together are all answered, and each sees their own sum only."""
    prices = [f"{price}" for price in range(1111, 1116)]
    with ExitStack() as opened:
        pages = [opened.enter_context(open_page(browser, app, size=DESKTOP)) for _ in prices]
        for page, price in zip(pages, prices, strict=True):
            page.get_by_test_id("stChatInputTextArea").fill(
                f"Quel acompte pour une formation à {price} € TTC selon les CGV-30J ?"
            )
        for page in pages:
            page.keyboard.press("Enter")
        for page in pages:
            page.get_by_test_id("stChatMessage").nth(1).wait_for()
            settle(page)
        seen = [page.inner_text("body").replace("\u202f", "") for page in pages]
    assert prices == [price for price, text in zip(prices, seen, strict=True) if price in text]
    assert [1] * len(prices) == [sum(price in text for price in prices) for text in seen]


PAGES = {
    "light": (
        "",
        f"simulateur?{CASE}",
        "simulateur?prix=abc",
        "documents",
        "documents?document=CGV-15J",
        "qualite",
    ),
    "dark": ("", f"simulateur?{CASE}", "documents?document=CGV-30J&article=3.6"),
}


@pytest.mark.parametrize("theme", PAGES)
def test_every_page_reads_well(browser: Browser, app: str, theme: str) -> None:
    """Axe finds nothing serious or critical; « ? », « : », « € » and the like stay with the word before."""
    axe = pytest.importorskip("axe_core_python.sync_playwright", reason="axe is not installed").Axe()
    faults, loose = [], []
    with open_page(browser, app, size=DESKTOP, dark=theme == "dark") as page:
        for path in PAGES[theme]:
            if path:
                page.goto(f"{app}/{path}")
            else:
                settle(page)
                loose += page.evaluate(LOOSE)
                ask(page, ASKED)
                ask(page, MONEY)
                page.get_by_text("Clauses et réserves").last.click()
            name = path.partition("?")[0] or "assistant"
            keep(page, f"{theme}-{name}")
            loose += page.evaluate(LOOSE)
            found = axe.run(page)["violations"]
            faults += [
                (name, one["id"], node["html"])
                for one in found
                if one["impact"] in ("serious", "critical")
                for node in one["nodes"]
            ]
    assert ([], []) == (faults, loose)
