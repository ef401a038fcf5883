"""A notice by word of mouth counts for nothing, and of two in writing the first received counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.roles import Span
from assistant.answering.understand.timing.notice import Notice
from assistant.answering.understand.timing.thresholds import straddles
from assistant.datatypes import TermsFigures
from assistant.french import NBSP, say_date

_BOUNDARY = re.compile(r"[,;:!?]|\.(?=\s|$)|\b(?:mais|puis|ensuite|et|but|then|and)\b")
_CONFIRMS = re.compile(r"\b(?:je|nous|on|i|we) (?:vous |te )?confirm")
_SURE = -50  # the distance of a role that the clause settles
_NOTICES = ("notice", "sent")
ASK_WRITTEN = f"Seul un écrit compte{NBSP}: à quelle date <us> reçoit-elle votre demande écrite{NBSP}?"


def only_said(text: str) -> bool:
    """Whether a notice is said to be given by word of mouth, and not written."""
    return says("notice.oral", text) and not says("notice.written", text)


def spoken(text: str, spans: Sequence[Span], notices: Sequence[bool] = ()) -> set[int]:
    """The places of the spans that tell a notice by word of mouth, where another is in writing.

    That one may tell a notice (`notices`), or the message itself confirm what was spoken of.

    >>> from assistant.answering.understand.timing.notice import find_durations
    >>> said = "prevenu par telephone 40 jours avant, mail recu 26 jours avant"
    >>> spoken(said, find_durations(said))
    {0}
    """
    clauses = [_clause(text, one) for one in spans]
    written = [says("notice.in_writing", one) for one in clauses]
    mouths = {
        place for place, one in enumerate(clauses) if says("notice.by_mouth", one) and not written[place]
    }
    others = any(said and place not in mouths for place, said in enumerate(notices))
    return mouths if any(written) or others or _CONFIRMS.search(text) else set()


def weigh_writings(ranked: Sequence[dict[str, int]], text: str, spans: Sequence[Span]) -> None:
    """Give the roles of a notice by word of mouth, and of an e-mail that a letter confirms."""
    clauses = [_clause(text, one) for one in spans]
    notices = [bool(one) and min(one, key=lambda role: one[role]) in _NOTICES for one in ranked]
    letters = [said and says("notice.letter", one) for said, one in zip(notices, clauses, strict=True)]
    mails = [
        said and says("notice.mail", one) and not letter
        for said, one, letter in zip(notices, clauses, letters, strict=True)
    ]
    mouths = spoken(text, spans, notices)
    for place, roles in enumerate(ranked):
        if place in mouths and (notices[place] or not roles):
            roles["other"] = _SURE
        elif any(mails) and any(letters) and (mails[place] or letters[place]):
            roles["mail" if mails[place] else "notice"] = _SURE


def first_received(mail: date, letter: date, start: date | None, figures: TermsFigures) -> Findings:
    """The notice of an e-mail confirmed by letter: the e-mail's, asked about when that decides."""
    if start and not straddles(Notice(0, (start - letter).days, (start - mail).days), figures):
        return Findings({"notice_date": mail})
    told = f"le {say_date(mail)} par mail, le {say_date(letter)} par lettre"
    asked = f"Les CGV demandent un écrit reçu, sans exiger de lettre. Vous en citez deux ({told})"
    return ask("notice_date", f"{asked}{NBSP}: lequel <us> a-t-elle reçu d'abord{NBSP}?")


def _clause(text: str, span: Span) -> str:
    """The clause in which a span stands."""
    before = _BOUNDARY.split(text[: span.start])[-1]
    return before + text[span.start : span.end] + _BOUNDARY.split(text[span.end :])[0]
