"""The clause quoted under a sum is the sentence that the sum rests on, in whatever documents."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from assistant.answering.compose.money_steps import (
    find_clause,
    say_force_majeure,
    say_granted,
    say_negotiated,
)
from assistant.conversation import Assistant
from assistant.datatypes import Answer, Calculation, Event, Ground
from assistant.french import fold
from assistant.settings import read_settings
from tests.conftest import TODAY

FOLDER = os.environ.get("ASSISTANT_ORIGINALS")
# A question, then each clause to be quoted: its article, and what only its sentence says.
BRANCHES = {
    "30J, long notice": ("CGV-30J, 2 000 € HT, j'annule 45 jours avant : combien ?", ("3.6", "30 ?%")),
    "30J, short notice": ("CGV-30J, 2 000 € HT, j'annule 12 jours avant : combien ?", ("3.6", "30 jours")),
    "30J, started": ("CGV-30J, 2 000 € HT, j'annule après le premier jour : combien ?", ("3.5", "commencee")),
    "30J, postponed": (
        "CGV-30J, 2 000 € HT, je reporte 45 jours avant : combien ?",
        ("3.6", "30 ?%"),
        ("3.5", "sans frais"),
        ("3.6", "meme date"),
    ),
    "30J, postponed late": (
        "CGV-30J, 2 000 € HT, je reporte 5 jours avant : combien ?",
        ("3.6", "30 jours"),
        ("3.5", "sans frais"),
        ("3.6", "meme date"),
    ),
    "30J, postponed during": (
        "CGV-30J, 2 000 € HT, la formation a commencé, je reporte la suite : combien ?",
        ("3.5", "commencee"),
    ),
    "30J, provider": (
        "CGV-30J, 2 000 € HT payés, vous annulez : combien de remboursé ?",
        ("3.7", "integralement"),
    ),
    "30J, postponed by LEXOM": (
        "CGV-30J, 2 000 € HT payés, vous reportez et nous acceptons : combien de remboursé ?",
        ("3.7", "imputees"),
    ),
    "30J, postponed by LEXOM, not answered": (
        "CGV-30J, 2 000 € HT payés, vous reportez : quels frais ?",
        ("3.7", "integralement"),
        ("3.7", "imputees"),
    ),
    "30J, absence": ("CGV-30J, 2 000 € HT, un stagiaire absent : combien ?", ("3.5", "aucune reduction")),
    "30J, withdrawal": (
        "CGV-30J, particulier, signé le 12 novembre 2026, 900 € TTC, je me rétracte : combien ?",
        ("2.1", "14"),
    ),
    "30J, foreign": (
        "CGV-30J, société belge, 2 000 € HT, rien n'est payé, LEXOM annule : quels frais ?",
        ("3.2", "un mois"),
        ("3.6", "30 ?%"),
        ("3.7", "integralement"),
    ),
    "30J, deposit": ("CGV-30J, 2 000 € HT : quel acompte verser ?", ("2.2", "30 ?%")),
    "15J, long notice": (
        "CGV-15J, 2 000 € TTC, acompte versé, j'annule 20 jours avant : combien ?",
        ("3.5", "acompte verse"),
    ),
    "15J, short notice": (
        "CGV-15J, 2 000 € TTC, j'annule 5 jours avant : combien ?",
        ("3.5", "moins de 15 jours"),
    ),
    "15J, unpaid": (
        "CGV-15J, 2 000 € TTC, acompte jamais versé, j'annule 20 jours avant : combien ?",
        ("2.2", "proposition commerciale"),
        ("3.5", "acompte verse"),
    ),
    "15J, started": (
        "CGV-15J, 2 000 € TTC, j'annule après le premier jour : combien ?",
        ("3.5", "debut de prestation"),
    ),
    "15J, postponed in time": (
        "CGV-15J, 2 000 € TTC, commande du 1er octobre 2026, début le 15 décembre 2026, "
        "reportée au 5 février 2027 : combien ?",
        ("3.6", "acompte de 30"),
    ),
    "15J, postponed too late": (
        "CGV-15J, 2 000 € TTC, commande du 1er mars 2026, début le 15 décembre 2026, "
        "reportée au 5 février 2027 : combien ?",
        ("3.6", "pendant la formation"),
    ),
    "15J, postponed during": (
        "CGV-15J, 2 000 € TTC, la formation a commencé, je reporte la suite : combien ?",
        ("3.6", "pendant la formation"),
    ),
    "15J, provider": (
        "CGV-15J, 2 000 € TTC payés, vous annulez : combien de remboursé ?",
        ("3.5", "rembourser"),
    ),
    "15J, postponed by LEXOM": (
        "CGV-15J, 2 000 € TTC payés, vous reportez et nous acceptons : combien de remboursé ?",
        ("3.5", "report ulterieure"),
    ),
    "15J, absence in house": (
        "CGV-15J, en intra, 2 000 € TTC, un stagiaire absent : combien ?",
        ("3.7", "aucune reduction"),
        ("3.5", "intra"),
    ),
    "15J, deposit": ("CGV-15J, 2 000 € TTC : quel acompte verser ?", ("2.1", "prix ttc definitif total")),
    "15J, OPCO": ("CGV-15J, 2 000 € TTC, l'OPCO paie 900 € : quel solde ?", ("3.3", "le solde")),
    "15J, late": (
        "CGV-15J, facture de 2 400 € TTC échue le 28 février 2026, payée le 29 mai 2026 : pénalités ?",
        ("3.4", "10 points"),
        ("3.4", "40 ?€"),
    ),
    "15J, late, floor": (
        "CGV-15J, facture de 2 400 € TTC échue le 31 janvier 2024, payée le 31 mars 2024 : pénalités ?",
        ("3.4", "trois fois"),
        ("3.4", "40 ?€"),
    ),
    "15J, hired": (
        "CGV-15J, on embauche votre formateur, salaire 2 800 €, charges 42 % : quelle indemnité ?",
        ("5.2", "douze fois"),
    ),
    "15J, cap": (
        "CGV-15J, 2 000 € TTC, nous réclamons des dommages : quelle indemnité maximale ?",
        ("4.4", "prix de la prestation"),
        ("4.4", "indirect"),
    ),
}


@pytest.fixture(scope="module", params=["restated", "originals"])
def answering(request: pytest.FixtureRequest, index_folder: Path) -> Assistant:
    """The assistant over our corpus, then over the company's own documents."""
    if request.param == "originals" and not FOLDER:
        pytest.skip("ASSISTANT_ORIGINALS does not name the folder of the originals")
    corpus = Path(FOLDER) if request.param == "originals" and FOLDER else None
    return Assistant(read_settings(index=index_folder, audience="rep", corpus=corpus))


@pytest.mark.parametrize("branch", BRANCHES)
def test_the_clause_quoted_is_the_one_applied(branch: str, answering: Assistant) -> None:
    """Each branch of the rules quotes its own sentences, and no other."""
    question, *expected = BRANCHES[branch]
    answer, _ = answering.reply(question, today=TODAY)
    quoted = [(one.section, fold(one.quote)) for one in answer.citations]
    assert [article for article, _ in expected] == [article for article, _ in quoted], quoted
    for (_, words), (_, quote) in zip(expected, quoted, strict=True):
        assert re.search(words, quote), quote


@pytest.mark.parametrize(
    ("question", "refund"),
    [
        (
            "LEXOM décale elle-même la relance téléphonique d'un mois et notre société accepte la nouvelle "
            "date ; 600 € déjà versés sur 2 000 € HT. Combien nous remboursez-vous ?",
            ["0.00"],
        ),
        (
            "LEXOM reporte ma formation RCL-RCL-05 (2400 € TTC, acompte 720 € payé), j'accepte le report. "
            "On me rend l'acompte ?",
            ["0.00"],
        ),
        ("LEXOM reporte RCL-RCL-05, 2400 € TTC, acompte 720 € payé. Combien me rendez-vous ?", []),
        (
            "LEXOM reporte la session, nous refusons la nouvelle date, 600 € versés, CGV-30J : "
            "combien revient ?",
            ["600.00"],
        ),
        ("LEXOM annule RCL-RCL-05, 2400 € TTC, acompte 720 € payé. Combien me rendez-vous ?", ["720.00"]),
    ],
)
def test_what_comes_back_when_lexom_postpones(question: str, refund: list[str], assistant: Assistant) -> None:
    """Nothing once the client accepts, all otherwise; not known, it is asked about."""
    answer, _ = assistant.reply(question, today=TODAY)
    assert refund == [str(one) for one in answer.headline]
    assert answer.missing == (() if refund else ("new_session",))


def test_what_is_asked_about_quotes_the_clauses_between_which_it_decides(assistant: Assistant) -> None:
    """Of a postponement under CGV-15J, both delays are quoted, and not the words before the list."""
    answer, _ = assistant.reply("RCL-RCL-05 à 2 000 € TTC : combien coûte un report ?", today=TODAY)
    assert "needs_info" == answer.status
    assert ["acompte de 30", "totalite du prix"] == _held(answer, ["acompte de 30", "totalite du prix"])


def _held(answer: Answer, words: list[str]) -> list[str]:
    quotes = " ".join(fold(one.quote) for one in answer.citations)
    return [one for one in words if one in quotes]


def test_a_figure_that_no_sentence_holds_is_quoted_by_likeness(assistant: Assistant) -> None:
    """The nearest sentence of the article is quoted; nothing of an article that is not indexed."""
    sources = assistant.sources
    ground = Ground("CGV-30J#3.6", "aucun mot de ce genre", "moins de 30 jours avant le début")
    assert ["30 jours" in one.words for one in find_clause(ground, sources)] == [True]
    assert [] == list(find_clause(Ground("CGV-30J#9.9", "30 %", ""), sources))


@pytest.mark.parametrize(
    ("event", "article", "question", "said"),
    [
        ("cancellation", "CGV-30J#3.6", "J'annule pour force majeure", "un responsable doit décider"),
        ("provider_cancellation", "CGV-15J#3.5", "LEXOM annule, cas de force majeure", "doit décider"),
        ("postponement", "CGV-15J#3.6", "Je reporte pour force majeure", "vaut même en cas de force majeure"),
        ("postponement", "CGV-30J#3.6", "Je reporte pour force majeure", "doit décider"),
    ],
)
def test_force_majeure_is_said_beside_the_sum(
    assistant: Assistant, event: Event, article: str, question: str, said: str
) -> None:
    """A person decides, save where the clause applied says that it holds all the same."""
    ground = Ground(article, "30 %", "l'acompte de 30 %")
    calculation = Calculation("amount", article.partition("#")[0], event, grounds=(ground,))
    assert said in say_force_majeure([calculation], question, assistant.sources)


def test_force_majeure_is_not_said_where_it_is_not_invoked(assistant: Assistant) -> None:
    """Nor where it is denied."""
    calculations = [Calculation("amount", "CGV-30J", "cancellation")]
    assert not say_force_majeure(calculations, "J'annule, sans force majeure", assistant.sources)
    assert not say_force_majeure(calculations, "J'annule dix jours avant", assistant.sources)


@pytest.mark.parametrize(
    "question", ["Formateur débauché, charges 45 %", "On a embauché le formateur, charges 42 %"]
)
def test_what_is_missing_is_asked_where_no_clause_can_be_quoted(question: str, index_folder: Path) -> None:
    """Without a clause, a statement of facts is answered by the question alone, and says so."""
    answer, _ = Assistant(read_settings(index=index_folder, audience="rep")).reply(question, today=TODAY)
    assert ("needs_info", ("monthly_salary",)) == (answer.status, answer.missing)
    assert "**CGV-15J**" not in answer.text


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        (
            "CGV-30J, 2 880 € TTC, 1 000 € versés, annulation 12 jours avant : combien reste-t-il ?",
            (
                "Déjà versé | 1 000,00 € | 1 000,00 € |  |",
                "Reste à payer | 2 880,00 € − 1 000,00 € | 1 880,00 €",
            ),
        ),
        (
            "CGV-15J, 2 000 € HT, tout payé, j'annule 20 jours avant : combien me remboursez-vous ?",
            (
                "Déjà versé | 2 000,00 € × 120 % | 2 400,00 €",
                "À rembourser | 2 400,00 € − 720,00 € | 1 680,00 €",
            ),
        ),
        (
            "CGV-30J, 2 000 € TTC, acompte versé, LEXOM annule : combien récupérons-nous ?",
            (
                "Acompte supposé versé | 30 % × 2 000,00 € |",
                "À rembourser | 600,00 € | 600,00 € | CGV-30J, article 3.7",
            ),
        ),
        (
            "CGV-30J, 2 400 € TTC, l'OPCO paie 1 500 €, 720 € déjà versés : combien reste-t-il à payer ?",
            ("Reste à payer | 900,00 € − 720,00 € | 180,00 €",),
        ),
    ],
)
def test_the_steps_lead_to_the_sum_announced(
    assistant: Assistant, question: str, rows: tuple[str, ...]
) -> None:
    """Where the sum said is a balance or a refund, what was paid and the difference are steps too."""
    answer, _ = assistant.reply(question, today=TODAY)
    said = re.sub(r"[\u00a0\u202f]", " ", answer.text)
    assert [row for row in rows if row in said] == list(rows)


@pytest.mark.parametrize(
    ("question", "is_said"),
    [
        ("Notre convention prévoit 10 % de frais d'annulation, j'annule", True),
        ("Le contrat signé prévoit un délai de 7 jours", True),
        ("L'acompte est de 50 %, négocié", True),
        ("Nous avons des conditions particulières", True),
        ("La convention a été signée le 3 juin, j'annule 5 jours avant", False),
        ("Un particulier annule, 900 € TTC", False),
    ],
)
def test_terms_of_ones_own_are_said_beside_the_sum(question: str, is_said: bool) -> None:
    """The sum is that of the general terms alone, and a person reads what was signed."""
    assert is_said == ("convention signée" in say_negotiated(question))


@pytest.mark.parametrize(
    ("question", "is_said"),
    [
        ("LEXOM accepte le report sans frais", True),
        ("Vous m'aviez accordé l'annulation sans frais", True),
        ("LEXOM m'a écrit qu'elle ne facturerait que 50 %", True),
        ("Votre commerciale nous a promis le remboursement intégral", True),
        ("Est-ce que LEXOM accepte un report sans frais ?", False),
        ("Si LEXOM accepte un report sans frais, combien ?", False),
        ("LEXOM accepte le devis, j'annule 5 jours avant", False),
    ],
)
def test_a_favour_of_the_company_is_said_beside_the_sum(question: str, is_said: bool) -> None:
    """The sum is that of the terms, and what was granted in writing goes before it."""
    assert is_said == ("accordé par écrit" in say_granted(question, ("LEXOM",)))
