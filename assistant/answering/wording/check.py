"""Whether a model's draft may replace the answer composed without it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from assistant.answering.wording.entail import Sentence, find_gaps, find_names_apart, read_sentence
from assistant.answering.wording.evidence import Computed, Evidence, case_days, case_figures, notice_days
from assistant.answering.wording.quantities import days, is_day_of, quantities, spell
from assistant.answering.wording.statements import Statement
from assistant.answering.wording.sums import KEPT_NOTICE, figure, find_sum_faults, read_sums
from assistant.answering.wording.words import read_words
from assistant.french import fold

LONGEST = 700  # characters of one statement
MOST = 40  # statements of one draft

_QUOTED = re.compile(r"«\s*([^«»]+?)\s*»|“([^“”]+)”|\"([^\"]+)\"")
_NAME = re.compile(
    r"[A-ZÀ-Ý][\w'’&.-]*[A-Z0-9À-Ý][\w'’&.-]*|(?<=[a-zà-ÿ,;:'’] )[A-ZÀ-Ý][\wÀ-ÿ-]+|[\w.+-]+@[\w.-]+|https?://\S+|\b\w+\.(?:fr|com|eu|org|net)\b"
)
_KNOWN = frozenset("LEXOM CGV HT TTC TVA OPCO Oui Non".split())  # noqa: SIM905  a row of names reads best so
_ARTICLE = re.compile(r"\barticles? ((?:\d+\.\d+|[IVX]+)(?:(?:,| et| ou) (?:\d+\.\d+|[IVX]+))*)")
_MARKUP = re.compile(r"<[^>]+>|!\[|\]\(|`|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\{|\}")
_VAGUE = re.compile(
    r"\b(?:possible|permis|peu(?:t|vent)|pouvez|autorise\w*|obligatoire|s'applique|dois|devez|doit)\b"
)
_LEADS = re.compile(r"(?:voici|bonjour|merci|en resume|bien sur|tout depend|cela depend|n'hesitez)\b")


def find_draft_faults(statements: Sequence[Statement], evidence: Evidence) -> tuple[str, ...]:
    """What does not hold in a draft, each in words; empty when it may be shown."""
    faults = [fault for one in statements for fault in find_statement_faults(one, evidence)]
    if not statements:
        faults.append("the draft says nothing")
    if len(statements) > MOST:
        faults.append("the draft is too long")
    return (*faults, *_headline_faults(statements, evidence), *_silent_editions(statements, evidence))


def _silent_editions(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """Where each of two editions gives its own sum, a draft names both."""
    computed = {one.calculation.edition for one in evidence.computed if one.calculation.edition}
    if len(computed) > 1 and len(evidence.answer.headline) > 1:
        named = frozenset[str]().union(*(_editions_named(one.text, evidence) for one in statements))
        for edition in sorted(computed - named):
            yield f"it does not say what {edition} gives"


def find_statement_faults(statement: Statement, evidence: Evidence) -> tuple[str, ...]:
    """What does not hold in one statement."""
    unknown = [mark for mark in statement.marks if mark not in evidence.proofs]
    if unknown:
        return tuple(f"mark [{mark}] has no passage" for mark in unknown)
    if len(statement.text) > LONGEST or _MARKUP.search(statement.text):
        return ("it is too long, or holds markup",)
    if statement.text.rstrip(' »"').endswith("?"):
        return ("it asks instead of answering",)
    computed = _computed(statement, evidence)
    sentences = _sentences(statement, computed, evidence)
    if _says_nothing(statement.text):
        return ()
    if not sentences:
        return ("it rests on no passage",)
    return (
        *_edition_faults(statement, evidence),
        *_name_faults(statement, sentences, computed, evidence),
        *_date_faults(statement, sentences, evidence),
        *(find_sum_faults(statement.text, computed, evidence) if computed else ()),
        *find_gaps(
            _bare(statement.text, computed, sentences, evidence),
            sentences,
            listed=_is_listed(statement, evidence),
            about=_bare(evidence.question, (), sentences, evidence),
        ),
    )


def _is_listed(statement: Statement, evidence: Evidence) -> bool:
    """Whether a statement rests on lists only, such as a programme."""
    proofs = [evidence.proofs[mark] for mark in statement.marks]
    return bool(proofs) and all(proof.is_list for proof in proofs)


def _says_nothing(text: str) -> bool:
    """Whether a statement only leads to others: no fact, no figure, no yes or no."""
    lexicon, spelt = read_words(), spell(text)
    empty = not lexicon.content(spelt) and not quantities(text) and not lexicon.says_no(spelt)
    leads = text.rstrip().endswith(":") or _LEADS.match(spelt) is not None
    return empty and leads and not _VAGUE.search(spelt)


def _computed(statement: Statement, evidence: Evidence) -> tuple[Computed, ...]:
    """The calculations that a statement may speak of: those of the editions it names, else all."""
    named = _editions_named(statement.text, evidence)
    return tuple(one for one in evidence.computed if not named or one.calculation.edition in named)


@lru_cache(maxsize=2048)
def _read(text: str) -> Sentence:
    return read_sentence(text)


def _sentences(
    statement: Statement, computed: Sequence[Computed], evidence: Evidence
) -> tuple[Sentence, ...]:
    """What a statement may rest on: the passages of its marks, and the calculation."""
    keys = {evidence.proofs[mark].citation.key for mark in statement.marks}
    shown = [one for one in evidence.proofs.values() if one.citation.key in keys]
    named = _editions_named(statement.text, evidence)
    kept = [one for one in shown if not named or one.citation.edition in (None, *named)]
    told = list(dict.fromkeys(words for one in kept for words in one.sentences))
    told.extend(words for one in computed for words in one.sentences)
    titled = {mark: evidence.proofs[mark] for mark in statement.marks}
    for proof in titled.values():
        course = next((one for one in evidence.documents if one.id == proof.document), None)
        if course and course.kind == "course":
            told.append(f"{course.title} ({course.id})")
    return tuple(_read(words) for words in told)


def _editions_named(text: str, evidence: Evidence) -> frozenset[str]:
    """The editions that a text names, by their id or by their threshold."""
    folded = spell(text)
    found = set()
    for edition in evidence.editions:
        number = re.sub(r"\D", "", edition)
        by_days = rf"\b(?:cgv|edition|version|conditions|seuil)\b[^.;,]{{0,30}}?\b{number} ?-?j(?:ours?)?\b(?! (?:avant|calend|a compter|pour))"
        if fold(edition) in folded or re.search(by_days, folded):
            found.add(edition)
    return frozenset(found)


def _edition_faults(statement: Statement, evidence: Evidence) -> Iterable[str]:
    """A statement on an edition rests on that edition; a course goes with its own."""
    named = _editions_named(statement.text, evidence)
    cited = {evidence.edition_of(mark) for mark in statement.marks} - {None}
    if named and cited and not cited & named:
        yield f"it is on {', '.join(sorted(named))} and rests on another edition"
    computed = {one.calculation.edition for one in evidence.computed if one.calculation.edition}
    if named and computed and not named <= computed:
        yield "it is on an edition that was not computed"
    if named and not cited and not computed and evidence.answer.citations:
        yield "it names an edition without a passage of it"
    if len(named) > 1 and cited and not named <= cited:
        yield "it is on two editions and rests on one"
    if len(computed) > 1 and not named and any(one.unit == "€" for one in quantities(statement.text)):
        said = {one.value for one in quantities(statement.text)}
        if not {figure(one) for one in evidence.answer.headline} <= said:
            yield "it gives a sum without naming the edition"
    yield from _course_faults(statement, named | cited, evidence)


def _course_faults(
    statement: Statement, editions: frozenset[str | None] | set[str | None], evidence: Evidence
) -> Iterable[str]:
    folded = fold(statement.text)
    cited = {evidence.proofs[mark].document for mark in statement.marks}
    for document in evidence.documents:
        if document.kind != "course" or not (fold(document.id) in folded or fold(document.title) in folded):
            continue
        if editions and document.edition not in editions:
            yield f"{document.id} does not go with this edition"
        if not editions and document.id not in cited and not evidence.computed:
            yield f"it is on {document.id} and rests on another document"


def _name_faults(
    statement: Statement, sentences: Sequence[Sentence], computed: Sequence[Computed], evidence: Evidence
) -> Iterable[str]:
    """Quotes stand word for word, names and articles in the passages cited."""
    proofs = [evidence.proofs[mark] for mark in statement.marks]
    held = " ".join([one.text for one in sentences] + [fold(one.citation.title) for one in proofs])
    held += " " + " ".join(fold(word) for one in proofs for word in one.sentences)
    titles = {fold(one.title) for one in evidence.documents if one.kind == "course"}
    for match in _QUOTED.finditer(statement.text):
        quoted = fold(next(group for group in match.groups() if group)).strip(" .…")
        if quoted not in _squeeze(held) and quoted not in titles:
            yield f"the quote « {quoted} » is not at its place"
    articles = {proof.citation.section for proof in proofs}
    articles |= {key.partition("#")[2] for one in evidence.computed for key in one.calculation.articles}
    for match in _ARTICLE.finditer(statement.text):
        for article in re.findall(r"\d+\.\d+|[IVX]+", match[1]):
            if article not in articles and not re.search(rf"article {re.escape(article.lower())}\b", held):
                yield f"article {article} is not the one cited"
    names = list(_names(_QUOTED.sub(" ", statement.text), evidence))
    for name in names:
        if fold(name) not in held and not any(fold(name) in title for title in titles):
            yield f"the name {name} is not in the passages"
    if not computed:
        yield from find_names_apart(names, statement.text, sentences)


def _names(text: str, evidence: Evidence) -> Iterable[str]:
    """The names and addresses in a text, those of documents aside."""
    known = {*_KNOWN, *evidence.editions, *(one.id for one in evidence.documents)}
    for match in _NAME.finditer(_ARTICLE.sub(" ", text)):
        name = match.group().strip(".’'-,;:")
        if name and name not in known:
            yield name


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _date_faults(statement: Statement, sentences: Sequence[Sentence], evidence: Evidence) -> Iterable[str]:
    known = frozenset().union(*(days(one.text) for one in sentences))
    if evidence.case:
        known |= case_days(evidence.case, evidence.today)
    for day in days(statement.text):
        if not is_day_of(day, known):
            yield f"the date {'/'.join(str(part) for part in day if part)} has no support"


def _bare(text: str, computed: Sequence[Computed], sentences: Sequence[Sentence], evidence: Evidence) -> str:
    """A statement without the names of editions, nor the sums and the notice that were checked before."""
    for edition in evidence.editions:
        text = re.sub(
            rf"(?i)\b(?:(?:selon|avec|dans|d'apres|d'après) )?(?:les? |l'édition )?{edition}\b(?: jointes à cette fiche)?",
            " ",
            text,
        )
    for document in evidence.documents:
        if document.kind == "course":
            text = re.sub(
                rf"(?i)«?\s*{re.escape(document.title)}\s*»?|\(?\b{re.escape(document.id)}\b\)?", " ", text
            )
    text = re.sub(
        r"(?i)\b(?:cgv|édition|version|seuil)(?: (?:à|de|du|des|au|seuil))* \d+ ?-?j(?:ours)?\b", " ", text
    )
    if evidence.case is None:
        return text
    held = {one.value for sentence in sentences for one in sentence.quantities if one.unit == "day"}
    if notice_days(evidence.case) is not None:
        text = KEPT_NOTICE.sub(lambda match: " " if match[1] in held else match.group(), spell(text))
    known = {figure(one) for one in case_figures(evidence.case)}
    known |= frozenset().union(*(read_sums(one, evidence).results for one in computed))
    notice = notice_days(evidence.case)
    spelt = spell(text)
    for one in sorted(quantities(text), key=lambda one: -one.start):
        of_case = one.unit in ("€", "") and one.value in known
        if of_case or (
            one.unit == "day" and not one.bound and notice is not None and one.value == str(notice)
        ):
            end = re.compile(r"[\d .,]*\d ?(?:€|euros?|jours?)?(?: (?:ht|ttc))?").match(spelt, one.start)
            spelt = spelt[: one.start] + spelt[end.end() if end else one.start :]
    return spelt


def _headline_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """The draft must give the sum of the answer."""
    said = {one.value for statement in statements for one in quantities(statement.text) if one.unit == "€"}
    for amount in evidence.answer.headline:
        if figure(amount) not in said and not (amount == 0 and _says_zero(statements)):
            yield f"the sum {figure(amount)} € is not said"


def _says_zero(statements: Sequence[Statement]) -> bool:
    zero = re.compile(
        r"\brien\b|\baucun(?:e)? (?:frais|somme|indemnite|penalite)\b|\bsans (?:aucun )?frais\b|\bgratuit"
    )
    return any(zero.search(fold(one.text)) for one in statements) and Decimal(0) == 0
