"""Questions and answers: ask · chat."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markdown import Markdown

from assistant.cli.screen import (
    ERR,
    OUT,
    CorpusOption,
    IndexOption,
    JsonOption,
    TodayOption,
    open_assistant,
    print_json,
    print_line,
    read_day,
)
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.datatypes import Answer


def ask(
    question: Annotated[str, typer.Argument(help="La question, entre guillemets.")],
    corpus: CorpusOption = None,
    index: IndexOption = None,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer one question, with its sources."""
    day = read_day(today)
    assistant = open_assistant(corpus, index)
    answer, _ = assistant.reply(question, today=day)
    _print_answer(answer, assistant.settings.corpus, as_json=as_json)


def chat(
    corpus: CorpusOption = None,
    index: IndexOption = None,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer one message a line, as a conversation; an empty line starts a new one."""
    from assistant.conversation import Conversation

    day = read_day(today)
    assistant = open_assistant(corpus, index)
    conversation = Conversation()
    if not as_json and sys.stdin.isatty():
        ERR.print("Posez votre question. Ligne vide : nouvelle conversation. Ctrl-D : quitter.")
    for line in sys.stdin:
        if not line.strip():
            conversation = Conversation()
            continue
        try:
            answer, conversation = assistant.reply(line.strip(), conversation=conversation, today=day)
        except UsageError as error:
            print_json({"error": str(error)}) if as_json else ERR.print(str(error), style="red")
            continue
        _print_answer(answer, assistant.settings.corpus, as_json=as_json)


def _print_answer(answer: Answer, corpus: Path, *, as_json: bool) -> None:
    from assistant.contract import answer_as_json

    if as_json:
        print_json(answer_as_json(answer, corpus=corpus.resolve()))
        return
    OUT.print(Markdown(answer.text))
    print_line("")
    if answer.notice:
        print_line(answer.notice, style="dim")
    for citation in answer.citations:
        place = f"{citation.path}, caractères {citation.start} à {citation.end}"
        print_line(f"[{citation.mark}] {citation.key} – {citation.title} ({place})")
    for suggestion in answer.suggestions:
        print_line(f"  → {suggestion}", style="dim")
