"""An answer composed without a model, put in a model's words where these hold.

Reading order: `assist`, `writer`, `statements`, `evidence`, `check`; then what `check`
leans on: `entail` and `parties` for words, `bounds` and `sums` for figures, `names`,
`editions`; beneath them `sentences`, `quantities` and `words`.
"""

from assistant.answering.wording.assist import assist
from assistant.answering.wording.writer import Turn, Writer

__all__ = ["Turn", "Writer", "assist"]
