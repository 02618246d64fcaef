"""Own phase models: made, changed, kept between 3 and 12 phases."""

import pytest

from journey.model import Language, OwnModel, Zone
from journey.phases import built_in
from journey.texts import text
from tests.builders import a_frame, a_touchpoint, a_workshop, an_own_model
from tests.ui.app import chosen, kept, keys, on_page, on_view, opened, pressed, seen, stored, typed

DE, EN = Language.DE, Language.EN


def _own(workshop_id: str) -> OwnModel:
    return kept(workshop_id).models[0]


def _with_model(*names: str, **frame: object) -> str:
    model = an_own_model(*names, id="own")
    return stored(a_workshop(frame=a_frame(**frame), models=[model]))


def test_a_model_is_made_from_nothing_with_a_phase_for_each_zone() -> None:
    workshop_id = stored(a_workshop())
    tab = on_view(opened(workshop_id, "models"), "models", "own")
    typed(tab, "own-model-name", "Unser Weg")
    pressed(tab, "make-model")
    assert _own(workshop_id).name == "Unser Weg"
    assert [phase.zone for phase in _own(workshop_id).phases] == list(Zone)
    assert tab.text_input(key="own-model-name").value == ""


@pytest.mark.parametrize("language", list(Language))
def test_a_model_is_made_from_a_built_in_one(language: Language) -> None:
    workshop_id = stored(a_workshop())
    base = built_in(language)[1]
    tab = on_view(opened(workshop_id, "models", language), "models", "own")
    tab.selectbox(key="own-model-base").set_value(base.id)
    pressed(tab, "make-model")
    made = _own(workshop_id)
    assert [phase.name for phase in made.phases] == [phase.name for phase in base.phases]
    assert not {phase.id for phase in made.phases} & {phase.id for phase in base.phases}
    assert made.name == text("models.unnamed", language)


def test_names_zones_and_questions_save_themselves() -> None:
    workshop_id = _with_model()
    tab = on_view(opened(workshop_id, "models"), "models", "own")
    typed(tab, "page:own:name", "Weg der Gäste")
    typed(tab, "own:own.1:name", "Reinschnuppern")
    typed(tab, "own:own.1:question", "Passt das zu mir?")
    chosen(tab, "own:own.1:zone", Zone.AFTER)
    changed = _own(workshop_id).phases[1]
    assert (_own(workshop_id).name, changed.name, changed.question, changed.zone) == (
        "Weg der Gäste", "Reinschnuppern", "Passt das zu mir?", Zone.AFTER
    )  # fmt: skip
    assert [phase.name for phase in _own(workshop_id).phases] == ["See", "Reinschnuppern", "Buy"]
    pressed(tab, "frame:undo")
    assert _own(workshop_id).phases[1].zone is Zone.BEFORE
    assert tab.segmented_control(key="own:own.1:zone").value is Zone.BEFORE


def test_phases_change_places() -> None:
    workshop_id = _with_model()
    tab = on_view(opened(workshop_id, "models"), "models", "own")
    assert tab.button(key="own:own.0:-1").disabled
    assert tab.button(key="own:own.2:1").disabled
    pressed(tab, "own:own.0:1")
    pressed(tab, "own:own.0:1")
    assert [phase.name for phase in _own(workshop_id).phases] == ["Try", "Buy", "See"]


def test_a_model_keeps_at_least_three_phases() -> None:
    workshop_id = _with_model("a", "b", "c", "d")
    tab = on_view(opened(workshop_id, "models"), "models", "own")
    pressed(tab, "own:own.1:delete")
    assert [phase.name for phase in _own(workshop_id).phases] == ["a", "c", "d"]
    assert tab.button(key="own:own.0:delete").disabled
    assert tab.button(key="own:own.0:delete").help == text("models.least", DE)


def test_a_model_takes_at_most_twelve_phases() -> None:
    workshop_id = _with_model(*"abcdefghijk")
    tab = on_view(opened(workshop_id, "models"), "models", "own")
    pressed(tab, "add-phase:own")
    assert len(_own(workshop_id).phases) == 12
    assert tab.button(key="add-phase:own").disabled
    assert tab.button(key="add-phase:own").help == text("models.most", DE)


def test_a_model_in_use_cannot_be_deleted_another_can() -> None:
    workshop_id = _with_model(phase_model="own")
    tab = on_view(opened(workshop_id, "models"), "models", "own")
    assert tab.button(key="delete-model:own").disabled
    pressed(on_page(tab, "goals"), "choose:aida-plus")
    on_view(on_page(tab, "models"), "models", "own")
    pressed(tab, "delete-model:own")
    assert kept(workshop_id).models == ()
    pressed(tab, "frame:undo")
    assert _own(workshop_id).name == "Our way"


def test_cards_of_a_deleted_phase_stay_in_the_workshop() -> None:
    model = an_own_model("a", "b", "c", "d", id="own")
    point = a_touchpoint("Plakat", phase="own.3")
    workshop_id = stored(a_workshop(frame=a_frame(phase_model="own"), models=[model], touchpoints=[point]))
    tab = on_view(opened(workshop_id, "models"), "models", "own")
    pressed(tab, "own:own.3:delete")
    assert kept(workshop_id).touchpoints == (point,)
    on_page(tab, "map")
    assert "Plakat" in "".join(str(node.proto) for node in tab._tree if node.type == "vega_lite_chart")


def test_an_own_model_can_be_chosen_in_step_1() -> None:
    workshop_id = _with_model()
    tab = pressed(opened(workshop_id, "goals"), "choose:own")
    assert kept(workshop_id).frame.phase_model == "own"
    assert "choose:own" not in keys(tab)
    assert {"See", "Try", "Buy"} <= set(seen(tab).split("\n"))


@pytest.mark.parametrize("language", list(Language))
def test_the_library_and_the_comparison_name_every_model_and_phase(language: Language) -> None:
    tab = opened(stored(a_workshop()), "models", language)
    library = seen(tab)
    comparison = seen(on_view(tab, "models", "crosswalk"))
    for model in built_in(language):
        for words in (model.name, *(phase.name for phase in model.phases)):
            assert words in library
            assert words in comparison
