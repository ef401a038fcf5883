"""Ratings that wait: read by a rep, then made a test, a question to learn from, or put aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from assistant.errors import AssistantError
from assistant.french import NBSP, say_date
from assistant.records import RatingRow, candidate_question, candidate_rows
from assistant.records.conversations import Settled
from assistant.ui.escaping import quiet, quiet_answer
from assistant.ui.opening import Visit
from assistant.ui.source import ask_for_passage, name_sections
from evals.rated import add_question, add_rows

_SHOWN = 20  # ratings drawn at once
_FILE = "rated"
_TEST, _QUESTION, _DISMISS = "En faire un test", "En faire une question à apprendre", "Écarter"
_WAYS = {_TEST: ":material/fact_check:", _QUESTION: ":material/school:", _DISMISS: ":material/close:"}


def show_rated_answers(waiting: Sequence[RatingRow], visit: Visit) -> None:
    """Draw each rating that waits, the oldest first, with what can be made of it."""
    if not waiting:
        st.info(
            "Aucun avis à traiter. Les pouces que l'on donne aux réponses arrivent ici, sans le nom de "
            f"la personne{NBSP}: une réponse jugée juste ou corrigée peut devenir un test.",
            icon=":material/inbox:",
        )
        return
    for rating in waiting[:_SHOWN]:
        with st.container(border=True, key=f"rating-{rating.turn}"):
            _show_rating(rating, visit)
    if len(waiting) > _SHOWN:
        st.caption(f"Et {len(waiting) - _SHOWN} de plus, une fois ceux-ci traités.")


def _show_rating(rating: RatingRow, visit: Visit) -> None:
    thumb = ":material/thumb_up: Juste" if rating.up else ":material/thumb_down: À revoir"
    st.markdown(f"{thumb} – **{quiet(rating.turns[-1])}**")
    st.caption(say_date(rating.asked.astimezone().date()))
    for turn in rating.turns[:-1]:
        st.caption(f"Avant{NBSP}: {quiet(turn)}")
    if rating.reason:
        st.markdown(f"Remarque{NBSP}: {quiet(rating.reason)}")
    if rating.right_passage:
        name = name_sections(visit.assistant.sources).get(rating.right_passage, rating.right_passage)
        st.markdown(f"Le bon passage{NBSP}: {quiet(name)}")
    with st.expander("La réponse donnée", key=f"answer-{rating.turn}"):
        st.markdown(quiet_answer(rating.answer.text, rating.answer.citations))
    chosen = st.pills(
        f"Que faire de cet avis{NBSP}?",
        list(_WAYS),
        format_func=lambda way: f"{_WAYS[way]} {way}",
        label_visibility="collapsed",
        key=f"deal-{rating.turn}",
    )
    if chosen == _TEST:
        _make_test(rating, visit)
    elif chosen == _QUESTION:
        _make_question(rating, visit)
    elif chosen == _DISMISS and st.button("Écarter cet avis", key=f"dismiss-{rating.turn}"):
        _keep(lambda: None, rating, "dismissed", visit)


def _make_test(rating: RatingRow, visit: Visit) -> None:
    """Draw the candidate row, to be corrected and confirmed."""
    rows = candidate_rows([rating]) or candidate_rows([_with_passage(rating, visit)])
    if not rows:
        return
    st.caption("La question sera posée de nouveau à chaque évaluation. Relisez ce qui est attendu.")
    typed = st.text_area("Ce qui est attendu", rows, height=220, key=f"rows-{rating.turn}-{rows}")
    path = visit.assistant.settings.data / f"{_FILE}.yaml"
    if st.button("Confirmer", key=f"confirm-test-{rating.turn}"):
        _keep(lambda: add_rows(typed, path), rating, "test", visit)


def _make_question(rating: RatingRow, visit: Visit) -> None:
    """Draw the candidate question, to be confirmed."""
    line = candidate_question(rating) or candidate_question(_with_passage(rating, visit))
    if not line:
        return
    st.caption(
        "L'assistant apprendra que cette question mène à ces passages, à la prochaine commande "
        "« assistant learn ». Une question apprise ne peut plus servir de test."
    )
    typed = st.text_area("La question et ses passages", line, key=f"line-{rating.turn}-{line}")
    path = visit.assistant.settings.questions / f"{_FILE}.jsonl"
    if st.button("Confirmer", key=f"confirm-question-{rating.turn}"):
        _keep(lambda: add_question(typed, path), rating, "question", visit)


def _with_passage(rating: RatingRow, visit: Visit) -> RatingRow:
    """The rating, with the right passage, which is asked for."""
    passage = ask_for_passage(visit.assistant.sources, key=f"right-{rating.turn}")
    return replace(rating, right_passage=passage)


def _keep(add: Callable[[], object], rating: RatingRow, settled: Settled, visit: Visit) -> None:
    """Add what was confirmed, and take the rating off the list; else say what to correct."""
    try:
        add()
        visit.records.settle(rating.turn, settled)
    except AssistantError as error:
        st.error(quiet(str(error)), icon=":material/error:")
    except OSError as error:
        st.error(f"Le fichier ne peut pas être écrit{NBSP}: {quiet(str(error))}", icon=":material/error:")
    else:
        st.rerun()
