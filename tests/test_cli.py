"""The command line, as its users run it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ASSISTANT = Path(sys.executable).parent / "assistant"


def _run(*arguments: object, told: str = "") -> subprocess.CompletedProcess[str]:
    command = [str(ASSISTANT), *map(str, arguments)]
    return subprocess.run(command, input=told, capture_output=True, text=True, timeout=120, check=False)


def test_ask_prints_one_answer_object(index_folder):
    """The JSON of an answer has the keys that other programs rely on."""
    done = _run("ask", "Quelle est la durée de RCL-RCL-05 ?", "--index", index_folder, "--json")
    answer = json.loads(done.stdout)
    assert {
        "status",
        "text",
        "headline",
        "citations",
        "calculation",
        "missing",
        "suggestions",
        "understood",
    } <= set(answer)
    citation = answer["citations"][0]
    text = Path(citation["path"]).read_text(encoding="utf-8")
    assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_chat_keeps_the_thread_until_an_empty_line(index_folder):
    """One object a line; an empty line forgets the course."""
    told = "Le programme de MRK-OPE-02 ?\net les prérequis ?\n\nQui est le médiateur ?\n"
    done = _run("chat", "--json", "--index", index_folder, told=told)
    cited = [[c["document"] for c in json.loads(line)["citations"]] for line in done.stdout.splitlines()]
    assert [set(one) for one in cited] == [{"MRK-OPE-02"}, {"MRK-OPE-02"}, {"CGV-15J", "CGV-30J"}]


def test_search_ranks_one_result_a_section(index_folder):
    """Results are sections, each once, the best first."""
    done = _run("search", "indemnité de 40 € pour retard", "--json", "-k", 5, "--index", index_folder)
    results = json.loads(done.stdout)["results"]
    keys = [row["key"] for row in results]
    assert len(set(keys)) == 5
    assert {"CGV-15J#3.4", "CGV-30J#3.4"} == set(keys[:2])
    assert [row["score"] for row in results] == sorted((row["score"] for row in results), reverse=True)


def test_search_reads_questions_from_its_input(index_folder):
    """Without a question, one object is printed a line read."""
    done = _run("search", "--json", "--index", index_folder, told="tribunal\nacompte\n")
    assert len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("ask", "", "--json"), 2, "question"),
        (("ask", "durée ?", "--today", "2026-02-31"), 2, "--today"),
        (("ask",), 2, "question"),
        (("ask", "durée ?", "--corpus", "/nowhere"), 1, "/nowhere"),
        (("index", "--corpus", "/nowhere"), 1, "/nowhere"),
    ],
)
def test_an_error_is_one_message_and_a_code(arguments, code, words, index_folder):
    """Asked wrongly: 2; could not be done: 1; never a traceback."""
    done = _run(*arguments, "--index", index_folder)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_fees_computes_a_case_from_options(index_folder):
    """Thirty per cent of 2,000 euros, 45 days before, under CGV-30J."""
    case = ("--event", "cancellation", "--edition", "CGV-30J", "--price", "2000", "--basis", "HT")
    done = _run("fees", *case, "--notice-days", "45", "--json", "--index", index_folder)
    assert json.loads(done.stdout)["due_max"] == "600.00"


def test_a_wrong_case_does_not_stop_the_batch(index_folder):
    """A line that cannot be computed says why, and the next one is computed."""
    good = '{"event": "deposit", "edition": "CGV-30J", "price": "1000", "basis": "HT"}'
    told = f'{{"event": "deposit", "price": "-5"}}\n{{"evnt": 1}}\nnope\n{good}\n'
    rows = [
        json.loads(line)
        for line in _run("fees", "--json", "--index", index_folder, told=told).stdout.splitlines()
    ]
    assert ["error" in row for row in rows] == [True, True, True, False]
    assert "price" in rows[0]["error"]
    assert rows[3]["due_max"] == "300.00"


def test_fees_wants_an_event(index_folder):
    """A case without an event is asked wrongly."""
    done = _run("fees", "--price", "2000", "--index", index_folder)
    assert (done.returncode, "--event" in done.stderr) == (2, True)


def test_every_command_has_help():
    """The help names each command."""
    done = _run("--help")
    assert all(name in done.stdout for name in ("index", "ask", "chat", "search", "fees", "eval", "learn"))
