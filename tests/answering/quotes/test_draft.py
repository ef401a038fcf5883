"""Drafts: words as people read them, and numbered proofs."""

from assistant.answering.quotes.draft import Draft, extract_whole, plain
from tests.answering.build import make_corpus, make_course

COURSE = make_course("ABC-01", "Plier le linge", fiche="Elle dure 2 jours.", public="Tout public.")


def test_plain_drops_markup_and_keeps_addresses():
    """Tags and stars go, an address between angle brackets stays."""
    assert plain("- **Site** <b>web</b> : <https://exemple.fr>") == "Site web : https://exemple.fr"


def test_the_same_words_keep_their_mark():
    """Citing twice the same words makes one citation."""
    draft = Draft(make_corpus(COURSE))
    first, second = (extract_whole(section)[0] for section in COURSE.sections)
    assert [draft.cite(first), draft.cite(second), draft.cite(first)] == ["[1]", "[2]", "[1]"]


def test_a_citation_quotes_the_file():
    """A citation carries the words, their file and their offsets."""
    draft = Draft(make_corpus(COURSE))
    draft.cite(extract_whole(COURSE.sections[0])[0])
    citation = draft.answer().citations[0]
    assert (citation.quote, citation.path, citation.start, citation.end) == (
        "Elle dure 2 jours.",
        "ABC-01.md",
        0,
        18,
    )
