"""Cases computed, from options and from lines."""

from __future__ import annotations

import json

from tests.cli.installed import run


def test_fees_computes_a_case_from_options(index_folder):
    """Thirty per cent of 2,000 euros, 45 days before, under CGV-30J."""
    case = ("--event", "cancellation", "--edition", "CGV-30J", "--price", "2000", "--basis", "HT")
    done = run("fees", *case, "--notice-days", "45", "--json", "--index", index_folder)
    assert json.loads(done.stdout)["due_max"] == "600.00"


def test_a_wrong_case_does_not_stop_the_batch(index_folder):
    """A line that cannot be computed says why, and the next one is computed."""
    good = '{"event": "deposit", "edition": "CGV-30J", "price": "1000", "basis": "HT"}'
    told = f'{{"event": "deposit", "price": "-5"}}\n{{"evnt": 1}}\nnope\n{good}\n'
    rows = [
        json.loads(line)
        for line in run("fees", "--json", "--index", index_folder, told=told).stdout.splitlines()
    ]
    assert ["error" in row for row in rows] == [True, True, True, False]
    assert "price" in rows[0]["error"]
    assert rows[3]["due_max"] == "300.00"


def test_fees_wants_an_event(index_folder):
    """A case without an event is asked wrongly."""
    done = run("fees", "--price", "2000", "--index", index_folder)
    assert (done.returncode, "--event" in done.stderr) == (2, True)


def test_an_edition_without_rules_is_asked_wrongly(index_folder):
    """Those that have rules are named."""
    case = ("--event", "cancellation", "--edition", "CGV-99J", "--price", "2000", "--notice-days", "3")
    done = run("fees", *case, "--index", index_folder)
    assert (done.returncode, "CGV-30J" in done.stderr) == (2, True)
