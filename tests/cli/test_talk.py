"""Questions and answers, as their users ask them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.installed import run


def test_ask_prints_one_answer_object(index_folder):
    """The JSON of an answer has the keys that other programs rely on."""
    done = run("ask", "Quelle est la durée de RCL-RCL-05 ?", "--index", index_folder, "--json")
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
    done = run("chat", "--json", "--index", index_folder, told=told)
    cited = [[c["document"] for c in json.loads(line)["citations"]] for line in done.stdout.splitlines()]
    assert [set(one) for one in cited] == [{"MRK-OPE-02"}, {"MRK-OPE-02"}, {"CGV-15J", "CGV-30J"}]
