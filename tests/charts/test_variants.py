"""The picture of the most frequent ways through the phases."""

from itertools import pairwise

import pytest

from journey.charts import spec, variants_alt, variants_chart
from journey.charts.kit.text_fit import measure
from journey.charts.variants import A_LINE, CHIP, HIGH, MOST_LINES, variant_rows
from journey.model import Language
from journey.numbers.log.variants import Variant, Variants
from journey.palette import phase_colour
from tests.charts.marks import Spec, layer, words

PHONE, DAY = 340, 86_400
NAMES = {"a": "Sehen", "b": "Kundenzufriedenheitsbefragung", "c": "Kaufen"}


def ways(*found: tuple[str, int], different: int = 9, cases: int = 1_000) -> Variants:
    most = tuple(Variant(tuple(way), count, count / cases, 3.0 * DAY) for way, count in found)
    return Variants(most, different, cases)


USUAL = ways(("ab", 500), ("abac", 250), ("c", 50))


def drawn(found: Variants, language: Language = Language.DE, *, dark: bool = False) -> Spec:
    return spec(variants_chart(found, NAMES, language, dark=dark))


def test_blocks_have_the_number_and_colour_of_their_phase() -> None:
    found = drawn(USUAL)
    blocks = found["datasets"]["layer3"]
    assert [datum["f"] for datum in blocks[2:6]] == [phase_colour(place) for place in (0, 1, 0, 2)]
    key = found["datasets"]["layer2"]
    assert [datum["f"] for datum in key] == [phase_colour(place) for place in range(3)]
    numbers = [line for line in words(found) if line in {"1", "2", "3"}]
    assert "".join(numbers) == "123" + "12" + "1213" + "3"


def test_bars_are_as_long_as_their_share() -> None:
    assert [datum["X"] for datum in drawn(USUAL)["datasets"]["layer1"]] == [1, 0.5, 0.1]
    assert {"500 Kunden · 50\u202f%", "Dauer 3 Tage"} <= set(words(drawn(USUAL)))
    told = drawn(USUAL)["datasets"]["layer3"][2]
    assert told["t"] == "Sehen → Kundenzufriedenheitsbefragung → Sehen → Kaufen"
    assert told["d"] == "250 Kunden · 25\u202f% · Dauer 3 Tage"


@pytest.mark.parametrize("length", [1, A_LINE, A_LINE + 1, A_LINE * MOST_LINES, A_LINE * MOST_LINES + 1, 500])
def test_long_ways_go_on_in_a_second_line_and_what_is_left_is_counted(length: int) -> None:
    found = ways(("ab" * length, 10), ("a" * length, 5))
    rows, bottom = variant_rows(found, 10)
    for row in rows:
        assert len(row.blocks) + row.more == len(row.variant.sequence)
        assert row.lines <= MOST_LINES
        assert row.y(row.lines - 1) + HIGH / 2 < row.bar
        assert len({(line, place) for _, line, place in row.blocks}) == len(row.blocks)
    assert all(above.bar < below.top for above, below in pairwise(rows))
    assert rows[-1].bar < bottom
    assert (f"+ {rows[0].more}" in words(drawn(found))) == bool(rows[0].more)


@pytest.mark.parametrize("language", Language)
def test_everything_fits_a_phone(language: Language) -> None:
    found = drawn(ways(("ab" * 30, 10**7), cases=10**7), language)
    texts = [datum for datum in layer(found, "text") if datum["x"] == 0]
    assert all(
        datum.get("o", 0) + measure(line, datum["z"]) < PHONE for datum in texts for line in datum["t"].split("\n")
    )
    assert measure("10.000.000 Kunden · 100\u202f%", 14, bold=True) + measure("Dauer 3 Tage", 13) < PHONE
    assert A_LINE * (CHIP + 3) < PHONE
    assert not any("…" in line for line in words(found))


def test_no_ways_are_still_a_picture() -> None:
    assert "0 von 0 verschiedenen Wegen: 0\u202f% der Kunden." in " ".join(words(drawn(ways(different=0, cases=0))))


def test_the_sentence_tells_the_most_frequent_ways() -> None:
    assert variants_alt(USUAL, NAMES, Language.EN) == (
        "3 of 9 different ways: 80% of the customers. Repeats of a phase count once. Time taken: median. Sehen → Kundenzufriedenheitsbefragung: "
        "500 customers · 50%. Sehen → Kundenzufriedenheitsbefragung → Sehen → Kaufen: 250 customers · 25%. Kaufen: 50 customers · 5.0%."
    )
