"""Logs without a header whose program is known by its rows."""

from pathlib import Path

from journey.numbers.reading import preview
from tests.numbers.reading.files import cases, read, written


def _call(caller: str, agent: str, at: str, end: str) -> str:
    return (
        f'"","{caller}","{agent}","from-trunk","""{caller}"" <{caller}>","SIP/trunk-01","SIP/{agent}-{at[-2:]}","Dial","SIP/{agent},30",'
        f'"{at}","{at}","{at}",20,12,"{end}","DOCUMENTATION","1772{at[-2:]}.{agent}",""\n'
    )


def test_a_list_of_calls_of_asterisk_follows_the_callers(tmp_path: Path) -> None:
    calls = [
        ("01701", "201", "2026-03-01 09:00:01", "NO ANSWER"),
        ("01702", "201", "2026-03-01 09:10:02", "ANSWERED"),
        ("01701", "202", "2026-03-01 09:20:03", "ANSWERED"),
        ("01703", "202", "2026-03-01 09:30:04", "BUSY"),
    ]
    found = [
        [event[1] for event in case]
        for case in cases(read(written(tmp_path, "".join(_call(*one) for one in calls))).log)
    ]
    assert sorted(found) == [["ANSWERED"], ["BUSY"], ["NO ANSWER", "ANSWERED"]]


def test_a_call_that_goes_out_is_that_of_the_number_outside_and_one_inside_is_nobodys(tmp_path: Path) -> None:
    calls = [
        ("0170111111", "201", "2026-03-01 09:00:01", "NO ANSWER"),
        ("201", "0170111111", "2026-03-01 09:10:02", "ANSWERED"),
        ("202", "0170222222", "2026-03-01 09:20:03", "BUSY"),
        ("201", "202", "2026-03-01 09:30:04", "ANSWERED"),
    ]
    reading = read(written(tmp_path, "".join(_call(*one) for one in calls)))
    found = [[event[1] for event in case] for case in cases(reading.log)]
    assert sorted(found) == [["BUSY"], ["NO ANSWER", "ANSWERED"]]
    assert [one.count for one in reading.skipped] == [1]


def test_lists_of_calls_in_both_directions_follow_the_numbers_outside_whatever_the_program(tmp_path: Path) -> None:
    text = "Zeit;Von;An;Ergebnis\n" + "\n".join(
        f"0{day}.03.2026 10:00;{caller};{called};{how}"
        for day, (caller, called, how) in enumerate(
            (
                ("+49 170 1111111", "12", "verpasst"),
                ("12", "+49 170 1111111", "angenommen"),
                ("+49 170 2222222", "13", "angenommen"),
                ("13", "+49 170 3333333", "verpasst"),
            ),
            1,
        )
    )
    look = preview(written(tmp_path, text))
    assert (look.sides, [key for key, _ in look.hints]) == (("Von", "An"), ["sides"])
    found = [[event[1] for event in case] for case in cases(read(tmp_path / "log.csv").log)]
    assert sorted(found) == [["angenommen"], ["verpasst"], ["verpasst", "angenommen"]]
    only_in = text.replace("12;+49 170 1111111", "+49 170 1111111;12").replace(
        "13;+49 170 3333333", "+49 170 3333333;13"
    )
    assert preview(written(tmp_path, only_in)).sides == ()
