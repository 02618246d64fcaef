"""Whether a figure moved after an action: against an independent implementation, by simulation, and in words."""

import random
from math import hypot

import pytest

from journey.actions import Judgement, Outcome, Uncertainty, judged, judged_all, judgement_words
from journey.model import ActionState, Emotion, Language, Workshop
from journey.phases import built_in
from tests.builders import a_count, a_goal, a_touchpoint, a_workshop, an_action

DE, EN = Language.DE, Language.EN
PHASES = [phase.id for phase in next(model for model in built_in(DE) if model.id == "aida-plus").phases]
DONE = {"state": ActionState.DONE}


def _counted(*counts: int, period: str = "2026", **more: object) -> Workshop:
    entries = [a_count(count, phase, period=period) for phase, count in zip(PHASES, counts, strict=False)]
    return a_workshop(counts=entries, **more)


def _outcome(before: tuple[int, int], after: tuple[int, int], target: float | None = None) -> tuple[object, object]:
    action = an_action(step=PHASES[1], target=target, **DONE)
    found = judged(action, _counted(*before, period="2025"), _counted(*after))
    return found.outcome, found.uncertainty


def test_a_share_moves_where_the_interval_of_the_difference_leaves_out_zero() -> None:
    assert _outcome((1_000, 200), (1_000, 260)) == (Outcome.MOVED, None)
    assert _outcome((1_000, 260), (1_000, 200)) == (Outcome.AGAINST, None)
    assert _outcome((1_000, 200), (1_000, 205)) == (Outcome.NOT_MOVED, None)
    assert _outcome((20, 4), (20, 5)) == (Outcome.TOO_EARLY, Uncertainty.FEW)


def test_whether_nothing_moved_depends_on_what_was_aimed_at() -> None:
    assert _outcome((1_000, 200), (1_000, 205), target=22) == (Outcome.TOO_EARLY, Uncertainty.BOTH_FIT)
    assert _outcome((1_000, 200), (1_000, 205), target=30) == (Outcome.NOT_MOVED, None)
    assert _outcome((1_000, 260), (1_000, 200), target=15) == (Outcome.MOVED, None), "it was to fall"


def test_the_same_count_again_is_no_measurement() -> None:
    assert _outcome((1_000, 200), (1_000, 200)) == (Outcome.TOO_EARLY, Uncertainty.NOT_AGAIN)


@pytest.mark.parametrize(("before", "after"), [((1_000, 200), (900, 230)), ((56, 40), (70, 20)), ((3_000, 0), (5, 5))])
def test_the_interval_is_newcombe_s_of_wilson_s_as_scipy_has_them(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    from scipy import stats  # loads a second long, in each worker that only collects this file

    found = judged(an_action(step=PHASES[1], **DONE), _counted(*before), _counted(*after)).difference
    assert found
    one, other = (stats.binomtest(k, n).proportion_ci(method="wilson") for n, k in (before, after))
    p, q = before[1] / before[0], after[1] / after[0]
    low, high = q - p - hypot(q - other.low, one.high - p), q - p + hypot(other.high - q, p - one.low)
    assert found.interval == pytest.approx((max(-1, low), min(1, high)), abs=1e-12)


def test_where_nothing_changed_few_claim_a_change_also_over_seven_steps_at_once() -> None:
    """Of 400 rounds with seven actions each at most 5 % may claim a change, within three errors of such a share."""
    dice = random.Random(20_261_129)
    rates = (0.6, 0.5, 0.4, 0.7, 0.3, 0.5, 0.8)
    actions = [an_action(step=phase, **DONE) for phase in PHASES[1:8]]

    def year(period: str) -> Workshop:
        counts = [2_000]
        for rate in rates[: len(PHASES) - 1]:
            counts.append(sum(dice.random() < rate for _ in range(counts[-1])))
        return _counted(*counts, period=period, actions=actions)

    def judged_over(then: Workshop, now: Workshop) -> list[Judgement]:
        return list(judged_all(now, lambda _: then).values())

    runs = 400
    claims = sum(
        any(one.outcome in (Outcome.MOVED, Outcome.AGAINST) for one in judged_over(year("a"), year("b")))
        for _ in range(runs)
    )
    assert claims / runs <= 0.05 + 3 * (0.05 * 0.95 / runs) ** 0.5
    alone = judged(actions[0], _counted(1_000, 200), _counted(1_000, 238))
    assert alone.outcome is Outcome.MOVED
    assert judged(actions[0], _counted(1_000, 200), _counted(1_000, 238), comparisons=7).outcome is Outcome.NOT_MOVED


def test_without_a_former_state_the_value_that_was_noted_is_the_one_before() -> None:
    action = an_action(step=PHASES[1], before=20, people_before=1_000, **DONE)
    now = _counted(1_000, 260, actions=[action])
    assert judged_all(now)[action.id].outcome is Outcome.MOVED
    typed = an_action(figure="Widerrufe", before=8, after=5, target=4, **DONE)
    found = judged(typed, None, now)
    assert (found.outcome, found.reached) == (Outcome.MOVED, False)
    assert judgement_words(found, typed, now, DE) == "Vorher 8, nachher 5. Angestrebt: 4, nicht erreicht."


def test_feelings_and_goals_are_compared_without_an_interval() -> None:
    felt = an_action(touchpoint="till", **DONE)
    then, now = (a_workshop(touchpoints=[a_touchpoint(id="till", emotion=score)]) for score in (-2, 1))
    found = judged(felt, then, now)
    assert (found.outcome, found.difference) == (Outcome.MOVED, None)
    assert judgement_words(found, felt, now, EN) == "Before −2 (Very bad), after +1 (Good)."
    assert judged(felt, then, then).outcome is Outcome.NOT_MOVED, "a round has passed"
    goal = an_action(goal="more", before=70, **DONE)
    assert judged(goal, None, a_workshop(goals=[a_goal(id="more", baseline=70)])).uncertainty is Uncertainty.NOT_AGAIN
    assert judged(goal, None, a_workshop(goals=[a_goal(id="more", baseline=81)])).outcome is Outcome.MOVED


def test_it_is_too_early_while_an_action_is_not_done_or_a_value_is_missing() -> None:
    waiting = an_action(touchpoint="till", before=-1)
    now = a_workshop(touchpoints=[a_touchpoint(id="till", emotion=Emotion.GOOD)])
    assert judged(waiting, None, now).uncertainty is Uncertainty.NOT_DONE
    assert judged(an_action(touchpoint="till", **DONE), None, now).uncertainty is Uncertainty.NO_BEFORE
    assert judged(an_action(figure="Anrufe", before=5, **DONE), None, now).uncertainty is Uncertainty.NO_AFTER
    dropped = an_action(touchpoint="till", before=-1, state=ActionState.DROPPED)
    assert judged_all(a_workshop(actions=[dropped, an_action()])) == {}


def test_a_share_is_told_with_its_people_and_the_interval_in_both_languages() -> None:
    action = an_action(step=PHASES[1], target=24, **DONE)
    found = judged(action, _counted(1_000, 200), _counted(2_000, 500))
    now = _counted(2_000, 500)
    words = {each: judgement_words(found, action, now, each).replace("\u202f", " ") for each in Language}
    assert words[DE].startswith("Vorher 20 % (Personen: 1.000), nachher 25 % (Personen: 2.000).")
    assert "Unterschied in Prozentpunkten: +5,0 (Intervall: +1,8 bis +8,1). Angestrebt: 24 %, erreicht." in words[DE]
    assert "Difference in percentage points: +5.0 (interval: +1.8 to +8.1). Aim: 24%, reached." in words[EN]
