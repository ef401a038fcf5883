"""What each part of the retrieval brings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answering.search.retrieve import weights_for
from assistant.conversation import Assistant
from evals.ablation import Variant, ablate, ablation_as_json, mean_gap, write_ablation

SET = """
- {id: one, q: "Qui est le médiateur de la consommation ?", cite: [CGV-15J, CGV-30J]}
- {id: two, q: "Quel est le programme de MRK-OPE-02 ?", cite: [MRK-OPE-02#programme]}
- {id: three, turns: ["Bonjour", "Et alors ?"], cite: [CGV-15J]}
- {id: four, q: "Quel temps fait-il ?", status: out_of_scope}
"""
WHOLE = Variant("entière", {"recall@1": (1.0, 1.0), "recall@5": (1.0, 1.0), "mrr": (1.0, 1.0)})
LESS = Variant("sans titres", {"recall@1": (0.0, 1.0), "recall@5": (1.0, 1.0), "mrr": (0.5, 1.0)})


def test_every_part_is_switched_off_and_left_alone(assistant: Assistant, tmp_path: Path) -> None:
    """The whole search, one not narrowed, and two a part, in French, on the questions with a section."""
    path = tmp_path / "terms.yaml"
    path.write_text(SET, encoding="utf-8")
    weights = {part: weight for part, weight in weights_for(assistant.index).items() if weight}

    variants = ablate(assistant, [path])

    assert 2 + 2 * len(weights) == len({one.name for one in variants})
    assert {2} == {len(marks) for one in variants for marks in one.marks.values()}
    assert 1.0 == variants[0].mean("recall@5")
    assert not [one.name for one in variants if set(one.name.split()) & set(weights)]


def test_gap_is_paired() -> None:
    """Differences of −1/2 and 0: their mean is −1/4, the half-interval 1.96 × 0.3536 / √2."""
    gap = mean_gap(LESS.marks["mrr"], WHOLE.marks["mrr"])
    assert pytest.approx((-0.25, -0.25 - 0.49, -0.25 + 0.49), abs=1e-4) == gap
    assert (0.0, 0.0, 0.0) == mean_gap(WHOLE.marks["mrr"], WHOLE.marks["mrr"])


def test_page_has_its_day_and_a_line_a_variant(tmp_path: Path) -> None:
    """Rates, the MRR and its gap, with the day they were measured."""
    path = tmp_path / "ablation.md"
    write_ablation(path, [WHOLE, LESS], day=date(2026, 11, 20), version="1.0")
    text = path.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "20 novembre 2026" in text
    assert "| sans titres | 50 % | 100 % | 0,750 | −0,250 (−0,740 à +0,240) |" in text


def test_json_has_an_object_a_variant() -> None:
    """The same figures, for programs."""
    whole, less = ablation_as_json([WHOLE, LESS])
    assert ("entière", 2, 1.0) == (whole["search"], whole["n"], whole["mrr"])
    assert (0.5, 0.75, [-0.25, -0.74, 0.24]) == (less["recall@1"], less["mrr"], less["mrr_gap"])
