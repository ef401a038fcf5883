"""Invented documents: a sheet, two editions of terms and a letterhead of companies that do not exist."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from assistant.datatypes import Corpus
from assistant.reading import read_corpus

HEAD = """


3
Jours

Tenir un rucher de montagne

dans AGRICULTURE - ELEVAGE / Réf : AGR-ELV-07
"""

AIMS = """
Objectifs de la formation

- Conduire dix colonies
- Récolter sans pertes
"""

PROGRAMME = """
Programme de la formation

Jour 1 - Matin

1. Observer une colonie

- Le couvain
- Les réserves

Jour 1 - Après-midi

2. Préparer l'hivernage

- Le poids des ruches
- L'isolation
"""

REST = """
Pré-requis

Aucun

Public cible

Agriculteurs de plus de 700 mètres d'altitude



Pédagogie

Méthodes pédagogiques

- Visites de ruchers

Modalités d'évaluation

- Examen oral
"""

LETTERHEAD = """
SARL APIVAL

au capital de 8 000,00 €

Siège social : 3 chemin des Ruches - 38000 GRENOBLE

N° SIRET : 111 222 333 00044 - RCS Grenoble

Code NAF : 85.59A / N° TVA Intra : FR 11111222333

GROUPE
APIVAL

LES FILIALES DU GROUPE APIVAL :

MIEL PLUS

Cire & Co
le savoir-faire
"""

TERMS = """
Conditions Générales de Vente : APIVAL

I. Objet du document

Les règles suivantes valent pour toutes les sessions, quelle que soit leur durée ou leur lieu.

II. Commande

2.1. Devis

Un devis vaut trois mois. Le devis signé engage le stagiaire, conformément à l'article 3.2, sans autre acte.

2.2 – Arrhes

Des arrhes de 20% sont versées à la commande, par virement ou par chèque, au choix du stagiaire.

III. Départ

3.1. Renoncement

Qui renonce plus de 12 jours avant la session perd ses arrhes, et rien de plus que ses arrhes.

3.2 Tribunal

Le tribunal de Grenoble est seul juge des litiges qui naissent entre les parties au contrat.
"""

SHEET = HEAD + AIMS + PROGRAMME + REST

EDITION = """edition: API-12J
title: "Conditions générales de vente – seuil de 12 jours"
recognised_by:
  - {article: "3.1", words: "12 jours"}
  - {article: "2.2", words: "20 %"}
"""

OTHER_EDITION = """edition: API-40J
title: "Conditions générales de vente – seuil de 40 jours"
recognised_by:
  - {article: "3.1", words: "40 jours"}
"""

ReadFiles = Callable[[Mapping[str, str | bytes]], Corpus]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A folder with the signs of two invented editions."""
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "API-12J.yaml").write_text(EDITION, encoding="utf-8")
    (folder / "API-40J.yaml").write_text(OTHER_EDITION, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for documents."""
    documents = tmp_path / "documents"
    documents.mkdir()
    return documents


@pytest.fixture
def read_files(folder: Path, rules: Path) -> ReadFiles:
    """The corpus that files make, given by their names and contents."""

    def read(files: Mapping[str, str | bytes]) -> Corpus:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_corpus(folder, rules=rules)

    return read
