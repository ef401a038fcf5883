"""An evaluation started from the Qualité page: it goes on beside the pages, one at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version
from threading import Event, Lock, Thread

import streamlit as st

from assistant.contract import reply_as_json
from assistant.conversation import Assistant
from assistant.errors import AssistantError
from assistant.french import NBSP, say_count
from assistant.ui.escaping import quiet
from assistant.ui.opening import Visit
from assistant.ui.serving import log_fault
from evals.datatypes import Outcome
from evals.results import save_results
from evals.run import ask_example, search_of, without_model
from evals.sets import DEV, read_sets


class Evaluation:
    """The questions of the development sets, being asked in a thread; the result is kept at the end.

    `done` of `total` are answered; `problem` says why it stopped or its result could not be kept.
    Raises `SetError` when the sets cannot be read.
    """

    def __init__(self, assistant: Assistant) -> None:
        self._examples = read_sets([DEV])
        self._assistant = without_model(assistant)
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="evaluation", daemon=True)
        self.total, self.done, self.problem = len(self._examples), 0, ""
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether questions are still being asked."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Nothing: the run ends after the question being asked, and is not kept."""
        self._stopped.set()

    def _run(self) -> None:
        reply, search = reply_as_json(self._assistant), search_of(self._assistant)
        outcomes: list[Outcome] = []
        try:
            for example in self._examples:
                outcomes.append(ask_example(example, reply, search))
                self.done += 1
                # As long a rest: people who ask meanwhile are answered almost as fast.
                if self._stopped.wait(outcomes[-1].seconds):
                    return
            save_results(
                outcomes,
                self._assistant.settings.results,
                when=datetime.now(UTC),
                version=version("course-terms-assistant"),
                generation=self._assistant.index.manifest.fingerprint[:16],
            )
        except AssistantError as error:
            self.problem = str(error)
        except Exception as fault:  # in a thread, nobody else would tell it
            told = "L'évaluation s'est arrêtée avant la fin, rien n'en est gardé. Relancez-la"
            self.problem = f"{told}{NBSP}; {log_fault(fault)}"


class _Desk:
    """Where the one evaluation of the server is kept, for all who look at the page."""

    def __init__(self) -> None:
        self.current: Evaluation | None = None
        self._lock = Lock()

    def start(self, assistant: Assistant) -> None:
        """Start an evaluation, unless one goes on."""
        with self._lock:
            if self.current is None or not self.current.running:
                self.current = Evaluation(assistant)


@st.cache_resource(max_entries=1, show_spinner=False)
def _desk() -> _Desk:
    return _Desk()


def show_evaluating(visit: Visit) -> None:
    """Draw the button that starts an evaluation; while one goes on, how far it is."""
    current = _desk().current
    if current is not None and current.running:
        _show_progress(current)
        return
    if current is not None and current.problem:
        st.error(quiet(current.problem), icon=":material/error:")
    if st.button(
        "Lancer une évaluation",
        icon=":material/play_arrow:",
        help="Quelques minutes, pendant lesquelles l'assistant reste ouvert à tous.",
        key="evaluate",
    ):
        try:
            _desk().start(visit.assistant)
        except AssistantError as error:
            st.error(quiet(str(error)), icon=":material/error:")
        else:
            st.rerun()


@st.fragment(run_every=1)
def _show_progress(current: Evaluation) -> None:
    """How far the evaluation is, drawn again by itself; the whole page is once it is over."""
    if not current.running:
        st.rerun()
    far = f"{say_count(current.done)} questions sur {say_count(current.total)}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(current.done / max(current.total, 1), text=f"Évaluation en cours{NBSP}: {far}")
        st.button("Arrêter", icon=":material/stop:", on_click=_stop, args=(current,), key="evaluate-stop")


def _stop(current: Evaluation) -> None:
    current.stop()
    st.toast("Évaluation arrêtée, rien n'en est gardé.", icon=":material/stop:")
