"""The closed vocabulary of the rules: what the clauses of an edition may say.

An edition is one YAML file of corpus/rules, read into `Clauses`. Each leaf is a
clause: a value, its unit, the article it stands in and that article's words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from assistant.datatypes import ClientKind
from assistant.fees.clause import Days, Euros, Months, Points, Policy, Share, Times
from assistant.fees.yaml_files import Entry


class Withdrawal(Entry):
    """A private individual's right to withdraw: `delay` from the signature, for those `orders`."""

    delay: Days
    orders: Policy[Literal["any", "online"]]


class Tier(Entry):
    """What is due when the notice comes at least `notice` days before (`None`: any later).

    `keeps` is a share of the price, or the deposit as it was paid, never more than the deposit
    share of the price; `unpaid` is what an unpaid deposit changes.
    """

    notice: Days | None
    keeps: Annotated[Share | Policy[Literal["deposit_paid"]], Field(discriminator="unit")]
    unpaid: Policy[Literal["same_fee", "unknown_cost", "unknown_cost_up_to_fee"]]

    @model_validator(mode="after")
    def _fee_is_a_share(self) -> Self:
        if self.unpaid.value == "unknown_cost_up_to_fee" and not isinstance(self.keeps, Share):
            raise ValueError("unknown_cost_up_to_fee demande une part du prix dans keeps")
        return self


class Cancellation(Entry):
    """The tiers, longest notice first, the last without a notice; and a started training."""

    started: Share
    tiers: tuple[Tier, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _longest_notice_first(self) -> Self:
        *timed, last = self.tiers
        days = [tier.notice.value for tier in timed if tier.notice is not None]
        if len(days) < len(timed) or days != sorted(set(days), reverse=True) or last.notice is not None:
            raise ValueError("les paliers vont du plus long délai au dernier, qui n'en a pas")
        if 0 in days:
            raise ValueError("un délai de 0 jour est une formation commencée, pas un palier")
        return self


class Discretion(Entry):
    """A postponement costs from nothing to the cancellation fee, as the company decides."""

    kind: Literal["at_discretion"]
    choice: Policy[Literal["no_fee_or_fee"]]
    cap: Policy[Literal["cancellation_fee_of_the_day"]]
    started: Share


class DepositKept(Entry):
    """A postponement costs the deposit when made within a delay from the order, else a share."""

    kind: Literal["deposit_kept"]
    within: Months
    keeps: Share
    too_late: Share
    started: Share


class ForeignPrepayment(Entry):
    """A foreign client has paid nothing: the company may cancel, at most for a share."""

    reminder: Months
    at_most: Share


LateClient = Literal["indemnity", "indemnity_by_law_only", "no_indemnity", "other_law"]


class LateClients(Policy[Mapping[ClientKind, LateClient]]):
    """What a late payment costs beside the interest, by kind of client."""

    @model_validator(mode="after")
    def _every_client(self) -> Self:
        missing = set(get_args(ClientKind)) - set(self.value)
        if missing:
            raise ValueError(f"rien n'est dit de {', '.join(sorted(missing))}")
        return self


class LatePayment(Entry):
    """Interest at the reference rate plus a margin, floored; and the recovery indemnity.

    `anchor` is the date whose reference rate applies; « semestriel » leaves two readings of it.
    """

    margin: Points
    floor: Times
    anchor: Policy[Literal["first_of_january", "first_of_semester"]]
    applies_to: Policy[Literal["TTC"]]
    indemnity: Euros
    clients: LateClients


class RecognisedBy(Entry):
    """Words that stand in an article of this edition and of no other."""

    article: str
    words: str


class Clauses(Entry):
    """Everything one edition says about money.

    `headline` is the basis in which sums are said, `acceptance` what makes an order firm; what
    each policy means is told in `corpus/rules/README.md`.
    """

    edition: str = Field(min_length=1)
    title: str
    recognised_by: tuple[RecognisedBy, ...]
    headline: Policy[Literal["as_given", "TTC"]]
    offer: Days | None = None
    acceptance: Policy[Literal["signed", "in_writing"]]
    deposit: Share
    withdrawal: Withdrawal | None = None
    cancellation: Cancellation
    postponement: Annotated[Discretion | DepositKept, Field(discriminator="kind")]
    provider_cancellation: Policy[Literal["sums_refunded"]]
    provider_postponement: Policy[Literal["sums_kept"]] | None = None
    paid_by_foreign_client: Policy[Literal["before_start"]] | None = None
    unpaid_by_foreign_client: ForeignPrepayment | None = None
    absence: Share
    absence_intra: Share | None = None
    opco_balance: Policy[Literal["balance_to_client"]]
    opco_silent: Months | None = None
    late_payment: LatePayment
    solicitation: Times
    solicitation_of_subcontractor: Share | None = None
    liability_cap: Share
    liability_for: Policy[Literal["direct_only"]] | None = None
    termination: Days | None = None
