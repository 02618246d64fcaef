"""The self-audit and the ladder of asks."""

from journey.model import Answer, Ask, Language
from journey.phases import model_of
from tests.builders import a_workshop, an_own_model
from tests.ui.app import chosen, kept, keys, nodes, on_view, opened, pressed, run, seen, stored

DE = Language.DE


def test_an_answer_is_saved_at_once_changed_and_taken_back() -> None:
    workshop = stored(a_workshop())
    tab = opened(workshop, "audit")
    chosen(tab, "audit:all-phases:firm", Answer.YES)
    assert [(each.question, each.phase, each.answer) for each in kept(workshop).audit] == [
        ("all-phases", None, Answer.YES)
    ]
    chosen(tab, "audit:all-phases:firm", Answer.UNKNOWN)
    assert [each.answer for each in kept(workshop).audit] == [Answer.UNKNOWN]
    chosen(tab, "audit:all-phases:firm", None)
    assert kept(workshop).audit == ()


def test_the_way_leads_through_every_phase_to_the_result() -> None:
    workshop = stored(a_workshop())
    tab = opened(workshop, "audit")
    for _ in model_of(kept(workshop), DE).phases:
        pressed(tab, "audit-on")
    assert "audit-on" not in keys(tab)
    pressed(tab, "audit-result")
    assert "Beantworten Sie zuerst einige Fragen" in seen(tab)


def test_what_nobody_knows_becomes_an_action_once() -> None:
    workshop = stored(a_workshop())
    tab = opened(workshop, "audit")
    chosen(tab, "audit:all-phases:firm", Answer.UNKNOWN)
    on_view(tab, "audit", "result")
    pressed(tab, "take-tasks")
    [action] = kept(workshop).actions
    assert action.rule == "start-measuring"
    assert action.subject == kept(workshop).audit[0].id
    run(tab)
    assert "take-tasks" not in keys(tab)


def test_the_ladder_of_asks_is_put_into_the_team_s_own_order() -> None:
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "map"), "map", "campaigns")
    pressed(tab, "rung:email:-1")
    assert kept(workshop).frame.ask_ladder[:3] == (Ask.ATTENTION, Ask.EMAIL, Ask.REACTION)


def test_a_phase_s_name_is_no_markup_in_the_questions() -> None:
    hostile = an_own_model("![x](http://evil.example/a.png)", "Mitte", "Ende", id="own")
    workshop = stored(a_workshop(frame={"id": "workshop", "phase_model": "own"}, models=[hostile]))
    tab = opened(workshop, "audit")
    pressed(tab, "audit-on")
    labels = [str(getattr(getattr(node, "proto", None), "label", "")) for node in nodes(tab)]
    assert any("evil.example" in label for label in labels)
    assert not [label for label in labels if "![x](http" in label]
