"""Conversations, ratings and answer records, kept in a database.

Reading order: `rows`, `tables`, `database`, `queries`, `conversations`, `ratings`, `export`.
"""

from assistant.records.conversations import Records, new_id
from assistant.records.ratings import candidate_question, candidate_rows, right_keys
from assistant.records.rows import ConversationRow, RatingRow
from assistant.settings import Settings

__all__ = [
    "ConversationRow",
    "RatingRow",
    "Records",
    "candidate_question",
    "candidate_rows",
    "new_id",
    "open_records",
    "right_keys",
]


def open_records(settings: Settings) -> Records:
    """The records of these settings; their tables are made on first use.

    Raises `RecordsError` when the database cannot be opened or written.
    """
    return Records(settings)
