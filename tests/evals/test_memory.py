"""What judged statements teach can be worked out by hand."""

from __future__ import annotations

from assistant.answering.wording.said import Said
from assistant.answering.wording.scopes import Scope
from assistant.answering.wording.sentences import read_sentence
from evals.memory import Part, remember


def _part(text: str, sentence: str, *, is_true: bool = True) -> Part:
    scope = Scope(text, (1,), frozenset(), (), (), (read_sentence(sentence),), (), ())
    return Part(0, scope, Said(text), is_true)


def test_a_word_is_said_for_the_one_it_keeps_company_with() -> None:
    """« avance » always comes where the passage says « acompte », and never where it does not."""
    parts = [_part("L'avance reste due.", "L'acompte reste dû.")] * 8
    parts += [_part("La facture reste due.", "La facture reste due.")] * 8
    memory = remember(parts)
    assert memory.says["acompt"]["avanc"] > 0.3
    assert "avanc" not in memory.says.get("factur", {})
    assert memory.likely("avanc", ["acompt"]) > memory.likely("avanc", ["factur"])


def test_a_word_that_nothing_calls_for_is_said_alone() -> None:
    """« bonjour » comes with every passage."""
    parts = [
        _part(f"Bonjour, {word} est dû.", f"{word} est dû.") for word in ("acompte", "prix", "solde")
    ] * 4
    memory = remember(parts)
    assert memory.alone["bonjour"] > memory.alone.get("acompt", 0.0)


def test_what_only_false_statements_say_is_unlikely() -> None:
    """« gratuit » is said in lies, and by no true statement."""
    parts = [_part("Le stage est gratuit.", "Le stage est payant.", is_true=False)] * 4
    memory = remember([*parts, _part("Le stage est payant.", "Le stage est payant.")])
    assert memory.likely("gratuit", ["pay"]) < memory.likely("pay", ["pay"])
    assert memory.usual["gratuit"] > 0


def test_rare_words_weigh_more() -> None:
    """A word of one sentence tells more than one of all."""
    parts = [_part("Prix.", f"Le prix {word}.") for word in ("augmente", "baisse", "reste")]
    memory = remember(parts)
    assert memory.weight("augment") > memory.weight("prix")
