"""What answers are made from: the documents, the search over them, the names of courses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from langchain_core.embeddings import Embeddings

from assistant.answering.correct import correct
from assistant.answering.learned.learned import Learned
from assistant.answering.quotes.aim import Aim
from assistant.answering.understand.names.courses import Catalogue
from assistant.datatypes import Audience, Corpus, Document, Filters, Hit, Kind, Section

_ADVISER = "Votre conseiller <us> pourra vous renseigner."


class Search(Protocol):
    """A ranked search: one hit a section, the best first."""

    def search(self, question: str, *, k: int, filters: Filters) -> tuple[Hit, ...]:
        """The `k` best sections for a question, within the filters."""
        ...


@dataclass(frozen=True, slots=True)
class Sources:
    """The documents indexed, the search over them, and who is asking.

    `learned` is what people's questions teach, `taught` the share of the sections that
    they are attached to; `aim` tells which sentence of a section a question is on.
    """

    corpus: Corpus
    retriever: Search
    embeddings: Embeddings
    catalogue: Catalogue
    learned: Learned
    taught: float
    aim: Aim
    audience: Audience = "rep"

    def search(
        self,
        question: str,
        *,
        k: int = 10,
        documents: tuple[str, ...] = (),
        kinds: tuple[Kind, ...] = (),
    ) -> tuple[Hit, ...]:
        """The best sections for a question, within documents or kinds when given."""
        filters = Filters(documents=documents, kinds=kinds, audience=self.audience)
        return self.retriever.search(correct(question, self.learned.vocabulary), k=k, filters=filters)

    def section(self, hit: Hit) -> Section:
        """The whole section of a hit."""
        section = self.document(hit.chunk.document).section(hit.chunk.section)
        assert section is not None, hit.chunk.key  # noqa: S101  chunks are cut from this corpus
        return section

    def document(self, document_id: str) -> Document:
        """The document of that id, which must be there."""
        document = self.corpus.document(document_id)
        assert document is not None, document_id  # noqa: S101  ids come from this corpus
        return document

    def editions_of(self, courses: tuple[str, ...]) -> tuple[str, ...]:
        """The editions of the terms joined to some courses."""
        found = (self.document(course).edition for course in courses)
        return tuple(dict.fromkeys(one for one in found if one and self.corpus.document(one)))

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents this audience may see."""
        return tuple(
            one for one in self.corpus.documents if self.audience == "rep" or one.audience == "client"
        )

    @property
    def company(self) -> str:
        """The company's name; nothing where no document tells it."""
        return next(iter(self.catalogue.company), "")

    @property
    def adviser(self) -> tuple[str, ...]:
        """Whom a client may ask what no document says; nobody where a rep asks, who is the one to ask."""
        return () if self.audience == "rep" else (_ADVISER,)

    @property
    def courses(self) -> tuple[Document, ...]:
        """The course sheets this audience may see."""
        return tuple(one for one in self.documents if one.kind == "course")
