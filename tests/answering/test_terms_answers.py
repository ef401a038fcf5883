"""What the terms say: once, edition by edition, or of one edition alone."""

from tests.conftest import TODAY


def _reply(assistant, *turns):
    conversation = None
    for turn in turns:
        answer, conversation = assistant.reply(turn, conversation=conversation, today=TODAY)
    return answer


def _keys(answer):
    return {one.key for one in answer.citations}


def test_what_the_editions_agree_on_is_said_once(assistant):
    """Each sentence once, with a mark an edition."""
    answer = _reply(assistant, "Quelle est la portée de l'obligation de moyens de LEXOM ?")
    assert {"CGV-15J#4.1", "CGV-30J#4.1"} <= _keys(answer)
    assert 1 == answer.text.count("obligation de moyen.")
    assert "Les deux éditions des CGV disent la même chose" in answer.text


def test_what_they_differ_on_is_said_of_each(assistant):
    """Under the name of each edition, and neither is chosen in silence."""
    answer = _reply(assistant, "Qui est votre médiateur ?")
    assert {"CGV-15J#5.4", "CGV-30J#5.4"} <= _keys(answer)
    assert "**CGV-15J**" in answer.text
    assert "**CGV-30J**" in answer.text


def test_a_named_edition_answers_alone(assistant):
    """Nothing of the other one is cited."""
    answer = _reply(assistant, "Selon les CGV-30J, qui est le médiateur ?")
    assert {"CGV-30J"} == {one.document for one in answer.citations}


def test_the_other_edition_is_asked_the_same(assistant):
    """« l'autre édition » asks the question before again, of the other one."""
    answer = _reply(assistant, "Qui est le médiateur dans les CGV-30J ?", "Et dans l'autre édition ?")
    assert "CGV-15J#5.4" in _keys(answer)
    assert {"CGV-15J"} == {one.document for one in answer.citations}


def test_both_editions_may_be_asked_for(assistant):
    """« les deux éditions » narrows to the terms, both of them."""
    answer = _reply(assistant, "Que disent les deux éditions sur l'annulation ?")
    assert {"CGV-15J", "CGV-30J"} == {one.document for one in answer.citations}


def test_a_clause_of_one_edition_alone_is_said_to_be_so(assistant):
    """The other edition is said to have no such clause."""
    answer = _reply(assistant, "Un client étranger doit-il tout régler avant le début ?")
    assert "CGV-30J#3.2" in _keys(answer)


def test_the_articles_that_come_next_are_given_too(assistant):
    """An article close behind adds its sentences, under its own number."""
    answer = _reply(assistant, "CGV-15J : report en cas de force majeure ?")
    assert {"CGV-15J#3.6", "CGV-15J#4.5"} <= _keys(answer)
    assert "Voir aussi CGV-15J, article" in answer.text
