"""Step 4: the map, its filters, a click on a card, the lines that add cards; the funnel; campaigns."""

import json
from itertools import count
from typing import Any

import pytest
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from journey.model import Language, MapState, Touchpoint
from journey.phases import model_of
from journey.texts import text
from tests.builders import PHASE, a_campaign, a_count, a_persona, a_touchpoint, a_workshop, an_opportunity
from tests.typed import there
from tests.ui.app import (
    chosen,
    kept,
    keys,
    nodes,
    on_view,
    opened,
    pressed,
    run,
    sample,
    seen,
    stored,
    text_field,
    typed,
)
from ui.kit.rooms import named
from ui.state.words import plain

DE, EN = Language.DE, Language.EN


def _map() -> str:
    points = [
        a_touchpoint("Anzeige", id="t0", personas=("p",), state="as_is"),
        a_touchpoint("Probefahrt", id="t1", personas=("q",), state="to_be"),
    ]
    people = [a_persona("Alma", id="p"), a_persona("Bert", id="q")]
    chance = an_opportunity("Schneller antworten", id="o")
    return stored(a_workshop(touchpoints=points, personas=people, opportunities=[chance]))


def _drawn(tab: AppTest) -> str:
    """The chart's data as text."""
    charts = [node.proto for node in nodes(tab) if node.type == "vega_lite_chart"]
    return "\n".join(str(chart) for chart in charts)


def test_the_map_shows_every_card_and_tells_it_in_words() -> None:
    drawn = _drawn(opened(_map(), "map"))
    assert all(title in drawn for title in ("Anzeige", "Probefahrt", "Schneller antworten"))
    assert text("charts.alt.map", DE, phases="7 Phasen", touchpoints="2 Touchpoints")[:12] in drawn


def _places(block: Any, kind: str) -> list[tuple[int, ...]]:
    """Where elements of a kind stand: the numbers of the blocks around each, from the page's own on, and its own."""
    found = []
    for place, node in getattr(block, "children", {}).items():
        found += [(place,)] * (node.type == kind) + [(place, *path) for path in _places(node, kind)]
    return found


def test_the_picture_stays_at_its_place_among_the_page_s_elements_in_every_view() -> None:
    """At another place the browser makes a second one, and now and then throws the first one away, scrolled as it was."""
    tab = opened(_map(), "map")
    [place] = _places(tab.main, "vega_lite_chart")
    for view in named("map").views:
        assert place in _places(on_view(tab, "map", view).main, "vega_lite_chart")


def test_the_state_filter_leaves_the_other_state_out() -> None:
    tab = chosen(opened(_map(), "map"), "map-state", MapState.AS_IS)
    assert "Anzeige" in _drawn(tab)
    assert "Probefahrt" not in _drawn(tab)
    chosen(tab, "map-state", MapState.TO_BE)
    assert "Probefahrt" in _drawn(tab)
    assert "Anzeige" not in _drawn(tab)


def test_the_persona_filter_shows_that_persona_s_way() -> None:
    tab = chosen(opened(_map(), "map"), "map-persona", ["p"])
    assert "Anzeige" in _drawn(tab)
    assert "Probefahrt" not in _drawn(tab)


def test_several_personas_stand_on_one_map_with_a_curve_each() -> None:
    points = [
        a_touchpoint(title, id=title, personas=(who,), persona_emotions=({"persona": who, "emotion": 1},))
        for title, who in (("Anzeige", "p"), ("Probefahrt", "q"), ("Lager", "r"))
    ]
    people = [a_persona(name, id=id_) for name, id_ in (("Alma", "p"), ("Bert", "q"), ("Cem", "r"))]
    tab = chosen(opened(stored(a_workshop(touchpoints=points, personas=people)), "map"), "map-persona", ["q", "p"])
    assert _drawn_cards(tab) == {"Anzeige", "Probefahrt"}
    assert text("map.personas.many", DE, count=2) in seen(tab)
    assert "Alma: Bestes Gefühl" in _drawn(tab)
    tab.session_state["stage-map-stage"] = {"room": 358}
    run(tab)
    assert "Bert" in seen(tab)


def test_lanes_can_be_left_out() -> None:
    tab = opened(_map(), "map")
    lanes = tab.pills(key="map-lanes")
    assert "Schneller antworten" in _drawn(tab)
    lanes.set_value([lane for lane in there(lanes.value) if lane.value != "opportunities"])
    run(tab)
    assert "Schneller antworten" not in _drawn(tab)


_NUMBERS = count(1)


def _acted(tab: AppTest, of: str, at: str = "touchpoints", key: str = "click") -> AppTest:
    """The tab after a click or a key on a mark of the map."""
    return _told(tab, _act(of, at, key))


def _act(of: str, at: str = "touchpoints", key: str = "click") -> dict[str, Any]:
    return {"id": of, "at": at, "key": key, "number": next(_NUMBERS)}


def _told(tab: AppTest, *acts: dict[str, Any]) -> AppTest:
    """The tab after a message with what was done on the map and is not known to be seen to."""
    tab.session_state["stage-map-stage"] = {"acts": list(acts)}
    return run(tab)


def _opened(tab: AppTest, card: str) -> AppTest:
    """The tab with a card in the drawer, opened from the map."""
    return pressed(_acted(tab, card), "spot:whole")


@pytest.mark.parametrize(
    ("card", "at", "field"),
    [("t0", "touchpoints", "title"), ("t0", "doing", "doing"), ("t0", "thinking", "thinking"), ("t0", "asking", "asking"),
     ("t0", "pain_points", "pain_points"), ("t0", "content", "content"), ("t0", "call_to_action", "call_to_action"),
     ("t0", "emotion", "title"), ("o", "opportunities", "title")],
)  # fmt: skip
def test_a_click_on_a_word_shows_its_field(card: str, at: str, field: str) -> None:
    tab = _acted(opened(_map(), "map"), card, at)
    assert f"spot:{card}:{field}" in keys(tab)
    assert f"spot:{card}:phase" in keys(tab)


def test_what_is_typed_there_is_saved_and_drawn() -> None:
    workshop_id = _map()
    tab = _acted(opened(workshop_id, "map"), "t0")
    typed(tab, "spot:t0:title", "Plakat")
    assert kept(workshop_id).touchpoints[0].title == "Plakat"
    assert "Plakat" in _drawn(tab)
    assert "spot:t0:title" in keys(tab)


def test_a_whole_card_opens_from_there_again_and_again() -> None:
    tab = opened(_map(), "map")
    for card in ("t0", "o", "t0"):
        _opened(tab, card)
        assert f"drawer:{card}:title" in keys(tab)
        assert "spot:whole" not in keys(tab)
        pressed(tab, "drawer:done")
        assert f"drawer:{card}:title" not in keys(tab)


@pytest.mark.parametrize(("of", "at"), [("", ""), ("gone", "")])
def test_a_click_beside_the_cards_closes_the_window(of: str, at: str) -> None:
    tab = _acted(opened(_map(), "map"), "t0")
    _acted(tab, of, at)
    assert "spot:whole" not in keys(tab)


def test_a_card_that_is_gone_says_so() -> None:
    tab = _acted(opened(_map(), "map"), "gone")
    assert text("drawer.gone", DE) in seen(tab)
    assert "spot:whole" not in keys(pressed(tab, "spot:close"))


def test_the_plus_of_a_cell_adds_there_one_card_after_the_other() -> None:
    workshop_id = _map()
    phase = model_of(kept(workshop_id), DE).phases[2].id
    tab = chosen(opened(workshop_id, "map"), "map-state", MapState.TO_BE)
    _acted(tab, phase, "add:touchpoints")
    for title in ("Plakat", "Flyer"):
        typed(tab, f"spot-touchpoints-{phase}", title)
    fresh = kept(workshop_id).touchpoints[-2:]
    assert [(card.title, card.phase, card.state) for card in fresh] == [
        ("Plakat", phase, MapState.TO_BE), ("Flyer", phase, MapState.TO_BE),
    ]  # fmt: skip
    _acted(tab, phase, "add:opportunities")
    typed(tab, f"spot-opportunities-{phase}", "Mehr zeigen")
    assert [(card.title, card.phase) for card in kept(workshop_id).opportunities[-1:]] == [("Mehr zeigen", phase)]


def test_the_plus_of_another_row_asks_for_the_touchpoint() -> None:
    workshop_id = _map()
    phases = model_of(kept(workshop_id), DE).phases
    tab = _acted(opened(workshop_id, "map"), kept(workshop_id).touchpoints[0].phase, "add:doing")
    assert "spot:t0:doing" in keys(pressed(tab, "spot:which:t0"))
    _acted(tab, phases[-1].id, "add:doing")
    assert text("map.spot.no_touchpoint", DE) in seen(tab)


def test_emotion_moment_of_truth_phase_and_order_need_no_window() -> None:
    workshop_id = _map()
    phases = [phase.id for phase in model_of(kept(workshop_id), DE).phases]
    tab = opened(workshop_id, "map")

    def card(name: str) -> Any:
        return kept(workshop_id).find(name)

    at_first = phases.index(card("t0").phase)
    _acted(tab, "t0", "feel:-2")
    assert card("t0").emotion == -2
    _acted(tab, "t0", key="5")
    assert card("t0").emotion == 2
    _acted(tab, "t0", key="m")
    assert card("t0").moment_of_truth
    _acted(tab, "t0", key="ArrowDown")
    assert card("t0").rank > card("t1").rank
    _acted(tab, "t0", key="ArrowRight")
    _acted(tab, "o", "opportunities", key="ArrowRight")
    assert {card("t0").phase, card("o").phase} == {phases[at_first + 1]}
    assert "spot:whole" not in keys(tab)


def _row(workshop_id: str, phase: str) -> list[str]:
    return [card.id for card in kept(workshop_id).touchpoints if card.phase == phase]


def _crowd() -> tuple[str, str, str]:
    """A workshop with three touchpoints in a phase and one in the next; its id and those of the phases."""
    points = [a_touchpoint(f"Halt {n}", id=f"t{n}", rank=n) for n in range(3)]
    second = "aida-plus.favorability"
    return stored(a_workshop(touchpoints=[*points, a_touchpoint("Danach", id="u", phase=second)])), PHASE, second


def test_a_card_is_taken_in_hand_and_put_between_others_by_the_next_click() -> None:
    workshop_id, first, second = _crowd()
    tab = opened(workshop_id, "map")
    _acted(tab, "t2", key="x")
    assert many_cards(1) in seen(tab)
    _acted(tab, "t1")
    assert _row(workshop_id, first) == ["t0", "t2", "t1"]
    assert "spot:whole" not in keys(tab)
    assert many_cards(1) not in seen(tab)
    _told(_acted(tab, "t0", key="x"), {**_act("t1"), "low": True})
    assert _row(workshop_id, first) == ["t2", "t1", "t0"]
    _acted(_acted(tab, "t2", key="x"), second, "add:doing")
    assert _row(workshop_id, second) == ["u", "t2"]


def test_several_cards_are_moved_scored_and_deleted_as_one_change_each() -> None:
    workshop_id, first, second = _crowd()
    tab = opened(workshop_id, "map")
    for card in ("t2", "t0"):
        _acted(tab, card, key="x")
    assert many_cards(2) in seen(tab)
    pressed(tab, "hand:feel:2")
    pressed(tab, "hand:decisive")
    _acted(tab, "t0", key="1")
    cards = {card.id: card for card in kept(workshop_id).touchpoints}
    assert [(cards[c].emotion, cards[c].moment_of_truth) for c in ("t0", "t2")] == [(-2, True), (-2, True)]
    assert cards["t1"].emotion is None
    pressed(tab, "frame:undo")
    assert [card.emotion for card in kept(workshop_id).touchpoints if card.id in {"t0", "t2"}] == [2, 2]
    pressed(tab, "hand:delete")
    assert _row(workshop_id, first) == ["t1"]
    assert [toast.value for toast in tab.toast] == [plain(text("drawer.deleted", DE, what="2 Touchpoints gelöscht"))]
    pressed(tab, "frame:undo")
    assert _row(workshop_id, first) == ["t0", "t1", "t2"]
    _acted(tab, "u")
    assert (_row(workshop_id, first), _row(workshop_id, second)) == (["t1"], ["t0", "t2", "u"])
    pressed(tab, "frame:undo")
    assert _row(workshop_id, first) == ["t0", "t1", "t2"]


def test_what_the_mouse_carried_ends_as_putting_down_does_with_all_that_is_in_hand() -> None:
    workshop_id, first, second = _crowd()
    tab = opened(workshop_id, "map")
    _told(tab, {**_act("t0"), "key": "drop", "card": "t2"})
    assert _row(workshop_id, first) == ["t2", "t0", "t1"]
    assert "spot:whole" not in keys(tab)
    pressed(tab, "frame:undo")
    for card in ("t0", "t1"):
        _acted(tab, card, key="x")
    _told(tab, {**_act("t2"), "key": "drop", "card": "u"})
    assert _row(workshop_id, first) == ["t0", "t1", "u", "t2"]
    assert many_cards(2) in seen(tab), "what was not carried stays in hand"
    _told(tab, {**_act(second, "add:touchpoints"), "key": "drop", "card": "t1"})
    assert (_row(workshop_id, first), _row(workshop_id, second)) == (["u", "t2"], ["t0", "t1"])
    assert "hand:let-go" not in keys(tab)
    before = kept(workshop_id)
    for target, card in (("t0", "t0"), ("nobody", "t0"), ("t0", "nobody")):
        _told(tab, {**_act(target), "key": "drop", "card": card})
    assert kept(workshop_id) == before


def test_what_is_in_hand_is_let_go_card_by_card_or_at_once() -> None:
    workshop_id, *_ = _crowd()
    before, tab = kept(workshop_id), opened(workshop_id, "map")
    pressed(_acted(tab, "t0"), "spot:take")
    _acted(tab, "t1", key="x")
    assert many_cards(2) in seen(tab)
    _acted(tab, "t1")
    assert many_cards(1) in seen(tab)
    _acted(tab, "", "", key="Escape")
    assert "hand:let-go" not in keys(tab)
    _acted(tab, "t0", key="Delete")
    assert kept(workshop_id) == before


def many_cards(count: int) -> str:
    return text(f"map.hand.cards.{'one' if count == 1 else 'many'}", DE, count=str(count))


def test_a_lane_and_a_phase_fold_and_unfold_for_this_tab_alone() -> None:
    workshop_id = _map()
    before, tab = kept(workshop_id), opened(workshop_id, "map")
    phase = before.touchpoints[0].phase
    assert _drawn_cards(tab) == {"t0", "t1"}
    _acted(tab, phase, "fold:phase")
    assert _drawn_cards(tab) == set()
    _acted(tab, phase, "fold:phase", key="Enter")
    assert _drawn_cards(tab) == {"t0", "t1"}
    _acted(tab, "", "fold:opportunities")
    assert "Schneller antworten" not in _drawn(tab)
    assert kept(workshop_id) == before
    assert "Schneller antworten" in _drawn(opened(workshop_id, "map"))


def test_phases_without_a_card_are_narrow_until_they_are_unfolded() -> None:
    workshop_id = _map()
    tab, empty = opened(workshop_id, "map"), model_of(kept(workshop_id), DE).phases[2].id
    assert _open_phases(tab) == {kept(workshop_id).touchpoints[0].phase}
    _acted(tab, empty, "fold:phase")
    assert empty in _open_phases(tab)
    bare = stored(a_workshop())
    assert len(_open_phases(opened(bare, "map"))) == len(model_of(kept(bare), DE).phases)


def _drawn_cards(tab: AppTest) -> set[str]:
    return {mark["id"] for mark in _marks(tab) if mark.get("at") == "touchpoints"}


def _open_phases(tab: AppTest) -> set[str]:
    return {mark["id"] for mark in _marks(tab) if mark.get("at") == "fold:phase" and mark["open"]}


def _marks(tab: AppTest) -> list[dict[str, Any]]:
    """The values of all marks of the picture."""
    [chart] = [node.proto for node in nodes(tab) if node.type == "vega_lite_chart"]
    tables = (convert_arrow_bytes_to_pandas_df(one.data.data) for one in chart.datasets)
    return [{str(name): value for name, value in mark.items()} for table in tables for mark in table.to_dict("records")]


def test_a_phone_has_a_list_of_phases_whose_cards_open_whole() -> None:
    workshop_id = _map()
    phase = kept(workshop_id).touchpoints[0].phase
    tab = opened(workshop_id, "map")
    tab.session_state["stage-map-stage"] = {"room": 358}
    run(tab)
    assert "vega_lite_chart" not in {node.type for node in nodes(tab)}
    assert all(title in seen(tab) for title in ("Anzeige", "Probefahrt", "Schneller antworten"))
    _on_phone(tab, _act(phase, "add:touchpoints"))
    typed(tab, f"spot-touchpoints-{phase}", "Plakat")
    assert "Plakat" in seen(tab)
    _on_phone(tab, _act("t0"))
    assert "drawer:t0:title" in keys(tab)
    assert "spot:whole" not in keys(tab)
    pressed(tab, "drawer:done")
    chosen(tab, "map-shape", "picture")
    assert "vega_lite_chart" in {node.type for node in nodes(tab)}


def _on_phone(tab: AppTest, act: dict[str, Any]) -> AppTest:
    tab.session_state["stage-map-stage"] = {"acts": [act], "room": 358}
    return run(tab)


def test_what_is_done_faster_than_the_server_sees_to_it_is_done_once_each_and_in_order() -> None:
    workshop_id = _map()
    phases = [phase.id for phase in model_of(kept(workshop_id), DE).phases]
    tab, first = opened(workshop_id, "map"), phases.index(kept(workshop_id).touchpoints[0].phase)
    score, on, further = _act("t0", key="5"), _act("t0", key="ArrowRight"), _act("t0", key="ArrowRight")
    _told(tab, score, on)
    _told(tab, score, on, further)
    card = kept(workshop_id).find("t0")
    assert isinstance(card, Touchpoint)
    assert (card.emotion, card.phase) == (2, phases[first + 2])


@pytest.mark.parametrize("acts", ["nonsense", [{"id": 7, "number": "x"}], [["t0"]]])
def test_a_message_that_no_page_of_ours_sends_does_nothing(acts: Any) -> None:
    workshop_id = _map()
    before, tab = kept(workshop_id), opened(workshop_id, "map")
    tab.session_state["stage-map-stage"] = {"acts": acts}
    run(tab)
    assert kept(workshop_id) == before
    assert "spot:whole" not in keys(tab)


def test_on_a_persona_s_map_a_score_is_the_persona_s() -> None:
    workshop_id = _map()
    tab = chosen(opened(workshop_id, "map"), "map-persona", ["p"])
    _acted(tab, "t0", "feel:1")
    [own] = kept(workshop_id).touchpoints[0].persona_emotions
    assert (own.persona, own.emotion, kept(workshop_id).touchpoints[0].emotion) == ("p", 1, None)
    assert "spot:t0:persona_emotions:p" in keys(_acted(tab, "t0"))


def test_a_pain_point_and_an_idea_are_two_clicks_away() -> None:
    workshop_id = _map()
    tab = _acted(opened(workshop_id, "map"), "t0")
    pressed(tab, "spot:pain_points")
    assert "spot:t0:pain_points" in keys(tab)
    pressed(tab, "spot:idea")
    typed(tab, "spot-idea-t0", "Kürzer fassen")
    idea = kept(workshop_id).opportunities[-1]
    assert (idea.title, idea.touchpoint, idea.phase) == ("Kürzer fassen", "t0", kept(workshop_id).touchpoints[0].phase)


def test_a_larger_size_draws_the_map_for_less_room() -> None:
    tab = opened(_map(), "map")
    tab.session_state["stage-map-stage"] = {"room": 2200}
    run(tab)
    widths = []
    for size in ("normal", "wall"):
        chosen(tab, "map-size", size)
        widths += [json.loads(node.proto.spec)["width"] for node in nodes(tab) if node.type == "vega_lite_chart"]
    assert widths[0] > 1.5 * widths[1]


def test_duplicate_and_delete_in_the_drawer() -> None:
    workshop_id = _map()
    tab = opened(workshop_id, "map")
    _opened(tab, "t0")
    pressed(tab, "drawer:duplicate")
    fresh = next(t for t in kept(workshop_id).touchpoints if t.id not in {"t0", "t1"})
    assert fresh.title == text("drawer.copy_of", DE, name="Anzeige")
    assert f"drawer:{fresh.id}:title" in keys(tab)
    pressed(tab, "drawer:delete")
    assert {t.id for t in kept(workshop_id).touchpoints} == {"t0", "t1"}
    assert "drawer:done" not in keys(tab)


def test_cards_are_added_to_the_chosen_phase() -> None:
    workshop_id = _map()
    phase = model_of(kept(workshop_id), DE).phases[3].id
    tab = chosen(opened(workshop_id, "map"), "map-phase:aida-plus", phase)
    typed(tab, "map-add-touchpoint", "Hofladen")
    typed(tab, "map-add-opportunity", "Öffnungszeiten zeigen")
    assert [t.title for t in kept(workshop_id).touchpoints if t.phase == phase] == ["Hofladen"]
    assert [o.title for o in kept(workshop_id).opportunities if o.phase == phase] == ["Öffnungszeiten zeigen"]
    assert "Hofladen" in _drawn(tab)


# --- funnel ------------------------------------------------------------------------------------------------------------


def _funnel(workshop_id: str, language: Language = DE) -> AppTest:
    return on_view(opened(workshop_id, "map", language), "map", "funnel")


def _counts(workshop_id: str) -> list[tuple[str, str, int]]:
    return [(c.phase.split(".")[1], c.period, c.count) for c in kept(workshop_id).counts]


@pytest.mark.parametrize(("language", "words"), [(DE, "12.500"), (EN, "12,500"), (DE, "12500"), (EN, "12 500")])
def test_a_typed_count_is_saved_and_shown_in_the_language(language: Language, words: str) -> None:
    workshop_id = stored(a_workshop())
    tab = typed(_funnel(workshop_id, language), f"count::{PHASE}", words)
    assert _counts(workshop_id) == [("awareness", "", 12500)]
    assert text_field(tab, f"count::{PHASE}").value == ("12.500" if language is DE else "12,500")


def test_two_counts_make_a_funnel() -> None:
    workshop_id = stored(a_workshop())
    tab = _funnel(workshop_id)
    assert text("funnel.empty", DE) in seen(tab)
    typed(tab, f"count::{PHASE}", "1000")
    typed(tab, "count::aida-plus.favorability", "250")
    assert text("funnel.empty", DE) not in seen(tab)
    assert "25,0\u202f%" in seen(tab)


def test_a_count_is_changed_and_taken_back() -> None:
    workshop_id = stored(a_workshop(counts=[a_count(5)]))
    tab = typed(_funnel(workshop_id), f"count::{PHASE}", "7")
    assert _counts(workshop_id) == [("awareness", "", 7)]
    typed(tab, f"count::{PHASE}", "")
    assert _counts(workshop_id) == []
    pressed(tab, "frame:undo")
    assert text_field(tab, f"count::{PHASE}").value == "7"


@pytest.mark.parametrize("words", ["viele", "-1", "2,5", "nan", "inf", "9999999999999"])
def test_what_is_no_count_is_refused_in_words_and_stays(words: str) -> None:
    workshop_id = stored(a_workshop(counts=[a_count(5)]))
    tab = typed(_funnel(workshop_id), f"count::{PHASE}", words)
    assert len(tab.error) == 1
    assert text_field(tab, f"count::{PHASE}").value == words
    assert _counts(workshop_id) == [("awareness", "", 5)]


def test_periods_have_their_own_counts() -> None:
    workshop_id = stored(a_workshop(counts=[a_count(5, period="2026-Q2"), a_count(9, period="2026-Q3", rank=1)]))
    tab = _funnel(workshop_id)
    assert text_field(tab, f"count:2026-Q3:{PHASE}").value == "9"
    chosen(tab, "funnel-period", "2026-Q2")
    typed(tab, f"count:2026-Q2:{PHASE}", "6")
    assert _counts(workshop_id) == [("awareness", "2026-Q2", 6), ("awareness", "2026-Q3", 9)]
    chosen(tab, "funnel-period", "2026-Q3")
    typed(tab, f"count:2026-Q3:{PHASE}", "10")
    assert _counts(workshop_id) == [("awareness", "2026-Q2", 6), ("awareness", "2026-Q3", 10)]


def test_pasted_counts_are_shown_before_they_are_taken() -> None:
    workshop_id = stored(a_workshop(counts=[a_count(5)]))
    tab = _funnel(workshop_id)
    names = [phase.name for phase in model_of(kept(workshop_id), DE).phases[:3]]
    tab.text_area(key="paste:0").set_value(
        "\n".join(f"{name}\t{count}" for name, count in zip(names, (1000, "4oo", 300), strict=True))
    )
    run(tab)
    assert _counts(workshop_id) == [("awareness", "", 5)]
    assert len(tab.warning) == 1
    pressed(tab, "take-counts")
    assert sorted(count for _, _, count in _counts(workshop_id)) == [300, 1000]
    pressed(tab, "frame:undo")
    assert _counts(workshop_id) == [("awareness", "", 5)]


def test_pasted_lines_of_which_none_is_understood_are_named_and_the_page_goes_on() -> None:
    tab = _funnel(stored(a_workshop(counts=[a_count(5)])))
    tab.text_area(key="paste:0").set_value("Visits\t4210\nCarts\t390")
    run(tab)
    assert len(tab.warning) == 2
    assert tab.button(key="take-counts").disabled
    assert not tab.exception


def test_a_word_for_a_count_is_answered_with_what_a_count_is() -> None:
    tab = typed(_funnel(stored(a_workshop(counts=[a_count(5)]))), f"count::{PHASE}", "viele")
    assert text("frame.not_a_whole_number", DE, typed="viele") in seen(tab)


# --- campaigns and pictures --------------------------------------------------------------------------------------------


def test_a_gap_between_phases_and_a_missing_half_are_named() -> None:
    workshop_id = stored(a_workshop(campaigns=[a_campaign("Herbst", traffic_source="Anzeige")]))
    said = seen(on_view(opened(workshop_id, "map"), "map", "campaigns"))
    assert said.splitlines().count(text("campaigns.missing", DE)) == 1
    assert text("campaigns.gap", DE) in said


def test_the_spec_that_is_sent_is_valid_json() -> None:
    tab = opened(sample("b2b-software-de"), "map")
    proto = next(node.proto for node in nodes(tab) if node.type == "vega_lite_chart")
    assert {"layer", "hconcat", "vconcat"} & set(json.loads(proto.spec))
