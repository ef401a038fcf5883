"""Figures live in the rule and rate files."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import assistant.fees

MODULES = sorted(Path(next(iter(assistant.fees.__path__))).glob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=[one.stem for one in MODULES])
def test_no_price_rate_or_delay_is_written_in_code(module: Path) -> None:
    """No number other than 0, 1, 2 and 100, and no binary floating point."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    numbers = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, (int, float, complex))
    ]
    assert [] == [one for one in numbers if one not in (0, 1, 2, 100) or isinstance(one, float)]
    assert "float" not in {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
