"""The pages of a PDF as one text: what every page repeats said once, lines cut by the page made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.french import STOPWORDS, fold

_PAGE_NUMBER = re.compile(r"(?:page|p\.)? ?\d+(?: ?(?:/|sur|of) ?\d+)?", re.IGNORECASE)
_ITEM = re.compile(r"[-–—•*▪◦·➢✓#]\s?|(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-z])\s?[.)–—:-]\s")
_ENDS = (".", "!", "?", ":", ";", "…")
_WIDE = 0.6  # of the width of its page: a shorter line was ended by its author
_WIDTH = 0.9  # the share of a page's lines that are no longer than its width


def join_pages(pages: Iterable[str]) -> str:
    r"""One text: lines that most pages repeat at their edges stand once, at its end; page numbers nowhere.

    A line as wide as its page goes on in the next one, where that is no item and no new sentence.

    >>> join_pages(["Durand SARL\nLa formation est prise en charge\npar la CARSAT.", "Durand SARL\nFin."])
    'La formation est prise en charge par la CARSAT.\n\nFin.\n\nDurand SARL'
    """
    lines = [[" ".join(one.split()) for one in page.splitlines() if one.strip()] for page in pages]
    above, below = _repeated(lines), _repeated([page[::-1] for page in lines])
    text = ""
    for page in lines:
        kept = _unbroken(_without(below, _without(above, page)[::-1])[::-1])
        goes_on = kept and kept[0][0].islower() and (text[-1:].islower() or text[-1:] == ",")
        text += (" " if goes_on else "\n\n" if text and kept else "") + "\n".join(kept)
    told = dict.fromkeys(one for one in (*above, *below) if not _PAGE_NUMBER.fullmatch(one))
    return "\n\n".join([text, *told]).strip()


def _repeated(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines, from the top, that most pages have in the same place, figures apart."""
    found: list[str] = []
    while len(pages) > 1:
        here = [page[len(found)] for page in pages if len(found) < len(page)]
        shape, count = Counter(map(_shape, here)).most_common(1)[0] if here else ("", 0)
        if 2 * count <= len(pages) or _ITEM.match(shape):
            break
        found.append(next(one for one in here if _shape(one) == shape))
    return found


def _without(repeated: Sequence[str], page: Sequence[str]) -> Sequence[str]:
    """The lines of a page without those, at its top, that others repeat."""
    shapes = [*map(_shape, repeated)]
    return page[next((n for n, one in enumerate(page) if _shape(one) not in shapes), len(page)) :]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _unbroken(lines: Sequence[str]) -> list[str]:
    lengths = sorted(map(len, lines))
    width = lengths[int(_WIDTH * (len(lines) - 1))] if lines else 0
    found: list[str] = []
    last = ""
    for line in lines:
        if found and len(last) >= _WIDE * width and _goes_on(last, line):
            found[-1] += f" {line}"
        else:
            found.append(line)
        last = line
    return found


def _goes_on(line: str, following: str) -> bool:
    """Whether the next line belongs to the same sentence.

    >>> _goes_on("prise en charge par la", "CARSAT"), _goes_on("Tenir un journal", "Lire un bilan")
    (True, False)
    """
    if line.endswith(_ENDS) or _ITEM.match(following):
        return False
    if not following[0].isupper():
        return True
    before = [one for one in re.split(r"[\s'’(«]+", line) if one][-1]
    after = following.split(maxsplit=1)[0]
    cut_name = before.isupper() and after.isupper() and min(len(before), len(after)) > 1
    return fold(before) in STOPWORDS or (cut_name and not line.isupper())
