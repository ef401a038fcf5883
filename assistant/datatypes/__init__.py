"""The vocabulary: frozen records that every stage takes and returns.

Documents are read into `Document`s made of `Section`s; sections are cut into
`Chunk`s; retrieval returns `Hit`s; a question is understood into a `Reading`;
the fee calculator turns a `Case` into a `Calculation`; an `Answer` leaves.
Nothing here imports anything else of the package.
"""

from assistant.datatypes.answers import (
    Answer,
    Citation,
    Person,
    Status,
)
from assistant.datatypes.documents import (
    Audience,
    Chunk,
    Corpus,
    Document,
    Filters,
    Hit,
    Kind,
    Merge,
    Passage,
    Problem,
    Section,
)
from assistant.datatypes.money import (
    CENT,
    INDEMNITY,
    NO_RIGHT,
    Basis,
    Calculation,
    CalculationKind,
    Case,
    ClientKind,
    Event,
    Flag,
    Ground,
    Line,
    NewSession,
    Ruling,
    TermsFigures,
    Threshold,
    to_cents,
)
from assistant.datatypes.readings import (
    Asked,
    Computed,
    Dated,
    Doubt,
    Intent,
    MoneyReading,
    Reading,
)

__all__ = [
    "CENT",
    "INDEMNITY",
    "NO_RIGHT",
    "Answer",
    "Asked",
    "Audience",
    "Basis",
    "Calculation",
    "CalculationKind",
    "Case",
    "Chunk",
    "Citation",
    "ClientKind",
    "Computed",
    "Corpus",
    "Dated",
    "Document",
    "Doubt",
    "Event",
    "Filters",
    "Flag",
    "Ground",
    "Hit",
    "Intent",
    "Kind",
    "Line",
    "Merge",
    "MoneyReading",
    "NewSession",
    "Passage",
    "Person",
    "Problem",
    "Reading",
    "Ruling",
    "Section",
    "Status",
    "TermsFigures",
    "Threshold",
    "to_cents",
]
