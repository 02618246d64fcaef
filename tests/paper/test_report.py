"""The report: everything is in it, it can be heard, and nothing leaves a page."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from journey.future import both_maps
from journey.model import Language
from journey.paper import write_report
from journey.paper.imprint import version_of
from journey.samples import load_sample, samples
from journey.texts import text
from tests.builders import a_persona, a_touchpoint, a_workshop
from tests.paper.hard import ARABIC, ENDLESS, HEBREW, HOSTILE, LONG, empty_workshop, hard_workshop
from tests.paper.reading import bare, dictionaries, outside, pages_of, root_of, text_of
from tests.strategies import a_photo

DAY = date(2026, 3, 5)
FULL = [each.id for each in samples() if "template" not in each.id]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("sample", FULL)
def test_every_card_of_a_sample_is_named(sample: str, language: Language) -> None:
    workshop = load_sample(sample)
    said = text_of(write_report(workshop, language, made_on=DAY))
    kinds = ("touchpoints", "opportunities", "campaigns", "sources", "goals", "personas")
    cards = [card.model_dump() for kind in kinds for card in workshop.collection(kind)]
    titles = [card.get("title") or card["name"] for card in cards]
    assert [title for title in titles if bare(title) not in said] == []


@pytest.fixture(scope="module")
def report() -> bytes:
    return write_report(load_sample("b2b-software-de"), Language.DE, made_on=DAY)


def test_every_page_says_title_day_version_and_its_number(report: bytes) -> None:
    workshop = load_sample("b2b-software-de")
    pages = pages_of(report)
    for number, page in enumerate(pages, 1):
        for words in (workshop.frame.title, "Stand 05.03.2026", version_of(workshop), f"Seite {number} / {len(pages)}"):
            assert bare(words) in page, (number, words)


def test_another_workshop_is_another_version() -> None:
    one = a_workshop(touchpoints=[a_touchpoint("Kasse", id="kasse")])
    assert version_of(one) == version_of(one)
    assert version_of(one) != version_of(a_workshop(touchpoints=[a_touchpoint("Regal", id="kasse")]))


def test_contents_and_bookmarks_lead_to_every_chapter(report: bytes) -> None:
    reader = PdfReader(BytesIO(report))
    chapters = [entry for entry in reader.outline if not isinstance(entry, list)]
    titles = [
        text(f"paper.chapter.{name}", Language.DE) for name in ("goals", "personas", "map", "findings", "sources")
    ]
    assert set(titles) <= {entry.title for entry in chapters}
    starts = {entry.title: reader.get_destination_page_number(entry) for entry in chapters}
    for title in titles:
        assert bare(title) in bare(reader.pages[starts[title] or 0].extract_text())
    links = [each.get_object() for page in reader.pages for each in page.get("/Annots", ())]
    assert len(links) >= len(titles)
    assert {link["/Subtype"] for link in links} == {"/Link"}


def test_it_is_tagged_for_who_hears_it(report: bytes) -> None:
    root = root_of(report)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("de")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    elements = [each for each in dictionaries(report) if "/S" in each and "/P" in each]
    kinds = [str(each["/S"]) for each in elements]
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/Figure", "/TOC", "/Link"} <= set(kinds)
    figures = [each for each in elements if each["/S"] == "/Figure"]
    assert all(str(each.get("/Alt", "")) for each in figures)
    today = len(both_maps(load_sample("b2b-software-de"))[0].touchpoints)
    assert any(f"{today} Touchpoints" in str(each["/Alt"]) for each in figures)


def test_its_letters_come_along_and_nothing_outside_is_referred_to(report: bytes) -> None:
    found = list(dictionaries(report))
    described = [each for each in found if each.get("/Type") == "/FontDescriptor"]
    assert described
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & each.keys() for each in described)
    assert any("SourceSansPro" in str(each["/FontName"]) for each in described)
    assert not [each for each in found if {"/URI", "/JS", "/Launch", "/EmbeddedFiles", "/GoToR"} & each.keys()]


def test_the_hardest_words_come_out_and_stay_on_their_pages() -> None:
    data = write_report(hard_workshop(), Language.DE, made_on=DAY)
    said = text_of(data)
    for words in (LONG, ENDLESS, HOSTILE, HEBREW, "Kaffee", "5 €", "Größe, Übermaß, Äußerung"):
        assert bare(words) in said, words
    assert "☕" in said
    assert "🥨" in said or "[pretzel]" in said
    assert bare(ARABIC) in said or bare(ARABIC) in "".join(reversed(said))
    assert outside(data) == []


def test_an_empty_workshop_says_what_is_missing() -> None:
    data = write_report(empty_workshop(), Language.EN, made_on=DAY)
    said = text_of(data)
    for name in ("goals", "personas", "curve", "funnel", "actions", "sources"):
        assert bare(text(f"paper.empty.{name}", Language.EN)) in said


def test_a_photo_of_a_persona_is_in_the_picture_and_said() -> None:
    data = write_report(a_workshop(personas=[a_persona("Alma", photo=a_photo("red"))]), Language.DE, made_on=DAY)
    images = [image.image for page in PdfReader(BytesIO(data)).pages for image in page.images]
    (photo,) = (image.convert("L").tobytes() for image in images if image)
    assert all(60 < grey < 90 for grey in photo), "the red one"
    assert text("paper.report.photo", Language.DE, name="Alma") in {
        str(each.get("/Alt")) for each in dictionaries(data)
    }
    assert "/StructTreeRoot" in root_of(data)


@pytest.mark.parametrize("photo", ["", a_photo()])
def test_a_long_quote_goes_on_on_the_next_page(photo: str) -> None:
    persona = a_persona("Alma", quote="W" * 5_000, photo=photo)
    data = write_report(a_workshop(personas=[persona]), Language.DE, made_on=DAY)
    assert outside(data) == []
    assert text_of(data).count("W") >= 5_000
