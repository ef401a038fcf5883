"""Several processes at once, and one that is killed, never leave a half-built index."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.indexing.build import open_index, refresh
from assistant.indexing.generation import KEPT, UNFINISHED, generations
from assistant.settings import Settings

pytestmark = pytest.mark.slow

PREAMBLE = """
import json, os, signal, sys, time
from pathlib import Path
from assistant.datatypes import Filters
from assistant.indexing import build
from assistant.settings import Settings
settings = Settings(corpus=Path(sys.argv[1]), index=Path(sys.argv[2]))
"""
REFRESH = """
report = build.refresh(settings)
print(json.dumps({"built": report.built, "generation": report.generation}))
"""
KILLED = """
def killed(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
owner, name = eval(sys.argv[3]), sys.argv[4]
setattr(owner, name, killed)
build.refresh(settings)
"""
READ = """
index = build.open_index(settings)
vector = index.model.encode(["retard"])[0]
print("open", flush=True)
searches = 0
while not Path(sys.argv[3]).exists():
    assert len(index.store.scores(vector, limit=100, filters=Filters())) == len(index.chunks)
    assert not index.lexical.scores("retard")["words"][2]
    searches += 1
print(json.dumps({"searches": searches, "chunks": len(index.chunks)}))
"""
MOMENTS = {
    "before anything is read": ("build", "read_corpus"),
    "before vectors are computed": ("build", "_vectors"),
    "before anything is written": ("build", "save_documents"),
    "before the keywords": ("build", "build_lexical"),
    "before the vectors": ("build", "create_store"),
    "among the vectors": ("__import__('assistant.indexing.store').indexing.store.Store", "add"),
    "before the vectors are closed": ("__import__('assistant.indexing.store').indexing.store.Store", "close"),
    "before the manifest": ("build.Manifest", "save"),
    "before it has its name": ("Path", "rename"),
    "before older ones are removed": ("build", "prune"),
}


@contextmanager
def started(code: str, settings: Settings, *more: str) -> Iterator[subprocess.Popen[str]]:
    """Another process over the same corpus and index."""
    command = [sys.executable, "-c", PREAMBLE + code, str(settings.corpus), str(settings.index), *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS.keys())
def test_killed_while_indexing(library: Settings, moment: tuple[str, str]) -> None:
    """Whenever it dies, the earlier index still serves, and asking again builds the new one."""
    before = refresh(library)
    reader = open_index(library)
    (library.corpus / "new.md").write_text("# Horaires\n\n## Été\n\nFermé en août.\n", encoding="utf-8")
    with started(KILLED, library, *moment) as process:
        _, errors = process.communicate(timeout=60)
    assert -9 == process.returncode, errors
    assert before.chunks == reader.store.count()
    after = refresh(library)
    assert (before.chunks + 1, True) == (after.chunks, before.generation != after.generation)
    assert [] == list(library.index.glob(f"{UNFINISHED}*"))
    assert {before.generation, after.generation} == {one.name for one in generations(library.index)}


def test_two_builders_at_once(library: Settings) -> None:
    """One builds; the other waits, then opens what was built."""
    with started(REFRESH, library) as first, started(REFRESH, library) as second:
        told = [process.communicate(timeout=60) for process in (first, second)]
    assert (0, 0) == (first.returncode, second.returncode), told
    reports = [json.loads(out) for out, _ in told]
    assert [False, True] == sorted(report["built"] for report in reports)
    assert 1 == len({report["generation"] for report in reports})


def test_readers_while_another_builds(library: Settings, tmp_path: Path) -> None:
    """Two readers search without a miss through more rebuilds than generations are kept."""
    refresh(library)
    stop = tmp_path / "stop"
    with started(READ, library, str(stop)) as first, started(READ, library, str(stop)) as second:
        readers = (first, second)
        for reader in readers:
            assert reader.stdout is not None
            assert "open\n" == reader.stdout.readline(), reader.stderr and reader.stderr.read()
        for number in range(KEPT + 2):
            text = f"# Neuf\n\n## Suite\n\nPage {number}.\n"
            (library.corpus / "new.md").write_text(text, encoding="utf-8")
            assert refresh(library).built
            time.sleep(0.05)
        stop.touch()
        told = [reader.communicate(timeout=60) for reader in readers]
    assert (0, 0) == (first.returncode, second.returncode), told
    for out, _ in told:
        found = json.loads(out)
        assert 5 == found["chunks"]
        assert found["searches"] > 0
