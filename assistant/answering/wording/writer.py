"""An answer in a model's words: drafted, checked, sent back once, else left as composed."""

from __future__ import annotations

import logging
from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf
from threading import Lock
from time import monotonic

from assistant.answering.ground import find_faults
from assistant.answering.llm import Chat, Message, fill_prompt
from assistant.answering.sources import Sources
from assistant.answering.wording.check import find_draft_faults, find_joint_faults, find_statement_faults
from assistant.answering.wording.counts import find_count_faults
from assistant.answering.wording.evidence import Evidence, find_passages, gather_evidence
from assistant.answering.wording.show import show_draft, tell_calculation, tell_passages
from assistant.answering.wording.statements import Statement, is_whole, read_statements
from assistant.datatypes import Answer, Reading
from assistant.french import NBSP
from assistant.settings import Settings

UNGROUNDED = "sa formulation ne tenait pas aux documents"
SPENT = "cette conversation a utilisé tout son budget"
KEPT = 500  # drafts remembered, when they are
FAULTS = 8  # reasons given back to the model, and kept for reps
HALF = "the draft stops half-way"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """What is being answered: the person's words, as read, on a day.

    `told` is all that grounding may find a figure in, `before` the messages
    before; `spent` the tokens so far, `until` the moment when the model is no
    longer waited for, `on_sentence` who is told each sentence that holds.
    """

    question: str
    told: str
    reading: Reading
    today: date
    before: tuple[str, ...] = ()
    spent: int = 0
    until: float = inf
    on_sentence: Callable[[str], None] | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What came of asking the model: what it says, what is wrong with it, what it took."""

    statements: tuple[Statement, ...]
    faults: tuple[str, ...]
    failure: str
    tokens: int
    written: str = ""


class Writer:
    """Words answers with a chat model. `counts` says what became of its drafts.

    `asked` answers were put to the model; `shown` left in its words; `sent_back`
    drafts were written again; `replaced` answers were left as composed because
    no draft held; `failed` because the model did not answer.
    """

    def __init__(self, chat: Chat, settings: Settings) -> None:
        self.chat = chat
        self.counts: Counter[str] = Counter()
        self.timeout = settings.model_timeout
        self.budget = settings.model_budget
        self._remembers = settings.model_cache
        self._drafts: OrderedDict[tuple[str, ...], tuple[Statement, ...]] = OrderedDict()
        self._lock = Lock()

    def word(self, answer: Answer, turn: Turn, sources: Sources) -> Answer:
        """The answer in the model's words where they hold, else as it was composed, with a notice."""
        if not _is_worded(answer):
            return answer
        if turn.spent >= self.budget:
            return _left(answer, SPENT)
        evidence = gather_evidence(
            answer, find_passages(answer, turn.reading, sources), turn.reading, sources.corpus, turn.today
        )
        self.counts["asked"] += 1
        key = (turn.question, answer.text, *(one.citation.quote for one in evidence.proofs.values()))
        if (known := self._recall(key)) is not None:
            self.counts["shown"] += 1
            return show_draft(answer, known, evidence)
        draft = self._draft(evidence, turn)
        answer = replace(answer, tokens=answer.tokens + draft.tokens)
        if draft.failure or draft.faults:
            self.counts["failed" if draft.failure else "replaced"] += 1
            return _left(answer, draft.failure or UNGROUNDED, draft.faults)
        shown = show_draft(answer, draft.statements, evidence)
        if faults := find_faults(shown, sources.corpus, told=turn.told):
            self.counts["replaced"] += 1
            return _left(answer, UNGROUNDED, faults)
        self._remember(key, draft.statements)
        self.counts["shown"] += 1
        return shown

    def _draft(self, evidence: Evidence, turn: Turn) -> Draft:
        """The first draft, or the second when the first does not hold, within one delay."""
        until = min(turn.until, monotonic() + self.timeout)
        messages = _messages(evidence, turn)
        first = self._try(messages, evidence, until, turn.on_sentence)
        if first.failure or not first.faults:
            return first
        self.counts["sent_back"] += 1
        reasons = "\n".join(f"- {fault}" for fault in first.faults[:FAULTS])
        again = fill_prompt("correct", faults=reasons)[0]
        second = self._try([*messages, ("ai", first.written), ("human", again)], evidence, until, None)
        return replace(
            second,
            tokens=first.tokens + second.tokens,
            faults=second.faults or (first.faults if second.failure else ()),
        )

    def _try(
        self,
        messages: Sequence[Message],
        evidence: Evidence,
        until: float,
        on_sentence: Callable[[str], None] | None,
    ) -> Draft:
        listener = _Listener(evidence, on_sentence) if on_sentence else None
        written = self.chat.write(messages, seconds=max(0.0, until - monotonic()), on_text=listener)
        if written.failure:
            return Draft((), (), written.failure, written.tokens)
        statements = read_statements(written.text)
        faults = find_draft_faults(statements, evidence)
        if not is_whole(written.text):
            faults = (*faults, HALF)
        if faults:
            _log.info("A draft was refused, %d faults", len(faults))
        return Draft(statements, faults[:FAULTS], "", written.tokens, written.text)

    def _recall(self, key: tuple[str, ...]) -> tuple[Statement, ...] | None:
        with self._lock:
            return self._drafts.get(key)

    def _remember(self, key: tuple[str, ...], statements: tuple[Statement, ...]) -> None:
        if not self._remembers:
            return
        with self._lock:
            self._drafts[key] = statements
            while len(self._drafts) > KEPT:
                self._drafts.popitem(last=False)


class _Listener:
    """Passes on each sentence that grounding has passed, until one does not."""

    def __init__(self, evidence: Evidence, on_sentence: Callable[[str], None]) -> None:
        self._evidence = evidence
        self._on_sentence = on_sentence
        self._heard = 0
        self._holds = True

    def __call__(self, text: str) -> None:
        if not self._holds or "{" not in text:
            return
        statements = read_statements(text)
        for one in statements[self._heard :]:
            self._heard += 1
            self._holds = not (
                find_statement_faults(one, self._evidence)
                or any(find_count_faults([one], self._evidence))
                or any(find_joint_faults(statements[: self._heard], self._evidence))
            )
            if not self._holds:
                return
            self._on_sentence(one.line)


def _is_worded(answer: Answer) -> bool:
    """Whether a model may word an answer: it has proofs, and is neither a question nor a refusal."""
    refused = bool(answer.calculations) and not answer.headline
    return answer.status == "answered" and bool(answer.citations) and not refused


def _left(answer: Answer, why: str, faults: tuple[str, ...] = ()) -> Answer:
    """The answer as composed, with the reason why the model did not word it."""
    return replace(answer, notice=f"Réponse composée sans modèle{NBSP}: {why}.", faults=faults)


def _messages(evidence: Evidence, turn: Turn) -> list[Message]:
    rules, data = fill_prompt(
        "write",
        passages=tell_passages(evidence),
        calculation=tell_calculation(evidence),
        composed=evidence.answer.text,
        question=turn.question,
    )
    return [("system", rules), ("human", data)]
