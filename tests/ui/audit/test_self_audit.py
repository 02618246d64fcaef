"""The self-audit and the ladder of asks."""

from journey.model import Answer, Ask, Language
from journey.phases import model_of
from journey.texts import text
from tests.builders import a_touchpoint, a_workshop, an_own_model
from tests.ui.app import chosen, kept, keys, nodes, on_view, opened, pressed, run, seen, stored, unfolded

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


def test_the_address_names_the_phase_so_that_a_reload_shows_it() -> None:
    workshop = stored(a_workshop())
    tab = pressed(pressed(opened(workshop, "audit"), "audit-on"), "audit-on")
    second = model_of(kept(workshop), DE).phases[1]
    assert tab.query_params["part-audit"] == second.id
    again = opened(workshop, "audit")
    again.query_params["part-audit"] = second.id
    assert f"audit:next-step:{second.id}" in keys(run(again))
    chosen(again, f"audit-part:{kept(workshop).frame.phase_model}", "firm")
    assert again.query_params["part-audit"] == "firm"
    assert "audit:all-phases:firm" in keys(again)


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


def _judged(answers: dict[int, Answer], *touched: int) -> str:
    """What the result says when the first question of these phases is answered, and these phases have a touchpoint."""
    phases = [phase.id for phase in model_of(a_workshop(), DE).phases]
    audit = [
        {"id": f"a{place}", "question": "next-step", "phase": phases[place], "answer": answer}
        for place, answer in answers.items()
    ]
    touchpoints = [a_touchpoint(phase=phases[place]) for place in touched]
    tab = opened(stored(a_workshop(audit=audit, touchpoints=touchpoints)), "audit")
    return seen(on_view(tab, "audit", "result"))


def test_an_empty_map_is_never_said_to_lack_a_touchpoint_in_some_phase() -> None:
    almost_all = dict.fromkeys(range(6), Answer.YES)
    told = _judged(almost_all)
    assert "keine Lücke. Noch nicht beantwortet: Erfahrungswerte teilen." in told
    assert "Auf der Map steht noch kein Touchpoint." in told
    assert "Ohne Touchpoint" not in told
    assert told.count("kein Touchpoint") == 1, "of the whole map, and of no single phase"
    assert "Ja: Zu jeder Phase" in _judged(dict.fromkeys(range(7), Answer.YES))
    assert "Nicht bedacht: Erfahrungswerte teilen." in _judged({**almost_all, 6: Answer.NO})


def test_a_map_with_touchpoints_says_where_there_is_none() -> None:
    assert "Ohne Touchpoint auf der Map: Erfahrungswerte teilen." in _judged({6: Answer.YES}, *range(6))
    told = _judged({}, *range(6))
    assert "Nicht alle. Nicht bedacht: Erfahrungswerte teilen." in told
    assert "Ohne Touchpoint auf der Map" not in told, "said once"


def test_before_anything_was_answered_nothing_is_said_about_phases() -> None:
    tab = on_view(opened(stored(a_workshop()), "audit"), "audit", "result")
    assert "Touchpoint" not in seen(tab).split(text("audit.nothing", DE))[1]


def test_the_ladder_of_asks_is_put_into_the_team_s_own_order() -> None:
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "map"), "map", "campaigns")
    pressed(unfolded(tab, "ask-ladder"), "rung:email:-1")
    assert kept(workshop).frame.ask_ladder[:3] == (Ask.ATTENTION, Ask.EMAIL, Ask.REACTION)


def test_a_phase_s_name_is_no_markup_in_the_questions() -> None:
    shown = an_own_model("![x](http://elsewhere.example/a.png)", "Mitte", "Ende", id="own")
    workshop = stored(a_workshop(frame={"id": "workshop", "phase_model": "own"}, models=[shown]))
    tab = opened(workshop, "audit")
    pressed(tab, "audit-on")
    labels = [str(getattr(getattr(node, "proto", None), "label", "")) for node in nodes(tab)]
    assert any("elsewhere.example" in label for label in labels)
    assert not [label for label in labels if "![x](http" in label]
