"""Portraits show what was chosen, else what the persona's words say, and never contradict these by themselves."""

import re
from base64 import b64decode
from xml.etree import ElementTree

import pytest

from journey.model import Look, Persona
from journey.portraits.age import age_of
from journey.portraits.drawing import example, portrait
from journey.portraits.looks import GROUPS, chosen, face_of, first_seed, next_seed, with_look
from tests.builders import a_persona

HAIRS = GROUPS["hair"]
SEEDS = range(1, 10_000, 37)


def _drawing(image: str) -> str:
    encoded = re.search(r"image/svg\+xml;base64,([^']+)", image)
    assert encoded
    return b64decode(encoded.group(1)).decode()


def _face(persona: Persona) -> tuple[Look, bool]:
    face = face_of(persona)
    assert face
    return face.hair, face.beard


def test_no_seed_contradicts_a_name_that_is_clear() -> None:
    men = [_face(a_persona("Herr Kruse", avatar=seed)) for seed in SEEDS]
    women = [_face(a_persona("Frau Kruse", avatar=seed)) for seed in SEEDS]
    anybody = [_face(a_persona("Kim", avatar=seed)) for seed in SEEDS]
    assert not {hair for hair, _ in men} & {Look.LONG, Look.BUN}
    assert {hair for hair, _ in women} == set(HAIRS) - {Look.BALD}
    assert not any(bearded for _, bearded in women)
    assert any(bearded for _, bearded in men)
    assert {hair for hair, _ in anybody} == set(HAIRS)


@pytest.mark.parametrize("name", ["Die Entscheider", "Kim", "", "李雷"])
def test_a_new_persona_whose_name_says_nothing_clearly_has_letters_and_no_face(name: str) -> None:
    fresh = a_persona(name, avatar=first_seed([17], name))
    assert face_of(fresh) is None
    letters = ElementTree.fromstring(_drawing(portrait(fresh))).findtext("{*}text")
    assert letters == {"Die Entscheider": "DE", "Kim": "K", "": None, "李雷": "李"}[name]
    assert face_of(a_persona("Frau Kruse", avatar=first_seed([17], "Frau Kruse")))


@pytest.mark.parametrize("look", Look)
def test_what_somebody_chose_is_drawn_whatever_the_words_say(look: Look) -> None:
    group = next(group for group, looks in GROUPS.items() if look in looks)
    for name in ("Kim", "Herr Kruse", "Frau Kruse, 70"):
        face = face_of(a_persona(name, looks=[look]))
        assert face
        assert getattr(face, group) == (look is GROUPS[group][0] if group in {"glasses", "beard"} else look)


def test_every_look_has_a_picture_of_its_own_within_its_group() -> None:
    assert sorted(look for looks in GROUPS.values() for look in looks) == sorted(Look)
    for looks in GROUPS.values():
        assert len({example(look) for look in looks}) == len(looks)


def test_a_choice_takes_the_place_of_the_former_one_and_can_be_taken_back() -> None:
    persona = a_persona(looks=[Look.RED, Look.BUN, Look.BLOND])
    assert chosen(persona, "colour") is Look.RED
    assert with_look(persona, "colour", Look.GREY) == (Look.BUN, Look.GREY)
    assert with_look(persona, "hair", None) == (Look.RED,)


@pytest.mark.parametrize(
    ("name", "demographics", "expected"),
    [
        ("Ines, 34", "", Look.YOUNG),
        ("Ines", "34 Jahre, Köln", Look.YOUNG),
        ("Ines", "38, machine builder with 260 employees", Look.MIDDLE_AGED),
        ("Ines", "verheiratet, 45 Jahre alt", Look.MIDDLE_AGED),
        ("Ines", "Alter: 71", Look.OLDER),
        ("Ines", "in her mid-60s", Look.OLDER),
        ("Ines", "Anfang 30, Berlin", Look.YOUNG),
        ("Ines, 34", "67 Jahre", None),
        ("Ines", "18 bis 99 Jahre", None),
        ("Ines", "25–40", None),
        ("Ines", "Alter: 30 bis 60 Jahre", None),
        ("Ines", "34, 2–3 Kinder", Look.YOUNG),
        ("Ines", "seit 20 Jahren im Beruf", None),
        ("Ines", "30 Jahre Erfahrung", None),
        ("Ines", "wohnt in 50667 Köln, 3 Kinder", None),
        ("Ines", "Team of 12, 260 employees", None),
        ("Route 66", "", None),
        ("", "", None),
    ],
)
def test_an_age_is_read_only_where_it_is_clear(name: str, demographics: str, expected: Look | None) -> None:
    assert age_of(a_persona(name, demographics=demographics)) is expected


def test_hair_is_grey_at_an_age_unless_somebody_chose_its_colour() -> None:
    older = face_of(a_persona("Frau Kruse, 70", avatar=1_213))
    chosen_red = face_of(a_persona("Frau Kruse, 70", avatar=1_213, looks=[Look.RED]))
    assert older
    assert chosen_red
    assert (older.colour, chosen_red.colour) == (Look.GREY, Look.RED)


def _numbered(count: int) -> list[int]:
    seeds: list[int] = []
    for _ in range(count):
        seeds.append(next_seed(seeds))
    return seeds


def test_faces_in_a_row_are_all_different() -> None:
    seeds = _numbered(200)
    assert len({portrait(a_persona("Kim", avatar=seed)) for seed in seeds[:30]}) == 30
    assert len(set(seeds)) == 200
    assert all(0 < seed <= 9_999 for seed in seeds)
    assert 0 < next_seed([9_999]) <= 9_999
    assert 0 < next_seed([8_787]) <= 9_999


@pytest.mark.parametrize("seed", [0, 7, 17, 5_333, 9_999])
@pytest.mark.parametrize("name", ["Frau Kruse, 70", "Herr Lang, 20", "<script>", "&"])
def test_a_portrait_is_a_whole_picture_without_a_foreign_address(seed: int, name: str) -> None:
    drawing = _drawing(portrait(a_persona(name, avatar=seed)))
    assert ElementTree.fromstring(drawing).tag.endswith("svg")
    assert set(re.findall(r"https?://[^'\" ]+", drawing)) == {"http://www.w3.org/2000/svg"}
