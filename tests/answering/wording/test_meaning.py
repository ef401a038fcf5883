"""How near a statement is in meaning to the true and false ones known of its sections."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.answering.wording.meaning import (
    FAR,
    LEARNED,
    TRAITS,
    Meanings,
    encode,
    keep,
    read_meanings,
    write_meanings,
)

KNOWN = (
    ("L'acompte reste acquis à la société.", True),
    ("La société rembourse l'acompte.", False),
    ("Le solde se règle à réception de la facture.", True),
)
KEY, OTHER = "CGV-15J#3.5", "CGV-15J#3.1"


@pytest.fixture(scope="module")
def meanings() -> Meanings:
    """Three examples: two of one section, true and false, and one of another."""
    vectors = np.array([encode(text) for text, _ in KNOWN])
    centre = np.zeros_like(vectors[0])
    plain = Meanings(centre, np.eye(len(centre), dtype=np.float32), np.zeros(0), np.zeros(0), {})
    return Meanings(
        centre,
        plain.turn,
        keep(plain.turned(vectors)),
        np.array([is_true for _, is_true in KNOWN]),
        {KEY: np.array([0, 1], dtype=np.int32), OTHER: np.array([2], dtype=np.int32)},
    )


def traits(meanings: Meanings, text: str, *keys: str) -> dict[str, float]:
    """The traits of a text, by name."""
    return dict(zip(TRAITS, meanings.traits(encode(text), keys), strict=True))


PAIRS = [
    ("CGV-30J#3.5", "L'annulation se fait par écrit.", "Une annulation par téléphone suffit."),
    (
        "CGV-15J#3.5",
        "Si l'annulation est trop tardive, il faut payer la formation en entier.",
        "Si l'annulation est trop tardive, il n'y a rien à payer.",
    ),
    (
        "CGV-15J#3.5",
        "L'acompte reste acquis quand le délai de 15 jours est respecté.",
        "L'acompte est rendu au client quand le délai de 15 jours est respecté.",
    ),
    (
        "CGV-15J#3.4",
        "Les intérêts de retard courent sans rappel.",
        "Les intérêts de retard ne courent qu'après un rappel.",
    ),
    (
        "CGV-30J#3.6",
        "Les frais sont dus même sans acompte versé.",
        "Les frais ne sont dus que si un acompte a été versé.",
    ),
    (
        "RCL-RCL-05#evaluation",
        "Des cas pratiques servent à évaluer les acquis.",
        "Un examen écrit final sanctionne les acquis.",
    ),
    ("CGV-15J#4.4", "Seul le dommage direct est réparé.", "Le dommage indirect est réparé lui aussi."),
    ("CGV-15J#5.5", "Vous pouvez faire corriger vos données.", "Vos données sont vendues à des partenaires."),
]


def test_what_is_true_is_nearer_to_what_is_known_to_be() -> None:
    """Than what is false, of all pairs but one at most: a denial alone may not move a text away."""
    shipped = read_meanings(LEARNED)
    truer = [
        traits(shipped, true, key)["means_truer"] > traits(shipped, false, key)["means_truer"]
        for key, true, false in PAIRS
    ]
    assert sum(truer) >= len(PAIRS) - 1, truer


def test_a_known_statement_is_as_near_as_can_be(meanings) -> None:
    """To itself: 1, but for what is lost in bytes."""
    assert traits(meanings, KNOWN[0][0], KEY)["means_true"] == pytest.approx(1, abs=0.02)
    assert traits(meanings, KNOWN[1][0], KEY, OTHER)["means_false"] == pytest.approx(1, abs=0.02)


def test_only_the_examples_of_its_sections_count(meanings) -> None:
    """Of no section that is known, there is nothing near."""
    assert FAR == traits(meanings, KNOWN[0][0], OTHER)["means_false"]
    assert {FAR, 0.0} == set(traits(meanings, KNOWN[0][0], "unknown").values())


def test_what_is_written_is_read_again(tmp_path: Path, meanings) -> None:
    """The same content gives the same bytes, and the same traits."""
    path, other = tmp_path / "one.safetensors", tmp_path / "other.safetensors"
    write_meanings(meanings, path)
    write_meanings(meanings, other)
    assert path.read_bytes() == other.read_bytes()
    again = read_meanings(path)
    for key in (KEY, OTHER, "unknown"):
        assert traits(meanings, KNOWN[2][0], key) == traits(again, KNOWN[2][0], key)


def test_what_is_shipped_knows_both_editions() -> None:
    """Examples of each, true and false."""
    shipped = read_meanings(LEARNED)
    for edition in ("CGV-15J", "CGV-30J"):
        rows = np.concatenate([rows for key, rows in shipped.of.items() if key.startswith(edition)])
        assert {True, False} == set(shipped.is_true[rows].tolist())
