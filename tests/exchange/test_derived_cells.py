"""Setting and medium in a workbook: what follows is shown as such and stays nobody's choice; what a person enters is one."""

from typing import Any

import pytest

from journey.derived import setting_of
from journey.exchange import differences, read_workbook, write_workbook
from journey.model import Channel, Goal, Language, Media, Perspective, Setting, Workshop
from tests.builders import a_touchpoint, a_workshop
from tests.exchange.hands import by_hand, column, edited, write

DE, EN = Language.DE, Language.EN


def _workshop() -> Workshop:
    return a_workshop(
        touchpoints=[
            a_touchpoint("Praxisschild", id="sign", rank=1),
            a_touchpoint("Terminvergabe", id="date", rank=2, channel="phone"),
            a_touchpoint("Beratung", id="talk", rank=3),
            a_touchpoint("Newsletter", id="mail", rank=4, setting="online"),
        ]
    )


def _cells(sheet: Any, header: str) -> list[Any]:
    return [sheet.cell(row, column(sheet, header)).value for row in range(2, 6)]


@pytest.mark.parametrize(
    ("language", "sheet_header", "expected"),
    [
        (DE, "Online/offline", ["Offline (aus Titel)", "Offline (aus Kanal)", "Unbekannt", "Online"]),
        (EN, "Online/offline", ["Offline (from title)", "Offline (from channel)", "Unknown", "Online"]),
    ],
)
def test_cells_say_what_holds_and_where_it_comes_from(
    language: Language, sheet_header: str, expected: list[str]
) -> None:
    seen: list[Any] = []
    reading = edited(_workshop(), lambda book: seen.extend(_cells(book["Touchpoints"], sheet_header)), language)
    assert seen == expected
    assert reading.workshop == _workshop()
    assert reading.problems == ()


@pytest.mark.parametrize("first", Language)
@pytest.mark.parametrize("base", [None, _workshop()])
def test_an_unedited_workbook_comes_back_the_same(first: Language, base: Workshop | None) -> None:
    again = read_workbook(write_workbook(_workshop(), first), first, base)
    assert again.workshop == _workshop()
    assert again.problems == ()


def test_an_entry_of_the_list_is_a_choice_and_an_emptied_cell_takes_one_back() -> None:
    def edit(book: Any) -> None:
        sheet = book["Touchpoints"]
        write(sheet, 2, **{"Online/offline": "Online", "Medium": None})
        write(sheet, 5, **{"Online/offline": None})

    sign, _, _, mail = edited(_workshop(), edit, DE, _workshop()).workshop.touchpoints
    assert (sign.setting, sign.media) == (Setting.ONLINE, None)
    assert mail.setting is None


def test_a_channel_changed_by_hand_is_followed_although_the_cell_beside_it_still_says_the_old() -> None:
    reading = edited(_workshop(), lambda book: write(book["Touchpoints"], 3, Kanal="Website"), DE, _workshop())
    date = reading.workshop.touchpoints[1]
    assert (date.channel, date.setting, setting_of(date)) == (Channel.WEBSITE, None, Setting.ONLINE)
    (found,) = differences(_workshop(), reading.workshop, DE)
    assert ("Online/offline", "Offline (aus Kanal)", "Online (aus Kanal)") in [
        (field.word, field.old, field.new) for field in found.fields
    ]


def test_a_workbook_of_a_former_version_is_understood() -> None:
    def former(book: Any) -> None:
        sheet = book["Touchpoints"]
        write(sheet, 2, **{"Online/offline": "Vor Ort", "Medium": "Klassisch"})
        write(sheet, 3, **{"Online/offline": "Online", "Medium": "Digital"})
        sheet.cell(1, column(sheet, "Online/offline")).value = "Online/vor Ort"

    reading = read_workbook(by_hand(write_workbook(_workshop(), DE), former), DE)
    sign, date, *_ = reading.workshop.touchpoints
    assert (sign.setting, sign.media) == (Setting.OFFLINE, Media.CLASSIC)
    assert (date.setting, date.media) == (Setting.ONLINE, Media.DIGITAL)
    assert reading.problems == ()


def test_a_goal_of_customers_is_understood_by_the_word_that_older_workbooks_have() -> None:
    goal = Goal(id="g", rank=1, title="Sicher kaufen", perspective=Perspective.CUSTOMER)

    def former(book: Any) -> None:
        sheet = book["Ziele"]
        assert sheet.cell(2, column(sheet, "Perspektive")).value == "Kunden"
        write(sheet, 2, Perspektive="Kundschaft")

    reading = read_workbook(by_hand(write_workbook(a_workshop(goals=[goal]), DE), former), DE)
    assert (reading.workshop.goals[0].perspective, reading.problems) == (Perspective.CUSTOMER, ())


def test_words_that_mean_nothing_are_told_and_change_nothing() -> None:
    edit = lambda book: write(book["Touchpoints"], 5, **{"Online/offline": "irgendwo"})  # noqa: E731
    reading = edited(_workshop(), edit, DE, _workshop())
    assert [problem.key for problem in reading.problems] == ["unknown_choice"]
    assert reading.workshop.touchpoints[3].setting is Setting.ONLINE
