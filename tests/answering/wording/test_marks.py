"""Marks go to the passage that says it; counts are those of what is listed."""

from __future__ import annotations

from assistant.answering.wording.marks import find_count_faults, find_placing_faults, set_marks
from assistant.answering.wording.statements import Statement
from tests.answering.wording.conftest import marked

COMPANY = "Quel est le SIRET de LEXOM ?"
PHONE = "Combien coûte l'annulation de la relance téléphonique 20 jours avant, CGV-30J ?"
GOALS = "Quels sont les objectifs de RCL-APPL-03 ?"


def _holding(evidence, words: str) -> int:
    return next(mark for mark, one in evidence.proofs.items() if any(words in said for said in one.sentences))


def test_a_mark_on_a_neighbour_moves_to_the_passage_that_says_it(evidence_of):
    """Within one section, the citation shown is the one that holds the words."""
    evidence = evidence_of(COMPANY)
    said = Statement("Le numéro SIRET est le 510 869 274 00066.", (_holding(evidence, "NAF"),))
    (mark,) = set_marks(said, evidence).marks
    assert any("SIRET" in one for one in evidence.proofs[mark].sentences)


def test_a_statement_without_mark_takes_the_nearest(evidence_of):
    """What holds is cited even when the model forgot to."""
    evidence = evidence_of(COMPANY)
    marks = set_marks(Statement("Le numéro SIRET de LEXOM est le 510 869 274 00066."), evidence).marks
    assert marks
    assert any("SIRET" in one for one in evidence.proofs[marks[0]].sentences)


def test_a_count_is_that_of_the_list(evidence_of):
    """« Trois objectifs » where three are listed; four are not."""
    evidence = evidence_of(GOALS)
    three, four = (
        [marked(f"La formation vise {count} objectifs.", "RCL-APPL-03#objectifs", evidence)]
        for count in ("trois", "quatre")
    )
    assert [] == list(find_count_faults(three, evidence))
    assert ["there are not 4 objectifs"] == list(find_count_faults(four, evidence))


def test_the_parts_of_a_day_are_counted_within_it(evidence_of):
    """Three parts on the second day of RCL-RCL-05, two on the first."""
    evidence = evidence_of("Quel est le programme de RCL-RCL-05 ?")
    second, first = (
        [marked(f"Le {day} jour comporte trois thèmes.", "RCL-RCL-05#programme", evidence)]
        for day in ("deuxième", "premier")
    )
    assert [] == list(find_count_faults(second, evidence))
    assert ["there are not 3 themes"] == list(find_count_faults(first, evidence))


def test_a_list_left_short_does_not_make_its_count_right(evidence_of):
    """Three objectives of four, said to be three."""
    evidence = evidence_of("Quels sont les objectifs de RCL-RCL-05 ?")
    said = marked("Trois objectifs : accueillir, fidéliser, mesurer.", "RCL-RCL-05#objectifs", evidence)
    assert ["there are not 3 objectifs"] == list(find_count_faults([said], evidence))


def test_where_a_rule_stands_is_where_it_was_read(evidence_of):
    """« Cette règle figure à l'article 3.6 » after a rule of that article, and no other."""
    evidence = evidence_of(PHONE)
    rule = marked("L'annulation se fait par écrit.", "CGV-30J#3.6", evidence)
    assert rule.marks
    right, wrong = (
        marked(f"Cette règle figure à l'article {article} des CGV-30J.", "CGV-30J#3.6", evidence)
        for article in ("3.6", "3.7")
    )
    assert [] == list(find_placing_faults([rule, right], evidence))
    assert list(find_placing_faults([rule, wrong], evidence))
    assert list(find_placing_faults([rule, Statement(wrong.text)], evidence))


def test_what_a_part_lists_may_be_counted(evidence_of):
    """« Quatre points » where a part of the programme lists four; seven are not."""
    evidence = evidence_of("Que voit-on l'après-midi du premier jour de RCL-RCL-05 ?")
    for count, holds in (("quatre", True), ("sept", False)):
        said = marked(f"On y voit {count} points.", "RCL-RCL-05#programme", evidence)
        assert holds == (not list(find_count_faults([said], evidence)))


def test_what_a_line_lists_may_be_counted(evidence_of):
    """« Trois récompenses » where a line lists three in brackets; six are not."""
    evidence = evidence_of("Que voit-on de la fidélité des clients dans RCL-RCL-05 ?")
    for count, holds in (("trois", True), ("six", False)):
        text = f"On y voit {count} récompenses de la fidélité des clients, dont la carte."
        said = marked(text, "RCL-RCL-05#programme", evidence)
        assert said.marks
        assert holds == (not list(find_count_faults([said], evidence)))


def test_what_the_next_statement_lists_may_be_counted(evidence_of):
    """« Trois voies. », then the three of them, without a colon."""
    evidence = evidence_of("Comment une entreprise finance-t-elle la relance téléphonique ?")
    key = "RELANCE-TELEPHONIQUE#financement"
    listed = marked("Elle paie sur ses fonds, passe par un OPCO ou recourt au FNE-Formation.", key, evidence)
    assert listed.marks
    for count, holds in (("Trois", True), ("Cinq", False)):
        said = marked(f"{count} voies s'offrent à une entreprise.", key, evidence)
        assert holds == (not list(find_count_faults([said, listed], evidence)))


def test_what_is_said_in_other_words_counts_once(evidence_of):
    """« une POEI, c'est-à-dire une préparation… » is one way, not two."""
    evidence = evidence_of("Comment un demandeur d'emploi finance-t-il la relance téléphonique ?")
    listed = "l'AIF, une POEI, c'est-à-dire une préparation à l'emploi, ou le Programme régional"
    for count, holds in (("Trois", True), ("Huit", False)):
        said = marked(f"{count} voies : {listed}.", "RELANCE-TELEPHONIQUE#financement", evidence)
        assert holds == (not list(find_count_faults([said], evidence)))


def test_tests_that_are_not_counted_have_no_number(evidence_of):
    """« des tests » are neither three nor five."""
    evidence = evidence_of("Comment se passe l'évaluation de RCL-APPL-03 ?")
    for said, holds in (("des tests", True), ("trois tests", False)):
        draft = [Statement(f"La formation se termine par {said} à chaud.", (1,))]
        assert holds == (not list(find_count_faults(draft, evidence)))
