"""Documents that nobody has shown the assistant: other courses, a third edition, a FAQ, a note for reps."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.conversation import Assistant
from assistant.settings import PROJECT, read_settings
from tests.conftest import keys, reply

SHEETS = {
    "tableur.md": """---
terms: CGV-45J
---
# Tableur – Croiser les données

Référence : BUR-TAB-02 | Durée : 3 jours (21 heures)
Domaine : BUREAUTIQUE

## Objectifs

- Croiser deux listes
- Enregistrer une macro

## Public

Comptables

## Programme

- Listes et filtres
- Macros

## Tarif

Les prix sont donnés sur demande.
""",
    "equipe.html": """<nav><a href="/">Accueil</a></nav><h1>Manager une équipe à distance</h1>
<table><tr><td>Référence</td><td>MGT-DIS-07</td></tr><tr><td>Durée</td><td>2 jours</td></tr>
<tr><td>Domaine</td><td>MANAGEMENT</td></tr></table>
<h2>Objectifs</h2><ul><li>Animer une réunion</li></ul><h2>Programme</h2><ul><li>Régler un conflit</li></ul>
<h2>Prérequis</h2><p>Encadrer depuis six mois.</p>""",
    "accueil.txt": """Fiche formation
Italien : accueillir au guichet (IAG)
Réf : LAN-ITA-11            Durée : 4 demi-journées

Objectifs
• Accueillir un voyageur au gui-
chet
• Donner des chiffres et des
horaires

Programme
Séance 1 : L'accueil
• Saluer
1/2
Séance 2 : Le billet
• Annoncer un prix
""",
    "faq.md": """# Foire aux questions

## Comment s'inscrire à une formation ?

Sur le portail, rubrique « Mes sessions ».

## À quelle heure commencent les sessions ?

Les sessions commencent à 9 h.
""",
    "note.md": """---
audience: rep
---
# Note interne

## Remises accordées

Une remise de 8 % est possible à partir de trois inscrits.
""",
}


def _as_45_days(text: str) -> str:
    for old, new in (
        ("CGV-15J", "CGV-45J"),
        ("15 jours", "45 jours"),
        ("six mois", "neuf mois"),
        ("value: 15\n", "value: 45\n"),
        ("value: 6\n", "value: 9\n"),
    ):
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three sheets in varied layouts, a FAQ, a note for reps, two editions of the terms and a third."""
    folder = tmp_path_factory.mktemp("others")
    for name, text in SHEETS.items():
        (folder / name).write_text(text, encoding="utf-8")
    for kind, suffix in (("terms", "md"), ("rules", "yaml")):
        (folder / kind).mkdir()
        for edition in ("CGV-15J", "CGV-30J"):
            text = (PROJECT / "corpus" / kind / f"{edition}.{suffix}").read_text(encoding="utf-8")
            (folder / kind / f"{edition}.{suffix}").write_text(text, encoding="utf-8")
            if edition == "CGV-15J":
                (folder / kind / f"CGV-45J.{suffix}").write_text(_as_45_days(text), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def of_boreal(folder: Path, index_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant over the documents of a company called BORÉAL, rules aside, which it has not."""
    other = tmp_path_factory.mktemp("boreal")
    for path in folder.glob("terms/*.md"):
        (other / path.name).write_text(path.read_text(encoding="utf-8").replace("LEXOM", "BORÉAL"), "utf-8")
    (other / "us.md").write_text(
        "---\nkind: company\nid: BOREAL\ntitle: L'identité de BORÉAL\n---\n## Identité\n\nUne SAS de Nice.\n",
        "utf-8",
    )
    return Assistant(read_settings(corpus=other, index=index_folder))


@pytest.fixture(scope="module")
def without_terms(index_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant over one sheet, no terms of sale beside it."""
    other = tmp_path_factory.mktemp("without-terms")
    name, text = next(iter(SHEETS.items()))
    (other / name).write_text(text, encoding="utf-8")
    return Assistant(read_settings(corpus=other, index=index_folder))


@pytest.fixture(scope="module")
def rep(folder: Path, index_folder: Path) -> Assistant:
    """The assistant over these documents, as to a rep."""
    return Assistant(read_settings(corpus=folder, index=index_folder, audience="rep"))


@pytest.fixture(scope="module")
def client(folder: Path, index_folder: Path) -> Assistant:
    """The assistant over these documents, as to a client."""
    return Assistant(read_settings(corpus=folder, index=index_folder, audience="client"))


def test_the_catalogue_counts_the_courses_it_has(client: Assistant) -> None:
    """With the durations, however the sheets state them."""
    text = reply(client, "Quelles formations proposez-vous ?").text
    assert text.startswith("Notre catalogue compte 3 formations")
    told = ("(BUR-TAB-02), 3 jours (21 heures)", "(MGT-DIS-07), 2 jours", "(LAN-ITA-11), 4 demi-journées")
    assert [] == [one for one in told if one not in text]


@pytest.mark.parametrize(
    ("turns", "section"),
    [
        (("Quel est le programme de la formation tableur ?",), "BUR-TAB-02#programme"),
        (("programme tableur ?",), "BUR-TAB-02#programme"),
        (("programme tableur ?", "et pour l'italien ?"), "LAN-ITA-11#programme"),
        (("Quels sont les objectifs de l'IAG ?",), "LAN-ITA-11#objectifs"),
        (("Les objectifs de la formation management ?",), "MGT-DIS-07#objectifs"),
        (
            ("Quels sont les prérequis de la formation Manager une équipe à distance ?",),
            "MGT-DIS-07#prerequis",
        ),
        (("Le prix de la formation tableur ?",), "BUR-TAB-02#tarif"),
        (("Comment m'inscrire ?",), "foire-aux-questions#comment-s-inscrire-a-une-formation"),
        (
            ("À quelle heure commence une session ?",),
            "foire-aux-questions#a-quelle-heure-commencent-les-sessions",
        ),
    ],
)
def test_courses_are_named_by_what_their_sheets_say(
    client: Assistant, turns: tuple[str, ...], section: str
) -> None:
    """By subject, acronym or domain, without any list of usual names; a FAQ answers what no sheet says."""
    answer = reply(client, *turns)
    assert ("answered", {section}) == (answer.status, keys(answer))


def test_a_length_is_asked_of_every_course(client: Assistant) -> None:
    """A question that leaves nothing but the field asked for is on all the sheets."""
    assert 3 == len(reply(client, "Quelles formations durent 2 jours ?").citations)


def test_a_comparison_names_courses_by_a_word_each(client: Assistant) -> None:
    """Two of them are enough, whatever stands around."""
    answer = reply(client, "Laquelle est la plus longue, tableur ou IAG ?")
    assert {"BUR-TAB-02#fiche", "LAN-ITA-11#fiche"} == keys(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Avez-vous une formation Photoshop ?",
        "Do you have a first aid course?",
        "Quelle est la durée de RCL-RCL-05 ?",
    ],
)
def test_a_course_that_is_not_there_is_said_not_to_be(client: Assistant, question: str) -> None:
    """Nothing is quoted of another one."""
    answer = reply(client, question)
    assert ("not_found", ()) == (answer.status, answer.citations)


def test_broken_lines_are_read_as_one(client: Assistant) -> None:
    """Where the page of a PDF cuts a line or a word; the number of a page is no line."""
    text = reply(client, "Les objectifs de LAN-ITA-11 ?").text
    assert "Accueillir un voyageur au guichet\n" in text
    assert "des chiffres et des horaires" in text
    assert "1/2" not in reply(client, "Le programme de LAN-ITA-11 ?").text


def test_clients_are_kept_from_what_is_for_reps(client: Assistant, rep: Assistant) -> None:
    """Asked for by its words, a note for reps is quoted to reps alone."""
    question = "Avez-vous des remises ?"
    assert {"note-interne#remises-accordees"} == keys(reply(rep, question))
    assert "not_found" == reply(client, question).status


def test_a_third_edition_computes(client: Assistant) -> None:
    """By its own threshold, where the course or the question tells it."""
    asked = "40 jours avant, 1 000 € HT, combien ?"
    assert ["1200.00"] == [str(one) for one in reply(client, f"J'annule BUR-TAB-02 {asked}").headline]
    every = reply(client, f"J'annule une formation {asked}")
    assert ["CGV-15J", "CGV-30J", "CGV-45J"] == [one.edition for one in every.calculations]


@pytest.mark.parametrize(
    ("what", "status"),
    [
        ("BUR-TAB-02 environ 45 jours", "needs_info"),
        ("BUR-TAB-02 environ un mois", "answered"),
        ("une formation environ 45 jours", "needs_info"),
    ],
)
def test_a_rough_notice_is_held_against_the_thresholds_of_the_rules(
    client: Assistant, what: str, status: str
) -> None:
    """Under CGV-45J, a month leaves no doubt; where none is named, the figures of all count."""
    assert status == reply(client, f"J'annule {what} avant, prix 1 000 € HT, combien ?").status


def test_three_editions_are_compared_together(client: Assistant) -> None:
    """Each with its own delay, under one matter."""
    answer = reply(client, "Quelles différences entre les trois éditions des CGV ?")
    assert {"CGV-15J#3.5", "CGV-30J#3.6", "CGV-45J#3.5"} <= keys(answer)


def test_editions_that_differ_by_a_figure_say_two_things(client: Assistant) -> None:
    """However alike the words are around it."""
    asked = "Sous CGV-15J et CGV-45J, quel délai pour annuler en perdant seulement l'acompte ?"
    text = reply(client, asked).text
    assert "disent la même chose" not in text
    assert "15 jours" in text
    assert "45 jours" in text


def test_three_editions_that_agree_are_named(client: Assistant) -> None:
    """They are not said to be two."""
    text = reply(client, "Quelle est la portée de l'obligation de moyens de LEXOM ?").text
    assert "Ces éditions des CGV disent la même chose" in text
    assert "article 4.1 et CGV-45J, article 4.1" in text


def test_a_sum_that_one_edition_refuses_is_explained_under_it(client: Assistant) -> None:
    """The sums stand in one sentence, without the reasons."""
    first = reply(client, "J'annule 50 jours avant, acompte non versé, 1 000 € HT, combien ?").text
    told, _, below = first.partition("**CGV-15J**")
    assert told.startswith("Somme non chiffrable selon les CGV-15J")
    assert "que les documents ne chiffrent pas" not in told
    assert "que les documents ne chiffrent pas" in below


BY_US = ("{} annule la session", "Session annulée par {}", "Chez {} nous devons annuler la session")


@pytest.mark.parametrize("question", BY_US)
@pytest.mark.parametrize("name", ["BORÉAL", "boreal"])
def test_the_company_cancels_under_its_own_name(of_boreal: Assistant, question: str, name: str) -> None:
    """It owes what was paid, and is called as its documents call it, in the words of the calculator too."""
    asked = f"{question.format(name)}, CGV-30J, 2 000 € TTC, 600 € versés : que rend-on au client ?"
    answer = reply(of_boreal, asked)
    assert ["600.00"] == [str(one) for one in answer.headline]
    assert "annulation ou report par BORÉAL" == answer.understood["Situation"]
    assert "Annulation à l'initiative de BORÉAL" in answer.calculations[0].explanation
    assert "LEXOM" not in answer.text


def test_who_cancels_is_asked_and_answered_by_the_name(of_boreal: Assistant) -> None:
    """What is suggested is understood."""
    asked = ("La session est annulée, CGV-30J, 2 000 € TTC : combien ?",)
    first = reply(of_boreal, *asked)
    assert "vous, ou BORÉAL" in first.text
    assert ["0.00"] == [str(one) for one in reply(of_boreal, *asked, first.suggestions[0]).headline]


def test_a_company_that_no_document_names_is_called_by_what_it_is(rep: Assistant) -> None:
    """In the sentences, the questions and what is suggested, which is understood."""
    asked = ("La session est annulée, CGV-30J, 2 000 € TTC : combien ?",)
    first = reply(rep, *asked)
    assert "vous, ou l'organisme de formation" in first.text
    answer = reply(rep, *asked, first.suggestions[0])
    assert "Annulation à l'initiative de l'organisme de formation" in answer.text


@pytest.mark.parametrize(
    "asked",
    ["Que coûte une annulation à 1 000 € dix jours avant ?", "Quel acompte dois-je verser ?"],
)
def test_without_terms_no_sum_is_worked_out(without_terms: Assistant, asked: str) -> None:
    """Nothing to compute by is no fault: the documents do not say it."""
    answer = reply(without_terms, asked)
    assert "not_found" == answer.status
    assert () == answer.headline
