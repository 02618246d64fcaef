"""The map as it shall be on paper: with the list of differences in the report, on a second sheet of the poster."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from journey.editing import applied, change_of
from journey.future import both_sides, difference_as_action
from journey.model import Language, Workshop
from journey.paper import write_poster, write_report
from journey.texts import text
from tests.builders import a_touchpoint, a_workshop
from tests.paper.reading import bare, dictionaries, pages_of, root_of, text_of

DAY = date(2026, 3, 5)


def _planned(language: Language) -> Workshop:
    """What changes is an action already; one goes, one comes."""
    till = a_touchpoint("Kasse", id="till", channel="store", emotion=-2, future_channel="app", future_emotion=1)
    gone = a_touchpoint("Plakat", id="gone", rank=2, future_gone=True)
    box = a_touchpoint("Abholfach", id="box", rank=3, state="to_be")
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
    rows = (
        text("future.do_changed", language, title="Kasse"), text("future.coming_gone", language), "Abholfach", "App",
        text("future.not_there", language),
    )  # fmt: skip
    assert [words for words in rows if bare(words) not in listed] == []
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root_of(data)["/Metadata"].get_object().get_data()


@pytest.mark.parametrize("language", list(Language))
def test_a_poster_has_a_second_sheet_that_says_what_it_is(language: Language) -> None:
    data = write_poster(_planned(language), language, size="a3", made_on=DAY)
    today, later = pages_of(data)
    name = text("future.map", language)
    assert ("Plakat" in today, "Plakat" in later) == (True, False)
    assert (bare(name) in today, bare(name) in later) == (False, True)
    told = [str(each["/Alt"]) for each in dictionaries(data) if each.get("/S") == "/Figure"]
    assert sum(alt.startswith(name) for alt in told) == 1


def test_without_a_future_nothing_is_said_of_it() -> None:
    today = a_workshop(touchpoints=[a_touchpoint("Kasse")])
    assert len(pages_of(write_poster(today, Language.DE, size="a3", made_on=DAY))) == 1
    assert bare(text("paper.chapter.future", Language.DE)) not in text_of(write_report(today, Language.DE, made_on=DAY))
