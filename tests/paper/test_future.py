"""The map as it shall be on paper: with the list of differences in the report, on a second sheet of the poster, behind today's
for a wall."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from journey.editing import applied, change_of
from journey.future import both_sides, difference_as_action
from journey.model import Language, Workshop
from journey.paper import write_poster, write_report, write_wall
from journey.paper.report.analysis import curve
from journey.paper.report.journey import first_map, phases
from journey.texts import text
from tests.builders import a_touchpoint, a_workshop
from tests.paper.reading import bare, dictionaries, inside, pages_of, root_of, text_of

DAY = date(2026, 3, 5)


def _planned(language: Language) -> Workshop:
    """What changes is an action already; one goes, one comes."""
    till = a_touchpoint("Kasse", id="till", channel="store", emotion=-2, future_channel="app", future_emotion=1)
    gone = a_touchpoint("Plakat", id="gone", rank=2, future_gone=True)
    box = a_touchpoint("Abholfach", id="box", rank=3, state="to_be", emotion=2)
    workshop = a_workshop(touchpoints=[till, gone, box])
    change = change_of(difference_as_action(workshop, both_sides(till), language))
    assert change
    return applied(workshop, change)


@pytest.mark.parametrize("language", list(Language))
def test_a_report_has_map_and_differences_with_their_actions(language: Language) -> None:
    data = write_report(_planned(language), language, made_on=DAY)
    title = text("paper.chapter.future", language)
    reader = PdfReader(BytesIO(data))
    [entry] = [each for each in reader.outline if not isinstance(each, list) and each.title == title]
    first = reader.get_destination_page_number(entry) or 0
    drawn, listed = pages_of(data)[first : first + 2]
    assert "Plakat" not in drawn
    assert "Kasse" in drawn
    assert "Abholfach" in drawn
    head = (
        *(text(f"future.{name}", language) for name in ("touchpoint", "today", "future")),
        text("fields.kinds.actions", language),
    )
    rows = (
        "".join(head), text("future.do_changed", language, title="Kasse"), text("future.coming_gone", language), "Abholfach", "App",
        text("future.not_there", language),
    )  # fmt: skip
    assert [words for words in rows if bare(words) not in listed] == []
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root_of(data)["/Metadata"].get_object().get_data()


def test_the_first_map_of_a_report_is_today_s_and_the_phases_have_its_numbers() -> None:
    workshop, de = _planned(Language.DE), Language.DE
    [drawn] = [part for part in first_map(workshop, de) if part["kind"] == "picture"]
    assert "Plakat" in str(drawn["drawing"])
    assert "Abholfach" not in str(drawn["drawing"])
    [line] = curve(workshop, de)
    assert "Abholfach" not in line["alt"], "the best feeling is only planned"
    titles = [part["title"] for part in phases(workshop, de) if part["kind"] == "block"]
    assert titles == ["1 · Kasse", "2 · Plakat", "Abholfach"]
    only_planned = a_workshop(touchpoints=[a_touchpoint("Abholfach", state="to_be")])
    [drawn] = [part for part in first_map(only_planned, de) if part["kind"] == "picture"]
    assert "Abholfach" in str(drawn["drawing"]), "nothing is there today"


@pytest.mark.parametrize("language", list(Language))
def test_a_poster_has_a_second_sheet_that_says_what_it_is(language: Language) -> None:
    data = write_poster(_planned(language), language, size="a3", made_on=DAY)
    today, later = pages_of(data)
    name = text("future.map", language)
    assert ("Plakat" in today, "Plakat" in later) == (True, False)
    assert ("Abholfach" in today, "Abholfach" in later) == (False, True)
    assert (bare(name) in today, bare(name) in later) == (False, True)
    told = [str(each["/Alt"]) for each in dictionaries(data) if each.get("/S") == "/Figure"]
    assert sum(alt.startswith(name) for alt in told) == 1


@pytest.mark.parametrize("language", list(Language))
def test_sheets_for_a_wall_have_the_future_behind_todays_each_with_its_name(language: Language) -> None:
    data = write_wall(_planned(language), language, made_on=DAY)
    pages = pages_of(data)
    name, half = bare(text("future.map", language)), len(pages) // 2
    today, later = pages[:half], pages[half:]
    assert [name in page for page in pages] == [False] * half + [True] * half
    feet = [inside(data, page, (0, 200, 297, 210)) for page in (half - 1, 2 * half - 1)]
    assert [name in foot for foot in feet] == [False, True]
    assert feet[0][:2] == feet[1][:2]
    assert ("Plakat" in "".join(today), "Plakat" in "".join(later)) == (True, False)
    assert ("Abholfach" in "".join(today), "Abholfach" in "".join(later)) == (False, True)


def test_without_a_future_nothing_is_said_of_it() -> None:
    today = a_workshop(touchpoints=[a_touchpoint("Kasse")])
    assert len(pages_of(write_poster(today, Language.DE, size="a3", made_on=DAY))) == 1
    assert bare(text("future.map", Language.DE)) not in text_of(write_wall(today, Language.DE, made_on=DAY))
    assert bare(text("paper.chapter.future", Language.DE)) not in text_of(write_report(today, Language.DE, made_on=DAY))
