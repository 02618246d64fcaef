"""Names say clearly whom they speak of, or nothing; portraits never contradict them."""

import tomllib
from pathlib import Path

import pytest

from ui.personas import address
from ui.personas.address import Address, _known, address_of
from ui.personas.avatar import first_seed, next_seed, portrait

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


def _styled(style: int, seed: int) -> int:
    return style * 1_000 + seed % 1_000


@pytest.mark.parametrize("seed", range(0, 10_000, 37))
def test_a_face_stays_as_it_is_unless_it_contradicts_the_name(seed: int) -> None:
    style = seed // 1_000 % 6
    long, bun, bald = 2, 4, 5
    as_man = {long: _styled(1, seed), bun: _styled(0, seed)}.get(style, seed)
    assert portrait(seed, "Herr Kruse") == portrait(as_man)
    assert portrait(seed, "Kim") == portrait(seed)
    smooth = {portrait(_styled(each, seed)) for each in (long, 3, bun)}
    beardless = sum(divmod(seed % 100, 10)) % 2 == 0
    if style in (long, 3, bun) or (beardless and style != bald):
        assert portrait(seed, "Frau Kruse") == portrait(seed)
    elif style == bald:
        assert portrait(seed, "Frau Kruse") in smooth
    else:
        assert portrait(seed, "Frau Kruse") != portrait(seed)


def test_a_man_has_no_bun_after_his_persona_was_renamed() -> None:
    assert portrait(4_843, "Herr Kruse") == portrait(843)
    assert portrait(4_843, "Mara") == portrait(4_843)


def test_a_new_persona_without_a_clear_name_gets_a_neutral_face() -> None:
    taken: list[int] = []
    for _ in range(50):
        taken.append(first_seed(taken, "Die Entscheider"))
    assert len(set(taken)) == 50
    assert {seed // 1_000 % 6 for seed in taken} <= {0, 1, 3}, "short, parted, curly"
    assert all(seed // 1_000 % 6 == 3 or sum(divmod(seed % 100, 10)) % 2 == 0 for seed in taken), "no beards"
    assert first_seed([17], "Frau Kruse") == next_seed([17])


def test_faces_run_out_of_neutral_ones_only_when_all_are_taken() -> None:
    assert 0 <= first_seed(list(range(9_999)), "Kim") <= 9_999
