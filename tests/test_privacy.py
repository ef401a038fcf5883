"""What identifies a person is masked; sums, dates and references are not."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.privacy import EMAIL, IBAN, PHONE, mask, mask_logs


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (EMAIL, "a.martin+cgv@exemple.fr"),
        (EMAIL, "Jean.O'Neil@mail.exemple.co.uk"),
        (PHONE, "06 12 34 56 78"),
        (PHONE, "06.12.34.56.78"),
        (PHONE, "01-23-45-67-89"),
        (PHONE, "0612345678"),
        (PHONE, "06\u00a012\u00a034\u00a056\u00a078"),
        (PHONE, "06\u202f12\u202f34\u202f56\u202f78"),
        (PHONE, "06 39 98 00 01"),
        (PHONE, "+33 (0)6 12 34 56 78"),
        (PHONE, "0033 6 12 34 56 78"),
        (PHONE, "+32 2 555 12 12"),
        (PHONE, "06-12-34-56-78"),
        (PHONE, "+1 (212) 555-0100"),
        (PHONE, "+33612345678"),
        (IBAN, "FR7630006000011234567890189"),
        (IBAN, "fr76 3000 6000 0112 3456 7890 189"),
        (IBAN, "FR76 30006 00001 12345678901 89"),
        (IBAN, "FR76 3000 6000 0112 3456 7890 188"),
        (IBAN, "GB29 NWBK 6016 1331 9268 19"),
        (IBAN, "BE68 5390 0754 7034"),
    ],
)
def test_what_identifies_a_person_is_masked(mark: str, told: str) -> None:
    """Each way of writing it is masked whole, and the words around stay."""
    assert f"Voici : {mark} pour la suite." == mask(f"Voici : {told} pour la suite.")


@pytest.mark.parametrize(
    "told",
    [
        "4 500,50 € HT, soit 1 200 000,00 € TTC",
        "du 01/02/2027 au 12.03.2027 à 10 h",
        "le 01.02.2027 30 jours avant le 03.04.2027",
        "RCL-RCL-05, CGV-30J, article 3.6",
        "SIRET 123 456 789 00102 75001 Paris, TVA FR12 123456789",
        "10 12 14 16 18 participants",
    ],
)
def test_sums_dates_and_references_stay(told: str) -> None:
    """What a test of the assistant needs is left as it was typed."""
    assert told == mask(told)


def test_what_stands_before_a_number_does_not_hide_it() -> None:
    """A number after a label, a full stop or another figure is masked all the same."""
    assert f"tél.{PHONE} poste 3 {PHONE}" == mask("tél.06.12.34.56.78 poste 3 06 12 34 56 78")


@given(st.text())
def test_masking_twice_is_masking_once(text: str) -> None:
    """A masked text has nothing left to mask."""
    assert mask(mask(text)) == mask(text)


@pytest.fixture
def masked_logs() -> Iterator[None]:
    """Logs are masked during the test."""
    before = logging.getLogRecordFactory()
    mask_logs()
    yield
    logging.setLogRecordFactory(before)


@pytest.mark.usefixtures("masked_logs")
def test_logs_are_masked_tracebacks_included(caplog: pytest.LogCaptureFixture) -> None:
    """No line holds an address, in its message, its arguments or its traceback."""
    try:
        raise ValueError("b@exemple.fr")
    except ValueError:
        logging.getLogger("any").exception("Refus pour %s, c@exemple.fr, %d fois", "a@exemple.fr", 3)

    assert "exemple.fr" not in caplog.text
    assert f"Refus pour {EMAIL}, {EMAIL}, 3 fois" in caplog.text
    assert f"ValueError: {EMAIL}" in caplog.text


@pytest.mark.usefixtures("masked_logs")
def test_a_line_without_arguments_is_logged_as_it_is(caplog: pytest.LogCaptureFixture) -> None:
    """A percent sign in a message that takes no argument, and one argument by name, do not matter."""
    logging.getLogger("any").warning("30 % du prix")
    logging.getLogger("any").warning("%(rate)s du prix", {"rate": "12 %"})

    assert ["30 % du prix", "12 % du prix"] == caplog.messages
