"""Conversations are kept, found again, and never seen by another person."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal

import pytest

from assistant.datatypes import Answer, Case, MoneyReading, Reading
from assistant.errors import RecordsError
from assistant.records import Records, new_id
from assistant.settings import Settings

from .conftest import Clock, save


def test_turns_come_back_whole_and_in_order(records: Records, answer: Answer) -> None:
    """A turn read back is equal to what was answered, sums included, in the order of the conversation."""
    conversation, first = save(records, "anna", "Combien ?", answer)
    _, second = save(records, "anna", "Et TTC ?", Answer("needs_info", "Quel prix ?"), conversation)

    found = records.turns("anna", conversation)

    assert (first, second) == tuple(one.id for one in found)
    assert ("Combien ?", "Et TTC ?") == tuple(one.question for one in found)
    assert (answer, Answer("needs_info", "Quel prix ?")) == tuple(one.answer for one in found)


def test_what_was_established_is_kept_with_the_turn(records: Records, answer: Answer) -> None:
    """The reading saved after a turn comes back with it, facts of the case included."""
    case = Case("cancellation", price=Decimal("2000.00"), start_date=date(2027, 3, 12))
    known = Reading("Combien ?", "money", editions=("CGV-30J",), money=MoneyReading(case))
    conversation, turn = save(records, "anna", "Combien ?", answer)

    records.save_known("anna", turn, known)

    assert [known] == [one.known for one in records.turns("anna", conversation)]


def test_the_latest_conversation_is_listed_first(records: Records, answer: Answer) -> None:
    """Conversations are listed by their last turn; the title is the first question, shortened."""
    early, _ = save(records, "anna", "Première question", answer)
    late, _ = save(records, "anna", "mot " * 50, answer)
    assert [late, early] == [one.id for one in records.conversations("anna")]

    save(records, "anna", "La suite", answer, early)

    listed = records.conversations("anna")
    assert [early, late] == [one.id for one in listed]
    assert "Première question" == listed[0].title
    assert len(listed[1].title) <= 70


def test_search_ignores_case_and_accents_and_reads_every_question(records: Records, answer: Answer) -> None:
    """A conversation is found by its title or by any of its questions."""
    found, _ = save(records, "anna", "Bonjour", answer)
    save(records, "anna", "Les pénalités de retard ?", answer, found)
    save(records, "anna", "La durée ?", answer)

    assert [found] == [one.id for one in records.conversations("anna", search="PENALITES")]
    assert [] == list(records.conversations("anna", search="opco"))


def test_nobody_reaches_the_rows_of_another(records: Records, answer: Answer) -> None:
    """Another person lists nothing, reads nothing, and may not rename, rate, export, add or erase."""
    conversation, turn = save(records, "anna", "Combien ?", answer)

    assert () == records.conversations("paul")
    assert () == records.turns("paul", conversation)
    for forbidden in (
        lambda: records.rename("paul", conversation, "À moi"),
        lambda: records.save_known("paul", turn, Reading("", "open")),
        lambda: records.export_markdown("paul", conversation),
        lambda: save(records, "paul", "Intrus", answer, conversation),
    ):
        with pytest.raises(RecordsError):
            forbidden()
    told = set()
    for rated in (turn, "inconnu"):  # another's turn is refused as one that never was
        with pytest.raises(RecordsError) as refused:
            records.rate("paul", rated, up=True)
        told.add(str(refused.value))
    assert 1 == len(told)
    records.delete("paul", conversation)
    records.erase_person("paul")

    assert [turn] == [one.id for one in records.turns("anna", conversation)]
    assert ["Combien ?"] == [one.title for one in records.conversations("anna")]


def test_rename_and_delete(records: Records, answer: Answer) -> None:
    """A conversation takes the title given, then goes with its turns and ratings."""
    conversation, turn = save(records, "anna", "Combien ?", answer)
    records.rate("anna", turn, up=True)
    records.rename("anna", conversation, "Dossier Durand")
    assert ["Dossier Durand"] == [one.title for one in records.conversations("anna")]

    records.delete("anna", conversation)

    assert () == records.conversations("anna")
    assert () == records.turns("anna", conversation)
    assert () == records.ratings_waiting()


def test_a_rating_replaces_the_one_before_and_is_masked(records: Records, answer: Answer) -> None:
    """One rating a turn, the last; what identifies a person is not in it, nor in the question beside it."""
    conversation, turn = save(records, "anna", "Je suis a@exemple.fr, combien ?", answer)
    records.rate("anna", turn, up=True)
    records.rate("anna", turn, up=False, reason="Appelez-moi au 06 39 98 00 01", right_passage="CGV-30J#3.5")

    (rating,) = records.ratings_waiting()

    assert not rating.up
    assert "Appelez-moi au [téléphone]" == rating.reason
    assert "CGV-30J#3.5" == rating.right_passage
    assert ("Je suis [adresse e-mail], combien ?",) == rating.turns
    assert "anna" not in repr(rating)
    assert [False] == [one.up for one in records.turns("anna", conversation)]


def test_a_rating_comes_with_the_messages_before_it(records: Records, answer: Answer) -> None:
    """A rated answer keeps the messages that led to it, not those after."""
    conversation, _ = save(records, "anna", "Un", answer)
    _, turn = save(records, "anna", "Deux", answer, conversation)
    save(records, "anna", "Trois", answer, conversation)
    records.rate("anna", turn, up=True)

    assert [("Un", "Deux")] == [one.turns for one in records.ratings_waiting()]


def test_a_settled_rating_waits_no_more(records: Records, answer: Answer) -> None:
    """A rating made a test, learnt or dismissed leaves the list."""
    _, turn = save(records, "anna", "Combien ?", answer)
    records.rate("anna", turn, up=True)

    records.settle(turn, "test")

    assert () == records.ratings_waiting()


def test_erasing_a_person_leaves_the_others(records: Records, answer: Answer) -> None:
    """Nothing is left of the person erased; the others keep theirs."""
    save(records, "anna", "Combien ?", answer)
    save(records, "paul", "Autre ?", answer)

    records.erase_person("anna")

    assert [] == json.loads(records.export_person("anna"))["conversations"]
    assert ["Autre ?"] == [one.title for one in records.conversations("paul")]


def test_conversations_are_kept_for_the_days_set(records: Records, answer: Answer, clock: Clock) -> None:
    """With 30 days to keep, the last turn's 30th day after is kept, the 31st erased."""
    save(records, "anna", "Combien ?", answer)
    last = clock.now.date()

    assert 0 == records.erase_expired(last + timedelta(days=30))
    assert 1 == records.erase_expired(last + timedelta(days=31))
    assert () == records.conversations("anna")


def test_a_new_day_erases_what_is_too_old(records: Records, answer: Answer, clock: Clock) -> None:
    """The first turn of a later day takes away the conversations kept for long enough, and only them."""
    save(records, "anna", "Ancienne", answer)
    clock.now += timedelta(days=20)
    save(records, "anna", "Récente", answer)
    clock.now += timedelta(days=20)
    save(records, "paul", "Nouvelle", answer)

    assert ["Récente"] == [one.title for one in records.conversations("anna")]


def test_opening_erases_what_is_too_old(settings: Settings, answer: Answer) -> None:
    """Records left closed for long enough are empty when they are opened again."""
    clock = Clock()
    first = Records(settings, now=clock)
    save(first, "anna", "Ancienne", answer)
    first.close()
    clock.now += timedelta(days=40)

    second = Records(settings, now=clock)
    found = second.conversations("anna")
    second.close()

    assert () == found


def test_erased_words_are_not_left_in_the_file(records: Records, answer: Answer, settings: Settings) -> None:
    """Once erased and the file closed, what was said is nowhere in it."""
    conversation, _ = save(records, "anna", "mot-tres-reconnaissable", answer)
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
            save(records, user, f"{user} {number}", answer, conversation)
        return len(records.turns(user, conversation))

    with ThreadPoolExecutor(10) as pool:
        assert [5] * 10 == list(pool.map(write, (f"personne-{number}" for number in range(10))))


def test_a_record_names_the_models_that_answered(settings: Settings, answer: Answer) -> None:
    """The embedding, and the chat model where there is one."""
    opened = Records(settings.model_copy(update={"model": "openai:essai"}))
    save(opened, "anna", "Combien ?", answer)
    kept = json.loads(opened.export_person("anna"))["conversations"][0]["turns"][0]
    assert "embarqué, openai:essai" == kept["model"]
    opened.close()
