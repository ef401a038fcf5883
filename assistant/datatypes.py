"""The vocabulary: frozen records that every stage takes and returns.

Documents are read into `Document`s made of `Section`s; sections are cut into
`Chunk`s; retrieval returns `Hit`s; a question is understood into a `Reading`;
the fee calculator turns a `Case` into a `Calculation`; an `Answer` leaves.
This module imports nothing of the package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Kind = Literal["course", "terms", "company", "other"]
Audience = Literal["client", "rep"]
Status = Literal["answered", "needs_info", "not_found", "out_of_scope"]
Basis = Literal["HT", "TTC"]
ClientKind = Literal["company", "individual", "sole_trader", "public_body", "foreign_company"]
Event = Literal[
    "cancellation",
    "postponement",
    "provider_cancellation",
    "absence",
    "withdrawal",
    "deposit",
    "opco_balance",
    "late_payment",
    "solicitation",
    "liability_cap",
]
CalculationKind = Literal["amount", "range", "no_fee", "ask", "refuse", "escalate"]
Asked = Literal["fee", "balance", "refund", "deposit", "price"]
Day = date  # for a record whose own field is called `date`


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim slice of a file: `text` is what stands at `start`:`end` of it.

    `path` is relative to the corpus folder, with forward slashes. Offsets count
    characters of the file's text as read (for PDF, DOCX and HTML: of the text
    taken out of it).
    """

    path: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a sheet, one article of the terms, one heading of another document.

    A section is in several passages when something foreign to it, such as the
    letterhead, stands in its middle. `heading_path` goes from the outermost
    heading to the section's own. `appears_in` lists the course ids under which
    the same article was met.
    """

    document: str
    id: str
    heading_path: tuple[str, ...]
    passages: tuple[Passage, ...]
    appears_in: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The citation key, such as `RCL-RCL-05#programme`."""
        return f"{self.document}#{self.id}"

    @property
    def text(self) -> str:
        """The section's words, its passages joined by a blank line."""
        return "\n\n".join(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Document:
    """A course sheet, an edition of the terms, the company's identity, or any other document.

    `edition` is the document's own id for terms, the edition joined to the sheet
    for a course, `None` where nothing says it. `facts` holds what the sheet's
    head states, under `reference`, `domain` and `duration`; what a sheet does
    not state is not in it. `title` is what a person calls the document.
    """

    id: str
    kind: Kind
    title: str
    path: str
    sections: tuple[Section, ...]
    edition: str | None = None
    audience: Audience = "client"
    facts: Mapping[str, str] = field(default_factory=dict)

    def section(self, section_id: str) -> Section | None:
        """The section of that id, or `None`."""
        return next((one for one in self.sections if one.id == section_id), None)


@dataclass(frozen=True, slots=True)
class Merge:
    """An article kept once although it was read several times.

    `likeness` is 1.0 for identical copies; below it, the copies differ by a
    comma or an accord.
    """

    key: str
    kept: str
    merged: tuple[str, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read, why, and what to do about it."""

    path: str
    what: str
    todo: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything read from a folder: documents, what was merged, what failed."""

    documents: tuple[Document, ...]
    merges: tuple[Merge, ...] = ()
    problems: tuple[Problem, ...] = ()

    def document(self, document_id: str) -> Document | None:
        """The document of that id, or `None`."""
        return next((one for one in self.documents if one.id == document_id), None)

    @property
    def courses(self) -> tuple[Document, ...]:
        """The course sheets, in reading order."""
        return tuple(one for one in self.documents if one.kind == "course")

    @property
    def editions(self) -> tuple[Document, ...]:
        """The editions of the terms, in reading order."""
        return tuple(one for one in self.documents if one.kind == "terms")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is embedded and searched: one passage of one section.

    `id` is the section's key, followed by `/2`, `/3`… for the pieces after the
    first. `text` is verbatim: the file's characters from `start` to `end`.
    """

    id: str
    document: str
    section: str
    title: str
    heading_path: tuple[str, ...]
    kind: Kind
    edition: str | None
    audience: Audience
    path: str
    start: int
    end: int
    text: str
    appears_in: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The citation key of the chunk's section."""
        return f"{self.document}#{self.section}"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; an empty tuple leaves that side open."""

    documents: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    audience: Audience = "rep"


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk found, its fused score, and the score of each part that found it."""

    chunk: Chunk
    score: float
    parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of one money question, as the fee calculator takes them.

    Amounts are in euros, `vat_rate` and `employer_charges_rate` in percent.
    `notice_date` is the day LEXOM receives the written notice; `notice_days`
    says how many days before the start that is, when no date is known.
    `subcontracted` is the turnover given to a hired subcontractor in the year
    before. `None` means unknown, never zero.
    """

    event: Event
    edition: str | None = None
    price: Decimal | None = None
    basis: Basis | None = None
    vat_rate: Decimal | None = None
    client: ClientKind | None = None
    start_date: date | None = None
    notice_date: date | None = None
    notice_days: int | None = None
    order_date: date | None = None
    signature_date: date | None = None
    new_start_date: date | None = None
    online: bool | None = None
    started: bool | None = None
    signed: bool | None = None
    intra: bool | None = None
    deposit_paid: Decimal | None = None
    paid: Decimal | None = None
    opco_share: Decimal | None = None
    due_date: date | None = None
    payment_date: date | None = None
    monthly_salary: Decimal | None = None
    employer_charges_rate: Decimal | None = None
    subcontracted: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One step of a calculation: `expression` evaluates to `amount` (euros)."""

    label: str
    expression: str
    amount: Decimal
    article: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A clause that a calculation applied: its article, words that stand there, what it says.

    `figure` stands in that article of whatever documents are indexed; `said` is the
    clause in our own words.
    """

    article: str
    figure: str
    said: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt of the texts or a rule of law to show; it changes no figure."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """The first day of notice on which the sum becomes `due_max` (euros)."""

    date: Day
    due_max: Decimal


@dataclass(frozen=True, slots=True)
class Calculation:
    """The calculator's result: sums in euros, in `basis`, each step with its article.

    `due_min` and `due_max` are what LEXOM keeps or may claim before crediting
    sums paid; `balance` is what is still to pay, `refund` what comes back.
    `missing` names the fields of `Case` to ask for, the most decisive first. `grounds`
    are the clauses applied, under `articles`; no other program is given them.
    """

    kind: CalculationKind
    edition: str | None
    event: Event
    due_min: Decimal | None = None
    due_max: Decimal | None = None
    basis: Basis | None = None
    due_other_basis: tuple[Decimal | None, Decimal | None] | None = None
    balance: Decimal | None = None
    refund: Decimal | None = None
    lines: tuple[Line, ...] = ()
    articles: tuple[str, ...] = ()
    next_threshold: Threshold | None = None
    flags: tuple[Flag, ...] = ()
    missing: tuple[str, ...] = ()
    explanation: str = ""
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that cannot be right, or can be read two ways, said in French."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class MoneyReading:
    """What a message says about a sum.

    `case` holds the facts known so far, this message's included; `given` the
    fields that this message states. `asked` is the sum the person wants.
    `wants_sum` is false when facts are stated but no sum is asked for. `notes`
    say in French what was taken for granted, such as a notice given today. `also`
    is another event whose sum is asked for too: « annuler ou reporter ».
    """

    case: Case
    asked: Asked = "fee"
    given: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    wants_sum: bool = True
    notes: tuple[str, ...] = ()
    also: Event | None = None


Intent = Literal[
    "money",
    "field",
    "unknown",
    "choice",
    "comparison",
    "catalogue",
    "greeting",
    "open",
]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message asks, as understood.

    `courses` and `editions` are those the person named, or those carried from
    the conversation when `carried` is true. `fields` are what is asked of a
    sheet (`duree`, `prerequis`…), `unknowns` what no sheet is known to hold
    (`prix`, `dates`…). `spelt` is the question, what is misspelt mended; `wanted`
    is that without the names that narrow the search; `context` the question
    before, when this one leans on it; `subject` what is left of `wanted` without
    field words, as stems.
    """

    question: str
    intent: Intent
    courses: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    carried: bool = False
    fields: tuple[str, ...] = ()
    unknowns: tuple[str, ...] = ()
    spelt: str = ""
    wanted: str = ""
    context: str = ""
    subject: tuple[str, ...] = ()
    money: MoneyReading | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered proof: `quote` is what stands at `start`:`end` of `path`."""

    mark: int
    document: str
    section: str
    title: str
    edition: str | None
    quote: str
    path: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The citation key, such as `CGV-30J#3.6`."""
        return f"{self.document}#{self.section}"


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply, in French Markdown, with its proofs.

    `headline` holds the sums given as the answer: one, or the lowest and the
    highest. `calculations` has one entry an edition computed. `notice` says in
    French why a chat model did not word it, `faults` what its drafts held that
    nothing supports; `tokens` is what the model took.
    """

    status: Status
    text: str
    headline: tuple[Decimal, ...] = ()
    citations: tuple[Citation, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    missing: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    understood: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""
    tokens: int = 0
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever uses the app: the id their records are kept under, and what they may see.

    `name` is empty for a person who has not signed in.
    """

    id: str
    name: str
    audience: Audience
    signed_in: bool = False
