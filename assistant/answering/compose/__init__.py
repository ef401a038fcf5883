"""An answer made of the documents' own words, without any model.

Reading order: `compose`, then the `*_answers`, `course_lists` and `differences` that it hands over to;
`money_answers` and the `money_*` beneath it.
"""

from assistant.answering.compose.compose import compose

__all__ = ["compose"]
