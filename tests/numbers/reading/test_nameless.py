"""Logs without a header whose program is known by its rows."""

from pathlib import Path

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
