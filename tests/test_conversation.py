"""Whole answers over the project's own corpus."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant, Conversation
from assistant.datatypes import Answer
from assistant.errors import UsageError
from assistant.french import fold
from assistant.reading import read_text
from tests.conftest import TODAY, reply


def _reply(assistant: Assistant, *turns: str) -> Answer:
    conversation = Conversation()
    for turn in turns:
        answer, conversation = assistant.reply(turn, conversation=conversation, today=TODAY)
    return answer


def _keys(answer: Answer) -> set[str]:
    return {citation.key for citation in answer.citations}


def test_the_course_decides_the_edition(assistant):
    """The edition joined to the course's sheet is the only one quoted."""
    answer = _reply(assistant, "Qui est le médiateur pour la formation relance téléphonique ?")
    assert {citation.document for citation in answer.citations} == {"CGV-30J"}


def test_a_follow_up_keeps_the_course(assistant):
    """« et les prérequis ? » is asked of the course before."""
    answer = _reply(assistant, "Quel est le programme de MRK-OPE-02 ?", "et les prérequis ?")
    assert _keys(answer) == {"MRK-OPE-02#prerequis"}


CANCELS_LOYALTY = "J'annule RCL-RCL-05 20 jours avant, 2 000 € HT"
CANCELS_PHONE = "J'annule la relance téléphonique 20 jours avant, 2 000 € HT"
CANCELS_BOTH = (
    "J'annule 20 jours avant RCL-RCL-05 à 1 000 € HT et la relance téléphonique à 1 500 € HT, "
    "combien pour chacune ?"
)


@pytest.mark.parametrize(
    ("turns", "sums"),
    [
        ((CANCELS_PHONE, "et pour celle sur les e-mails ?"), ["720.00"]),  # 30 % of 2 000, with 20 % VAT
        ((CANCELS_PHONE, "et pour les couriers ?"), ["720.00"]),
        ((CANCELS_LOYALTY, "et pour celle sur la relance ?"), ["2000.00"]),  # less than 30 days
        ((CANCELS_LOYALTY, "non, c'est la relance"), ["2000.00"]),
        ((CANCELS_LOYALTY, "la relance au même prix"), ["2000.00"]),
        (("J'annule 20 jours avant, 2 000 € HT", "c'est la relance"), ["2000.00"]),
        (("Formation à 2 000 € HT, l'OPCO paie 1 200 €, quel acompte ?",), ["600.00"]),
        ((CANCELS_LOYALTY, "et sous l'autre édition des CGV ?"), ["2000.00"]),
        ((CANCELS_LOYALTY, "et sous l'autre édition ?", "et l'autre version ?"), ["720.00"]),
        ((CANCELS_LOYALTY, "et pour la formation Excel ?"), ["600.00", "2000.00"]),
        ((CANCELS_LOYALTY, "et pour RCL-RCL-99 ?"), ["600.00", "2000.00"]),
        ((CANCELS_LOYALTY, "Et si c'était les CGV-30J qui s'appliquaient ?"), ["2000.00"]),
        ((CANCELS_LOYALTY, "que donnerait le calcul avec l'édition 30 jours ?"), ["2000.00"]),
        ((CANCELS_LOYALTY, "est-ce que la relance téléphonique coûterait moins ?"), ["2000.00"]),
        ((CANCELS_LOYALTY, "Quel tribunal est compétent selon les CGV-30J ?"), []),
        ((CANCELS_LOYALTY, "Que se passe-t-il en cas de retard de paiement selon les CGV-30J ?"), []),
        ((CANCELS_LOYALTY, "Qui garde l'acompte dans les CGV-30J ?"), []),
        ((CANCELS_LOYALTY, "Qui contacter pour RCL-APPL-03 ?"), []),
        ((CANCELS_LOYALTY, "Combien de toilettes dans la salle de formation ?"), []),
        ((CANCELS_LOYALTY, "et pour nous ?"), ["720.00"]),
        ((CANCELS_LOYALTY, "et pour le parking ?"), []),
        ((CANCELS_LOYALTY, "et pour la relance ?", "et l'autre ?"), ["720.00"]),
        ((CANCELS_PHONE, "et les autres ?"), ["720.00"]),
        ((CANCELS_PHONE, "et l'autre ?"), []),
        ((CANCELS_BOTH, "la première"), ["360.00"]),
        ((CANCELS_BOTH, "la relance", "et 10 jours avant ?", "et l'autre ?"), ["1200.00"]),
    ],
)
def test_another_course_or_edition_changes_the_sum(assistant, turns, sums):
    """Another course brings its own edition; one that is none of ours brings both; nothing else is kept."""
    assert sums == [str(one) for one in _reply(assistant, *turns).headline]


@pytest.mark.parametrize(
    ("turns", "headline"),
    [
        ((CANCELS_LOYALTY, "donc on perd 720 € ?"), "720.00"),
        ((CANCELS_LOYALTY, "pourquoi 720 € ?", "et 10 jours avant ?"), "2400.00"),
        ((CANCELS_LOYALTY, "et 10 jours avant ?", "donc il reste 1 680 € à payer ?"), "1680.00"),
        ((CANCELS_LOYALTY, "et pour 720 € ?"), "259.20"),  # 30 % of 720, with 20 % VAT
        (("J'annule RCL-RCL-05 10 jours avant", "donc je paie 1 200 € HT"), "1440.00"),
        ((CANCELS_LOYALTY, "je pensais payer 300 €", "on m'avait dit 250 €"), "720.00"),
    ],
)
def test_a_sum_quoted_back_is_no_price(assistant, turns, headline):
    """What was answered is confirmed; a price supposed, or still unknown, is taken as one."""
    assert [headline] == [str(one) for one in _reply(assistant, *turns).headline]


OPCO_PAYS = "L'OPCO prend 80 % de 3 000 € HT, RCL-RCL-05"


@pytest.mark.parametrize(
    ("turn", "headline"),
    [
        ("et s'il prend 50 % ?", "1800.00"),  # half of 3 000, with 20 % VAT
        ("et 50 % ?", "1800.00"),
        ("et s'il verse 50 % ?", "1800.00"),
        ("et s'ils n'accordent que 1 500 € ?", "1800.00"),
        ("et s'il ne paie rien ?", "3600.00"),
        ("what if it pays nothing?", "3600.00"),
        ("et s'il paie tout ?", "0.00"),
        ("et si la TVA est à 10 % ?", "660.00"),  # a fifth of 3 000, with 10 % VAT
    ],
)
def test_the_opco_is_meant_by_its_pronoun_and_by_a_bare_percentage(assistant, turn, headline):
    """After its share is told, « il » is the OPCO, and a percentage that nothing is said of is its share."""
    assert [headline] == [str(one) for one in _reply(assistant, OPCO_PAYS, turn).headline]


LATE = "Facture de 2 400 € TTC échue le 31 mars 2026, payée le 30 avril 2026"


@pytest.mark.parametrize("turn", ["et un organisme public ?", "un acheteur public ?", "and a public body?"])
def test_a_public_body_is_a_client_and_no_audience(assistant, turn):
    """Its penalties are refused, as the documents do not hold its rate; no sheet is read."""
    answer = _reply(assistant, LATE, "et pour un particulier ?", turn)
    assert "client public" in fold(answer.text)
    assert answer.headline == ()


@pytest.mark.parametrize(
    ("courtesy", "reply"),
    [
        ("merci", "Avec plaisir"),
        ("ok parfait merci", "Avec plaisir"),
        ("d'accord", "Très bien"),
        ("bonne journée", "Au revoir"),
        ("Bonjour", "Bonjour"),
    ],
)
def test_a_courtesy_has_its_own_reply_and_erases_nothing(assistant, courtesy, reply):
    """The course, its edition and the sum asked are those of before: 30 % of 2 000 at 40 days."""
    assert _reply(assistant, CANCELS_PHONE, courtesy).text.startswith(reply)
    answer = _reply(assistant, CANCELS_PHONE, courtesy, "et si on annule 40 jours avant ?")
    assert ["600.00"] == [str(one) for one in answer.headline]
    assert "CGV-30J" == answer.understood["Conditions"]


def test_a_course_that_is_none_of_ours_is_said(assistant):
    """Of a sum and of a sheet alike, the unknown course is named."""
    for first in (CANCELS_LOYALTY, "Quels sont les prérequis de RCL-RCL-05 ?"):
        for turn in ("et pour la formation Excel ?", "and for the Excel course?"):
            assert "« excel »" in fold(_reply(assistant, first, turn).text)
    answer = _reply(assistant, "Durée de RCL-RCL-05", "et les prérequis de la formation Excel ?")
    assert "not_found" == answer.status


@pytest.mark.parametrize(
    ("turns", "key"),
    [
        (("Avez-vous une formation sur Instagram ?", "elle dure combien ?"), "RCL-RCL-14#fiche"),
        (("Avez-vous une formation sur Instagram ?", "et si j'annule à J-5, 990 € TTC ?"), "CGV-15J#3.5"),
        ((CANCELS_LOYALTY, "c'est dans quelle clause ?"), "CGV-15J#3.5"),
        (("Comment annuler RCL-RCL-05 ?", "et par mail ?"), "CGV-15J#3.5"),
    ],
)
def test_what_was_spoken_of_goes_on(assistant, turns, key):
    """The course recommended, the clause of a sum and the question done otherwise are those of before."""
    assert {key} == _keys(_reply(assistant, *turns))


@pytest.mark.parametrize(
    ("first", "days"),
    [
        ("Comment annuler ?", ("31 decembre 2026", "16 decembre 2026")),  # 15 days and 30 days before
        ("Peut-on annuler la relance téléphonique ?", ("16 decembre 2026",)),
    ],
)
def test_until_when_is_asked_after_how_to_cancel(assistant, first, days):
    """The last day of each edition that may apply, counted from the start that is said."""
    answer = _reply(assistant, first, "jusqu'à quand, pour le 15 janvier 2027 ?")
    assert all(one in fold(answer.text) for one in days)


def test_a_bare_date_moves_the_new_session(assistant):
    """Once the new date is known, « c'est le … » is it: within six months of the order, CGV-15J 3.6."""
    postpones = (
        "Report de RCL-RCL-05 prévu le 16 décembre 2026, prix 2 000 € HT, commande du 1er septembre 2026, "
        "nouvelle date le 15 mars 2027"
    )
    for turn, sums in (
        ("c'est le 10 février 2027", ["0.00", "720.00"]),
        ("c'est le 15 avril 2027", ["2400.00"]),
    ):
        assert sums == [str(one) for one in _reply(assistant, postpones, turn).headline]


def test_the_other_course_is_asked_for_or_brings_its_own_edition(assistant):
    """Which other of four is asked; a clause is read in the editions of the others."""
    assert "needs_info" == _reply(assistant, "Objectifs de RCL-RCL-14", "et pour l'autre ?").status
    answer = _reply(assistant, "Délai d'annulation", "pour la relance", "et pour les autres ?")
    assert {"CGV-15J"} == {one.document for one in answer.citations}


def test_a_number_is_enough_to_ask_of_another_course(assistant):
    """« et de la 14 ? » asks the question before of the course whose reference ends so."""
    answer = _reply(assistant, "Quels sont les prérequis de RCL-RCL-05 ?", "et de la 14 ?")
    assert _keys(answer) == {"RCL-RCL-14#prerequis"}


def test_every_citation_is_at_its_place_in_the_file(assistant):
    """A citation's quote is what stands at its offsets of the file."""
    answer = _reply(assistant, "Que risque-t-on si on paie en retard ?")
    assert answer.citations
    for citation in answer.citations:
        text = read_text(assistant.settings.corpus / citation.path)
        assert text[citation.start : citation.end] == citation.quote


def test_a_right_to_withdraw_is_answered_before_any_price_is_asked(assistant):
    """CGV-15J 2.1 gives it to orders made on the website; the law may give one."""
    question = (
        "Particulier, commande de RCL-RCL-05 en agence le 10 novembre 2026 : ai-je un délai de rétractation ?"
    )
    answer = _reply(assistant, question)
    assert "n'ouvrent pas de delai de retractation" in fold(answer.text)
    assert "une retractation peut rester ouverte par la loi" in fold(answer.text)
    assert "CGV-15J#2.1" in _keys(answer)


def test_an_order_that_is_not_firm_takes_no_deposit_for_paid(assistant):
    """Nothing signed: no deposit is supposed paid, nor asked about next."""
    answer = _reply(
        assistant, "Rien n'est signé, relance téléphonique, 1 000 € HT, j'annule 5 jours avant, combien ?"
    )
    assert ("suppose verse" in fold(answer.text), answer.suggestions) == (False, ())


def test_an_empty_question_is_refused(assistant):
    """An empty message is asked wrongly."""
    with pytest.raises(UsageError):
        _reply(assistant, "  ")


def test_a_book_is_no_question(assistant):
    """A message longer than a page is refused, not cut."""
    with pytest.raises(UsageError, match=r"5\s000"):
        _reply(assistant, "x" * 5000)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        (
            "Nous sommes une société suisse, relance téléphonique à 3 000 € HT le 1er février 2027, "
            "quand et combien payer ?",
            "CGV-30J#3.2",
        ),
        (
            "Client belge qui n'a rien payé, relance téléphonique à 3 000 € HT prévue le 1er décembre 2026. "
            "Que peut faire LEXOM ?",
            "CGV-30J#3.2",
        ),
        (
            "Entreprise allemande, relance téléphonique 2 500 € HT le 3 mars 2027 : quel jour régler ?",
            "CGV-30J#3.2",
        ),
        ("Êtes-vous exonérés de TVA ?", "CGV-30J#3.1"),
        ("Quel est votre numéro de TVA ?", "LEXOM#identite"),
    ],
)
def test_the_price_and_the_date_of_a_case_do_not_lead_the_search(assistant, question, key):
    """A clause that holds no sum is found beside one, and the letterhead where it is what is asked."""
    answer = _reply(assistant, question)
    assert key in _keys(answer)
    assert key == "LEXOM#identite" or "LEXOM#identite" not in _keys(answer)


def test_asked_whether_it_is_sure_it_says_the_same_again(assistant):
    """« Vous êtes sûr ? » repeats the answer with its source, a sum as well as a clause."""
    for question in (
        "Êtes-vous exonérés de TVA ?",
        "CGV-30J, 2 000 € HT, j'annule 20 jours avant : combien ?",
    ):
        assert _reply(assistant, question).text == _reply(assistant, question, "Vous êtes sûr ?").text


@pytest.mark.parametrize(
    ("turns", "headline", "said"),
    [
        (
            ("J'annule la relance téléphonique 25 jours ouvrés avant, 2 000 € HT. Combien ?",),
            ["600.00"],
            "35 jours",
        ),
        (
            (
                "Facture de 2 400 € TTC échue le 28 février 2026, payée le 29 mai 2026 : quelles pénalités ?",
                "sans les 40 €",
            ),
            ["71.90"],
            "sans l'indemnité",
        ),
        (
            ("Facture de 2 400 € TTC échue le 31 mai 2026 payée le 31 août 2026 : intérêts seuls ?",),
            ["73.50", "74.52"],
            "",
        ),
        (
            ("Indépendant, 2 400 € TTC échus le 28 février 2026, payés le 29 mai : intérêts seuls ?",),
            ["71.90"],
            "",
        ),
        (
            ("Tout est réglé, RCL-RCL-05 à 2 000 € HT, annulée 17 jours avant. Que reste-t-il à payer ?",),
            ["0.00"],
            "et **1 680,00 € TTC** à rembourser",
        ),
        (
            ("We paid the deposit, what is the balance due on a 2000 € HT course RCL-RCL-14?",),
            ["1680.00"],
            "",
        ),
        (
            ("Client de Genève, CGV-30J, 2 000 € HT, rien payé un mois avant : LEXOM peut annuler ?",),
            ["0.00", "600.00"],
            "LEXOM peut annuler",
        ),
        (
            ("Client suisse, CGV-30J, session le 15 janvier 2027 à 2 000 € HT : combien et quand payer ?",),
            ["2000.00"],
            "tout payé avant le début (15 janvier 2027)",
        ),
        (
            ("Client suisse, 2 000 € HT, CGV-15J : combien payer ?",),
            ["2400.00"],
            "TTC** à payer en tout",
        ),
        (
            ("LEXOM a reporté RCL-RCL-05 (2 000 € HT), nous avons accepté. Que reste-t-il à payer ?",),
            ["1680.00"],
            "restant à payer",
        ),
        (
            ("RCL-RCL-14, 2 000 € TTC, acompte payé, solde non payé, annulée 10 jours avant. Reste dû ?",),
            ["1400.00"],
            "restant à payer",
        ),
        (
            ("CGV-30J, 2 000 € HT, acompte de 600 € payé, report 40 jours avant. Que reste-t-il à payer ?",),
            ["0.00", "600.00"],
            "de frais de report",
        ),
        (
            ("CGV-30J, 2 500 € TTC, payé 1 000 € puis 500 €, annulée 45 jours avant : combien rendre ?",),
            ["750.00"],
            "1 500,00 € − 750,00 €",
        ),
        (("Jusqu'à quand reporter RCL-RCL-05 commandée le 5 octobre 2026 ?",), [], "5 avril 2027"),
        (("Devis du 2 novembre 2026, signé le 5 décembre : encore valable ?",), [], "2 décembre 2026"),
    ],
)
def test_what_is_asked_is_what_is_said(assistant, turns, headline, said):
    """The sum or the day that was asked for comes first, however it is asked."""
    answer = _reply(assistant, *turns)
    assert headline == [str(one) for one in answer.headline]
    assert fold(said) in fold(answer.text)


@pytest.mark.parametrize(
    ("turns", "courses"),
    [
        (("Quelle formation pour créer un site internet ?", "Quels prérequis ?"), {"MRK-OPE-02"}),
        (("Quelles formations parlent du budget ?", "Quelle durée ?"), {"RCL-RCL-05", "RCL-RCL-14"}),
    ],
)
def test_the_course_recommended_is_the_one_spoken_of_next(assistant, turns, courses):
    """The best one, or each where several were asked for."""
    answer = reply(assistant, *turns)
    assert courses == {one.document for one in answer.citations}


@pytest.mark.parametrize(
    "asked",
    ["Quelle formation pour dire non à un client ?", "Comment gérer un client agressif ?"],
)
def test_a_course_recommended_beside_others_decides_no_edition(assistant, asked):
    """A sum is told under both editions where the person named no course, whichever is the best one."""
    text = reply(assistant, asked, "J'annule 20 jours avant, prix 1 000 € HT : combien ?").text
    assert ("CGV-15J" in text, "CGV-30J" in text) == (True, True)


@pytest.mark.parametrize(
    "need",
    [
        "on perd des clients sans savoir pourquoi, vous avez quelque chose ?",
        "Les clients achètent une seule fois chez nous",
        "how do we win back customers who left?",
    ],
)
def test_the_course_recommended_to_one_who_tells_a_need_is_spoken_of_next(assistant, need):
    """« ça dure combien de temps ? » is asked of it alone."""
    assert {"RCL-RCL-05#fiche"} == _keys(_reply(assistant, need, "ça dure combien de temps ?"))


@pytest.mark.parametrize(
    ("turns", "sums"),
    [
        (("J'annule 10 jours avant, 2 100 € HT, CGV-30J", "donc 2100 en tout ?"), ["2100.00"]),
        (
            ("J'annule 20 jours avant, 2 100 € HT, CGV-30J", "la capitale de l'Italie ?", "et 40 jours ?"),
            ["630.00"],
        ),
        (("J'annule 20 jours avant, 1 500 € HT, cgv 30",), ["1500.00"]),
        (
            (
                "J'annule 10 jours avant, 900 € TTC, CGV-15J, j'ai pas payer l'acompte",
                "et si j'ai payer l'acompte ?",
            ),
            ["900.00"],
        ),
    ],
)
def test_a_sum_goes_on_from_what_was_said(assistant, turns, sums):
    """A sum said back, a stray question, terms named in short or a participle misspelt lose nothing."""
    assert sums == [str(one) for one in _reply(assistant, *turns).headline]


def test_which_of_two_courses_comes_first_is_asked_until_it_is_told(assistant):
    """Another notice is no choice between them, and their prices are not asked again."""
    later = _reply(assistant, CANCELS_BOTH, "et 10 jours avant ?")
    assert ("needs_info", ("course",)) == (later.status, later.missing)
    chosen = _reply(assistant, CANCELS_BOTH, "et 10 jours avant ?", "RCL-RCL-05")
    assert ["1200.00"] == [str(one) for one in chosen.headline]


@pytest.mark.parametrize("before", ["Combien dure RCL-RCL-05 ?", CANCELS_LOYALTY])
@pytest.mark.parametrize("asked", ["qui a gagné la coupe du monde ?", "quel temps fera-t-il demain à Lyon ?"])
def test_what_is_not_ours_is_declined_whatever_came_before(assistant, before, asked):
    """A question on another subject is no more ours after a course or a sum than asked alone."""
    assert _reply(assistant, before, asked).status == "out_of_scope"


@pytest.mark.parametrize("asked", ["SIRET ?", "capital social ?"])
def test_the_company_answers_for_itself_after_a_course(assistant, asked):
    """What the letterhead alone tells is not looked for in the sheet spoken of."""
    assert _keys(_reply(assistant, "Combien dure RCL-RCL-05 ?", asked)) == {"LEXOM#identite"}


def test_a_question_short_of_words_is_still_asked_of_the_course(assistant):
    """« c'est payant ? » is asked of the course spoken of, even once another subject was declined."""
    answer = _reply(assistant, "Combien dure RCL-RCL-05 ?", "quel temps fera-t-il demain ?", "c'est payant ?")
    assert (answer.status, "RCL-RCL-05" in answer.text) == ("not_found", True)
