"""One message in, one answer out; what is known is carried from turn to turn."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering.compose.compose import compose, decline
from assistant.answering.compose.dated_answers import answer_dated
from assistant.answering.compose.edition_answers import say_unknown_edition
from assistant.answering.compose.money_answers import answer_money
from assistant.answering.compose.money_compared import answer_extreme
from assistant.answering.compose.several_questions import answer_apart
from assistant.answering.ground import find_faults
from assistant.answering.learned.learned import open_learned
from assistant.answering.llm import Chat, open_chat
from assistant.answering.quotes.aim import Aim, ask_twins
from assistant.answering.search.find import find_sections
from assistant.answering.search.relevance import leaves
from assistant.answering.search.retrieve import Retriever
from assistant.answering.sources import Sources
from assistant.answering.understand import understand
from assistant.answering.understand.carrying import compare, tells_more
from assistant.answering.understand.money.money import describe_case
from assistant.answering.understand.names.courses import build_catalogue
from assistant.answering.wording import Turn, Writer, assist
from assistant.calculator import Calculator
from assistant.company import say_company
from assistant.datatypes import Answer, Audience, Doubt, Hit, Reading
from assistant.errors import CaseError, UsageError
from assistant.fees import check_rules, read_rates, read_rules
from assistant.french import say_count
from assistant.indexing import Progress, silent
from assistant.indexing.build import open_index
from assistant.indexing.synonyms import read_synonyms
from assistant.settings import Settings

LONGEST = 4000  # characters of one message
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Conversation:
    """What the turns so far established, what the person said in them, and the tokens spent."""

    known: Reading | None = None
    told: tuple[str, ...] = ()
    tokens: int = 0


class Assistant:
    """Answers questions on the documents of a corpus.

    With a chat model, named in the settings or given as `chat`, answers are in
    its words where these hold; `writer` counts how often. Opening it refreshes
    the index when the documents changed. Raises `CorpusError`, `RuleError`,
    `IndexingError` or `EmbeddingError`.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        on_progress: Progress = silent,
        chat: Chat | None = None,
    ) -> None:
        index = open_index(settings, on_progress=on_progress)
        self.settings = settings
        self.index = index
        rules = check_rules(read_rules(settings.rules), index.corpus)
        figures = {edition: one.figures for edition, one in rules.items() if not one.disagreements}
        catalogue = build_catalogue(index.corpus, settings.questions / "names.yaml", figures)
        kept_in = settings.index / index.manifest.fingerprint[:16]
        learned = open_learned(settings.questions, index, catalogue, kept_in=kept_in)
        asked = ask_twins(learned.asked, index.corpus)
        self.sources = Sources(
            corpus=index.corpus,
            retriever=Retriever(index=index, phrasing=learned.phrasing),
            embeddings=index.model,
            catalogue=catalogue,
            learned=learned,
            aim=Aim(index.model, asked, read_synonyms(settings.questions)),
            taught=index.manifest.counts["asked"] / len(index.chunks),
            audience=settings.audience,
        )
        self.calculator = Calculator(
            rules,
            read_rates(settings.rates),
            settings.vat_rate,
            self.sources.editions_of,
            self.sources.company,
        )
        chat = chat or open_chat(settings)
        self.writer = Writer(chat, settings) if chat else None

    def reply(
        self,
        message: str,
        *,
        conversation: Conversation | None = None,
        today: date,
        on_sentence: Callable[[str], None] | None = None,
    ) -> tuple[Answer, Conversation]:
        """The answer to a message, and the conversation that goes on from it.

        `on_sentence` is told each sentence of the chat model that holds, as it
        comes; the answer replaces them. Raises `UsageError` when the message is
        empty or too long.
        """
        so_far = conversation or Conversation()
        _check(message)
        reading = self._understand(message, so_far.known, today)
        return self._settle(reading, message, so_far, today, on_sentence)

    def search(self, question: str, *, k: int, today: date) -> tuple[Hit, ...]:
        """The `k` best sections for a question, narrowed to what it names."""
        reading = self._understand(question, None, today)
        return find_sections(reading, self.sources, k=k)

    def _understand(self, message: str, known: Reading | None, today: date) -> Reading:
        """What a message asks, read with the words of these documents."""
        if compared := compare(message, known):
            return compared
        sources = self.sources
        reading = understand(
            message,
            known=known,
            catalogue=sources.catalogue,
            today=today,
            vocabulary=sources.learned.vocabulary,
            said=self.calculator.sums_given(known),
        )
        if known is None or tells_more(reading, known):
            return reading
        alone = self._understand(message, None, today)
        return alone if alone.intent != "money" and leaves(alone, sources) else reading

    def recompute(
        self, reading: Reading, *, typed: str, conversation: Conversation, today: date
    ) -> tuple[Answer, Conversation]:
        """The answer to what was understood, once corrected by hand; `typed` says the correction.

        Raises `CaseError` when the facts cannot stand together.
        """
        return self._settle(reading, typed, conversation, today)

    def serving(self, audience: Audience) -> Assistant:
        """The same assistant, on the documents that an audience may see."""
        other = copy(self)
        other.sources = replace(self.sources, audience=audience)
        return other

    def _settle(
        self,
        reading: Reading,
        message: str,
        so_far: Conversation,
        today: date,
        on_sentence: Callable[[str], None] | None = None,
    ) -> tuple[Answer, Conversation]:
        """The answer to a reading, in a model's words where there is one, and the conversation so far."""
        told = (*so_far.told, message)
        answer = self._grounded(reading, told, today, self.sources)
        if self.writer:
            all_told = " ".join((*told, str(today)))
            turn = Turn(
                message, all_told, reading, today, so_far.told, so_far.tokens, on_sentence=on_sentence
            )
            reading, answer = assist(
                self.writer,
                answer,
                turn,
                self.sources,
                lambda read, sources: self._grounded(read, told, today, sources),
            )
        answer = replace(answer, understood=self._told_back(reading))
        aside = reading.intent == "greeting" or answer.status == "out_of_scope"
        known = so_far.known if aside and so_far.known else self._after(reading, answer)
        return answer, Conversation(known=known, told=told, tokens=so_far.tokens + answer.tokens)

    def _after(self, reading: Reading, answer: Answer) -> Reading:
        """What is known after an answer: the courses that it recommends are those spoken of.

        « nos clients partent » looks for a course too, where the answer recommends one.
        """
        if reading.intent not in ("choice", "open") or reading.courses:
            return reading
        cited = tuple(dict.fromkeys(one.document for one in answer.citations))
        courses = tuple(one for one in cited if one in self.sources.catalogue.references.values())
        if reading.intent == "open" and not courses:
            return reading
        spoken = tuple(dict.fromkeys((*reading.spoken, *courses)))
        return replace(reading, intent="choice", courses=courses, spoken=spoken)

    def _grounded(self, reading: Reading, told: tuple[str, ...], today: date, sources: Sources) -> Answer:
        """The answer composed without a model, checked against the documents and what was told."""
        said = self.calculator.tell_days(reading, today)
        answer = answer_dated(said, sources) if said else self._answer(reading, sources, today)
        answer = say_company(answer, sources.company)
        told = (*told, *(one.text for one in said))
        asked_back = (doubt.text for doubt in reading.money.doubts) if reading.money else ()
        faults = find_faults(answer, self.index.corpus, told=" ".join((*told, str(today), *asked_back)))
        if faults:
            _log.error("Answer withheld, %s", "; ".join(faults))
            return say_company(decline(reading, sources), sources.company)
        return answer

    def _answer(self, reading: Reading, sources: Sources, today: date) -> Answer:
        if unknown := say_unknown_edition(reading, sources):
            return unknown
        if not self.calculator.editions(reading):  # nothing to compute by: the documents may tell otherwise
            reading = replace(reading, intent="open" if reading.intent == "money" else reading.intent)
        if reading.intent != "money" or reading.money is None:
            apart = answer_apart(reading, sources, lambda one: self._understand(one, None, today))
            return apart or compose(reading, sources)
        try:
            if reading.extreme:
                return answer_extreme(self.calculator.calculate_all(reading), reading, sources)
            return answer_money(self.calculator.calculate(reading), reading, sources)
        except CaseError as error:
            doubt = Doubt(error.where, f"{error.what} {error.todo}")
            doubtful = replace(reading, money=replace(reading.money, doubts=(doubt,)))
            return answer_money((), doubtful, sources)

    def _told_back(self, reading: Reading) -> Mapping[str, str]:
        """What was understood, in French, to be shown and corrected."""
        named = {
            "Formation": ", ".join(self.sources.document(one).title for one in reading.courses),
            "Conditions": ", ".join(reading.editions or self.sources.editions_of(reading.courses)),
        }
        facts = describe_case(reading.money) if reading.intent == "money" and reading.money else {}
        told = (one for one in {**named, **facts}.items() if one[1])
        return dict(say_company(one, self.sources.company) for one in told)


def _check(message: str) -> None:
    if not message.strip():
        raise UsageError("question", "elle est vide.", "Écrivez votre question.")
    if len(message) > LONGEST:
        raise UsageError(
            "question",
            f"elle compte {say_count(len(message))} caractères.",
            f"Posez-la en {say_count(LONGEST)} au plus.",
        )
