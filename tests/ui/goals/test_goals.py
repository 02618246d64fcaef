"""Step 1: fields that save themselves, undo and redo by name, goals, planning answers, another phase model."""

from journey.model import Language, Perspective, Scope
from journey.phases import built_in
from journey.phases.crosswalk import proposal
from journey.texts import text
from tests.builders import PHASE, a_count, a_frame, a_goal, a_phase_note, a_touchpoint, a_workshop, an_own_model
from tests.ui.app import (
    chosen,
    kept,
    keys,
    markdown,
    opened,
    pressed,
    run,
    sample,
    seen,
    stored,
    text_field,
    typed,
    unfolded,
)
from tests.ui.awkward import MARKDOWN

DE, EN = Language.DE, Language.EN


def _filled(*titles: str) -> str:
    return stored(a_workshop(goals=[a_goal(title, id=f"g{n}", rank=n) for n, title in enumerate(titles)]))


def test_the_title_is_in_the_store_as_soon_as_the_field_is_left() -> None:
    workshop_id = stored(a_workshop())
    tab = typed(opened(workshop_id), f"page:{workshop_id}:title", "  Reise  unserer Kundschaft ")
    assert kept(workshop_id).frame.title == "Reise unserer Kundschaft"
    assert "Reise unserer Kundschaft" in seen(tab)


def test_every_kind_of_frame_field_saves_itself() -> None:
    workshop_id = stored(a_workshop())
    tab = opened(workshop_id)
    chosen(tab, f"page:{workshop_id}:scope", Scope.DIGITAL)
    chosen(tab, f"page:{workshop_id}:language", EN)
    chosen(tab, f"page:{workshop_id}:well_known_brand", True)
    typed(tab, f"page:{workshop_id}:currency", "CHF")
    tab.text_area(key=f"page:{workshop_id}:end_action").set_value("kaufen\nempfehlen")
    run(tab)
    frame = kept(workshop_id).frame
    assert (frame.scope, frame.language, frame.well_known_brand, frame.currency, frame.end_action) == (
        Scope.DIGITAL, EN, True, "CHF", "kaufen\nempfehlen"
    )  # fmt: skip


def test_undo_and_redo_name_the_change_and_show_it_in_the_field() -> None:
    workshop_id = stored(a_workshop())
    tab = opened(workshop_id)
    assert tab.button(key="frame:undo").disabled
    field = f"page:{workshop_id}:title"
    typed(tab, field, "Zweiter Titel")
    assert tab.button(key="frame:undo").help.startswith(text("frame.undo_help", DE, what=""))
    assert "Zweiter Titel" in tab.button(key="frame:undo").help
    pressed(tab, "frame:undo")
    assert kept(workshop_id).frame.title == text_field(tab, field).value == "Test workshop"
    assert tab.button(key="frame:undo").disabled
    assert "Zweiter Titel" in tab.button(key="frame:redo").help
    pressed(tab, "frame:redo")
    assert kept(workshop_id).frame.title == text_field(tab, field).value == "Zweiter Titel"
    assert tab.button(key="frame:redo").disabled


def test_undo_takes_back_one_s_own_changes_only() -> None:
    workshop_id = _filled("Mehr Umsatz")
    mine, theirs = opened(workshop_id), opened(workshop_id)
    typed(mine, f"page:{workshop_id}:organisation", "Bäckerei")
    typed(theirs, "add-goal-company", "Weniger Rückfragen")
    run(mine)
    assert "Weniger Rückfragen" in seen(mine)
    pressed(mine, "frame:undo")
    assert kept(workshop_id).frame.organisation == ""
    assert len(kept(workshop_id).goals) == 2
    assert mine.button(key="frame:undo").disabled


def test_a_goal_is_added_by_the_line_of_its_perspective() -> None:
    workshop_id = _filled("Schon da")
    tab = typed(opened(workshop_id), "add-goal-customer", "Schnell verstehen")
    assert [(g.title, g.perspective) for g in kept(workshop_id).goals] == [
        ("Schon da", Perspective.COMPANY), ("Schnell verstehen", Perspective.CUSTOMER)
    ]  # fmt: skip
    assert tab.text_input(key="add-goal-customer").value == ""
    typed(tab, "add-goal-customer", "   ")
    assert len(kept(workshop_id).goals) == 2


def test_the_goals_stand_before_everything_else_on_their_page() -> None:
    headers = [header.value for header in opened(stored(a_workshop())).header]
    asked = [f"goals.of_{side.value}" for side in Perspective] + ["goals.frame", "goals.model", "goals.planning"]
    assert [words for words in headers if words] == [text(key, DE) for key in asked]


def test_the_drawer_edits_a_goal_and_the_page_shows_it() -> None:
    workshop_id = _filled("Mehr Anfragen")
    tab = pressed(opened(workshop_id), "edit:g0")
    typed(tab, "drawer:g0:title", "Mehr gute Anfragen")
    typed(tab, "drawer:g0:metric", "Anfragen")
    typed(tab, "drawer:g0:target", "1.234,5")
    typed(tab, "drawer:g0:unit", "%")
    assert kept(workshop_id).goals[0].target == 1234.5
    pressed(tab, "drawer:done")
    assert "drawer:done" not in keys(tab)
    assert "Mehr gute Anfragen" in seen(tab)
    assert "? → 1.234,5\u00a0%" in seen(tab).replace("\n", " "), "a number is not parted from its unit"


def test_a_date_can_be_set_and_taken_back() -> None:
    workshop_id = _filled("Mehr Anfragen")
    tab = pressed(opened(workshop_id), "edit:g0")
    due = a_goal(due="2026-12-24").due
    chosen(tab, "drawer:g0:due", due)
    assert kept(workshop_id).goals[0].due == due
    assert text("goals.until", DE, day="24.12.2026") in seen(tab)
    chosen(tab, "drawer:g0:due", None)
    assert kept(workshop_id).goals[0].due is None


def test_a_date_far_off_is_shown_and_kept() -> None:
    workshop_id = stored(a_workshop(goals=[a_goal(id="g0", due="9999-12-31")]))
    tab = pressed(opened(workshop_id), "edit:g0")
    typed(tab, "drawer:g0:metric", "Anfragen")
    assert str(kept(workshop_id).goals[0].due) == "9999-12-31"


def test_deleting_a_goal_in_the_drawer_can_be_undone() -> None:
    workshop_id = _filled("Bleibt", "Geht")
    tab = pressed(opened(workshop_id), "edit:g1")
    pressed(tab, "drawer:delete")
    assert [goal.title for goal in kept(workshop_id).goals] == ["Bleibt"]
    assert "drawer:done" not in keys(tab)
    pressed(tab, "frame:undo")
    assert [goal.title for goal in kept(workshop_id).goals] == ["Bleibt", "Geht"]


def test_a_duplicate_goal_stands_behind_its_original_and_opens() -> None:
    workshop_id = _filled("Eins", "Zwei")
    tab = pressed(pressed(opened(workshop_id), "edit:g0"), "drawer:duplicate")
    titles = [goal.title for goal in kept(workshop_id).goals]
    assert titles == ["Eins", text("drawer.copy_of", DE, name="Eins"), "Zwei"]
    fresh = next(goal for goal in kept(workshop_id).goals if goal.id not in {"g0", "g1"})
    assert tab.text_input(key=f"drawer:{fresh.id}:title").value == fresh.title


def test_content_for_a_phase_becomes_one_note_that_is_then_edited() -> None:
    workshop_id = stored(a_workshop())
    tab = opened(workshop_id)
    tab.text_area(key=f"page:note.{PHASE}:content").set_value("Ratgeber")
    run(tab)
    note = kept(workshop_id).phase_notes[0]
    assert (note.phase, note.content) == (PHASE, "Ratgeber")
    tab.text_area(key=f"page:{note.id}:content").set_value("Ratgeber und Video")
    run(tab)
    assert [note.content for note in kept(workshop_id).phase_notes] == ["Ratgeber und Video"]


def test_an_empty_workshop_changes_its_phase_model_at_one_click() -> None:
    workshop_id = stored(a_workshop())
    tab = pressed(opened(workshop_id), "choose:stranger-to-fan")
    assert kept(workshop_id).frame.phase_model == "stranger-to-fan"
    pressed(tab, "frame:undo")
    assert kept(workshop_id).frame.phase_model == "aida-plus"


def test_a_filled_workshop_changes_its_model_after_asking_and_loses_nothing() -> None:
    workshop_id = sample("b2b-software-de")
    before = kept(workshop_id)
    tab = pressed(unfolded(opened(workshop_id), "other-models"), "choose:stranger-to-fan")
    assert kept(workshop_id).frame.phase_model == "aida-plus"
    assert text("switching.help", DE) in seen(tab)
    assert "(2 Zählungen und 3 Blindschätzungen)" in seen(tab)
    pressed(tab, "choose:stranger-to-fan", "switch-now")
    after = kept(workshop_id)
    assert after.frame.phase_model == "stranger-to-fan"
    assert {t.id: t.title for t in after.touchpoints} == {t.id: t.title for t in before.touchpoints}
    assert len(after.counts) == len(before.counts)
    assert text("history.label.switch_model", DE, model="")[:20] in tab.button(key="frame:undo").help
    pressed(tab, "frame:undo")
    assert kept(workshop_id) == before


def test_the_cards_go_where_the_person_sends_them() -> None:
    workshop_id = stored(a_workshop(touchpoints=[a_touchpoint(id="t0")], counts=[a_count(5)]))
    old, new = (next(m for m in built_in(DE) if m.id == name) for name in ("aida-plus", "stranger-to-fan"))
    wish = next(phase.id for phase in new.phases if phase.id != proposal(old, new)[PHASE].target)
    tab = pressed(unfolded(opened(workshop_id), "other-models"), f"choose:{new.id}")
    tab.selectbox(key=f"map:{new.id}:0").set_value(wish)
    pressed(tab, f"choose:{new.id}", "switch-now")
    assert (kept(workshop_id).touchpoints[0].phase, kept(workshop_id).counts[0].phase) == (wish, wish)


def test_a_model_s_name_does_nothing_in_the_dialog() -> None:
    model = an_own_model(id="own", name=MARKDOWN)
    workshop_id = stored(a_workshop(frame=a_frame(), models=[model], phase_notes=[a_phase_note(content="x")]))
    tab = pressed(unfolded(opened(workshop_id), "other-models"), "choose:own")
    assert "switch-now" in keys(tab)
    assert [words for words in markdown(tab) if "**bold**" in words] == []
