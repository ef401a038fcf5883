"""What the terms say: once, edition by edition, or of one edition alone."""

import pytest

from assistant.answering.quotes.select import sentences_of
from assistant.french import fold
from tests.conftest import TODAY, keys, reply


def test_what_the_editions_agree_on_is_said_once(assistant):
    """Each sentence once, with a mark an edition."""
    answer = reply(assistant, "Quelle est la portée de l'obligation de moyens de LEXOM ?")
    assert {"CGV-15J#4.1", "CGV-30J#4.1"} <= keys(answer)
    assert 1 == answer.text.count("obligation de moyen.")
    assert "Les deux éditions des CGV disent la même chose" in answer.text


def test_what_they_differ_on_is_said_of_each(assistant):
    """Under the name of each edition, and neither is chosen in silence."""
    answer = reply(assistant, "Qui est votre médiateur ?")
    assert {"CGV-15J#5.4", "CGV-30J#5.4"} <= keys(answer)
    assert "**CGV-15J**" in answer.text
    assert "**CGV-30J**" in answer.text


def test_a_named_edition_answers_alone(assistant):
    """Nothing of the other one is cited."""
    answer = reply(assistant, "Selon les CGV-30J, qui est le médiateur ?")
    assert {"CGV-30J"} == {one.document for one in answer.citations}


def test_the_other_edition_is_asked_the_same(assistant):
    """« l'autre édition » asks the question before again, of the other one."""
    answer = reply(assistant, "Qui est le médiateur dans les CGV-30J ?", "Et dans l'autre édition ?")
    assert "CGV-15J#5.4" in keys(answer)
    assert {"CGV-15J"} == {one.document for one in answer.citations}


def test_both_editions_may_be_asked_for(assistant):
    """« les deux éditions » narrows to the terms, both of them."""
    answer = reply(assistant, "Que disent les deux éditions sur l'annulation ?")
    assert {"CGV-15J", "CGV-30J"} == {one.document for one in answer.citations}


def test_a_clause_of_one_edition_alone_is_said_to_be_so(assistant):
    """The other edition is said to have no such clause."""
    answer = reply(assistant, "Un client étranger doit-il tout régler avant le début ?")
    assert {"CGV-30J#3.2"} == keys(answer)
    assert "pas trouvé de clause équivalente dans CGV-15J" in answer.text


def test_the_articles_that_come_next_are_given_too(assistant):
    """An article close behind adds its sentences, under its own number."""
    answer = reply(assistant, "CGV-15J : si le client ne paie pas, pouvez-vous suspendre la formation ?")
    assert {"CGV-15J#2.2", "CGV-15J#3.4"} <= keys(answer)
    assert "Voir aussi CGV-15J, article" in answer.text


@pytest.mark.parametrize(
    "question", ["Quel est l'acompte ?", "L'acompte est de combien de pour cent ?", "acompte : quel % ?"]
)
def test_a_share_asked_for_is_stated_first_by_each_edition(assistant, question):
    """One clause or two an edition, each with the share, and nothing beside."""
    answer = reply(assistant, question)
    assert {"CGV-15J", "CGV-30J"} == {one.document for one in answer.citations}
    assert all("30 %" in one.quote.replace("\u00a0", " ") for one in answer.citations)
    assert len(answer.citations) <= 4


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Quelle est la durée de validité du devis ?", {"CGV-15J#2.1", "CGV-30J#2.1"}),
        ("durée de validité du devis, RCL-RCL-05", {"CGV-15J#2.1"}),
        ("Quelle est la validité de votre offre de prix ?", {"CGV-15J#2.1", "CGV-30J#2.1"}),
    ],
)
def test_a_quotation_is_met_under_the_name_that_each_edition_gives_it(assistant, question, expected):
    """« devis » is « proposition commerciale » in one of them."""
    answer = reply(assistant, question)
    assert expected == keys(answer)
    assert "valable 30 jours" in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    ["LEXOM peut-elle sous-traiter la formation ?", "Pouvez-vous sous-traiter une formation ?"],
)
def test_the_article_whose_sentence_answers_leads(assistant, question):
    """Not the one, just before it, on those who hire a subcontractor away."""
    answer = reply(assistant, question)
    assert answer.citations[0].key == "CGV-15J#4.1"
    assert "prestataires extérieurs" in answer.citations[0].quote


def test_a_yes_or_no_is_answered_by_the_sentences_that_say_it(assistant):
    """Not by the whole article."""
    answer = reply(assistant, "Les frais de déplacement sont-ils compris dans le prix ?")
    assert {"CGV-15J#3.1", "CGV-30J#3.1"} == keys(answer)
    assert all("frais de déplacement" in one.quote for one in answer.citations)


def test_an_edition_without_the_clause_says_nothing_beside(assistant):
    """Another article, far behind, is no answer for it."""
    answer = reply(assistant, "Faites-vous du coaching ?")
    assert {"CGV-15J#2.1"} == keys(answer)
    assert "pas trouvé de clause équivalente dans CGV-30J" in answer.text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Combien de temps gardez-vous mes données ?", {"CGV-15J#5.5", "CGV-30J#5.5"}),
        ("Pour RCL-RCL-05, combien de temps gardez-vous mes données ?", {"CGV-30J#5.5"}),
    ],
)
def test_the_other_terms_are_asked_the_same(assistant, question, expected):
    """« les autres CGV » are those not spoken of; each of them where both were shown."""
    answer = reply(assistant, question, "et dans les autres CGV ?")
    assert expected == keys(answer)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("La formation peut-elle être sous-traitée ?", "son personnel interne"),
        ("Faites-vous appel à des sous-traitants pour animer vos formations ?", "son personnel interne"),
        ("Vos formateurs sont-ils salariés ?", "son personnel interne"),
        ("Puis-je débaucher votre formateur ?", "s'engage à ne pas débaucher"),
        ("Quel est le taux de pénalité de retard ?", "majoré de 10 points"),
        ("Quel est le taux des intérêts de retard ?", "majoré de 10 points"),
        ("can I ask for another date in writing", "report doit être communiquée par écrit"),
        ("Qui est le DPO ?", "dpo@lexom.fr"),
        ("La médiation est-elle payante ?", "gratuitement"),
        ("Et si le formateur ne vient pas ?", "s'engage à rembourser"),
        ("Puis-je recruter un de vos sous-traitants ?", "vaut également pour le sous-traitant"),
        ("Do you sell my data?", "ne pas vendre"),
        ("Can I ask you to delete my data?", "d'effacement"),
        ("client étranger : il paie quand ?", "avant son démarrage"),
        ("Si un seul participant vient, la formation a lieu ?", "À partir d'une personne"),
        ("LEXOM annule la formation dix jours avant le début, que se passe-t-il ?", "s'engage à rembourser"),
        ("RCL-RCL-05 : vous annulez la veille, et notre acompte ?", "s'engage à rembourser"),
        ("Je suis consommateur : puis-je saisir un médiateur et lequel ?", "Le médiateur retenu"),
        ("L'acompte, c'est bien 20 % ?", "acompte égal à 30"),
        ("CGV-30J : le préavis d'annulation, quel délai ?", "moins de 30 jours"),
        ("Quel délai avons-nous pour annuler sous les CGV-15J ?", "le délai de 15 jours"),
        ("Quand commence le délai d'annulation ?", "se calculent au jour"),
        ("Jusqu'à quand je peux annuler ?", "15 jours"),
        ("La session est annulée si on est moins de 4 ?", "À partir d'une personne"),
        ("Il faut combien de personnes pour maintenir la session ?", "À partir d'une personne"),
        ("Que se passe-t-il si le formateur est malade ?", "s'engage à rembourser"),
        ("En cas de force majeure je récupère mon acompte ?", "LEXOM garde l'acompte"),
        ("Comment annuler une formation ?", "n'est recevable que par écrit"),
        ("si l'opco paie pas ?", "Si l'OPCO n'a pas réglé"),
        ("je peux demander l'effacement de mes données", "d'effacement"),
    ],
)
def test_the_sentence_asked_for_comes_first(assistant, question, first):
    """A rule before what happens to whoever breaks it; a word as its clause says it."""
    assert first in reply(assistant, question).citations[0].quote


@pytest.mark.parametrize(
    "question", ["Peut-on annuler par téléphone ?", "L'annulation orale est-elle valable ?"]
)
def test_the_form_of_a_cancellation_is_answered_by_what_is_said_of_writing(assistant, question):
    """Not by the whole article on cancellation."""
    told, _, _ = reply(assistant, question).text.partition("Voir aussi")
    assert told.count("par écrit") == 2
    assert "acompte" not in told


def test_what_leans_on_the_question_before_is_sought_in_its_article(assistant):
    """« et pendant combien de temps ? », on its own, is too little to be of what no document says."""
    said, then = "Qui peut lire les informations de nos stagiaires ?", "et pendant combien de temps ?"
    first, conversation = assistant.reply(said, today=TODAY)
    answer, _ = assistant.reply(then, conversation=conversation, today=TODAY)
    assert ("answered", "answered") == (first.status, answer.status)
    assert {"CGV-15J#5.5", "CGV-30J#5.5"} == keys(answer)
    assert "5 ans" in answer.text


@pytest.mark.parametrize(
    "question", ["Que dit l'article 3.6 des CGV-30J ?", "CGV-30J, art. 3.6 stp", "le 3.6 de la 30 jours"]
)
def test_an_article_asked_for_by_its_number_is_read_out(assistant, question):
    """Whole, in the order of the text, and of no other edition."""
    answer = reply(assistant, question)
    article = assistant.index.corpus.section("CGV-30J#3.6")
    assert [one.quote for one in sentences_of(article)] == [one.quote for one in answer.citations]


@pytest.mark.parametrize(
    ("question", "opens"),
    [
        ("Quand verser l'acompte ?", {"CGV-15J#2.1", "CGV-30J#2.2"}),
        ("L'acompte est-il remboursable ?", {"CGV-15J#3.5", "CGV-30J#3.6"}),
        ("Is the deposit refundable?", {"CGV-15J#3.5", "CGV-30J#3.6"}),
        ("Quelle différence entre 15J et 30J pour l'acompte ?", {"CGV-15J#2.1", "CGV-30J#2.2"}),
        ("Faut-il une lettre recommandée pour annuler ?", {"CGV-15J#3.5", "CGV-30J#3.5"}),
    ],
)
def test_the_article_that_people_ask_it_of_opens_the_answer(assistant, question, opens):
    """Whichever article holds more of its words."""
    answer = reply(assistant, question)
    first = {one.document: one.key for one in reversed(answer.citations)}
    assert opens == set(first.values())


@pytest.mark.parametrize(
    "question",
    [
        "Qui garde l'acompte si c'est vous qui annulez ?",
        "Si vous reportez, mon acompte devient quoi ?",
        "LEXOM peut-elle reporter la session sans mon accord ?",
    ],
)
def test_what_the_company_gives_up_is_not_answered_by_the_client_s_doing_so(assistant, question):
    """The clause on who gives up in the question, in each edition, and not the client's fees."""
    answer = reply(assistant, question)
    assert "CGV-30J#3.7" in keys(answer)
    assert "CGV-15J#3.5" in keys(answer) or "pas trouvé de clause équivalente dans CGV-15J" in answer.text
    assert "Si le client annule" not in answer.text
    assert "si le report est demandé" not in answer.text


def test_what_follows_is_told_whole(assistant):
    """« que se passe-t-il si… ? » is answered by each of the main consequences."""
    answer = reply(assistant, "Que se passe-t-il si nous réglons une facture en retard ?")
    assert {"CGV-15J#3.4", "CGV-30J#3.4"} == keys(answer)
    assert "intérêts de retard" in answer.citations[0].quote
    assert all(one in fold(answer.text) for one in ("10 points", "40 €", "suspendre"))


def test_what_the_client_gives_up_is_not_told_of_the_company(assistant):
    """« si je reporte ? » is not for the article on the company's own postponement."""
    answer = reply(assistant, "Que se passe-t-il si je reporte ?")
    assert "CGV-30J#3.7" not in keys(answer)


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("LEXOM doit-elle être assurée ?", "Pour le client, et non pour LEXOM : Le client s'assure"),
        ("Puis-je utiliser votre logo ?", "Pour LEXOM, et non pour le client : LEXOM peut utiliser"),
        ("Dois-je être assuré ?", "Le client s'assure"),
    ],
)
def test_a_clause_on_the_other_party_is_said_to_be_so(assistant, question, opening):
    """What the client undertakes is no answer to what the company must do, unless that is said."""
    assert reply(assistant, question).text.replace("\u00a0", " ").startswith(opening)


def test_a_question_that_names_nothing_is_answered_by_the_one_before(assistant):
    """« à partir de quand ? », after the withdrawal, is no question on how many people come."""
    answer = reply(assistant, "Un particulier peut-il se rétracter ?", "et à partir de quand ?")
    assert {"CGV-15J#2.1", "CGV-30J#2.1"} == keys(answer)
