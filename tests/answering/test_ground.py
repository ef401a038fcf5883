"""Grounding: what may leave, and what may not."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.ground import figures, find_faults
from assistant.answering.quotes.draft import Draft, extract_whole
from assistant.datatypes import Calculation, Line
from assistant.french import say_money
from tests.answering.build import make_corpus, make_course

COURSE = make_course("ABC-01", "Plier le linge", fiche="Elle dure 2 jours.", public="Pour 12 personnes.")
CORPUS = make_corpus(COURSE)


def _answer(words: str):
    draft = Draft(CORPUS)
    draft.say(f"{words} {draft.cite(extract_whole(COURSE.sections[0])[0])}")
    return draft.answer()


def test_a_figure_of_the_quote_may_leave():
    """A figure that the cited passage holds is no fault."""
    assert find_faults(_answer("La durée est de 2 jours."), CORPUS, told="") == ()


def test_a_figure_that_nothing_holds_is_a_fault():
    """A figure of another, uncited, section has no support."""
    assert find_faults(_answer("Pour 12 personnes."), CORPUS, told="") == ("the figure 12 has no support",)


def test_the_courses_that_are_cited_may_be_counted():
    """And those that are not give a figure no support, however many there are."""
    names = ("Plier", "Coudre", "Laver")
    courses = [make_course(f"ABC-{name[:3]}", name, public="Ouvert.") for name in names]
    corpus, draft = make_corpus(*courses), Draft(make_corpus(*courses))
    marks = "".join(draft.cite(extract_whole(one.sections[0])[0]) for one in courses[:2])
    draft.say(f"2 formations. {marks}")
    answer = draft.answer()
    assert find_faults(answer, corpus, told="") == ()
    more = replace(answer, text=answer.text.replace("2", "3", 1))
    assert find_faults(more, corpus, told="") == ("the figure 3 has no support",)


def test_a_figure_of_the_person_may_be_repeated():
    """What the person said may be said back."""
    assert find_faults(_answer("Pour 12 personnes."), CORPUS, told="nous sommes 12") == ()


def test_a_mark_without_citation_is_a_fault():
    """Every mark has its citation."""
    answer = _answer("Elle dure 2 jours [7].")
    assert find_faults(answer, CORPUS, told="") == ("mark [7] has no citation",)


def test_a_displaced_quote_is_a_fault():
    """A quote must be what stands at its offsets."""
    answer = _answer("Elle dure 2 jours.")
    moved = replace(answer.citations[0], quote="Elle dure 3 jours.")
    faults = find_faults(replace(answer, citations=(moved,)), CORPUS, told="")
    assert "the quote of citation [1] is not at its place" in faults


def test_a_citation_of_an_unknown_section_is_a_fault():
    """A citation must name a section that is there."""
    answer = _answer("Elle dure 2 jours.")
    lost = replace(answer.citations[0], section="tarif")
    faults = find_faults(replace(answer, citations=(lost,)), CORPUS, told="")
    assert "citation [1] names ABC-01#tarif, which is not there" in faults


def test_a_sum_of_the_calculation_may_leave():
    """A figure of a calculation step is supported by it."""
    line = Line("Indemnité", "30 % × 2 000,00 €", Decimal("600.00"), "CGV-30J#3.6")
    calculation = Calculation("amount", "CGV-30J", "cancellation", lines=(line,))
    answer = replace(_answer("600,00 €, soit 30 % de 2 000,00 €."), calculations=(calculation,))
    assert find_faults(answer, CORPUS, told="") == ()


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_written_sum_is_read_back(amount):
    """A sum written in French is the figure it states."""
    assert len(figures(say_money(amount)) & figures(str(amount))) == 1
