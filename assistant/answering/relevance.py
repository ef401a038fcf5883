"""Whether what was found answers the question, or whether to say that nothing does."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.sources import Sources
from assistant.answering.understand.fields import field_lexicon
from assistant.datatypes import Hit, Reading
from assistant.french import stems

HELD = 0.5  # share of the question's stems that our documents or questions must know
NEAR = 0.45  # cosine from which a section is near enough by itself


def is_answered(reading: Reading, hits: Sequence[Hit], sources: Sources) -> bool:
    """Whether the best section is near enough to the question to answer it."""
    if not hits:
        return False
    return hits[0].parts.get("vectors", 0.0) >= NEAR


def is_ours(reading: Reading) -> bool:
    """Whether a question is on our subject: it names a course, an edition, or our words."""
    if reading.courses or reading.editions or reading.fields or reading.unknowns:
        return True
    return bool(set(stems(reading.question)) & field_lexicon().ours)
