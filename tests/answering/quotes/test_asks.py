"""What kind of answer a question wants, and the sentences that state it."""

import pytest

from assistant.answering.quotes.asks import asks_one_figure, asks_whether, following, stating


@pytest.mark.parametrize(
    "question", ["Combien de temps ?", "quel pourcentage", "How much is the deposit?", "Quand payer ?"]
)
def test_one_figure_is_asked_for(question):
    """A plain question for a figure, typed with or without its mark."""
    assert asks_one_figure(question)


@pytest.mark.parametrize(
    "question", ["Combien ? Et sous quelle forme ?", "Quel délai si je renonce ?", "Qui est le médiateur ?"]
)
def test_more_than_one_figure_is_asked_for(question):
    """Two questions, or a case in particular, want more than one sentence."""
    assert not asks_one_figure(question)


@pytest.mark.parametrize("question", ["Peut-on copier ?", "Les repas sont-ils compris ?", "Can I copy it?"])
def test_yes_or_no_is_asked(question):
    """The verb before its subject, or « est-ce que »."""
    assert asks_whether(question)


@pytest.mark.parametrize("question", ["Quand doit-on payer ?", "Peut-on copier si on paie ?", "Le prix ?"])
def test_more_than_yes_or_no_is_asked(question):
    """An interrogative word, or a case in particular."""
    assert not asks_whether(question)


def test_a_sentence_on_a_condition_states_less():
    """Unless the question is on one too."""
    texts = ["Le prêt dure dix jours.", "En cas de perte, il dure trois jours.", "Rien ne presse."]
    texts[0] = texts[0].replace("dix", "10")
    assert [1.0, 0.5, 0.0] == stating(texts, "quelle durée ?")
    assert [1.0, 1.0, 0.0] == stating(texts, "quelle durée en cas de perte ?")


@pytest.mark.parametrize("question", ["Que se passe-t-il si je casse ?", "What happens if I break it?"])
def test_what_follows_is_asked_for(question):
    """The sentences that say what one must, may or loses; not those that only describe."""
    texts = ["Celui qui casse doit payer.", "La salle peut être fermée.", "Le prix ne peut pas baisser."]
    assert [True, True, False] == following(texts, question)


def test_nothing_follows_where_it_is_not_asked():
    """« comment se passe… ? » asks how, not what comes of it."""
    assert [False] == following(["Celui qui casse doit payer."], "Comment se passe le prêt ?")
