"""For whom, except when, must or may, from when: as the passage has it."""

from __future__ import annotations

import pytest

from assistant.answering.wording.limits import find_limit_gaps
from assistant.answering.wording.quantities import name_ours, spell
from assistant.answering.wording.sentences import read_sentence
from assistant.answering.wording.words import read_words

COMPANIES = ("LEXOM",)
FOREIGN = "Le client étranger doit régler la totalité de la prestation avant son démarrage."
COMPANY = "Pour un client personne morale, tout retard entraîne une indemnité forfaitaire de 40 €."
CHOICE = "LEXOM a le choix entre accepter le report sans frais et appliquer des frais de report."
MAY = "LEXOM peut, sans préjudice de dommages et intérêts, demander la résolution du contrat."
MUST = "Le client doit renvoyer la proposition signée."
FROM = "La proposition est valable 30 jours à compter de son émission."
UNLESS = "LEXOM rembourse l'acompte, à moins de trouver une solution de report."
POACHED = "L'indemnité est de douze fois le dernier salaire du salarié."
SUBCONTRACTOR = "Pour le sous-traitant, l'indemnité est égale au chiffre d'affaires sous-traité."


def _keeps(statement: str, *passages: str, question: str = "Que disent les CGV ?") -> bool:
    sentences = [read_sentence(name_ours(one, COMPANIES)) for one in passages]
    return not list(
        find_limit_gaps(
            spell(name_ours(statement, COMPANIES)),
            spell(name_ours(question, COMPANIES)),
            sentences,
            read_words(),
        )
    )


@pytest.mark.parametrize(
    ("statement", "passages"),
    [
        ("Un client étranger règle la totalité avant le démarrage.", [FOREIGN]),
        ("Une entreprise doit 40 €.", [COMPANY]),
        ("LEXOM peut accepter le report sans frais ou appliquer des frais.", [CHOICE]),
        ("LEXOM peut demander la résolution.", [MAY]),
        ("Elle est valable 30 jours à compter de l'émission.", [FROM]),
        ("LEXOM rembourse l'acompte, sauf si une solution de report est trouvée.", [UNLESS]),
        ("Pour un sous-traitant, l'indemnité est égale au chiffre d'affaires.", [POACHED, SUBCONTRACTOR]),
    ],
)
def test_limits_that_are_kept_hold(statement, passages):
    """The same client, exception, start, choice and obligation."""
    assert _keeps(statement, *passages)


@pytest.mark.parametrize(
    ("statement", "passages"),
    [
        ("Tout client règle la totalité avant le démarrage.", [FOREIGN]),
        ("Les particuliers doivent aussi une indemnité forfaitaire de 40 €.", [COMPANY]),
        ("Le report est accepté sans frais.", [CHOICE]),
        ("LEXOM doit demander la résolution.", [MAY]),
        ("Le client peut renvoyer la proposition.", [MUST]),
        ("Elle est valable 30 jours à compter de la réception.", [FROM]),
        ("LEXOM rembourse l'acompte, sauf en cas de grève.", [UNLESS]),
        (
            "Pour un sous-traitant, l'indemnité est de douze fois le dernier salaire.",
            [POACHED, SUBCONTRACTOR],
        ),
    ],
)
def test_limits_that_are_moved_do_not(statement, passages):
    """A rule widened, an exception made up, a « may » made « must », another start."""
    assert not _keeps(statement, *passages)


def test_the_question_may_say_for_whom():
    """What the person asked about need not be said again."""
    said = "La totalité est due avant le démarrage."
    assert not _keeps(said, FOREIGN)
    assert _keeps(said, FOREIGN, question="Je suis un client étranger, quand dois-je payer ?")
