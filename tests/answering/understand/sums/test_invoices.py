"""An invoice settled in two payments, or several invoices alike."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assistant.answering.understand.findings import Findings
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.invoices import read_invoices
from assistant.datatypes import Case, Doubt

TODAY = date(2026, 11, 20)
APRIL, MAY = date(2026, 4, 20), date(2026, 5, 20)
KNOWN = Case("late_payment", price=Decimal(2400), basis="TTC", due_date=date(2026, 3, 31))


@pytest.mark.parametrize(
    ("told", "paid"),
    [
        ("1 000 € le 20 avril 2026 et le reste le 20 mai 2026", 1000),
        ("le solde de 1 400 € le 20 mai 2026, après 1 000 € le 20 avril 2026", 1000),
        ("1 400 € le 20 avril 2026 et 1 000 € le 20 mai 2026", 1400),
        ("25 % payés le 20 avril 2026, le solde le 20 mai", 600),
    ],
)
def test_the_part_is_the_payment_that_came_first(told: str, paid: int) -> None:
    """However it is told, the part is the sum of the earlier day, and the rest is paid on the later."""
    facts = read_invoices(prepare(told), TODAY, Findings(), KNOWN).facts
    assert (paid, APRIL, MAY) == (facts["paid"], facts["part_payment_date"], facts["payment_date"])
    assert (Decimal(2400), "TTC") == (facts["price"], facts["basis"])


@pytest.mark.parametrize(
    ("told", "invoices", "asked"),
    [
        ("2 factures de 1 000 € échues le 31 mars, payées le 20 mai", 2, ()),
        ("2 factures de 1 000 € et 500 € échues le 31 mars, payées le 20 mai", None, ("price",)),
        ("2 factures de 1 000 € en tout, échues le 31 mars, payées le 20 mai", None, ("price",)),
        ("2 factures de 1 000 € échues le 31 mars et le 30 avril, payées le 20 mai", None, ("price",)),
    ],
)
def test_invoices_alike_are_counted(told: str, invoices: int | None, asked: tuple[str, ...]) -> None:
    """Invoices of one sum and the same days are counted; of others, the first is asked for."""
    doubtful = Findings(doubts=(Doubt("price", "Vous citez plusieurs prix."),))
    found = read_invoices(prepare(told), TODAY, doubtful, None)
    assert invoices == found.facts.get("invoices")
    assert asked == tuple(one.field for one in found.doubts)
