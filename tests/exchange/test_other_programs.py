"""Workbooks that other programs opened and saved again say the same: LibreOffice, Gnumeric, openpyxl, ExcelJS, SheetJS.

Each program is started once, with all workbooks (Gnumeric once a file: it takes one)."""

import os
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from journey.exchange import read_workbook, write_workbook
from journey.exchange.guarding.problems import Reading
from journey.model import Emotion, Language, Workshop
from journey.samples import load_sample
from tests.builders import a_frame, a_goal, a_persona, a_touchpoint, a_workshop, an_own_model
from tests.exchange.hands import by_hand, column, headed
from tests.strategies import NASTY
from tools import office

pytestmark = pytest.mark.office

SAMPLES = ("b2b-software-de", "b2b-software-en", "baeckerei-de")
ESCAPES = ("_x0041_", "_x000D_", "_x0041_x0042_")
"""Text that LibreOffice 7 and SheetJS 0.18 themselves take for escapes when they write a file."""
AS_ESCAPES = ("libreoffice", "sheetjs")
WITHOUT_AUTHORS = ("libreoffice",)
REFUSES_OPENPYXL = ("exceljs",)
"""ExcelJS 4.4 does not open a sheet with a drawing that openpyxl saved, and the edits here are made by openpyxl."""


def _libreoffice(source: Path, target: Path) -> None:
    profile = f"-env:UserInstallation={(target / 'profile').as_uri()}"
    kind = "xlsx:Calc MS Excel 2007 XML"
    files = [str(path) for path in sorted(source.iterdir())]
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(target), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


def _gnumeric(source: Path, target: Path) -> None:
    for path in source.iterdir():
        command = ["ssconvert", "--export-type=Gnumeric_Excel:xlsx2", str(path), str(target / path.name)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def _openpyxl(source: Path, target: Path) -> None:
    for path in source.iterdir():
        openpyxl.load_workbook(path).save(target / path.name)


PROGRAMS: dict[str, Callable[[Path, Path], None]] = {
    "libreoffice": _libreoffice,
    "gnumeric": _gnumeric,
    "openpyxl": _openpyxl,
    "exceljs": lambda source, target: office.save_again("exceljs", source, target),
    "sheetjs": lambda source, target: office.save_again("sheetjs", source, target),
}
NEEDED = {"libreoffice": "soffice", "gnumeric": "ssconvert", "exceljs": "exceljs, xlsx", "sheetjs": "exceljs, xlsx"}


def _tempting(program: str) -> Workshop:
    """Every text that a spreadsheet is tempted to understand, as titles and in lists."""
    texts = [*NASTY, *ESCAPES, "認知と関心", "x" * 200, "<r>x</r>"]
    if program in AS_ESCAPES:
        texts = [text for text in texts if "_x0" not in text]
    people = [a_persona(text, id=f"p{place}", rank=place) for place, text in enumerate(texts)]
    everybody = tuple(person.id for person in people)
    touchpoints = [
        a_touchpoint(text, id=f"t{place}", rank=place, personas=everybody, doing=f"{text}\n{text}")
        for place, text in enumerate(texts)
    ]
    return a_workshop(frame=a_frame(title=texts[0]), personas=people, touchpoints=touchpoints, models=[an_own_model()])


def _workbooks(program: str) -> dict[str, Workshop]:
    return {**{name: load_sample(name) for name in SAMPLES}, "nasty": _tempting(program)}


def _edited() -> Workshop:
    return a_workshop(
        personas=[a_persona("Alma", id="p1", share=45, rank=1), a_persona("Bert", id="p2", share=55, rank=2)],
        touchpoints=[
            a_touchpoint("Plakat", id="t1", rank=1, phase="aida-plus.favorability", emotion=Emotion.GOOD),
            a_touchpoint("Kasse", id="t2", rank=2, phase="aida-plus.favorability"),
        ],
        goals=[a_goal("Mehr", id="g1", unit="%", baseline=31)],
    )


def _edit(book: Any) -> None:
    """What people do: a percentage, a formula, a total, equal phases merged, a comment, a card below."""
    people, goals = book["Personas"], book["Ziele"]
    share = people.cell(2, column(people, "Anteil in %"))
    share.value, share.number_format = 0.25, "0%"
    headed(people, 4, {"Name": "Summe", "Anteil in %": "=SUM(C2:C3)"})
    headed(goals, 2, {"Zielwert": "=20+22"})
    goals["A2"].comment = Comment("Stimmt das noch?", "Kim")
    headed(goals, 3, {"Ziel": "Weniger Fragen"})
    book["Touchpoints"].merge_cells("B2:B3")


def _in_folder(folder: Path, program: str) -> dict[str, Workshop]:
    workshops = _workbooks(program)
    for name, workshop in workshops.items():
        (folder / f"{name}.xlsx").write_bytes(write_workbook(workshop, workshop.frame.language))
    if program not in REFUSES_OPENPYXL:
        (folder / "edited.xlsx").write_bytes(by_hand(write_workbook(_edited(), Language.DE), _edit))
    return workshops


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_workbook_that_another_program_saved_again_says_the_same(program: str, tmp_path: Path) -> None:
    if NEEDED.get(program, "") in office.missing():
        reason = f"{NEEDED[program]} is not installed: python -m tools.office"
        assert os.environ.get("CI") != "true", reason
        pytest.skip(reason)
    source, target = tmp_path / "written", tmp_path / "saved again"
    source.mkdir()
    target.mkdir()
    workshops = _in_folder(source, program)
    PROGRAMS[program](source, target)
    for name, workshop in workshops.items():
        reading = read_workbook((target / f"{name}.xlsx").read_bytes(), Language.EN)
        assert reading.workshop.to_json() == workshop.to_json(), name
        assert reading.problems == (), name
    if program in REFUSES_OPENPYXL:
        return
    _the_edits_are_read(read_workbook((target / "edited.xlsx").read_bytes(), Language.DE, _edited()), program)


def _the_edits_are_read(reading: Reading, program: str) -> None:
    workshop = reading.workshop
    assert [(p.name, p.share) for p in workshop.personas] == [("Alma", 25), ("Bert", 55)]
    assert workshop.touchpoints == _edited().touchpoints
    first, second = workshop.goals
    assert (first.baseline, second.title) == (31, "Weniger Fragen")
    if program in ("libreoffice", "gnumeric"):
        assert first.target == 42, "a program that calculates stores the result"
    else:
        assert first.target is None
    assert first.note == ("Stimmt das noch?" if program in WITHOUT_AUTHORS else "Kim: Stimmt das noch?")
    assert {problem.key for problem in reading.problems} >= {"total_row", "merged", "comment"}


def test_libraries_that_keep_every_cell_with_a_dropdown_come_to_an_end() -> None:
    """ExcelJS keeps an object for each: the cells with dropdowns are counted, so that no minute is lost here."""
    book = openpyxl.load_workbook(BytesIO(write_workbook(a_workshop(), Language.DE)))
    ranges = (r for s in book.worksheets for v in s.data_validations.dataValidation for r in v.sqref.ranges)
    assert sum(each.size["rows"] * each.size["columns"] for each in ranges) < 250_000
