"""Whether the sentences that a statement rests on say what it says, without any model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.wording.quantities import Quantity, quantities, spell
from assistant.answering.wording.words import Words, every_stem, read_words
from assistant.french import fold, stem_words, words

ALONE = 0.5  # share of a clause's words that one sentence must hold by itself
NEAR = 0.75  # a clause counts as said when it holds this share of what the best one holds
HOLDS = 0.5  # a sentence that holds a figure must share this part of what the best sentence shares

_CLAUSES = re.compile(r"[;:,.()]|\s[–—-]\s|\b(?:mais|alors que|tandis que|sinon|puisque|car|et si)\b")
_CONDITION = re.compile(
    r"\b(?:si|lorsqu\w*|quand|en cas d\w*|a defaut|pour un client|sauf|hors cas|a moins que)\b[^,;:]*"
)
_AGENT = re.compile(
    r"\b(?P<who>lexom|nous|client\w*|vous|acheteur|prestataire|entreprise|participants?|stagiaires?)\b"
    r"(?! (?:est|sont|etes|sera|seront|serez|etait) )"
    r"(?P<next>(?: (?:ne|n'|y|en|lui|leur|se|s'|vous|nous|le|la|les|l'))*\s?(?P<verb>\w+)(?: (?:pas|plus|jamais))?(?: (?P<more>\w+))?)"
)
_OURS = ("lexom", "nous", "prestataire")
_MODALS = frozenset(
    "peut peuvent pouvez pourra pourrez pouvons devez doit doivent devrez devra devons faut a ont avez avons s n se".split()  # noqa: SIM905
)
_MUST = re.compile(
    r"\b(?:doi(?:t|vent)|devez|devr(?:a|ez|ont)|obligatoire\w*|imperatif\w*|imperativement|exige\w*|oblige\w*)\b"
)
_MAY = re.compile(r"\b(?:peu(?:t|vent)|pouvez|pourr(?:a|ez|ont)|pouvons|choix|eventuel\w*)\b")
_WHOLE = re.compile(r"\b(?:totalite|integralite|en entier|entierement|integralement|en totalite|montant total)\b|\b100 ?%")


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
    held = frozenset(stem_words(words(spelt)))
    return Sentence(spelt, held, quantities(text), _clauses(spelt))


def _clauses(spelt: str) -> tuple[str, ...]:
    guarded = re.sub(r"(?<=\d)[.,](?=\d)|(?<=\bart)\.|(?<=\b[a-z])\.(?=\w)", "·", spelt)
    return tuple(part.replace("·", ".").strip() for part in _CLAUSES.split(guarded) if part.strip())


def find_gaps(text: str, sentences: Sequence[Sentence]) -> Iterable[str]:
    """What a statement says that its sentences do not; nothing when they say it all."""
    lexicon = read_words()
    spelt = spell(text)
    held = frozenset[str]().union(*(one.stems for one in sentences))
    unsaid = [stem for stem in lexicon.content(spelt) if not lexicon.covered(stem, held)]
    if unsaid:
        yield f"words that the passages do not hold: {', '.join(unsaid)}"
        return
    for clause in _clauses(spelt):
        yield from _clause_gaps(clause, sentences, lexicon)
    yield from _figure_gaps(text, spelt, sentences, lexicon)
    yield from _agent_gaps(spelt, sentences, lexicon)
    for row in lexicon.binding:
        if row.search(spelt) and not any(row.search(one.text) for one in sentences):
            yield f"« {row.search(spelt).group()} » is not said"  # type: ignore[union-attr]  # it was found just above
    yield from _promise_gaps(spelt, sentences, lexicon)


def _share(stems: Sequence[str], held: frozenset[str], lexicon: Words) -> float:
    return sum(lexicon.covered(one, held) for one in stems) / len(stems) if stems else 0.0


def _clause_gaps(clause: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """A clause must be said by one sentence, with the same yes or no and no contrary word."""
    stems = lexicon.content(clause)
    if not sentences or not stems:
        return
    shares = [_share(stems, one.stems, lexicon) for one in sentences]
    best = max(shares)
    if len(stems) > 1 and best < ALONE:
        yield f"no single sentence says « {clause} »"
        return
    near = [one for one, share in zip(sentences, shares, strict=True) if share >= NEAR * best]
    top = [one for one, share in zip(sentences, shares, strict=True) if share == best]
    if all(lexicon.contrary(clause, one.text) for one in top):
        yield f"« {clause} » says the contrary of its passage"
    if len(stems) > 1 and lexicon.says_no(clause) not in _polarities(stems, near, lexicon):
        yield f"« {clause} » is said with the opposite sense"
    if _MUST.search(clause) and not lexicon.says_no(clause) and all(_only_may(one.text) for one in top):
        yield f"« {clause} » makes an obligation of what is only allowed"


def _only_may(text: str) -> bool:
    return _MAY.search(text) is not None and _MUST.search(text) is None


def _polarities(stems: Sequence[str], sentences: Sequence[Sentence], lexicon: Words) -> set[bool]:
    """Whether the clauses nearest to some stems are negative."""
    found = [
        (_share(stems, every_stem(clause), lexicon), lexicon.says_no(clause))
        for one in sentences
        for clause in (*one.clauses, one.text)
    ]
    best = max(share for share, _ in found)
    in_clauses = {no for share, no in found if share >= NEAR * best}
    return in_clauses or {True, False}


def _figure_gaps(
    text: str, spelt: str, sentences: Sequence[Sentence], lexicon: Words
) -> Iterable[str]:
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
    return found | ({"whole"} if _WHOLE.search(spelt) else set())


def _agents(spelt: str, lexicon: Words) -> set[tuple[bool, str]]:
    """Who does what: whether it is LEXOM, and the stem of the verb."""
    found = set()
    for match in _AGENT.finditer(spelt):
        verb = match["verb"]
        owes = verb in ("doit", "devez", "devons", "devra", "devrez")
        if verb in _MODALS and match["more"]:
            verb = match["more"]
        stem = stem_words([fold(verb)])[0]
        if stem not in lexicon.neutral or owes:
            found.add((match["who"] in _OURS, stem))
    return found


def _agent_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """What LEXOM does must not be said of the client, nor the other way round."""
    theirs = [_agents(one.text, lexicon) for one in sentences]
    for ours, verb in _agents(spelt, lexicon):
        doing = {who for pairs in theirs for who, other in pairs if lexicon.covered(verb, frozenset([other]))}
        if doing == {not ours}:
            yield f"« {verb} » is done by the other party"


def _promise_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """A promise must stand in one sentence, whose condition the statement keeps."""
    for stem in lexicon.promised(spelt):
        making = [one for one in sentences if lexicon.covered(stem, one.stems & _promising(lexicon, one))]
        if not making:
            yield f"a promise that no clause makes: {stem}"
        elif all(_drops_condition(spelt, one, lexicon) for one in making):
            yield f"a promise without its condition: {stem}"


def _promising(lexicon: Words, sentence: Sentence) -> frozenset[str]:
    return lexicon.promises & sentence.stems


def _drops_condition(spelt: str, sentence: Sentence, lexicon: Words) -> bool:
    said = every_stem(spelt)
    for match in _CONDITION.finditer(sentence.text):
        stems = lexicon.content(match.group())
        if stems and _share(stems, said, lexicon) < ALONE:
            return True
    return False
