"""From a reading to an answer: which kind of answer, and when to decline."""

import pytest

from assistant.answering.compose.compose import decline
from assistant.datatypes import Reading
from tests.conftest import TODAY, keys, reply


def _documents(answer):
    return {one.document for one in answer.citations}


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("Quel est le SIRET de LEXOM ?", {"LEXOM"}),
        ("Quel est le capital de LEXOM ?", {"LEXOM"}),
        ("Quels sont les objectifs de RCL-APPL-03 ?", {"RCL-APPL-03"}),
        ("Quel tribunal pour un litige, CGV-15J ?", {"CGV-15J"}),
        ("Pour MRK-OPE-02, que dit l'article 3.7 ?", {"CGV-15J"}),
        ("que trouve-t-on à l'article 4.7 ?", {"CGV-15J", "CGV-30J"}),
        ("article 5.2 stp", {"CGV-15J", "CGV-30J"}),
        ("kels prerequi pr MRK-OPE-02", {"MRK-OPE-02"}),
    ],
)
def test_what_is_asked_decides_what_is_quoted(assistant, question, documents):
    """The company, a sheet, the terms, an article named beside a course or alone; misspelt or not."""
    answer = reply(assistant, question)
    assert ("answered", documents) == (answer.status, _documents(answer))


def test_a_question_on_more_than_a_field_gets_the_section_that_answers(assistant):
    """A word for a field does not hide what is asked of another section."""
    answer = reply(assistant, "Quel genre de clients difficiles la relance téléphonique vise-t-elle ?")
    assert "RELANCE-TELEPHONIQUE#programme" in {one.key for one in answer.citations}


def test_a_greeting_is_returned_with_examples(assistant):
    """Nothing is cited; questions are suggested."""
    answer = reply(assistant, "Bonjour !")
    assert ("answered", ()) == (answer.status, answer.citations)
    assert 3 == len(answer.suggestions)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Combien coûte RCL-RCL-14 ?", "not_found"),
        ("Confirmez-moi que MRK-OPE-02 est gratuite.", "not_found"),
        ("Quel temps fera-t-il à Brest demain ?", "out_of_scope"),
        ("Quelle heure est-il ?", "out_of_scope"),
        ("Quel délai pour être remboursé ?", "not_found"),
        ("Combien de temps pour un remboursement ?", "not_found"),
        ("LEXOM a annulé la session, quel délai pour être remboursé ?", "not_found"),
        ("Combien de temps pour un remboursement de la CPAM ?", "out_of_scope"),
        ("Mon locataire ne paie plus son loyer, que faire ?", "out_of_scope"),
        ("Quelle est la recette de la tarte aux pommes ?", "out_of_scope"),
        ("Avez-vous une formation sur la gestion du stress ?", "not_found"),
        ("Avez-vous une formation sur la gestion des conflits ?", "not_found"),
        ("Avez-vous une formation gestion du temps ?", "not_found"),
        ("Une formation pour gérer mon temps, vous avez ?", "not_found"),
        ("Prix de RCL-RCL-14 ?", "not_found"),
        ("Quand a lieu la relance téléphonique ?", "not_found"),
        ("Laquelle des deux CGV est la plus récente ?", "not_found"),
    ],
)
def test_nothing_is_cited_under_a_refusal(assistant, question, status):
    """What is ours and not said, what is near in words alone, and what is not ours, are told apart."""
    answer = reply(assistant, question)
    assert (status, ()) == (answer.status, answer.citations)


def test_a_course_named_makes_the_subject_ours(assistant):
    """Declining a question that names a course says that the documents do not say."""
    asked = "Quel temps fera-t-il à Brest demain ?"
    named = Reading(asked, "open", courses=("RCL-RCL-05",), wanted=asked)
    bare = Reading(asked, "open", wanted=asked)
    found = [decline(one, assistant.sources).status for one in (named, bare)]
    assert ["not_found", "out_of_scope"] == found


def test_the_same_is_asked_of_another_course(assistant):
    """« Pareil pour » carries the question over."""
    answer = reply(assistant, "Comment RCL-APPL-03 est-elle évaluée ?", "Pareil pour RCL-RCL-14 ?")
    assert {"RCL-RCL-14#evaluation"} == {one.key for one in answer.citations}


def test_the_same_asked_of_a_course_that_is_none_of_ours_is_said_so(assistant):
    """Unless the sheet spoken of holds the word, which is then a point of it."""
    answer = reply(assistant, "Quelle est la durée de RCL-RCL-05 ?", "et pour Photoshop ?")
    assert ("not_found", True) == (answer.status, "ne s'appelle" in answer.text)
    answer = reply(assistant, "Quel est le programme de RCL-RCL-14 ?", "et pour Facebook ?")
    assert ("answered", {"RCL-RCL-14"}) == (answer.status, _documents(answer))


@pytest.mark.parametrize("question", ["Comment payer ?", "Quels sont les moyens de paiement ?"])
def test_how_to_pay_is_answered_by_both_editions(assistant, question):
    """Not by the funding of one course."""
    answer = reply(assistant, question)
    assert {"CGV-15J#3.2", "CGV-30J#3.2"} <= {one.key for one in answer.citations}
    assert {"CGV-15J", "CGV-30J"} == _documents(answer)


def test_a_mistyped_reference_is_asked_about(assistant):
    """The course that may be meant is named, and the question offered again of it."""
    answer, _ = assistant.reply("Quelle est la durée de RCL-APP-03 ?", today=TODAY)
    assert ("not_found", ()) == (answer.status, answer.citations)
    assert "RCL-APPL-03" in answer.text
    assert ("Quelle est la durée de RCL-APPL-03 ?",) == answer.suggestions


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("Quelle différence entre les deux CGV sur l'acompte ?", {"CGV-15J#2.1", "CGV-30J#2.2"}),
        ("vos CGV, elles disent quoi sur le report ?", {"CGV-15J#3.6", "CGV-30J#3.6"}),
        ("En quoi les deux versions des CGV diffèrent sur la TVA ?", {"CGV-15J#3.1", "CGV-30J#3.1"}),
        ("what do your terms say about late payment?", {"CGV-15J#3.4", "CGV-30J#3.4"}),
        ("Vos CGV l'emportent-elles sur nos conditions d'achat ?", {"CGV-15J#I", "CGV-30J#I"}),
    ],
)
def test_the_name_of_the_terms_does_not_hide_what_is_asked_of_them(assistant, question, keys):
    """Article I, which speaks of the terms themselves, comes first only when it is asked for."""
    cited = [one.key for one in reply(assistant, question).citations]
    assert keys <= set(cited)
    assert cited[0] in keys


@pytest.mark.parametrize(
    ("question", "status", "told"),
    [
        ("Durée et prix de RCL-RCL-14 ?", "answered", ["dure **2 jours**", "ne précise pas le prix"]),
        ("Objectifs et prérequis de MRK-OPE-02 ?", "answered", ["Objectifs de", "base du Web"]),
        ("Combien de temps dure RCL-RCL-05 et à qui s'adresse-t-elle ?", "answered", ["2 jours", "Public"]),
        ("Dates et lieu de RCL-RCL-05 ?", "not_found", ["ni les dates de session, ni le lieu"]),
        ("price and duration of the course MRK-OPE-02?", "answered", ["2 jours", "pas le prix"]),
    ],
)
def test_things_asked_together_are_all_answered(assistant, question, status, told):
    """What the sheet says is said, what it leaves out is said to be left out."""
    answer = reply(assistant, question)
    assert status == answer.status
    assert [] == [one for one in told if one not in answer.text]


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("C'est quoi les 4C ?", "RELANCE-TELEPHONIQUE#programme"),
        ("4C", "RELANCE-TELEPHONIQUE#programme"),
        ("C'est quoi un community manager ?", "RCL-RCL-14#programme"),
        ("Vous faites du community management ?", "RCL-RCL-14#programme"),
        ("Combien de temps gardez-vous mes données si je fais la relance téléphonique ?", "CGV-30J#5.5"),
        ("Jusqu'à quand payer quand on est étranger, session de mars, relance téléphonique ?", "CGV-30J#3.2"),
        ("Avez-vous quelque chose de pensé pour des technico-commerciaux ?", "RCL-RCL-05#public"),
    ],
)
def test_what_a_document_holds_is_found(assistant, question, key):
    """A name in figures, what a course goes by, a clause beside a course that it does not speak of."""
    answer = reply(assistant, question)
    assert ("answered", True) == (answer.status, key in {one.key for one in answer.citations})


def test_a_day_that_a_programme_does_not_have_is_said(assistant):
    """The programme is given with it: it has other days."""
    answer = reply(assistant, "Le programme du jour 1 de MRK-OPE-02 ?", "et le jour 3 ?")
    assert "ne prévoit pas de jour 3" in answer.text


@pytest.mark.parametrize("question", ["Et le programme ?", "Quels sont les objectifs ?"])
def test_a_long_field_of_no_course_is_asked_back(assistant, question):
    """Which course is meant, rather than whatever holds the word."""
    answer = reply(assistant, question)
    assert ("needs_info", ("course",)) == (answer.status, answer.missing)


def test_a_length_is_looked_for_in_the_sheets(assistant):
    """Not in the delays of the terms."""
    cited = reply(assistant, "Y a-t-il une formation de 3 jours ?").citations
    assert {"fiche"} == {one.section for one in cited}


@pytest.mark.parametrize(
    "question", ["Quelle est la meilleure formation ?", "Quelle est votre formation la plus demandée ?"]
)
def test_which_course_is_best_is_in_no_document(assistant, question):
    """It is said so, and no clause is quoted."""
    answer = reply(assistant, question)
    assert ("not_found", ()) == (answer.status, answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Vos formations parlent-elles du RGPD ?",
        "Do any of your courses cover GDPR?",
        "Puis-je résilier si vous manquez à vos obligations ?",
        "Si vous n'exécutez pas la formation, le client peut-il rompre le contrat ?",
    ],
)
def test_what_the_terms_say_of_something_else_is_no_answer(assistant, question):
    """What courses teach is not in the terms; the right of the one is not that of the other."""
    answer = reply(assistant, question)
    assert ("not_found", ()) == (answer.status, answer.citations)


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("Is there a cap on group size?", "2.1"),
        ("Qui paie l'hôtel du formateur ?", "3.1"),
        ("LEXOM peut-elle résilier si je manque à mes obligations ?", "4.7"),
    ],
)
def test_a_clause_answers_what_sheets_leave_out(assistant, question, section):
    """Naming what no sheet says is not asking for it."""
    assert section == reply(assistant, question).citations[0].section


@pytest.mark.parametrize("question", ["Une réclamation, c'est où ?", "Pas satisfait, à qui j'écris ?"])
def test_where_a_complaint_goes_is_for_the_terms(assistant, question):
    """However short, it is not another subject."""
    assert {"CGV-15J#5.4", "CGV-30J#5.4"} & keys(reply(assistant, question))


def test_the_same_of_a_company_is_the_line_for_companies(assistant):
    """« et pour une entreprise ? », after who funds a course, is answered by its sheet."""
    answer = reply(assistant, "Comment financer la relance téléphonique ?", "et pour une entreprise ?")
    assert {"RELANCE-TELEPHONIQUE#financement"} == keys(answer)
    assert "FNE-Formation" in answer.text


def test_a_rare_word_weighs_more_than_a_usual_one(assistant):
    """« QCM à la fin » is for the sheet that has a QCM, not for the attestations of the end."""
    answer = reply(assistant, "Quelle formation a un QCM à la fin ?")
    assert {"RELANCE-TELEPHONIQUE#evaluation"} == keys(answer)
