"""One log in every dialect that the reader claims gives one funnel."""

import csv
import gzip
import io
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journey.model import Language
from journey.numbers.log.coded import CodedLog, phased
from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log.measured import log_funnel
from journey.numbers.reading import SkippedKind, preview
from tests.numbers.reading.files import a_csv, read, skipped, times, written
from tests.typed import first_sheet

HEADER = ("Kundennummer", "Zeitpunkt", "Ereignis", "Größe", "Umsatz")
STEPS = ("Prüfung, groß", "Angebot", "Kauf „Plus“")
START = datetime(2026, 1, 13, 9, 5)
EVENTS = [
    (f"K{case}", START + timedelta(days=3 * case, hours=25 * step), STEPS[step], 1234.5 * (step + 1))
    for case in range(9)
    for step in range(1 + case % 3)
]
MONTHS = ("Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")
DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
DATES: dict[str, Callable[[datetime], str]] = {
    "iso": lambda time: time.isoformat(" "),
    "zoned": lambda time: (time + timedelta(hours=1)).isoformat() + "+01:00",
    "german": lambda time: time.strftime("%d.%m.%Y %H:%M"),
    "short": lambda time: f"{time.day}.{time.month}.{time:%y} {time:%H:%M}",
    "american": lambda time: f"{time.month}/{time.day}/{time:%y} {time:%I:%M %p}",
    "british": lambda time: time.strftime("%d/%m/%Y %H:%M:%S"),
    "year": lambda time: time.strftime("%y-%m-%d %H:%M"),
    "bare": lambda time: time.strftime("%d%m%Y %H:%M"),
    "compact": lambda time: time.strftime("%Y%m%dT%H%M%S"),
    "words": lambda time: (
        f"{DAYS[time.weekday()]}, {time.day}. {MONTHS[time.month - 1]}. {time.year} um {time:%H:%M} Uhr"
    ),
    "mail": lambda time: time.strftime("%a, %d %b %Y %H:%M:%S GMT"),
    "seconds": lambda time: str(int((time - datetime(1970, 1, 1)).total_seconds())),
    "nanoseconds": lambda time: str(int((time - datetime(1970, 1, 1)).total_seconds()) * 10**9),
}
QUOTES = {
    "least": {"quoting": csv.QUOTE_MINIMAL},
    "all": {"quoting": csv.QUOTE_ALL},
    "backslash": {"quoting": csv.QUOTE_ALL, "doublequote": False, "escapechar": "\\"},
    "apostrophe": {"quoting": csv.QUOTE_ALL, "quotechar": "'"},
}
ABOVE = {"none": [], "title": [["Bericht der Filiale"]], "titles": [["Bericht"], ["von", "01.01.2026"], []]}


def _amount(value: float, mark: str) -> str:
    plain = f"{value:,.2f}"
    return plain.replace(",", " ").replace(".", ",").replace(" ", ".") if mark == "," else plain


def _rows(date: str, mark: str) -> list[list[str]]:
    return [[case, DATES[date](time), what, "40 %", _amount(value, mark)] for case, time, what, value in EVENTS]


def _funnel(log: CodedLog) -> list[tuple[int | None, float | None]]:
    funnel = log_funnel(
        phased(log, STEPS, {step: step for step in STEPS}), {step: step for step in STEPS}, FunnelQuery()
    )
    return [(stage.count, stage.wait.median if stage.wait else None) for stage in funnel.stages]


EXPECTED = [(9, None), (6, 90_000.0), (3, 90_000.0)]


def _as_expected(path: Path) -> None:
    reading = read(path)
    assert _funnel(reading.log) == EXPECTED
    assert reading.skipped == ()
    assert sorted(reading.log.amounts["revenue"].tolist()) == sorted(value for *_, value in EVENTS)


DIALECTS = st.tuples(
    st.sampled_from(sorted(DATES)),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-be"]),
    st.sampled_from([",", "."]),
    st.sampled_from(sorted(QUOTES)),
    st.sampled_from(sorted(ABOVE)),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
)


@given(DIALECTS)
@settings(max_examples=60, deadline=None)
def test_one_log_in_every_dialect_of_text_gives_one_funnel(
    dialect: tuple[str, str, str, str, str, str, bool, str],
) -> None:
    date, delimiter, encoding, mark, quotes, above, packed, ends = dialect
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=ends, **QUOTES[quotes])  # type: ignore[arg-type]
    writer.writerows([*ABOVE[above], HEADER, *_rows(date, mark)])
    content = stream.getvalue().encode(encoding)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "log"
        path.write_bytes(gzip.compress(content) if packed else content)
        _as_expected(path)


@pytest.mark.parametrize("above", [0, 2])
@pytest.mark.parametrize("sheet", ["first", "second"])
@pytest.mark.parametrize("date", ["typed", *sorted(DATES)])
def test_one_log_in_every_workbook_gives_one_funnel(tmp_path: Path, date: str, sheet: str, above: int) -> None:
    book = openpyxl.Workbook()
    target = first_sheet(book)
    if sheet == "second":
        first_sheet(book)["A1"] = "Deckblatt"
        target = book.create_sheet("Daten")
    for row in [["Bericht"]] * above:
        target.append(row)
    target.append(HEADER)
    for case, time, what, value in EVENTS:
        target.append((case, time if date == "typed" else DATES[date](time), what, "40 %", value))
    book.save(tmp_path / "log.xlsx")
    _as_expected(tmp_path / "log.xlsx")


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("date", ["typed", *sorted(DATES)])
def test_one_log_in_every_parquet_gives_one_funnel(tmp_path: Path, date: str, packed: bool) -> None:
    rows = [
        (case, time if date == "typed" else DATES[date](time), what, "40 %", value)
        for case, time, what, value in EVENTS
    ]
    pq.write_table(pa.table(dict(zip(HEADER, map(list, zip(*rows, strict=True)), strict=True))), tmp_path / "plain")
    content = (tmp_path / "plain").read_bytes()
    (tmp_path / "log").write_bytes(gzip.compress(content) if packed else content)
    _as_expected(tmp_path / "log")


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_years_and_codes_among_the_names_are_names(tmp_path: Path, delimiter: str) -> None:
    for names in (("2025", "2026"), ("404", "500"), ("100", "200"), ("2025", "Anteil")):
        rows = [
            ("K1", "05.01.2026", "Besuch", "1", "2"),
            ("K1", "06.01.2026", "Kauf", "1", "3"),
            ("K2", "06.01.2026", "Besuch", "1", "3"),
        ]
        looked = preview(
            written(tmp_path, a_csv(("Kundennummer", "Zeitpunkt", "Ereignis", *names), *rows, delimiter=delimiter))
        )
        assert (looked.header, looked.columns[3].name) == (1, names[0])


def test_stages_that_are_numbers_are_names_of_columns_of_dates(tmp_path: Path) -> None:
    rows = [("A", "2026-01-01", "2026-01-03", ""), ("B", "2026-01-02", "", ""), ("C", "", "2026-01-05", "2026-01-09")]
    looked = preview(written(tmp_path, a_csv(("deal", "10", "50", "100"), *rows)))
    assert [column for column, _ in looked.milestones] == ["10", "50", "100"]


def test_rows_without_names_above_them_are_all_rows(tmp_path: Path) -> None:
    rows = [
        ("K1", "05.01.2026", "Besuch", "2025"),
        ("K2", "06.01.2026", "Kauf", "2026"),
        ("K3", "07.01.2026", "Messe", "2026"),
    ]
    assert preview(written(tmp_path, a_csv(*rows, delimiter=";"))).header == 0


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_letter_cut_in_half_costs_its_row_only(tmp_path: Path, delimiter: str) -> None:
    rows = [("Kunde", "Zeit", "Ereignis"), *(("K", f"2026-01-{n:02}", "Müsli bestellt") for n in range(1, 20))]
    whole = a_csv(*rows, delimiter=delimiter).encode()
    cut = whole.replace(
        b"2026-01-07" + delimiter.encode() + "Mü".encode(), b"2026-01-07" + delimiter.encode() + b"M\xc3", 1
    )
    for content in (cut, gzip.compress(cut)):
        path = tmp_path / "log"
        path.write_bytes(content)
        reading = read(path)
        assert preview(path).encoding == "utf-8"
        assert reading.log.activity.names == ("Müsli bestellt",)
        assert skipped(reading)[SkippedKind.UNREADABLE_ROW][0] == 1


def test_another_encoding_is_said(tmp_path: Path) -> None:
    looked = preview(written(tmp_path, a_csv(("Kunde", "Zeit", "Ereignis"), ("1", "2026-01-01", "Prüfung")), "cp1252"))
    assert looked.hints == (("encoding", "Windows-1252"),)
    for language in Language:
        assert "Windows-1252" in looked.hint_words(language)[0]


def test_doubled_quotes_with_backslashes_among_them_stay_what_they_are(tmp_path: Path) -> None:
    text = 'id;time;event\n1;2026-01-01;"say ""hi"""\n1;2026-01-02;"C:\\dir\\"\n1;2026-01-03;"{""a"": ""x\\""}"\n'
    log = read(written(tmp_path, text)).log
    assert log.activity.names == ("C:\\dir\\", 'say "hi"', '{"a": "x\\"}')
    assert times(log)[-1] == "2026-01-03 00:00:00"


def test_a_backslash_before_quotes_and_ends_of_lines_is_told_from_whole_records(tmp_path: Path) -> None:
    rows = "".join(
        f'"u{n}","{what}","2026-01-0{n} 10:0{place}:00","line\\\nnext \\"q\\""\n'
        for n in range(1, 4)
        for place, what in enumerate(("view", "cart"))
    )
    reading = read(written(tmp_path, '"user","event","ts","note"\n' + rows))
    assert (reading.log.events, reading.log.cases, reading.skipped) == (6, 3, ())
