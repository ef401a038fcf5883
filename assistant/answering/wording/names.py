"""Whether quotes, names and articles are those of the passages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import permutations

from assistant.answering.wording.evidence import Evidence, Proof
from assistant.answering.wording.quantities import name_ours
from assistant.answering.wording.roots import has_kin, root_of, roots
from assistant.answering.wording.scopes import Scope, read_told, without_editions
from assistant.answering.wording.sentences import share_of
from assistant.answering.wording.statements import Statement
from assistant.french import fold

QUOTED = re.compile(
    r"«\s*([^«»]+?)\s*»|[“„]([^“”]+)”|\"([^\"]+)\"|‹\s*([^‹›]+?)\s*›|‘([^‘’]{8,})’|(?<!\w)'([^']{8,})'(?!\w)"
)
_NAME = re.compile(
    r"[A-ZÀ-Ý][\w'’&.-]*[A-Z0-9À-Ý][\w'’&.-]*|(?:(?<=[a-zà-ÿ,;:'’] )|(?<=\b[dlDL]['’]))[A-ZÀ-Ý][\wÀ-ÿ-]+"
    r"|\b\d[\d.]*[A-Z]+\b|[\w.+-]+@[\w.-]+|https?://\S+|\b\w+\.(?:fr|com|eu|org|net)\b"
)
_CAPITALS = re.compile(r"\b[A-ZÀ-Ý]{3,}(?: -)?(?: [A-ZÀ-Ý]+)+(?: - [A-ZÀ-Ý]+(?: [A-ZÀ-Ý]+)*)?\b")
_KNOWN = frozenset(["CGV", "HT", "TTC", "TVA", "OPCO"])
_WORD = r"(?i:articles?|art\.|clauses?)"
_ARTICLE = r"(?:\d+\.\d+|[IVX]+)"
_OPENS_WITH = re.compile(r"(?i)\W*(?:\w+\W+){0,3}articles? ")
SAYS = 0.5  # share of what is said from which an article says it
ARTICLES = re.compile(rf"\b{_WORD} ({_ARTICLE}(?:(?:,| et| ou) {_ARTICLE})*)")
_ARTICLE_OF = re.compile(
    rf"(?P<edition>CGV-\w+)[\s,(*]{{1,6}}(?:à |dans )?(?:l['’])?{_WORD} (?P<article>{_ARTICLE})"
    rf"|\b{_WORD} (?P<before>{_ARTICLE})[\s,(]{{1,3}}(?:des? |aux )?(?P<after>CGV-\w+)"
)
_PLACES = re.compile(
    r"(?i)(?:(?:cet(?:te)?|ces?|l[ae]s?) (?:règles?|clauses?|dispositions?|points?|principes?|interdictions?"
    r"|obligations?|mentions?)|c'est|elles?|ils?|on l[ae]s?)\b"
    r"[^.;,]{0,25}\b(?:figure\w*|trouve\w*|l'article|à l'article|aux articles)\b"
)
FEW_WORDS = 9  # telling words of a statement that only says where a rule stands, names of editions included


def find_name_faults(scope: Scope, evidence: Evidence) -> Iterable[str]:
    """Quotes must stand word for word, names and articles in the passages cited."""
    text = name_ours(scope.text, evidence.companies)
    told = [words for one in (*scope.sentences, *scope.titles) for words in (one.spelt, one.folded)]
    held = " ".join(" ".join(told).split())
    titles = {fold(one.title) for one in evidence.documents if one.kind == "course"}
    for match in QUOTED.finditer(text):
        quoted = fold(next(group for group in match.groups() if group)).strip(" .…")
        if quoted not in held and quoted not in titles and quoted not in fold(evidence.question):
            yield f"the quote « {quoted} » is not at its place"
    for match in _CAPITALS.finditer(QUOTED.sub(" ", text)):
        name = fold(" ".join(word for word in match.group().split() if word not in _KNOWN))
        if name not in held and not any(name in one for one in titles):
            yield f"« {match.group()} » is not at its place"
    yield from find_article_faults(text, scope.proofs, evidence, held)
    yield from _title_faults(scope.text, evidence)
    yield from _support_faults(scope, evidence)
    for name in _names(QUOTED.sub(" ", without_editions(text, evidence)), evidence):
        said = any(fold(name) in one for one in (held, fold(evidence.question), *titles))
        if not said and not any(has_kin(root_of(fold(name)), one.roots) for one in scope.sentences):
            yield f"the name {name} is not in the passages"


def _title_faults(text: str, evidence: Evidence) -> Iterable[str]:
    """A reference beside a title, « Négocier » (ABC-01) or ABC-01 « Négocier », is that of its course."""
    folded = fold(text)
    courses = [one for one in evidence.documents if one.kind == "course"]
    for one, other in permutations(courses, 2):
        title, reference = re.escape(fold(one.title)), re.escape(fold(other.id))
        if re.search(rf"{title} ?»? ?\({reference}\b|\b{reference} ?[(:]? ?« ?{title}", folded):
            yield f"{other.id} is not the reference of « {one.title} »"


def find_article_faults(
    text: str, proofs: Sequence[Proof], evidence: Evidence, held: str = ""
) -> Iterable[str]:
    """Articles must be those of the passages, or those that the words `held` name, each in its edition."""
    keys = {proof.citation.key for proof in proofs}
    keys |= {key for one in evidence.answer.calculations for key in one.articles}
    for match in _ARTICLE_OF.finditer(text):
        key = f"{match['edition'] or match['after']}#{match['article'] or match['before']}"
        if key.partition("#")[0] in evidence.editions and key not in keys:
            yield f"{key} is not cited"
    articles = {key.partition("#")[2] for key in keys}
    for article in articles_named(text):
        if article not in articles and not re.search(rf"article {re.escape(article.lower())}\b", held):
            yield f"article {article} is not the one cited"


def articles_named(text: str) -> list[str]:
    """The numbers of articles in a text, in order.

    >>> articles_named("les articles 3.5 et 3.6, puis l'article II")
    ['3.5', '3.6', 'II']
    """
    return [one for match in ARTICLES.finditer(text) for one in re.findall(_ARTICLE, match[1])]


def _support_faults(scope: Scope, evidence: Evidence) -> Iterable[str]:
    """« Selon l'article 3.6, … »: of the articles cited, it is the one that says so."""
    named = set(articles_named(scope.text))
    heads = scope.text.rstrip().endswith(":")
    if len(named) != 1 or scope.computed or heads or not _OPENS_WITH.match(scope.text):
        return
    said = roots(ARTICLES.sub(" ", without_editions(name_ours(scope.text, evidence.companies), evidence)))
    shares: dict[str, float] = {}
    for proof in scope.proofs:
        told = read_told(proof.sentences, evidence)
        share = max((share_of(said, one.roots) for one in told), default=0.0)
        shares[proof.citation.section] = max(share, shares.get(proof.citation.section, 0.0))
    best = max(shares.values(), default=0.0)
    for article in named & shares.keys():
        if best >= SAYS and shares[article] < SAYS * best:
            yield f"article {article} does not say so"


def _names(text: str, evidence: Evidence) -> Iterable[str]:
    """The names and addresses in a text, those of documents aside."""
    known = {*_KNOWN, *evidence.editions, *(one.id for one in evidence.documents)}
    for match in _NAME.finditer(ARTICLES.sub(" ", text)):
        name = match.group().strip(".’'-,;:()")
        if name and name not in known and not re.fullmatch(r"J ?[-–]? ?\d+", name):
            yield name


def find_placing_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """« Cette règle figure à l'article 3.6 »: it cites that article alone, and so does what it speaks of."""
    before: set[str] = set()
    for statement in statements:
        cited = {evidence.proofs[mark].citation.key for mark in statement.marks}
        terms = {key for key in cited if key.partition("#")[0] in evidence.editions}
        named = set(articles_named(statement.text))
        if named and _PLACES.match(statement.text) and len(roots(statement.text)) <= FEW_WORDS:
            own = {key.partition("#")[2] for key in terms}
            if own - named or (before and not before & named):
                yield f"what is cited is not article {', '.join(sorted(named))}"
        else:
            before = {key.partition("#")[2] for key in terms}
