"""An answer composed without a model, put in a model's words where these hold.

Reading order: `writer`, `statements`, `evidence`, `check`, then what it leans on,
`entail` for words, `quantities` and `sums` for figures, `words` for the lexicon.
"""

from assistant.answering.wording.slots import Found, fill_slots, find_in_words
from assistant.answering.wording.writer import Turn, Writer

__all__ = ["Found", "Turn", "Writer", "fill_slots", "find_in_words"]
