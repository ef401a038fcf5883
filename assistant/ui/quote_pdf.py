"""A simulation as one page of PDF, to send to a client."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, XPos, YPos
from fpdf.fonts import FontFace

from assistant.company import names_of_company, say_company
from assistant.datatypes import Calculation, Case, Corpus
from assistant.french import NBSP
from assistant.ui.escaping import bind
from assistant.ui.quote_words import QuotePage, write_quote

_FONT = "helvetica"  # every reader of PDF has it: nothing to embed
_ENCODING = "cp1252"  # all that French needs, « œ » and « € » included
_INK, _PALE, _COLOUR = (30, 36, 44), (230, 238, 244), (23, 89, 127)
_MARGIN = 16
_WIDTHS = (40, 36, 20, 24)  # of the columns of the steps
# Sizes of the letters, in points, and longest quotes, in characters, from the best to the tightest.
_FITS = ((11, 900), (10, 700), (9, 500), (8, 350), (7, 220), (6, 120), (5, 0))
_SPACES = dict.fromkeys("\u202f\u2007\u2009\u200a", NBSP)
_SIGNS = str.maketrans({**_SPACES, "\u2011": "-", "\u2212": "-", "→": "-", "≤": "<=", "≥": ">="})


def quote_pdf(
    case: Case, calculation: Calculation, corpus: Corpus, *, today: date, course: str = ""
) -> bytes:
    """One A4 page: the sum, what it rests on, and what a person has still to confirm.

    Letters shrink and quotes shorten until all stands on the page; when even that
    is not enough, the page says how many points it leaves out.
    """
    words = write_quote(case, calculation, corpus, today=today, course=course)
    company = next(iter(names_of_company(corpus.documents)), "")
    for attempt in _attempts(words):
        pdf = _draw(*say_company(attempt, company), today)
        if pdf.page_no() == 1:
            break
    return bytes(pdf.output())


def _attempts(words: QuotePage) -> Iterator[tuple[QuotePage, int, int]]:
    for size, longest in _FITS:
        yield words, size, longest
    size, longest = _FITS[-1]
    points, kept = words.remarks, len(words.remarks)
    while kept:
        kept = kept * 4 // 5
        left = f"Et {len(points) - kept} autre(s) point(s) à demander à <us>."
        yield replace(words, remarks=(*points[:kept], left)), size, longest


def _draw(words: QuotePage, size: int, longest: int, today: date) -> FPDF:
    pdf = _Page(size)
    pdf.set_title(_printable(words.title))
    pdf.set_creation_date(datetime.combine(today, time(), UTC))
    pdf.write_block(words.title, bold=True, scale=1.7, colour=_COLOUR)
    pdf.write_block(words.day)
    pdf.write_total(words.total)
    for note in words.notes:
        pdf.write_block(note)
    if words.steps:
        pdf.write_heading("Le calcul")
        pdf.write_steps(words.steps)
    pdf.write_heading("Ce qui a été pris en compte")
    pdf.write_inputs(words.inputs)
    if words.clauses:
        pdf.write_heading("Les clauses")
    for clause in words.clauses:
        pdf.write_block(clause.title, bold=True)
        if quote := clause.quote(longest):
            pdf.write_block(f"«{NBSP}{quote}{NBSP}»")
    if words.remarks:
        pdf.write_heading("À savoir")
    for point in words.remarks:
        pdf.write_block(f"•{NBSP}{point}")
    pdf.write_heading("")
    pdf.write_block(words.standing, bold=True)
    return pdf


class _Page(FPDF):
    """A page whose letters have one size, in points, and whose lines follow from it."""

    def __init__(self, size: int) -> None:
        super().__init__(format="A4")
        self.core_fonts_encoding = _ENCODING
        self.size = size
        self.leading = size * 0.5  # in millimetres
        self.set_lang("fr")
        self.set_margin(_MARGIN)
        self.set_auto_page_break(True, margin=_MARGIN)
        self.add_page()
        self.set_text_color(*_INK)
        self.set_draw_color(*_PALE)

    def write_block(
        self,
        text: str,
        *,
        bold: bool = False,
        scale: float = 1.0,
        colour: tuple[int, int, int] = _INK,
        fill: bool = False,
    ) -> None:
        """Write some lines, the whole width of the page."""
        self.set_font(_FONT, style="B" if bold else "", size=self.size * scale)
        self.set_text_color(*colour)
        self.multi_cell(
            0,
            self.leading * scale,
            _printable(text),
            fill=fill,
            align="L",
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )

    def write_heading(self, text: str) -> None:
        """Write a heading, after some room."""
        self.ln(self.leading * 0.6)
        if text:
            self.write_block(text, bold=True, scale=1.15, colour=_COLOUR)

    def write_total(self, text: str) -> None:
        """Write the sum, on a pale ground."""
        self.ln(self.leading * 0.4)
        self.set_fill_color(*_PALE)
        self.write_block(text, bold=True, scale=1.8, fill=True)
        self.ln(self.leading * 0.4)

    def write_steps(self, steps: tuple[tuple[str, str, str, str], ...]) -> None:
        """Write the steps as a table."""
        self._write_table(
            (("Étape", "Calcul", "Montant", "Article"), *steps),
            widths=_WIDTHS,
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            text_align=("LEFT", "LEFT", "RIGHT", "LEFT"),
            headings_style=FontFace(emphasis="BOLD", color=_COLOUR),
        )

    def write_inputs(self, inputs: tuple[tuple[str, str], ...]) -> None:
        """Write what was told, its name beside it."""
        self._write_table(
            inputs,
            widths=(1, 2),
            borders_layout=TableBordersLayout.NONE,
            first_row_as_headings=False,
        )

    def _write_table(
        self, rows: tuple[tuple[str, ...], ...], *, widths: tuple[int, ...], **options: Any
    ) -> None:
        self.set_font(_FONT, size=self.size)
        self.set_text_color(*_INK)
        self.set_fill_color(255)
        with self.table(
            col_widths=widths, line_height=self.leading, gutter_width=2, align="LEFT", **options
        ) as table:
            for cells in rows:
                table.row([_printable(one) for one in cells])


def _printable(text: str) -> str:
    """The text in the letters of the font; a letter that it lacks loses its accent, or becomes « ? ».

    >>> _printable("Œuvre à 30€, Łódź ≥ 2")
    'Œuvre à 30€, ?ódz >= 2'
    """
    return "".join(map(_printable_letter, bind(text).translate(_SIGNS)))


def _printable_letter(letter: str) -> str:
    for tried in (letter, unicodedata.normalize("NFKD", letter)[:1]):
        if tried.encode(_ENCODING, "ignore"):
            return tried
    return "?"
