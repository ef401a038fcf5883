"""The new date that the provider proposes, and what the client answers."""

from __future__ import annotations

import pytest

from assistant.answering.understand.events import find_event
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.timing.new_sessions import ask_new_session, find_new_session
from assistant.datatypes import Asked, Case, NewSession

ACCEPTED = (
    "ceans décale elle-même la relance d'un mois et notre société accepte la nouvelle date",
    "ceans reporte ma formation, j'accepte le report",
    "vous repoussez la session et nous disons oui",
    "ceans déplace la session ; nous avons accepté le report",
    "ceans déplace la session, report que nous avons accepté",
    "ceans reporte la session, on est d'accord avec la nouvelle date",
    "ceans décale la session, ça nous va.",
    "si ceans reporte et que j'accepte, que me rend-on ?",
    "nous, ceans, reportons la session, le client accepte",
    "ceans annule la session et propose une autre date, que nous acceptons",
    "vous annulez et en proposez une autre que nous acceptons",
    "ceans postpones the course and we accept the new date",
    "ceans rescheduled the course, new date accepted",
    "ceans raporte la session et on acepte la nouvel date",
    "vs decalez la session, jaccepte le report",
    "session décalée par ceans au 20 janvier, d'accord de notre côté",
    "ceans repousse la session et nous sommes d'accord.",
)
REFUSED = (
    "ceans reporte la session, nous refusons la nouvelle date",
    "vous reportez la session. Je refuse.",
    "nous, ceans, reportons la session ; la cliente a refusé le report",
    "ceans décale la session, la nouvelle date ne nous convient pas",
    "ceans reporte, nous n'acceptons pas le report",
    "ceans reporte, nous ne sommes pas d'accord avec la nouvelle date",
    "ceans postpones the course, we can't make the new date",
    "ceans postpones, we decline the new date",
    "vs decalez la session, on refusse la nouvelle date",
)
PROPOSED = (
    "ceans reporte la formation",
    "ceans informe que la session est reportée de son fait",
    "le formateur est malade, la session est reportée",
    "ceans annule la session et nous propose une autre date",
    "ceans reporte, nous n'avons pas encore accepté la nouvelle date",
    "ceans reporte, que nous acceptions ou non",
    "ceans reporte : combien si nous acceptons, et si nous refusons ?",
    "ceans reporte et insiste pour que nous acceptions la nouvelle date",
    "ceans reporte ; faut-il accepter la nouvelle date ?",
    "ceans reporte et l'OPCO accepte le report",
    "j'ai accepté le devis en mars, ceans reporte la session",
    "le devis, nous l'avons accepté en mars, et ceans reporte",
    "nous avons accepté la date du 3 mars, ceans reporte",
    "ceans reporte, elle accepte de nous rembourser ?",
    "ceans reporte et refuse de rembourser",
    "ceans reporte, combien ça va nous coûter ?",
    "ceans postpones the course",
)
CANCELLED = (
    "ceans annule",
    "ceans annule et j'accepte l'annulation",
    "ceans annule et nous acceptons",
    "ceans annule définitivement, aucune date de report",
    "ceans annule au lieu de reporter",
    "ceans avait reporté la session puis l'annule",
    "j'avais demandé un report que ceans avait accepté, mais ceans annule la session",
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
        "je demande un report, ceans accepte le report",
        "ceans accepte le report que nous avons demandé",
        "nous demandons un report, vous acceptez la nouvelle date ?",
        "you accept that we postpone",
    ],
)
def test_a_postponement_that_the_client_asks_for_stays_theirs(text: str) -> None:
    """Ceans accepts it: no date of ceans is accepted, and the fees are those of the client's request."""
    assert "postponement" == find_event(prepare(text), None)


@pytest.mark.parametrize(
    ("text", "known", "answer"),
    [
        ("nous acceptons", "proposed", "accepted"),
        ("acceptée", "proposed", "accepted"),
        ("La nouvelle date est refusée", "proposed", "refused"),
        ("et si on refuse ?", "accepted", "refused"),
        ("ceans reporte", "accepted", None),
        ("combien je récupère ?", "proposed", None),
        ("Il refuse une autre date.", None, "refused"),
    ],
)
def test_a_later_turn_answers_or_changes_nothing(
    text: str, known: NewSession | None, answer: NewSession | None
) -> None:
    """What was said stays until it is said otherwise."""
    assert answer == find_new_session(prepare(text), known)


def test_accepting_the_date_of_the_provider_is_no_postponement_of_the_client() -> None:
    """While ceans postpones, « et si j'accepte la nouvelle date ? » goes on with it."""
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
