"""`python -m journey funnel` as people run it, on the sample logs: tables, JSON, guesses, and what goes wrong."""

import csv
import json
import signal
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from journey.command_line.app import app
from journey.model import Language
from journey.numbers import Funnel, reading
from journey.numbers.log.coded import CodedLog, phased
from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart
from journey.numbers.log.measured import log_funnel, log_funnels
from journey.numbers.reading import LogReading, read_log
from journey.phases import model_of
from journey.samples import load_sample
from tests.numbers.log.logs import MIDNIGHT, a_log
from tests.test_command_line import ROOT, journey

LOGS = ROOT / "sample_data" / "logs"
BAKERY, SOFTWARE, DIRTY = LOGS / "baeckerei-shop-de.csv", LOGS / "software-ga4-en.csv", LOGS / "fehlerhaft-de.csv"
BAKERY_PHASES, SOFTWARE_PHASES = LOGS / "baeckerei-phases.toml", LOGS / "software-phases.toml"
STAGE = {
    "phase", "cases", "conversion_from_previous", "conversion_from_start", "drop_off", "median_seconds_from_previous",
    "interval", "revenue",
}  # fmt: skip
ACTIVITIES = {
    "Aufmerksamkeit": (
        'Radiospot: "Jetzt Stollen bestellen!"', "Plakat an der Bushaltestelle", "Anzeige im Ortsblatt",
        "Startseite aufgerufen", "Beitrag auf Instagram gesehen", "Empfehlungscode eingelöst",
    ),
    "Engagement": ("Rezeptseite gelesen", "Beitrag auf Instagram geliked", "Öffnungszeiten nachgesehen"),
    "Kontakt": ("Newsletter-Anmeldung", "Newsletter „Angebot der Woche“"),
    "Commitment": ("Kostprobe bestellt", "Marktstand am Samstag"),
    "Begeisterung": ("Kostprobe bewertet", "Dank per E-Mail"),
    "Kauf": ("Bestellformular auf der Website", "telefonische Bestellung", "Schlange an der Kasse im Laden"),
    "Empfehlung": ("Bewertung abgegeben",),
    "Werbung": ("Nachbarin schwärmt vom Stollen", "Foto geteilt"),
}  # fmt: skip
"""What happens in which phase of the bakery, with the activities as the shop writes them."""


def run(*arguments: object, language: Language = Language.EN) -> Result:
    """The command in this process: most of a process's own time would go into imports."""
    words = ["funnel", *map(str, arguments), "--language", language.value]
    return CliRunner().invoke(app, words, prog_name="journey", catch_exceptions=False)


def answer(*arguments: object) -> dict[str, Any]:
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def bakery_log() -> CodedLog:
    """The German export, read by Python's own means."""
    lines = list(csv.DictReader(BAKERY.read_text("cp1252").splitlines(), delimiter=";"))
    start = datetime.fromtimestamp(MIDNIGHT / 1e6, UTC).replace(tzinfo=None)
    rows = [
        (each["Kundennummer"], (datetime.strptime(each["Zeitpunkt"], "%d.%m.%Y %H:%M") - start).total_seconds(), each["Ereignis"])
        for each in lines
    ]  # fmt: skip
    return a_log(rows, group=[each["Kundengruppe"] for each in lines])


def as_told(funnel: Funnel) -> list[dict[str, Any]]:
    return [
        {
            "phase": f"stranger-to-fan.{name}",
            "cases": stage.count,
            "conversion_from_previous": stage.conversion_from_previous,
            "conversion_from_start": stage.conversion_from_start,
            "drop_off": stage.drop_off,
            "median_seconds_from_previous": stage.wait.median if stage.wait and stage.previous else None,
            "interval": list(stage.interval) if stage.interval else None,
            "revenue": None,
        }
        for name, stage in zip(
            (
                "attention",
                "engagement",
                "contact",
                "commitment",
                "excitement",
                "purchase",
                "recommendation",
                "promotion",
            ),
            funnel.stages,
            strict=True,
        )
    ]


@pytest.mark.parametrize(
    ("options", "query"),
    [
        ((), FunnelQuery()),
        (("--order", "strict"), FunnelQuery(Order.STRICT)),
        (("--order", "any", "--open"), FunnelQuery(Order.ANY, open=True)),
        (("--window", "30d"), FunnelQuery(window=timedelta(days=30))),
        (("--window", "48H", "--window-from", "step"), FunnelQuery(window=timedelta(2), window_start=WindowStart.STEP)),
        (("--window", "1w", "--reentry"), FunnelQuery(window=timedelta(weeks=1), reentry=True)),
        (
            ("--optional", "Engagement", "--optional", "stranger-to-fan.excitement"),
            FunnelQuery(optional=frozenset({1, 4})),
        ),
    ],
)
def test_the_german_export_gives_the_funnel_that_was_asked_for(options: tuple[str, ...], query: FunnelQuery) -> None:
    log = bakery_log()
    names = {phase: phase for phase in ACTIVITIES}
    phase_of = {activity: phase for phase, activities in ACTIVITIES.items() for activity in activities}
    seen = phased(log, tuple(names), phase_of)
    columns = ("--case", "Kundennummer", "--time", "Zeitpunkt", "--activity", "Ereignis", "--by", "Kundengruppe")
    told = answer(BAKERY, *columns, "--phases", BAKERY_PHASES, *options)
    assert list(told) == [
        "cases",
        "events",
        "unmatched",
        "skipped_rows",
        "stages",
        "by",
        "cases_in_doubt",
        "sequence",
        "unread_amounts",
    ]
    assert (told["cases"], told["events"], told["skipped_rows"]) == (log.cases, log.events, {})
    unmatched = Counter(log.activity.names[code] for code in log.activity.codes)
    assert told["unmatched"] == {name: n for name, n in unmatched.items() if name not in phase_of}
    assert told["stages"] == as_told(log_funnel(seen, names, query))
    parts = log_funnels(seen, names, query, log.of_case["group"])
    assert told["by"] == {value: as_told(funnel) for value, funnel in parts.items()}
    assert set(told["by"]) == {"Laufkundschaft", "Stammkundschaft", "Firmenkunden"}
    assert told["stages"][1]["cases"] > 100
    assert all(set(stage) == STAGE for stage in told["stages"])


def test_what_is_left_out_is_guessed_and_said_on_standard_error() -> None:
    done = journey("funnel", BAKERY, "--phases", BAKERY_PHASES, "--language", "de")
    assert done.returncode == 0
    assert "--case „Kundennummer“, --time „Zeitpunkt“, --activity „Ereignis“" in done.stderr
    for told in ("Ereignisse: 10.673, Fälle: 1.997", "Aufmerksamkeit", "vom Anfang", "100,0\u202f%", "Brottüte"):
        assert told in done.stdout
    assert "\x1b" not in done.stdout, "no colours in a pipe"
    assert "\r" not in done.stderr, "no progress in a pipe"
    named = journey("funnel", BAKERY, "--phases", BAKERY_PHASES, "--case", "Kundennummer", "--time", "Zeitpunkt", "--activity", "Ereignis")  # fmt: skip
    assert (named.returncode, named.stderr) == (0, "")


def test_the_web_analytics_export_is_recognised() -> None:
    done = journey("funnel", SOFTWARE, "--phases", SOFTWARE_PHASES, "--by", "device.category", "--json")
    assert done.returncode == 0
    assert "Google Analytics 4" in done.stderr
    told = json.loads(done.stdout)
    assert (told["cases"], told["events"]) == (1_000, 8_300)
    assert set(told["unmatched"]) == {"session_start", "page_view", "scroll"}
    assert [stage["phase"].removeprefix("aida-plus.") for stage in told["stages"][:3]] == [
        "awareness", "favorability", "consideration",
    ]  # fmt: skip
    assert told["stages"][0] == {
        "phase": "aida-plus.awareness", "cases": 1_000, "conversion_from_previous": None, "conversion_from_start": 1.0,
        "drop_off": None, "median_seconds_from_previous": None, "interval": None, "revenue": None,
    }  # fmt: skip
    for place in range(len(told["stages"])):
        parts = sum(stages[place]["cases"] for stages in told["by"].values())
        assert parts == told["stages"][place]["cases"]


def test_bad_rows_are_counted_by_kind_and_named_by_their_lines() -> None:
    columns = ("--case", "Kunden-Nr.", "--time", "Datum", "--activity", "Aktion")
    told = answer(DIRTY, *columns)
    assert told["skipped_rows"] == {
        "unreadable_row": 2, "no_case": 2, "no_activity": 2, "unreadable_time": 4, "impossible_date": 3,
    }  # fmt: skip
    assert (told["cases"], told["events"]) == (4, 17)
    done = run(DIRTY, *columns, language=Language.DE)
    assert "Ausgelassene Zeilen: 13" in done.stdout
    assert "31. Februar" in done.stdout


def test_without_phases_each_activity_is_one_in_its_usual_order() -> None:
    done = run(DIRTY, "--json")
    assert "phase of its own" in done.stderr
    phases = [stage["phase"] for stage in json.loads(done.stdout)["stages"]]
    usual = ["Prospekt bestellt", "Beratungsgespräch", "Angebot erhalten", "Auftrag erteilt"]
    assert [phase for phase in phases if phase in usual] == usual
    assert "Rückfrage zur Farbe" in " ".join("".join(phases).split()) or "Rückfrage\nzur Farbe" in phases


def test_a_workshop_brings_its_phases_and_matches() -> None:
    told = answer(BAKERY, "--workshop", "baeckerei-de", "--open")
    model = model_of(load_sample("baeckerei-de"), Language.EN)
    assert [stage["phase"] for stage in told["stages"]] == [phase.id for phase in model.phases]
    assert "telefonische Bestellung" not in told["unmatched"], "but for spelling it is a touchpoint"
    assert told["unmatched"]["Newsletter-Anmeldung"] > 100


def test_phases_that_the_log_does_not_know_are_named_and_can_be_left_out() -> None:
    done = run(BAKERY, "--workshop", "baeckerei-de", "--json")
    assert "Attention, Engagement" in done.stderr
    assert {stage["cases"] for stage in json.loads(done.stdout)["stages"]} == {0}
    seen = answer(BAKERY, "--workshop", "baeckerei-de", "--seen")
    assert [stage["phase"] for stage in seen["stages"]] == ["stranger-to-fan.purchase", "stranger-to-fan.promotion"]
    assert seen["stages"][0]["cases"] > 1_000


def test_names_from_a_file_cannot_steer_the_terminal(tmp_path: Path) -> None:
    log, phases = tmp_path / "log.csv", tmp_path / "phases.toml"
    log.write_text("case,time,activity\n1,2026-01-01 10:00,\x07red\n1,2026-01-01 11:00,blue\n", "utf-8")
    phases.write_text('[[phase]]\nid = "a"\nname = "\\u009B31mloud\\u0007"\nactivities = ["blue"]', "utf-8")
    done = run(log, "--case", "case", "--time", "time", "--activity", "activity", "--phases", phases)
    assert done.exit_code == 0
    assert not {"\x9b", "\x07"} & set(done.stdout + done.stderr)
    assert "31mloud" in done.stdout


def test_ctrl_c_ends_the_reading_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGINT)

    def read_with_a_finger_on_the_key(*arguments: Any, **options: Any) -> LogReading:
        signal.raise_signal(signal.SIGINT)
        return read_log(*arguments, **options)

    monkeypatch.setattr(reading, "read_log", read_with_a_finger_on_the_key)
    done = run(BAKERY, "--phases", BAKERY_PHASES)
    assert (done.exit_code, done.stdout) == (130, "")
    assert "was stopped" in done.stderr
    assert signal.getsignal(signal.SIGINT) is before


def test_json_stays_json_where_the_terminal_knows_no_umlauts() -> None:
    done = journey("funnel", BAKERY, "--phases", BAKERY_PHASES, "--json", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Brottüte" in json.loads(done.stdout)["unmatched"]


GIVEN = ("--phases", str(BAKERY_PHASES))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("gone.csv",), "gone.csv"),
        ((BAKERY, "--case", "Kunde"), "Kundennummer, Zeitpunkt, Ereignis, Kanal"),
        ((BAKERY, "--by", "Kunde"), "Kundennummer, Zeitpunkt, Ereignis, Kanal"),
        ((BAKERY, "--workshop", "baeckerei-de", *GIVEN), "--workshop"),
        ((BAKERY, "--workshop", "gone"), "python -m journey samples"),
        ((BAKERY, "--phases", "gone.toml"), "gone.toml"),
        ((BAKERY, "--phases", ROOT), "cannot be read"),
        ((BAKERY, "--window", "a month", *GIVEN), "30d"),
        ((BAKERY, "--window", "-3d", *GIVEN), "30d"),
        ((BAKERY, "--order", "quick", *GIVEN), "strict"),
        ((BAKERY, "--optional", "Breakfast", *GIVEN), "stranger-to-fan.attention"),
        ((BAKERY, "--optional", "Werbung", *GIVEN), "first and the last"),
        ((BAKERY, "--table", "events", *GIVEN), "--sheet"),
        ((BAKERY, "--time", "Kanal", *GIVEN), "Not a single row"),
        ((ROOT / "journey" / "__main__.py", *GIVEN), "__main__.py"),
        ((ROOT / "LICENSE", *GIVEN), "LICENSE"),
        (("sqlite:///x.db", "--table", "events", *GIVEN), "PostgreSQL"),
        (("duckdb:///x.db", *GIVEN), "--table"),
        (("duckdb:///x.db", "--table", "events"), "--phases"),
    ],
)
def test_misuse_is_explained_on_standard_error_with_exit_code_two(arguments: tuple[object, ...], told: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_an_unknown_column_is_named_in_the_reader_s_language() -> None:
    done = run(BAKERY, "--case", "Kunde", language=Language.DE)
    assert done.exit_code == 2
    assert "Eine Spalte „Kunde“ gibt es nicht.\nSpalten: Kundennummer, Zeitpunkt" in done.stderr


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("", "no phase at all"),
        ("phase = 3", "no phase at all"),
        ("[[phase]\n", "not valid TOML"),
        ('[[phase]]\nid = "a"\nactivities = ["x"]\n[[phase]]\nname = "B"\nactivities = ["y"]', "no. 2: id is missing"),
        ('[[phase]]\nid = "a"\nname = 3\nactivities = ["x"]', "no. 1: name is missing or not text"),
        ('[[phase]]\nid = "a"\nactivities = "x"', "no. 1: activities is missing or not a list"),
        ('[[phase]]\nid = "a"\nactivity = ["x"]', "no. 1: “activity” is not known"),
        ('[[phase]]\nid = "a"\nactivities = []\n[[phase]]\nid = "a"\nactivities = []', "no. 2: the id “a”"),
        ('[[phase]]\nid = "a"\nactivities = ["x"]\n[[phase]]\nid = "b"\nactivities = ["x"]', "no. 2: the activity “x”"),
        ("phase = [3]", "no. 1: not an entry"),
    ],
)
def test_a_bad_phase_file_says_which_entry_is_wrong(tmp_path: Path, toml: str, told: str) -> None:
    file = tmp_path / "phases.toml"
    file.write_text(toml, "utf-8")
    done = run(BAKERY, "--phases", file)
    assert done.exit_code == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_an_activity_belongs_to_the_phase_that_lists_it_exactly_before_any_other_spelling(tmp_path: Path) -> None:
    log, phases = tmp_path / "log.csv", tmp_path / "phases.toml"
    log.write_text(
        "case,time,activity\n"
        "1,2026-01-01 10:00,Sign Up\n1,2026-01-02 10:00,sign-up\n1,2026-01-03 10:00,SIGN_UP\n1,2026-01-04 10:00,buy it\n"
    )
    phases.write_text(
        '[[phase]]\nid = "a"\nactivities = ["Sign Up"]\n[[phase]]\nid = "b"\nname = "Bee"\nactivities = ["sign-up", "Buy it"]'
    )
    told = answer(log, "--case", "case", "--time", "time", "--activity", "activity", "--phases", phases)
    assert told["unmatched"] == {"SIGN_UP": 1}, "two phases list it but for spelling"
    assert [(stage["phase"], stage["cases"]) for stage in told["stages"]] == [("a", 1), ("b", 1)]
    assert told["stages"][1]["median_seconds_from_previous"] == 86_400


def test_too_many_activities_for_a_phase_each_are_refused(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("case,time,activity\n" + "".join(f"1,2026-01-01 10:00:{n % 60:02},page {n}\n" for n in range(101)))
    done = run(log, "--case", "case", "--time", "time", "--activity", "activity")
    assert done.exit_code == 2
    assert "101" in done.stderr


@pytest.mark.warehouse
def test_a_log_that_stays_in_a_database_gives_the_same_answer_as_its_file(tmp_path: Path) -> None:
    import duckdb

    file = tmp_path / "shop.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute(
            "CREATE TABLE clicks AS SELECT user_pseudo_id, make_timestamp(event_timestamp) AS happened_at, event_name,"
            f" \"device.category\" AS device FROM read_csv('{SOFTWARE}', types = {{'user_pseudo_id': 'VARCHAR'}})"
        )
    columns = ("--case", "user_pseudo_id", "--activity", "event_name", "--phases", SOFTWARE_PHASES, "--window", "90d")
    stayed = answer(f"duckdb://{file}", "--table", "clicks", *columns, "--time", "happened_at", "--by", "device")
    assert stayed == answer(SOFTWARE, *columns, "--time", "event_timestamp", "--by", "device.category")


@pytest.mark.warehouse
def test_amounts_are_summed_and_those_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    import duckdb

    amounts = ("1.234,50 €", "12,50", "auf Anfrage", "2 von 3", "1,5 Mio. €", "", "n/a", "-3,25")
    rows = [f'k{nth};2026-01-0{nth + 1};Bestellung;"{amount}"' for nth, amount in enumerate(amounts)]
    file, stored, phases = tmp_path / "shop.csv", tmp_path / "shop.duckdb", tmp_path / "phases.toml"
    file.write_text("\n".join(("Kunde;Datum;Ereignis;Wert", *rows)), "utf-8")
    phases.write_text('[[phase]]\nid = "order"\nactivities = ["Bestellung"]')
    with duckdb.connect(str(stored)) as connection:
        connection.execute(f"CREATE TABLE log AS SELECT * FROM read_csv('{file}', all_varchar = true, delim = ';')")
    options = ("--case", "Kunde", "--time", "Datum", "--activity", "Ereignis", "--phases", phases, "--revenue", "Wert")
    told = answer(file, *options)
    assert (told["stages"][0]["revenue"], told["unread_amounts"]) == (1243.75, 3)
    assert answer(f"duckdb://{stored}", "--table", "log", *options) == told
    for log in ((file,), (f"duckdb://{stored}", "--table", "log")):
        done = run(*log, *options, language=Language.DE)
        assert "fehlen: 3." in done.stderr
        assert "1.243,75" in done.stdout


@pytest.mark.warehouse
def test_a_column_of_a_table_says_what_came_first_at_one_instant(tmp_path: Path) -> None:
    import duckdb

    file, phases = tmp_path / "shop.duckdb", tmp_path / "phases.toml"
    with duckdb.connect(str(file)) as connection:
        connection.execute(
            "CREATE TABLE steps AS SELECT who, DATE '2026-01-01' AS day, unnest(['a', 'b']) AS what, unnest([1, 2]) AS nth"
            " FROM range(3) AS people (who)"
        )
        connection.execute("CREATE VIEW told AS SELECT who, day, what, nth AS sorting FROM steps")
    phases.write_text('[[phase]]\nid = "a"\nactivities = ["a"]\n[[phase]]\nid = "b"\nactivities = ["b"]')
    columns = ("--case", "who", "--time", "day", "--activity", "what", "--phases", phases)
    for table, more, doubt, second in (
        ("steps", (), 3, 0),
        ("steps", ("--sequence", "nth"), 0, 3),
        ("told", (), 0, 3),
    ):
        told = answer(f"duckdb://{file}", "--table", table, *columns, *more)
        assert (told["cases_in_doubt"], [stage["cases"] for stage in told["stages"]]) == (doubt, [3, second])
        assert told["sequence"] == ([] if doubt else [more[1] if more else "sorting"])
    assert "sorting" in run(f"duckdb://{file}", "--table", "told", *columns).stderr
    assert "--sequence" in run(f"duckdb://{file}", "--table", "steps", *columns).stderr
    assert "nth" in run(f"duckdb://{file}", "--table", "steps", *columns, "--sequence", "gone").stderr


@pytest.mark.warehouse
def test_a_database_says_what_is_wrong_in_the_reader_s_language(tmp_path: Path) -> None:
    done = run(f"duckdb://{tmp_path}/gone.duckdb", "--table", "x", *GIVEN, language=Language.DE)
    assert done.exit_code == 2
    assert "Datenbank" in done.stderr
    assert "Traceback" not in done.stderr


WIDE = "Kunde;Anfrage;Angebot;Stand\nK1;02.01.2026;05.01.2026;x\nK2;03.01.2026;;y\n"


def test_columns_of_dates_may_be_named_with_what_they_stand_for(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(WIDE)
    told = answer(log, "--case", "Kunde", "--milestone", "Anfrage=Kontakt", "--milestone", "Angebot")
    assert [(stage["phase"], stage["cases"]) for stage in told["stages"]] == [("Kontakt", 2), ("Angebot", 1)]
    assert run(log, "--milestone", "Wetter=Regen").exit_code == 2


def test_day_clock_and_format_may_be_named(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("Kunde;p;q;Ereignis\nK1;2026~05~01;10:00;a\nK1;2026~05~01;11:00;b\n")
    columns = ("--case", "Kunde", "--time", "p", "--activity", "Ereignis")
    told = answer(log, *columns, "--clock", "q", "--time-format", "%Y~%d~%m %H:%M")
    assert told["stages"][1]["median_seconds_from_previous"] == 3_600
    assert "DD.MM.YYYY" in run(log, *columns, "--time-format", "soon").stderr
    assert "2026~05~01" in run(log, *columns).stderr


def test_cases_that_hang_on_an_unknown_order_are_told_until_a_column_gives_it(tmp_path: Path) -> None:
    log, phases = tmp_path / "log.csv", tmp_path / "phases.toml"
    rows = [(f"K{n}", f"2026-01-{n + 1:02}", step, place) for n in range(6) for place, step in enumerate("ab")]
    log.write_text(
        "case,date,event,nth\n" + "".join(",".join(map(str, row)) + "\n" for row in (*rows[::2], *rows[1::2]))
    )
    phases.write_text('[[phase]]\nid = "a"\nactivities = ["a"]\n[[phase]]\nid = "b"\nactivities = ["b"]')
    columns = ("--case", "case", "--time", "date", "--activity", "event", "--phases", phases)
    told = answer(log, *columns)
    assert (told["cases_in_doubt"], [stage["cases"] for stage in told["stages"]]) == (6, [6, 0])
    assert ": 6" in run(log, *columns).stderr
    told = answer(log, *columns, "--sequence", "nth")
    assert (told["cases_in_doubt"], [stage["cases"] for stage in told["stages"]]) == (0, [6, 6])
    assert told["sequence"] == ["nth"]


def test_a_column_that_was_found_to_give_the_order_is_told(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("case,date,event,Sorting\nK1,2026-01-01,b,2\nK1,2026-01-01,a,1\nK2,2026-01-01,a,1\n")
    assert answer(log)["sequence"] == ["Sorting"]
    assert "Sorting" in run(log).stderr
    assert "--sequence" not in run(log, "--sequence", "Sorting").stderr


def test_people_are_neither_activities_nor_groups_and_are_not_printed(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "Kunde;Datum;Ereignis;Mail\n" + "".join(f"K{n % 3};2026-01-{n:02};Kauf;k{n}@example.org\n" for n in range(1, 9))
    )
    for option in ("--activity", "--by"):
        done = run(log, "--case", "Kunde", "--time", "Datum", option, "Mail")
        assert done.exit_code == 2
        assert "@example" not in done.output + done.stderr


def test_guesses_are_given_with_their_reasons(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "Lead;Angelegt am;Geändert am;Status alt;Status neu\n"
        + "".join(f"L{n // 2};01.01.2026;{n + 10}.01.2026;{'ab'[n % 2]};{'bc'[n % 2]}\n" for n in range(12))
    )
    said = run(log, language=Language.DE).stderr
    for told in (
        "„Lead“ kehrt in mehreren Zeilen wieder",
        "„Geändert am“ ändert sich",
        "„Status neu“ ist der neue Wert",
    ):
        assert told in said


def test_rows_that_do_not_belong_together_are_told(tmp_path: Path) -> None:
    cards = "Card ID,List Name,Last Activity Date\n" + "".join(
        f"C{n},{'ab'[n % 2]},2026-01-0{n}\n" for n in range(1, 6)
    )
    orders = "Date,Order #,Revenue,Customer,Customer type\n" + "".join(
        f"2026-01-0{n},{n},20,K{n % 3},{'new' if n < 4 else 'returning'}\n" for n in range(1, 6)
    )
    till = "Date,Mail,Status\n" + "".join(f"2026-01-0{n},shop@x.example,{'ab'[n % 2]}\n" for n in range(1, 6))
    for text, told in ((till, "a single customer"), (cards, "nobody occurs twice"), (orders, "look like orders")):
        (tmp_path / "log.csv").write_text(text)
        assert told in " ".join(run(tmp_path / "log.csv", language=Language.EN).stderr.split())
