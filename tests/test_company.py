"""The names of the company: which count, where they stand in a message, how they are said."""

from __future__ import annotations

import pytest

from assistant.company import name_back, name_ours, names_of_company, say_company
from assistant.datatypes import Document


@pytest.mark.parametrize(
    ("id_", "title", "names"),
    [
        ("ACME", "ACME", ("ACME",)),
        ("BOREAL", "Identité de BORÉAL", ("BORÉAL", "BOREAL")),
        ("DUPONT-CONSEIL", "Dupont Conseil", ("Dupont Conseil", "DUPONT-CONSEIL")),
        ("BOREAL", "Mentions légales", ("BOREAL",)),
        ("mentions-legales", "Mentions légales", ()),
        ("ENTREPRISE", "Entreprise", ()),
    ],
)
def test_the_name_is_what_title_and_id_agree_on(id_: str, title: str, names: tuple[str, ...]) -> None:
    """The title of a page that names nobody is no name."""
    assert names == names_of_company([Document(id_, "company", title, "a.md", ())])


def test_a_name_within_a_word_or_a_reference_is_left_as_it_is() -> None:
    """The others are found whatever their accents, and come back as the documents write them."""
    names = ("BORÉAL",)
    kept = "BOREAL-01, CGV-BOREAL, boréale, dpo@boreal.fr, océans"
    assert kept == name_back(name_ours(kept, names), names[0])
    assert "que fait BORÉAL ?" == name_back(name_ours("que fait boreal ?", names), names[0])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("LEXOM", "Votre conseiller LEXOM ; la part de LEXOM. LEXOM a-t-elle écrit ?"),
        ("IRIS", "Votre conseiller IRIS ; la part d'IRIS. IRIS a-t-elle écrit ?"),
        (
            "",
            "Votre conseiller ; la part de l'organisme de formation. L'organisme de formation a-t-il écrit ?",
        ),
    ],
)
def test_a_sentence_agrees_with_the_name(name: str, said: str) -> None:
    """A vowel elides; where there is no name, the sentence is of « l'organisme de formation »."""
    assert said == say_company("Votre conseiller <us> ; la part de <us>. <us> a-t-elle écrit ?", name)
