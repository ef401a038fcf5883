"""What is asked of a sheet."""

import pytest

from assistant.answering.understand.fields import field_lexicon, only_complains


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("Combien de jours dure-t-elle ?", "duree"),
        ("How long is it?", "duree"),
        ("Quels sont les prérequis ?", "prerequis"),
        ("faut-il déjà savoir quelque chose", "prerequis"),
        ("À qui s'adresse-t-elle ?", "public"),
        ("c pour qui", "public"),
        ("Quel est le programme ?", "programme"),
        ("y aura-t-il une attestation ?", "evaluation"),
        ("quels financements ?", "financement"),
        ("c'est quoi la réf", "reference"),
        ("qui peut la suivre ?", "public"),
        ("est-elle faite pour les vendeurs ?", "public"),
        ("What does it cover?", "programme"),
        ("et le lendemain ?", "programme"),
        ("que voit-on le dernier jour ?", "programme"),
        ("le plan de développement des compétences la paie-t-il ?", "financement"),
    ],
)
def test_a_field_is_recognised(message, field):
    """People ask for a field in many words."""
    assert field in field_lexicon().fields_asked(message)


@pytest.mark.parametrize(
    "message",
    [
        "Quelle procédure pour annuler ?",
        "Quelles conséquences si ceans annule ?",
        "y a-t-il une clause de révision ?",
        "les pénalités, partie intégrante du contrat",
    ],
)
def test_a_word_within_another_asks_for_no_field(message):
    """Neither « procédure » for a « durée », nor « conséquences » for a « séquence »."""
    lexicon = field_lexicon()
    assert () == (*lexicon.fields_asked(message), *lexicon.unknowns_asked(message))


@pytest.mark.parametrize(
    ("message", "unknown"),
    [
        ("Combien coûte la formation ?", "prix"),
        ("How much is the training?", "prix"),
        ("Quand est la prochaine session ?", "dates"),
        ("où se déroule la formation ?", "lieu"),
        ("c'est finançable par le CPF ?", "certification"),
        ("qui est le formateur ?", "formateur"),
        ("et qui l'anime ?", "formateur"),
        ("par qui est-elle assurée ?", "formateur"),
        ("la formation existe en distanciel ?", "modalite"),
        ("est-elle accessible aux personnes handicapées ?", "accessibilite"),
        ("faut-il apporter un ordinateur ?", "materiel"),
        ("quel matériel faut-il ?", "materiel"),
        ("what equipment do we need?", "materiel"),
        ("et le formateur, qui est-ce ?", "formateur"),
        ("quel est le niveau de diplôme du formateur ?", "formateur"),
        ("can we pay in instalments?", "paiement"),
        ("et c'est où ?", "lieu"),
        ("et où ?", "lieu"),
        ("on est combien par groupe ?", "effectif"),
        ("c'est 9h-17h ?", "horaires"),
        ("et le lieu ?", "lieu"),
        ("et ses dates ?", "dates"),
        ("peut-on faire la formation dans nos locaux ?", "lieu"),
        ("c'est quand ?", "dates"),
        ("y a-t-il une suite ?", "suite"),
        ("combien de jours avant le début ceans peut-elle annuler ?", "preavis_ceans"),
        ("dans quel délai pouvez-vous annuler la session ?", "preavis_ceans"),
        ("how many days before the start can ceans cancel?", "preavis_ceans"),
        ("on change un stagiaire par un autre, des frais ?", "remplacement"),
    ],
)
def test_an_unknown_is_recognised(message, unknown):
    """What sheets do not hold is recognised as such."""
    assert unknown in field_lexicon().unknowns_asked(message)


def test_the_cost_of_cancelling_is_not_the_price():
    """A question on the cost of cancelling is not one on the price of a course."""
    assert field_lexicon().unknowns_asked("combien coûte l'annulation de la formation ?") == ()


def test_a_greeting_is_one_alone():
    """A greeting before a question is not a greeting."""
    lexicon = field_lexicon()
    assert [lexicon.is_request("greeting", one) for one in ("Bonjour !", "Bonjour, quelle durée ?")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    "message",
    [
        "L'attestation est remise quand ?",
        "Faut-il savoir utiliser un ordinateur ?",
        "Faut-il une assurance pour le matériel ?",
        "Combien de jours avant dois-je vous prévenir que j'annule ?",
        "Jusqu'à quand pouvez-vous accepter que j'annule ?",
    ],
)
def test_words_of_another_meaning_ask_for_no_unknown(message):
    """What is handed over is no discount; to use a computer is not to bring one."""
    assert field_lexicon().unknowns_asked(message) == ()


def test_words_that_ask_for_a_field_are_taken_out_whole():
    """« évaluation » leaves nothing behind, nor do its other forms."""
    assert ["obligatoire"] == field_lexicon().without_triggers("évaluations obligatoire").split()


def test_educational_objectives_are_no_methods():
    """« objectifs pédagogiques » asks for the objectives alone."""
    assert ("objectifs",) == field_lexicon().fields_asked("Quels sont les objectifs pédagogiques ?")


@pytest.mark.parametrize(
    ("message", "unknown"),
    [
        ("langue du cours ?", "langue"),
        ("une certification RNCP ?", "certification"),
        ("avis clients ?", "reussite"),
        ("et le gérant ?", "dirigeant"),
        ("combien de temps dure la confidentialité ?", "autre"),
        ("ceans recrute-t-elle ?", "autre"),
        ("what is your drop-out rate?", "reussite"),
        ("taux de décrochage ?", "reussite"),
        ("taux d'employabilité ?", "reussite"),
        ("et le téléphone ?", "contact"),
        ("chiffre d'affaires ceans ?", "chiffres"),
        ("votre assurance, chez qui ?", "autre"),
        ("l'attestation arrive sous combien de jours ?", "autre"),
    ],
)
def test_what_no_sheet_holds_is_recognised(message, unknown):
    """In few words too."""
    assert unknown in field_lexicon().unknowns_asked(message)


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("Does the course suit someone who has never sold anything?", "prerequis"),
        ("Is it fine for a newcomer?", "prerequis"),
        ("Would it suit our accountants?", "public"),
    ],
)
def test_whom_a_course_suits_asks_for_public_or_prerequisites(message, field):
    """Not for its programme."""
    assert field in field_lexicon().fields_asked(message)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("une réclamation, c'est où ?", True),
        ("je ne suis pas satisfait, à qui j'écris ?", True),
        ("Where do I send a complaint?", True),
        ("plainte à la gendarmerie, où la déposer ?", False),
        ("comment répondre à une réclamation par mail ?", False),
        ("je suis satisfait, à qui j'écris ?", False),
    ],
)
def test_a_complaint_that_names_nothing_else_is_ours(message, expected):
    """The terms say where one goes; what is of another's is left to others."""
    assert expected is only_complains(message)


def test_what_you_have_done_looks_for_no_course():
    """« acquis » holds no « qui »."""
    asked = "vous avez toléré un retard une fois, c'est acquis ?"
    assert not field_lexicon().is_request("choice", asked)
