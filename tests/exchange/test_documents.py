"""Files that people bring: JSON or workbook, told apart by their content."""

import pytest

from journey.exchange import UnreadableFile, documents, read_document, write_workbook
from journey.model import Language
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
