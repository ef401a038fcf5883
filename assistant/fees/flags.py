"""Doubts of the texts and rules of law to show beside a sum; they change no figure."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import Field

from assistant.datatypes import CalculationKind, Case, ClientKind, Event, Flag
from assistant.fees.yaml_files import Entry, read_yaml

Mark = Literal[
    "as_given",  # the sums are said in the basis of the price
    "client_assumed",  # the client is taken for a company
    "deposit_assumed",  # the deposit is taken as paid
    "deposit_kept",  # the deposit paid is what is kept
    "deposit_short",  # less than the deposit was paid
    "deposit_unpaid",  # the deposit was said not to be paid
    "discretion",  # the company chooses what a postponement costs
    "foreign_unpaid",  # a foreign client has paid nothing
    "indemnity_by_law",  # the recovery indemnity is due by statute, not by the terms
    "moved_deposit",  # a postponement keeps the deposit
    "near_threshold",  # the notice is within one day of a threshold
    "no_due_date",  # the invoice's due date is not known
    "not_signed",  # the notice came before the signature
    "opco",  # an OPCO pays a part
    "part_payment",  # a part of the invoice was paid before the rest
    "readings_differ",  # the two readings of « 1er janvier » give two sums
    "share_due",  # a share of the price is due as a fee
    "started",  # the training has started
    "whole_price",  # the whole price is due as a fee
    "withdrawal_open",  # the notice came inside the withdrawal period
    "withdrawal_over",  # a private individual's notice, outside any withdrawal period
]


class When(Entry):
    """The conditions of a flag: each one given has to hold; of `marks`, all of them."""

    editions: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    clients: tuple[ClientKind, ...] = ()
    kinds: tuple[CalculationKind, ...] = ()
    marks: tuple[Mark, ...] = ()


class FlagRule(Entry):
    """A flag, where it comes from, and when it is shown."""

    id: str = Field(min_length=1)
    text: str = Field(min_length=1)
    source: str = Field(min_length=1)
    when: When


class FlagFile(Entry):
    """A file of flags, in the order in which they are shown."""

    flags: tuple[FlagRule, ...]


def read_flags(folder: Path) -> tuple[FlagRule, ...]:
    """The flags of the files of a folder, none when there is no such folder."""
    return tuple(flag for path in sorted(folder.glob("*.yaml")) for flag in read_yaml(path, FlagFile).flags)


def find_flags(
    flags: Iterable[FlagRule], case: Case, *, edition: str, kind: CalculationKind, marks: frozenset[Mark]
) -> tuple[Flag, ...]:
    """The flags that hold for a result of that kind, with those marks."""
    client: ClientKind = case.client or ("individual" if case.event == "withdrawal" else "company")
    return tuple(
        Flag(id=one.id, text=one.text)
        for one in flags
        if (not one.when.editions or edition in one.when.editions)
        and (not one.when.events or case.event in one.when.events)
        and (not one.when.clients or client in one.when.clients)
        and (not one.when.kinds or kind in one.when.kinds)
        and marks.issuperset(one.when.marks)
    )
