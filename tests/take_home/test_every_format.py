"""Every format of every sample that has touchpoints in both languages, read by readers that know nothing of this app."""

import pytest

from journey.model import Language
from journey.samples import SampleKind, load_sample, samples
from journey.take_home import FORMATS
from journey.take_home.printed import PRINTED
from journey.texts import text
from tests.builders import a_frame, a_touchpoint, a_workshop
from tests.take_home.readers import READERS


def _plain(words: str) -> str:
    """Words without the signs that Mermaid cannot hold and their stand-ins."""
    return "".join(sign for sign in words if sign.isalnum())


def test_every_format_has_a_reader_here_or_tests_of_its_own_for_paper() -> None:
    assert set(FORMATS) == set(READERS) | set(PRINTED)


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
    for workshop in (empty, a_workshop(touchpoints=[a_touchpoint("Kasse")])):
        assert write(workshop, Language.DE)
    assert write(empty, Language.EN)


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_says_what_it_is_good_for(ending: str) -> None:
    for language in Language:
        assert text(f"takehome.good_for.{ending}", language).endswith((".", "!"))
        peek = FORMATS[ending].peek
        if peek:
            first = peek(load_sample("baeckerei-de"), language)
            assert first.strip()
            assert len(first.splitlines()) <= 30
