"""Statements that add nothing to the passages: the question again, a bare « non », « comme l'autre »."""

from __future__ import annotations

import re

from assistant.answering.wording.bare import bare
from assistant.answering.wording.evidence import Evidence
from assistant.answering.wording.quantities import quantities, spell
from assistant.answering.wording.sentences import NEAR, share_of
from assistant.answering.wording.statements import Statement
from assistant.answering.wording.words import every_stem, read_words

_ASKED = re.compile(
    r"(?:vous (?:nous )?(?:demandez|voulez savoir|souhaitez|cherchez|travaillez)\b|votre question\b)"
)
_ALIKE = re.compile(
    r"\b(?:disent|prevoi\w+|donnent|fixent) (?:toutes 2 )?(?:exactement )?la meme (?:chose|regle)\b"
    r"|\bde la meme (?:facon|maniere)\b|\bqui le (?:prevoi|precis|dit)\w*\b|\bmeme regle\b"
)
_REFUSAL = re.compile(
    r"(?:non, )?(?:ce n'est pas|cela n'est pas|c'est pas|vous ne (?:le )?pouvez pas|ce n'est donc pas)"
    r"(?: (?:permis|possible|autorise|le faire))?[ .!]*"
)


def repeats_question(statement: Statement, evidence: Evidence) -> bool:
    """Whether a statement without marks only says again what is asked."""
    spelt = spell(statement.text)
    if statement.marks or not _ASKED.match(spelt):
        return False
    asked = every_stem(spell(evidence.question))
    return all(read_words().covered(root, asked) for root in read_words().content(spelt)) and all(
        one.stands_in(quantities(evidence.question)) for one in quantities(statement.text)
    )


def says_alike(statement: Statement, evidence: Evidence) -> bool:
    """Whether a statement only says that the editions it cites say the same, and they do."""
    spelt = spell(bare(statement.text, (), (), evidence))
    if not _ALIKE.search(spelt) or read_words().content(spelt) or evidence.computed:
        return False
    by_edition: dict[str | None, set[str]] = {}
    for mark in statement.marks:
        proof = evidence.proofs[mark]
        by_edition.setdefault(proof.citation.edition, set()).update(proof.sentences)
    told = list(by_edition.values())
    return len(told) > 1 and all(one == told[0] for one in told)


def is_refusal(statement: Statement, evidence: Evidence) -> bool | None:
    """Whether what a bare « ce n'est pas permis » refuses is refused; `None` for another statement."""
    if not _REFUSAL.fullmatch(spell(statement.text)):
        return None
    lexicon = read_words()
    told = [spell(one) for mark in statement.marks for one in evidence.proofs[mark].sentences]
    roots = lexicon.content(spell(evidence.question))
    shares = [share_of(roots, every_stem(one), lexicon) for one in told]
    near = [one for one, share in zip(told, shares, strict=True) if share >= NEAR * max(shares)]
    return bool(near) and all(lexicon.says_no(one) for one in near)
