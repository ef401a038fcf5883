"""How long a cold `assistant ask` takes, as a share of `import sentence_transformers` in the same run."""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

ROUNDS = 5
ASK = ("-c", "from assistant.cli import main; main()", "ask", "Combien dure RCL-RCL-05 ?")
IMPORT = ("-c", "import sentence_transformers")


def _seconds(arguments: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)  # noqa: S603  our own commands
    return time.perf_counter() - start


def main() -> None:
    """Print both medians and their ratio, measured in turn."""
    _seconds(ASK)  # builds the index
    pairs = [(_seconds(ASK), _seconds(IMPORT)) for _ in range(ROUNDS)]
    ask, imported = (median(side) for side in zip(*pairs, strict=True))
    print(f"ask {ask:.2f} s, import sentence_transformers {imported:.2f} s, ratio {ask / imported:.2f}")


if __name__ == "__main__":
    main()
