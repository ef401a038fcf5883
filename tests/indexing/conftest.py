"""An invented corpus, the rules of a lending library, and what is needed to index it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.datatypes import Chunk
from assistant.settings import Settings

LOANS = """# Règlement de la bibliothèque

## Durée des prêts

Un livre se garde vingt et un jours. Un disque se garde une semaine.

## Retards

Chaque jour de retard coûte dix centimes par document.

## Pertes

Un document perdu est remplacé par l'emprunteur, à l'identique ou à sa valeur.
"""
ROOMS = """# Salles de travail

## Réservation

Une salle se réserve la veille au plus tard, au comptoir.

## Bruit

Les téléphones restent muets dans toutes les salles.
"""
QUESTIONS = [
    {"q": "quelle amende si je rends trop tard ?", "keys": ["reglement-de-la-bibliotheque#retards"]},
    {"q": "peut-on téléphoner ?", "keys": ["salles-de-travail#bruit"]},
]


def write_library(folder: Path) -> None:
    """Write the documents, with questions of their own and no rule."""
    for name in ("rules", "questions"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "loans.md").write_text(LOANS, encoding="utf-8")
    (folder / "rooms.md").write_text(ROOMS, encoding="utf-8")
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in QUESTIONS)
    (folder / "questions" / "library.jsonl").write_text(lines, encoding="utf-8")


@pytest.fixture
def library(tmp_path: Path) -> Settings:
    """Settings whose corpus is the library's, not yet indexed."""
    write_library(tmp_path / "corpus")
    return Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")


@pytest.fixture
def make_chunk() -> Callable[..., Chunk]:
    """A chunk of which only what matters is said."""

    def make(key: str, text: str = "", **given: object) -> Chunk:
        document, section = key.split("#")
        kept: dict[str, object] = {
            "id": key,
            "document": document,
            "section": section,
            "title": document,
            "heading_path": (section,),
            "kind": "other",
            "edition": None,
            "audience": "client",
            "path": f"{document}.md",
            "start": 0,
            "end": len(text),
            "text": text,
        }
        return Chunk(**{**kept, **given})  # type: ignore[arg-type]  # the fields of a chunk

    return make
