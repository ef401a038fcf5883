"""Conversations are kept, found again, and never seen by another person."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.datatypes import Answer, Case, MoneyReading, Reading
from assistant.errors import RecordsError
from assistant.records import Records, new_id, open_records
from assistant.settings import Settings

from .conftest import Clock


def _save(
    records: Records, user: str, question: str, answer: Answer, conversation: str = ""
) -> tuple[str, str]:
    """The ids of the conversation and of the turn just kept."""
    conversation = conversation or new_id()
    turn = records.save_turn(user, conversation, question, answer, seconds=0.25, generation="g1")
    return conversation, turn


def test_turns_come_back_whole_and_in_order(records: Records, answer: Answer) -> None:
    """A turn read back is equal to what was answered, sums included, in the order of the conversation."""
    conversation, first = _save(records, "anna", "Combien ?", answer)
    _, second = _save(records, "anna", "Et TTC ?", Answer("needs_info", "Quel prix ?"), conversation)

    found = records.turns("anna", conversation)

    assert (first, second) == tuple(one.id for one in found)
    assert ("Combien ?", "Et TTC ?") == tuple(one.question for one in found)
    assert (answer, Answer("needs_info", "Quel prix ?")) == tuple(one.answer for one in found)


def test_what_was_established_is_kept_with_the_turn(records: Records, answer: Answer) -> None:
    """The reading saved after a turn comes back with it, facts of the case included."""
    case = Case("cancellation", price=Decimal("2000.00"), start_date=date(2027, 3, 12))
    known = Reading("Combien ?", "money", editions=("CGV-30J",), money=MoneyReading(case))
    conversation, turn = _save(records, "anna", "Combien ?", answer)

    records.save_known("anna", turn, known)

    assert [known] == [one.known for one in records.turns("anna", conversation)]


def test_the_latest_conversation_is_listed_first(records: Records, answer: Answer) -> None:
    """Conversations are listed by their last turn; the title is the first question, shortened."""
    early, _ = _save(records, "anna", "Première question", answer)
    late, _ = _save(records, "anna", "mot " * 50, answer)
    assert [late, early] == [one.id for one in records.conversations("anna")]

    _save(records, "anna", "La suite", answer, early)

    listed = records.conversations("anna")
    assert [early, late] == [one.id for one in listed]
    assert "Première question" == listed[0].title
    assert len(listed[1].title) <= 70


def test_search_ignores_case_and_accents_and_reads_every_question(records: Records, answer: Answer) -> None:
    """A conversation is found by its title or by any of its questions."""
    found, _ = _save(records, "anna", "Bonjour", answer)
    _save(records, "anna", "Les pénalités de retard ?", answer, found)
    _save(records, "anna", "La durée ?", answer)

    assert [found] == [one.id for one in records.conversations("anna", search="PENALITES")]
    assert [] == list(records.conversations("anna", search="opco"))


def test_nobody_reaches_the_rows_of_another(records: Records, answer: Answer) -> None:
    """Another person lists nothing, reads nothing, and may not rename, rate, export, add or erase."""
    conversation, turn = _save(records, "anna", "Combien ?", answer)

    assert () == records.conversations("paul")
    assert () == records.turns("paul", conversation)
    for forbidden in (
        lambda: records.rename("paul", conversation, "À moi"),
        lambda: records.rate("paul", turn, up=True),
        lambda: records.save_known("paul", turn, Reading("", "open")),
        lambda: records.export_markdown("paul", conversation),
        lambda: _save(records, "paul", "Intrus", answer, conversation),
    ):
        with pytest.raises(RecordsError):
            forbidden()
    records.delete("paul", conversation)
    records.erase_person("paul")

    assert [turn] == [one.id for one in records.turns("anna", conversation)]
    assert ["Combien ?"] == [one.title for one in records.conversations("anna")]


def test_rename_and_delete(records: Records, answer: Answer) -> None:
    """A conversation takes the title given, then goes with its turns and ratings."""
    conversation, turn = _save(records, "anna", "Combien ?", answer)
    records.rate("anna", turn, up=True)
    records.rename("anna", conversation, "Dossier Durand")
    assert ["Dossier Durand"] == [one.title for one in records.conversations("anna")]

    records.delete("anna", conversation)

    assert () == records.conversations("anna")
    assert () == records.turns("anna", conversation)
    assert () == records.ratings_waiting()


def test_a_rating_replaces_the_one_before_and_is_masked(records: Records, answer: Answer) -> None:
    """One rating a turn, the last; what identifies a person is not in it, nor in the question beside it."""
    conversation, turn = _save(records, "anna", "Je suis a@exemple.fr, combien ?", answer)
    records.rate("anna", turn, up=True)
    records.rate("anna", turn, up=False, reason="Appelez-moi au 06 39 98 00 01", right_passage="CGV-30J#3.5")

    (rating,) = records.ratings_waiting()

    assert not rating.up
    assert "Appelez-moi au [téléphone]" == rating.reason
    assert "CGV-30J#3.5" == rating.right_passage
    assert ("Je suis [adresse e-mail], combien ?",) == rating.turns
    assert [False] == [one.up for one in records.turns("anna", conversation)]


def test_a_rating_comes_with_the_messages_before_it(records: Records, answer: Answer) -> None:
    """A rated answer keeps the messages that led to it, not those after."""
    conversation, _ = _save(records, "anna", "Un", answer)
    _, turn = _save(records, "anna", "Deux", answer, conversation)
    _save(records, "anna", "Trois", answer, conversation)
    records.rate("anna", turn, up=True)

    assert [("Un", "Deux")] == [one.turns for one in records.ratings_waiting()]


def test_a_settled_rating_waits_no_more(records: Records, answer: Answer) -> None:
    """A rating made a test, learnt or dismissed leaves the list."""
    _, turn = _save(records, "anna", "Combien ?", answer)
    records.rate("anna", turn, up=True)

    records.settle(turn, "test")

    assert () == records.ratings_waiting()


def test_export_of_a_conversation_holds_questions_answers_and_sources(
    records: Records, answer: Answer
) -> None:
    """The Markdown of a conversation shows each question, its answer and what it rests on."""
    conversation, _ = _save(records, "anna", "Combien ?", answer)

    text = records.export_markdown("anna", conversation)

    for expected in ("# Combien ?", "> Combien ?", answer.text, "CGV-30J#3.6", "trente jours"):
        assert expected in text


def test_export_of_a_person_holds_all_of_theirs_and_nothing_else(records: Records, answer: Answer) -> None:
    """The JSON of a person has what replays each answer, and their ratings; nobody else's rows."""
    _, turn = _save(records, "anna", "Combien ?", answer)
    _save(records, "paul", "Autre ?", answer)
    records.rate("anna", turn, up=True)

    given = json.loads(records.export_person("anna"))

    (conversation,) = given["conversations"]
    (kept,) = conversation["turns"]
    assert "Combien ?" == kept["question"]
    assert "600.00" == kept["answer"]["calculations"][0]["lines"][0]["amount"]
    assert ("g1", 0.25, True) == (kept["generation"], kept["seconds"], kept["rating"]["up"])
    assert kept["version"]
    assert kept["model"]


def test_erasing_a_person_leaves_the_others(records: Records, answer: Answer) -> None:
    """Nothing is left of the person erased; the others keep theirs."""
    _save(records, "anna", "Combien ?", answer)
    _save(records, "paul", "Autre ?", answer)

    records.erase_person("anna")

    assert [] == json.loads(records.export_person("anna"))["conversations"]
    assert ["Autre ?"] == [one.title for one in records.conversations("paul")]


def test_conversations_are_kept_for_the_days_set(records: Records, answer: Answer, clock: Clock) -> None:
    """With 30 days to keep, the last turn's 30th day after is kept, the 31st erased."""
    _save(records, "anna", "Combien ?", answer)
    last = clock.now.date()

    assert 0 == records.erase_expired(last + timedelta(days=30))
    assert 1 == records.erase_expired(last + timedelta(days=31))
    assert () == records.conversations("anna")


def test_a_new_day_erases_what_is_too_old(records: Records, answer: Answer, clock: Clock) -> None:
    """The first turn of a later day takes away the conversations kept for long enough, and only them."""
    _save(records, "anna", "Ancienne", answer)
    clock.now += timedelta(days=20)
    _save(records, "anna", "Récente", answer)
    clock.now += timedelta(days=20)
    _save(records, "paul", "Nouvelle", answer)

    assert ["Récente"] == [one.title for one in records.conversations("anna")]


def test_opening_erases_what_is_too_old(settings: Settings, answer: Answer) -> None:
    """Records left closed for long enough are empty when they are opened again."""
    clock = Clock()
    first = Records(settings, now=clock)
    _save(first, "anna", "Ancienne", answer)
    first.close()
    clock.now += timedelta(days=40)

    second = Records(settings, now=clock)
    found = second.conversations("anna")
    second.close()

    assert () == found


def test_erased_words_are_not_left_in_the_file(records: Records, answer: Answer, settings: Settings) -> None:
    """Once erased and the file closed, what was said is nowhere in it."""
    conversation, _ = _save(records, "anna", "mot-tres-reconnaissable", answer)
    records.delete("anna", conversation)
    records.close()

    left = b"".join(path.read_bytes() for path in settings.data.iterdir())

    assert b"mot-tres-reconnaissable" not in left


def test_ids_are_long_and_never_the_same() -> None:
    """An id has at least 128 bits, and no two are alike."""
    ids = {new_id() for _ in range(100)}

    assert 100 == len(ids)
    assert all(len(one) >= 22 for one in ids)


def test_many_people_write_at_once(records: Records, answer: Answer) -> None:
    """Ten people who write at the same time each find their own turns, all of them."""

    def write(user: str) -> int:
        conversation = new_id()
        for number in range(5):
            _save(records, user, f"{user} {number}", answer, conversation)
        return len(records.turns(user, conversation))

    with ThreadPoolExecutor(10) as pool:
        assert [5] * 10 == list(pool.map(write, (f"personne-{number}" for number in range(10))))


def test_records_are_there_after_opening_again(settings: Settings, answer: Answer) -> None:
    """What was kept is found by the next program that opens the same database."""
    first = open_records(settings)
    conversation, _ = _save(first, "anna", "Combien ?", answer)
    first.close()

    second = open_records(settings)
    found = second.turns("anna", conversation)
    second.close()

    assert ["Combien ?"] == [one.question for one in found]


@pytest.mark.parametrize(
    "url", ["n'importe quoi", "inconnu://serveur/base", "postgresql+absent://serveur/base"]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    """An address of no known database says which setting to correct."""
    with pytest.raises(RecordsError, match="ASSISTANT_RECORDS_URL"):
        open_records(Settings(records_url=url))


def test_a_password_is_never_in_the_message() -> None:
    """A database that does not answer is named without its password."""
    with pytest.raises(RecordsError) as raised:
        open_records(Settings(records_url="postgresql+psycopg://u:secret@127.0.0.1:1/base"))

    assert "secret" not in str(raised.value)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A data folder that is a file gives a message, not a traceback of the database."""
    file = tmp_path / "data"
    file.write_text("")

    with pytest.raises(RecordsError, match="Base des conversations"):
        open_records(Settings(data=file))


def test_a_damaged_database_is_said(settings: Settings) -> None:
    """A file that is no database gives a message that names it."""
    settings.data.mkdir()
    (settings.data / "records.sqlite").write_bytes(b"x" * 5000)

    with pytest.raises(RecordsError, match=r"records\.sqlite"):
        open_records(settings)
