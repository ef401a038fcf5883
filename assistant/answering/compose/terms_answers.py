"""What the terms of sale say: once where the editions agree, edition by edition where they differ."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz

from assistant.answering.quotes.acting import Party, done_by
from assistant.answering.quotes.asks import asks_in_turn, asks_one_figure, stating
from assistant.answering.quotes.draft import Draft, Extract
from assistant.answering.quotes.select import nearness, says_what_follows, select_sentences, sentences_of
from assistant.answering.quotes.undoing import told_of_another, undone_by_us
from assistant.answering.search.find import ALL, asks_whole_article, find_sections, names_something
from assistant.answering.sources import Sources
from assistant.datatypes import Answer, Hit, Reading
from assistant.french import NBSP, fold, say_list
from assistant.reading.twins import decisive

_OF_THE_OTHER = {
    None: "",
    "client": f"Pour le client, et non pour <us>{NBSP}: ",
    "company": f"Pour <us>, et non pour le client{NBSP}: ",
}
SIGNED_APPLIES = "L'édition qui s'applique est celle que vous avez signée."
SAME = 94.0  # likeness, out of 100, from which two clauses say the same thing
NEXT = 0.6  # another article that answers as well is quoted when it scores this share of the first one
ARTICLES = 2  # articles quoted of one edition
CLOSE = 0.75  # share of the score of the first article from which the next one may lead instead
NEARER = 0.7  # … when its words are nearer by so much, in log-odds …
FARTHER = 0.3  # … and by so much more where it scores less
SLACK = 0.5  # log-odds by which its words may be behind those of the first one
ADDED = 2  # sentences quoted of an article that is not the first one
KNOWN = 0.9  # cosine from which a question is one that people are known to ask of an article
LIKELY = 0.8  # cosine from which one asked of another article lets this one lead …
LIKER = 0.05  # … when those of the first ones are less like it by so much
LOOKED_AT = 6  # articles among which the one that it is asked of is looked for
# An edition whose best article scores less than this share of the other's has no such clause; where the
# question leans on the one before, the score is also of that one, and does not tell.
FAR = 0.4


@dataclass(frozen=True, slots=True)
class Clause:
    """What one edition says: its id, the sentences that answer, the best first; `added` of other articles.

    `doer` is the party that it says this of, where the other one was asked about.
    """

    edition: str
    score: float
    extracts: tuple[Extract, ...]
    added: tuple[Extract, ...] = ()
    doer: Party | None = None

    @property
    def words(self) -> str:
        """The sentences that answer as people read them, in one line."""
        return " ".join(one.words for one in self.extracts)


def answer_terms(
    hits: Sequence[Hit], editions: tuple[str, ...], reading: Reading, sources: Sources
) -> Answer:
    """The clauses that answer, of one edition when something decides it, else of each.

    `hits` are ranked articles of the terms; `editions` those that apply, or all.
    """
    found = (_clause(edition, hits, reading, sources) for edition in editions)
    clauses = [one for one in found if one is not None]
    best = max(one.score for one in clauses)
    kept = [one for one in clauses if reading.context or one.score >= FAR * best]
    draft = Draft(sources.corpus)
    if len(kept) > 1 and all(_say_the_same(kept[0].words, one.words) for one in kept[1:]):
        _say_once(draft, kept)
    elif len(kept) == 1:
        _say_alone(draft, kept[0], reading)
        if silent := [one for one in editions if one != kept[0].edition]:
            draft.say("", f"Nous n'avons pas trouvé de clause équivalente dans {' ni '.join(silent)}.")
    else:
        _say_each(draft, kept)
    _say_added(draft, kept)
    return draft.answer()


def _clause(edition: str, hits: Sequence[Hit], reading: Reading, sources: Sources) -> Clause | None:
    found = [hit for hit in hits if hit.chunk.document == edition]
    if not found:
        return None
    if asks_whole_article(reading):
        return Clause(edition, found[0].score, sentences_of(sources.section(found[0])))
    found = _on_who_undoes(found, reading, sources)
    found = [hit for hit in found if says_what_follows(sources.section(hit), reading.wanted)] or found
    apart = told_of_another(reading.wanted, sources.catalogue.company)
    asked_of = _asked_of(found[:LOOKED_AT], reading, sources)
    own = (asked_of or found)[:ARTICLES]
    nearest = {hit.chunk.key: _nearness(hit, reading, sources) for hit in own}
    wanted = reading.wanted if names_something(reading) else f"{reading.context} {reading.wanted}".strip()
    lines = {
        hit.chunk.key: select_sentences(sources.section(hit), wanted, sources.aim, apart=apart) for hit in own
    }
    stating_leads = asks_one_figure(reading.wanted) or asks_in_turn(reading.wanted)
    stated = {
        key for key, told in lines.items() if stating_leads and any(stating([told[0].words], reading.wanted))
    }
    first, *others = (
        own if asked_of else _leading(own, nearest, stated, alone=not (reading.context or reading.courses))
    )
    main, doer = _of_the_other(lines[first.chunk.key], reading, sources)
    if first.chunk.key in stated and asks_one_figure(reading.wanted):
        return Clause(edition, first.score, main, doer=doer)
    added = (
        select_sentences(sources.section(hit), wanted, sources.aim, most=ADDED, apart=apart)[:ADDED]
        for hit in others
        if hit.score >= NEXT * first.score and nearest[hit.chunk.key] >= nearest[first.chunk.key] - SLACK
    )
    return Clause(edition, first.score, main, tuple(extract for one in added for extract in one), doer)


def _of_the_other(
    told: tuple[Extract, ...], reading: Reading, sources: Sources
) -> tuple[tuple[Extract, ...], Party | None]:
    """The sentences, that on the other party than the one asked about first; this party, if any."""
    done = done_by(reading.wanted, sources.catalogue.company)
    found = next(((one, who) for one in told if (who := done(one.words))), None)
    if found is None:
        return told, None
    return (found[0], *(one for one in told if one is not found[0])), found[1]


def _on_who_undoes(hits: list[Hit], reading: Reading, sources: Sources) -> list[Hit]:
    """The articles of an edition; where one party gives up, not those on the other's doing so alone.

    In the place of one come those that say so, of the company wherever they rank; where none does, all stay.
    """
    names = sources.catalogue.company
    by_us = undone_by_us(reading.wanted, names)
    if by_us is None:
        return hits
    edition = hits[0].chunk.document
    ranked = find_sections(reading, sources, k=ALL) if by_us else hits
    every = [hit for hit in ranked if hit.chunk.document == edition]
    told = {
        hit.chunk.key: {undone_by_us(one.words, names) for one in sentences_of(sources.section(hit))}
        for hit in every
    }
    own = [hit for hit in every if by_us in told[hit.chunk.key]]
    kept = [hit for hit in every if hit in own or (not by_us) not in told[hit.chunk.key]]
    return own if own and hits[0] not in kept else kept if own else hits


def _asked_of(hits: Sequence[Hit], reading: Reading, sources: Sources) -> list[Hit]:
    """The articles that people are known to ask this very question of, alone; none where there is no such.

    One that they are only likelier to ask it of comes before the others.
    """
    if reading.context:
        return []
    known = {hit.chunk.key: sources.aim.known(reading.wanted, hit.chunk.key) for hit in hits}
    most = max(known.values())
    likest = [hit for hit in hits if known[hit.chunk.key] == most]
    if most >= KNOWN:
        return likest
    next_ = max((known[hit.chunk.key] for hit in hits[:ARTICLES] if hit is not likest[0]), default=0.0)
    if most >= LIKELY and most - next_ >= LIKER:
        return [likest[0], *(hit for hit in hits if hit is not likest[0])]
    return []


def _nearness(hit: Hit, reading: Reading, sources: Sources) -> float:
    """How near an article is to the question, and to the one before where this one leans on it."""
    return nearness(sources.section(hit), f"{reading.context} {reading.wanted}".strip(), sources.aim)


def _leading(
    hits: Sequence[Hit], nearest: Mapping[str, float], stated: Collection[str], *, alone: bool
) -> list[Hit]:
    """The hits, one close behind put before the first when its words are nearer, or it alone is `stated`.

    `stated` are those whose best sentence states what is asked for; one less close may lead where the
    question stands `alone`.
    """
    first, near = hits[0], nearest[hits[0].chunk.key] + NEARER
    close = [hit for hit in hits if hit.score >= CLOSE * first.score]
    better = [hit for hit in close if nearest[hit.chunk.key] >= near]
    far = [hit for hit in hits if alone and hit.score >= NEXT * first.score]
    better += [hit for hit in far if nearest[hit.chunk.key] >= near + FARTHER]
    if stated:
        better = [hit for hit in (better if first.chunk.key in stated else close) if hit.chunk.key in stated]
    lead = max(better, key=lambda hit: nearest[hit.chunk.key], default=first)
    return [lead, *(hit for hit in hits if hit is not lead)]


def _say_once(draft: Draft, clauses: Sequence[Clause]) -> None:
    for rows in zip(*(one.extracts for one in clauses), strict=False):
        prefix = _OF_THE_OTHER[clauses[0].doer] if rows[0] is clauses[0].extracts[0] else "- "
        draft.say(f"{prefix}{rows[0].words} {draft.cite_all(rows)}")
    every = "Les deux éditions" if len(clauses) == 2 else "Ces éditions"
    where = _where([(one, one.extracts[0]) for one in clauses])
    draft.say("", f"{every} des CGV disent la même chose{NBSP}: {where}.")


def _say_alone(draft: Draft, clause: Clause, reading: Reading) -> None:
    _say_clause(draft, clause, opening="")
    by_course = reading.courses and not reading.editions
    why = "selon les CGV jointes à cette fiche, " if by_course else "selon l'édition "
    draft.say("", f"({why}{clause.edition}, article {clause.extracts[0].section.id})")


def _say_each(draft: Draft, clauses: Sequence[Clause]) -> None:
    for clause in clauses:
        courses = clause.extracts[0].section.appears_in
        joined = f" (fiche{'s' if len(courses) > 1 else ''} {', '.join(courses)})" if courses else ""
        article = f"article {clause.extracts[0].section.id}"
        _say_clause(draft, clause, opening=f"**{clause.edition}**{joined}, {article}{NBSP}: ")
        draft.say("")
    draft.say(SIGNED_APPLIES)


def _say_clause(draft: Draft, clause: Clause, *, opening: str) -> None:
    for rank, extract in enumerate(clause.extracts):
        prefix = "- " if rank else opening + _OF_THE_OTHER[clause.doer]
        draft.say(f"{prefix}{extract.words} {draft.cite(extract)}")


def _say_added(draft: Draft, clauses: Sequence[Clause]) -> None:
    """What the articles that come next say, once where the editions agree."""
    rows: list[list[tuple[Clause, Extract]]] = []
    for clause in clauses:
        for extract in clause.added:
            row = next((row for row in rows if _say_the_same(row[0][1].words, extract.words)), None)
            if row is None:
                rows.append(row := [])
            row.append((clause, extract))
    for where, told in groupby(rows, key=_where):
        draft.say("", f"Voir aussi {where}{NBSP}:")
        for row in told:
            draft.say(f"- {row[0][1].words} {draft.cite_all(extract for _, extract in row)}")


def _where(row: Sequence[tuple[Clause, Extract]]) -> str:
    return say_list([f"{clause.edition}, article {extract.section.id}" for clause, extract in row])


def _say_the_same(one: str, other: str) -> bool:
    """Whether two clauses say one thing: near in words, and alike in every figure."""
    return fuzz.ratio(fold(one), fold(other)) >= SAME and decisive(one) == decisive(other)
