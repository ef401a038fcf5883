"""Whether the sentences that a statement rests on say what it says, without any model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.wording.quantities import Quantity, quantities, spell, without_days
from assistant.answering.wording.words import Words, every_stem, read_words, root_of
from assistant.french import STOPWORDS, fold

ALONE = 0.75  # share of a clause's words that one sentence must hold by itself
LISTED = 0.5  # the same where sentences are the lines of a list
NEAR = 0.9  # a clause counts as said when it holds this share of what the best one holds
NAMED = 0.6  # the same for a sentence that holds a name
BESIDE = 0.7  # the same for any word of a clause
ALSO = 0.6  # the same where the question says what « elle » is
KEPT = 0.5  # share of a condition's words that a promise must repeat
HOLDS = 0.5  # a sentence that holds a figure must share this part of what the best sentence shares

SPOKEN = 0.6  # a clause that holds less than this share of another's words does not decide its sense

_SUBORDINATE = re.compile(
    r"^(?:et |ou |donc )?(?:meme|en cas|si|lorsqu|quand|pour|sauf|selon|avec|apres|avant|pendant|a partir|a compter|des)\b"
)
_CLAUSES = re.compile(
    r"[;:,.()]|\s[–—-]\s|\b(?:mais|alors que|tandis que|sinon|puisque|car|et si)\b"
    r"|\bet (?=(?:peu\w+|doi\w+|est|sont|sera|ne|se|le|la|les|une?|aucune?|vous|lexom|nous)\b|[nsl]')"
)
_CONDITION = re.compile(
    r"\b(?:si|lorsqu\w*|quand|en cas d\w*|a defaut|pour un client|sauf|hors cas|a moins que)\b[^,;:]*"
)
_AGENT = re.compile(
    r"\b(?:c'est (?:a |au )(?:la )?)?(?P<who>lexom|nous|client\w*|vous|acheteur|prestataire|entreprise|participants?|stagiaires?)\b"
    r"(?! (?:est|sont|etes|sera|seront|serez|etait) )"
    r"(?P<next>(?: (?:de|d'|ne|n'|y|en|lui|leur|se|s'|vous|nous|le|la|les|l'))*\s?(?P<verb>\w+)(?: (?:pas|plus|jamais))?(?: (?P<more>\w+))?)"
)
_TAKES_ON = re.compile(r"\b(?:lexom|nous) (?:prend|prenons|prendra|assum\w+|support\w+|absorb\w+)\b")
_NOTHING = re.compile(
    r"\brien\b|\b(?:sans|aucuns?|aucune) (?:frais|somme|cout|supplement|contrepartie)\b|\b0 €"
)
_ASIDE = re.compile(r"\b(peut|doit|peuvent|doivent|lexom|client), [^,]{3,70}, ")
_CREDIT = re.compile(
    r"\b(?:une|aucune|de|des|la) remises?\b(?! (?:a|au|aux)\b)|\breductions?\b|\brabais\b|\b(?:forme d'|un |en )avoir\b|\bbons? (?:d'achat|de reduction)\b"
)
_OURS = ("lexom", "nous", "prestataire")
_MODALS = frozenset(
    "peut peuvent pouvez pourra pourrez pouvons devez doit doivent devrez devra devons faut a ont avez avons s n se".split()  # noqa: SIM905
)
_STATES = frozenset("est sont et a ont avez av etes soit sera ser perd perdr".split())  # noqa: SIM905
_MUST = re.compile(
    r"\b(?:doi(?:t|vent)|devez|devr(?:a|ez|ont)|obligatoire\w*|imperatif\w*|imperativement|exige\w*|oblige\w*)\b"
)
_CANNOT = re.compile(r"\bn(?:e |')(?:peu|pouv|pourr)\w*")
_EVEN = re.compile(r"\bmeme (?:en|si|sans)\b[^,;:.]*")
_PRONOUN = re.compile(
    r"(?:elles?\b|ils?\b(?! (?:faut|s'agit|est (?:interdit|possible)))|cela\b|celle-ci|celui-ci)"
)
_PART = re.compile(r"(?<!100 )% (?:du |de la |de l')(?:montant total|prix total|totalite|total)")
_MUST_NOT = re.compile(r"\bn(?:e |')(?:\w+ )?(?:doi(?:t|vent)|devez|devr\w+|est pas oblig\w+)")
_MAY = re.compile(r"\b(?:peu(?:t|vent)|pouvez|pourr(?:a|ez|ont)|pouvons|choix|eventuel\w*)\b")
_WHOLE = re.compile(
    r"\b(?:totalite|integralite|en entier|entierement|integralement|en totalite|montant total)\b|\b100 ?%"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a proof, ready to be compared."""

    text: str
    stems: frozenset[str]
    quantities: tuple[Quantity, ...]
    clauses: tuple[str, ...]


def read_sentence(text: str) -> Sentence:
    """A sentence in the form that statements are compared with."""
    spelt = spell(text)
    return Sentence(spelt, every_stem(spelt), quantities(text), _clauses(spelt))


def _clauses(spelt: str) -> tuple[str, ...]:
    guarded = re.sub(r"(?<=\d)[.,](?=\d)|(?<=\bart)\.|(?<=\b[a-z])\.(?=\w)", "·", spelt)
    return tuple(part.replace("·", ".").strip() for part in _CLAUSES.split(guarded) if part.strip())


def find_gaps(
    text: str, sentences: Sequence[Sentence], *, listed: bool = False, about: str = ""
) -> Iterable[str]:
    """What a statement says that its sentences do not; nothing when they say it all.

    Where the sentences are the lines of a list, as in a sheet, a clause may join
    several. `about` is the question, for a statement that says « elle » of its subject.
    """
    lexicon = read_words()
    spelt = without_days(spell(text))
    held = frozenset[str]().union(*(one.stems for one in sentences))
    unsaid = [stem for stem in lexicon.content(spelt) if not lexicon.covered(stem, held)]
    if unsaid:
        yield f"words that the passages do not hold: {', '.join(unsaid)}"
        return
    whole = lexicon.content(spelt)
    if _PRONOUN.match(spelt):
        whole += tuple(one for one in lexicon.content(spell(about)) if lexicon.covered(one, held))
        known = [one for one in sentences if not lexicon.contrary(spell(about), one.text)]
        yield from _apart(lexicon.content(spelt), dict.fromkeys(whole), known, lexicon, ALSO)
    if not whole:
        yield from _plain_gaps(spelt, sentences, lexicon)
    for clause in _clauses(spelt):
        yield from _clause_gaps(clause, sentences, lexicon, tuple(whole), listed=listed)
    yield from _figure_gaps(text, spelt, sentences, lexicon)
    yield from _agent_gaps(spelt, sentences, lexicon)
    best = max((_share(whole, one.stems, lexicon) for one in sentences), default=0.0)
    nearest = [one for one in sentences if _share(whole, one.stems, lexicon) == best]
    if best >= LISTED and all(lexicon.contrary(spelt, one.text) for one in nearest):
        yield "it says the contrary of its passage"
    local = [one for one in sentences if _share(whole, one.stems, lexicon) >= HOLDS * best]
    for said, needed, anywhere in lexicon.binding:
        found = said.search(spelt)
        if found and not any(needed.search(one.text) for one in (sentences if anywhere else local)):
            yield f"« {found.group()} » is not said"
    yield from _condition_gaps(spelt, sentences, lexicon)
    yield from _promise_gaps(spelt, sentences, lexicon)


def _condition_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """What holds « même sans… » must not be put under that very condition."""
    for match in _CONDITION.finditer(_EVEN.sub(" ", spelt)):
        stems = lexicon.content(match.group())
        evens = (frozenset(lexicon.content(even)) for one in sentences for even in _EVEN.findall(one.text))
        if stems and any(even and _share(stems, even, lexicon) >= KEPT for even in evens):
            yield f"« {match.group().strip()} » is no condition"


def _plain_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """A statement of common words only must stand in one sentence, nearly word for word."""
    roots = lexicon.common(spelt)
    if max((_share(roots, one.stems, lexicon) for one in sentences), default=0.0) < ALONE:
        yield f"no single sentence says « {spelt} »"


def _share(stems: Sequence[str], held: frozenset[str], lexicon: Words) -> float:
    return sum(lexicon.covered(one, held) for one in stems) / len(stems) if stems else 0.0


def _apart(
    roots: Iterable[str],
    whole: Iterable[str],
    sentences: Sequence[Sentence],
    lexicon: Words,
    least: float = BESIDE,
) -> Iterable[str]:
    """The roots that stand only in sentences which speak of little else of the whole."""
    wanted = tuple(whole)
    shares = [_share(wanted, one.stems, lexicon) for one in sentences]
    for root in roots:
        holding = [
            share for one, share in zip(sentences, shares, strict=True) if lexicon.covered(root, one.stems)
        ]
        if max(holding, default=0.0) < least * max(shares, default=0.0):
            yield f"« {root} » is said of something else"


def _clause_gaps(
    clause: str, sentences: Sequence[Sentence], lexicon: Words, whole: Sequence[str], *, listed: bool
) -> Iterable[str]:
    """A clause must be said by one sentence, with the same yes or no and no contrary word."""
    stems = lexicon.content(clause)
    if not stems and lexicon.says_no(clause):
        if not any(lexicon.denies(clause, lexicon.negated(one.text)) for one in sentences):
            yield f"« {clause} » is denied by no passage"
    if not sentences or not stems:
        return
    shares = [_share(stems, one.stems, lexicon) for one in sentences]
    best = max(shares)
    if len(stems) > 1 and best < (LISTED if listed else ALONE):
        yield f"no single sentence says « {clause} »"
        return
    if not listed:
        yield from _apart(stems, stems, sentences, lexicon)
    near = [one for one, share in zip(sentences, shares, strict=True) if share >= NEAR * best]
    if len(stems) == 1:
        nearest = max(_share(whole, one.stems, lexicon) for one in near)
        near = [one for one in near if _share(whole, one.stems, lexicon) >= NEAR * nearest]
    if all(lexicon.contrary(clause, one.text) for one in near):
        yield f"« {clause} » says the contrary of its passage"
    if not _same_sense(clause, stems, near, lexicon):
        yield f"« {clause} » is said with the opposite sense"
    if _MUST.search(clause) and not _MUST_NOT.search(clause) and all(_only_may(one.text) for one in near):
        yield f"« {clause} » makes an obligation of what is only allowed"


def _same_sense(clause: str, stems: Sequence[str], near: Sequence[Sentence], lexicon: Words) -> bool:
    """Whether a clause says yes where one of its sentences does, and no where it says no."""
    negative = lexicon.says_no(clause)
    if not negative and _SUBORDINATE.match(clause):
        return True
    if negative:
        theirs = frozenset[str]().union(*(lexicon.negated(one.text) for one in near))
        if not any(lexicon.says_no(one.text) for one in near) or not lexicon.denies(clause, theirs):
            return False
        denied = lexicon.negated(clause)
        allows = denied and _MAY.search(clause) and not _CANNOT.search(clause)
        stems = [one for one in stems if one not in denied] if allows else []
    elif negative not in _polarities(stems, near, lexicon):
        return False
    return any(_affirms(stems, sentence, lexicon) for sentence in near)


def _affirms(stems: Sequence[str], sentence: Sentence, lexicon: Words) -> bool:
    """Whether all that a sentence denies of some roots it also says elsewhere."""
    denied, said = lexicon.negated(sentence.text), lexicon.affirmed(sentence.text)
    return all(lexicon.covered(one, said) for one in stems if lexicon.covered(one, denied))


def _only_may(text: str) -> bool:
    return _MAY.search(text) is not None and _MUST.search(text) is None


def _polarities(stems: Sequence[str], sentences: Sequence[Sentence], lexicon: Words) -> set[bool]:
    """Whether the clauses nearest to some roots are negative."""
    found = [
        (_share(stems, every_stem(clause), lexicon), lexicon.says_no(clause))
        for one in sentences
        for clause in one.clauses
    ]
    best = max((share for share, _ in found), default=0.0)
    if best < SPOKEN:
        return {no for share, no in found if share} or {True, False}
    return {no for share, no in found if share >= NEAR * best}


def _figure_gaps(text: str, spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """Each figure must stand in a sentence that speaks of the same thing."""
    stems = lexicon.content(spelt)
    best = max((_share(stems, one.stems, lexicon) for one in sentences), default=0.0)
    for quantity in quantities(text):
        holding = [one for one in sentences if quantity.stands_in(one.quantities)]
        if not holding:
            yield f"the figure {quantity.value} {quantity.unit} has no support"
        elif max(_share(stems, one.stems, lexicon) for one in holding) < HOLDS * best:
            yield f"the figure {quantity.value} {quantity.unit} is said of something else"
    yield from _pairing_gaps(text, sentences)


def find_names_apart(names: Sequence[str], text: str, sentences: Sequence[Sentence]) -> Iterable[str]:
    """The names that stand only in sentences on something else."""
    lexicon = read_words()
    for name in names:
        clauses = [one for one in _clauses(spell(text)) if fold(name) in one]
        for roots in map(lexicon.content, clauses):
            best = max((_share(roots, one.stems, lexicon) for one in sentences), default=0.0)
            holding = [one for one in sentences if fold(name) in one.text]
            if holding and max(_share(roots, one.stems, lexicon) for one in holding) < NAMED * best:
                yield f"the name {name} is said of something else"


def _pairing_gaps(text: str, sentences: Sequence[Sentence]) -> Iterable[str]:
    """A bound (« moins de 15 jours ») must come with the consequence that its sentence gives it."""
    for part in re.split(r"[;.](?!\d)|\b(?:mais|tandis que|alors que|sinon)\b|, et (?=\w+ (?:de|d'))", text):
        bounds = [one for one in quantities(part) if one.bound and one.unit in ("day", "month", "week")]
        said = _consequences(spell(part), quantities(part))
        if len(bounds) != 1 or not said:
            continue
        for one in sentences:
            given = _consequences(one.text, one.quantities)
            theirs = [other for other in one.quantities if other.same(bounds[0]) and other.bound]
            if not theirs or not given:
                continue
            alike = any(other.bound == bounds[0].bound for other in theirs)
            if (alike and not said & given) or (not alike and said & given):
                yield f"« {part.strip()} » joins a bound and a consequence that are apart"
                return


def _consequences(spelt: str, held: tuple[Quantity, ...]) -> set[str]:
    """What a text says is due: shares of a price, or the whole of it."""
    found = {f"{one.value} {one.unit}" for one in held if one.unit == "%" and one.value != "100"}
    return found | ({"whole"} if _WHOLE.search(_PART.sub("%", spelt)) else set())


def _agents(spelt: str) -> set[tuple[bool, str, bool]]:
    """Who does what: whether it is LEXOM, the root of the verb, and whether it is theirs to do."""
    found = set()
    for match in _AGENT.finditer(_ASIDE.sub(r"\1 ", spelt)):
        verb, owes = match["verb"], match["verb"] in ("doit", "devez", "devons", "devra", "devrez")
        if verb in _MODALS and match["more"]:
            verb = match["more"]
        if verb in STOPWORDS:
            continue
        found.add((match["who"] in _OURS, root_of(fold(verb)), owes or match.group().startswith("c'est")))
    return found


def _agent_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """What LEXOM does must not be said of the client, nor the other way round."""
    theirs = [_agents(one.text) for one in sentences]
    yield from _order_gaps(spelt, sentences, lexicon)
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


def _promise_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """A promise must stand in one sentence, whose condition the statement keeps."""
    for start in lexicon.promised(spelt):
        making = [one for one in sentences if _makes(start, one, lexicon)]
        if not making:
            yield f"a promise that no clause makes: {start}"
        elif all(_drops_condition(spelt, one, lexicon) for one in making):
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


def _drops_condition(spelt: str, sentence: Sentence, lexicon: Words) -> bool:
    said = every_stem(spelt)
    for match in _CONDITION.finditer(sentence.text):
        stems = lexicon.content(match.group())
        if stems and _share(stems, said, lexicon) < KEPT:
            return True
    return False
