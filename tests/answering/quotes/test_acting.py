"""Who does what a question asks, in the question and in a clause."""

from __future__ import annotations

import pytest

from assistant.answering.quotes.acting import done_by

NAMES = ("LEXOM",)


@pytest.mark.parametrize(
    ("question", "sentence", "who"),
    [
        ("pouvez-vous débaucher nos salariés ?", "Le client s'engage à ne pas débaucher.", "client"),
        ("LEXOM doit-elle être assurée ?", "Le client s'assure pour sa responsabilité.", "client"),
        ("LEXOM s'engage-t-elle à ne pas embaucher ?", "Le client s'engage à ne pas embaucher.", "client"),
        ("Puis-je suspendre la formation ?", "LEXOM peut suspendre la formation.", "company"),
        ("le client peut-il utiliser le logo ?", "LEXOM peut utiliser le logo du client.", "company"),
        ("Puis-je embaucher le formateur ?", "Le client s'engage à ne pas embaucher.", None),
        ("Pouvez-vous suspendre la formation ?", "LEXOM peut suspendre la formation.", None),
        ("Pouvez-vous divulguer cela ?", "LEXOM et le client s'engagent à ne rien divulguer.", None),
        ("Pouvez-vous m'indiquer qui paie ?", "Le client indique qui paie.", None),
        ("Je peux annuler par mail ?", "Le client notifie par écrit à LEXOM toute annulation.", None),
        ("Je peux demander l'effacement ?", "LEXOM demande au client son adresse.", None),
        ("Pouvez-vous fournir les repas ?", "Le client a faim, LEXOM fournit les repas.", None),
        ("Quel est le tribunal ?", "Le client est jugé à Aubenas.", None),
    ],
)
def test_what_the_other_party_does_is_told_from_what_is_asked_of_one(question, sentence, who):
    """By the verb of the question, under whom the sentence puts it; no one where both do it."""
    assert who == done_by(question, NAMES)(sentence)
