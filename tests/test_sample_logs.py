"""The sample logs are what their script writes, and say that they are invented."""

import csv
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from journey.model import Language
from journey.phases import model_of
from journey.samples import load_sample
from sample_data.make_logs import FOLDER, logs, write

BAKERY, SOFTWARE = "baeckerei-shop-de", "software-ga4-en"
PHASES = [("baeckerei-phases.toml", "baeckerei-de"), ("software-phases.toml", "b2b-software-en")]


def rows(name: str, encoding: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader((FOLDER / f"{name}.csv").read_text(encoding).splitlines(), delimiter=delimiter))


def activities(file: str) -> set[str]:
    told = tomllib.loads((FOLDER / file).read_text("utf-8"))
    return {activity for phase in told["phase"] for activity in phase["activities"]}


def test_the_script_writes_the_same_logs_again(tmp_path: Path) -> None:
    write(tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(path.name for path in FOLDER.glob("*.csv"))
    assert [(tmp_path / name).read_bytes() for name in names] == [(FOLDER / name).read_bytes() for name in names]


def test_the_logs_are_small_enough_to_come_with_the_app() -> None:
    assert all(len(data) < 1_000_000 for _, data in logs())


def test_the_readme_names_every_log_and_says_that_it_is_invented() -> None:
    told = (FOLDER / "README.md").read_text("utf-8")
    assert "invented" in told
    assert all(name in told for name, _ in logs())


def test_the_shop_export_is_german_and_as_large_as_a_small_shop_s() -> None:
    lines = rows(BAKERY, "cp1252", ";")
    assert 1_900 < len({line["Kundennummer"] for line in lines}) <= 2_000
    assert 10_000 < len(lines) < 13_000
    assert {line["Kundengruppe"] for line in lines} == {"Laufkundschaft", "Stammkundschaft", "Firmenkunden"}
    assert any("." in line["Umsatz"] and "," in line["Umsatz"] for line in lines), "1.440,00"


def test_some_activities_are_called_like_touchpoints_some_almost_and_some_are_not_on_the_map() -> None:
    titles = {touchpoint.title for touchpoint in load_sample("baeckerei-de").touchpoints}
    told = {line["Ereignis"] for line in rows(BAKERY, "cp1252", ";")}
    assert {"Marktstand am Samstag", "Brottüte", "Newsletter „Angebot der Woche“"} <= told & titles
    almost = {"telefonische Bestellung": "Telefonische Bestellung"}
    almost['Radiospot: "Jetzt Stollen bestellen!"'] = "Radiospot: „Jetzt Stollen bestellen!“"
    assert set(almost) <= told - titles
    assert set(almost.values()) <= titles - told
    assert len(told - titles - set(almost)) > 5


@pytest.mark.parametrize(("file", "sample"), PHASES)
def test_the_phases_are_those_of_the_sample_in_their_order(file: str, sample: str) -> None:
    workshop = load_sample(sample)
    told = tomllib.loads((FOLDER / file).read_text("utf-8"))["phase"]
    model = model_of(workshop, Language(sample.rsplit("-", 1)[1]))
    assert [(phase["id"], phase["name"]) for phase in told] == [(phase.id, phase.name) for phase in model.phases]


def test_every_activity_has_its_phase_but_for_a_few_that_belong_to_none() -> None:
    software = Counter(line["event_name"] for line in rows(SOFTWARE, "utf-8", ","))
    assert set(software) - activities("software-phases.toml") == {"session_start", "page_view", "scroll"}
    assert activities("software-phases.toml") <= set(software)
    bakery = {line["Ereignis"].replace('"', "").casefold() for line in rows(BAKERY, "cp1252", ";")}
    known = {each.replace("„", "").replace("“", "").casefold() for each in activities("baeckerei-phases.toml")}
    plain = {each.replace("„", "").replace("“", "") for each in bakery}
    assert plain - known == {"impressum aufgerufen", "passwort vergessen", "brottüte"}
    assert known <= plain


def test_visitors_names_would_lose_digits_if_they_were_read_as_numbers() -> None:
    names = {line["user_pseudo_id"] for line in rows(SOFTWARE, "utf-8", ",")}
    assert len(names) == 1_000
    assert any(repr(float(name)) != name for name in names)
