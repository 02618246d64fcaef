"""Rooms as values: codes, secrets, hostile names and words."""

import math
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from journey.live import (
    CODE_LENGTH,
    CODE_LETTERS,
    ROOM_ACT,
    LiveRoom,
    Participant,
    new_code,
    new_secret,
    read_code,
    secret_hash,
)
from journey.model import LINE_LIMIT
from tests.strategies import NASTY

ROOM = {"id": "room", "workshop": "workshop", "opened_at": datetime(2026, 11, 29, tzinfo=UTC)}


def test_a_code_has_forty_bits_and_no_letters_that_are_mistaken() -> None:
    assert len(set(CODE_LETTERS)) == len(CODE_LETTERS)
    assert math.log2(len(CODE_LETTERS)) * CODE_LENGTH >= 40
    assert not set(CODE_LETTERS) & set("01OI")
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(LiveRoom.model_validate({**ROOM, "code": code}).code == code for code in codes)


@given(st.lists(st.sampled_from(CODE_LETTERS), min_size=8, max_size=8).map("".join))
def test_a_code_is_read_as_people_type_it(code: str) -> None:
    assert read_code(f" {code[:4].lower()}-{code[4:]} ") == code
    assert read_code(code[:-1]) == read_code(f"{code}2") == read_code(f"{code[:-1]}0") == ""


@given(st.text())
def test_what_is_read_is_a_code_or_nothing(typed: str) -> None:
    code = read_code(typed)
    assert code == "" or (len(code) == CODE_LENGTH and set(code) <= set(CODE_LETTERS))


def test_a_secret_is_long_and_its_hash_says_nothing() -> None:
    first, second = new_secret(), new_secret()
    assert first != second
    assert len(first) >= 128 / 6
    assert secret_hash(first) == secret_hash(first) != secret_hash(second)
    assert first not in secret_hash(first)


@pytest.mark.parametrize("words", NASTY)
def test_words_are_cleaned_like_those_of_the_model(words: str) -> None:
    body = {"act": "write", "id": "act", "card": "card-0001", "words": words}
    try:
        written = ROOM_ACT.validate_python(body)
    except ValidationError:
        assert not words.strip("\ufeff\u00a0 \n")
        return
    kept = str(getattr(written, "words"))  # noqa: B009 (of one of several acts)
    assert "\n" not in kept
    assert "\x07" not in kept
    assert kept == kept.strip()


@pytest.mark.parametrize(
    "fields",
    [
        {"words": "x" * (LINE_LIMIT + 1)}, {"words": ""}, {"words": "\x00\x07"}, {"detail": "x" * (LINE_LIMIT + 1)}, {"card": "short"},
        {"card": "../../etc/passwd"}, {"card": "x" * 41}, {"place": "x" * 65}, {"act": "unknown"}, {"id": ""}, {"author": "petra"},
    ],
)  # fmt: skip
def test_what_is_too_long_or_unknown_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        ROOM_ACT.validate_python({"act": "write", "id": "act", "card": "card-0001", "words": "Words", **fields})


def test_a_name_is_one_short_line() -> None:
    assert Participant(id="p", name=" Petra\n Müller ").name == "Petra Müller"
    with pytest.raises(ValidationError):
        Participant(id="p", name="x" * 61)
