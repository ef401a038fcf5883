"""What people's questions teach.

Reading order: `learned` (all of it, kept beside the index), then what it holds: `side`, `phrasing`,
`unknowns`; `bayes` beneath them.
"""

from assistant.answering.learned.learned import Learned, open_learned

__all__ = ["Learned", "open_learned"]
