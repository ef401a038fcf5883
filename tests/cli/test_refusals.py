"""What the parser of the command line refuses, in the words of the other errors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from assistant import cli


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nope"], "assistant : cette commande n'existe pas."),
        (["ask"], "question : il manque. Voir « assistant ask --help »."),
        (["ask", "a", "b"], "assistant ask : un argument est en trop."),
        (["ask", "a", "--nope"], "--nope : cette option n'existe pas."),
        (["search", "a", "-k", "0"], "-k : cette valeur n'est pas possible."),
        (["search", "a", "-k", "dix"], "-k : cette valeur n'est pas possible."),
        (["fees", "--event"], "--event : il lui manque une valeur"),
        (["fees"], "cas : aucune option ne le décrit."),
        (["fees", "--price", "10"], "--event : il manque."),
        (["eval", "--against", "run.json"], "--against : la comparaison s'écrit dans un rapport."),
        (["eval", "--report", "."], "--report : . est un dossier."),
        (["eval", "--ablation", "--save"], "--ablation : elle mesure la recherche"),
    ],
)
def test_a_command_asked_wrongly_is_one_french_line(
    arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where, what, what to do; exit code 2."""
    monkeypatch.setattr(sys, "argv", ["assistant", *arguments])
    with pytest.raises(SystemExit) as left:
        cli.main()
    told = capsys.readouterr().err
    assert (2, 1) == (left.value.code, told.count("\n"))
    assert said in told


def test_without_a_command_the_help_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Someone who types the bare name learns what there is."""
    monkeypatch.setattr(sys, "argv", ["assistant"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert (0, True) == (left.value.code, "learn" in capsys.readouterr().out)


def test_a_file_that_cannot_be_written_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the command, the file is named, with exit code 1."""
    (tmp_path / "file").touch()
    place = tmp_path / "file" / "model"
    monkeypatch.setattr(sys, "argv", ["assistant", "learn", "--out", str(place)])
    with pytest.raises(SystemExit) as left:
        cli.main()
    told = capsys.readouterr().err
    assert (1, 1, True) == (left.value.code, told.count("\n"), str(tmp_path / "file") in told)


def test_bytes_that_are_no_text_do_not_stop_a_conversation(index_folder: Path) -> None:
    """The message they are in is answered all the same, and so is the next one."""
    told = b"\xff\xfe la dur\xe9e de RCL-RCL-05 ?\nQui est le m\xc3\xa9diateur ?\n"
    command = [sys.executable, "-c", "from assistant.cli import main; main()", "chat", "--json"]
    done = subprocess.run(
        [*command, "--index", str(index_folder)], input=told, capture_output=True, timeout=120, check=False
    )
    assert (0, 2) == (done.returncode, len(done.stdout.splitlines()))
