"""The rules of each edition: read from their folder, checked against the documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from assistant.datatypes import Corpus, Document, Ground, TermsFigures
from assistant.errors import RuleError
from assistant.fees.clause import Clause, clauses_of
from assistant.fees.clauses import Clauses, Discretion
from assistant.fees.flags import FlagRule, read_flags
from assistant.fees.yaml_files import read_folder
from assistant.french import holds

FLAGS = "flags"  # a folder under the one of the rules


@dataclass(frozen=True, slots=True)
class Rules:
    """The clauses of one edition, and where the documents disagree with them, in French.

    An edition whose documents disagree gives no figure. `since` is the day on
    which the last of its dated clauses came into force, `None` when undated.
    """

    clauses: Clauses
    flags: tuple[FlagRule, ...] = ()
    disagreements: tuple[str, ...] = ()
    since: date | None = None

    @property
    def edition(self) -> str:
        """The edition's id, such as `CGV-30J`."""
        return self.clauses.edition

    @property
    def figures(self) -> TermsFigures:
        """The figures of this edition with which a message is read."""
        tiers = self.clauses.cancellation.tiers
        return TermsFigures(
            notices=frozenset(tier.notice.value for tier in tiers if tier.notice),
            deposit=self.clauses.deposit.value,
            new_date_is_free=isinstance(self.clauses.postponement, Discretion),
        )

    def key(self, article: str) -> str:
        """The citation key of an article of this edition."""
        return f"{self.edition}#{article}"

    def ground(self, clause: Clause) -> Ground:
        """What a clause of this edition is quoted by."""
        return Ground(self.key(clause.source), clause.figure, clause.quote)


def read_rules(folder: Path) -> Mapping[str, Rules]:
    """The rules of every edition of a folder, by edition.

    Raises `RuleError` when the folder holds none, two files are about one
    edition, or a file does not hold together.
    """
    flags = read_flags(folder / FLAGS)
    found = read_folder(folder, Clauses, lambda one: one.edition)
    if not found:
        raise RuleError(
            str(folder), "aucun fichier de règles.", "Donnez un dossier avec un fichier YAML par édition."
        )
    return {
        edition: Rules(
            clauses, flags, since=max((one.since for one in clauses_of(clauses) if one.since), default=None)
        )
        for edition, clauses in found.items()
    }


def check_rules(rules: Mapping[str, Rules], corpus: Corpus) -> Mapping[str, Rules]:
    """The rules of the editions that the documents hold, with what disagrees between the two.

    Each figure has to stand in the article that its rule names. An edition
    that is not among the documents is left out.
    """
    return {
        edition: replace(one, disagreements=_disagreements(one, document))
        for edition, one in rules.items()
        if (document := corpus.document(edition)) is not None
    }


def _disagreements(rules: Rules, document: Document) -> tuple[str, ...]:
    found = []
    for clause in clauses_of(rules.clauses):
        article = document.section(clause.source)
        if article is None:
            found.append(f"l'article {clause.source} est introuvable")
        elif not holds(article.text, clause.figure):
            found.append(f"« {clause.figure} » ne figure pas à l'article {clause.source}")
    return tuple(dict.fromkeys(found))
