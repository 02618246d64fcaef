"""The map on large paper: all of it, as drawings and letters; cut for a wall, each sheet repeats a strip of the one before."""

from datetime import date

import numpy as np
import pypdfium2
import pytest

from journey.future import as_it_shall_be, has_future
from journey.model import Language
from journey.paper import SIZES, write_poster, write_wall
from journey.paper.poster import OVERLAP, TILE
from journey.samples import load_sample
from tests.paper.hard import LONG, empty_workshop, hard_workshop
from tests.paper.reading import bare, dictionaries, outside, pages_of, sizes_of, text_of

Grey = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
DAY = date(2026, 3, 5)


@pytest.mark.parametrize("size", SIZES)
def test_a_poster_is_a_sheet_a_map_that_names_every_touchpoint(size: str) -> None:
    workshop = load_sample("b2b-software-en")
    data = write_poster(workshop, Language.EN, size=size, made_on=DAY)
    assert set(sizes_of(data)) == {SIZES[size]}
    assert len(sizes_of(data)) == 1 + has_future(workshop)
    said = text_of(data)
    assert [each.title for each in workshop.touchpoints if bare(each.title) not in said] == []
    assert not [each for each in dictionaries(data) if each.get("/Subtype") == "/Image"]


def test_more_cards_than_the_screen_shows_are_all_on_the_poster() -> None:
    first = load_sample("b2b-software-de").touchpoints[0]
    many = [first.model_copy(update={"id": f"t{n}", "title": f"Kontakt {n:03}", "rank": float(n)}) for n in range(150)]
    workshop = load_sample("b2b-software-de").with_collection("touchpoints", many)
    said = text_of(write_poster(workshop, Language.DE, made_on=DAY))
    assert [each.title for each in many if bare(each.title) not in said] == []


def test_titles_of_any_length_are_whole_and_on_the_sheet() -> None:
    data = write_poster(hard_workshop(), Language.DE, made_on=DAY)
    assert bare(LONG) in text_of(data)
    assert outside(data) == []
    assert outside(write_poster(empty_workshop(), Language.DE, made_on=DAY)) == []


def test_sheets_for_a_wall_repeat_a_strip_of_their_neighbours() -> None:
    data = write_wall(as_it_shall_be(load_sample("b2b-software-de")), Language.DE, made_on=DAY)
    assert set(sizes_of(data)) == {(297, 210)}
    pages = pages_of(data)
    count = round((len(pages) - 1) ** 0.5)
    assert count * count == len(pages) - 1
    assert all(f"{'ABCDEFG'[place // count]}{place % count + 1}" in page for place, page in enumerate(pages[1:]))
    sheets = [[_picture(data, 1 + row * count + column) for column in range(count)] for row in range(count)]
    assert all((sheet < 200).mean() > 0.002 for row in sheets for sheet in row), "something is on every sheet"
    across, down, strip = (round(10 * side) for side in (*TILE, OVERLAP))
    for row in range(count):
        for column in range(count):
            sheet = sheets[row][column]
            if column + 1 < count:
                assert _alike(sheet[:, across - strip : across], sheets[row][column + 1][:, :strip])
            if row + 1 < count:
                assert _alike(sheet[down - strip : down], sheets[row + 1][column][:strip])
    assert not _alike(sheets[0][0][:, :strip], sheets[0][1][:, :strip])


def _picture(data: bytes, page: int) -> Grey:
    """What a sheet takes of the map, ten pixels a millimetre."""
    with pypdfium2.PdfDocument(data) as file:
        drawn = np.asarray(file[page].render(scale=254 / 72, grayscale=True).to_numpy(), float).squeeze()
    return drawn[100:2000, 100:2870]


def _alike(one: Grey, other: Grey) -> bool:
    """Whether two strips show the same, but for what lies between two pixels."""
    return bool(np.abs(one - other).mean() <= 0.25 * one.std() + 0.1)
