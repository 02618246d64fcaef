"""The picture of what channels contribute."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from journey.charts import channels_alt, channels_chart, spec
from journey.charts.channels import MOST, channel_rows
from journey.charts.kit.channel_names import channel_names
from journey.charts.kit.text_fit import measure
from journey.model import Language
from journey.numbers.log.attribution import Attribution, Credit, Model
from tests.charts.marks import Spec, layer, words

PHONE = 340


def given(model: Model, untouched: int = 0, **shares: float) -> Attribution:
    credits = tuple(Credit(name, 100 * share, share, None) for name, share in shares.items())
    return Attribution(model, credits, 100, untouched)


TWO = (given(Model.FIRST, Blog=0.7, Messe=0.3), given(Model.LAST, Blog=0.1, Messe=0.6, Radio=0.3))


def drawn(found: Sequence[Attribution], language: Language = Language.DE, *, dark: bool = False) -> Spec:
    return spec(channels_chart(found, language, dark=dark))


def many(count: int) -> list[Attribution]:
    """Nearly the same to all: each model gives the first channel a little more than the one before it, the last less."""
    names = [f"Kanal {place:02} mit einem langen Namen" for place in range(count)]
    found = []
    for more, model in enumerate(Model):
        shares = {**dict.fromkeys(names, 1 / count)}
        shares[names[0]] += more / 150
        shares[names[-1]] -= more / 150
        found.append(given(model, 5, **shares))
    return found


def test_the_largest_channel_comes_first_and_its_models_are_compared() -> None:
    assert [row.name for row in channel_rows(TWO)] == ["Messe", "Blog", "Radio"]
    found = words(drawn(TWO))
    assert {"Messe", "30\u202f% bis 60\u202f%", "Erster", "Letzter", "100 Abschlüsse mit bekanntem Kanal"} <= set(found)
    assert found.count("–") == 1
    bold = [datum["t"] for datum in layer(drawn(TWO), "text") if datum.get("b") and "%" in datum["t"]]
    assert bold == ["60\u202f%", "70\u202f%", "30\u202f%"]


def test_shares_that_read_the_same_are_not_told_apart_in_bold() -> None:
    alike = [given(Model.FIRST, Blog=0.44), given(Model.LINEAR, Blog=0.44 + 1e-12)]
    assert [datum["t"] for datum in layer(drawn(alike), "text") if datum.get("b") and "%" in datum["t"]] == []


def test_what_all_six_models_say_is_drawn_once() -> None:
    alike = [given(model, Blog=0.6, Messe=0.4) for model in Model]
    found = drawn(alike)
    assert "Alle sechs Verfahren ergeben dasselbe" in words(found)
    assert [datum["d"] for datum in layer(found, "rect") if "d" in datum] == [
        "Alle sechs Verfahren ergeben dasselbe: 60,0\u202f%", "Alle sechs Verfahren ergeben dasselbe: 40,0\u202f%",
    ]  # fmt: skip
    assert words(found).count("60\u202f%") == 1
    assert channels_alt(alike, Language.EN).startswith("Contribution of channels, counted in 6 ways. All six ways give")


def test_channels_are_called_as_people_read_them_with_the_log_s_word_in_the_tooltip() -> None:
    raw = [
        "linkedin.com",
        "linkedin",
        "(direct)",
        "m.facebook.com",
        "google / cpc",
        "(direct) / (none)",
        "Radio",
        "t3n.de",
    ]
    assert list(channel_names(raw[1:], Language.DE).values()) == [
        "LinkedIn", "direkt ((direct))", "Facebook", "Google, Anzeigen", "direkt ((direct) / (none))", "Radio", "t3n.de"
    ]  # fmt: skip
    assert channel_names(raw[:2], Language.EN) == {
        "linkedin.com": "LinkedIn (linkedin.com)", "linkedin": "LinkedIn (linkedin)",
    }  # fmt: skip
    found = drawn([given(Model.FIRST, google=0.7, Radio=0.3)])
    assert "Google" in words(found)
    assert {datum["t"] for datum in found["datasets"]["layer1"]} == {"Google · google", "Radio"}


def test_all_bars_have_one_scale() -> None:
    bars = {(datum["t"], datum["d"]): datum["X"] - datum["x"] for datum in drawn(TWO)["datasets"]["layer1"]}
    whole = bars["Blog", "Erster: 70,0\u202f%"]
    assert bars["Messe", "Letzter: 60,0\u202f%"] == pytest.approx(whole * 6 / 7, abs=1e-3)
    assert bars["Blog", "Letzter: 10,0\u202f%"] == pytest.approx(whole / 7, abs=1e-3)


def test_bars_stay_in_their_column() -> None:
    tracks = drawn(many(3))["datasets"]["layer0"]
    columns = sorted({(datum["x"], datum["X"]) for datum in tracks})
    assert len(columns) == 6
    assert all(one[1] < other[0] for one, other in pairwise(columns))
    assert columns[-1][1] <= 1
    assert all(any(x <= d["x"] and d["X"] <= X for x, X in columns) for d in drawn(many(3))["datasets"]["layer1"])


def test_many_channels_are_summed_up_and_nothing_is_lost() -> None:
    rows = channel_rows(many(20))
    assert (len(rows), rows[-1].others) == (MOST, 9)
    assert sum(row.shares[0] or 0 for row in rows) == pytest.approx(1)
    assert "9 weitere Kanäle" in words(drawn(many(20)))
    assert [row.others for row in channel_rows(many(MOST))] == [0] * MOST


@pytest.mark.parametrize("language", Language)
def test_words_fit_a_phone(language: Language) -> None:
    found = drawn(many(12), language)
    assert all(measure(line, 14) < PHONE for line in words(found))
    heads = [datum for datum in layer(found, "text") if datum["z"] == 12 and datum["y"] < 20]
    assert len(heads) == 6
    assert all(measure(datum["t"], 12) < PHONE / 6 and "…" not in datum["t"] for datum in heads)


def test_the_picture_says_that_it_proves_no_cause() -> None:
    assert "dass ein Kanal die Ursache war." in words(drawn(TWO))
    assert "5 Abschlüsse ohne bekannten Kanal" in words(drawn(many(2)))
    assert drawn([])["height"] > 0


def test_the_sentence_tells_each_channel_by_each_model() -> None:
    assert channels_alt(TWO, Language.EN) == (
        "Contribution of channels, counted in 2 ways. Messe: 30% to 60% (First 30%, Last 60%). Blog: 10% to 70% (First 70%, "
        "Last 10%). Radio: 0% to 30% (First 0%, Last 30%). Shares of the conversions. None of the ways proves that a channel was "
        "the cause."
    )
