"""The course that a follow-up names by a word or a number, or that is none of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from rapidfuzz import fuzz

from assistant.answering.understand.calendar_words import months, weekdays
from assistant.answering.understand.fields import field_lexicon
from assistant.answering.understand.names.courses import KIND, LIKE, LONG, Catalogue
from assistant.french import NBSP, fold, fold_letters, stems

_NUMBERED = rf"(?:la|{KIND}|numero|no?|reference|ref)"
_GLUE = (  # what leads to the name of a course: « non, je voulais dire celle sur », « et pour la »
    r"(?:et|and|ok|bon|euh|non|no|oui|yes|mais|but|alors|donc|so|sinon|plutot|finalement|en fait|pardon"
    r"|desolee?|erreur|oups|sorry|actually|idem|pareil|same|(?:la )?meme (?:question|chose|cas)|l'autre"
    r"|what|how|about|si|if|c'est|c'etait|ce serait|ce sera|it's|it is|it was|i meant?|il s'agi\w+"
    r"|(?:je|on|nous) (?:parl|pens)\w+|(?:je|on|nous) v[eo]u\w+ (?:dire|parler)|concernant|pour|avec|sur"
    r"|de|d'|du|des|d'abord|commenc\w+ par|start\w* with|begin\w* with"
    r"|for|with|on|of|la|le|les|l'|the|notre|nos|votre|vos|ma|mon|ceux|annul\w+"
    rf"|{KIND} (?:a|au|aux|en)|{_NUMBERED})"
)
_STOP = (
    r"(?= *(?:$|[,;.?!:()])| (?:si|quand|avec|a|en|le|plutot|aussi|alors|svp|please|one|course|training|class"
    r"|workshop|then|instead)\b| j?-?\d)"
)
_NAME = re.compile(
    rf"(?P<glue>(?:{_GLUE}(?:[ ,:!°]+|(?<=')))*)"
    rf"(?P<x>(?:[a-z]{{2,4}}[ -]?)?\d{{1,2}}(?= *(?:$|[,;.?!]))|[a-z]+(?:[ -][a-z]+){{0,3}}?){_STOP}"
)
_AFTER_NUMBERED = re.compile(rf"\b{_NUMBERED}[ °]*$")
_AFTER_KIND = re.compile(
    rf"(?:^|\b(?P<lead>et|pour|c'est|non|plutot|avec|for|and|about)\b.*)\b{KIND} "
    r"(?P<joint>(?:sur|en|on|of|about|des?|aux?) (?:l[ae]s? |l'|the )?|d'|l'|l[ae]s? )?$"
)
_MORE_FOR = re.compile(r"(?:et|and) (?:pour|sur|for|on) (?P<x>[^\W\d_]+)[ ?!.]*", re.IGNORECASE)
_BEFORE_KIND = re.compile(r" (?:course|training|class|workshop)\b")  # « the Excel course »
_OF_KIND = re.compile(  # « les prérequis de la formation Excel »
    rf"\b(?:de|pour|sur|dans|a|of|for) (?:la|le|une|votre|notre|l'|the)? ?{KIND} (?:sur |en |on |d'|de )?"
    r"(?P<x>[a-z]+(?:[ -][a-z]+){0,2}?)(?= *[,;?!.]| *$)"
)
_CALLED = re.compile(  # « les prérequis de la relance », but not « le coût de la relance d'un impayé »
    r"(?:^|\b(?:pour|de|dans|sur|avec|a|concernant|commander|reserver|suivre) )la (?P<x>[a-z]+)\b"
    r"(?! (?:(?:des?|du)\b|d'|l'))(?![-'])"
)
_MEANS = r"(?:e-? ?mail|mail|courrier|courriel|ecrit|telephone|tel)s?"
_LETTER = re.compile(rf"\b(?:le |l'){_MEANS}$")
_REFERENCE = re.compile(r"\b[A-Z]{2,4}-[A-Z]{2,5}-\d{1,3}\b")  # whatever the letters of ours
_NO_NAME = re.compile(  # what is said of a course already named
    r"\w*ees?|suivante?s?|prochaine?s?|derniere?s?|autres?|memes?|entiere?s?|complete?s?|seule?s?|question"
    r"|ligne|distance|distanciel|presentiel|intra|inter|jours?|semaines?|mois|ans?|fois|pas|une?|qui|que|qu"
    r"|same|next|last|other|first|second|whole|entire|full|previous|online|ceans|opco|cgv|cours|base"
    r"|remplacement|rattrapage|anglais|francais|qualite|groupes?|equipes?|clients?|places?|prix"
    r"|collegues?|stagiaires?|salaries?|participants?|personnes?|formateurs?|mes|ses|nos|vos|leurs?|nous|vous"
    rf"|par|cou\w+|{_GLUE}"
)


def titled(subject: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    """The one course whose title has every stem of the subject of a question, a slip apart; else none."""
    found = {
        name.course
        for name in catalogue.names
        if not name.whole and all(any(map(partial(_alike, stem), name.stems)) for stem in subject)
    }
    return tuple(found) if subject and len(found) == 1 else ()


def _alike(stem: str, other: str) -> bool:
    """Whether two stems are one, or a long one and its slip: « accueil » for « accueillir »."""
    return stem == other or (min(len(stem), len(other)) >= LONG and fuzz.ratio(stem, other) >= LIKE)


def write_out(message: str, catalogue: Catalogue, *, known: tuple[str, ...] | None = None) -> tuple[str, str]:
    """The message with a course called by a word or a number named in full; what it names that is none.

    A word or a number is enough in a follow-up, when the courses spoken of before are
    `known`: « et pour les e-mails ? », « et de la 14 ? »; « pour la relance » is so
    in any message. Of « et pour la
    formation Excel ? », Excel is returned too; so is a reference that no course has.
    """
    plain = fold_letters(message)
    told = _NAME.match(plain) if known is not None else None
    course = _called(told, catalogue) if told else None
    if course is None and (called := _CALLED.search(plain)) and catalogue.course_called(called["x"]):
        told, course = called, catalogue.course_called(called["x"])
    if told and course:
        if known == (course,):
            return message, ""
        return f"{message[: told.start('x')]}{course}{message[told.end('x') :]}", ""
    unknown = _reference(catalogue).search(plain) or _REFERENCE.search(message)
    if unknown:
        return message, message[unknown.start() : unknown.end()]
    typed = message[told.start("x") : told.end("x")] if told else ""
    if told and _is_name(told, typed):
        return message, typed
    return message, _after_kind(message, plain) if known else ""


def called_beside(message: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The course that all the other words name of a message that asks for a field: « programme Excel ? »."""
    lexicon = field_lexicon()
    if not (lexicon.fields_asked(message) or lexicon.unknowns_asked(message)):
        return ()
    left = [one for one in re.findall(r"[a-z]+", lexicon.without_triggers(message)) if stems(one)]
    course = catalogue.course_called(
        " ".join(one for one in left if not lexicon.generic.issuperset(stems(one)))
    )
    return (course,) if course else ()


def called_both(message: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The courses that a comparison names, some by a word alone: « Excel ou anglais ? »; none under two."""
    if not field_lexicon().is_request("comparison", message):
        return ()
    words = (one for one in re.findall(r"[^\W\d_]+", message) if not re.fullmatch(_MEANS, fold(one)))
    called = (catalogue.course_called(word) for word in words)
    found = tuple(dict.fromkeys((*catalogue.courses_named(message), *(one for one in called if one))))
    return found if len(found) > 1 else ()


def asked_for_more(message: str) -> str:
    """The capitalised word that a follow-up asks the same of, if it does: « et pour Excel ? »."""
    told = _MORE_FOR.fullmatch(message.strip())
    typed = told["x"] if told else ""
    return typed if typed.istitle() and _may_name(fold(typed)) else ""


def say_stranger(name: str) -> str:
    """That no course of ours is called so."""
    return f"Aucune formation de nos documents ne s'appelle «{NBSP}{name}{NBSP}»."


def _called(told: re.Match[str], catalogue: Catalogue) -> str | None:
    """The course that a word, or the number of its reference, calls in a follow-up."""
    numbered = re.fullmatch(r"([a-z]*)[ -]?0*(\d+)", told["x"])
    if numbered is None:
        letter = _LETTER.search(told["glue"] + told["x"]) and not _AFTER_KIND.search(told["glue"])
        other = letter or told["x"].startswith(("un ", "une "))  # « et le courrier ? », « et une relance ? »
        return None if other else catalogue.course_called(told["x"])
    ends = re.compile(rf"{numbered[1]}.*(?<!\d)0*{numbered[2]}$")
    found = [course for key, course in catalogue.references.items() if ends.search(key)]
    return found[0] if len(found) == 1 and _AFTER_NUMBERED.search(told["glue"]) else None


def _is_name(told: re.Match[str], typed: str) -> bool:
    """Whether what follows « formation » may be the name of a course, as it is typed."""
    if typed[-1].isdigit():
        return _AFTER_NUMBERED.search(told["glue"]) is not None
    if not _may_name(told["x"]):
        return False
    if _BEFORE_KIND.match(told.string, told.end("x")):
        return True
    after = _AFTER_KIND.search(told["glue"])
    return after is not None and (typed[0].isupper() or None not in (after["lead"], after["joint"]))


def _after_kind(message: str, plain: str) -> str:
    """The capitalised name that « de la formation » is said of at the end of a clause, if any."""
    told = _OF_KIND.search(plain)
    typed = message[told.start("x") : told.end("x")] if told else ""
    return typed if told and typed[0].isupper() and _may_name(told["x"]) else ""


def _may_name(plain: str) -> bool:
    """Whether folded words may be the name of a course, none being said of one already named."""
    return not any(_NO_NAME.fullmatch(word) or word in _days() for word in re.split(r"[ -]", plain))


@cache
def _days() -> frozenset[str]:
    """The names of months and days: « la formation de mars » names no course."""
    return frozenset(months()) | frozenset(weekdays())


def _reference(catalogue: Catalogue) -> re.Pattern[str]:
    """A reference made as ours are: their first letters, other letters, a number."""
    first = {fold(one).split("-")[0] for one in catalogue.references.values() if one[-1].isdigit()}
    return re.compile(rf"\b(?:{'|'.join(sorted(first)) or '(?!)'})[ -][a-z]{{2,5}}[ -]?\d{{1,3}}\b")
