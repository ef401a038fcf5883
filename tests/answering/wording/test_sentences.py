"""Sentences as they are compared."""

from __future__ import annotations

from assistant.answering.wording.sentences import clauses_of, read_sentence, restate, share_of
from assistant.answering.wording.words import read_words


def test_points_of_figures_articles_and_addresses_end_no_clause():
    """« 3.5 », « art. 3 » and an e-mail address stay whole."""
    assert ("voir art. 3.5 aupres de dpo@lexom.fr",) == clauses_of("voir art. 3.5 aupres de dpo@lexom.fr")


def test_an_aside_is_set_apart():
    """What surrounds an aside is one clause."""
    assert "l'absence n'ouvre droit a rien" in {
        " ".join(one.split()) for one in clauses_of("l'absence, meme partielle, n'ouvre droit a rien")
    }


def test_the_share_is_that_of_the_words_held():
    """Two words of four is a half."""
    held = read_sentence("La facture et le taux.").stems
    assert 0.5 == share_of(("factur", "taux", "tribunal", "logo"), held, read_words())
    assert 0.0 == share_of((), held, read_words())


def test_what_is_forbidden_without_an_agreement_asks_for_it():
    """Said of that agreement only, not of doing without it."""
    forbidden = "sans autorisation ecrite, il est interdit de copier les supports."
    assert restate(forbidden, "copier suppose une autorisation")
    assert not restate(forbidden, "vous pouvez copier les supports")
    assert not restate(forbidden, "vous pouvez copier sans autorisation")
