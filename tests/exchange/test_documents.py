"""Files that people bring: JSON or workbook, told apart by their content."""

import json

import pytest

from journey.exchange import UnreadableFile, documents, read_document, write_workbook
from journey.exchange.layout import lists
from journey.model import FORMAT_VERSION, Language
from tests.builders import a_goal, a_workshop


def test_a_workbook_is_read_whatever_its_name() -> None:
    workshop = a_workshop(goals=[a_goal()])
    assert read_document(write_workbook(workshop, Language.DE), "notes.txt", Language.DE).workshop == workshop


def test_json_with_a_byte_order_mark_is_read() -> None:
    workshop = a_workshop(goals=[a_goal()])
    assert read_document(b"\xef\xbb\xbf" + workshop.to_json().encode(), "x.json", Language.DE).workshop == workshop


@pytest.mark.parametrize("data", [b"{}", b'{"frame": 1}', b"{", b"[1, 2]", b"nonsense"])
def test_json_that_is_no_workshop_says_where_it_is_wrong(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_document(data, "x.json", Language.DE)
    assert refusal.value.key == "json"
    assert refusal.value.message(Language.DE).startswith("Das ist kein lesbarer Workshop: ")


def test_an_empty_json_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="empty"):
        read_document(b" \n", "x.json", Language.DE)


def test_a_json_over_the_largest_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = a_workshop().to_json().encode()
    monkeypatch.setattr(documents, "LARGEST", len(data))
    read_document(data, "x.json", Language.DE)
    monkeypatch.setattr(documents, "LARGEST", len(data) - 1)
    with pytest.raises(UnreadableFile, match="large_file"):
        read_document(data, "x.json", Language.DE)


NEWER = {
    Language.DE: "Diese Datei stammt von einer neueren Version von Journey Workshop. Bitte aktualisieren Sie das Programm.",
    Language.EN: "This file was made by a newer version of Journey Workshop. Please update the app.",
}


def _newer_json(_: pytest.MonkeyPatch) -> bytes:
    newer = json.loads(a_workshop().to_json()) | {"format_version": FORMAT_VERSION + 1, "dreams": [1]}
    return json.dumps(newer).encode()


def _newer_workbook(patch: pytest.MonkeyPatch) -> bytes:
    with patch.context() as newer_app:
        newer_app.setattr(lists, "FORMAT_NUMBER", lists.FORMAT_NUMBER + 1)
        return write_workbook(a_workshop(goals=[a_goal()]), Language.DE)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("newer", [_newer_json, _newer_workbook])
def test_a_file_of_a_newer_app_says_so(newer, language: Language, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UnreadableFile) as refusal:
        read_document(newer(monkeypatch), "a file", Language.EN)
    assert refusal.value.message(language) == NEWER[language]


@pytest.mark.parametrize("number", ["1", "", "one", "0", "-3", "9" * 5_000, "²"])
def test_a_workbook_with_any_other_number_is_read(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = a_workshop(goals=[a_goal()])
    monkeypatch.setattr(lists, "FORMAT_NUMBER", number)
    data = write_workbook(workshop, Language.DE)
    monkeypatch.undo()
    assert read_document(data, "a file", Language.DE).workshop == workshop
