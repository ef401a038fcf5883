"""How many people a price is for, when it is a price a head."""

from __future__ import annotations

import re

from assistant.answering.understand.lexicon import at_end, at_start, find_said, says

_TIMES_BEFORE = re.compile(r"(?<![\d.,])(\d{1,3}) ?(?:x|×|\*|fois) ?$")
_TIMES_AFTER = re.compile(r" ?(?:(?:par|/|per) ?[a-z]+\.? ?)?(?:x|×|\*|fois) ?(\d{1,3})(?!\d|[.,]\d|\s?[€%])")
_WE_ARE = re.compile(
    r"\b(?:(?:nous|on) (?:ne |n')?(?:sommes|etions|serons|serions|est|sera|serait|etait)(?: plus)?(?: que)?"
    r"|(?:ils|elles) (?:sont|seront|seraient|etaient)"
    r"(?: finalement| en fait)?"
    r"|(?:we|they|there) (?:are|will be)|(?:groupe|equipe|group|team) (?:de|of)) (\d{1,3})"
    r"(?! ?(?:a|ou|-|to) ?\d{1,3}(?![\d., ]*(?:€|e\b|eur|k\b)))(?![\d/%]|[.,]\d| ?(?:%|ans|km))"
)
_EMPLOYER = re.compile(
    r"\b(?:entreprise|societe|pme|tpe|eti|boite|cabinet|association|sarl|sas|usine|effectif|mairie|company"
    r"|firm)\b[^.;!?,]{0,25}$"
)
_AMONG = re.compile(r"\b(?:sur|parmi|dont|out of|of the|absent|absente|absents|absentes)\b")
_OUT_OF = re.compile(
    r"\b(?:sur|parmi|of) (?:les |nos |the |our )?(\d{1,2})(?! ?[\d€%]|[.,/]\d| (?:\d|eur|jours?|days?|mois))"
)
_TRAINED = re.compile(
    r"(?<![\d.,/])(\d{1,3})(?: (?:d'entre nous|seulement|of us|only))? "
    r"(?:a (?:suivre|former|participer|inscrire|venir|y aller)"
    r"|(?:qui |who |to )?(?:suiv|particip|viennent|viendr|attend|take part|come)\w*"
    r"|(?:sont |etaient |seront |are )?(?:inscrite?s?|concernee?s?|formee?s?|enrolled))\b"
)
_ANYONE_BEFORE = re.compile(
    r"(?<![\d.,/-])(\d{1,3}) (?!(?:jours?|heures?|semaines?|mois|ans?|days?|weeks?|months?|hours?)\b)"
    r"[a-z]{4,}(?:[ -](?:(?:de|du|en|des) |d')?[a-z]{4,})? ?(?:a|x|×|@|at|pour|:|,)? ?$"
)
_PART_OF = r"(?:(?:de nos|de mes|de ses|de leurs|des|sur nos|of our|of the) \d{1,3} )?"
_OTHERS = re.compile(r"\b\d{1,3} [a-z]+(?: [a-z]+)?(?: et| plus| and| ou|,) ?$")  # « 3 vendeurs et 2 … »
_GROUPS = re.compile(
    r"\b\d{1,2} (?:groupes|sessions|equipes|groups|teams) (?:de|of) \d{1,3} [a-z]+ ?(?:a|,)? ?$"
)
_SESSIONS_OF = re.compile(r"(?<![\d.,/])([2-9]|\d\d) sessions? (?:de|of) $")
_BY = re.compile(  # « 3 cadres à 410 € par cadre »
    r" ?(?:par|/|per|each|chaque) ?(?!jour|heure|semaine|mois|ans?\b|annee|day|hour|week|month)([a-z]{4,})\b"
)
_UNIT_PRICE = re.compile(  # « tarif unitaire 300 € », « prix par personne : 300 € »
    r"\b(?:prix|tarif|cout|price|cost) (?:unitaire|individuel|(?:par|/|per) ?(?:personne|pers|tete|stagiaire"
    r"|participant|inscrit|person|head)) ?(?:de|:|a|est de|est|of|is|=)? ?$"
)
_NEXT_CLAUSE = re.compile(r" ?[:,=] ?(?:l[ea]|the)\b")  # « 1 200 € : le stagiaire … » is no price a head
_ALL_OF = re.compile(r"\b(\d{1,3}) (?:[a-z]+ ){0,3}(?:sur|parmi|of|out of) (?:les |nos |the |our )?\1\b")
_A_SESSION = re.compile(  # « 1 500 € la session », and not « 1 500 € la session du 5 mars »
    r" ?(?:par|/|per|l[ea]|the|chaque|each|a) ?(?:session|groupe|group|formation|stage|course)\b"
    r"(?! (?:du|de|des|of)\b)"
)
_THAT_OF = re.compile(r"\bcelle du [\d¤]")  # « la session du 20 janvier et celle du 3 mars »
_ENROLLED = re.compile(r"(?<![\d.,/])(\d{1,3}) (?:[a-z]+ ){0,2}inscrit")
_NUMBER_BEFORE = re.compile(r"(?<![\d.,/])(\d{1,3}) $")


def count_heads(start: int, end: int, text: str) -> int | None:
    """For how many people a price a head is; 0 when not said; `None` when not a price a head."""
    left, right = text[:start], text[end:]
    if _A_SESSION.match(right) and (sessions := _sessions_in(text)):
        return sessions
    if _GROUPS.search(left) and _is_each(right):
        return 0
    for times in (_TIMES_BEFORE.search(left), _TIMES_AFTER.match(right), _SESSIONS_OF.search(left)):
        if times:
            return int(times[1])
    people = _people_before(left)
    if people and not people[1]:
        return people[0]
    each = _BY.match(right)
    if each and (
        named := re.search(rf"(?<![\d.,/-])(\d{{1,3}}) {_PART_OF}{each[1]}s?\b(?! (?:sur|of|out of)\b)", text)
    ):
        return int(named[1])
    if _is_each(right) or _UNIT_PRICE.search(left):
        heads = people[0] if people else _sessions_before(left) or _anyone_before(left)
        return heads or find_headcount(text) or _sessions_in(text) or 0
    return None


def count_group(start: int, end: int, text: str) -> int | None:
    """For how many people a price is, when it may be each one's or everyone's."""
    people = _people_before(text[:start])
    told = _is_each(text[end:]) or says("intra.yes", text)
    return people[0] if people and people[1] and not told else None


def _is_each(right: str) -> bool:
    """Whether what follows a price says that it is each one's."""
    return at_start("head.each", right) is not None and not _NEXT_CLAUSE.match(right)


def _people_before(left: str) -> tuple[int, bool] | None:
    """How many people are named right before a price, and whether it may be the price of them all.

    « pour 8 participants à 4 500 € » is as often the price of the group.
    """
    at = re.search(r" ?(?:a|x|×|@|at|pour|\*) ?(?:environ )?$", left)
    people = at_end("head.count", left[: at.start()]) if at else None
    number = _NUMBER_BEFORE.search(left[: people.start()]) if people else None
    if people is None or number is None:
        return None
    return int(number[1]), re.search(r"\b(?:pour|for)[^.;,]*$", left[: people.start()]) is not None


def _sessions_before(left: str) -> int | None:
    """How many sessions are named right before a price that is each one's: « 2 sessions à 400 € chacune »."""
    at = re.search(r" ?(?:a|x|×|@|at|pour|:|,)? ?$", left)
    sessions = at_end("head.session", left[: at.start()]) if at else None
    number = _NUMBER_BEFORE.search(left[: sessions.start()]) if sessions else None
    return int(number[1]) if number else None


def _sessions_in(text: str) -> int | None:
    """How many sessions a text speaks of, when it gives one number of them, two or more, or tells each."""
    told = (_NUMBER_BEFORE.search(text[: one.start()]) for one in find_said("head.session", text))
    counts = {int(one[1]) for one in told if one}
    others = _THAT_OF.findall(text) if says("head.session", text) else []
    counts = counts or ({1 + len(others)} if others else set())
    return counts.pop() if len(counts) == 1 and min(counts) > 1 else None


def _anyone_before(left: str) -> int | None:
    """How many there are of whoever stands right before a price a head: « 12 vendeurs à 185 € par tête »."""
    told = None if _AMONG.search(left) else _ANYONE_BEFORE.search(left)
    if told and _OTHERS.search(left[: told.start()]):
        return None
    return int(told[1]) if told else None


def cancels_some(text: str) -> bool:
    """Whether some of the people named cancel, and not all of them.

    >>> cancels_some("5 inscrits, 2 annulent"), cancels_some("j'annule pour 5 inscrits")
    (True, False)
    """
    text = _ALL_OF.sub(" ", text)
    if says("head.part", text):
        return True
    told = [one.group() for one in find_said("head.cancelled", text)]
    fewest = min((int(_first_number(one)) for one in told), default=0)
    return fewest > 0 and any(count > fewest for count in _counts(text))


def _first_number(text: str) -> str:
    """The first number of a phrase, « un » being one."""
    digits = re.search(r"\d+", text)
    return digits.group() if digits else "1"


def find_headcount(text: str) -> int | None:
    """How many people a text speaks of; `None` when it names several numbers, unless one is a part.

    >>> find_headcount("2 participants sur les 8 personnes prevues")
    8
    >>> find_headcount("3 salaries inscrits, 2 salaries ne viendront pas")
    3
    >>> find_headcount("une entreprise de 50 salaries") is find_headcount("4 stagiaires, 6 personnes") is None
    True
    """
    trained = {int(one[1]) for one in _TRAINED.finditer(text)}
    if len(trained) == 1 and _WE_ARE.search(text):  # « nous sommes 30, dont 5 à suivre le stage »
        return trained.pop()
    counts, enrolled = _counts(text), {int(one[1]) for one in _ENROLLED.finditer(text)}
    if len(counts) > 1 and not _AMONG.search(text) and enrolled != {max(counts)}:
        return None
    return max(counts, default=None)


def _counts(text: str) -> set[int]:
    """The numbers of people that a text speaks of, but for all who work somewhere."""
    numbers = (_NUMBER_BEFORE.search(text[: one.start()]) for one in find_said("head.count", text))
    told = [*(number for number in numbers if number), *_WE_ARE.finditer(text)]
    if says("head.count", text):  # « un participant absent sur 4 », and not « un jour sur 4 »
        told += (one for one in _OUT_OF.finditer(text) if not at_end("head.part_of_it", text[: one.start()]))
    return {int(one[1]) for one in told if not _EMPLOYER.search(text[: one.start()])}
