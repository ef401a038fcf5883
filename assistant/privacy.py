"""Personal data out of what is logged and shared: e-mail addresses, telephone numbers, IBANs."""

from __future__ import annotations

import logging
import re
from traceback import format_exception
from typing import Any

EMAIL = "[adresse e-mail]"
PHONE = "[téléphone]"
IBAN = "[IBAN]"

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
# Groups after the first hold a figure, or are the four capitals of a bank: a word that follows stays.
_IBAN = re.compile(
    r"(?<![^\W_])[A-Za-z]{2}\d{2}[A-Za-z0-9]*"
    r"(?:[\s.-](?:(?=[A-Za-z]*\d)[A-Za-z0-9]+|[A-Z]{4})(?![^\W_]))*"
)
_SHORTEST_IBAN = 15
# In pairs after the first two figures, with one and the same mark between them, or none.
_FRENCH_PHONE = re.compile(r"(?<!\w)(?<!\d[.,/])0[1-9](?:\d{8}|([\s.-])\d{2}(?:\1\d{2}){3})(?!\w)")
_WORLD_PHONE = re.compile(r"(?<!\w)(?:\+|(?<!\d[\s.-])00)[1-9](?:[\s.()-]{0,2}\d){7,14}(?!\w)")


def mask(text: str) -> str:
    """The text without its e-mail addresses, telephone numbers and IBANs.

    A mistyped IBAN is masked too: its shape is enough.

    >>> mask("Écrire à a.martin@exemple.fr ou appeler le 06 39 98 00 01")
    'Écrire à [adresse e-mail] ou appeler le [téléphone]'
    """
    text = _IBAN.sub(_mask_iban, text)
    for pattern, mark in ((_EMAIL, EMAIL), (_WORLD_PHONE, PHONE), (_FRENCH_PHONE, PHONE)):
        text = pattern.sub(mark, text)
    return text


def _mask_iban(match: re.Match[str]) -> str:
    size = sum(one.isalnum() for one in match.group())
    return IBAN if size >= _SHORTEST_IBAN else match.group()


class MaskedRecord(logging.LogRecord):
    """A line of a log whose message, arguments and traceback are masked."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        if isinstance(self.args, tuple):
            self.args = tuple(mask(one) if isinstance(one, str) else one for one in self.args)
        if self.exc_info and self.exc_info[0] is not None:
            self.exc_text = mask("".join(format_exception(*self.exc_info)).rstrip())

    def getMessage(self) -> str:  # noqa: N802  the name that `logging` gives it
        """The message, masked."""
        return mask(super().getMessage())


def mask_logs() -> None:
    """Mask every line logged from now on, whatever logs it and wherever it is written."""
    logging.setLogRecordFactory(MaskedRecord)
