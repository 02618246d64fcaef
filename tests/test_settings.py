"""The settings file says what the installed Streamlit understands, and the theme is the palette's."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit import config

from journey.palette import DARK, LIGHT, PHASES, PRIMARY, Ink, contrast, mixed
from tools.app_server import ROOT
from ui.cards import reach

SETTINGS: dict[str, Any] = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
THEME: dict[str, Any] = SETTINGS["theme"]
_LIKE_STREAMLIT = """
import sys
from streamlit import config
for name in sys.stdin.read().split():
    print(name, repr(config.get_option(name)))
"""

_HEARD = 'import os; print(os.environ["JOURNEY_DATA"]); print(os.environ.get("STREAMLIT_SERVER_PORT"))'


def _of_readme() -> list[str]:
    return re.findall(r"`(STREAMLIT_SERVER_ADDRESS=.* make run)`", (ROOT / "README.md").read_text("utf-8"))


def leaves(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def test_streamlit_takes_every_setting_as_it_is_written_and_without_a_warning() -> None:
    expected = [f"{name} {value!r}" for name, value in leaves(SETTINGS)]
    told = subprocess.run(
        [sys.executable, "-c", _LIKE_STREAMLIT],
        input="\n".join(name for name, _ in leaves(SETTINGS)),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert told.stderr == ""
    assert told.stdout.splitlines() == expected


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("runner.postScriptGC", False),
        ("runner.fastReruns", False),
        ("server.maxWidgetStateSize", 2),
        ("client.allowedOrigins", []),
        ("server.address", "127.0.0.1"),
        ("server.showEmailPrompt", False),
        ("browser.gatherUsageStats", False),
        ("browser.serverAddress", "localhost"),
        ("client.showErrorDetails", "none"),
    ],
)
def test_what_keeps_the_app_quick_and_private_is_set(option: str, value: object) -> None:
    assert dict(leaves(SETTINGS))[option] == value


@pytest.mark.parametrize(("appearance", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_theme_has_the_colours_of_the_palette(appearance: str, colours: Ink) -> None:
    theme = THEME[appearance]
    assert theme["primaryColor"] == PRIMARY[appearance]
    assert theme["backgroundColor"] == colours.page
    assert theme["textColor"] == colours.text
    assert theme["sidebar"]["backgroundColor"] == colours.lane
    assert {theme[name] for name in ("borderColor", "dataframeBorderColor")} == {colours.line}
    assert theme["dataframeHeaderTextColor"] == colours.quiet


def test_charts_that_name_no_colours_use_those_of_the_phases() -> None:
    assert tuple(THEME["light"]["chartCategoricalColors"]) == PHASES
    assert tuple(THEME["dark"]["chartCategoricalColors"]) == tuple(mixed(c, "#FFFFFF", 0.35) for c in PHASES)


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_text_captions_links_and_buttons_reach_wcag_aa(appearance: str) -> None:
    theme = THEME[appearance]
    surfaces = {theme["backgroundColor"], theme["secondaryBackgroundColor"], theme["sidebar"]["backgroundColor"]}
    for surface in surfaces:
        caption = mixed(theme["textColor"], surface, 0.4)  # Streamlit shows captions in text colour at 60 %
        assert contrast(caption, surface) >= 4.5
        assert contrast(theme["linkColor"], surface) >= 4.5
    assert contrast("#FFFFFF", theme["primaryColor"]) >= 4.5
    assert contrast(theme["dataframeHeaderTextColor"], theme["dataframeHeaderBackgroundColor"]) >= 4.5


@pytest.mark.parametrize("line", [reach.opening_line("192.168.1.20"), *_of_readme()])
def test_the_line_that_opens_the_app_to_a_network_lets_its_name_in(line: str) -> None:
    """The line as people copy it, up to what it starts."""
    shown = line.replace("make run", f"{sys.executable} -m streamlit config show")
    said = subprocess.run(["/bin/sh", "-c", shown], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said)
    server = tomllib.loads(plain[plain.index("[global]") :])["server"]
    assert (server["address"], server["allowedHosts"]) == ("192.168.1.20", ["192.168.1.20"])


@pytest.mark.parametrize("port", [8501, 8612])
def test_the_line_keeps_port_and_data_only_where_they_are_not_the_usual_ones(
    port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JOURNEY_DATA", raising=False)
    usual = config.get_option("server.port")
    config.set_option("server.port", port)
    try:
        bare = reach.opening_line("192.168.1.20")
        folder = tmp_path / "Ruth's data; $HOME"
        monkeypatch.setenv("JOURNEY_DATA", str(folder))
        line = reach.opening_line("192.168.1.20")
    finally:
        config.set_option("server.port", usual)
    monkeypatch.delenv("JOURNEY_DATA")
    assert ("STREAMLIT_SERVER_PORT" in bare, "JOURNEY_DATA" in bare) == (port != 8501, False)
    heard = line.replace("make run", f"{sys.executable} -c '{_HEARD}'")
    said = subprocess.run(["/bin/sh", "-c", heard], capture_output=True, text=True, cwd=tmp_path, check=True).stdout
    assert said.splitlines() == [str(folder), str(port if port != 8501 else None)]
