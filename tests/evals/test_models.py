"""Two models measured on the same questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.conversation import Assistant
from assistant.indexing.embed import SHIPPED, StaticVectors
from assistant.indexing.pairs import ask_heading
from assistant.indexing.questions import read_questions
from evals.models import find_examples, rate_by_vectors, rate_in_search

SET = """
- {id: one, q: "Qui est le médiateur de la consommation ?", cite: [CGV-15J#5.4, CGV-30J#5.4]}
- {id: two, turns: ["Bonjour", "Et alors ?"], cite: [CGV-15J]}
- {id: three, q: "Quel temps fait-il ?", status: out_of_scope}
- {id: four, q: "Quand ouvre la piscine ?", cite: [PISCINE#horaires]}
- {id: five, q: "Le programme de MRK-OPE-02 ?", cite: [MRK-OPE-02]}
"""


def test_only_questions_about_the_corpus_judge(assistant: Assistant, tmp_path: Path) -> None:
    """In one message, with a section or a document that is there."""
    path = tmp_path / "set.yaml"
    path.write_text(SET, encoding="utf-8")
    assert ["one", "five"] == [one.id for one in find_examples([path], assistant.index.corpus)]


@pytest.mark.no_cover
def test_each_model_is_measured_in_the_search(assistant: Assistant, tmp_path: Path) -> None:
    """The same model twice gives the same marks, one a question."""
    path = tmp_path / "set.yaml"
    path.write_text(SET, encoding="utf-8")
    examples = find_examples([path], assistant.index.corpus)
    names = {"un": str(SHIPPED), "deux": str(SHIPPED)}
    one, other = rate_in_search(names, examples, assistant.settings)
    assert ("un", "deux", one.marks) == (one.name, other.name, other.marks)
    assert 2 == len(one.marks["mrr"])


@pytest.mark.parametrize("headings", [False, True])
def test_vectors_alone(assistant: Assistant, headings: bool) -> None:
    """A model finds the sections of the questions and headings that it learned."""
    chunks = assistant.index.chunks
    questions = [ask_heading(one) for one in chunks] if headings else read_questions(SHIPPED_QUESTIONS)[:200]
    (rated,) = rate_by_vectors({"livré": StaticVectors(SHIPPED)}, questions, chunks)
    assert 0.9 < rated.mean("recall@5")


SHIPPED_QUESTIONS = Path(__file__).parents[2] / "corpus" / "questions"
