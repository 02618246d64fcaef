"""What was chosen in this tab may be gone: deleted here, by others, or by an undo."""

from journey.editing import change_of, put, remove, revise
from journey.model import Language, OwnModel
from journey.store import NoSuchWorkshop
from journey.texts import text
from tests.builders import a_citation, a_frame, a_persona, a_source, a_touchpoint, a_workshop, an_own_model
from tests.ui.app import chosen, kept, keys, on_view, opened, run, store, stored, taken_over, typed, unfolded, with_card


def _gone(workshop_id: str, *cards: str) -> None:
    """Somebody else deletes cards."""
    opened_now = store().open(workshop_id)
    change = change_of(remove(opened_now.workshop, *cards))
    assert change is not None
    store().save(workshop_id, change, opened_now.versions, "somebody else")


def test_a_map_seen_by_a_persona_that_goes_is_everyone_s_map_again() -> None:
    workshop_id = stored(
        a_workshop(personas=[a_persona(id="p"), a_persona("Bert", id="q")], touchpoints=[a_touchpoint()])
    )
    tab = chosen(opened(workshop_id, "map"), "map-persona", ["p"])
    _gone(workshop_id, "p")
    run(run(tab))
    assert tab.pills(key="map-persona").value == []


def test_a_relation_s_end_that_goes_can_be_chosen_no_more() -> None:
    workshop_id = stored(a_workshop(touchpoints=[a_touchpoint(id=f"t{n}") for n in range(3)]))
    tab = on_view(opened(workshop_id, "touchpoints"), "touchpoints", "relations")
    chosen(tab, "relation-source", "t0")
    _gone(workshop_id, "t0")
    run(run(tab))
    tab.selectbox(key="relation-target").set_value("t1")
    tab.button(key="relation-add").click()
    run(tab)
    assert kept(workshop_id).relations == ()


def test_a_source_that_goes_while_it_is_chosen_is_not_cited() -> None:
    workshop_id = stored(a_workshop(personas=[a_persona(id="p")], sources=[a_source(id="s"), a_source("CRM", id="r")]))
    tab = unfolded(with_card(opened(workshop_id, "personas"), "p"), "drawer-fold:p:citations")
    chosen(tab, "drawer:source:p", "s")
    _gone(workshop_id, "s")
    tab.button(key="drawer:cite:p").click()
    run(tab)
    run(tab)
    assert {citation.source for citation in kept(workshop_id).citations} <= {"s"}
    chosen(unfolded(tab, "drawer-fold:p:citations"), "drawer:source:p", "r")
    tab.button(key="drawer:cite:p").click()
    run(tab)
    assert "r" in {citation.source for citation in kept(workshop_id).citations}


def test_a_source_that_goes_takes_its_citations() -> None:
    workshop_id = stored(
        a_workshop(personas=[a_persona(id="p")], sources=[a_source(id="s")], citations=[a_citation("p", "s", id="c")])
    )
    tab = unfolded(with_card(opened(workshop_id, "personas"), "p"), "drawer-fold:p:citations")
    assert "drawer:uncite:c" in keys(tab)
    _gone(workshop_id, "s")
    taken_over(run(tab))
    assert "drawer:uncite:c" not in keys(tab)


def test_a_phase_that_goes_leaves_the_catalogue_and_the_map_standing() -> None:
    model = an_own_model("a", "b", "c", "d", id="own")
    workshop_id = stored(a_workshop(frame=a_frame(phase_model="own"), models=[model]))
    catalogue = chosen(opened(workshop_id, "touchpoints"), "catalogue-phase:own", "own.3")
    on_map = chosen(opened(workshop_id, "map"), "map-phase:own", "own.3")
    opened_now = store().open(workshop_id)
    held = opened_now.workshop.find("own")
    assert isinstance(held, OwnModel)
    change = change_of(put(opened_now.workshop, revise(held, phases=held.phases[:3])))
    assert change is not None
    store().save(workshop_id, change, opened_now.versions, "somebody else")
    for tab in (catalogue, on_map):
        run(run(tab))
    catalogue.text_input(key="add-touchpoint:own.0").set_value("Plakat")
    run(catalogue)
    on_map.text_input(key="map-add-touchpoint").set_value("Flyer")
    run(on_map)
    assert {t.phase for t in kept(workshop_id).touchpoints} <= {"own.0", "own.1", "own.2"}


def test_a_workshop_deleted_by_others_says_so_and_what_was_typed_stays() -> None:
    workshop_id = stored(a_workshop())
    tab = opened(workshop_id, "goals")
    store().delete(workshop_id)
    field = f"page:{workshop_id}:title"
    typed(tab, field, "Zu spät")
    reason = text(NoSuchWorkshop(workshop_id).key, Language.DE)
    assert [error.value for error in tab.error] == [
        text("frame.not_saved", Language.DE, reason=reason), text("field.not_saved", Language.DE)
    ]  # fmt: skip
    assert tab.text_input(key=field).value == "Zu spät"
    store().restore(workshop_id)
    typed(tab, field, "Doch noch")
    assert kept(workshop_id).frame.title == "Doch noch"
    assert not tab.error
