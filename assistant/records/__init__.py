"""Conversations, ratings and answer records, kept in a database.

Reading order: `rows`, `tables`, `database`, `queries`, `conversations`, `ratings`, `export`.
"""

from assistant.records.conversations import Records, new_id
from assistant.records.ratings import candidate_question, candidate_rows, right_keys
from assistant.records.rows import ConversationRow, RatingRow

__all__ = [
    "ConversationRow",
    "RatingRow",
    "Records",
    "candidate_question",
    "candidate_rows",
    "new_id",
    "right_keys",
]
