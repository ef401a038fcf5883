"""The documents searched, as its users do."""

from __future__ import annotations

import json

from tests.cli.installed import run


def test_search_ranks_one_result_a_section(index_folder):
    """Results are sections, each once, the best first."""
    done = run("search", "indemnité de 40 € pour retard", "--json", "-k", 5, "--index", index_folder)
    results = json.loads(done.stdout)["results"]
    keys = [row["key"] for row in results]
    assert len(set(keys)) == 5
    assert {"CGV-15J#3.4", "CGV-30J#3.4"} == set(keys[:2])
    assert [row["score"] for row in results] == sorted((row["score"] for row in results), reverse=True)


def test_search_reads_questions_from_its_input(index_folder):
    """Without a question, one object is printed a line read."""
    done = run("search", "--json", "--index", index_folder, told="tribunal\nacompte\n")
    assert len(done.stdout.splitlines()) == 2
