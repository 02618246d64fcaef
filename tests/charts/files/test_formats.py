"""Charts as files: the same picture as on the screen, in formats that others open, in any script."""

from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import pytest
import vl_convert
from PIL import Image
from pypdf import PdfReader

from journey.charts import cohort_chart, compared_chart, emotion_curve_chart, journey_map_chart, spec
from journey.charts.files import ENDINGS, MOST_PIXELS, SHARPER, SHARPNESS, chart_file, font_folders
from journey.charts.files.svg import Letters, svg
from journey.charts.kit.canvas import PRINTED, drawing, plain
from journey.journey_map import journey_map
from journey.model import Language
from journey.numbers.comparison import compare
from journey.numbers.log.periods import Unit
from tests.builders import a_touchpoint, a_workshop
from tests.charts import test_cohort as cohorts
from tests.charts.compared import test_chart as compared
from tests.charts.emotion import test_chart as emotions
from tests.charts.journeys import a_journey, the_model
from tests.charts.marks import Drawing
from tests.charts.test_every_chart import CHARTS
from tests.paper.reading import dictionaries
from tests.typed import there

ALL: dict[str, Drawing] = {
    **CHARTS,
    "emotions": lambda language, dark: emotion_curve_chart(emotions.curves(), language, dark=dark),
    "compared": lambda language, dark: compared_chart(
        compared.SPRING, compared.SUMMER, compare(compared.SPRING[1], compared.SUMMER[1]), language, dark=dark
    ),
    "cohorts": lambda language, dark: cohort_chart(cohorts.SPRING, language, dark=dark, unit=Unit.MONTH),
    "large map": lambda language, dark: journey_map_chart(a_journey(20), language, dark=dark),
}
EVERY = pytest.mark.parametrize("chart", ALL.values(), ids=ALL)


@pytest.fixture(scope="module", autouse=True)
def _the_fonts_of_the_page() -> None:
    for folder in font_folders():
        vl_convert.register_font_directory(str(folder))


def pixels(picture: str) -> np.ndarray:
    image = Image.open(BytesIO(vl_convert.svg_to_png(picture)))
    ground = Image.new("RGBA", image.size, "white")
    return np.asarray(Image.alpha_composite(ground, image.convert("RGBA")).convert("L"), dtype=int)


@pytest.mark.parametrize(
    ("chart", "dark"),
    [
        pytest.param(chart, dark, id=f"{'dark' if dark else 'light'}-{name}")
        for place, (name, chart) in enumerate(ALL.items())
        for dark in (place % 2 == 1,)  # a theme is other colours of the same marks
    ],
)
def test_a_file_shows_what_vega_draws_on_the_screen(chart: Drawing, dark: bool) -> None:
    found = spec(chart(Language.DE, dark))
    # Else Vega shrinks the picture by what it thinks that words stick out, by the widths of another font.
    found |= {"width": PRINTED if found["width"] == "container" else found["width"], "autosize": "none"}
    ours, vegas = pixels(svg(found, letters_as=Letters.WORDS)), pixels(vl_convert.vegalite_to_svg(found))
    assert ours.shape == vegas.shape
    differing = np.abs(ours - vegas) > 60
    assert differing.mean() < 0.001
    # nowhere a patch that differs: a mark that is missing, or stands elsewhere
    high, wide = (side // 8 * 8 for side in differing.shape)
    patches = differing[:high, :wide].reshape(high // 8, 8, wide // 8, 8).mean(axis=(1, 3))
    assert patches.max() < 0.5


@EVERY
def test_files_draw_the_same_values_without_altair(chart: Drawing) -> None:
    drawn = chart(Language.EN, False)
    for letters_as in (Letters.WORDS, Letters.APART):
        assert svg(plain(drawn), letters_as=letters_as) == svg(spec(drawn), letters_as=letters_as)


@EVERY
def test_every_format_opens_elsewhere(chart: Drawing) -> None:
    drawn = chart(Language.EN, False)
    made = {ending: chart_file(drawn, ending) for ending in ENDINGS}
    image = Image.open(BytesIO(made["png"]))
    image.load()
    root = ElementTree.fromstring(made["svg"].decode())
    (page,) = PdfReader(BytesIO(made["pdf"])).pages
    size = float(there(root.get("width"))), float(there(root.get("height")))
    assert image.size == pytest.approx([side * SHARPNESS for side in size], abs=1.5)
    assert [float(side) for side in page.mediabox[2:]] == pytest.approx(size, abs=1)
    assert len(image.convert("L").getcolors(1 << 16) or ()) > 20


def test_a_picture_for_large_prints_has_four_pixels_for_each_of_the_screen_s_and_is_as_large_on_paper() -> None:
    drawn = drawing([], 200, width=300)
    usual, sharper = (Image.open(BytesIO(chart_file(drawn, "png", sharpness=each))) for each in (SHARPNESS, SHARPER))
    assert (usual.size, sharper.size) == ((600, 400), (1200, 800))
    assert usual.info["dpi"] == pytest.approx((144, 144), abs=0.1)
    assert sharper.info["dpi"] == pytest.approx((288, 288), abs=0.1)


def test_a_very_large_picture_has_fewer_pixels_and_its_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    made = chart_file(drawing([], 4000, width=8000), "png")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)
    wide, high = Image.open(BytesIO(made)).size
    assert wide * high == pytest.approx(MOST_PIXELS, rel=0.01)
    assert wide == pytest.approx(2 * high, abs=2)


@EVERY
def test_a_png_shows_what_the_svg_of_the_same_chart_shows(chart: Drawing) -> None:
    drawn = chart(Language.DE, False)
    made = Image.open(BytesIO(chart_file(drawn, "png", sharpness=1)))
    theirs = pixels(svg(plain(drawn), letters_as=Letters.USUAL_WORDS))
    ours = np.asarray(made.convert("L"), dtype=int)[: theirs.shape[0], : theirs.shape[1]]
    high, wide = (side // 8 * 8 for side in ours.shape)
    patches = (np.abs(ours - theirs[: ours.shape[0], : ours.shape[1]]) > 60)[:high, :wide]
    patches = patches.reshape(high // 8, 8, wide // 8, 8).mean(axis=(1, 3))
    assert patches.max() < 0.5


def test_words_can_be_searched_in_svg_and_pdf() -> None:
    drawn = journey_map_chart(journey_map(a_workshop(touchpoints=[a_touchpoint("Fürstliche Prüfung")]), the_model()),
                              Language.DE, dark=False)  # fmt: skip
    assert "Prüfung" in chart_file(drawn, "svg").decode()
    assert "Prüfung" in PdfReader(BytesIO(chart_file(drawn, "pdf"))).pages[0].extract_text()


TITLES = {
    "joined emoji": "👩‍💻 Beratung 👨‍👩‍👧‍👦🏳️‍🌈",
    "a flag cut in half": "🇩🇪" * 30,
    "two Hebrew words": "שלום עולם",
    "Hebrew among others": "Newsletter שלום (עולם) 12 %",
    "Arabic": "مرحبا بالعالم من أول زيارة إلى التوصية",
    "Hindi and Thai": "हिन्दी भाषा ภาษาไทย",
    "markup": "<mark id=m>&amp;\"'</mark>",
    "nobody's letters": "\U000e0fff\ufdfd\U0001242b",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_whatever_was_typed_every_file_opens(title: str) -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint(title, doing=title * 3, emotion=1)])
    drawn = journey_map_chart(journey_map(workshop, the_model()), Language.DE, dark=False)
    Image.open(BytesIO(chart_file(drawn, "png"))).load()
    assert len(PdfReader(BytesIO(chart_file(drawn, "pdf"))).pages) == 1
    picture = chart_file(drawn, "svg").decode()
    ElementTree.fromstring(picture)
    assert "<mark" not in picture


def test_vega_cuts_no_line_of_words() -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint("שלום עולם"), a_touchpoint("👩‍💻 Beratung")])
    drawn = vl_convert.vegalite_to_svg(
        spec(journey_map_chart(journey_map(workshop, the_model()), Language.DE, dark=False))
    )
    assert ">שלום עולם<" in drawn
    assert ">👩‍💻 Beratung<" in drawn


def test_a_pdf_says_what_it_is_called_and_shows() -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint("Plakat")])
    drawn = journey_map_chart(journey_map(workshop, the_model()), Language.DE, dark=False)
    title, alt = "Ärzte & „Praxis“ #1", "Eine Phase mit einem Touchpoint"
    made = chart_file(drawn, "pdf", title=title, alt=alt)
    assert there(PdfReader(BytesIO(made)).metadata).title == title
    assert [str(each["/Alt"]) for each in dictionaries(made) if each.get("/S") == "/Figure"] == [alt]
