"""What is taken out of a statement before its words are looked at."""

from __future__ import annotations

from assistant.answering.wording.bare import bare, is_reference

MONEY = "J'annule 10 jours avant une formation à 2000 € HT, CGV-30J, combien je dois ?"


def test_editions_articles_and_known_sums_are_taken_out(evidence_of):
    """What other checks look at does not count as words to be found."""
    evidence = evidence_of(MONEY)
    left = bare("2 000,00 € HT (CGV-30J, article 3.6)", evidence.computed, (), evidence)
    assert not any(word in left for word in ("2 000", "cgv", "CGV", "3.6"))


def test_a_line_that_says_where_to_read_is_a_reference(evidence_of):
    """Only with no other word than those that say where."""
    evidence = evidence_of(MONEY)
    assert is_reference("(selon les CGV jointes à cette fiche, CGV-30J, article 3.6)", evidence)
    assert not is_reference("Remboursement selon l'article 3.6", evidence)
