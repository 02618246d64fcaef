"""The switch of language: page, workshop and what was typed stay."""

import pytest

from journey.model import Language
from journey.texts import text
from tests.builders import a_goal, a_persona, a_workshop
from tests.ui.app import chosen, html, kept, opened, pressed, run, sample, seen, started, stored, text_field, typed

DE, EN = Language.DE, Language.EN


@pytest.mark.parametrize(("old", "new"), [(DE, EN), (EN, DE)])
@pytest.mark.parametrize("room", ["goals", "personas", "map"])
def test_page_and_workshop_stay(room: str, old: Language, new: Language) -> None:
    workshop_id = sample("b2b-software-de")
    tab = chosen(opened(workshop_id, room, old), "language", new)
    assert (tab.query_params["lang"], tab.query_params["workshop"]) == (new.value, workshop_id)
    assert text(f"{room}.heading", new) in seen(tab)
    assert f"lang='{new.value}'" in html(tab)


def test_the_view_and_the_open_card_stay() -> None:
    workshop_id = stored(a_workshop(personas=[a_persona(id="p", share=7.5)]))
    tab = pressed(opened(workshop_id, "personas"), "edit:p")
    typed(tab, "drawer:p:segment", "Familien")
    chosen(tab, "language", EN)
    assert tab.text_input(key="drawer:p:segment").value == "Familien"
    assert text_field(tab, "drawer:p:share").value == "7.5"
    assert tab.text_input(key="drawer:p:segment").label == text("fields.personas.segment", EN)
    assert kept(workshop_id).personas[0].share == 7.5


def test_chosen_views_and_filters_stay() -> None:
    workshop_id = sample("b2b-software-de")
    tab = opened(workshop_id, "map")
    chosen(tab, "view-map", "funnel")
    chosen(tab, "language", EN)
    assert tab.segmented_control(key="view-map").value == "funnel"
    assert text("funnel.biggest_loss", EN) in seen(tab)


def test_what_was_typed_and_not_saved_stays() -> None:
    tab = typed(run(started(DE)), "empty-title", "Noch kein Workshop")
    chosen(tab, "language", EN)
    assert tab.text_input(key="empty-title").value == "Noch kein Workshop"
    assert tab.text_input(key="empty-title").label == text("fields.frame.title", EN)


def test_nobody_else_s_language_changes() -> None:
    workshop_id = stored(a_workshop(goals=[a_goal("Mehr Umsatz")]))
    mine, theirs = opened(workshop_id), opened(workshop_id)
    chosen(mine, "language", EN)
    run(theirs)
    assert text("goals.heading", DE) in seen(theirs)
    assert kept(workshop_id).frame.language is DE
    assert "Mehr Umsatz" in seen(mine)


@pytest.mark.parametrize(("locale", "language"), [("de-AT", DE), ("en-GB", EN), ("fr-FR", DE)])
def test_a_fresh_tab_speaks_the_browser_s_language(locale: str, language: Language) -> None:
    tab = started()
    tab.query_params.clear()
    tab.context = {"locale": locale}
    run(tab)
    assert tab.session_state["session"].language is language
    assert "lang" not in tab.query_params  # it would be one more place in the browser's history
    assert run(tab).query_params["lang"] == language.value


def test_an_unknown_language_in_the_address_is_german() -> None:
    tab = started()
    tab.query_params["lang"] = "xx"
    assert run(tab).query_params["lang"] == "de"


def test_a_browser_comes_back_to_its_language_page_and_workshop() -> None:
    workshop_id = stored(a_workshop())
    first = chosen(opened(workshop_id, "personas", DE), "language", EN)
    again = started()
    again.query_params.clear()
    again.session_state["session"].browser = first.session_state["session"].browser
    run(again)
    assert again.query_params == {"workshop": workshop_id, "lang": "en"}
    assert text("personas.heading", EN) in seen(again)
