"""One money question as the fee calculator takes it, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

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
NewSession = Literal["proposed", "accepted", "refused"]
CalculationKind = Literal["amount", "range", "no_fee", "ask", "refuse", "escalate"]
INDEMNITY = "Indemnité de recouvrement"  # the label of its line, which interest alone leaves out
NO_RIGHT = "Commande passée hors du site internet\u00a0: les CGV n'ouvrent pas de délai de rétractation."
Day = date  # for a record whose own field is called `date`

CENT = Decimal("0.01")


def to_cents(amount: Decimal) -> Decimal:
    """The sum rounded half up to the cent: every sum is, here alone.

    >>> to_cents(Decimal("71.904")), to_cents(Decimal("0.005"))
    (Decimal('71.90'), Decimal('0.01'))
    """
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of one money question, as the fee calculator takes them.

    Amounts are in euros, `vat_rate` and `employer_charges_rate` in percent.
    `notice_date` is the day the provider receives the written notice; `notice_days`
    says how many days before the start that is, when no date is known.
    `end_date` is the last day of the training, from which an OPCO has some time to pay.
    `accepted` says that the order was accepted in writing, e-mail included, without a signature.
    `new_session` is what became of the new date that the provider proposes when it postpones.
    `part_payment_date` is the day on which `paid` was paid of an invoice settled in
    several payments, `payment_date` that of the rest, `more_payments` those between, each its day
    and sum. `invoices` is how many invoices of
    that sum and those days there are.
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
    end_date: date | None = None
    notice_date: date | None = None
    notice_days: int | None = None
    order_date: date | None = None
    signature_date: date | None = None
    new_start_date: date | None = None
    new_session: NewSession | None = None
    online: bool | None = None
    started: bool | None = None
    signed: bool | None = None
    accepted: bool | None = None
    intra: bool | None = None
    deposit_paid: Decimal | None = None
    paid: Decimal | None = None
    opco_share: Decimal | None = None
    due_date: date | None = None
    payment_date: date | None = None
    part_payment_date: date | None = None
    more_payments: tuple[tuple[date, Decimal], ...] | None = None
    invoices: int | None = None
    monthly_salary: Decimal | None = None
    employer_charges_rate: Decimal | None = None
    subcontracted: Decimal | None = None

    @property
    def days_before(self) -> int | None:
        """How many days before the start the notice is received; `None`: unknown.

        >>> Case("cancellation", start_date=date(2027, 3, 31), notice_date=date(2027, 3, 1)).days_before
        30
        """
        if self.start_date is not None and self.notice_date is not None:
            return (self.start_date - self.notice_date).days
        return self.notice_days


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
class Ruling:
    """What an edition comes to without a sum, a day or a rate, in French, and the clauses applied."""

    edition: str
    text: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt of the texts or a rule of law to show; it changes no figure."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class TermsFigures:
    """The figures of the terms that may apply, with which a message is read, to know what to ask.

    `notices` are the days of notice at which a sum changes. `deposit` is the share of the price
    that is due at the order, in percent; `None` where the editions differ. `new_date_is_free`:
    none of them holds the day of a postponed session against a delay.
    """

    notices: frozenset[int]
    deposit: Decimal | None
    new_date_is_free: bool = False


@dataclass(frozen=True, slots=True)
class Threshold:
    """The first day of notice on which the sum becomes `due_max` (euros)."""

    date: Day
    due_max: Decimal


@dataclass(frozen=True, slots=True)
class Calculation:
    """The calculator's result: sums in euros, in `basis`, each step with its article.

    `due_min` and `due_max` are what the provider keeps or may claim before crediting
    sums paid; `balance` is what is still to pay, `refund` what comes back.
    `missing` names the fields of `Case` to ask for, the most decisive first. `grounds`
    are the clauses applied, under `articles`, `settlement` the steps from the sum due
    to the balance or the refund, `vat` the rate in percent between `basis` and the other
    (`None`: no other); no other program is given them.
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
    settlement: tuple[Line, ...] = ()
    vat: Decimal | None = None

    def in_other_basis(self, amount: Decimal) -> Decimal:
        """One of its sums, rounded half up to the cent, in the basis in which they are not said.

        >>> taxed = Calculation("amount", "CGV-15J", "deposit", basis="TTC", vat=Decimal(20))
        >>> taxed.in_other_basis(Decimal(240))
        Decimal('200.00')
        """
        rate = 1 + (self.vat or Decimal(0)) / 100
        converted = amount * rate if self.basis == "HT" else amount / rate
        return to_cents(converted)

    @property
    def steps(self) -> tuple[Line, ...]:
        """The lines of what is due, then those that lead to what is left to pay or comes back."""
        return (*self.lines, *self.settlement)

    @property
    def sums(self) -> tuple[Decimal, ...]:
        """Every sum that it gives: what is due in either basis, what is left or comes back, each step."""
        due = (self.due_min, self.due_max, *(self.due_other_basis or ()), self.balance, self.refund)
        return tuple(one for one in (*due, *(line.amount for line in self.steps)) if one is not None)
