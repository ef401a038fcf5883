"""Whether a model's draft may replace the answer composed without it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from assistant.answering.wording.bare import bare, is_polite, is_reference, unnamed, without_names
from assistant.answering.wording.counts import find_count_faults
from assistant.answering.wording.dates import find_date_faults, find_notice_faults
from assistant.answering.wording.editions import (
    find_contrast_faults,
    find_edition_faults,
    find_join_faults,
    find_opposed_faults,
    find_silent_editions,
    only_joins,
)
from assistant.answering.wording.evidence import Evidence
from assistant.answering.wording.figures import find_figure_faults
from assistant.answering.wording.meaning import encode, read_meanings
from assistant.answering.wording.names import (
    ARTICLES,
    QUOTED,
    find_article_faults,
    find_name_faults,
    find_placing_faults,
)
from assistant.answering.wording.pairs import find_figure_swaps, find_row_swaps
from assistant.answering.wording.parts import find_carried_faults, find_part_faults
from assistant.answering.wording.places import find_place_faults
from assistant.answering.wording.promises import find_promise_faults
from assistant.answering.wording.quantities import name_ours, quantities
from assistant.answering.wording.roles import find_role_faults
from assistant.answering.wording.roots import root_set, roots
from assistant.answering.wording.said import said_of
from assistant.answering.wording.scopes import Scope, read_scopes, without_editions
from assistant.answering.wording.sentences import share_of, signs_of
from assistant.answering.wording.silence import (
    find_held_faults,
    find_silence_faults,
    says_silence,
    says_untold,
)
from assistant.answering.wording.statements import Statement
from assistant.answering.wording.sums import find_sum_faults
from assistant.answering.wording.support import read_support
from assistant.answering.wording.totals import find_headline_faults, find_total_faults, is_zero, says_zero
from assistant.answering.wording.traits import find_traits
from assistant.french import fold, words

LONGEST = 700  # characters of one statement
MOST = 40  # statements of one draft
HEADING = 10  # words of a heading at most
HELD = 0.5  # of the roots of a question said again, those that a passage must hold
SAME_QUESTION = 0.9  # of the roots of a question, those that a question of ours must hold

_MARKUP = re.compile(r"<[^>]+>|!\[|\]\(|`|\{|\}")
_EMPTY = root_set("faut faire fait peut pouvez doit devez possible pas plus jamais rien tout")
_ASKS_FOR = root_set(
    """
    quel prix ht ttc hors taxes formation stage donnez dites dis moi indiquez calcule chiffre sorte somme
    montant pouvez puisse entend exprime convenu pourriez preciser savoir dire afin me aviez date debut
    agit commande concernee signees cgv edition appliquent lesquelles
    """
)
_A_FACT = re.compile(r"\b(?:prix|montant|formation|cgv|edition|date)\b")
_ANNOUNCES = root_set(
    """
    voici voila suivant point element chose raison raisons devraient devrait peut peuvent parler
    interesser repondre retenir savoir noter resume bref clair plusieurs
    """
)
_NO_ASKING = re.compile(r"(?i)\best-ce (?:bien )?(?:votre|le) cas\b[^?]*\?|^vous \w[^?]*\?(?=\s+\w)")
_ASKS = re.compile(r"\?\W*$|\?\s+[A-ZÀ-Ý]")
_QUESTION = re.compile(r"[^.?!\n]*\?")
_OUR_VOICE = re.compile(
    r"\b(?:passages|documents|extraits|textes|elements|informations|conditions)(?: \w+)? que j'ai\b"
    r"|\bdont je dispose\b|\bmon (?:calcul|decompte|resultat)\b"
    r"|\bj(?:e l)?'ai (?:applique|calcule|retenu|sous les yeux|trouve|lu|consulte\w*|verifie\w*|regarde)\b"
    r"|\bje (?=vous\b|ne\b|n'|me dois\b)"
    r"|\bje (?:(?:le|la|les|l'|en|y) ?)?(?:suis (?:vraiment )?(?:desolee?|navree?|au regret)|regrette"
    r"|comprends|pense|crois|vois|prefere|conseille|recommande|confirme|precise|note|trouve|signale|propos\w+|pourrai|peux|puisse)\b"
)
_SPEAKS_AS_PERSON = re.compile(r"\bj'|\bje |\b(?:mon|ma|mes)\b")


def find_draft_faults(statements: Sequence[Statement], evidence: Evidence) -> tuple[str, ...]:
    """What does not hold in a draft, each in words; empty when it may be shown."""
    if len(statements) > MOST:
        return ("the draft is too long",)
    faults = [fault for one in statements for fault in find_statement_faults(one, evidence)]
    unknown = any(mark not in evidence.proofs for one in statements for mark in one.marks)
    if unknown or any(len(one.text) > LONGEST for one in statements):
        return tuple(faults)
    return (*faults, *find_whole_faults(statements, evidence))


def find_statement_faults(statement: Statement, evidence: Evidence) -> tuple[str, ...]:
    """What does not hold in one statement: what is certainly wrong, else what is too doubtful."""
    certain = find_certain_faults(statement, evidence)
    text, composed = statement.text, (words(one) for each in evidence.computed for one in each.sentences)
    settled = is_reference(text, evidence) or only_joins(text, evidence) or _heads(text, evidence)
    if certain or settled or words(text) in composed:
        return certain
    return tuple(fault for scope in read_scopes(statement, evidence) for fault in _doubts(scope, evidence))


def find_certain_faults(statement: Statement, evidence: Evidence) -> tuple[str, ...]:
    """What is wrong with one statement, whatever its other words say."""
    unknown = [mark for mark in statement.marks if mark not in evidence.proofs]
    if unknown:
        return tuple(f"mark [{mark}] has no passage" for mark in unknown)
    odd = _MARKUP.search(statement.text) or _holds_odd(statement.text, evidence)
    if len(statement.text) > LONGEST or odd:
        return ("it is too long, or holds markup or letters of another script",)
    if _echoes(statement.text, evidence):
        return ("it only says the question again",)
    if is_reference(statement.text, evidence):
        return tuple(find_article_faults(statement.text, tuple(evidence.proofs.values()), evidence))
    mine = _NO_ASKING.sub(" ", QUOTED.sub(" ", statement.text))
    asks = _ASKS.search(mine) and not _asks_as_composed(statement.text, evidence)
    speaks = _SPEAKS_AS_PERSON.search(_OUR_VOICE.sub(" ", fold(statement.text)))
    if (asks or speaks) and not is_polite(statement.text):
        return ("it asks, or speaks as the person",)
    found = [*find_join_faults(statement.text, evidence), *find_silence_faults(statement.text, evidence)]
    for scope in read_scopes(statement, evidence):
        found.extend(find_exact_faults(scope, statement.text, evidence))
    return tuple(dict.fromkeys(found))


def find_whole_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """What is wrong with a draft as a whole: what it counts, the sum and the editions it leaves out."""
    yield from find_count_faults(statements, evidence)
    yield from find_joint_faults(statements, evidence)
    if not statements:
        yield "the draft says nothing"
    yield from find_headline_faults(statements, evidence)
    yield from find_silent_editions(statements, evidence)


def find_joint_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """What is wrong with statements one beside the other, whatever is said after them."""
    yield from find_opposed_faults(statements, evidence)
    yield from find_placing_faults(statements, evidence)
    yield from find_carried_faults(statements, evidence)
    yield from find_total_faults(statements, evidence)


def _asks_as_composed(text: str, evidence: Evidence) -> bool:
    """Whether the answer composed without a model asks the same, or what is left open asks for it."""
    asked, mine = (" ".join(_QUESTION.findall(one)) for one in (evidence.answer.text, text))
    undecided = len(evidence.computed) != 1 or not evidence.answer.headline
    if undecided and set(roots(mine)) <= _ASKS_FOR and _A_FACT.search(fold(mine)):
        return True
    return bool(asked) and share_of(roots(mine), root_set(asked)) >= SAME_QUESTION


def _holds_odd(text: str, evidence: Evidence) -> bool:
    """Whether a text holds what is not seen, or letters that are neither French nor of a passage."""
    letters = set(unicodedata.normalize("NFC", text))
    unseen = any(unicodedata.category(one)[0] == "C" for one in letters)
    return unseen or any(map(_is_foreign, letters - set("".join(evidence.told))))


def _is_foreign(letter: str) -> bool:
    kind = unicodedata.category(letter)
    return kind[0] == "M" or kind == "No" or (kind[0] == "L" and not re.fullmatch("[a-z]+", fold(letter)))


def _echoes(text: str, evidence: Evidence) -> bool:
    """Whether a statement is the person's own words, and no passage's; a figure is judged as one."""
    said = " ".join(words(text))
    told = (" ".join(words(one)) for one in _told(evidence))
    echoed = said in " ".join(words(evidence.question)) and not any(said in one for one in told)
    return echoed and not quantities(text) and not (_is_held(text, evidence) or _heads(text, evidence))


def _told(evidence: Evidence) -> list[str]:
    """The sentences and the titles of all passages."""
    return [*evidence.told, *(proof.citation.title for proof in evidence.proofs.values())]


def _is_held(text: str, evidence: Evidence) -> bool:
    """Whether a sentence of a passage holds much of what a text says: it can be judged."""
    mine = roots(without_names(text, evidence))
    return bool(mine) and any(share_of(mine, root_set(one)) >= HELD for one in _told(evidence))


def _heads(text: str, evidence: Evidence) -> bool:
    """Whether a text is the heading of what follows, in words of the question and of the passages."""
    left = without_editions(ARTICLES.sub(" ", text), evidence)
    if not text.rstrip().endswith(":") or len(words(text)) > HEADING or quantities(left):
        return False
    known = _ANNOUNCES | root_set(" ".join((evidence.question, *_told(evidence))))
    return share_of(roots(without_names(left, evidence)), known) == 1


def find_exact_faults(scope: Scope, whole: str, evidence: Evidence) -> Iterable[str]:
    """What is wrong with a part of the statement `whole` that can be told for certain."""
    yield from find_edition_faults(scope.statement, evidence)
    yield from find_contrast_faults(scope, whole, evidence)
    yield from find_name_faults(scope, evidence)
    yield from find_date_faults(scope.text, scope.sentences, evidence)
    text = without_names(scope.text, evidence)
    yield from find_place_faults(text, evidence.question, scope.proofs)
    yield from find_part_faults(text, scope.proofs)
    yield from find_held_faults(text, without_names(evidence.question, evidence), scope.proofs)
    yield from find_row_swaps(text, evidence.question, scope.proofs)
    if scope.computed:
        ours = name_ours(scope.text, evidence.companies)
        yield from find_sum_faults(ours, scope.computed, evidence)
        yield from find_role_faults(ours, scope.computed, evidence)
        yield from find_notice_faults(ours, evidence)
    else:
        yield from find_figure_swaps(said_of(scope, evidence), scope.sentences)
    left = bare(scope.text, scope.computed, scope.sentences, evidence)
    yield from find_figure_faults(left, scope, unnamed(evidence.question, evidence))
    yield from find_promise_faults(scope, evidence.companies)


def _doubts(scope: Scope, evidence: Evidence) -> Iterable[str]:
    """What no passage says, as far as can be judged from statements known to be true or false."""
    said = words(name_ours(scope.text, evidence.companies))
    settled = (one(scope.text, evidence) for one in (says_silence, says_untold))
    if is_polite(scope.text) or any(settled) or any(said == words(one.folded) for one in scope.sentences):
        return
    support = read_support()
    said_here = said_of(scope, evidence)
    traits = find_traits(scope, said_here, evidence.question, support.memory)
    near = read_meanings().traits(encode(said_here.text), scope.keys) if traits else ()
    names_nothing = set(roots(scope.text)) <= _EMPTY
    if names_nothing and says_zero(scope.text) and is_zero(scope.computed):
        return
    if names_nothing and len(said) > 2 and signs_of(fold(scope.text)) & {"must", "may", "no", "all"}:
        yield f"« {scope.text.strip()} » says nothing that a passage does"
    elif traits and support.doubt([one + near for one in traits]) > support.most:
        yield f"the passages do not say « {scope.text.strip()} »"
