"""Broken and mistaken files: each gets its own message."""

import pytest

from journey.exchange import UnreadableFile, read_document, read_workbook
from journey.model import Language
from tests.exchange import bad_files


@pytest.mark.parametrize("case", bad_files.REFUSED)
def test_a_file_that_is_no_workbook_of_ours_is_refused_with_its_own_message(case: str) -> None:
    make, key = bad_files.REFUSED[case]
    with pytest.raises(UnreadableFile) as refusal:
        read_document(make(), "workshop.xlsx", Language.DE)
    assert refusal.value.key == key
    for language in Language:
        assert len(refusal.value.message(language)) > 10


def test_macros_are_named_and_the_rest_is_read() -> None:
    reading = read_workbook(bad_files.with_macros(), Language.EN)
    assert len(reading.workshop.touchpoints) == 2
    assert [p.key for p in reading.problems] == ["macros"]
