"""Where the data lies is configured by two variables, shown to people, and never with a password."""

from pathlib import Path

import pytest

from journey.store import StoreUnavailable, data_location, open_store
from tests.store.scenes import ID, a_full_workshop


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOURNEY_DATABASE_URL", raising=False)
    monkeypatch.delenv("JOURNEY_DATA", raising=False)


def test_without_settings_the_data_lies_in_the_users_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    location = Path(data_location())
    assert location.is_absolute()
    assert "journey-workshop" in location.parts
    assert not list(tmp_path.iterdir())


def test_a_folder_of_ones_own_is_made_for_its_owner_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "Übung 100%" / "daten"
    monkeypatch.setenv("JOURNEY_DATA", str(folder))
    store = open_store()
    store.create(a_full_workshop(), "Alma")
    assert Path(store.location) == Path(data_location()) == folder / "workshops.sqlite3"
    assert folder.stat().st_mode & 0o077 == 0
    store.close()
    again = open_store()
    assert again.open(ID).workshop == a_full_workshop()
    again.close()


def test_the_url_comes_before_the_folder_and_the_argument_before_both(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JOURNEY_DATA", str(tmp_path / "folder"))
    monkeypatch.setenv("JOURNEY_DATABASE_URL", f"sqlite:///{tmp_path}/url.db")
    assert data_location() == str(tmp_path / "url.db")
    assert data_location(f"sqlite:///{tmp_path}/argument.db") == str(tmp_path / "argument.db")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_server_is_shown_without_password_and_options(scheme: str) -> None:
    url = f"{scheme}://alma:secret@db.example:5433/journey?sslmode=require&password=secret"
    assert data_location(url) == "PostgreSQL: alma@db.example:5433/journey"
    assert data_location("postgresql:///journey?host=/run/postgresql") == "PostgreSQL: /run/postgresql/journey"


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:x?uri=true",
        "mysql://a:secret@b/c",
        "secret",
        "postgresql://a:secret@b:port/c",
    ],
)
def test_what_is_no_database_of_ours_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        data_location(url)
    assert caught.value.reason == "bad_url"
    assert "secret" not in str(caught.value)
