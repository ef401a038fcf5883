"""Programmes: half-days, parts and items."""

import pytest

from assistant.answering.quotes.outline import asked_half_days, names_half_day, outline
from tests.answering.build import make_section

PDF = (
    "Jour 1 - Matin\n\n1. Trier\n\n- Le blanc\n- La couleur\n\nJour 1 - Après-midi\n\n"
    "2. Laver\n\nJour 2 - Matin\n\n3. Plier"
)
MARKDOWN = (
    "### Jour 1 – Matin\n\n1. Trier\n   - Le blanc\n   - La couleur\n\n### Jour 1 – Après-midi\n\n"
    "2. Laver\n\n### Jour 2 – Matin\n\n3. Plier"
)


@pytest.mark.parametrize("text", [PDF, MARKDOWN])
def test_the_two_ways_to_write_a_programme_give_one_outline(text):
    """Text out of a PDF and Markdown have the same days, parts and items."""
    levels = [entry.level for entry in outline(make_section("ABC-01", "programme", text))]
    assert levels == ["day", "part", "item", "item", "day", "part", "day", "part"]


def test_a_line_goes_on_under_the_mark_of_its_item():
    """A PDF breaks lines and leaves the numbers of its pages; neither makes a part."""
    text = "1. Trier\n\n- Le blanc, puis la\ncouleur\n1/2\n- La laine"
    entries = outline(make_section("ABC-01", "programme", text))
    assert ["1. Trier", "Le blanc, puis la couleur", "La laine"] == [one.extract.words for one in entries]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("le programme du jour 2", ["Jour 2 – Matin", "3. Plier"]),
        ("que voit-on la première journée l'après-midi ?", ["Jour 1 – Après-midi", "2. Laver"]),
        ("what happens on the second day?", ["Jour 2 – Matin", "3. Plier"]),
        ("le programme", []),
        ("le troisième jour", []),
    ],
)
def test_only_the_half_days_asked_for_are_given(question, expected):
    """A question that names a day or a half-day gets its lines alone."""
    entries = outline(make_section("ABC-01", "programme", MARKDOWN))
    assert [one.extract.words for one in asked_half_days(question, entries)] == expected


def test_a_half_day_is_that_of_the_day_named_before():
    """« et le matin ? », after a question on the second day; a day that is named, or the last, wins."""
    entries = outline(make_section("ABC-01", "programme", PDF))
    for question, expected in (
        ("et le matin ?", ["Jour 2 – Matin", "3. Plier"]),
        ("et le matin du jour 1 ?", ["Jour 1 - Matin", "1. Trier", "Le blanc", "La couleur"]),
        ("et pour finir, le dernier matin ?", ["Jour 2 – Matin", "3. Plier"]),
        ("et ensuite ?", []),
    ):
        found = asked_half_days(question, entries, "que voit-on le jour 2 ?")
        assert [one.replace("–", "-") for one in expected] == [
            one.extract.words.replace("–", "-") for one in found
        ]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Que fait-on le premier après-midi ?", ["Jour 1 – Après-midi", "2. Laver"]),
        ("le deuxième matin", ["Jour 2 – Matin", "3. Plier"]),
        ("la troisième demi-journée", ["Jour 2 – Matin", "3. Plier"]),
        ("the second half-day", ["Jour 1 – Après-midi", "2. Laver"]),
        ("la première demi-journée", ["Jour 1 – Matin", "1. Trier", "Le blanc", "La couleur"]),
        (
            "les deux matins",
            ["Jour 1 – Matin", "1. Trier", "Le blanc", "La couleur", "Jour 2 – Matin", "3. Plier"],
        ),
        ("pendant deux jours", []),
        ("la partie 2", ["Jour 1 – Après-midi", "2. Laver"]),
        ("le module 9", []),
        ("le dernier jour", ["Jour 2 – Matin", "3. Plier"]),
        ("la dernière demi-journée", ["Jour 2 – Matin", "3. Plier"]),
        ("est-ce le matin ou l'après-midi ?", []),
    ],
)
def test_half_days_are_counted(question, expected):
    """The second morning is that of the second day; two mornings are both."""
    entries = outline(make_section("ABC-01", "programme", MARKDOWN))
    assert [one.extract.words for one in asked_half_days(question, entries)] == expected


def test_the_next_day_is_the_one_after_the_day_named_before():
    """« et le lendemain ? »; nothing where no day was named."""
    entries = outline(make_section("ABC-01", "programme", MARKDOWN))
    for before, expected in (("le premier matin", ["Jour 2 – Matin", "3. Plier"]), ("le programme", [])):
        found = asked_half_days("et le lendemain ?", entries, before)
        assert expected == [one.extract.words for one in found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("le programme du jour 2", True),
        ("est-elle répartie en demi-journées ?", True),
        ("what is taught on the last day?", True),
        ("le programme", False),
        ("combien de temps dure-t-elle ?", False),
    ],
)
def test_a_question_on_days_is_told(question, expected):
    """One day in particular, or how a course is set out in days."""
    assert expected == names_half_day(question)


def test_a_part_is_asked_for_by_its_title():
    """Its number aside; a title of one word or two is a word like another."""
    entries = outline(make_section("ABC-01", "programme", "1. Plier le linge\n- Draps\n2. Laver\n- Laine"))
    told = [asked_half_days(one, entries) for one in ("le module « Plier le linge » ?", "comment laver ?")]
    assert [["1. Plier le linge", "Draps"], []] == [[one.extract.words for one in part] for part in told]
