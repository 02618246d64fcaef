"""Tables that are typed into: the editor's whole delta is saved, nothing twice, nothing lost.

The test runner fires no callback of an editor: `_commit` is called as the browser's edit would call it.
"""

from typing import Any

import pytest

from journey.editing import change_of, put, remove, revise
from journey.model import Action, Channel, Emotion, Language, Setting, Touchpoint, Workshop
from journey.store import Opened, Store, StoreUnavailable
from journey.texts import choice, text
from tests.builders import PHASE, a_touchpoint, a_workshop
from tests.typed import there
from tests.ui.app import kept, on_view, opened, pressed, store, stored, with_card
from ui.kit import columns, grid
from ui.state import session
from ui.touchpoints import touchpoint_table

NAME = "grid:touchpoints"


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> str:
    """A workshop of three touchpoints, open in a session without a tab, its table drawn once."""
    points = [a_touchpoint(title, id=f"t{n}", rank=n) for n, title in enumerate(("Eins", "Zwei", "Drei"))]
    workshop_id = stored(a_workshop(touchpoints=points))
    here = session.WorkshopState(store().open(workshop_id))
    session.set_value("session", session.TabState(browser="grid-test", here=here))
    _drawn()
    return workshop_id


def _grid() -> grid.Grid:
    cells = {
        "title": columns.text("touchpoints", "title", required=True),
        "channel": columns.choice("touchpoints", "channel"),
        "emotion": columns.choice("touchpoints", "emotion"),
        "phase": columns.reference("touchpoints", "phase", fresh=0),
        "personas": columns.several("touchpoints", "personas"),
    }
    return grid.Grid("touchpoints", cells, fresh=lambda: {"phase": PHASE}, needed=("title",))


def _drawn() -> None:
    grid.draw(_grid(), alt="table")


def _edited(
    rows: dict[int, dict[str, Any]],
    added: list[dict[str, Any]] = [],  # noqa: B006
    deleted: list[int] = [],  # noqa: B006
    *,
    editor: str = "",
) -> None:
    """What the browser sends: always the whole delta since the editor was new."""
    key = editor or _editor()
    session.set_value(key, {"edited_rows": rows, "added_rows": added, "deleted_rows": deleted})
    grid._commit(_grid(), key)


def _editor() -> str:
    return session.of_workshop(grid.Seeds).by_kind["touchpoints"].key


def _word(member: Any) -> str:
    return choice(member, Language.DE)


def _titles(workshop_id: str) -> list[str]:
    return [touchpoint.title for touchpoint in kept(workshop_id).touchpoints]


def _generation() -> int:
    _drawn()
    return session.generation(NAME)


def test_a_cell_is_saved_and_the_editor_stays_as_it_is(three: str) -> None:
    before = _generation()
    _edited({1: {"title": "Zwei, neu"}})
    assert _titles(three) == ["Eins", "Zwei, neu", "Drei"]
    assert _generation() == before


def test_the_same_delta_again_saves_nothing(three: str) -> None:
    _edited({0: {"title": "A"}})
    _edited({0: {"title": "A"}})
    assert store().sequence(three) == 1


def test_each_new_edit_is_one_change_although_the_delta_grows(three: str) -> None:
    _edited({0: {"title": "A"}})
    _edited({0: {"title": "A"}, 2: {"emotion": _word(Emotion.VERY_BAD), "channel": _word(Channel.EMAIL)}})
    assert store().sequence(three) == 2
    last = kept(three).touchpoints[2]
    assert (last.title, last.emotion, last.channel) == ("Drei", Emotion.VERY_BAD, Channel.EMAIL)


def test_a_score_can_be_emptied(three: str) -> None:
    _edited({0: {"emotion": _word(Emotion.NEUTRAL)}})
    assert kept(three).touchpoints[0].emotion is Emotion.NEUTRAL
    _edited({0: {"emotion": None}})
    assert kept(three).touchpoints[0].emotion is None


def test_a_new_row_is_one_card_however_often_it_is_typed_on(three: str) -> None:
    _edited({}, [{"title": "Vier"}])
    _edited({}, [{"title": "Vier", "emotion": _word(Emotion.GOOD)}])
    _edited({}, [{"title": "Vier!", "emotion": _word(Emotion.GOOD)}, {"title": "Fünf"}])
    points = kept(three).touchpoints
    assert [t.title for t in points] == ["Eins", "Zwei", "Drei", "Vier!", "Fünf"]
    assert (points[3].emotion, points[3].phase) == (Emotion.GOOD, PHASE)


def test_a_row_without_its_title_is_no_card_yet(three: str) -> None:
    _edited({}, [{"emotion": _word(Emotion.GOOD)}])
    assert len(_titles(three)) == 3


def test_deleted_rows_are_deleted_cards(three: str) -> None:
    _edited({1: {"title": "unterwegs"}}, deleted=[1])
    assert _titles(three) == ["Eins", "Drei"]


def test_the_editor_stays_as_it_is_when_a_card_is_deleted_that_another_kind_names(three: str) -> None:
    session.commit(put(kept(three), Action(id="a0", title="Anrufen", touchpoint="t1")))
    before = _generation()
    _edited({}, deleted=[1])
    assert there(kept(three).find("a0")) == Action(id="a0", title="Anrufen")
    assert _generation() == before


def test_of_two_new_rows_the_card_of_the_one_that_is_deleted_goes(three: str) -> None:
    _edited({}, [{"title": "Vier"}, {"title": "Fünf"}])
    fifth = kept(three).touchpoints[4]
    _edited({}, [{"title": "Fünf"}])
    assert kept(three).touchpoints[3:] == (fifth,)


def test_a_new_row_that_is_complete_only_now_takes_nobodys_card(three: str) -> None:
    _edited({}, [{"emotion": _word(Emotion.GOOD)}, {"title": "Fünf"}])
    fifth = kept(three).touchpoints[3]
    _edited({}, [{"title": "Vier", "emotion": _word(Emotion.GOOD)}, {"title": "Fünf"}])
    assert {card.id: card.title for card in kept(three).touchpoints[3:]}[fifth.id] == "Fünf"
    assert sorted(card.title for card in kept(three).touchpoints[3:]) == ["Fünf", "Vier"]


def test_a_row_that_was_deleted_is_not_deleted_again_when_it_was_brought_back_elsewhere(three: str) -> None:
    flyer = kept(three).touchpoints[1]
    _edited({}, deleted=[1])
    _elsewhere(put(kept(three), flyer))
    session.fold_in()
    _edited({0: {"title": "A"}}, deleted=[1])
    assert _titles(three) == ["A", "Zwei", "Drei"]


def test_a_new_row_whose_card_others_deleted_does_not_bring_it_back(three: str) -> None:
    _edited({}, [{"title": "Vier"}])
    _elsewhere(remove(kept(three), kept(three).touchpoints[3].id))
    session.fold_in()
    _edited({0: {"title": "A"}}, [{"title": "Vier"}])
    assert _titles(three) == ["A", "Zwei", "Drei"]


def test_what_was_done_in_a_table_before_the_browser_heard_of_a_new_one_counts(three: str) -> None:
    shown = _editor()
    session.commit(put(kept(three), revise(kept(three).touchpoints[0], title="Im Drawer")))
    _drawn()
    assert shown != _editor()
    _edited({2: {"title": "Drittes"}}, deleted=[1], editor=shown)
    assert _titles(three) == ["Im Drawer", "Drittes"]
    _drawn()
    assert _shown() == ["Im Drawer", "Drittes"]


def test_an_editor_of_another_workshop_says_nothing_about_this_one(three: str) -> None:
    shown = _editor()
    other = stored(a_workshop(touchpoints=[a_touchpoint("Anzeige", id="u0")]))
    session.current().here = session.WorkshopState(_open(other))
    _edited({0: {"title": "A"}}, [{"title": "Vier"}], [0], editor=shown)
    assert (_titles(other), _titles(three)) == (["Anzeige"], ["Eins", "Zwei", "Drei"])


def test_the_button_of_a_row_opens_its_card_after_others_were_deleted_and_added(three: str) -> None:
    _edited({}, [{"emotion": _word(Emotion.GOOD)}, {"title": "Vier"}], deleted=[0])
    zwei, drei, vier = (card.id for card in kept(three).touchpoints)
    assert grid._cards_in_sight(_grid()) == {0: zwei, 1: drei, 3: vier}  # the row between is no card yet


def test_the_editor_starts_afresh_when_this_person_changed_a_card_elsewhere(three: str) -> None:
    before = _generation()
    session.commit(put(kept(three), revise(kept(three).touchpoints[0], title="Im Drawer")))
    assert _generation() == before + 1
    assert _shown() == ["Im Drawer", "Zwei", "Drei"]


def test_the_editor_stays_as_it_is_when_others_changed_a_card_until_somebody_asks_for_it(three: str) -> None:
    before = _generation()
    _elsewhere(put(kept(three), revise(kept(three).touchpoints[0], title="Von anderen")))
    session.fold_in()
    assert _generation() == before
    assert _shown() == ["Eins", "Zwei", "Drei"]
    session.renew("grid")
    assert _generation() == before + 1
    assert _shown() == ["Von anderen", "Zwei", "Drei"]


def test_the_editor_starts_afresh_when_its_view_is_entered_again(three: str) -> None:
    before = _generation()
    _edited({}, [{"title": "Vier"}])
    assert _generation() == before
    for view in ("catalogue", "table"):
        session.look_at("touchpoints", view)
    assert _generation() == before + 1
    assert _shown() == ["Eins", "Zwei", "Drei", "Vier"]


def test_others_changes_of_other_cells_and_cards_do_not_stand_in_the_way(three: str) -> None:
    _elsewhere(put(kept(three), revise(kept(three).touchpoints[0], title="Von anderen")))
    _edited({0: {"emotion": _word(Emotion.BAD)}, 2: {"title": "Drittes"}})
    assert _titles(three) == ["Von anderen", "Zwei", "Drittes"]
    assert kept(three).touchpoints[0].emotion is Emotion.BAD
    assert session.here().conflict is None


def test_a_cell_that_was_saved_before_is_not_written_over_what_others_made_of_it(three: str) -> None:
    _edited({0: {"title": "Meins"}})
    _elsewhere(put(kept(three), revise(kept(three).touchpoints[0], title="Von anderen")))
    session.fold_in()
    _edited({0: {"title": "Meins"}, 1: {"title": "Zweites"}})
    assert _titles(three) == ["Von anderen", "Zweites", "Drei"]


def test_a_cell_that_the_store_did_not_take_goes_with_the_next_one(three: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Store, "save", _fails)
        _edited({0: {"title": "A"}}, [{"title": "Vier"}])
        _drawn()
    _edited({0: {"title": "A"}, 1: {"title": "B"}}, [{"title": "Vier"}])
    assert _titles(three) == ["A", "B", "Drei", "Vier"]


def _fails(*_: object, **__: object) -> None:
    raise StoreUnavailable("locked")


def test_an_edit_of_a_row_that_others_deleted_is_no_crash(three: str) -> None:
    _elsewhere(remove(kept(three), "t1"))
    session.fold_in()
    _edited({1: {"title": "zu spät"}})
    assert _titles(three) == ["Eins", "Drei"]


def test_a_cell_that_both_changed_is_a_conflict_and_what_else_was_typed_is_saved(three: str) -> None:
    _elsewhere(put(kept(three), revise(kept(three).touchpoints[0], title="Von anderen")))
    _edited({0: {"title": "Von mir"}, 1: {"title": "Zweites"}})
    assert _titles(three) == ["Von anderen", "Zweites", "Drei"]
    [clash] = there(session.here().conflict).conflicts
    assert [side.title for side in (clash.mine, clash.theirs) if isinstance(side, Touchpoint)] == [
        "Von mir",
        "Von anderen",
    ]
    session.settle_conflict(keep_mine=True)
    assert _titles(three)[0] == "Von mir"


def test_a_value_that_fits_no_cell_is_refused_and_told(three: str) -> None:
    _edited({0: {"title": "x" * 201}})
    assert _titles(three)[0] == "Eins"
    assert session.of_workshop(grid.Seeds).by_kind["touchpoints"].problem


def test_a_phase_that_the_model_lacks_is_offered_as_it_is() -> None:
    workshop_id = stored(a_workshop(touchpoints=[a_touchpoint(phase="gone.phase")]))
    session.set_value("session", session.TabState(browser="grid-test", here=session.WorkshopState(_open(workshop_id))))
    cell = columns.reference("touchpoints", "phase", fresh=0)
    shown = cell.show("gone.phase")
    assert shown in cell.config["type_config"]["options"]
    assert cell.read(shown) == "gone.phase"


def test_the_table_shows_what_the_drawer_changed() -> None:
    workshop_id = stored(a_workshop(touchpoints=[a_touchpoint("Anzeige", id="t0")]))
    tab = on_view(opened(workshop_id, "touchpoints"), "touchpoints", "table")
    assert tab.data_editor[0].value["title"].tolist() == ["Anzeige"]
    with_card(tab, "t0").text_input(key="drawer:t0:title").set_value("Plakat")
    pressed(tab, "drawer:done")
    assert tab.data_editor[0].value["title"].tolist() == ["Plakat"]
    pressed(tab, "frame:undo")
    assert tab.data_editor[0].value["title"].tolist() == ["Anzeige"]


def _shown() -> list[str]:
    titles: list[str] = session.of_workshop(grid.Seeds).by_kind["touchpoints"].frame["title"].tolist()
    return titles


def _open(workshop_id: str) -> Opened:
    return store().open(workshop_id)


def _elsewhere(edits: list[Any]) -> None:
    change = change_of(edits)
    held: Workshop = session.workshop()
    assert change is not None
    store().save(held.frame.id, change, store().open(held.frame.id).versions, "somebody else")


def test_a_cell_that_follows_is_nobodys_choice_until_one_is_chosen_and_again_when_it_is_taken_back(
    three: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = {"setting": touchpoint_table._followed("touchpoints", "setting")}
    follows = text("touchpoints.follows_cell", Language.DE)
    monkeypatch.setattr(f"{__name__}._grid", lambda: grid.Grid("touchpoints", cells, fresh=lambda: {"phase": PHASE}))
    session.renew("grid")
    _drawn()
    _edited({0: {"setting": _word(Setting.OFFLINE)}}, added=[{"setting": follows}])
    assert [touchpoint.setting for touchpoint in kept(three).touchpoints] == [Setting.OFFLINE, None, None, None]
    _edited({0: {"setting": follows}}, added=[{"setting": _word(Setting.ONLINE)}])
    assert [touchpoint.setting for touchpoint in kept(three).touchpoints] == [None, None, None, Setting.ONLINE]
    assert [cells["setting"].show(value) for value in (None, Setting.ONLINE)] == [follows, _word(Setting.ONLINE)]
