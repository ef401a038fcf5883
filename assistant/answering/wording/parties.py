"""Who does what, what comes first, and what is promised: each as its sentence has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.wording.quantities import OURS
from assistant.answering.wording.sentences import Sentence, share_of
from assistant.answering.wording.words import Words, every_stem, root_of
from assistant.french import STOPWORDS, fold

KEPT = 0.5  # share of a condition's words that a promise must repeat
ASKED = 0.6  # the same where the question says it
_CONDITION = re.compile(
    r"\b(?:si|lorsqu\w*|quand|en cas d\w*|a defaut|pour un client|sauf|hors cas|a moins que)\b[^,;:]*"
)
_EVEN = re.compile(r"\bmeme (?:en|si|sans)\b[^,;:.]*")
_AGENT = re.compile(
    r"\b(?<!\bne )(?<!lamaison )(?<!nous )(?<!avec )(?<!chez )(?<!elle )(?<!\bil )(?<!qui )(?<!cela )"
    r"(?:c'est (?:a |au )(?:la )?)?"
    r"(?P<who>lamaison|nous|il|client\w*|vous|acheteur|prestataire|entreprise|participants?|stagiaires?)\b"
    r"(?! (?:est|sont|etes|sera|seront|serez|etait) )"
    r"(?: (?:de|d'|ne|n'|y|en|lui|leur|se|s'|vous|nous|le|la|les|l'))*\s?"
    r"(?P<verb>\w+)(?: (?:pas|plus|jamais))?(?: (?P<more>\w+))?"
)
_THEIR_NOUS, _THEIR_VOUS = re.compile(r"\b(?:nous|je|on) |\bj'"), re.compile(r"\bvous ")  # the person speaks
_ASIDE = re.compile(r"\b(peut|doit|peuvent|doivent|lamaison|client), [^,]{3,70}, ")
_OURS = (OURS, "nous", "prestataire")
_OWES = ("doit", "devez", "devons", "devra", "devrez")
_MODALS = frozenset(
    {*_OWES, "peut", "peuvent", "pouvez", "pourra", "pourrez", "pouvons", "doivent", "faut"}
    | {"a", "ont", "avez", "avons", "s", "n", "se"}
)
_STATES = frozenset(["est", "sont", "et", "a", "ont", "avez", "av", "etes", "soit", "sera", "ser", "perd"])
_HAS = re.compile(
    r"\b(?P<who>lamaison|nous|client\w*|vous|prestataire) (?:a|avez|avons|garde|gardez|dispose|disposez)"
    r"(?: (?:ensuite|alors|aussi|toujours|seul|donc))? (?:d'un |du |le |la |un"
    r" )?(?P<what>choix|droit|faculte|possibilite)\b"
)
_TAKES_ON = re.compile(
    r"\b(?:lamaison|nous) (?:prend|prenons|prendra|assum\w+|support\w+|absorb\w+)\b(?! en compte)"
)
_NOTHING = re.compile(
    r"\brien\b(?! (?:regle|verse|paye|recu|d'autre))"
    r"|\b(?:sans|aucuns?|aucune) (?:frais|somme|cout|supplement|contrepartie)\b|\b0 €"
)
_CREDIT = re.compile(
    r"\b(?:une|aucune|de|des|la) remises?\b(?! (?:a|au|aux)\b)|\breductions?\b|\brabais\b"
    r"|\b(?:forme d'|un |en )avoir\b|\bbons? (?:d'achat|de reduction)\b"
)


def find_party_gaps(spelt: str, about: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """What a statement turns round, puts under a condition, or promises, and no sentence does."""
    yield from _agent_gaps(spelt, sentences, lexicon)
    yield from _order_gaps(spelt, sentences, lexicon)
    yield from _condition_gaps(spelt, sentences, lexicon)
    yield from _promise_gaps(spelt, about, sentences, lexicon)


def find_case_gaps(spelt: str, about: str, near: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """A rule for what one party does is no answer to what the other does."""
    told = _THEIR_NOUS.sub("client ", _THEIR_VOUS.sub(f"{OURS} ", about))
    asked = {(who, verb) for who, verb, _ in _agents(told) if verb not in _STATES}
    stated = {verb for _, verb, _ in _agents(spelt)}
    for who, verb in asked:
        if verb in stated or (not who, verb) in asked:
            continue
        ruled = [{w for w, v, _ in _agents(_conditions(one.text)) if v == verb} for one in near]
        if ruled and all(doing == {not who} for doing in ruled):
            yield f"it is a rule for when the other party does « {verb} »"


def _conditions(spelt: str) -> str:
    return " ; ".join(match.group() for match in _CONDITION.finditer(spelt))


def _agents(spelt: str) -> set[tuple[bool, str, bool]]:
    """Who does what: whether it is us, the root of the verb, and whether it is theirs to do."""
    found, before = set(), ""
    for match in _AGENT.finditer(_ASIDE.sub(r"\1 ", spelt)):
        who = before if match["who"] == "il" else match["who"]
        before = who
        if not who:
            continue
        verb, owes = match["verb"], match["verb"] in _OWES
        if verb in _MODALS and (match["more"] or "") not in STOPWORDS | {""}:
            verb = match["more"]
        if verb in STOPWORDS and verb not in _OWES:
            continue
        found.add((who in _OURS, root_of(fold(verb)), owes or match.group().startswith("c'est")))
    return found


def _holders(spelt: str) -> set[tuple[bool, str]]:
    """Who has the choice, or the right."""
    return {(match["who"] in _OURS, match["what"]) for match in _HAS.finditer(_ASIDE.sub(r"\1 ", spelt))}


def _agent_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """What we do must not be said of the client, nor the other way round."""
    held = set().union(*(_holders(one.text) for one in sentences))
    for ours, what in _holders(spelt):
        if (not ours, what) in held and (ours, what) not in held:
            yield f"the « {what} » is the other party's"
    theirs = [_agents(one.text) for one in sentences]
    for ours, verb, owes in _agents(spelt):
        if verb in _STATES and not owes:
            continue
        doing = {
            who for pairs in theirs for who, other, _ in pairs if lexicon.covered(verb, frozenset([other]))
        }
        if doing == {not ours}:
            yield f"« {verb} » is done by the other party"


def _order_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """Of two things, the one that comes first must be the same."""
    mine = _before_order(spelt, lexicon)
    theirs = [before for one in sentences if (before := _before_order(one.text, lexicon)) is not None]
    if mine and theirs and not any(lexicon.covered(one, before) for one in mine for before in theirs):
        yield "it turns an order round"


def _before_order(spelt: str, lexicon: Words) -> frozenset[str] | None:
    """The roots that stand before a verb of order, or `None` when there is none."""
    for match in re.finditer(r"\w+", spelt):
        if root_of(match.group()) in lexicon.order:
            return frozenset(lexicon.content(spelt[: match.start()]))
    return None


def _condition_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """What holds « même sans… » must not be put under that very condition."""
    for match in _CONDITION.finditer(_EVEN.sub(" ", spelt)):
        stems = lexicon.content(match.group())
        evens = (frozenset(lexicon.content(even)) for one in sentences for even in _EVEN.findall(one.text))
        if stems and any(even and share_of(stems, even, lexicon) >= KEPT for even in evens):
            yield f"« {match.group().strip()} » is no condition"


def _promise_gaps(spelt: str, about: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """A promise must stand in one sentence, whose condition the statement keeps."""
    denied = lexicon.negated(spelt)
    told = "" if _CONDITION.search(spelt) else f"{spelt} {about}"
    for start in lexicon.promised(spelt):
        if any(root.startswith(start[:6]) for root in denied):
            continue
        making = [one for one in sentences if _makes(start, one, lexicon)]
        if not making:
            yield f"a promise that no clause makes: {start}"
        elif all(
            _drops_condition(spelt, one, lexicon) and _drops_condition(told, one, lexicon, ASKED)
            for one in making
        ):
            yield f"a promise without its condition: {start}"
    for pattern in (_TAKES_ON, _NOTHING, _CREDIT):
        taken = pattern.search(spelt)
        if taken and not any(pattern.search(one.text) for one in sentences):
            yield f"a promise that no clause makes: {taken.group()}"


def _makes(start: str, sentence: Sentence, lexicon: Words) -> bool:
    """Whether a sentence makes the promise whose word begins so."""
    promised = lexicon.promised(sentence.text)
    root = lexicon.covered(start, promised) or start in promised
    return root or any(
        lexicon.covered(one, frozenset(promised)) for one in (root_of(start), root_of(start + "er"))
    )


def _drops_condition(spelt: str, sentence: Sentence, lexicon: Words, least: float = KEPT) -> bool:
    said = every_stem(spelt)
    for match in _CONDITION.finditer(sentence.text):
        stems = lexicon.content(match.group())
        if stems and share_of(stems, said, lexicon) < least:
            return True
    return False
