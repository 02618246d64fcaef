"""`python -m journey` as people run it: a process of its own, with its output and its exit code; and, where only the answer
counts, the same command in this process."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from journey.audit import scores
from journey.command_line.app import app, spoken
from journey.critic import findings
from journey.exchange import read_workbook, write_workbook
from journey.live import Exercise, ExerciseKind, ExerciseStage, LiveRoom, RoomRecord
from journey.model import Language, SilencedRule, Workshop
from journey.phases import model_of
from journey.samples import load_sample, samples
from journey.take_home import FORMATS

ROOT = Path(__file__).parent.parent


def journey(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line; only LANG (and what is passed) decides about the language."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("LC_") and key != "LANG"}
    return subprocess.run(
        [sys.executable, "-m", "journey", *map(str, arguments)],
        cwd=ROOT,
        env={**kept, "PYTHONUTF8": "1", "LANG": "en_GB.UTF-8", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def asked(command: str, *arguments: object, language: Language = Language.EN, **environment: str) -> Result:
    """The command in this process: most of a process's own time would go into imports. What it does not catch is raised."""
    words = [command, "--language", language.value, *map(str, arguments)]
    return CliRunner().invoke(app, words, prog_name="journey", env=environment, catch_exceptions=False)


HEAVY = {"altair", "numpy", "duckdb", "ibis", "sqlalchemy", "streamlit", "xlsxwriter"}


@pytest.mark.parametrize(
    ("command", "needed"),
    [
        (["samples"], set()),
        (["funnel", "sample_data/logs/baeckerei-shop-de.csv", "--by", "Kanal"], {"numpy"}),
        (["check", "baeckerei-de"], set()),
        (["export", "b2b-software-de", "--to", "FOLDER/map.a3.pdf"], {"numpy", "xlsxwriter"}),
    ],
    ids=lambda one: one[0] if isinstance(one, list) else "",
)
def test_a_command_loads_only_the_libraries_that_it_works_with(
    command: list[str], needed: set[str], tmp_path: Path
) -> None:
    """Each of them takes longer to load than a short command to answer."""
    command = [word.replace("FOLDER", str(tmp_path)) for word in command]
    told = "import atexit, runpy, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
    run = f"sys.argv = ['journey', *{command!r}]; runpy.run_module('journey', run_name='__main__', alter_sys=True)"
    done = subprocess.run(
        [sys.executable, "-c", told + run], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert HEAVY & set(done.stderr.split()) == needed


def test_samples_are_listed_by_name_with_their_titles() -> None:
    listed = journey("samples")
    assert listed.returncode == 0
    for sample in samples():
        assert sample.id in listed.stdout
        assert sample.title(Language.EN) in listed.stdout
    assert "\x1b" not in listed.stdout, "no colours in a pipe"


@pytest.mark.parametrize(
    ("environment", "language"),
    [("de_AT.UTF-8", Language.DE), ("en_US.UTF-8", Language.EN), ("C.UTF-8", Language.DE), ("", Language.DE)],
)
def test_the_environment_names_the_language(
    monkeypatch: pytest.MonkeyPatch, environment: str, language: Language
) -> None:
    for other in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv("LANG", environment)
    assert spoken() is language


def test_messages_follow_the_environment_unless_the_language_option_is_given() -> None:
    assert samples()[0].summary(Language.DE) in journey("samples", LANG="de_AT.UTF-8").stdout
    assert samples()[0].summary(Language.DE) in journey("samples", "--language", "de").stdout
    assert "Kommandozeile" in journey("--help", LANG="de_DE.UTF-8").stdout


def test_a_sample_goes_out_as_json(tmp_path: Path) -> None:
    target = tmp_path / "b2b.json"
    done = asked("export", "b2b-software-en", "--to", target)
    assert (done.exit_code, done.stderr) == (0, "")
    assert str(target) in done.stdout
    assert target.read_text("utf-8") == load_sample("b2b-software-en").to_json()


@pytest.mark.parametrize("language", list(Language))
def test_a_sample_goes_out_as_a_workbook_and_comes_back_as_it_was(tmp_path: Path, language: Language) -> None:
    book, back = tmp_path / "bakery.xlsx", tmp_path / "bakery.json"
    assert journey("export", "baeckerei-de", "--to", book, "--language", language.value).returncode == 0
    done = asked("import", book, "--to", back)
    assert (done.exit_code, done.stderr) == (0, "")
    assert back.read_text("utf-8") == load_sample("baeckerei-de").to_json()


@pytest.mark.parametrize("ending", FORMATS)
def test_a_sample_goes_out_in_every_format(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"bakery.{ending}"
    done = asked("export", "baeckerei-de", "--to", target, "--language", "de")
    assert (done.exit_code, done.stderr) == (0, "")
    assert target.stat().st_size > 500


def test_csv_tables_come_back_like_a_workbook(tmp_path: Path) -> None:
    tables, back = tmp_path / "bakery.zip", tmp_path / "bakery.json"
    assert asked("export", "baeckerei-de", "--to", tables).exit_code == 0
    assert (asked("import", tables, "--to", back).exit_code, asked("check", tables).exit_code) == (0, 0)
    assert back.read_text("utf-8") == load_sample("baeckerei-de").to_json()


def test_a_workbook_and_a_json_file_are_sources_too(tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("a.JSON", "b.xlsx", "c.json"))
    for source, target in (("template-schuster-en", first), (first, second), (second, third)):
        assert asked("export", source, "--to", target).exit_code == 0
    assert third.read_bytes() == first.read_bytes()


def test_problems_of_an_edited_workbook_are_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    import openpyxl

    book, back = tmp_path / "edited.xlsx", tmp_path / "edited.json"
    book.write_bytes(write_workbook(load_sample("b2b-software-en"), Language.EN))
    opened = openpyxl.load_workbook(book)
    sheet = opened["Touchpoints"]
    heads = {cell.value: cell for row in sheet.iter_rows(max_row=6) for cell in row if cell.value}
    cell = sheet.cell(heads["Channel"].row + 1, heads["Channel"].column)
    cell.value = "carrier pigeon"
    opened.save(book)
    done = asked("import", book, "--to", back)
    assert done.exit_code == 0
    for told in ("Touchpoints", "carrier pigeon", str(cell.row)):
        assert told in done.stderr
    assert len(Workshop.from_json(back.read_bytes()).touchpoints) == len(load_sample("b2b-software-en").touchpoints)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "no-such-sample", "--to", "x.xlsx"), "python -m journey samples"),
        (("export", "baeckerei-de", "--to", "x.odt"), ".xlsx, "),
        (("import", "gone.xlsx", "--to", "x.json"), "gone.xlsx"),
        (("import", "README.md", "--to", "x.json"), "README.md"),
        (("import", "gone.xlsx", "--to", "x.xlsx"), ".json"),
        (("export", "baeckerei-de"), "--to"),
        (("export", "baeckerei-de", "--to", "x.json", "--language", "fr"), "fr"),
        (("dance",), "dance"),
    ],
)
def test_misuse_is_explained_on_standard_error_with_exit_code_two(arguments: tuple[str, ...], told: str) -> None:
    done = asked(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr
    assert not (ROOT / "x.json").exists()


@pytest.mark.parametrize("arguments", [("dance",), ("import", "README.md", "--to", "x.json")], ids=lambda each: each[0])
def test_a_process_that_was_misused_ends_with_code_two_and_no_traceback(arguments: tuple[str, ...]) -> None:
    done = journey(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_broken_workbook_is_refused_in_the_persons_language_and_nothing_is_written(tmp_path: Path) -> None:
    broken, target = tmp_path / "broken.xlsx", tmp_path / "out.json"
    broken.write_bytes(b"PK\x03\x04 this is no workbook")
    for command, code in (("import", 1), ("export", 2)):
        done = asked(command, broken, "--to", target, language=Language.DE)
        assert done.exit_code == code
        assert "lässt sich nicht lesen" in done.stderr
        assert not target.exists()


def test_a_broken_json_file_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps({"frame": {"id": "w", "nonsense": 1}}), "utf-8")
    done = journey("export", broken, "--to", tmp_path / "out.xlsx")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path: Path) -> None:
    done = asked("export", "baeckerei-de", "--to", tmp_path / "gone" / "x.json")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_a_workbook_without_a_workshop_is_nothing_usable(tmp_path: Path) -> None:
    import openpyxl

    empty, target = tmp_path / "empty.xlsx", tmp_path / "out.json"
    openpyxl.Workbook().save(empty)
    done = asked("import", empty, "--to", target)
    assert done.exit_code == 1
    assert "cannot be read" in done.stderr
    assert not target.exists()


def test_a_workshop_is_questioned_and_the_findings_are_read_out(tmp_path: Path) -> None:
    done = asked("check", "baeckerei-de", language=Language.DE)
    assert (done.exit_code, done.stderr) == (0, "")
    for finding in findings(load_sample("baeckerei-de"), Language.DE):
        assert finding.title in done.stdout
        assert f"  → {finding.next}" in done.stdout
    assert "  70  gelb  Werbung" in done.stdout
    assert "\x1b" not in done.stdout, "no colours in a pipe"


@pytest.mark.parametrize("source", ["baeckerei-de", "b2b-software-en", "template-schuster-de"])
@pytest.mark.parametrize("language", Language)
def test_findings_as_json_have_exactly_the_promised_shape(source: str, language: Language) -> None:
    done = asked("check", source, "--json", language=language)
    assert (done.exit_code, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    workshop = load_sample(source)
    assert set(told) == {"findings", "scores"}
    parts = ("rule", "severity", "article", "title", "why", "next", "phase", "cards")
    expected = [{part: getattr(finding, part) for part in parts} for finding in findings(workshop, language)]
    assert told["findings"] == [{**finding, "cards": list(finding["cards"])} for finding in expected]
    judged = scores(workshop, model_of(workshop, language), language)
    assert told["scores"] == {phase: {"score": each.score, "colour": each.colour} for phase, each in judged.items()}


def test_a_file_is_questioned_like_the_sample_that_it_holds(tmp_path: Path) -> None:
    workbook, document = tmp_path / "bakery.xlsx", tmp_path / "bakery.json"
    workbook.write_bytes(write_workbook(load_sample("baeckerei-de"), Language.DE))
    document.write_text(load_sample("baeckerei-de").to_json(), "utf-8")
    told = [asked("check", source, "--json").stdout for source in ("baeckerei-de", document, workbook)]
    assert told[0] == told[1] == told[2]


def test_json_stays_json_where_the_terminal_knows_no_umlauts() -> None:
    done = journey("check", "baeckerei-de", "--json", "--language", "de", PYTHONUTF8="0", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert any("„" in finding["title"] for finding in json.loads(done.stdout)["findings"])


def test_what_cannot_be_read_cannot_be_questioned(tmp_path: Path) -> None:
    broken, text = tmp_path / "broken.json", tmp_path / "notes.txt"
    broken.write_text("{", "utf-8")
    text.write_text("bread", "utf-8")
    for source in (broken, text, tmp_path / "gone.json", "no-such-sample"):
        done = asked("check", source, "--json")
        assert (done.exit_code, done.stdout) == (2, "")
        assert str(source) in done.stderr


def test_live_rooms_go_from_workbook_to_workbook_and_are_told_where_they_are_left_out(tmp_path: Path) -> None:
    workshop = load_sample("baeckerei-de")
    room = LiveRoom(id="room", workshop=workshop.frame.id, opened_at=datetime(2026, 11, 29, tzinfo=UTC))
    exercise = Exercise(id="exercise", kind=ExerciseKind.COLLECT, stage=ExerciseStage.DONE)
    first, second, document = tmp_path / "first.xlsx", tmp_path / "second.xlsx", tmp_path / "third.json"
    record = RoomRecord(room=room, people=4, exercises=(exercise,))
    first.write_bytes(write_workbook(workshop, Language.DE, [record]))
    assert asked("export", first, "--to", second).exit_code == 0
    assert [each.people for each in read_workbook(second.read_bytes(), Language.DE).rooms] == [4]
    done = asked("import", first, "--to", document)
    assert done.exit_code == 0
    assert f"Live rooms (1) do not come along in this format: {document}" in done.stderr


def test_check_names_the_rules_that_are_switched_off(tmp_path: Path) -> None:
    bakery = load_sample("baeckerei-de")
    rule = findings(bakery, Language.EN)[0].rule
    silent = SilencedRule(id="silent", rule=rule, reason="We sell in the shop")
    (tmp_path / "map.json").write_text(bakery.with_collection("silenced", [silent]).to_json(), "utf-8")
    said = asked("check", tmp_path / "map.json").stdout
    assert f"Switched off: {rule}. Reason: We sell in the shop" in said
    assert said.count(rule) == 1
