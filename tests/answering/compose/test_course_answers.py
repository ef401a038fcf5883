"""What the sheet of a named course says, and what it leaves out."""

from dataclasses import replace

import pytest

from assistant.answering.compose.course_answers import answer_field, answer_open, states
from assistant.answering.compose.unusual_answers import answer_unknown
from assistant.answering.quotes.draft import name_course
from assistant.answering.understand.fields import field_lexicon
from assistant.datatypes import Reading
from assistant.french import NBSP
from tests.answering.build import make_corpus, make_course
from tests.conftest import keys, reply

FIELDS = field_lexicon().fields


def _course(assistant, course):
    return assistant.sources.document(course)


def test_a_course_is_named_by_title_and_reference(assistant):
    """The reference is left out where the sheet has none."""
    assert name_course(_course(assistant, "RCL-RCL-05")).endswith(f"satisfaction{NBSP}» (RCL-RCL-05)")
    assert f"«{NBSP}Relance téléphonique{NBSP}»" == name_course(_course(assistant, "RELANCE-TELEPHONIQUE"))


def test_a_field_alone_is_given(assistant):
    """The duration, not the whole sheet."""
    answer = reply(assistant, "Combien de jours dure MRK-OPE-02 ?")
    assert "**2 jours**" in answer.text
    assert ["MRK-OPE-02#fiche"] == [one.key for one in answer.citations]


def test_a_course_misspelt_in_a_question_learned_from_is_that_course(assistant):
    """« résaux » stands in the questions of the corpus; it is « réseaux » nonetheless."""
    answer = reply(assistant, "La formation résaux sociaux, quelles méthodes ?")
    assert {"RCL-RCL-14#methodes"} == {one.key for one in answer.citations}


def test_what_a_sheet_leaves_out_is_said(assistant):
    """Not found when no sheet says it; answered, and said, when some do."""
    courses = [_course(assistant, one) for one in ("RCL-RCL-05", "RELANCE-TELEPHONIQUE")]
    reading = Reading("durée ?", "field")
    both = answer_field(FIELDS["duree"], courses, reading, assistant.sources)
    assert ("answered", True) == (both.status, "ne précise pas la durée" in both.text)
    none = answer_field(FIELDS["duree"], courses[1:], reading, assistant.sources)
    assert ("not_found", ()) == (none.status, none.citations)


def test_states_tells_holes(assistant):
    """A fact of the head, or a section, may be missing."""
    relance = _course(assistant, "RELANCE-TELEPHONIQUE")
    assert (False, False, True) == tuple(
        states(relance, FIELDS[one]) for one in ("duree", "public", "programme")
    )


def test_the_section_that_comes_next_adds_some_lines(assistant):
    """The first section is whole, the second one adds what is on the subject."""
    course = _course(assistant, "RCL-RCL-05")
    sections = [course.section("public"), course.section("programme")]
    reading = Reading("Et la reconquête ?", "open", wanted="la reconquête des clients perdus")
    answer = answer_open(sections, course, reading, assistant.sources)
    first, _, second = answer.text.partition(f"Voir aussi{NBSP}:")
    assert "commercial" in first
    assert "reconquête" in second
    assert {"RCL-RCL-05#public", "RCL-RCL-05#programme"} == {one.key for one in answer.citations}


def test_lines_on_the_subject_open_a_programme(assistant):
    """What was asked about comes first, then the part that holds it, without the other parts."""
    text = reply(assistant, "Le programme de RCL-RCL-14 parle-t-il des points de vigilance ?").text
    assert text.index("points de vigilance") < text.index("Les apports des réseaux sociaux")
    assert "Facebook" not in text


def test_a_name_that_the_sheet_does_not_hold_is_said_to_be_absent(assistant):
    """The person is not left to search for it."""
    text = reply(assistant, "Est-ce que le programme de RCL-RCL-14 aborde Snapchat ?").text
    assert f"ne cite pas «{NBSP}Snapchat{NBSP}»" in text


def test_an_unknown_that_a_sheet_holds_is_given(assistant):
    """Where the signs of it stand in a sheet, they are quoted; elsewhere nothing is cited."""
    unknown = field_lexicon().unknowns["certification"]
    holds = make_course("ABC-01", "Plier le linge", fiche="Deux jours. La formation est certifiante.")
    silent = make_course("ABC-02", "Ranger le linge", fiche="Deux jours.")
    sources = replace(assistant.sources, corpus=make_corpus(holds, silent))
    asked = Reading("Est-elle certifiante ?", "unknown")
    found, none = (answer_unknown(unknown, [one], asked, sources) for one in (holds, silent))
    assert ["La formation est certifiante."] == [one.quote for one in found.citations]
    assert ("answered", "not_found", ()) == (found.status, none.status, none.citations)


@pytest.mark.parametrize(
    ("question", "word", "lines"),
    [("Quelle attestation reçoit-on ?", "attestation", 5), ("Do we get a certificate?", "attestation", 5)],
)
def test_of_every_sheet_the_line_on_the_word_asked_is_given(assistant, question, word, lines):
    """One sheet named is given whole; of all of them, the rest would bury it."""
    answer = reply(assistant, question)
    assert lines == len(answer.citations)
    assert all(word in one.quote for one in answer.citations)


def test_a_field_asked_by_its_own_name_is_given_whole(assistant):
    """« évaluation » is no more one line than another."""
    answer = reply(assistant, "Comment sont évalués les acquis ?")
    assert {"attestation", "QCM"} == {one for one in ("attestation", "QCM") if one in answer.text}


@pytest.mark.parametrize(
    "question",
    [
        "Un assistant administratif peut-il suivre la formation emails et courriers ?",
        "Who is the email course for?",
    ],
)
def test_who_may_follow_a_course_is_its_audience(assistant, question):
    """Not its objectives, nor every course."""
    assert {"RCL-APPL-03#public"} == {one.key for one in reply(assistant, question).citations}


@pytest.mark.parametrize(
    ("question", "courses"),
    [
        ("Quelles formations ont une évaluation à froid ?", {"MRK-OPE-02", "RCL-APPL-03"}),
        ("Quelles formations comportent des jeux de rôle ?", {"MRK-OPE-02", "RCL-APPL-03"}),
        ("Laquelle de vos formations utilise des QCM ?", {"RELANCE-TELEPHONIQUE"}),
        ("Quelles formations s'adressent aux commerciaux ?", {"RCL-RCL-05"}),
        ("Quand a lieu l'évaluation à froid ?", {"MRK-OPE-02", "RCL-APPL-03"}),
        ("Donnez-moi toutes les références", {"MRK-OPE-02", "RCL-APPL-03", "RCL-RCL-05", "RCL-RCL-14"}),
        ("Qu'est-ce que la ludopédagogie ?", {"MRK-OPE-02", "RCL-APPL-03"}),
        (
            "Quelles formations relèvent du domaine RELATION CLIENT - RELATION CLIENTS ?",
            {"RCL-RCL-05", "RCL-RCL-14"},
        ),
        ("Quelle formation est dans le domaine centre d'appels ?", {"RCL-APPL-03"}),
        (
            "Quelle est la durée de chaque formation ?",
            {"MRK-OPE-02", "RCL-APPL-03", "RCL-RCL-05", "RCL-RCL-14"},
        ),
    ],
)
def test_only_the_courses_that_have_what_is_asked_are_given(assistant, question, courses):
    """Each by its own line; the other sheets are said not to mention it."""
    answer = reply(assistant, question)
    assert courses == {one.document for one in answer.citations}
    assert len(courses) == len(answer.citations)


@pytest.mark.parametrize(
    ("who", "how"),
    [
        ("Je suis auto-entrepreneur", "FAF"),
        ("Je suis au chômage", "AIF"),
        ("Nous sommes une mairie", "plan de formation interne"),
        ("J'ai une RQTH", "AGEFIPH"),
    ],
)
def test_who_funds_a_course_is_told_of_the_one_who_asks(assistant, who, how):
    """The line that is for them, and not those for others."""
    answer = reply(assistant, f"{who}, comment faire financer la relance téléphonique ?")
    assert (1, True) == (len(answer.citations), how in answer.text)


@pytest.mark.parametrize(
    "question",
    [
        "Tu peux me résumer la formation RCL-RCL-14 ?",
        "Présentez-nous la formation réseaux sociaux en deux phrases",
        "RCL-RCL-14, c'est quoi comme formation ?",
        "Tell me about the social media course",
        "RCL-RCL-14",
        "Je veux tout savoir sur RCL-RCL-14",
        "Envoyez-moi la fiche de la formation réseaux sociaux",
        "La formation réseaux sociaux ?",
    ],
)
def test_a_course_as_a_whole_is_told_in_short(assistant, question):
    """Its length, audience, prerequisites and objectives."""
    told = {one.key for one in reply(assistant, question).citations}
    assert {f"RCL-RCL-14#{one}" for one in ("fiche", "public", "prerequis", "objectifs")} == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Combien coûte la formation MRK-OPE-02 et quels sont ses prérequis ?", ("Web", "le prix")),
        (
            "Quel est le prix de RCL-RCL-14 ? Pourriez-vous me dire à qui elle s'adresse ?",
            ("tout public", "le prix"),
        ),
        (
            "La durée, le public visé et le mode d'évaluation de RCL-APPL-03 ?",
            ("2 jours", "à chaud", "en poste"),
        ),
    ],
)
def test_things_asked_together_are_each_answered(assistant, question, told):
    """Whatever polite words stand between them."""
    text = reply(assistant, question).text
    assert all(one in text for one in told)


def test_the_sheet_is_asked_what_it_says_of_a_point(assistant):
    """The line on it comes first, not the head of the sheet."""
    text = reply(assistant, "Que dit la fiche RCL-RCL-14 sur le budget ?").text
    assert "budget" in text.splitlines()[1]


@pytest.mark.parametrize(
    ("question", "held", "status"),
    [
        ("Quel matériel faut-il et combien de jours ?", ("2 jours", "pas le matériel"), "answered"),
        (
            "Peut-on payer en trois fois, et qui est le formateur ?",
            ("ne précisent ni ce moyen", "ni le nom"),
            "not_found",
        ),
    ],
)
def test_what_no_sheet_says_is_said_once_beside_the_rest(assistant, question, held, status):
    """Where no course is named, each thing asked is answered or denied."""
    answer = reply(assistant, question)
    assert all(one in answer.text.replace(NBSP, " ") for one in held)
    assert (answer.status, 1) == (status, answer.text.count("Nos documents ne précisent"))


@pytest.mark.parametrize(
    "question",
    [
        "Le programme de RCL-APPL-03, le jour 2 ?",
        "La formation courriers est-elle découpée en demi-journées ?",
        "Que fait-on l'après-midi dans la relance téléphonique ?",
    ],
)
def test_a_programme_that_is_not_set_out_in_days_is_said_to_be_none(assistant, question):
    """Before it is given."""
    assert reply(assistant, question).text.startswith("Le programme de cette formation n'est réparti")


@pytest.mark.parametrize(
    "question", ["Combien de demi-journées dure MRK-OPE-02 ?", "nombre de demi-journées de MRK-OPE-02"]
)
def test_how_many_half_days_is_the_length(assistant, question):
    """And not what is taught in each."""
    assert {"MRK-OPE-02#fiche"} == keys(reply(assistant, question))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("MRK-OPE-02 : a-t-on une attestation ?", "reçoit une attestation"),
        ("La relance téléphonique finit-elle par un QCM ?", "la forme d'un QCM"),
        ("Comment la relance téléphonique est-elle évaluée ?", "se mesurent pendant toute la session"),
        ("RCL-RCL-05 : un débutant est-il accepté ?", "ne demande aucune connaissance"),
        ("RCL-RCL-05, c'est pour les assistantes ?", "commercial ou technico-commercial"),
        ("Je suis comptable, puis-je suivre RCL-RCL-14 ?", "ouverte à tout public"),
    ],
)
def test_the_line_of_a_field_that_is_asked_for_comes_first(assistant, question, first):
    """The others follow; a word that says that one is accepted is for the sheet, not for the terms."""
    assert first in reply(assistant, question).citations[0].quote
