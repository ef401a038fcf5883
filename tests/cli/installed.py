"""What the tests of the command line share: the command, as its users run it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ASSISTANT = Path(sys.executable).parent / "assistant"


def run(*arguments: object, told: str = "") -> subprocess.CompletedProcess[str]:
    """What the installed command says to these arguments, told this on its standard input."""
    command = [str(ASSISTANT), *map(str, arguments)]
    return subprocess.run(command, input=told, capture_output=True, text=True, timeout=120, check=False)
