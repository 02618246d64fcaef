"""Bad rows: counted by kind, with true line numbers, and the rest is used."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from journey.model import Language
from journey.numbers.reading import SkippedKind, UnreadableLog, plan_of, preview, read_log
from tests.numbers.reading.files import a_csv, read, skipped, times, written

HEADER = ("case", "time", "activity")
UNREADABLE_ROW, NO_CASE, NO_ACTIVITY, UNREADABLE_TIME, IMPOSSIBLE_DATE = SkippedKind


def test_each_kind_is_counted_with_its_first_lines(tmp_path: Path) -> None:
    rows = [
        ("1", "2026-01-01", "a"),
        ("", "2026-01-01", "a"),
        ("1", "2026-01-01", " "),
        ("1", "yesterday", "a"),
        ("1", "2026-02-30", "a"),
        ("1", "2026-01-01"),
        ("1", "2026-01-01", "a", "too much"),
        ("1", "", "a"),
        ("  ", "2026-01-01", "a"),
        ("2", "2026-01-02", "b"),
    ]
    reading = read(written(tmp_path, a_csv(HEADER, *rows)))
    assert skipped(reading) == {
        UNREADABLE_ROW: (2, (7, 8)),
        NO_CASE: (2, (3, 10)),
        NO_ACTIVITY: (1, (4,)),
        UNREADABLE_TIME: (2, (5, 9)),
        IMPOSSIBLE_DATE: (1, (6,)),
    }
    assert (reading.rows, reading.log.events, reading.log.cases) == (10, 2, 2)


def test_of_several_faults_the_first_kind_counts(tmp_path: Path) -> None:
    rows = [("", "never", ""), ("1", "never", ""), *[("1", "2026-01-01", "a")] * 2]
    assert skipped(read(written(tmp_path, a_csv(HEADER, *rows)))) == {NO_CASE: (1, (2,)), NO_ACTIVITY: (1, (3,))}


def test_years_before_1970_and_after_the_next_are_impossible(tmp_path: Path) -> None:
    year = datetime.now(UTC).year
    rows = [
        ("1", "1969-12-31 23:59", "a"),
        ("1", "1970-01-02", "a"),
        ("1", f"{year + 1}-12-31 23:59", "a"),
        ("1", f"{year + 2}-01-01", "a"),
    ]
    reading = read(written(tmp_path, a_csv(HEADER, *rows)))
    assert skipped(reading) == {IMPOSSIBLE_DATE: (2, (2, 5))}
    assert times(reading.log) == ["1970-01-02 00:00:00", f"{year + 1}-12-31 23:59:00"]


def test_only_the_first_lines_are_kept_but_all_are_counted(tmp_path: Path) -> None:
    rows = [("1", "2026-01-01", "a"), *[("", "2026-01-01", "a")] * 9]
    assert skipped(read(written(tmp_path, a_csv(HEADER, *rows)))) == {NO_CASE: (9, (3, 4, 5, 6, 7))}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_lines_are_those_of_the_file_behind_quoted_breaks_and_empty_lines(
    tmp_path: Path, ends: str, encoding: str
) -> None:
    lines = [
        '"A title; over',
        'two lines"',
        "",
        "case;time;activity",
        "1;2026-01-01;ä",
        '2;2026-01-01;"over',
        "",
        'three lines"',
        "",
        ";2026-01-01;no case",
        "3;2026-01-01",
        "   ",
        '4;never;"again',
        'two"',
        "5;2026-01-01;b",
        ";2026-01-01;no case",
    ]
    reading = read(written(tmp_path, ends.join(lines), encoding))
    assert skipped(reading) == {UNREADABLE_ROW: (1, (11,)), NO_CASE: (2, (10, 16)), UNREADABLE_TIME: (1, (13,))}
    assert reading.rows == 7
    assert reading.log.activity.names == ("b", "over  three lines", "ä")


@pytest.mark.parametrize("broken", ["", '1;2026-01-01;"broken'])
def test_delimiters_at_the_end_of_lines_do_no_harm(tmp_path: Path, broken: str) -> None:
    lines = [
        "case;time;activity",
        "1;2026-01-01;a;",
        "1;2026-01-02;b;;",
        *["1;2026-01-03;c"] * 4,
        broken,
        "1;2026-01-03;d;e",
    ]
    reading = read(written(tmp_path, "\n".join(lines)))
    assert reading.log.activity.names == ("a", "b", "c")
    assert skipped(reading) == {UNREADABLE_ROW: (2, (8, 9)) if broken else (1, (9,))}


def test_a_header_without_the_rows_last_delimiter_is_found(tmp_path: Path) -> None:
    path = written(tmp_path, "case;time;activity\n1;2026-01-01;a;\n1;2026-01-02;b;\n")
    assert [column.name for column in preview(path).columns] == ["case", "time", "activity"]
    assert read(path).log.activity.names == ("a", "b")


@pytest.mark.parametrize("blank", ["", " ", "\n", "\n  \n"])
def test_lines_behind_blank_ones_are_true(tmp_path: Path, blank: str) -> None:
    lines = ["case,time,activity", "1,2026-01-01,a", blank, "1,2026-01-01", "1,soon,a", "1,2026-01-02,b"]
    line = 4 + blank.count("\n")
    reading = read(written(tmp_path, "\n".join(lines)))
    assert skipped(reading) == {UNREADABLE_ROW: (1, (line,)), UNREADABLE_TIME: (1, (line + 1,))}


def test_broken_quotes_cost_their_line_and_no_more(tmp_path: Path) -> None:
    lines = [
        "case,time,activity",
        "1,2026-01-01,a",
        '1,2026-01-02,"never closed',
        "1,2026-01-03,c",
        '1,2026-01-04,"d"x',
        '1,2026-01-05,"e, ""e"""',
        ",2026-01-06,f",
        '1,2026-01-07,"g"',
    ]
    reading = read(written(tmp_path, "\n".join(lines)))
    assert reading.log.activity.names == ("a", "c", 'e, "e"', "g")
    assert skipped(reading) == {UNREADABLE_ROW: (2, (3, 5)), NO_CASE: (1, (7,))}


def test_a_quote_that_opens_in_a_file_without_others_does_not_swallow_it(tmp_path: Path) -> None:
    rows = [("1", "2026-01-01", f"a{n % 7}") for n in range(5_000)]
    rows[17] = ("1", "2026-01-01", '"opened')
    reading = read(written(tmp_path, a_csv(HEADER, *rows)))
    assert skipped(reading) == {UNREADABLE_ROW: (1, (19,))}
    assert reading.log.events == 4_999


def test_bytes_that_are_no_text_cost_their_line(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    good = "".join(f"1,2026-01-01,ä{n % 9}\n" for n in range(3))
    path.write_bytes(b"case,time,activity\n" + good.encode() * 400_000 + b"1,2026-01-01,\xe4\n" + good.encode())
    plan = plan_of(preview(written(tmp_path, a_csv(HEADER, ("1", "2026-01-01", "ä")), name="small.csv")))
    assert skipped(read_log(path, plan)) == {UNREADABLE_ROW: (1, (1_200_002,))}


def test_a_line_of_some_megabytes_does_not_stop_the_reading(tmp_path: Path) -> None:
    rows = [
        ("1", "2026-01-01", "a"),
        ("1", "2026-01-01", "x" * 5_000_000),
        ("", "2026-01-01", "a"),
        ("1", "2026-01-02", "b"),
    ]
    reading = read(written(tmp_path, a_csv(HEADER, *rows)))
    assert reading.log.events == 3
    assert skipped(reading) == {NO_CASE: (1, (4,))}


def test_lines_far_down_a_large_file_are_true(tmp_path: Path) -> None:
    rows: list[tuple[str, ...]] = [(f"k{n}", "2026-01-01 10:00:00", "a" if n % 2 else "b") for n in range(400_000)]
    rows[300_000] = ("", "2026-01-01", "a")
    rows[310_000] = ("k", "2026-01-01")
    rows[320_000] = ("k", "soon", "a")
    path = written(tmp_path, a_csv(HEADER, *rows))
    assert skipped(read(path)) == {
        UNREADABLE_ROW: (1, (310_002,)),
        NO_CASE: (1, (300_002,)),
        UNREADABLE_TIME: (1, (320_002,)),
    }


def test_a_name_that_only_stands_in_bad_rows_is_no_activity(tmp_path: Path) -> None:
    rows = [("1", "2026-01-01", "a"), HEADER, ("1", "2026-01-02", "b")]
    reading = read(written(tmp_path, a_csv(HEADER, *rows)))
    assert reading.log.activity.names == ("a", "b")
    assert skipped(reading) == {UNREADABLE_TIME: (1, (3,))}


def test_every_fault_of_the_dirty_sample_is_found() -> None:
    from sample_data import dirty_log

    path = Path(__file__).parents[3] / "sample_data" / "logs" / "fehlerhaft-de.csv"
    reading = read(path)
    lines = dirty_log.dirty_log().split("\r\n")
    ragged = tuple(sum(1 + extra.count("\n") for extra in lines[: lines.index(row)]) + 1 for row in dirty_log.RAGGED)
    counts = {kind: count for kind, (count, _) in skipped(reading).items()}
    assert skipped(reading)[UNREADABLE_ROW] == (2, ragged)
    assert counts[NO_CASE] == len(dirty_log.NO_CASE)
    assert counts[NO_ACTIVITY] == len(dirty_log.NO_ACTIVITY) + 1  # and the sum below the table
    assert (
        counts[UNREADABLE_TIME] == len(dirty_log.NO_TIME) + len(dirty_log.UNREADABLE_TIMES) + 1
    )  # and the header again
    assert counts[IMPOSSIBLE_DATE] == len(dirty_log.IMPOSSIBLE_DATES)
    assert reading.log.events == len(dirty_log.GOOD) + len(dirty_log.QUOTED) + len(dirty_log.TWICE)


def test_a_file_of_bad_rows_only_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, a_csv(HEADER, ("1", "2026-01-01", "a")))
    plan = plan_of(preview(path))
    path.write_text(a_csv(HEADER, ("", "2026-01-01", "a")), "utf-8")
    with pytest.raises(UnreadableLog) as caught:
        read_log(path, plan)
    assert caught.value.key == "no_events"
    assert all(caught.value.message(language) for language in Language)
