"""Questions and answers, as their users ask them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("broken", ["cassée.pdf", "abîmée.docx"])
def test_a_file_that_could_not_be_read_is_named_on_standard_error(tmp_path, broken):
    """One line, beside an answer that stands: the exit code is that of an answer."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "prêt.md").write_text("# Prêt\n\nUn livre se garde dix jours.\n", encoding="utf-8")
    (tmp_path / "corpus" / broken).write_bytes(b"rien de tel")
    places = ("--corpus", tmp_path / "corpus", "--index", tmp_path / "index")
    done = run("ask", "Combien de temps garde-t-on un livre ?", *places)
    assert (0, 1) == (done.returncode, done.stderr.count("\n"))
    assert broken in done.stderr
