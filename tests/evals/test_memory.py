"""What judged statements teach can be worked out by hand."""

from __future__ import annotations

from assistant.answering.wording.memory import example_roots
from assistant.answering.wording.said import Said
from assistant.answering.wording.scopes import Scope
from assistant.answering.wording.sentences import read_sentence
from evals.memory import Part, read_opposites, read_thesaurus, remember


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


def test_a_word_of_the_thesaurus_is_likelier_where_the_other_stands() -> None:
    """Never met in a draft, « arrhes » is said for « acompte » once told so."""
    parts = [_part("L'acompte reste dû.", "L'acompte reste dû.")] * 8
    told = remember(parts, {"acompt": frozenset(["arrh"])})
    assert told.likely("arrh", ["acompt"]) > remember(parts).likely("arrh", ["acompt"])
    assert told.likely("acompt", ["acompt"]) == remember(parts).likely("acompt", ["acompt"])


def test_the_thesaurus_goes_each_way_between_words_of_documents() -> None:
    """No word stands for itself."""
    known = read_thesaurus()
    assert all(root not in others for root, others in known.items())
    assert all(root in known[other] for root, others in known.items() for other in others & known.keys())


def test_what_follows_what_tells_examples_apart() -> None:
    """Who transmits to whom is in the order of the words alone."""
    one, other = (example_roots(text) for text in ("Le client écrit à LEXOM.", "LEXOM écrit au client."))
    assert one != other
    assert {root for root in one if " " not in root} == {root for root in other if " " not in root}


def test_opposites_exclude_each_other_and_never_themselves() -> None:
    """« oral » is not said for « écrit », nor « mois » for « jour »; words of one side exclude none of it."""
    known = read_opposites()
    assert {"ecrit"} <= known["oral"]
    assert {"jour"} <= known["mois"]
    assert all(root in known[other] for root, others in known.items() for other in others)
    assert [] == [root for root, others in known.items() if root in others]
