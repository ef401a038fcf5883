"""A whole draft against what it may rest on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.wording.check import find_certain_faults, find_draft_faults, find_statement_faults
from assistant.answering.wording.statements import Statement
from tests.answering.wording.conftest import marked

MONEY = "J'annule 10 jours avant une formation à 2000 € HT, CGV-30J, combien je dois ?"
LATE = "Que risque-t-on si on paie en retard, CGV-15J ?"
SHEET = "Combien de temps dure la formation RCL-RCL-05 ?"
RIGHT = "Vous devez 2 000,00 € HT, soit 2 400,00 € TTC."

_LETTERS = st.sampled_from(list("abdeéilnorstuEA0123456789 ,.;:()«»€%-/'½ж\u200b\n"))


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        "**2 000,00 € HT**, soit 2 400,00 € TTC (CGV-30J, article 3.6).",
        "Bonjour, vous devez 2 000,00 € HT. Bien cordialement.",
        "2 400,00 € TTC.",
    ],
)
def test_the_sum_of_the_answer_may_be_said_in_many_ways(evidence_of, text):
    """In either basis, with the article it comes from, politely or not."""
    assert () == find_draft_faults([Statement(text, (1,))], evidence_of(MONEY))


@pytest.mark.parametrize(
    "text",
    [
        "Vous devez 600,00 € HT.",
        "Vous devez 2 000,00 € TTC.",
        "Vous devez 2 000,00 € HT (CGV-30J, article 3.5).",
        "Vous devez 2 000,00 € HT (CGV-15J, article 3.6).",
        "Vous devez 2 000,00 € HT. N'hésitez pas à annuler sans frais.",
        "La formation commence bientôt.",
    ],
)
def test_another_sum_article_or_promise_is_a_fault(evidence_of, text):
    """Politeness hides no promise; the sum itself must be said."""
    assert find_draft_faults([Statement(text, (1,))], evidence_of(MONEY))


def test_an_unknown_mark_is_a_fault(evidence_of):
    """A mark stands for a passage that was shown."""
    assert ("mark [99] has no passage",) == find_statement_faults(Statement(RIGHT, (99,)), evidence_of(MONEY))


def test_a_statement_without_mark_rests_on_the_nearest_passage(evidence_of):
    """What the passages say holds, what they do not say does not, marked or not."""
    evidence = evidence_of(SHEET)
    assert () == find_statement_faults(Statement("La formation dure 2 jours."), evidence)
    assert find_statement_faults(Statement("La formation dure 3 jours."), evidence)


def test_each_part_of_a_statement_is_checked(evidence_of):
    """A lie after a truth in one statement is seen."""
    evidence = evidence_of(LATE)
    truth = "Les intérêts de retard sont dus de plein droit"
    assert not find_statement_faults(marked(f"{truth}.", "CGV-15J#3.4", evidence), evidence)
    assert find_statement_faults(marked(f"{truth} ; ils sont de 5 %.", "CGV-15J#3.4", evidence), evidence)


@pytest.mark.parametrize(
    "text", ["Vous voulez savoir combien de temps elle dure ? Deux jours.", "Deux jours. Est-ce votre cas ?"]
)
def test_what_only_leads_to_a_statement_asks_nothing(evidence_of, text: str) -> None:
    """« Vous … ? », then what is said to such a person; whether what was said applies."""
    assert "it asks, or speaks as the person" not in find_statement_faults(
        Statement(text, (1,)), evidence_of(SHEET)
    )


@pytest.mark.parametrize("text", ["Avez-vous signé ?", "J'ai annulé.", "x" * 800, "<b>Deux jours</b>"])
def test_questions_other_voices_and_markup_are_faults(evidence_of, text):
    """A draft states, in our voice, in plain words."""
    assert find_statement_faults(Statement(text, (1,)), evidence_of(SHEET))


@pytest.mark.parametrize(
    ("text", "holds"),
    [("Quelles CGV avez-vous signées ?", True), ("Voulez-vous une remise ?", False)],
)
def test_a_question_is_one_that_we_ask(evidence_of, text, holds):
    """What the composed answer asks the person may be asked, nothing else."""
    evidence = evidence_of("Je suis un particulier, j'ai signé il y a trois jours et je change d'avis.")
    assert "?" in evidence.answer.text
    assert holds == (
        "it asks, or speaks as the person" not in find_statement_faults(Statement(text), evidence)
    )


CALLED = (
    "RCL-RCL-05 débute le 20 décembre 2026, annulation par téléphone le 1er décembre 2026, "
    "écrit reçu le 8 décembre 2026, 2 100 € TTC : combien ?"
)
CLAIMS = "Nous réclamons 8 000 € pour RCL-RCL-05 facturée 3 250 € TTC : quel est le plafond ?"
UNKNOWN = "Facture CGV-15J de 2 200 € TTC échue le 1er décembre 2026, payée le 20 janvier 2027 : pénalités ?"
SIGNED = (
    "Si un particulier signe pour la relance téléphonique le 18 décembre 2026, jusqu'à quelle date peut-il "
    "se rétracter ?"
)
ASKS = "CGV-15J : nous annulons 10 jours avant, combien devons-nous ?"
LAST_DAY = (
    "RCL-RCL-05 démarre le 20 janvier 2027, 1 500 € TTC, acompte payé. Jusqu'à quelle date puis-je annuler "
    "en ne perdant que l'acompte ?"
)
KEEPS = "RCL-RCL-05, 1 560 € TTC, annulation 15 jours avant, acompte versé : combien garde LEXOM ?"


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        (CALLED, "L'appel du 1er décembre ne compte pas.", True),
        (CALLED, "Votre écrit a été reçu le 1er décembre.", False),
        (CLAIMS, "Vos 8 000 € dépassent le plafond.", True),
        (CLAIMS, "Bien moins que 8 000 €.", True),
        (CLAIMS, "LEXOM vous verse 8 000 €.", False),
        (UNKNOWN, "S'y ajoutent 40 € forfaitaires de frais de recouvrement.", True),
        (UNKNOWN, "Vous devez 2 200 € de pénalités.", False),
        (SIGNED, "Il peut se rétracter jusqu'au 4 janvier 2027 inclus.", True),
        (SIGNED, "Il peut se rétracter jusqu'au 4 février 2027 inclus.", False),
        (LAST_DAY, "Jusqu'au 5 janvier 2027 inclus.", True),
        (LAST_DAY, "Vous perdez tout à partir du 5 janvier 2027.", False),
        (KEEPS, "Une annulation plus tardive aurait rendu exigibles les 1 560 €.", True),
        (KEEPS, "LEXOM vous a rendu les 1 560 €.", False),
        (SHEET, "Je suis désolé, elle dure 2 jours.", True),
        (SHEET, "Je dois suivre 2 jours.", False),
        (ASKS, "Pourriez-vous me préciser le prix de la formation, HT ou TTC ?", True),
        (ASKS, "Pourriez-vous me préciser votre numéro de carte ?", False),
        (ASKS, "Vous ne perdez que l'acompte.", False),
        (ASKS, "Le montant ne peut pas être chiffré sans le prix.", True),
    ],
)
def test_what_is_said_as_people_say_it_is_told_from_what_is_false(evidence_of, question, text, holds):
    """What does not count, what is claimed, a sum that cannot be told, a date worked out, a regret."""
    assert holds is not any(find_certain_faults(Statement(text), evidence_of(question)))


def test_nothing_due_is_nothing_due(evidence_of):
    """« Vous ne devez rien » names nothing, and is the whole answer where the sum is nothing."""
    free = evidence_of(
        "Devis RCL-RCL-05 à 1 900 € HT jamais signé ni accepté, je renonce : combien dois-je ?"
    )
    assert () == find_draft_faults([Statement("Vous ne devez rien.", (1,))], free)
    assert find_draft_faults([Statement("Vous ne devez rien.", (1,))], evidence_of(MONEY))


def test_a_draft_that_says_nothing_is_a_fault(evidence_of):
    """An empty draft replaces no answer."""
    assert "the draft says nothing" in find_draft_faults([], evidence_of(SHEET))


@pytest.mark.parametrize(
    "text",
    [
        "Отмена бесплатна.",
        "Deux jours, 免费.",
        "L'annulation est gra\u00adtuite.",
        "L'annulation est gra\u2066tuite.",
        "½ du prix est dû.",
        "Il ne faut pas le faire.",
    ],
)
def test_what_cannot_be_read_is_a_fault(evidence_of, text):
    """Another script, letters that are not seen, a fraction in one sign, words that name nothing."""
    assert find_statement_faults(Statement(text), evidence_of(SHEET))


@pytest.mark.parametrize(
    "text", ["Moins de 1,5 jour avant.", "Vous devez 1.2.3 €.", "Le 45/99/2027, 1,2,3 %."]
)
def test_odd_figures_are_faults_and_break_nothing(evidence_of, text):
    """A day and a half, a sum with two points, a day that does not exist."""
    assert find_draft_faults([Statement(text)], evidence_of(MONEY))


@given(st.lists(st.text(_LETTERS, max_size=90), max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_draft_breaks_the_check(evidence_of, texts):
    """Whatever a model writes, it holds or it does not."""
    for question in (MONEY, SHEET):
        evidence = evidence_of(question)
        faults = find_draft_faults([Statement(text, (1,)) for text in texts], evidence)
        assert all(isinstance(one, str) for one in faults)


def test_a_figure_of_the_question_may_answer_it(evidence_of):
    """« Deux jours » answers « deux jours ou trois ? », and is more than the question said again."""
    evidence = evidence_of("La formation RCL-RCL-05 dure-t-elle deux jours ou trois ?")
    right, wrong = (marked(text, "RCL-RCL-05#fiche", evidence) for text in ("Deux jours.", "Trois jours."))
    assert right.marks
    assert () == find_draft_faults([right], evidence)
    assert find_draft_faults([wrong], evidence)


def test_a_question_that_a_passage_asks_may_be_quoted(evidence_of):
    """It is the sheet that asks, and not the model; the model's own question is refused."""
    evidence = evidence_of("Que voit-on de la fidélité des clients dans RCL-RCL-05 ?")
    asks = "it asks, or speaks as the person"
    quoted = "Le programme pose la question « Comment récompenser la fidélité des clients ? » le jour 2."
    assert asks not in find_statement_faults(marked(quoted, "RCL-RCL-05#programme", evidence), evidence)
    own = "Souhaitez-vous vous inscrire ?"
    assert asks in find_statement_faults(marked(own, "RCL-RCL-05#programme", evidence), evidence)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Oui, la Relance téléphonique traite des clients agressifs.", True),
        ("La Relance téléphonique traite des clients agressifs et la formation est gratuite.", False),
        ("La formation est gratuite.", False),
    ],
)
def test_a_yes_in_the_words_of_the_question_rests_on_a_passage(evidence_of, text: str, holds: bool) -> None:
    """What the person says is said again where a passage holds it, and not where none does."""
    evidence = evidence_of(
        "Est-ce que la Relance téléphonique traite des clients agressifs et la formation est gratuite ?"
    )
    assert holds == (not find_statement_faults(Statement(text.removeprefix("Oui, "), (1,)), evidence))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Durée de la formation :", True),
        ("La formation RCL-RCL-05 :", True),
        ("La formation gratuite de RCL-RCL-05 :", False),
        ("Durée de la formation, 3 jours :", False),
        ("Durée de la formation et cadeau de bienvenue :", False),
    ],
)
def test_a_heading_says_nothing_of_its_own(evidence_of, text: str, holds: bool) -> None:
    """In words of the question or of the passages it heads what follows; anything else is judged."""
    assert holds == (not find_statement_faults(Statement(text), evidence_of(SHEET)))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("RCL-RCL-05 dure 2 jours, et RCL-APPL-03 aussi.", True),
        ("RCL-RCL-05 dure 2 jours, tandis que RCL-APPL-03 n'en dure qu'un.", False),
    ],
)
def test_a_number_without_its_unit_is_that_of_what_is_spoken_of(evidence_of, text: str, holds: bool) -> None:
    """« n'en dure qu'un »: one day."""
    evidence = evidence_of("Laquelle dure le plus longtemps, RCL-RCL-05 ou RCL-APPL-03 ?")
    assert holds == (not find_statement_faults(Statement(text, (1, 2)), evidence))


def test_a_course_goes_with_the_edition_that_the_person_names(evidence_of):
    """Its own, where none is named."""
    said = Statement("Pour RCL-RCL-05, les CGV-30J donnent 2 000,00 € HT.", (1,))
    signed = "J'annule RCL-RCL-05 à 2000 € HT 10 jours avant, CGV-30J, combien je dois ?"
    assert () == find_statement_faults(said, evidence_of(signed))
    assert find_statement_faults(said, evidence_of(signed.replace(", CGV-30J", "")))
