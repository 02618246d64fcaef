"""Names say clearly whom they speak of, or nothing."""

import tomllib
from pathlib import Path

import pytest

from journey.portraits import address
from journey.portraits.address import Address, _known, address_of

MAN, WOMAN, UNCLEAR = Address


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Herr Kruse", MAN),
        ("Mr. Smith", MAN),
        ("Chef, Herr Dr. Lang", MAN),
        ("Jörg", MAN),
        ("Paul, 44, Einkäufer", MAN),
        ("Frau Martin", WOMAN),
        ("Ms Taylor", WOMAN),
        ("Dr. Petra Lang", WOMAN),
        ("ANNA PETER", WOMAN),
        ("Einkäuferin Ines", WOMAN),
        ("Dr. Martin", UNCLEAR),
        ("Familie Peter", UNCLEAR),
        ("Anna und Peter", UNCLEAR),
        ("Frau Sommer / Herr Winter", UNCLEAR),
        ("Kim", UNCLEAR),
        ("HR-Leitung, will sparen", UNCLEAR),
        ("Die Entscheider", UNCLEAR),
        ("Herrmanns Bäckerei", UNCLEAR),
        ("", UNCLEAR),
        ("李雷", UNCLEAR),
    ],
)
def test_a_name_tells_whom_it_speaks_of_only_where_it_is_clear(name: str, expected: Address) -> None:
    assert address_of(name) is expected


def test_no_word_stands_on_both_sides_and_all_are_written_small() -> None:
    data = tomllib.loads(Path(address.__file__).with_suffix(".toml").read_text("utf-8"))
    men, women = ([*data[side]["titles"], *data[side]["first_names"].split()] for side in ("man", "woman"))
    assert set(men) & set(women) == set()
    assert [word for word in [*men, *women] if word != word.casefold()] == []
    assert len(_known()["first_names"]) > 300
