"""The menu of what can be taken home."""

import pytest

from journey.model import Language
from journey.take_home import FORMATS
from journey.texts import text
from tests.builders import a_touchpoint, a_workshop
from tests.ui.app import html, keys, opened, seen, stored, unfolded


@pytest.mark.parametrize("language", list(Language))
def test_every_format_has_a_button_of_its_own(language: Language) -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint("Kasse")])
    tab = unfolded(opened(stored(workshop), "goals", language), "take-home")
    assert {f"export-{ending}" for ending in FORMATS} <= keys(tab)
    words = [text(f"takehome.{ending}", language) for ending in FORMATS]
    assert len(set(words)) == len(words)
    shown = set(seen(tab).split("\n"))
    assert set(words) <= shown
    assert {text(f"takehome.good_for.{each.row}", language) for each in FORMATS.values()} <= shown


def test_a_preview_is_the_beginning_of_the_file_and_what_people_typed_is_no_markup_in_it() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    tab = unfolded(opened(stored(a_workshop(touchpoints=[a_touchpoint(hostile)])), "goals"), "take-home")
    assert "Journey-Map für Mermaid" not in seen(tab), "made before anybody asks for it"
    tab = unfolded(tab, "export-look-mmd")
    assert "Journey-Map für Mermaid" in seen(tab)
    assert "<img" not in html(tab)
    assert "‹img src=x onerror=alert(1)›" in html(tab), "of the diagram"


def test_a_picture_of_a_file_is_made_when_it_is_unfolded_and_said_in_words() -> None:
    tab = unfolded(opened(stored(a_workshop(touchpoints=[a_touchpoint("Kasse")])), "goals"), "take-home")
    told = text("takehome.glance", Language.DE, name=text("takehome.pdf", Language.DE))
    assert told not in seen(tab)
    assert told in seen(unfolded(tab, "export-look-pdf"))


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_makes_a_file_that_tells_two_workshops_apart(ending: str) -> None:
    write = FORMATS[ending].write
    written = {write(a_workshop(touchpoints=[a_touchpoint(title)]), Language.DE) for title in ("Kasse", "Regal")}
    assert len(written - {b""}) == 2
