"""Whether what was found answers a question, or whether to say that nothing does.

The decisions are logistic models over a few signs, fitted on the development
sets by `python -m evals.calibrate` and kept in `relevance.json`. Over documents
that people's questions say nothing about, it rests on the words alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log

from assistant.answering.learned.unknowns import OTHER, Unknowns
from assistant.answering.quotes.asks import asks_whether
from assistant.answering.search.signs import (
    find_signs,
    find_unknown_signs,
    most_foreign,
    nearest_known,
    share_held,
)
from assistant.answering.sources import Sources
from assistant.answering.understand.events import gives_up
from assistant.answering.understand.fields import field_lexicon, only_complains
from assistant.answering.understand.follow_ups import MORE_OF, leans
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.spelling import prepare
from assistant.company import OURS, name_ours
from assistant.datatypes import Hit, Reading
from assistant.french import fold, stems, words

HELD = 0.25  # share of a question's words that a section must hold, without questions to go by
WHOLE = 0.999  # share from which one section holds every word of a question, and so answers it
FOUND = 4.5  # fused score from which such a section is what was meant, whatever the words say elsewhere
AHEAD = 2.5  # fused score by which a section is ahead of all others
NO_COURSE = "autres_formations"  # that there is a course on a subject
KNOWN = 0.9  # cosine from which a question says the same as one that has an answer
LIKE = 0.85  # … nearly so, which is enough where yes or no is asked
KNOWN_HERE = 0.8  # … where no word of it speaks for another subject
SURER = 0.1  # cosine by which it is likelier to have an answer, whatever it names
AT_HOME = 0.0  # what each word of a question says at least, where all of them are ours …
PAIRED = -0.4  # … what its pairs of words say, in tens …
NEAR_HOME = 0.65  # … and its cosine with the nearest one known here
NEXT = 2  # sections that may hold what is asked of the question before, one an edition
TAUGHT = 0.5  # share of sections with questions from which these say what is ours
LEANS = 1.0  # what the turn before counts for, next to naming a course, for one that leans, or is a word …
FOLLOWS = 0.5  # … and where it only comes after it


def is_answered(reading: Reading, hits: Sequence[Hit], sources: Sources) -> bool:
    """Whether the best sections are near enough to the question to answer it."""
    if not hits:
        return False
    held = share_held(reading, hits, sources.learned.vocabulary)
    if sources.taught < TAUGHT:
        return held >= HELD
    if only_complains(reading.wanted):
        return hits[0].chunk.kind == "terms"
    if held >= WHOLE and (hits[0].score >= FOUND or is_ours(reading, sources)):
        return True
    if _is_at_home(reading, sources) and nearest_known(reading, sources) >= KNOWN_HERE:
        return True
    return _treats_all(reading, hits) or _decide("answered", see_signs(reading, hits, sources))


def _treats_all(reading: Reading, hits: Sequence[Hit]) -> bool:
    """Whether the first sheet holds every word of the subject of the course looked for."""
    first = hits[0].chunk
    looked_for = reading.intent == "choice" and bool(reading.subject) and first.kind == "course"
    return looked_for and set(reading.subject) <= set(stems(first.text))


def find_unknown(reading: Reading, hits: Sequence[Hit], sources: Sources) -> str | None:
    """What a question asks for that our documents are known not to say, or `None`."""
    titles = " ; ".join(sources.document(one).title for one in reading.courses)
    named = field_lexicon().unknowns_asked(titles)  # « Manager à distance » is asked for by its name
    model, asked = sources.learned.unknowns, next((one for one in reading.unknowns if one not in named), None)
    if reading.intent == "choice" and not asked and _is_foreign(reading, hits, sources):
        return NO_COURSE
    if asked and _leans_on_what_says(asked, reading, hits, sources):
        return None
    if model is None or sources.taught < TAUGHT or (asked and not reading.subject):
        return asked
    if only_complains(reading.wanted) or (not asked and (_only_leans(reading) or _is_found(reading, hits))):
        return None
    if _is_known(reading, model, sources, named=bool(asked)):
        return None
    if not _decide("unknown", find_unknown_signs(reading, hits, sources)):
        return None
    about = asked or model.nearest(reading, sources.embeddings)
    if about == OTHER and reading.intent == "choice":
        return NO_COURSE
    return None if about == OTHER and reading.intent == "field" else about


def _only_leans(reading: Reading) -> bool:
    """Whether what leans on the question before is too little to go by: on the terms, or « et pour … ? »."""
    return bool(reading.context) and (not reading.courses or bool(MORE_OF.match(fold(reading.question))))


def _leans_on_what_says(asked: str, reading: Reading, hits: Sequence[Hit], sources: Sources) -> bool:
    """Whether a clause holds what is asked of the question before: « c'est gratuit ? », of the mediator."""
    if not reading.context or reading.courses:
        return False
    folded = fold(name_ours(reading.question, sources.catalogue.company))
    matches = (one.finditer(folded) for one in field_lexicon().unknowns[asked].triggers)
    said = {stem for found in matches for match in found for stem in stems(match.group())}
    return any(said & set(stems(hit.chunk.text)) for hit in hits[:NEXT] if hit.chunk.kind == "terms")


def _is_known(reading: Reading, model: Unknowns, sources: Sources, *, named: bool) -> bool:
    """Whether a question is one that people are known to ask and that is answered, or nearly so.

    One that names what has no answer must be likelier to have one, unless it only asks yes or no:
    « is there a cap on group size? » is answered, « what is the cap? » is not.
    """
    without, answered = model.likeness(reading.wanted, sources.embeddings)
    if answered >= LIKE and answered > without and asks_whether(reading.wanted):
        return True
    return answered >= KNOWN and answered > without + (SURER if named else 0.0)


def leads_on_terms(hits: Sequence[Hit]) -> bool:
    """Whether a clause is far ahead of all that the sheets say."""
    sheets = max((hit.score for hit in hits if hit.chunk.kind == "course"), default=0.0)
    return any(hit.chunk.kind == "terms" and hit.score - sheets >= AHEAD for hit in hits[:1])


def _is_found(reading: Reading, hits: Sequence[Hit]) -> bool:
    """Whether what is asked for is there: the field of a sheet, or a course on most of the subject.

    « gestion » is half of « gestion du stress », yet the word that many courses hold is the lesser half.
    """
    first = hits[0].chunk if hits else None
    if reading.fields:
        sections = {field_lexicon().fields[one].section for one in reading.fields}
        return not reading.subject or (first is not None and first.section in sections)
    if reading.intent != "choice" or first is None:
        return False
    if reading.courses:  # one goes by the name of what is looked for
        return True
    weights = _weigh_in_sheets(reading.subject, hits)
    held = weights.keys() & set(stems(first.text))
    if 2 * len(held) > len(weights):
        return True
    return bool(held) and 2 * sum(weights[one] for one in held) >= sum(weights.values())


def _is_foreign(reading: Reading, hits: Sequence[Hit], sources: Sources) -> bool:
    """Whether no word of the course looked for is known of any, or too few are found.

    What the terms alone speak of, such as « RGPD », is no subject of a course.
    """
    if not reading.subject or reading.courses:
        return False
    taught = {one.id for one in sources.courses}
    said = sources.learned.vocabulary.sections.items()
    known = {stem for key, held in said if key.partition("#")[0] in taught for stem in held} & set(
        reading.subject
    )
    if not known or sources.taught >= TAUGHT:
        return not known
    return not hits or hits[0].chunk.kind == "terms" or not _is_found(reading, hits)


def _weigh_in_sheets(subject: Sequence[str], hits: Sequence[Hit]) -> Mapping[str, float]:
    """The weight of each stem of a subject: the fewer of the sections of sheets found say it, the heavier.

    What people ask does not count: « combien de temps » would make « temps » a word of every sheet.
    """
    told = [set(stems(hit.chunk.text)) for hit in hits if hit.chunk.kind == "course"]
    return {stem: log((len(told) + 1) / (sum(stem in one for one in told) + 0.5)) for stem in subject}


def _decide(name: str, seen: Mapping[str, float]) -> bool:
    model = _models()[name]
    return probability(seen, model["weights"]) >= model["threshold"]["value"]


def is_ours(reading: Reading, sources: Sources) -> bool:
    """Whether a question is on our subject: it names a course, an edition, us, or speaks as ours do.

    One who looks for a course is answered that there is none, whatever its subject; so is one
    who asks for what our documents are known not to say, or to cancel, and names nothing else.
    """
    if _is_named(reading, sources) or reading.intent == "choice":
        return True
    only = all(map(gives_up, reading.subject)) and (reading.subject or reading.unknowns)
    if only or only_complains(reading.wanted):
        return True
    if sources.taught < TAUGHT:
        return bool(set(stems(reading.question)) & field_lexicon().ours)
    return _is_at_home(reading, sources) or _decide("ours", see_signs(reading, (), sources))


def leaves(alone: Reading, sources: Sources) -> bool:
    """Whether a message, read without the turn before it, is of another subject than ours even after it.

    That turn speaks for it as naming a course would, less where nothing leans: « capitale de l'Australie ? ».
    """
    fields_alone = (alone.fields or alone.unknowns) and not alone.subject
    if fields_alone or sources.taught < TAUGHT or is_ours(alone, sources):
        return False
    if says("asking.reckoning", prepare(alone.question)):
        return True
    before = LEANS if leans(alone.question) or len(words(alone.question)) == 1 else FOLLOWS
    return not _decide("ours", {**see_signs(alone, (), sources), "named": before})


def _is_at_home(reading: Reading, sources: Sources) -> bool:
    """Whether neither a word of a question nor how they are paired is rather met elsewhere.

    « Puis-je avoir un devis ? » is ours, however short; « effacer les données de mon téléphone » is not.
    """
    if most_foreign(reading, sources.learned.vocabulary) < AT_HOME:
        return False
    seen = see_signs(reading, (), sources)
    return seen["pairs"] >= PAIRED and nearest_known(reading, sources) >= NEAR_HOME


def _is_named(reading: Reading, sources: Sources) -> bool:
    """Whether a question names, now or by the one before, a course, an edition or the company."""
    if reading.courses or reading.editions or reading.context:
        return True
    return OURS in words(name_ours(reading.question, sources.catalogue.company))


def see_signs(reading: Reading, hits: Sequence[Hit], sources: Sources) -> Mapping[str, float]:
    """The signs of `find_signs` over some documents, where naming the company is naming too."""
    seen = find_signs(reading, hits, sources.learned.vocabulary, like=nearest_known(reading, sources))
    return {**seen, "named": float(_is_named(reading, sources))}


def probability(seen: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The probability that a question with these signs is answered.

    >>> probability({"near": 0.0, "one": 1.0}, {"near": 3.0, "one": 0.0})
    0.5
    """
    return 1 / (1 + exp(-sum(weights[name] * value for name, value in seen.items())))


@cache
def _models() -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    text = files("assistant.answering.search").joinpath("relevance.json").read_text(encoding="utf-8")
    models: Mapping[str, Mapping[str, Mapping[str, float]]] = json.loads(text)
    return models
