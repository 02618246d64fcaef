"""Whatever the document: a repaired cause takes its finding away, for every rule of which that can be said in general."""

from itertools import pairwise

from hypothesis import assume, given

from journey.critic import findings
from journey.model import Answer, Campaign, Emotion, Language, Workshop
from journey.phases import model_of
from tests.strategies import workshops

LEADING = {"jump", "ad-to-main-offer", "one-campaign-for-everything", "ask-too-large", "backward-campaign"}
PARTS = {"campaign-without-source", "campaign-without-action", "transition-without-campaign"}


def _rules(workshop: Workshop) -> set[str]:
    return {finding.rule for finding in findings(workshop, Language.EN)}


def _phases(workshop: Workshop) -> list[str]:
    return [phase.id for phase in model_of(workshop, Language.EN).phases]


def _stepwise(workshop: Workshop) -> Workshop:
    """The same with one whole campaign for every step, asking for nothing in particular, instead of its own."""
    steps = enumerate(pairwise(_phases(workshop)))
    whole = {"traffic_source": "Ads", "call_to_action": "Read on"}
    campaigns = [Campaign(id=f"step-{n}", from_phase=start, to_phase=end, **whole) for n, (start, end) in steps]
    return workshop.with_collection("campaigns", campaigns)


def _calm(workshop: Workshop) -> Workshop:
    """The same without a bad feeling or a pain point, and with content at every touchpoint."""
    calm = {"emotion": Emotion.NEUTRAL, "persona_emotions": (), "pain_points": "", "content": "A guide"}
    return workshop.with_collection("touchpoints", [t.model_copy(update=calm) for t in workshop.touchpoints])


def _easy(workshop: Workshop) -> Workshop:
    """The same with every hurdle counted and low."""
    low = {"clicks": 1, "inputs": 1, "forced_account": Answer.NO, "hidden_costs": Answer.NO, "requirements": ""}
    return workshop.with_collection("frictions", [f.model_copy(update=low) for f in workshop.frictions])


@given(workshops())
def test_a_campaign_for_every_step_leaves_nothing_to_say_about_campaigns(workshop: Workshop) -> None:
    assume(len(_phases(workshop)) > 2)
    assert not _rules(_stepwise(workshop)) & (LEADING | PARTS)


@given(workshops())
def test_without_campaigns_there_is_nothing_wrong_with_one(workshop: Workshop) -> None:
    bare = workshop.with_collection("campaigns", ())
    assert not _rules(bare) & (LEADING | PARTS - {"transition-without-campaign"})


@given(workshops())
def test_low_hurdles_are_no_hurdles(workshop: Workshop) -> None:
    assert not _rules(_easy(workshop)) & {"friction-purchase", "friction-lead"}


@given(workshops())
def test_nobody_gets_stuck_without_numbers_where_nothing_hurts(workshop: Workshop) -> None:
    uncounted = workshop.with_collection("counts", ())
    assert "stuck-phase" not in _rules(_calm(_easy(uncounted)))


@given(workshops())
def test_without_an_estimate_no_money_is_named(workshop: Workshop) -> None:
    assert "lost-customers" not in _rules(workshop.with_collection("estimates", ()))


@given(workshops())
def test_calm_contacts_have_no_lows(workshop: Workshop) -> None:
    assert not _rules(_calm(workshop)) & {"emotion-low", "decisive-low", "emotion-dip", "unscored"}
