"""The company whose documents these are: its names, as they are found in a message and said in an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import TypeVar

from assistant.datatypes import Document
from assistant.french import fold, fold_letters

US = "<us>"
"""What stands for the company in our own sentences, until an answer is made of them."""
OURS = "ceans"
"""What stands for the company's name in a message as the finders read it, whatever the name."""

_NOBODY = "l'organisme de formation"  # where no document names the company
_NO_NAME = re.compile(  # titles of a page on the company that do not name it
    r"(l'|la |le |notre )?(entreprise|societe|organisme|identite|presentation|contacts?|mentions legales"
    r"|qui sommes nous|a propos|about us|company)\b.*"
)
_AGREEING = re.compile(rf"({US} \w+-(?:t-)?)elle\b")
_ELIDED = re.compile(rf"\b([Dd]|[Qq]u)e {US}")
_OPENING = re.compile(rf"(^|[.?!]\s+|\n){US}")
_BEFORE, _AFTER = r"(?<![\w.@-])", r"(?![\w@]|[.-]\w)"
Said = TypeVar("Said")


def names_of_company(documents: Iterable[Document]) -> tuple[str, ...]:
    """The names by which the documents call the company, the one to say first; none where none does.

    A title that holds the id, such as « Identité de BORÉAL » with the id `BOREAL`, names it by that part.
    """
    found = (name for one in documents if one.kind == "company" for name in (_short(one), one.title, one.id))
    return tuple(dict.fromkeys(name for name in found if name and not _NO_NAME.fullmatch(_plain(name))))


@lru_cache(maxsize=4096)
def name_ours(text: str, names: tuple[str, ...]) -> str:
    """A text where the company goes by `OURS`, whatever its name, accents and capitals.

    >>> name_ours("Boreal rembourse, dpo@boreal.fr ; BOREAL-01", ("BORÉAL",))
    'ceans rembourse, dpo@boreal.fr ; BOREAL-01'
    """
    for name in sorted(names, key=len, reverse=True):
        called = re.compile(_BEFORE + re.escape(fold_letters(name)) + _AFTER)
        for match in reversed([*called.finditer(fold_letters(text))]):
            text = text[: match.start()] + OURS + text[match.end() :]
    return text


def name_back(text: str, name: str) -> str:
    """A text that `name_ours` made, with the company's name again."""
    return re.sub(rf"\b{OURS}\b", lambda _: name, text)


def say_company(said: Said, name: str) -> Said:
    """A text, or a record with all its texts, where the company goes by its name; `""`: by what it is.

    >>> say_company("<us> garde la somme. C'est à <us> que <us> doit la rendre", "ACME")
    "ACME garde la somme. C'est à ACME qu'ACME doit la rendre"
    >>> say_company("À quelle date <us> reçoit-elle votre écrit ? <us> le dit.", "")
    "À quelle date l'organisme de formation reçoit-il votre écrit ? L'organisme de formation le dit."
    """
    if isinstance(said, str):
        return _say(said, name) if US in said else said  # type: ignore[return-value]  # both are `str`
    if isinstance(said, tuple):
        return tuple(say_company(one, name) for one in said)  # type: ignore[return-value]
    if is_dataclass(said) and not isinstance(said, type):
        every = ((one.name, getattr(said, one.name)) for one in fields(said))
        return replace(said, **{field: say_company(value, name) for field, value in every})
    return said


def _say(text: str, name: str) -> str:
    if not name:
        text = _AGREEING.sub(r"\1il", text.replace(f"conseiller {US}", "conseiller"))
        text = _OPENING.sub(lambda before: f"{before[1]}{_NOBODY[0].upper()}{_NOBODY[1:]}", text)
    elif fold(name)[:1] in ("a", "e", "i", "o", "u"):
        text = _ELIDED.sub(rf"\1'{US}", text)
    return text.replace(US, name or _NOBODY)


def _short(company: Document) -> str:
    """The part of the title that the id repeats; nothing where none does."""
    found = re.search(rf"\b{re.escape(_plain(company.id))}\b", _plain(company.title))
    return company.title[found.start() : found.end()] if found else ""


def _plain(name: str) -> str:
    """A name folded in its place, its marks as spaces."""
    return re.sub(r"[^a-z0-9' ]", " ", fold_letters(name))
