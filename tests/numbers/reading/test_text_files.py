"""CSV and its relatives in every encoding and dress that exports come in."""

import gzip
from pathlib import Path

import pytest

from journey.model import Language
from journey.numbers.reading import Preview, Role, UnreadableLog, plan_of, preview
from tests.numbers.reading.files import a_csv, cases, read, times, written

HEADER = ("Kunde", "Zeitpunkt", "Aktivität", "Kanal", "Umsatz")
ROWS = (
    ("K1", "31.12.2025 23:59", "Prüfung", "Büro", "1.234,50"),
    ("K2", "01.01.2026 08:00", "Kauf", "Büro", "12,00"),
    ("K1", "02.01.2026 09:30", "Kauf", "Web", "0,99"),
)
GERMAN = a_csv(HEADER, *ROWS, delimiter=";", ends="\r\n")
EXPECTED = [
    [(1767225540000000, "Prüfung", "Büro", 1234.5), (1767346200000000, "Kauf", "Web", 0.99)],
    [(1767254400000000, "Kauf", "Büro", 12.0)],
]


def _as_expected(path: Path) -> Preview:
    looked = preview(path)
    assert cases(read(path).log) == EXPECTED
    return looked


@pytest.mark.parametrize(
    ("encoding", "sniffed"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("cp1252", "cp1252"),
        ("cp850", "cp850"),
        ("mac_roman", "mac_roman"),
    ],
)
def test_a_german_export_reads_the_same_in_every_encoding(tmp_path: Path, encoding: str, sniffed: str) -> None:
    assert _as_expected(written(tmp_path, GERMAN, encoding)).encoding == sniffed


def test_euro_signs_and_dashes_of_windows_survive(tmp_path: Path) -> None:
    text = a_csv(("Kunde", "Datum", "Ereignis"), ("1", "2026-01-01", "Gutschein – 5 €"))
    assert read(written(tmp_path, text, "cp1252")).log.activity.names == ("Gutschein – 5 €",)


def test_a_letter_of_windows_far_behind_the_first_megabyte_is_found(tmp_path: Path) -> None:
    rows = [("k", "2026-01-01", f"plain {n % 9}") for n in range(60_000)]
    path = written(tmp_path, a_csv(("case", "time", "activity"), *rows, ("k", "2026-01-02", "Prüfung")), "cp1252")
    assert preview(path).encoding == "cp1252"
    assert "Prüfung" in read(path).log.activity.names


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_is_recognised(tmp_path: Path, delimiter: str) -> None:
    rows = [[cell if delimiter != "," or "," not in cell else f'"{cell}"' for cell in row] for row in (HEADER, *ROWS)]
    looked = _as_expected(written(tmp_path, a_csv(*rows, delimiter=delimiter)))
    assert looked.delimiter == delimiter


def test_decimal_commas_do_not_pass_for_delimiters(tmp_path: Path) -> None:
    rows = [
        ("Kunde", "Datum", "Aktion", "Umsatz", "Kosten"),
        *((f"k{n}", f"0{n}.01.2026", "Kauf", "1,5", "2,5") for n in range(1, 9)),
    ]
    looked = preview(written(tmp_path, a_csv(*rows, delimiter=";")))
    assert (looked.delimiter, looked.decimal, len(looked.columns)) == (";", ",", 5)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_system(tmp_path: Path, ends: str) -> None:
    _as_expected(written(tmp_path, a_csv(HEADER, *ROWS, delimiter=";", ends=ends)))


def test_line_ends_may_be_mixed(tmp_path: Path) -> None:
    first, *others = a_csv(HEADER, *ROWS, delimiter=";").splitlines()
    _as_expected(written(tmp_path, first + "\n" + "\r\n".join(others) + "\r\n"))


def test_a_packed_file_reads_like_the_plain_one(tmp_path: Path) -> None:
    path = tmp_path / "log"
    for encoding in ("utf-8", "cp1252"):
        path.write_bytes(gzip.compress(GERMAN.encode(encoding)))
        _as_expected(path)


@pytest.mark.parametrize(
    "above",
    [
        "Auftragsbericht (erfunden)\r\n",
        "Auftragsbericht\r\nErstellt am 30.04.2026 um 07:00 Uhr;;;;\r\n\r\n",
        '"Bericht; ""neu""\r\nüber zwei Zeilen"\r\n\r\n',
        "Bericht;;;;\r\nvon;01.01.2026;;;\r\n;;;;\r\n",
    ],
)
def test_title_lines_above_the_header_are_passed_over(tmp_path: Path, above: str) -> None:
    looked = _as_expected(written(tmp_path, above + GERMAN))
    assert looked.header == len(above.splitlines()) + 1


def test_a_header_over_two_lines_is_one_header(tmp_path: Path) -> None:
    path = written(tmp_path, GERMAN.replace("Aktivität", '"Aktivität\r\n(alle)"'))
    assert (
        cases(
            read(
                path,
                {
                    "case": "Kunde",
                    "time": "Zeitpunkt",
                    "activity": "Aktivität (alle)",
                    "channel": "Kanal",
                    "revenue": "Umsatz",
                },
            ).log
        )
        == EXPECTED
    )


def test_a_file_without_a_header_gets_names_in_the_reader_s_language(tmp_path: Path) -> None:
    path = written(tmp_path, a_csv(*ROWS, delimiter=";"))
    looked = preview(path, language=Language.EN)
    assert looked.header == 0
    assert [column.name for column in looked.columns][:2] == ["Column 1", "Column 2"]
    assert preview(path).columns[0].name == "Spalte 1"
    assert read(path).log.events == 3


def test_a_header_with_a_strange_last_name_is_still_a_header(tmp_path: Path) -> None:
    text = a_csv(("case", "time", "activity", ""), ("1", "2026-01-01", "a", ""), ("2", "2026-01-02", "b", ""))
    looked = preview(written(tmp_path, text))
    assert looked.header == 1
    assert looked.columns[3].name == "Spalte 4"


def test_names_that_stand_twice_are_told_apart(tmp_path: Path) -> None:
    text = a_csv(("id", "time", "event", "Event"), ("1", "2026-01-01", "a", "x"))
    assert [column.name for column in preview(written(tmp_path, text)).columns] == ["id", "time", "event", "Event (2)"]


def test_a_name_with_quotes_and_brackets_harms_no_query(tmp_path: Path) -> None:
    name = 'Fall\'s "Nr." {1}; DROP'
    text = a_csv(('"' + name.replace('"', '""') + '"', "time", "event"), ("1", "2026-01-01", "a"))
    path = tmp_path / "it's [1] *x?.csv"
    path.write_text(text, "utf-8")
    (tmp_path / "it's 1 *x?.csv").write_text(text.replace("a", "b"), "utf-8")
    reading = read(path, {"case": name, "time": "time", "activity": "event"})
    assert reading.log.activity.names == ("a",)


def test_quoted_cells_hold_delimiters_quotes_and_line_breaks(tmp_path: Path) -> None:
    text = 'case,time,activity\n1,2026-01-01,"a, ""b""\nc"\n2,2026-01-02,"60"" wide"\n3,2026-01-03,60" wide\n'
    assert read(written(tmp_path, text)).log.activity.names == ('60" wide', 'a, "b" c')


def test_further_columns_are_read_when_the_plan_names_them(tmp_path: Path) -> None:
    text = a_csv(("case", "time", "activity", "city"), ("1", "2026-01-01", "a", "Ulm"), ("1", "2026-01-02", "b", ""))
    reading = read(written(tmp_path, text), {"case": "case", "time": "time", "activity": "activity", "by": "city"})
    assert cases(reading.log) == [[(1767225600000000, "a", "Ulm"), (1767312000000000, "b", "")]]


def test_cells_that_say_no_value_are_empty(tmp_path: Path) -> None:
    words = ("NULL", "\\N", "n/a", "NaN", "None", "", '""')
    text = a_csv(("case", "time", "activity", "segment"), *(("1", "2026-01-01", "a", word) for word in words))
    log = read(written(tmp_path, text)).log
    assert log.attributes["segment"].names == ()
    assert set(log.attributes["segment"].codes.tolist()) == {-1}


def test_names_are_stripped_and_composed_and_ids_only_stripped(tmp_path: Path) -> None:
    text = a_csv(
        ("case", "time", "activity"),
        (" é1 ", "2026-01-01", " Café"),
        ("é1", "2026-01-02", "Cafe\u0301\t"),
        ("e\u03011", "2026-01-03", "Café"),
    )
    log = read(written(tmp_path, text)).log
    assert log.activity.names == ("Café",)
    assert sorted(map(len, cases(log))) == [1, 2]


def test_times_of_a_large_file_are_judged_by_its_end_too(tmp_path: Path) -> None:
    rows = [(f"k{n}", f"{n // 20_000 + 1:02}/03/2026 10:00", "visit the shop page") for n in range(120_000)]
    rows += [("k", "31/03/2026 10:00", "buy")] * 20_000
    path = written(tmp_path, a_csv(("case", "time", "activity"), *rows))
    assert preview(path).ambiguous == ()
    assert times(read(path).log)[-1] == "2026-03-31 10:00:00"


def test_a_plan_needs_case_time_and_activity(tmp_path: Path) -> None:
    looked = preview(written(tmp_path, GERMAN))
    for role in (Role.CASE, Role.TIME, Role.ACTIVITY):
        with pytest.raises(UnreadableLog) as caught:
            plan_of(looked, {name: column for name, column in looked.roles.items() if name != role})
        assert caught.value.key == f"no_{role.value}"
    with pytest.raises(UnreadableLog) as caught:
        plan_of(looked, {**looked.roles, "segment": "Wetter"})
    assert "Wetter" in caught.value.message(Language.DE)
