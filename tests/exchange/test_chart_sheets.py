"""The sheets with charts: native charts over the numbers of their own sheet, which come back as they went out."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from journey.audit import scores
from journey.critic import Severity, findings, listed, open_findings
from journey.exchange import read_workbook, write_workbook
from journey.exchange.layout.lists import CHARTS_SAID
from journey.exchange.layout.sealed import CHART_SHEETS, sheet_name
from journey.journey_map import matters_to
from journey.model import Answer, AuditAnswer, Language, Workshop
from journey.phases import model_of
from journey.questionnaire import questions
from journey.samples import load_sample, samples
from journey.store import open_store
from journey.texts import text
from tests.builders import PHASE, a_count, a_persona, a_touchpoint, a_workshop
from tests.exchange.hands import by_hand
from tests.store.room_scenes import a_meeting
from tests.store.scenes import ID

DE, EN = Language.DE, Language.EN
FULL = [each.id for each in samples() if "template" not in each.id]


def _book(workshop: Workshop, language: Language = DE) -> Any:
    return load_workbook(BytesIO(write_workbook(workshop, language)))


def _sheet(book: Any, name: str, language: Language = DE) -> Any:
    return book[sheet_name(name, language)]


def _cells(book: Any, reference: str) -> list[Any]:
    """The values that a chart refers to."""
    sheet, _, cells = reference.rpartition("!")
    left, top, right, bottom = range_boundaries(cells.replace("$", ""))
    rows = book[sheet.strip("'")].iter_rows(top, bottom, left, right)
    return [cell.value for row in rows for cell in row]


def _series(book: Any, name: str, language: Language = DE) -> dict[str, tuple[list[Any], list[Any]]]:
    """The series of a sheet's chart by their names, each with its categories and its values."""
    sheet = _sheet(book, name, language)
    (chart,) = sheet._charts
    found = {}
    for one in chart.series:
        category = one.cat.numRef.f if one.cat.numRef else one.cat.strRef.f
        references = (one.tx.strRef.f, category, one.val.numRef.f)
        assert {reference.rpartition("!")[0].strip("'") for reference in references} == {sheet.title}
        (called,) = _cells(book, references[0])
        found[str(called)] = _cells(book, references[1]), _cells(book, references[2])
    return found


def _parts(data: bytes) -> dict[str, bytes]:
    """What is in a workbook, but for the moment at which it was written."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("sample", FULL)
def test_a_sample_s_sheets_have_a_chart_each_and_come_back_byte_for_byte(sample: str, language: Language) -> None:
    workshop = load_sample(sample)
    data = write_workbook(workshop, language)
    book = load_workbook(BytesIO(data))
    drawn = [name for name in CHART_SHEETS if sheet_name(name, language) in book.sheetnames]
    assert {"funnel", "curve", "findings"} <= set(drawn)
    for name in drawn:
        assert _series(book, name, language)
        assert _sheet(book, name, language).page_setup.paperSize in {"8", "9", 8, 9}
    named = {cell.value for row in _sheet(book, "curve", language).iter_rows() for cell in row}
    assert {touchpoint.title for touchpoint in workshop.touchpoints} <= named
    reading = read_workbook(data, language, workshop)
    assert reading.problems == ()
    assert reading.workshop == workshop
    assert _parts(write_workbook(reading.workshop, language)) == _parts(data)
    assert not [name for name in _parts(data) if "externalLink" in name]


def test_the_funnel_has_a_series_a_period_and_the_last_one_s_step_rates() -> None:
    counts = [
        a_count(200, period="Mai", rank=1), a_count(50, "aida-plus.favorability", period="Mai", rank=2),
        a_count(400, period="Juni", rank=3), a_count(100, "aida-plus.favorability", period="Juni", rank=4),
    ]  # fmt: skip
    book = _book(a_workshop(counts=counts))
    series = _series(book, "funnel")
    assert {name: values[:3] for name, (_, values) in series.items()} == {
        "Mai": [200, 50, None],
        "Juni": [400, 100, None],
    }
    assert series["Mai"][0][:2] == ["Interesse wecken", "Interesse konkretisieren"]
    course = _series(book, "course")
    assert course["Interesse wecken"] == (["Mai", "Juni"], [200, 400])
    cells = [cell for row in _sheet(book, "funnel").iter_rows() for cell in row]
    (rate,) = [cell for cell in cells if cell.value == 0.25]
    assert rate.number_format == '0.0"\u202f"%'
    (count,) = [cell for cell in cells if cell.value == 400]
    assert count.number_format == "#,##0"
    english = _sheet(_book(a_workshop(counts=counts), EN), "funnel", EN)
    assert "0.0%" in {cell.number_format for row in english.iter_rows() for cell in row}


def test_one_period_has_no_course() -> None:
    book = _book(a_workshop(counts=[a_count(200), a_count(50, "aida-plus.favorability")]))
    assert _series(book, "funnel")["Anzahl"][1][:2] == [200, 50]
    assert sheet_name("course", DE) not in book.sheetnames


def test_the_curve_has_a_line_for_everyone_and_one_a_persona() -> None:
    workshop = load_sample("b2b-software-de")
    series = _series(_book(workshop), "curve")
    assert list(series) == ["Alle", *(persona.name for persona in workshop.personas)]
    order = {touchpoint.id: touchpoint for touchpoint in workshop.touchpoints}
    assert series["Alle"][1] == [None if each.emotion is None else int(each.emotion) for each in order.values()]
    for persona in workshop.personas:
        numbers, scores = series[persona.name]
        assert numbers == list(range(1, len(order) + 1))
        meant = [matters_to(workshop, each, persona.id) for each in order.values()]
        assert [score is not None for score in scores] == meant


def test_findings_are_counted_by_phase_and_weight() -> None:
    workshop = load_sample("baeckerei-de")
    series = _series(_book(workshop), "findings")
    found = listed(open_findings(findings(workshop, DE), workshop))
    for severity in Severity:
        phases, counts = series[text(f"analysis.severity_{severity}", DE)]
        assert sum(count or 0 for count in counts) == sum(each.severity is severity for each in found)
        assert phases[-1] == text("exchange.charts.whole_journey", DE)


def test_the_self_audit_s_points_stand_beside_what_speaks_against_more() -> None:
    asked = [question for question in questions(model_of(a_workshop(), DE), DE) if question.phase == PHASE]
    answers = (Answer.YES, Answer.NO, Answer.PARTLY, Answer.YES)
    audit = [
        AuditAnswer(id=f"q{place}", rank=place, question=question.id, phase=PHASE, answer=answer)
        for place, (question, answer) in enumerate(zip(asked, answers, strict=False))
    ]
    workshop = a_workshop(audit=audit)
    judged = scores(workshop, model_of(workshop, DE), DE)
    book = _book(workshop)
    phases, points = _series(book, "points")["Punkte"]
    assert (phases[0], points[0]) == ("Interesse wecken", judged[PHASE].score)
    assert points == [score.score for score in judged.values()]
    said = {cell.value for row in _sheet(book, "points").iter_rows() for cell in row}
    assert "\n".join(judged[PHASE].reasons[:3]) in said
    assert read_workbook(write_workbook(workshop, DE), DE, workshop).problems == ()


def test_without_numbers_scores_and_findings_there_is_no_such_sheet() -> None:
    names = set(_book(a_workshop()).sheetnames)
    assert not names & {sheet_name(name, DE) for name in ("funnel", "course", "curve", "points")}


def test_what_is_changed_on_such_a_sheet_is_told_and_changes_nothing() -> None:
    workshop = a_workshop(counts=[a_count(200)], touchpoints=[a_touchpoint(emotion=1)])
    data = write_workbook(workshop, DE)

    def edit(book: Any) -> None:
        cells = (cell for row in _sheet(book, "funnel").iter_rows() for cell in row)
        next(cell for cell in cells if cell.value == 200).value = 300

    reading = read_workbook(by_hand(data, edit), DE, workshop)
    assert [(one.key, one.sheet) for one in reading.problems] == [("read_only_edit", "Funnel")]
    assert reading.workshop == workshop


def test_such_a_sheet_is_no_table_even_where_the_workbook_does_not_say_what_it_is() -> None:
    def forget(book: Any) -> None:
        book["Listen"].cell(1, _place(book["Listen"], CHARTS_SAID)).value = "gone"
        del book["Touchpoints"], book["Zählungen"]

    workshop = load_sample("b2b-software-de")
    reading = read_workbook(by_hand(write_workbook(workshop, DE), forget), DE)
    assert (reading.workshop.touchpoints, reading.workshop.counts) == ((), ())


def _place(sheet: Any, header: str) -> int:
    return int(next(cell.column for cell in sheet[1] if cell.value == header))


def test_names_like_formulas_are_words_in_chart_and_table() -> None:
    workshop = a_workshop(
        personas=[a_persona("=1+1", id="p1"), a_persona("=1+1", id="p2")],
        touchpoints=[a_touchpoint("=HYPERLINK(1)", emotion=1, phase=PHASE)],
    )
    series = _series(_book(workshop), "curve")
    assert set(series) == {"Alle", "=1+1"}
    data = write_workbook(workshop, DE)
    assert read_workbook(data, DE, workshop).problems == ()


def test_the_map_s_curve_finds_its_numbers_also_where_rooms_come_along(tmp_path: Path) -> None:
    workshop = load_sample("b2b-software-de")
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    store.create(a_workshop(frame={"id": ID, "title": "Werkstatt"}), "Alma")
    a_meeting(store)
    data = write_workbook(workshop, DE, store.rooms.records(ID))
    store.close()
    book: Any = load_workbook(BytesIO(data))
    (chart,) = book["Karte"]._charts
    places = _cells(book, chart.series[0].xVal.numRef.f)
    assert len(places) == len(workshop.touchpoints)
    assert all(isinstance(place, int | float) for place in places)
    assert places == sorted(places)


def test_no_reference_of_a_chart_is_one_to_a_table() -> None:
    parts = _parts(write_workbook(load_sample("b2b-software-en"), EN))
    charts = [part.decode() for name, part in parts.items() if name.startswith("xl/charts/chart")]
    references = [one for chart in charts for one in re.findall(r"<c:f>([^<]*)</c:f>", chart)]
    assert len(references) > 20
    assert all(re.fullmatch(r"('[^']+'|\w+)!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?", one) for one in references)
