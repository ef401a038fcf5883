"""The page in French: its language, its title for a screen reader, the words of the framework."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

from assistant.ui.accessibility import EASE_JS

_CSS = """
section { position: relative; height: 1px; overflow: hidden; }
h1, p { margin: 0; font-size: 1px; line-height: 1px; white-space: nowrap; overflow: hidden; opacity: 0; }
"""
# What Streamlit itself writes in English, and where: it has no setting for these words.
_WORDS = {
    "Upload": "Choisir un fichier",
    "Close": "Fermer",
    "No results": "Aucun résultat",
    "Press Enter to apply": "Entrée pour valider",
    "Press Enter to submit form": "Entrée pour valider",
    "Running...": "En cours…",
    "Stop": "Arrêter",
    "Clear value": "Effacer",
    "Page not found": "Page introuvable",
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "Cette adresse ne mène à aucune page. Voici l'accueil."
    ),
    "Sidebar": "Volet",
    "Expand sidebar": "Ouvrir le volet",
    "Collapse sidebar": "Fermer le volet",
    "Navigate to home page": "Accueil",
    "App pages": "Pages",
    "Send message": "Envoyer",
    "Open": "Ouvrir",
    "Dismiss": "Fermer",
    "Add files": "Choisir un autre fichier",
    "Choose an option": "Choisir",
    "Chat message from user": "Question",
    "Chat message from assistant": "Réponse",
    "Feedback rating": "Votre avis sur la réponse",
    "Thumbs up": "Réponse utile",
    "Thumbs down": "Réponse à revoir",
    "file upload": "Fichier",
    "Skip to main content": "Aller au contenu",
    "Connection error": "Connexion interrompue",
    "Streamlit server is not responding. Are you connected to the internet?": (
        "L'assistant ne répond plus. Votre conversation reprendra ici dès qu'il sera de retour."
    ),
}
# The buttons over a chart or a table, whose names end with what they are about.
_TOOLS = {
    "Show data": "Voir les données",
    "Show chart": "Voir le graphique",
    "Show/hide columns": "Choisir les colonnes",
    "Download as PNG": "Télécharger l'image",
    "Download as CSV": "Télécharger le tableau",
    "Copy Vega-Lite spec": "Copier la définition du graphique",
    "Search": "Chercher",
    "Fullscreen": "Plein écran",
    "Close fullscreen": "Quitter le plein écran",
}
_PATTERNS = (
    *((f"^{english}$", french) for english, french in _TOOLS.items()),
    *((f"^{english}: ", f"{french}\u00a0: ") for english, french in _TOOLS.items()),
    (r"^(\d+) ?MB per file", "$1\u00a0Mo au plus"),
    (r"(\d)\.\dB$", "$1\u00a0octets"),
    (r"(\d)\.(\d)([KM])B$", "$1,$2\u00a0$3o"),
    (r"^Drag and drop .+ here$", "Déposez un fichier ici"),
    (r"^Remove ", "Retirer "),
    (r"^Help for ", "Aide\u00a0: "),
    (r"^(Error: )?\S+ files are not allowed\.$", "Ce type de fichier n'est pas accepté."),
    (r"^(Error: )?File must be (\d+)(\.\d)?MB or smaller\.$", "Ce fichier dépasse $2\u00a0Mo."),
)
_PLACES = (
    "[data-testid=stFileUploader]",
    "[data-testid=InputInstructions]",
    "[data-testid=stStatusWidget]",
    "[data-testid=stSkipToContent]",
    "[data-testid=stTooltipContent]",
    "[role=dialog]",
    "[role=listbox]",
    "[role=combobox] + *",
)
# Buttons that show an icon alone, and what they are called.
_NAMES = {'[class*="st-key-act-"] button': "Actions sur cette conversation"}
_JS = r"""
const translate = (data) => {
  const say = (text) => data.words[text.trim()]
    || data.patterns.reduce((said, [found, put]) => said.replace(new RegExp(found), put), text);
  document.querySelectorAll(data.places).forEach((place) => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const said = say(node.data);
      if (said !== node.data) { node.data = said; }
    }
  });
  ["aria-label", "placeholder"].forEach((name) => {
    document.querySelectorAll(`[${name}]`).forEach((one) => {
      const told = one.getAttribute(name);
      if (say(told) !== told) { one.setAttribute(name, say(told)); }
    });
  });
  // An icon beside words adds only its English name to them; a button may have no other.
  document.querySelectorAll('[role=img][aria-label$=" icon"]').forEach((one) => {
    if (!one.closest("button")) { one.setAttribute("aria-hidden", "true"); }
  });
  document.querySelectorAll("[data-testid=stHeaderActionElements] a").forEach((one) => {
    const heading = one.closest("h1, h2, h3, h4");
    if (heading) { one.setAttribute("aria-label", `Lien vers « ${heading.textContent.trim()} »`); }
  });
  Object.entries(data.names).forEach(([place, name]) => {
    document.querySelectorAll(place).forEach((one) => one.setAttribute("aria-label", name));
  });
};
let turns = null;
// A screen reader is told the beginning of an answer once it is whole.
const announce = (place) => {
  const drawn = document.querySelectorAll("[data-testid=stChatMessage]");
  if (document.querySelector("[data-test-script-state=running]") || drawn.length === turns) { return; }
  const last = drawn[drawn.length - 1]?.querySelector("[data-testid=stMarkdownContainer]");
  place.textContent = turns !== null && drawn.length > turns && last ? last.innerText : "";
  turns = drawn.length;
};
export default function({ parentElement, data }) {
  document.documentElement.lang = "fr";
  const place = parentElement.querySelector("section");
  place.querySelector("h1")?.remove();
  if (!place.querySelector("p")) { place.innerHTML = '<p role="status"></p>'; }
  const status = place.querySelector("p");
  let waiting = false;
  const observer = new MutationObserver(() => {
    if (waiting) { return; }
    waiting = true;
    setTimeout(() => { waiting = false; translate(data); announce(status); }, 100);
  });
  observer.observe(document.body, {
    childList: true, subtree: true, attributeFilter: ["data-test-script-state"],
  });
  translate(data);
  announce(status);
  const leave = ease();
  if (data.title) {
    const heading = document.createElement("h1");
    heading.textContent = data.title;
    place.append(heading);
  }
  return () => { observer.disconnect(); leave(); };
}
"""


@cache
def _page_words() -> Any:
    return st.components.v2.component("page_words", html="<section></section>", css=_CSS, js=EASE_JS + _JS)


def say_page(title: str = "") -> None:
    """Say that the page is in French, and its title when none is drawn on it."""
    _page_words()(
        data={
            "title": title,
            "words": _WORDS,
            "patterns": _PATTERNS,
            "places": ", ".join(_PLACES),
            "names": _NAMES,
        },
        key="page-words",
        height="content",
    )
