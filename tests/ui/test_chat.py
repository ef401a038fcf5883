"""The Assistant page, without a browser."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from .conftest import OpenApp, plain, words

MONEY = "Combien coûte l'annulation d'une formation à 2 000 € HT, dix jours avant le 15 mars 2027 ?"


def _ask(app: AppTest, question: str) -> AppTest:
    app = app.chat_input[0].set_value(question).run()
    assert not app.exception
    return app


def test_an_empty_conversation_proposes_questions(open_app: OpenApp) -> None:
    """A newcomer is told what to ask, and can pick a question."""
    app = open_app()
    choices = app.get("pills")[0]
    app = choices.set_value("Quelles formations proposez-vous ?").run()
    assert not app.exception
    assert "Fidéliser ses clients par la satisfaction" in words(app)


def test_an_answer_opens_its_source_at_the_exact_words(open_app: OpenApp) -> None:
    """The source of an answer shows the section, the words cited highlighted."""
    app = _ask(open_app(), "Quelle est la durée de la formation RCL-RCL-05 ?")
    assert "2 jours" in words(app)
    source = next(one for one in app.button if one.key.startswith("source-"))
    app = source.click().run()
    assert not app.exception
    assert ":orange-background[" in words(app)


def test_a_sum_comes_first_with_its_steps_and_its_chart(open_app: OpenApp) -> None:
    """A money question gives the sum, the steps in a table, and the cost by date in a chart."""
    app = _ask(open_app(), MONEY)
    told = words(app)
    assert "100 % × 2 000,00 €" in told
    assert len(app.get("vega_lite_chart")) == 1


def test_what_a_sum_takes_for_granted_is_in_sight(open_app: OpenApp) -> None:
    """What was supposed stands under the steps once, not among the clauses that open on demand."""
    app = _ask(open_app(), MONEY)
    opened = [plain(one.value) for box in app.expander for one in box.markdown]
    assert 2 == words(app).count("Client supposé être une entreprise.")  # once for each edition
    assert opened
    assert not any("supposé" in told for told in opened)


def test_correcting_what_was_understood_computes_again(open_app: OpenApp) -> None:
    """Another price typed in the chip of the price changes the sum."""
    app = _ask(open_app(), f"{MONEY} Selon les CGV-30J.")
    price = next(one for one in app.text_input if one.key.endswith("-price-value"))
    assert "2000" == price.value
    price.set_value("3 000 €")
    button = next(one for one in app.button if one.form_id and one.form_id.endswith("-price-form"))
    app = button.click().run()
    assert not app.exception
    assert "3 000,00 € HT" in words(app)


def test_a_correction_that_cannot_be_read_is_said(open_app: OpenApp) -> None:
    """A price that is no sum changes nothing and says what to write."""
    app = _ask(open_app(), f"{MONEY} Selon les CGV-30J.")
    price = next(one for one in app.text_input if one.key.endswith("-price-value"))
    price.set_value("beaucoup")
    button = next(one for one in app.button if one.form_id and one.form_id.endswith("-price-form"))
    app = button.click().run()
    assert "« beaucoup » ne se lit pas" in words(app)


def test_a_past_conversation_is_opened_and_gone_on_with(open_app: OpenApp) -> None:
    """A conversation left comes back whole from the side bar, with what it was about."""
    app = _ask(open_app(), "Quelle est la durée de la formation RCL-RCL-05 ?")
    app = next(one for one in app.button if one.label == "Nouvelle conversation").click().run()
    assert "2 jours" not in words(app)
    app = next(one for one in app.button if one.key and one.key.startswith("open-")).click().run()
    assert "2 jours" in words(app)
    app = _ask(app, "Et les prérequis ?")
    assert "Aucun document" not in words(app)
    assert 4 == len(app.chat_message)


def test_a_page_loaded_again_goes_on_with_its_conversation(open_app: OpenApp) -> None:
    """The address names the conversation, so that neither a reload nor a restart loses it."""
    app = _ask(open_app(), "Quelle est la durée de la formation RCL-RCL-05 ?")
    for name in ("conversation-id", "conversation", "turns"):  # a session of the same person begins
        del app.session_state[name]
    app = _ask(app, "Et les prérequis ?")
    assert "2 jours" in words(app)
    assert 4 == len(app.chat_message)
    app = next(one for one in app.button if one.label == "Nouvelle conversation").click().run()
    assert "conversation" not in app.query_params


def test_an_address_of_nobodys_conversation_opens_an_empty_one(open_app: OpenApp) -> None:
    """A link followed by another person, or after the conversation was erased."""
    app = open_app(conversation="0" * 32)
    assert not app.exception
    assert "Que voulez-vous savoir ?" in words(app)
    assert "conversation" not in app.query_params


def test_an_empty_question_is_not_asked(open_app: OpenApp) -> None:
    """Spaces and a line end by mistake leave the page as it was."""
    assert not len(_ask(open_app(), " \n ").chat_message)


def test_a_question_too_long_is_shown_with_what_to_do(open_app: OpenApp) -> None:
    """A long mail pasted is not lost without a word: it stands above how long a question may be."""
    app = _ask(open_app(), "annuler " * 625)
    assert "annuler annuler" in app.chat_message[0].markdown[0].value
    assert "4 000 au plus" in words(app)


def test_nothing_that_a_person_types_is_active(open_app: OpenApp) -> None:
    """Markdown and HTML in a question are shown as typed."""
    app = _ask(open_app(), "<b>prix</b> ![x](http://a/b.png) :red[rouge]")
    shown = app.chat_message[0].markdown[0].value
    assert "\\<b\\>" in shown
    assert "\\!\\[x\\]" in shown


def test_a_thumb_down_asks_why_and_a_rep_for_the_right_passage(open_app: OpenApp) -> None:
    """A rating is kept with its reason and, from a rep, the passage to cite."""
    app = _ask(open_app(audience="rep"), "Quelle est la durée de la formation RCL-RCL-05 ?")
    app = app.feedback[0].set_value(0).run()
    assert {"Qu'est-ce qui ne va pas ?", "Le bon passage est…"} <= {plain(one.label) for one in app.selectbox}
    send = next(one for one in app.button if one.label == "Envoyer la remarque")
    app = send.click().run()
    assert not app.exception


def test_an_empty_search_of_conversations_says_so(open_app: OpenApp) -> None:
    """A search that finds no conversation says that none was found."""
    app = _ask(open_app(), "Quelle est la durée de la formation RCL-RCL-05 ?")
    app = app.text_input(key="past-search").set_value("zzz").run()
    assert "Aucune conversation trouvée." in words(app)


def test_a_client_has_no_quality_page(open_app: OpenApp) -> None:
    """The pages of reps are not among a client's."""
    assert "quality" not in open_app().session_state["pages"]
    assert "quality" in open_app(audience="rep").session_state["pages"]
