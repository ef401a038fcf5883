"""Whether quotes, names, articles and dates are those of the passages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answering.wording.bounds import HOLDS, find_names_apart
from assistant.answering.wording.evidence import Computed, Evidence, Proof, case_days
from assistant.answering.wording.quantities import days, is_day_of, name_ours, spell
from assistant.answering.wording.sentences import Sentence, share_of
from assistant.answering.wording.statements import Statement
from assistant.answering.wording.words import read_words, root_of
from assistant.french import fold

_QUOTED = re.compile(r"«\s*([^«»]+?)\s*»|“([^“”]+)”|\"([^\"]+)\"")
_NAME = re.compile(
    r"[A-ZÀ-Ý][\w'’&.-]*[A-Z0-9À-Ý][\w'’&.-]*|(?<=[a-zà-ÿ,;:'’] )[A-ZÀ-Ý][\wÀ-ÿ-]+"
    r"|\b\d[\d.]*[A-Z]+\b|[\w.+-]+@[\w.-]+|https?://\S+|\b\w+\.(?:fr|com|eu|org|net)\b"
)
WHOLE = 1.5  # a sentence that is not longer than this is the quote itself, as a heading is
_CAPITALS = re.compile(r"\b[A-ZÀ-Ý]{3,}(?: -)?(?: [A-ZÀ-Ý]+)+(?: - (?:[A-ZÀ-Ý]+ ?)+(?<! ))?\b")
_KNOWN = frozenset(["CGV", "HT", "TTC", "TVA", "OPCO"])
_BODIES = ("OPCO",)
_ARTICLE_OF = re.compile(
    r"(?P<edition>CGV-\w+)[\s,(*]{1,6}(?:à |dans )?(?:l['’])?article (?P<article>\d+\.\d+|[IVX]+)"
    r"|\barticle (?P<before>\d+\.\d+|[IVX]+)[\s,(]{1,3}(?:des? |aux )?(?P<after>CGV-\w+)"
)
_ARTICLE = re.compile(r"\barticles? ((?:\d+\.\d+|[IVX]+)(?:(?:,| et| ou) (?:\d+\.\d+|[IVX]+))*)")


def find_name_faults(
    statement: Statement, sentences: Sequence[Sentence], computed: Sequence[Computed], evidence: Evidence
) -> Iterable[str]:
    """Quotes must stand word for word, names and articles in the passages cited."""
    statement = replace(statement, text=name_ours(statement.text, evidence.companies))
    proofs = [evidence.proofs[mark] for mark in statement.marks]
    held = " ".join([one.text for one in sentences] + [fold(one.citation.title) for one in proofs])
    told = [name_ours(words, evidence.companies) for one in proofs for words in one.sentences]
    held += " " + " ".join(map(fold, told))
    titles = {fold(one.title) for one in evidence.documents if one.kind == "course"}
    for match in _QUOTED.finditer(statement.text):
        quoted = fold(next(group for group in match.groups() if group)).strip(" .…")
        if quoted not in _squeeze(held) and quoted not in titles:
            yield f"the quote « {quoted} » is not at its place"
    yield from _quotes_apart(statement.text, sentences)
    for match in _CAPITALS.finditer(_QUOTED.sub(" ", statement.text)):
        if fold(match.group()) not in _squeeze(held) and not any(
            fold(match.group()) in one for one in titles
        ):
            yield f"« {match.group()} » is not at its place"
    yield from find_article_faults(statement.text, proofs, evidence, held)
    names = list(_names(_QUOTED.sub(" ", statement.text), evidence))
    for name in names:
        derived = any(read_words().covered(root_of(fold(name)), one.stems) for one in sentences)
        if fold(name) not in held and not derived and not any(fold(name) in title for title in titles):
            yield f"the name {name} is not in the passages"
    if not computed and not all(one.is_list for one in proofs):
        named = [*names, *(name for name in _BODIES if name in statement.text)]
        yield from find_names_apart(named, statement.text, sentences)


def _quotes_apart(text: str, sentences: Sequence[Sentence]) -> Iterable[str]:
    """What is said right before a quote must stand in a sentence that holds it."""
    lexicon, start = read_words(), 0
    for match in _QUOTED.finditer(text):
        quoted = spell(next(group for group in match.groups() if group)).strip(" .…")
        roots = lexicon.content(spell(text[start : match.start()]))
        start = match.end()
        holding = [one for one in sentences if quoted in _squeeze(one.text)]
        if any(len(one.text) < WHOLE * len(quoted) for one in holding):
            continue
        if roots and holding and max(share_of(roots, one.stems, lexicon) for one in holding) <= HOLDS:
            yield f"the quote « {quoted} » is said of something else"


def find_article_faults(
    text: str, proofs: Sequence[Proof], evidence: Evidence, held: str = ""
) -> Iterable[str]:
    """Articles must be those of the passages, or those that the words `held` name, each in its edition."""
    articles = {proof.citation.section for proof in proofs}
    articles |= {key.partition("#")[2] for one in evidence.computed for key in one.calculation.articles}
    keys = {proof.citation.key for proof in proofs}
    keys |= {key for one in evidence.computed for key in one.calculation.articles}
    for match in _ARTICLE_OF.finditer(text):
        key = f"{match['edition'] or match['after']}#{match['article'] or match['before']}"
        if key.partition("#")[0] in evidence.editions and key not in keys:
            yield f"{key} is not cited"
    for match in _ARTICLE.finditer(text):
        for article in re.findall(r"\d+\.\d+|[IVX]+", match[1]):
            if article not in articles and not re.search(rf"article {re.escape(article.lower())}\b", held):
                yield f"article {article} is not the one cited"


def _names(text: str, evidence: Evidence) -> Iterable[str]:
    """The names and addresses in a text, those of documents aside."""
    known = {*_KNOWN, *evidence.editions, *(one.id for one in evidence.documents)}
    for match in _NAME.finditer(_ARTICLE.sub(" ", text)):
        name = match.group().strip(".’'-,;:")
        if name and name not in known:
            yield name


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def find_date_faults(
    statement: Statement, sentences: Sequence[Sentence], evidence: Evidence
) -> Iterable[str]:
    """Dates must be those of the passages or of the case."""
    known = frozenset().union(*(days(one.text) for one in sentences))
    if evidence.case:
        known |= case_days(evidence.case, evidence.today)
    for day in days(statement.text):
        if not is_day_of(day, known):
            yield f"the date {'/'.join(str(part) for part in day if part)} has no support"
