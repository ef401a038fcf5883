"""An answer composed without a model, put in a model's words where these hold.

Reading order: `assist`, `writer`, `statements`, `evidence`, `check`; then what `check`
leans on: `bare` cuts a statement into what it says, `entail`, `parties` and `limits` look
at words, `bounds` and `sums` at figures, `names`, `editions`, `places` and `marks` at where
they stand; beneath them `sentences`, `quantities` and `words` (`lexicon.yaml`, `thesaurus.yaml`).
"""

from assistant.answering.wording.assist import assist
from assistant.answering.wording.writer import Turn, Writer

__all__ = ["Turn", "Writer", "assist"]
