"""What was learned is read, decides as it was written, and says what its numbers are."""

from __future__ import annotations

from pathlib import Path

from assistant.answering.wording import meaning
from assistant.answering.wording.memory import Example, Memory
from assistant.answering.wording.support import LEARNED, Support, Tree, read_support, write_support
from assistant.answering.wording.traits import TRAITS

MEMORY = Memory(
    weights={"acompt": 1.0},
    rarest=3.0,
    says={"acompt": {"avanc": 0.4}},
    alone={"bonjour": 0.2},
    usual={"assur": 0.1},
    examples={"CGV-15J#3.5": (Example(frozenset({"acompt", "gard"}), is_true=True),)},
    opposites={"oral": frozenset({"ecrit"})},
)
TREE = Tree((0, -1, -1), (0.5, 0.0, 0.0), (1, 0, 0), (2, 0, 0), (0.0, -2.0, 2.0))


def test_trees_vote_and_their_votes_are_a_likelihood() -> None:
    """One tree of two leaves: 1 / (1 + e²) below its limit, and 1 / (1 + e⁻²) above."""
    support = Support(MEMORY, (TREE,), 0.0, 0.5)
    assert 0.1192 == round(support.doubt([[0.2]]), 4)
    assert 0.8808 == round(support.doubt([[0.9], [0.2], [0.9]]), 4)
    assert 0.5 == support.doubt([[0.2], [0.9], [0.2]])


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """The same content gives the same bytes."""
    path, other = tmp_path / "one.gz", tmp_path / "other.gz"
    for where in (path, other):
        write_support(Support(MEMORY, (TREE,), 0.3, 0.5), where)
    assert path.read_bytes() == other.read_bytes()
    assert Support(MEMORY, (TREE,), 0.3, 0.5) == read_support(path)


def test_what_is_shipped_looks_at_the_traits_there_are() -> None:
    """No tree asks for a number that is not made."""
    support = read_support(LEARNED)
    assert support.trees
    known = len(TRAITS) + len(meaning.TRAITS)
    assert all(trait < known for tree in support.trees for trait in tree.trait)
    assert 0 < support.most < 1
