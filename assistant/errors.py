"""The error family. A message, in French, says where, what, and what to do.

    AssistantError                 what the edges (command line, pages) catch
    ├── UsageError                 asked wrongly: exit code 2
    │   ├── SettingError           a setting that cannot be
    │   ├── CaseError              a field of a money case that cannot be
    │   └── SetError               a file given as a set of questions, or as a kept run, that is none
    └── OperationError             could not be done: exit code 1
        ├── CorpusError            no folder, or nothing in it that can be read
        ├── ReadingError           one file that cannot be read
        ├── RuleError              a rule or rate file that does not hold
        ├── EvaluationError        a set that cannot be opened, a run or a report that cannot be kept
        ├── IndexingError          an index that cannot be built or opened
        ├── EmbeddingError         an embedding model that cannot be loaded
        ├── ModelError             a chat model to compare that does not answer, a prompt that does not hold
        └── RecordsError           conversations that cannot be kept or read

Refusing to answer is a result (`Answer`), never an error.
"""

from __future__ import annotations


class AssistantError(Exception):
    """What went wrong, where, and what to do about it.

    Attributes: `where` (a file, setting or field), `what`, `todo`.
    """

    exit_code = 1

    def __init__(self, where: str, what: str, todo: str) -> None:
        super().__init__(where, what, todo)  # by which it is made again in another process
        self.where = where
        self.what = what
        self.todo = todo

    def __str__(self) -> str:
        return f"{self.where} : {self.what} {self.todo}".strip()


class UsageError(AssistantError):
    """The assistant was asked wrongly."""

    exit_code = 2


class SettingError(UsageError):
    """A setting has a value that cannot be."""


class CaseError(UsageError):
    """A field of a money case is unknown or has a value that cannot be."""


class SetError(UsageError):
    """What is given as a set of questions, or as a kept run, is none."""


class OperationError(AssistantError):
    """What was asked could not be done."""


class CorpusError(OperationError):
    """The corpus folder is missing, or nothing in it could be read."""


class ReadingError(OperationError):
    """One file could not be read."""


class RuleError(OperationError):
    """A rule or rate file does not hold together."""


class EvaluationError(OperationError):
    """A set of questions cannot be opened, the floors do not hold, a run or a report cannot be kept."""


class IndexingError(OperationError):
    """The index could not be built or opened."""


class EmbeddingError(OperationError):
    """The embedding model could not be loaded."""


class RecordsError(OperationError):
    """The database of conversations and ratings could not be opened, read or written."""


class ModelError(OperationError):
    """A chat model to be compared does not answer, or a prompt of it does not hold."""
