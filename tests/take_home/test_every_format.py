"""Every format of every sample that has touchpoints in both languages, read by readers that know nothing of this app."""

from io import BytesIO

import pytest
from PIL import Image

from journey.model import Language
from journey.samples import SampleKind, load_sample, samples
from journey.take_home import FORMATS
from journey.take_home.printed import PRINTED
from journey.texts import text
from tests.builders import a_frame, a_persona, a_touchpoint, a_workshop, an_opportunity
from tests.strategies import a_photo
from tests.take_home.readers import READERS


def test_every_format_has_a_reader() -> None:
    """Those on paper have theirs in tests/paper."""
    assert FORMATS.keys() - READERS.keys() == PRINTED.keys()


def _plain(words: str) -> str:
    """Words without the signs that Mermaid cannot hold and their stand-ins."""
    return "".join(sign for sign in words if sign.isalnum())


NOT_OF_TOUCHPOINTS = {"worksheets.pdf", "lanes.pdf"}
"""These are of the phase model."""


@pytest.mark.parametrize("ending", READERS)
def test_every_touchpoint_of_every_sample_is_in_every_format(ending: str) -> None:
    for sample in (each for each in samples() if each.kind is not SampleKind.TEMPLATE):
        workshop = load_sample(sample.id)
        for language in Language:
            said = {_plain(words) for words in READERS[ending](FORMATS[ending].write(workshop, language))}
            whole = "\n".join(said)
            missing = [t.title for t in workshop.touchpoints if _plain(t.title) not in whole]
            assert missing == [], (sample.id, language)
            assert _plain(workshop.frame.title) in whole


@pytest.mark.parametrize("ending", FORMATS)
def test_a_format_is_the_same_bytes_for_the_same_workshop_and_holds_for_an_empty_one(ending: str) -> None:
    write = FORMATS[ending].write
    empty = a_workshop(frame=a_frame(title=""))
    portrait = a_workshop(personas=[a_persona("Alma", photo=a_photo())])
    for workshop in (empty, a_workshop(touchpoints=[a_touchpoint("Kasse")]), portrait):
        assert write(workshop, Language.DE)
    assert write(empty, Language.EN)


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_says_what_it_is_good_for(ending: str) -> None:
    for language in Language:
        assert text(f"takehome.good_for.{FORMATS[ending].row}", language).endswith((".", "!"))
        peek = FORMATS[ending].peek
        if peek:
            first = peek(load_sample("baeckerei-de"), language)
            assert first.strip()
            assert len(first.splitlines()) <= 30


@pytest.mark.parametrize("ending", [ending for ending, each in FORMATS.items() if each.glance])
def test_a_picture_of_a_file_is_small_and_shows_this_workshop(ending: str) -> None:
    glance = FORMATS[ending].glance
    assert glance
    shown = [
        glance(a_workshop(touchpoints=[a_touchpoint(title)] * bool(title)), Language.DE) for title in ("", "Kasse")
    ]
    for picture in shown:
        width, height = Image.open(BytesIO(picture)).size
        assert 400 <= width <= 2_400
        assert 300 <= height <= 900
    assert shown[0] != shown[1] or ending in NOT_OF_TOUCHPOINTS


def test_a_preview_of_json_is_how_the_file_begins() -> None:
    workshop = load_sample("baeckerei-de")
    *shown, _ = FORMATS["json"].peek(workshop, Language.DE).splitlines() if FORMATS["json"].peek else ("", "")
    written = FORMATS["json"].write(workshop, Language.DE).decode().splitlines()
    assert [line.rstrip("…") for line in shown] == [
        line[:89] if len(line) > 90 else line for line in written[: len(shown)]
    ]


def test_the_web_page_begins_with_the_map_as_its_preview_does() -> None:
    page = FORMATS["html"].write(load_sample("baeckerei-de"), Language.DE).decode()
    assert page.index('<section id="map"') == page.index('<section id="')


def test_every_format_can_be_looked_at_before_it_is_taken() -> None:
    assert [ending for ending, each in FORMATS.items() if not (each.peek or each.glance)] == []


@pytest.mark.parametrize("ending", ["pptx", "md", "html"])
def test_what_is_gone_has_no_id_for_a_name_where_people_read(ending: str) -> None:
    idea = an_opportunity("Rückruf", phase="gone-phase", touchpoint="gone-card")
    workshop = a_workshop(opportunities=[idea], touchpoints=[a_touchpoint("Kasse", personas=["gone-persona"])])
    said = "\n".join(READERS[ending](FORMATS[ending].write(workshop, Language.DE)))
    assert "Rückruf" in said
    assert "gone" not in said
    assert text("charts.map.without_phase", Language.DE) in said
