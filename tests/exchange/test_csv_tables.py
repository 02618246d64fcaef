"""The CSV tables in a zip: whatever is written comes back, and nothing in them is a formula."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey.exchange import UnreadableFile, read_document
from journey.exchange.reading import csv_tables as csv_reading
from journey.exchange.writing.csv_tables import write_tables
from journey.model import Language, Workshop
from journey.samples import load_sample
from tests.builders import a_frame, a_goal, a_persona, a_touchpoint, a_workshop
from tests.strategies import NASTY, workshops

MANY = settings(max_examples=settings().max_examples * 2 // 5, deadline=None, suppress_health_check=list(HealthCheck))


def tables(data: bytes) -> dict[str, str]:
    """Every file of a zip by its name, as text."""
    with ZipFile(BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry).decode("utf-8-sig") for entry in archive.infolist()}


def zipped(files: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


@MANY
@given(workshops(), st.sampled_from(Language), st.sampled_from(Language))
def test_any_workshop_survives_the_tables(workshop: Workshop, written: Language, read: Language) -> None:
    reading = read_document(write_tables(workshop, written), "tables.zip", read)
    assert reading.workshop.to_json() == workshop.to_json()
    assert reading.problems == ()


def test_german_tables_have_semicolons_decimal_commas_and_a_mark_that_excel_asks_for() -> None:
    workshop = a_workshop(goals=[a_goal("Mehr Anfragen; weniger Rückfragen", baseline=1234.5)])
    with ZipFile(BytesIO(write_tables(workshop, Language.DE))) as archive:
        raw = archive.read("Ziele.csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";")
    assert row[head.index("Ziel")] == "Mehr Anfragen; weniger Rückfragen"
    assert row[head.index("Ausgangswert")] == "1234,5"
    english = tables(write_tables(workshop, Language.EN))["Goals.csv"]
    assert "1234.5" in next(row for row in csv.reader(StringIO(english, newline="")) if "Mehr" in row[0])


def test_nothing_that_people_type_is_a_formula_in_any_cell() -> None:
    texts = [*NASTY, "'=1+1", "＝1+1", "\t=1"]
    workshop = a_workshop(
        frame=a_frame(title="=cmd()"), touchpoints=[a_touchpoint(each, doing=f"{each}\n=2+2") for each in texts]
    )
    for language, mark in ((Language.DE, ";"), (Language.EN, ",")):
        files = tables(write_tables(workshop, language))
        cells = [
            cell
            for words in files.values()
            for row in csv.reader(StringIO(words, newline=""), delimiter=mark)
            for cell in row
        ]
        started = [cell for cell in cells if cell.startswith(tuple("=+-@\t\r＝＋－＠"))]
        assert [cell for cell in started if not cell.lstrip("-").replace(",", "").replace(".", "").isdigit()] == []
        assert "'=cmd()" in cells


def test_what_a_spreadsheet_saved_again_is_read() -> None:
    """Excel saves days and bytes in its own way: the code page of Windows, German days, no mark at the beginning."""
    workshop = a_workshop(goals=[a_goal("Größe", id="g1", due="2026-03-05", target=2.5)])
    files = tables(write_tables(workshop, Language.DE))
    files["Ziele.csv"] = files["Ziele.csv"].replace("2026-03-05", "05.03.2026").replace("2,5", "1.234,5")
    reading = read_document(
        zipped({name: words.encode("cp1252") for name, words in files.items()}), "x.zip", Language.DE
    )
    (goal,) = reading.workshop.goals
    assert (goal.id, goal.title, str(goal.due), goal.target) == ("g1", "Größe", "2026-03-05", 1234.5)


@pytest.mark.parametrize(
    ("first", "encoding"), [("sep=;\r\n", "utf-8"), ("sep=;;;\n", "utf-8"), ("", "utf-16"), ("SEP=;\n", "utf-16")]
)
def test_a_line_for_excel_and_two_bytes_a_letter_are_understood(first: str, encoding: str) -> None:
    workshop = a_workshop(goals=[a_goal("Größe", id="g1", target=2.5)], personas=[a_persona("Zoë", id="p1", share=45)])
    files = tables(write_tables(workshop, Language.DE))
    data = zipped({name: (first + words.removeprefix("\ufeff")).encode(encoding) for name, words in files.items()})
    reading = read_document(data, "x.zip", Language.DE)
    assert (reading.workshop, reading.problems) == (workshop, ())


def test_a_single_table_changes_nothing_else() -> None:
    before = load_sample("baeckerei-de")
    files = tables(write_tables(before, Language.DE))
    changed = files["Personas.csv"].replace(before.personas[0].name, "Umbenannt")
    reading = read_document(zipped({"Personas.csv": changed.encode()}), "x.zip", Language.DE, before)
    assert reading.workshop.personas[0].name == "Umbenannt"
    assert reading.workshop.touchpoints == before.touchpoints


def test_a_zip_that_is_too_large_or_holds_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_reading, "MOST_UNPACKED", 1_000)
    with pytest.raises(UnreadableFile, match="bomb"):
        read_document(write_tables(load_sample("baeckerei-de"), Language.DE), "x.zip", Language.DE)
    with pytest.raises(UnreadableFile, match="no_workbook"):
        read_document(zipped({"notes.txt": b"hello"}), "x.zip", Language.DE)
    with pytest.raises(UnreadableFile):
        read_document(zipped({"a.csv": b"x;y\n1;2\n"}), "x.zip", Language.DE)
