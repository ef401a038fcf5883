"""French words and typography: folding, stems, sentences, sums and dates as people read them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from itertools import filterfalse

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

NBSP = "\u00a0"
# The apostrophes and hyphens that a word processor writes are those of a keyboard.
_PLAIN = dict(zip("’‘ʼ\u2010\u2011", "'''--", strict=True))
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", **_PLAIN})
_WORD = re.compile(r"[a-z0-9]+(?:[.,@%][a-z0-9]+)*")
_COMPOUND = re.compile(r"\bsous[- ](?=trait)")  # who subcontracts does not treat of something
_WE_ARE = re.compile(r"(?<=\bnous )sommes\b|(?<=\bnous ne )sommes\b")  # no sums of money
_FEMININE = re.compile(r"(?<=.{5})ees?$")  # « annulée » without the accent that the stemmer goes by
_MISTAKEN = {"data": "donnees"}  # English, which the stemmer takes for a form of « date »
_ABBREVIATION = re.compile(r"(?:\b(?:art|cf|ex|env|n|no|p|M|Mme|L|R|D|tél|réf|max|min)|\b[A-Z]|\betc)\.$")
_SENTENCE_END = re.compile(r"[.!?…](?:\s*»)?(?=\s)|\n\s*(?=[-*•–]\s|\||\d+[.)]\s)|\n\s*\n|\n(?=[^a-zà-ÿ])")

# Words that carry no subject, folded. Negations and interrogatives are here too.
STOPWORDS = frozenset(
    """
    a ai ait alors apres as au aucun aura aussi autre aux avec avez avoir avons c ca car ce ceci
    cela celle celui ces cet cette ceux chaque ci comme comment d dans de des dit dois doit donc
    dont du elle elles en encore entre es est et etait ete etes etre eu eux faire fait faites faut
    font h hors ici il ils j je jusqu l la le les leur leurs lors lorsque lui m ma mais me meme
    mes moi mon n ne ni non nos notre nous on ont ou par parce pas peu peut peuvent peux plus pour
    pourquoi pouvez pouvons puis puisque qu quand que quel quelle quelles quels qui quoi s sa sans se sera ses
    si soit son sont sous sur t ta te tes toi ton tous tout toute toutes tres tu un une va vers
    veux veut voici voila vos votre vous y i the of to is are what how do does can my we you our
    your it in on for and or if be with
    """.split()
)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case, no accents, plain apostrophes and hyphens, every run of white space one space.

    >>> fold("L’œuvre   À signer"), fold("CGV\u201115J")
    ("l'oeuvre a signer", 'cgv-15j')
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return " ".join("".join(filterfalse(unicodedata.combining, plain)).lower().split())


def fold_letters(text: str) -> str:
    """The text folded letter by letter, so that each one stays in its place.

    >>> fold_letters("À l’œuvre")
    "a l'œuvre"
    """
    folded = ((one, fold(one)) for one in text)
    return "".join(plain if len(plain) == 1 else one for one, plain in folded)


def words(text: str) -> list[str]:
    """The folded words of a text, in order; figures and addresses stay whole.

    >>> words("L'acompte de 30 % (dpo@lexom.fr)")
    ['l', 'acompte', 'de', '30', 'dpo@lexom.fr']
    >>> words("Nous sommes un sous-traitant, pour des sommes dues")
    ['nous', 'etes', 'un', 'soustraitant', 'pour', 'des', 'sommes', 'dues']
    """
    return _WORD.findall(_COMPOUND.sub("sous", _WE_ARE.sub("etes", fold(text))))


def content_words(text: str) -> list[str]:
    """The folded words that carry a subject."""
    return [word for word in words(text) if word not in STOPWORDS]


@cache
def _stemmer() -> object:
    import Stemmer

    return Stemmer.Stemmer("french")


def stems(text: str) -> list[str]:
    """The French stems of the words that carry a subject.

    Accents are stripped before and not after stemming, so that a question typed
    without them meets the text.

    >>> stems("Les annulations tardives")
    ['annul', 'tardiv']
    """
    return stem_words(content_words(text))


def stem_words(folded: list[str]) -> list[str]:
    """The French stems of folded words, one each.

    >>> stem_words(["apres", "annulation", "annulee"])
    ['apre', 'annul', 'annul']
    """
    plain = [_MISTAKEN.get(one) or _FEMININE.sub("e", one) for one in folded]
    found: list[str] = _stemmer().stemWords(plain)  # type: ignore[attr-defined]  # no stubs
    return found


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence or list item, white space trimmed.

    >>> [("Un. Deux, art. 3."[a:b]) for a, b in sentence_spans("Un. Deux, art. 3.")]
    ['Un.', 'Deux, art. 3.']
    """
    start = 0
    for match in _SENTENCE_END.finditer(text):
        # Only the last letters are looked at: a long run of abbreviations is read in linear time.
        before = max(start, match.end() - 9)
        if match.group().startswith(".") and _ABBREVIATION.search(text, before, match.end()):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def spaced(text: str) -> str:
    """The sentence with the non-breaking spaces of French punctuation.

    >>> spaced("Seuil : 30 jours ; « reçu » ?").count(NBSP)
    5
    """
    for mark in ":;?!»":
        text = text.replace(f" {mark}", f"{NBSP}{mark}")
    return text.replace("« ", f"«{NBSP}")


def say_money(amount: Decimal) -> str:
    """A sum in euros as French people write it.

    >>> say_money(Decimal("1350")).replace(chr(0x202F), " ").replace(NBSP, " ")
    '1 350,00 €'
    """
    return str(format_currency(amount, "EUR", locale="fr_FR"))


def say_count(count: int) -> str:
    """A whole number, its thousands apart.

    >>> say_count(1382).replace(NBSP, " ")
    '1 382'
    """
    return f"{count:,}".replace(",", NBSP)


def say_list(items: Sequence[str]) -> str:
    """Some words one after the other.

    >>> say_list(["A", "B", "C"])
    'A, B et C'
    """
    return str(format_list(list(items), locale="fr"))


def say_percent(rate: Decimal) -> str:
    """A percentage: at least no decimals, at most those it has.

    >>> say_percent(Decimal("12.40")).replace(NBSP, " ")
    '12,4 %'
    """
    return f"{format_decimal(rate, format='#,##0.####', locale='fr_FR')}{NBSP}%"


def say_semester(day: date) -> str:
    """The half of the year that a day is in.

    >>> say_semester(date(2026, 7, 1))
    '2e semestre 2026'
    """
    return f"{'1er' if day.month <= 6 else '2e'} semestre {day.year}"


def say_date(day: date) -> str:
    """A date in words; the first of a month is « 1er ».

    >>> say_date(date(2027, 4, 1)).replace(NBSP, " ")
    '1er avril 2027'
    """
    written = str(format_date(day, "d MMMM y", locale="fr_FR"))
    return ("1er" + written[1:] if day.day == 1 else written).replace(" ", NBSP)


def holds(text: str, figure: str) -> bool:
    """Whether `figure` stands in `text`, whatever the case, accents and spacing.

    >>> holds("Un acompte de 30% du prix", "30 %"), holds("sous 130 %", "30 %")
    (True, False)
    """
    tokens = re.findall(r"\d+|[^\W\d_]+|[^\w\s]", fold(figure))
    pattern = r"(?<![a-z0-9])" + r"\s*".join(map(re.escape, tokens)) + r"(?![a-z0-9])"
    return re.search(pattern, fold(text)) is not None
