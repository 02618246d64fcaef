"""The emotion curve alone."""

from journey.charts import emotion_curve_alt, emotion_curve_chart, spec
from journey.charts.emotion.layout import curve_lines
from journey.journey_map import JourneyMap, journey_map
from journey.model import Emotion, Language, PersonaEmotion
from tests.builders import a_persona, a_touchpoint, a_workshop
from tests.charts.journeys import the_model
from tests.charts.marks import Spec, layer, words

ALMA, BEN = a_persona("Alma"), a_persona("Ben")


def curves() -> dict[str, JourneyMap]:
    """Everyone, Alma who differs at the till, and Ben who does not."""
    differs = (PersonaEmotion(persona=ALMA.id, emotion=Emotion.VERY_BAD),)
    touchpoints = [
        a_touchpoint("Plakat", emotion=1, rank=1),
        a_touchpoint("Brief", rank=2),
        a_touchpoint("Kasse", emotion=2, persona_emotions=differs, rank=3, phase="aida-plus.conversion"),
    ]
    workshop = a_workshop(touchpoints=touchpoints, personas=[ALMA, BEN])
    model = the_model()
    personas = {p.name: journey_map(workshop, model, persona=p.id) for p in workshop.personas}
    return {"": journey_map(workshop, model), **personas}


def drawn(found: dict[str, JourneyMap] | None = None, *, dark: bool = False) -> Spec:
    return spec(emotion_curve_chart(found or curves(), Language.DE, dark=dark))


def test_only_personas_that_feel_differently_have_a_line() -> None:
    assert [line.name for line in curve_lines(curves(), dark=False)] == ["", "Alma"]


def test_lines_are_named_at_their_ends_and_differ_in_more_than_colour() -> None:
    found = drawn()
    assert {"Alle", "Alma"} <= set(words(found))
    dashes = [each["mark"].get("strokeDash") for each in found["layer"] if each["mark"]["type"] == "line"]
    assert len(dashes) == 2
    assert dashes[0] != dashes[1]


def test_one_line_needs_no_name() -> None:
    found = curves()
    assert "Alle" not in words(drawn({"": found[""]}))


def test_two_that_are_compared_and_feel_alike_share_a_line_that_is_called_by_both() -> None:
    found = curves()
    alike = {"": found["Ben"], "Runde 1": found["Ben"]}
    drawing = spec(emotion_curve_chart(alike, Language.DE, dark=False, common="Runde 2"))
    assert "Runde 1, Runde 2" in " ".join(words(drawing))
    assert all("· Runde 1, Runde 2 ·" in datum["d"] for datum in layer(drawing, "point", cursor="pointer"))
    assert "Runde 1, Runde 2" in emotion_curve_alt(alike, Language.DE, common="Runde 2")
    assert "Alle" not in emotion_curve_alt(alike, Language.DE, common="Runde 2")


def test_a_touchpoint_stands_at_the_same_place_on_every_line_and_can_be_clicked() -> None:
    found = drawn()
    places: dict[str, set[float]] = {}
    for datum in layer(found, "point", cursor="pointer"):
        places.setdefault(datum["id"], set()).add(datum["x"])
    assert sorted(places.values(), key=min) == [{0.15}, {0.8}]
    assert found["params"][0]["name"] == "card"


def test_the_line_breaks_where_nobody_scored() -> None:
    line = next(each for each in drawn()["layer"] if each["mark"]["type"] == "line")
    assert [datum["g"] for datum in drawn()["datasets"][line["data"]["name"]]] == [0, 1]


def test_the_first_high_and_the_first_low_are_named() -> None:
    assert "Kasse" in words(drawn())
    bad = a_workshop(touchpoints=[a_touchpoint("Warteschlange", emotion=-1)])
    assert "Warteschlange" in words(drawn({"": journey_map(bad, the_model())}))


def test_the_sentence_tells_each_drawn_line() -> None:
    assert emotion_curve_alt(curves(), Language.DE) == (
        "Gefühlskurve mit 2 Linien. Alle: Bestes Gefühl (+2 · Sehr gut): Kasse. Schlechtestes Gefühl (+1 · Gut): Plakat. "
        "Ohne Bewertung: 1. Alma: Bestes Gefühl (+1 · Gut): Plakat. Schlechtestes Gefühl (−2 · Sehr schlecht): Kasse. "
        "Ohne Bewertung: 1."
    )


def test_no_touchpoint_at_all_is_still_a_picture() -> None:
    assert drawn({"": journey_map(a_workshop(), the_model())})["height"] > 0
