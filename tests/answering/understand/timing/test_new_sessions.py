"""The new date that LEXOM proposes, and what the client answers."""

from __future__ import annotations

import pytest

from assistant.answering.understand.events import find_event
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.timing.new_sessions import ask_new_session, find_new_session
from assistant.datatypes import Asked, Case, NewSession

ACCEPTED = (
    "LEXOM décale elle-même la relance d'un mois et notre société accepte la nouvelle date",
    "LEXOM reporte ma formation, j'accepte le report",
    "vous repoussez la session et nous disons oui",
    "LEXOM déplace la session ; nous avons accepté le report",
    "LEXOM déplace la session, report que nous avons accepté",
    "LEXOM reporte la session, on est d'accord avec la nouvelle date",
    "LEXOM décale la session, ça nous va.",
    "si LEXOM reporte et que j'accepte, que me rend-on ?",
    "nous, LEXOM, reportons la session, le client accepte",
    "LEXOM annule la session et propose une autre date, que nous acceptons",
    "vous annulez et en proposez une autre que nous acceptons",
    "LEXOM postpones the course and we accept the new date",
    "LEXOM rescheduled the course, new date accepted",
    "lexom raporte la session et on acepte la nouvel date",
    "vs decalez la session, jaccepte le report",
    "session décalée par LEXOM au 20 janvier, d'accord de notre côté",
    "LEXOM repousse la session et nous sommes d'accord.",
)
REFUSED = (
    "LEXOM reporte la session, nous refusons la nouvelle date",
    "vous reportez la session. Je refuse.",
    "nous, LEXOM, reportons la session ; la cliente a refusé le report",
    "LEXOM décale la session, la nouvelle date ne nous convient pas",
    "LEXOM reporte, nous n'acceptons pas le report",
    "LEXOM reporte, nous ne sommes pas d'accord avec la nouvelle date",
    "LEXOM postpones the course, we can't make the new date",
    "LEXOM postpones, we decline the new date",
    "vs decalez la session, on refusse la nouvelle date",
)
PROPOSED = (
    "LEXOM reporte la formation",
    "LEXOM informe que la session est reportée de son fait",
    "le formateur est malade, la session est reportée",
    "LEXOM annule la session et nous propose une autre date",
    "LEXOM reporte, nous n'avons pas encore accepté la nouvelle date",
    "LEXOM reporte, que nous acceptions ou non",
    "LEXOM reporte : combien si nous acceptons, et si nous refusons ?",
    "LEXOM reporte et insiste pour que nous acceptions la nouvelle date",
    "LEXOM reporte ; faut-il accepter la nouvelle date ?",
    "LEXOM reporte et l'OPCO accepte le report",
    "j'ai accepté le devis en mars, LEXOM reporte la session",
    "le devis, nous l'avons accepté en mars, et LEXOM reporte",
    "nous avons accepté la date du 3 mars, LEXOM reporte",
    "LEXOM reporte, elle accepte de nous rembourser ?",
    "LEXOM reporte et refuse de rembourser",
    "LEXOM reporte, combien ça va nous coûter ?",
    "LEXOM postpones the course",
)
CANCELLED = (
    "LEXOM annule",
    "LEXOM annule et j'accepte l'annulation",
    "LEXOM annule et nous acceptons",
    "LEXOM annule définitivement, aucune date de report",
    "LEXOM annule au lieu de reporter",
    "LEXOM avait reporté la session puis l'annule",
    "j'avais demandé un report que LEXOM avait accepté, mais LEXOM annule la session",
)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        *((one, "accepted") for one in ACCEPTED),
        *((one, "refused") for one in REFUSED),
        *((one, "proposed") for one in PROPOSED),
        *((one, None) for one in CANCELLED),
    ],
)
def test_what_the_client_answers_is_found(text: str, answer: NewSession | None) -> None:
    """Accepted and refused are the client's own words about the new date, and nothing else."""
    prepared = prepare(text)
    assert "provider_cancellation" == find_event(prepared, None)
    assert answer == find_new_session(prepared, None)


@pytest.mark.parametrize(
    "text",
    [
        "je demande un report, LEXOM accepte le report",
        "LEXOM accepte le report que nous avons demandé",
        "nous demandons un report, vous acceptez la nouvelle date ?",
        "you accept that we postpone",
    ],
)
def test_a_postponement_that_the_client_asks_for_stays_theirs(text: str) -> None:
    """LEXOM accepts it: no date of LEXOM is accepted, and the fees are those of the client's request."""
    assert "postponement" == find_event(prepare(text), None)


@pytest.mark.parametrize(
    ("text", "known", "answer"),
    [
        ("nous acceptons", "proposed", "accepted"),
        ("acceptée", "proposed", "accepted"),
        ("La nouvelle date est refusée", "proposed", "refused"),
        ("et si on refuse ?", "accepted", "refused"),
        ("LEXOM reporte", "accepted", None),
        ("combien je récupère ?", "proposed", None),
        ("Il refuse une autre date.", None, "refused"),
    ],
)
def test_a_later_turn_answers_or_changes_nothing(
    text: str, known: NewSession | None, answer: NewSession | None
) -> None:
    """What was said stays until it is said otherwise."""
    assert answer == find_new_session(prepare(text), known)


def test_accepting_the_date_of_lexom_is_no_postponement_of_the_client() -> None:
    """While LEXOM postpones, « et si j'accepte la nouvelle date ? » goes on with it."""
    text = prepare("et si j'accepte la nouvelle date ?")
    assert find_event(text, None, "provider_cancellation") is None


@pytest.mark.parametrize(
    ("new_session", "asked", "is_asked"),
    [
        ("proposed", "refund", True),
        ("proposed", "fee", False),
        ("accepted", "refund", False),
        (None, "refund", False),
    ],
)
def test_the_answer_is_asked_for_where_the_refund_hangs_on_it(
    new_session: NewSession | None, asked: Asked, is_asked: bool
) -> None:
    """There is no fee whatever the client answers."""
    doubts = ask_new_session(Case("provider_cancellation", new_session=new_session), asked)
    assert is_asked == (["new_session"] == [one.field for one in doubts])
