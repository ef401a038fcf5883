"""Messages that lean on the one before: completed with it, or asking its answer again."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from functools import cache
from typing import Literal

from assistant.answering.understand.calendar_words import DAY_WORDS, months, weekdays
from assistant.answering.understand.dates.dates import without_days
from assistant.answering.understand.events import find_event, read_asking
from assistant.answering.understand.lexicon import lexicon, says
from assistant.answering.understand.money.wants import is_not_ours
from assistant.answering.understand.names.named_editions import edition_lasting
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.amounts import find_sums
from assistant.answering.vocabulary import Vocabulary
from assistant.datatypes import Case, MoneyReading, Reading
from assistant.french import fold, stems

_OPENING = (
    r"(?:(?:et|ou|mais|non|oui|ok|c'est|ce sont|plutot|avec|pour|bien|finalement|en fait|en realite|donc"
    r"|pardon|and|or|no|yes|it's|with|for|actually)[ ,]+)*"
)
_MANNER = re.compile(
    rf"{_OPENING}(?P<manner>(?:par|via|by|over) (?:the |une? |e |simple )?[^\W\d]+|in writing)"
    r"(?:,? (?:c'est|ça|ca|is it|is that|it's)? ?(?:bon|ok|possible|marche|suffit|valable|fine|enough))?"
    r"[ ?!.]*",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(r"^(et|and|what about|ou|mais|ok|non|oui|no|yes|alors|meme|idem|pareil|sinon)\b")
_POINTS_BACK = re.compile(
    r"\b(dans ce cas|cela|ceci|ca|celui|celle|ceux|celles|le meme|la meme|idem|l'un d|elle|elles|y|en"
    r"|ils?(?! (?:pleu|neig|ven|fai|fer|faut|faud|y|s'agi|est (?:vrai|possible|tard|midi)))"
    r"|(?:comment|puis-je|peut-on|faut-il|dois-je|pour) l(?:es? |a |')\w{3,}[ei]r"
    r"|that|those|this|it|they|them|he|she|him|one)\b"
)
_NO_POINTER = re.compile(r"-(?:t-)?(?:il|elle|on|ce)s?\b|\by a\b|\ben\b")  # « mon bailleur doit-il … »
_THE_COURSE = re.compile(r"\b(?:cett?e|la|the|this) (?:formation|stage|cours|session|course|training)\b")
_OF_CASE = re.compile(r"\b(?:ca|cela|that|this|it|pareil|idem|meme|same|alors|plutot|finalement)\b")
_LETTERS = re.compile(r"[a-z]+")
_WORD = 4  # letters under which a word says nothing of what is asked
SHORT = 6  # words under which a message may lean on the one before it
_SIGNED = r"(?:(?:(?:j'ai|nous avons|(?:on|il|elle|(?:le |notre )?client) a|i|we|they) )?signed? )?"
_THEIRS = r"(?:(?:sous|selon|en|under|la|les?|celles?|celui|the) )"
_BY_WHOM = re.compile(
    rf"{_OPENING}(?:si|if) (?:c'est|c'etait|it's|it is) "
    r"(?:(?P<us>vous|ceans|you)|moi|nous|le client|me)(?: qui)?[ ?!.]*"
)
MORE_OF = re.compile(
    r"(?:et|and) (?:pour|avec|chez|for|with) (?!(?:moi|nous|lui|elle|eux|me|us|them|him|her|ca)\b)"
)
_UNDONE = re.compile(r"\b(annul|report|cancel|postpon)")
_DELAY = r"(?P<days>\d+) ?-?(?:j|jours?|days?)[ ?!.]*"
_ANSWERS_TERMS = re.compile(rf"(?:(?:c'est|ce sont|it's) )?{_THEIRS}?(?:(?:a|de|des|of) )?{_DELAY}")
_NAMES_TERMS = re.compile(
    rf"{_OPENING}{_SIGNED}{_THEIRS}+(?:(?:a|de|des|of|at) )?{_DELAY}"
    rf"|(?:et |and )?(?:avec|with) (?P<short>\d+) ?j[ ?!.]*"
    rf"|{_OPENING}(?:sous )?(?:la|celle(?: a| de)?) (?P<bare>\d+)[ ?!.]*"
)
_EDITION_ALONE = re.compile(rf"{_OPENING}{_THEIRS}*(?P<days>\d+)(?P<unit> ?j)?[ ?!.]*")
_AS_WRITTEN = re.compile(rf"(?i:{_OPENING})(?P<days>\d+)J[ ?!.]*")
_LEAST = re.compile(  # « avec quelles CGV est-ce moins cher ? »
    r"\b(?:quel\w*|which) (?:est (?:l'|la ))?(?:editions?|cgv|conditions|versions?|terms)\b"
    r".*\b(?:moins|mieux|plus (?:avantag|interess|favorab|cher)\w*|cheap\w*|less|least|better|best)\b"
)
_LONG_EXTREME = 14  # words over which a message tells a case of its own
_TERMS = re.compile(r"\b(?:editions?|cgv|conditions|versions?|terms)\b")
_WHICH_SUM = re.compile(
    r"\b(?:laquelle|lequel|lesquelles|which|qu'est[- ]ce qui|what(?:'s| is)"
    r"|quel\w* (?:est|des 2|sessions?|dates?|formations?|stages?|cas|options?|solutions?|choix))\b"
    rf"|^{_OPENING}(?:c'est )?(?:la|le|the) (?:moins|plus|cheap\w*|most|least)\b"
)
_COSTLY = r"(?:cher\w*|couteu\w*|onereu\w*|elevee?s?|expensive)"
_LOW = re.compile(
    rf"\bmoins {_COSTLY}|\b(?:le|au|ai|a) moins\b(?= ?(?:[?.!]|$| a (?:payer|perdre)| d))|\bmeilleur marche\b"
    r"|\bplus (?:avantag\w*|interess\w*|econom\w*|favorab\w*)|\b(?:mieux|cheap\w*|less|least|lowest)\b"
)
_HIGH = re.compile(rf"\bplus {_COSTLY}|\ble plus ?(?:[?.!]|$)|\b(?:dearest|most|highest)\b")
_THE_OTHER = re.compile(rf"{_OPENING}(?:l'autre|the other(?: one)?)[ ?!.]*")
_SURE = re.compile(
    r"(?:(?:en )?(?:etes|es)[ -](?:vous|tu)|vous (?:en )?etes|t'es|tu es|are you|c'est|mais|bien| )*"
    r"(?:sure?s?|certaine?s?|vraiment|really)(?: de (?:vous|toi|ca|cela))?[ ?!.]*"
)
_LEAD = (
    rf"{_OPENING}(?:(?:alors|c'est|c'etait|ca vient|selon|d'apres|de|dans|a|in|it is|it's|that is|is it) )*"
)
_CLAUSE = r"(?:articles?|clauses?|paragraphes?|alineas?|paragraph|section|sources?)"
_SAYS_SO = (
    r"(?: (?:des|du|les|vos|of|the|your|cgv|conditions|contrat|terms|exact\w*|precis\w*|est[- ]ce|ca|cela"
    r"|s'applique|le dit|dit ca|says so|says that|svp|please))*"
)
_WHICH = re.compile(
    rf"{_LEAD}(?:(?:quel(?:le)?s?|which|what)(?: (?:est|sont|is))?(?: (?:la|le|les|the|numero))*"
    rf"(?: (?:de )?l'| d'| ){_CLAUSE}(?: is (?:it|that))?{_SAYS_SO}"
    r"|(?:ou )?(?:est[- ]ce |c'est )?(?:ecrit|written)(?: ou)?|where (?:is it|is that) written"
    r"|d'ou ca vient|sur quoi vous basez[- ]vous)[ ?!.]*"
)


def complete(message: str, known: Reading | None, editions: Sequence[str], edition: str | None) -> str:
    """The message, with what it leaves out.

    « et par téléphone ? », after « Comment annuler ? », asks it done otherwise, « et si c'est vous ? » by
    us, « et en 30J ? » of those terms. After a sum, « la 15 jours » names terms, and so does « 15 jours »
    where only these are asked for (`edition` applies); « et l'autre ? » those that were not named.
    """
    if known is None:
        return message
    told = _MANNER.fullmatch(message.strip()) if known.intent == "open" else None
    text = fold(message).strip()
    about = known.money.case.event if known.intent == "money" and known.money else known.question
    by = _BY_WHOM.fullmatch(text)
    undone = _UNDONE.search(fold(about)) if by else None
    if by and undone and known.intent in ("open", "money"):
        do = "annul" if undone[1] in ("annul", "cancel") else "report"
        return f"Si c'est vous qui {do}ez la session ?" if by["us"] else f"Si le client {do}e la session ?"
    if told:
        return f"{known.question.rstrip(' .?!')} {told['manner']} ?"
    if known.editions and _THE_OTHER.fullmatch(text) and (known.intent == "money" or not known.courses):
        return "et l'autre édition ?"
    if known.intent != "money" or known.money is None:
        named = _EDITION_ALONE.fullmatch(text) if known.intent in ("open", "field") else None
        days = named["days"] if named and (named["unit"] or known.editions) else None
        return edition_lasting(days, editions) or message
    if len(editions) > 1 and _LEAST.search(text):
        return f"et sous les {' et '.join(editions)} ?"
    named = _NAMES_TERMS.fullmatch(text)
    if named is None and edition is None and _is_timed(known.money.case):
        named = _ANSWERS_TERMS.fullmatch(text)
    days = next((one for one in named.groups() if one), None) if named else None
    if written := _AS_WRITTEN.fullmatch(message.strip()):  # « non, 15J », as the editions are written
        days = written["days"] if known.editions else days
    return edition_lasting(days, editions) or message


def may_lean(message: str) -> bool:
    """Whether a message may lean on the one before: « et … », or a few words."""
    return bool(_FOLLOW_UP.match(fold(message))) or len(message.rstrip(" ?!.").split()) <= SHORT


def leans(message: str) -> bool:
    """Whether a message plainly leans on the one before: it goes on from it, or points at what it named.

    >>> leans("Et la durée ?"), leans("Elle dure combien ?"), leans("Mon bailleur doit-il la réparer ?")
    (True, True, False)
    """
    folded = fold(message)
    own = _NO_POINTER.sub(" ", folded)
    return bool(_FOLLOW_UP.match(folded) or _THE_COURSE.search(folded) or _POINTS_BACK.search(own))


def stands_alone(reading: Reading, vocabulary: Vocabulary | None) -> bool:
    """Whether a question leans on nothing before it: a word of its subject is met only elsewhere."""
    if reading.intent != "open" or vocabulary is None or _FOLLOW_UP.match(fold(reading.question)):
        return False
    return _is_foreign(reading.subject, vocabulary) and not points_back(reading.question)


def adds_nothing(
    message: str, spelt: str, money: MoneyReading, known: MoneyReading, vocabulary: Vocabulary | None
) -> bool:
    """Whether a sum would be given again, wrongly: of another subject, or « et pour … ? » not understood."""
    if _leaves_case(message, spelt, money, vocabulary):
        return True
    if not MORE_OF.match(fold(message)) or find_sums(prepare(message)):
        return False
    return not (money.given or money.doubts) and (money.case.event, money.asked) == (
        known.case.event,
        known.asked,
    )


def _leaves_case(message: str, spelt: str, money: MoneyReading, vocabulary: Vocabulary | None) -> bool:
    """Whether a question read as one more fact of a case is of another subject: « quelle météo demain ? ».

    It tells no more of the case than a day, and names what is not ours, or a word of it, once its
    spelling is mended, is met only elsewhere.
    """
    text = prepare(message)
    asking = read_asking(text)
    if vocabulary is None or not asking.question or says("asking.supposing", text):
        return False
    only_days = all(isinstance(getattr(money.case, one), date) for one in money.given)
    if not only_days or find_event(text, money.case.client, money.case.event) or find_sums(text):
        return False
    words = {*stems(" ".join(one for one in _LETTERS.findall(without_days(text)) if len(one) >= _WORD))}
    if money.given and words - _day_stems() and not (asking.sum or _OF_CASE.search(text) or _says_when(text)):
        return True
    leans = asking.follow_up or asking.carry_on or points_back(message)
    return not leans and (is_not_ours(text) or _is_foreign(stems(without_days(spelt)), vocabulary))


def _says_when(text: str) -> bool:
    """Whether a word of a prepared message says what a day of a case may be for."""
    names = (one for one in lexicon().patterns.sources if one.startswith("date_role."))
    return any(says(one, text) for one in names if not one.startswith("date_role.start_that"))


@cache
def _day_stems() -> frozenset[str]:
    """The stems of what names a day, or only leads to it."""
    return frozenset(stems(" ".join((*weekdays(), *months(), *DAY_WORDS.split()))))


def _is_foreign(subject: Collection[str], vocabulary: Vocabulary) -> bool:
    """Whether a word of a subject is met only elsewhere."""
    here, elsewhere = vocabulary.stems, vocabulary.stems_elsewhere
    return any(one in elsewhere and one not in here for one in subject)


def points_back(message: str) -> bool:
    """Whether a message speaks of what the one before named, as « cela » does."""
    return _POINTS_BACK.search(fold(message)) is not None


def _is_timed(case: Case) -> bool:
    """Whether it is known when the notice comes: a delay alone is another thing."""
    return any((case.notice_days is not None, case.notice_date, case.started))


def asks_extreme(message: str) -> Literal["least", "most"] | None:
    """Whether a message asks which of the sums before is the least, or the most; `None`: neither.

    >>> asks_extreme("Laquelle est la moins chère ?"), asks_extreme("la plus chère, c'est laquelle ?")
    ('least', 'most')
    """
    text = prepare(message)
    if (
        len(text.split()) > _LONG_EXTREME
        or find_sums(text)
        or _TERMS.search(text)
        or not _WHICH_SUM.search(text)
    ):
        return None
    if _LOW.search(text):
        return "least"
    return "most" if _HIGH.search(text) else None


def asks_again(message: str) -> bool:
    """Whether a message asks for nothing but the answer before, or where it is written: that cites it.

    >>> asks_again("C'est dans quelle clause ?"), asks_again("Quel article parle du report ?")
    (True, False)
    """
    folded = fold(message)
    return any(one.fullmatch(folded) for one in (_SURE, _WHICH))
