"""Step 5: findings are answered, presented, shown on the map; actions and figures follow."""

from streamlit.testing.v1 import AppTest

from journey.model import Answer, FrictionTarget, Language, MapState, Verdict
from tests.builders import PHASE, a_touchpoint, a_workshop
from tests.ui.app import chosen, kept, keys, on_page, on_view, opened, pressed, seen, stored, typed

DE = Language.DE


def _a_bad_till() -> str:
    till = a_touchpoint("Kasse", id="till", emotion=-2, content="Bon", moment_of_truth=True)
    return stored(a_workshop(touchpoints=[till]))


def _key(tab: AppTest, rule: str, ending: str) -> str:
    """The key of a finding's button."""
    return next(key for key in keys(tab) if key.startswith(f"finding-{rule}-") and key.endswith(ending))


def test_an_accepted_finding_becomes_an_action_and_is_no_longer_open() -> None:
    workshop = _a_bad_till()
    tab = opened(workshop, "analysis")
    pressed(tab, _key(tab, "decisive-low", ":accept"))
    held = kept(workshop)
    assert [(each.rule, each.verdict) for each in held.answers] == [("decisive-low", Verdict.ACCEPTED)]
    assert [(each.rule, each.phase) for each in held.actions] == [("decisive-low", PHASE)]
    assert not any(key.startswith("finding-decisive-low-") for key in keys(tab))
    chosen(tab, "finding-state", "answered")
    assert any(key.startswith("finding-decisive-low-") for key in keys(tab))


def test_a_dismissed_finding_keeps_its_reason_and_can_be_opened_again() -> None:
    workshop = _a_bad_till()
    tab = opened(workshop, "analysis")
    typed(tab, _key(tab, "decisive-low", ":reason"), "Ist schon behoben")
    pressed(tab, _key(tab, "decisive-low", ":dismiss-now"))
    assert [(each.verdict, each.reason) for each in kept(workshop).answers] == [
        (Verdict.DISMISSED, "Ist schon behoben")
    ]
    chosen(tab, "finding-state", "answered")
    assert "Ist schon behoben" in seen(tab)
    pressed(tab, _key(tab, "decisive-low", ":reopen"))
    assert kept(workshop).answers == ()


def test_a_finding_lights_up_its_cards_on_the_map_until_the_light_is_put_out() -> None:
    tab = opened(_a_bad_till(), "analysis")
    pressed(tab, _key(tab, "decisive-low", ":map"))
    on_page(tab, "map")
    assert "unlight" in keys(tab)
    pressed(tab, "unlight")
    assert "unlight" not in keys(tab)


def test_findings_are_presented_one_at_a_time() -> None:
    tab = on_view(opened(_a_bad_till(), "analysis"), "analysis", "presenting")
    first = seen(tab)
    assert "Hinweis 1 von" in first
    pressed(tab, "turn-on")
    assert "Hinweis 2 von" in seen(tab)
    pressed(tab, "turn-back", "turn-accept")
    assert seen(tab).count("Hinweis 1 von") == 1
    assert first.split("Hinweis 1 von")[1][:3] != seen(tab).split("Hinweis 1 von")[1][:3]


def test_the_card_s_form_says_what_the_rules_ask_about_it() -> None:
    tab = opened(_a_bad_till(), "analysis")
    pressed(tab, _key(tab, "decisive-low", ":till"))
    assert "zu dieser Karte" in seen(tab)


def test_hurdles_are_counted_as_they_are_and_as_they_shall_be() -> None:
    workshop = _a_bad_till()
    tab = on_view(opened(workshop, "analysis"), "analysis", "figures")
    pressed(tab, "count-hurdles:purchase:as_is")
    [held] = kept(workshop).frictions
    assert (held.target, held.state) == (FrictionTarget.PURCHASE, MapState.AS_IS)
    typed(tab, f"figures:{held.id}:clicks", "7")
    chosen(tab, f"figures:{held.id}:forced_account", Answer.YES)
    [counted] = kept(workshop).frictions
    assert (counted.clicks, counted.forced_account) == (7, Answer.YES)
