"""Step 5: findings are answered, presented, shown on the map; actions and figures follow."""

import re
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from journey.editing import change_of, put, remove
from journey.model import Answer, Emotion, FrictionTarget, Language, MapState, Persona, PersonaEmotion, Verdict
from journey.texts import text
from tests.builders import PHASE, a_persona, a_touchpoint, a_workshop
from tests.ui.app import (
    chosen,
    html,
    kept,
    keys,
    on_page,
    on_view,
    opened,
    pressed,
    sample,
    seen,
    store,
    stored,
    typed,
    unfolded,
    with_card,
)

DE = Language.DE


def _a_bad_till() -> str:
    till = a_touchpoint("Kasse", id="till", emotion=-2, content="Bon", moment_of_truth=True)
    return stored(a_workshop(touchpoints=[till]))


def _key(tab: AppTest, rule: str, ending: str) -> str:
    """The key of a finding's button."""
    return next(key for key in keys(tab) if key.startswith(f"finding-{rule}-") and key.endswith(ending))


def _asked(tab: AppTest, rule: str, what: str) -> AppTest:
    """The tab with a finding's menu open: "accept" or "dismiss"."""
    return unfolded(tab, _key(tab, rule, f":{what}"))


def _cards(tab: AppTest) -> list[str]:
    """The keys of the findings on the page."""
    return [key for key in keys(tab) if key.startswith("finding-") and key.endswith(":dismiss")]


def _young(workshop: str, title: str) -> str:
    """A card put on the map just now, that feels very bad; its id."""
    before = store().open(workshop)
    card = a_touchpoint(title, rank=9, emotion=-2, content="Ton", phase=PHASE)
    change = change_of(put(before.workshop, card))
    assert change
    store().save(workshop, change, before.versions, "somebody else")
    return card.id


@pytest.mark.parametrize("words", ["Kasse mit zwei Bändern", "", None])
def test_an_accepted_finding_becomes_an_action_of_the_title_and_is_no_longer_open(words: str | None) -> None:
    workshop = _a_bad_till()
    tab = _asked(opened(workshop, "analysis"), "decisive-low", "accept")
    proposed = tab.text_input(key=_key(tab, "decisive-low", ":title")).value
    if words is not None:
        tab.text_input(key=_key(tab, "decisive-low", ":title")).set_value(words)
    pressed(tab, _key(tab, "decisive-low", ":accept-now"))
    held = kept(workshop)
    assert [(each.rule, each.verdict) for each in held.answers] == [("decisive-low", Verdict.ACCEPTED)]
    [action] = held.actions
    assert (action.rule, action.phase, action.title) == ("decisive-low", PHASE, words or proposed)
    assert action.title.startswith("Klären: ") or words
    assert not any(key.startswith("finding-decisive-low-") for key in keys(tab))
    chosen(tab, "finding-state", "answered")
    assert any(key.startswith("finding-decisive-low-") for key in keys(tab))


def test_the_page_says_where_an_accepted_finding_went_until_that_is_undone() -> None:
    workshop = _a_bad_till()
    tab = opened(workshop, "analysis")
    assert "went" not in keys(tab)
    _asked(tab, "decisive-low", "accept").text_input(key=_key(tab, "decisive-low", ":title")).set_value("Zwei Bänder")
    pressed(tab, _key(tab, "decisive-low", ":accept-now"))
    [went] = [alert.value for alert in tab.success if "Als Maßnahme aufgenommen" in alert.value]
    assert "Zwei Bänder" in went
    pressed(tab, "to-actions")
    assert tab.segmented_control(key="view-analysis").value == "actions"
    on_view(tab, "analysis", "findings")
    assert "went" not in keys(tab)

    tab = _asked(opened(_a_bad_till(), "analysis"), "decisive-low", "accept")
    pressed(tab, _key(tab, "decisive-low", ":accept-now"))
    assert "went" in keys(tab)
    pressed(tab, "frame:undo")
    assert "went" not in keys(tab)
    assert _key(tab, "decisive-low", ":accept")


def test_the_five_weightiest_findings_come_first_and_more_on_request() -> None:
    tab = opened(sample("baeckerei-de"), "analysis")
    assert len(_cards(tab)) == 5
    assert "finding-emotion-high" not in seen(tab)
    pressed(tab, "more-findings")
    assert len(_cards(tab)) == 10


def test_what_is_not_filled_in_is_a_bar_that_leads_to_its_cards() -> None:
    bare = a_touchpoint("Plakat", id="poster")
    tab = opened(stored(a_workshop(touchpoints=[bare])), "analysis")
    unfilled = ("unscored", "phase-without-content", "right-moment", "orphan-touchpoint")
    assert not [key for key in keys(tab) if key.startswith(tuple(f"finding-{rule}" for rule in unfilled))]
    assert "0 von 3 Angaben" in seen(tab)
    pressed(tab, f"lacks-{PHASE}")
    assert "Plakat · Gefühl, Content, Kanal" in seen(tab)
    pressed(tab, "lacks:poster")
    assert tab.session_state["session"].here.card == "poster"


def test_a_young_card_says_nothing_itself_but_the_list_has_it_until_it_is_left_out() -> None:
    workshop = _a_bad_till()
    young = _young(workshop, "Hotline")
    tab = opened(workshop, "analysis")
    assert "finding-emotion-low" in " ".join(keys(tab))
    assert "1 Hinweis betrifft nur Karten, die keine Stunde alt sind" in seen(tab)
    assert "zu dieser Karte" not in seen(with_card(tab, young))
    pressed(tab, "young")
    assert "finding-emotion-low" not in " ".join(keys(tab))
    assert "ist hier ausgeblendet; in Dateien steht er" in seen(tab)
    pressed(tab, "young")
    assert "finding-emotion-low" in " ".join(keys(tab))
    before = store().open(workshop)
    change = change_of(remove(before.workshop, young))
    assert change
    store().save(workshop, change, before.versions, "somebody else")
    assert "young" not in keys(opened(workshop, "analysis"))


def test_a_dismissed_finding_keeps_its_reason_and_can_be_opened_again() -> None:
    workshop = _a_bad_till()
    tab = _asked(opened(workshop, "analysis"), "decisive-low", "dismiss")
    pressed(tab, _key(tab, "decisive-low", ":dismiss-now"))
    assert [error.value for error in tab.error] == [text("analysis.needs_reason", DE)]
    assert kept(workshop).answers == ()
    typed(tab, _key(tab, "decisive-low", ":reason"), "Ist schon behoben")
    pressed(tab, _key(tab, "decisive-low", ":dismiss-now"))
    assert [(each.verdict, each.reason) for each in kept(workshop).answers] == [
        (Verdict.DISMISSED, "Ist schon behoben")
    ]
    chosen(tab, "finding-state", "answered")
    assert "Ist schon behoben" in seen(tab)
    pressed(tab, _key(tab, "decisive-low", ":reopen"))
    assert kept(workshop).answers == ()


def test_what_was_answered_last_is_said_and_taken_back_beside_it() -> None:
    workshop = _a_bad_till()
    tab = _asked(opened(workshop, "analysis"), "decisive-low", "accept")
    pressed(tab, _key(tab, "decisive-low", ":accept-now"))
    [rest] = [key.removeprefix("finding-").removesuffix(":dismiss") for key in _cards(tab)][:1]
    tab = unfolded(tab, f"finding-{rest}:dismiss")
    typed(tab, f"finding-{rest}:reason", "Anders geplant")
    pressed(tab, f"finding-{rest}:dismiss-now")
    assert [bar.value.partition(":")[0] for bar in tab.success] == ["Verworfen"]
    assert "Anders geplant" in tab.success[0].value
    pressed(tab, "unanswer")
    assert [one.verdict for one in kept(workshop).answers] == [Verdict.ACCEPTED]
    assert "went" not in keys(tab)
    assert f"finding-{rest}:dismiss" in keys(tab)


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
    unfolded(tab, next(key for key in keys(tab) if key.startswith("turn-") and key.endswith(":accept")))
    pressed(tab, "turn-back", next(key for key in keys(tab) if key.startswith("turn-") and key.endswith(":accept-now")))
    assert seen(tab).count("Hinweis 1 von") == 1
    assert first.split("Hinweis 1 von")[1][:3] != seen(tab).split("Hinweis 1 von")[1][:3]


def test_the_card_s_form_says_what_the_rules_ask_about_it() -> None:
    tab = opened(_a_bad_till(), "analysis")
    pressed(tab, _key(tab, "decisive-low", ":till"))
    assert "1 Hinweis zu dieser Karte" in seen(tab)


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


def test_on_a_phone_the_curve_is_a_list_with_every_touchpoint_s_name_and_who_feels_otherwise() -> None:
    workshop = sample("b2b-software-de")
    tab = on_view(opened(workshop, "analysis"), "analysis", "curve")
    listed = html(tab).partition("<div class='j-felt'>")[2]
    today = {one.title: one.state is not MapState.TO_BE for one in kept(workshop).touchpoints}
    assert {title: escape(title) in listed for title in today} == today
    gate = listed.partition("Freigabe durch IT und Einkauf")[2].partition("</li>")[0]
    assert "−2 · Sehr schlecht" in gate
    assert "left:0%;width:50%" in gate
    assert "Ines Prüfstein, IT-Leiterin: −1 · Schlecht" in gate


def test_the_curve_is_there_where_only_personas_have_scores() -> None:
    own = (PersonaEmotion(persona="a", emotion=Emotion.BAD),)
    card = a_touchpoint("Kasse", id="till", persona_emotions=own)
    workshop = stored(a_workshop(personas=[Persona(id="a", name="Anna")], touchpoints=[card]))
    tab = on_view(opened(workshop, "analysis"), "analysis", "curve")
    assert "Anna: −1 · Schlecht" in html(tab)


def test_the_curve_can_be_taken_as_a_picture_of_two_sizes_and_as_vectors() -> None:
    tab = on_view(opened(sample("b2b-software-de"), "analysis"), "analysis", "curve")
    shown = keys(unfolded(tab, "picture-curve"))
    assert {f"curve:{kind}" for kind in ("png", "png_4x", "svg", "pdf")} <= shown


def test_two_personas_of_one_name_each_have_their_curve() -> None:
    people = [a_persona("Alma", id="p"), a_persona("Alma", id="q")]
    own = tuple(PersonaEmotion(persona=one, emotion=emotion) for one, emotion in (("p", 2), ("q", -2)))
    card = a_touchpoint("Kasse", emotion=0, persona_emotions=own)
    tab = on_view(opened(stored(a_workshop(personas=people, touchpoints=[card])), "analysis"), "analysis", "curve")
    assert {"Alma: ", "Alma (2): "} <= set(re.findall(r"Alma[ ()0-9]*: ", html(tab)))
