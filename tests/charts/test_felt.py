"""The picture of what a room feels: a disc for every score that was given, and the medians as a curve."""

import re

from journey.charts import felt_alt, felt_chart, felt_picture, spec
from journey.charts.felt.chart import columns_of, y_of
from journey.live import Exercise, ExerciseKind, FeltSpread, Option
from journey.model import Language
from tests.charts.marks import Spec, layer, words

MANY = Exercise(
    id="exercise",
    kind=ExerciseKind.FEEL,
    options=tuple(Option(id=f"t{place}", words=f"Kontakt {chr(64 + place)}") for place in range(1, 21)),
)
MANY_SPREADS = tuple(FeltSpread(option.id, "", (-1, 0, 0, 2)) for option in MANY.options[1:])

TOUCHPOINTS = tuple(Option(id=f"t{place}", words=name) for place, name in enumerate(("Plakat", "Anruf", "Rechnung")))
PEOPLE = (Option(id="anna", words="Anna"), Option(id="ben", words="Ben"))
COMMON = Exercise(id="exercise", kind=ExerciseKind.FEEL, options=TOUCHPOINTS)
SPREADS = (FeltSpread("t0", "", (-2, -2, -1, 2)), FeltSpread("t1", "", (1, 1, 1)))


def drawn(spreads: tuple[FeltSpread, ...] = SPREADS, exercise: Exercise = COMMON) -> Spec:
    return spec(felt_chart(spreads, exercise, Language.DE, dark=False))


def _told(found: Spec) -> dict[tuple[str, float], str]:
    return {(datum["t"], datum["y"]): datum["d"] for datum in layer(found, "point") if "t" in datum}


def test_every_score_that_was_given_is_a_disc_with_the_number_of_people() -> None:
    told = _told(drawn())
    assert told == {
        ("Plakat", y_of(-2)): "−2 · Sehr schlecht: 2",
        ("Plakat", y_of(-1)): "−1 · Schlecht: 1",
        ("Plakat", y_of(2)): "+2 · Sehr gut: 1",
        ("Anruf", y_of(1)): "+1 · Gut: 3",
    }


def test_a_disc_is_larger_the_more_people_gave_its_score_wherever_it_stands() -> None:
    spreads = (FeltSpread("t0", "", (1, 1, 1)), FeltSpread("t1", "", (2,)), FeltSpread("t2", "", (-1, -1, 0)))
    many = tuple(FeltSpread(option.id, "", (2,) * (1 + place % 3)) for place, option in enumerate(MANY.options))
    for found in (drawn(spreads), drawn(many, MANY)):
        sizes: dict[str, set[str]] = {}
        for datum in layer(found, "point"):
            if "t" in datum:
                sizes.setdefault(datum["d"].rsplit(" ", 1)[1], set()).add(datum["p"])
        assert [len(sizes[people]) for people in "123"] == [1, 1, 1]
        assert _width(*sizes["1"]) < _width(*sizes["2"]) < _width(*sizes["3"])


def _width(path: str) -> float:
    """How far a shape reaches to any side."""
    return max(float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path))


def test_the_curve_runs_through_the_medians_and_the_band_holds_the_middle_half() -> None:
    found = drawn()
    assert [datum["y"] for datum in layer(found, "line")] == [y_of(-1.5), y_of(1)]
    low, high = SPREADS[0].quartiles
    assert next((datum["y"], datum["Y"]) for datum in layer(found, "area")) == (y_of(high), y_of(low))


def test_touchpoints_stand_in_the_exercise_s_order_and_those_that_nobody_scored_have_no_column() -> None:
    assert columns_of(SPREADS[::-1], COMMON) == {"t0": 0.25, "t1": 0.75}
    assert "Rechnung" not in words(drawn())


def test_personas_have_curves_of_their_own_and_discs_beside_each_other() -> None:
    exercise = COMMON.model_copy(update={"personas": PEOPLE})
    spreads = (FeltSpread("t0", "anna", (1, 1)), FeltSpread("t0", "ben", (1, 1)))
    found = drawn(spreads, exercise)
    discs = [datum for datum in layer(found, "point") if "t" in datum]
    assert [disc["t"] for disc in discs] == ["Plakat (Anna)", "Plakat (Ben)"]
    assert discs[0]["x"] != discs[1]["x"]
    assert sum(each["mark"]["type"] == "line" for each in found["layer"]) == 2


def test_many_touchpoints_keep_their_names_one_below_the_other_and_the_scores_go_across() -> None:
    found = drawn(MANY_SPREADS[::-1], MANY)
    named = {datum["t"]: datum["y"] for datum in layer(found, "text") if "Kontakt" in datum["t"]}
    assert sorted(named, key=named.__getitem__) == [f"{n} Kontakt {chr(64 + n)}" for n in range(2, 21)]
    discs = [datum for datum in layer(found, "point") if "t" in datum]
    assert {(disc["d"][:2], disc["x"]) for disc in discs} == {("−1", 0.3), ("0 ", 0.5), ("+2", 0.9)}
    way = layer(found, "line")
    assert [point["n"] for point in way] == list(range(19))
    assert len({point["x"] for point in way}) == 1


def test_who_hears_the_picture_is_told_median_and_scores() -> None:
    told = felt_alt(SPREADS, COMMON, Language.DE)
    assert "Plakat: Median −1,5 (Sehr schlecht 2, Schlecht 1, Sehr gut 1)." in told
    assert "Anruf: Median 1 (Gut 3)." in told


def test_a_file_says_which_curve_is_whose_below_all_else() -> None:
    exercise = COMMON.model_copy(update={"personas": PEOPLE})
    spreads = (FeltSpread("t0", "anna", (1,)), FeltSpread("t0", "ben", (-1,)))
    on_page, in_file = (
        spec(drawing(spreads, exercise, Language.DE, dark=False)) for drawing in (felt_chart, felt_picture)
    )
    assert {"Anna", "Ben"} <= set(words(in_file)) - set(words(on_page))
    names = [datum for datum in layer(in_file, "text") if datum["t"] in ("Anna", "Ben")]
    assert all(on_page["height"] < datum["y"] < in_file["height"] for datum in names)
    assert spec(felt_picture(SPREADS, COMMON, Language.DE, dark=False)) == drawn()
