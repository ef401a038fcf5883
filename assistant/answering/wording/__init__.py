"""An answer composed without a model, put in a model's words where these hold.

Reading order: `assist`, `writer`, `statements`, `evidence`, `check`, then what it leans on,
`entail` for words, `quantities` and `sums` for figures, `words` for the lexicon.
"""

from assistant.answering.wording.assist import assist
from assistant.answering.wording.writer import Turn, Writer

__all__ = ["Turn", "Writer", "assist"]
