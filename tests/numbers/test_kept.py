"""What the document keeps of a log: counts by activity, the team's decisions, and no long tail."""

from journey.editing import Edit, applied, change_of
from journey.model import Language, Workshop
from journey.numbers import Funnel, Quartiles, Stage
from journey.numbers.kept import MOST_UNMATCHED, counts_for, counts_kept, decided, funnel_kept
from journey.numbers.log.tally import Tally
from journey.numbers.matching import matched
from journey.phases import model_of
from tests.builders import a_count, a_touchpoint, a_workshop, an_activity


def keeping(workshop: Workshop, *tallies: Tally) -> Workshop:
    matching = matched(workshop, model_of(workshop, Language.EN), [tally.name for tally in tallies])
    change = change_of(counts_kept(workshop, matching, tallies))
    return applied(workshop, change) if change else workshop


def figures(workshop: Workshop) -> dict[str, tuple[int | None, int | None]]:
    return {activity.name: (activity.events, activity.cases) for activity in workshop.activities}


def test_counts_stand_in_the_order_of_the_log() -> None:
    kept = keeping(a_workshop(), Tally("visit", 90, 50), Tally("buy", 7, 7))
    assert list(figures(kept).items()) == [("visit", (90, 50)), ("buy", (7, 7))]
    assert keeping(kept, Tally("visit", 90, 50), Tally("buy", 7, 7)) is kept, "the same log changes nothing"


def test_a_new_log_takes_the_place_of_the_old_one_but_decisions_stay() -> None:
    workshop = a_workshop(
        activities=[an_activity("old", events=5, cases=5), an_activity("set aside", ignored=True, events=3, cases=2)]
    )
    assert figures(keeping(workshop, Tally("new", 4, 3))) == {"set aside": (None, None), "new": (4, 3)}


def test_of_unmatched_activities_only_the_most_frequent_are_kept() -> None:
    shop = a_touchpoint("Shop", id="shop")
    pages = [Tally(f"/page/{n}", 500 - n, 500 - n) for n in range(MOST_UNMATCHED + 40)]
    kept = keeping(a_workshop(touchpoints=[shop]), *pages, Tally("shop", 1, 1))
    assert len(kept.activities) == MOST_UNMATCHED + 1
    assert figures(kept)["shop"] == (1, 1)
    assert f"/page/{MOST_UNMATCHED - 1}" in figures(kept)


def test_names_that_are_kept_alike_are_counted_together_and_empty_ones_not_at_all() -> None:
    kept = keeping(a_workshop(), Tally("a  b", 3, 3), Tally("a b", 2, 2), Tally("\t", 9, 9))
    assert figures(kept) == {"a b": (5, 3)}


def test_a_decision_is_remembered_and_taken_back() -> None:
    workshop = a_workshop(
        touchpoints=[a_touchpoint("Till", id="till")], activities=[an_activity("buy", events=2, cases=1)]
    )
    change = change_of(decided(workshop, "buy", "till"))
    assert change is not None
    matched_by_hand = applied(workshop, change)
    (activity,) = matched_by_hand.activities
    assert (activity.touchpoint, activity.events) == ("till", 2)
    back = change_of(decided(matched_by_hand, "buy"))
    assert back is not None
    assert applied(matched_by_hand, back) == workshop
    assert decided(workshop, " ") == []


def kept_counts(workshop: Workshop, edits: list[Edit]) -> list[tuple[str, str, int, float | None]]:
    change = change_of(edits)
    counts = (applied(workshop, change) if change else workshop).counts
    return [(count.phase, count.period, count.count, count.days) for count in counts]


def test_the_funnel_of_a_log_is_kept_with_the_days_until_the_next_phase() -> None:
    wait = Quartiles(0, 2 * 86_400, 9 * 86_400)
    stages = (
        Stage("a", "A", 0, 10),
        Stage("b", "B", 1, None),
        Stage("c", "C", 2, 4, previous="a", wait=wait),
    )
    workshop = a_workshop()
    kept = kept_counts(workshop, funnel_kept(workshop, Funnel(stages), "May"))
    assert kept == [("a", "May", 10, 2.0), ("c", "May", 4, None)]


def test_counts_change_the_first_of_their_phase_and_period_and_leave_days_that_nobody_measured() -> None:
    months = [("May", 1, 3), ("May", 2, None), ("June", 5, None)]
    held = [a_count(n, "a", period=month, days=days, rank=n) for month, n, days in months]
    workshop = a_workshop(counts=held)
    kept = kept_counts(workshop, counts_for(workshop, "May", {"a": 7, "b": 6}))
    assert kept == [("a", "May", 7, 3), ("a", "May", 2, None), ("a", "June", 5, None), ("b", "May", 6, None)]
    measured = kept_counts(workshop, counts_for(workshop, "May", {"a": 7}, {"a": None}))
    assert measured[0] == ("a", "May", 7, None), "a log that knows no wait says so"
