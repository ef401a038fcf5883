"""Counts are those of what is listed."""

from __future__ import annotations

from assistant.answering.wording.counts import find_count_faults
from assistant.answering.wording.statements import Statement
from tests.answering.wording.conftest import marked

GOALS = "Quels sont les objectifs de RCL-APPL-03 ?"


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
