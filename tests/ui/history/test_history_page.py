"""The history's page: every change since the first is found, told, taken back; states and versions are gone back to."""

from collections.abc import Callable
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from journey.editing import Edit, change_of, put, remove, revise
from journey.model import Language, Workshop
from journey.switching import switched
from journey.texts import text
from tests.builders import a_citation, a_goal, a_persona, a_relation, a_source, a_touchpoint, a_workshop
from tests.ui.app import (
    chosen,
    html,
    kept,
    keys,
    listed,
    markdown,
    on_page,
    opened,
    pressed,
    raw,
    run,
    sample,
    seen,
    store,
    stored,
    typed,
    with_card,
)
from tests.ui.awkward import HTML, MARKDOWN, an_awkward_workshop
from ui.history.dialogs import Dialog
from ui.history.versions import Deleted, name_of_others
from ui.kit.rooms import named

DE, EN = Language.DE, Language.EN
ANNA, BERT = "anna-browser-id", "bert-browser-id"


def _small() -> str:
    return stored(
        a_workshop(
            personas=[a_persona("Alma", id="alma")],
            touchpoints=[a_touchpoint("Newsletter", id="letter"), a_touchpoint("Kasse", id="till", rank=1)],
            relations=[a_relation("letter", "till", id="leads")],
            sources=[a_source("Umfrage", id="survey")],
            citations=[a_citation("letter", "survey", id="proof")],
            goals=[a_goal("Mehr", id="goal")],
        )
    )


def _does(workshop_id: str, edits: Callable[[Workshop], list[Edit]], who: str = ANNA) -> None:
    """Somebody saves a change from elsewhere."""
    here = store().open(workshop_id)
    change = change_of(edits(here.workshop))
    assert change is not None
    store().save(workshop_id, change, here.versions, who)


def _revises(card: str, **fields: object) -> Callable[[Workshop], list[Edit]]:
    def edits(workshop: Workshop) -> list[Edit]:
        held = workshop.find(card)
        assert held is not None
        return put(workshop, revise(held, **fields))

    return edits


def _deletes(card: str) -> Callable[[Workshop], list[Edit]]:
    return lambda workshop: remove(workshop, card)


def _me(tab: AppTest) -> str:
    return str(tab.session_state["session"].browser)


def _numbers(tab: AppTest) -> list[int]:
    """The numbers of the changes on the page, as they stand there."""
    return [int(key.partition(":")[2]) for key in (one.key or "" for one in tab.button) if key.startswith("take-back:")]


# --- the list ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", Language)
def test_a_workshop_without_changes_says_what_will_stand_here_and_where_history_begins(language: Language) -> None:
    tab = opened(_small(), "history", language)
    assert text("history.page.empty", language) in seen(tab)
    assert text("history.page.begins", language, when="").partition(":")[0] in seen(tab)


def test_the_icon_beside_redo_leads_here() -> None:
    (link,) = (link for link in opened(_small(), "goals").page_link if link.label == text("frame.history", DE))
    assert link.page == named("history").path


def test_a_change_says_who_did_what_with_the_fields_before_and_after() -> None:
    workshop_id = _small()
    _does(workshop_id, _revises("letter", title="Rundbrief", doing="liest"))
    store().people.call(ANNA, "Anna")
    tab = opened(workshop_id, "history")
    said = seen(tab)
    assert "Anna" in said
    assert "Touchpoint „Rundbrief“ geändert: Touchpoint, Tut" in said
    assert "<del>Newsletter</del> → <ins>Rundbrief</ins>" in html(tab)
    assert "<del>–</del> → <ins>liest</ins>" in html(tab)
    store().people.call(ANNA, "")


def test_every_change_since_the_first_is_reached_page_by_page() -> None:
    workshop_id = _small()
    for number in range(120):
        _does(workshop_id, _revises("goal", title=f"Ziel {number}"))
    tab = opened(workshop_id, "history")
    reached = _numbers(tab)
    assert reached == list(range(120, 70, -1))
    assert "Hier beginnt der Verlauf" not in seen(tab)
    while not tab.button(key="history-older").disabled:
        reached += _numbers(pressed(tab, "history-older"))
    assert reached == list(range(120, 0, -1))
    assert "Hier beginnt der Verlauf" in seen(tab)
    assert _numbers(pressed(tab, "history-newer")) == list(range(70, 20, -1))


def test_changes_are_narrowed_by_person_kind_card_deletion_and_words() -> None:
    workshop_id = _small()
    _does(workshop_id, _revises("letter", title="Rundbrief"))
    _does(workshop_id, _revises("alma", quote="Nie wieder Schlange stehen"), BERT)
    _does(workshop_id, _deletes("letter"), BERT)
    tab = opened(workshop_id, "history")
    for key, value, found in (
        ("history:author", BERT, [3, 2]),
        ("history:kind", "personas", [2]),
        ("history:card", "letter", [3, 1]),
    ):
        assert _numbers(chosen(tab, key, value)) == found
        chosen(tab, key, None)
    assert _numbers(typed(tab, "history:words", "schlange")) == [2]
    assert _numbers(typed(tab, "history:words", "Nirgends")) == []
    assert text("history.page.not_found", DE) in seen(tab)
    assert _numbers(pressed(tab, "history-all")) == [3, 2, 1]
    tab.toggle(key="history:deletions").set_value(True)
    assert _numbers(run(tab)) == [3]


def test_a_deleted_card_stands_among_the_cards_to_choose_from() -> None:
    workshop_id = _small()
    _does(workshop_id, _deletes("letter"))
    assert "Newsletter · Touchpoint (gelöscht)" in listed(opened(workshop_id, "history"))


def test_the_drawer_leads_to_the_history_of_its_card() -> None:
    workshop_id = _small()
    _does(workshop_id, _revises("letter", title="Rundbrief"))
    _does(workshop_id, _revises("till", title="Bezahlen"))
    tab = with_card(opened(workshop_id, "map"), "letter")
    pressed(tab, "drawer:history")
    on_page(tab, "history")
    assert _numbers(tab) == [1]


# --- taking back -------------------------------------------------------------------------------------------------------


def test_another_phase_model_is_taken_back_though_it_made_one_note_of_two() -> None:
    workshop_id = sample("b2b-software-de")
    notes = len(kept(workshop_id).phase_notes)
    _does(workshop_id, lambda workshop: switched(workshop, "stranger-to-fan", {}))
    assert len(kept(workshop_id).phase_notes) < notes
    tab = opened(workshop_id, "history")
    assert tab.button(key="take-back:1").label == text("history.page.take_back", DE)


def test_a_card_that_somebody_deleted_is_brought_back_with_relations_and_citations() -> None:
    workshop_id = _small()
    before = kept(workshop_id)
    _does(workshop_id, _deletes("letter"))
    _does(workshop_id, _revises("goal", title="Noch mehr"))
    tab = opened(workshop_id, "history")
    words = {number: tab.button(key=f"take-back:{number}").label for number in (1, 2)}
    assert words == {1: text("history.page.bring_back", DE), 2: text("history.page.take_back", DE)}
    pressed(tab, "take-back:1")
    assert tab.button(key="take-back-now").label == text("history.page.bring_back", DE)
    assert "kommt zurück" in seen(tab)
    pressed(tab, "take-back-now")
    after = kept(workshop_id)
    assert (after.touchpoints, after.relations, after.citations) == (
        before.touchpoints,
        before.relations,
        before.citations,
    )
    assert after.goals[0].title == "Noch mehr"
    assert "Zurückgenommen: Touchpoint „Newsletter“ gelöscht (damit auch 1 Wirkung und 1 Beleg)" in seen(tab)
    assert "take-back-now" not in keys(tab)
    pressed(tab, "frame:undo")
    assert kept(workshop_id).touchpoint("letter") is None


def test_what_would_be_overwritten_is_named_with_who_wrote_it_before_anything_happens() -> None:
    workshop_id = _small()
    store().people.call(BERT, "Bert")
    _does(workshop_id, _revises("letter", title="Rundbrief"))
    _does(workshop_id, _revises("letter", title="Post"), BERT)
    tab = pressed(opened(workshop_id, "history"), "take-back:1")
    assert text("history.page.overwrites", DE) in seen(tab)
    assert any(line.startswith("Bert, ") and "umbenannt in „Post“" in line for line in seen(tab).split("\n"))
    assert tab.button(key="take-back-now").label == text("history.page.take_back_anyway", DE)
    assert store().sequence(workshop_id) == 2
    pressed(tab, "take-back-now")
    letter = kept(workshop_id).touchpoint("letter")
    assert letter is not None
    assert letter.title == "Newsletter"
    store().people.call(BERT, "")


def test_nothing_happens_when_somebody_was_quicker_than_the_one_who_looked() -> None:
    workshop_id = _small()
    _does(workshop_id, _revises("letter", title="Rundbrief"))
    tab = pressed(opened(workshop_id, "history"), "take-back:1")
    _does(workshop_id, _revises("letter", title="Post"), BERT)
    pressed(tab, "take-back-now")
    assert text("history.page.stale", DE) in seen(tab)
    assert text("history.page.overwrites", DE) in seen(tab)
    assert store().sequence(workshop_id) == 2
    pressed(tab, "take-back-now")
    assert store().sequence(workshop_id) == 3


def test_a_change_of_which_nothing_is_left_says_so() -> None:
    workshop_id = _small()
    _does(workshop_id, _revises("letter", title="Rundbrief"))
    _does(workshop_id, _deletes("letter"))
    tab = pressed(opened(workshop_id, "history", EN), "take-back:1")
    assert text("history.page.nothing_left", EN) in seen(tab)
    assert "take-back-now" not in keys(tab)


# --- going back --------------------------------------------------------------------------------------------------------


def test_going_back_says_in_numbers_and_names_what_goes_and_is_undone_like_any_change() -> None:
    workshop_id = _small()
    start = kept(workshop_id)
    _does(workshop_id, _revises("goal", title="Weniger"))
    _does(workshop_id, _deletes("letter"), BERT)
    _does(workshop_id, lambda workshop: put(workshop, a_persona("Neu", id="fresh")), BERT)
    latest = kept(workshop_id)
    tab = pressed(opened(workshop_id, "history"), "go-back:0")
    said = seen(tab)
    assert "3 Karten kommen zurück · 1 Karte verschwindet · 1 Karte ändert sich" in said
    assert "Browser 2 \\(2 Änderungen\\), Browser 1 \\(1 Änderung\\)" in said
    pressed(tab, "go-back-now")
    assert kept(workshop_id) == start
    assert "Zurück zum Anfang, geänderte Karten: 5" in seen(tab)
    pressed(tab, "frame:undo")
    assert kept(workshop_id) == latest


def test_one_can_only_go_back_to_what_is_not_yet_there() -> None:
    workshop_id = _small()
    for title in ("Eins", "Zwei"):
        _does(workshop_id, _revises("goal", title=title))
    tab = opened(workshop_id, "history")
    assert (tab.button(key="go-back:2").disabled, tab.button(key="go-back:1").disabled) == (True, False)


# --- named versions ----------------------------------------------------------------------------------------------------


def test_a_version_is_kept_gone_back_to_and_that_is_undone() -> None:
    workshop_id = _small()
    _does(workshop_id, _revises("goal", title="Vormittag"))
    tab = opened(workshop_id, "history")
    tab.text_input(key="version-name").set_value("Nach dem Vormittag")
    pressed(tab, "keep-now")
    [version] = store().past.versions(workshop_id)
    assert (version.name, version.sequence, version.author) == ("Nach dem Vormittag", 1, _me(tab))
    noon = kept(workshop_id)
    _does(workshop_id, _revises("goal", title="Nachmittag"))
    _does(workshop_id, _deletes("till"))
    evening = kept(workshop_id)
    run(tab)
    pressed(tab, f"mark:go-back:{version.id}")
    assert "state-xlsx" in keys(tab)
    pressed(tab, "go-back-now")
    assert kept(workshop_id) == noon
    assert "Zurück zur Version „Nach dem Vormittag“, geänderte Karten: 3" in seen(tab)
    pressed(tab, "frame:undo")
    assert kept(workshop_id) == evening


def test_a_version_is_renamed_by_its_menu() -> None:
    workshop_id = _small()
    version = store().past.keep_version(workshop_id, 0, "Anfang", ANNA)
    tab = opened(workshop_id, "history")
    tab.menu_button(key=f"mark:more:{version.id}").click("rename")
    run(tab)
    tab.menu_button(key=f"mark:more:{version.id}").click("rename")
    tab.text_input(key=f"new-name:{version.id}").set_value("Ganz am Anfang")
    pressed(tab, "rename-version")
    assert [each.name for each in store().past.versions(workshop_id)] == ["Ganz am Anfang"]
    assert "rename-version" not in keys(tab)


def test_who_renames_a_version_that_others_have_renamed_meanwhile_is_told_first() -> None:
    workshop_id = _small()
    shown = store().past.keep_version(workshop_id, 0, "Anfang", ANNA)
    store().past.rename_version(shown.id, "Vor dem Essen")
    in_the_open_dialog = partial(name_of_others, store().past.versions(workshop_id), shown)
    assert in_the_open_dialog("Ganz am Anfang", None) == "Vor dem Essen"
    assert in_the_open_dialog("Ganz am Anfang", "Vor dem Essen") is None, "who was told means it"
    assert in_the_open_dialog("Vor dem Essen", None) is None


def test_one_cannot_go_back_to_a_version_that_is_the_present_but_look_at_it() -> None:
    workshop_id = _small()
    version = store().past.keep_version(workshop_id, 0, "Anfang", ANNA)
    tab = opened(workshop_id, "history")
    words = {name: tab.button(key=f"mark:{name}:{version.id}").disabled for name in ("look", "go-back")}
    assert words == {"look": False, "go-back": True}


def test_a_version_without_a_name_is_called_after_its_time() -> None:
    workshop_id = _small()
    pressed(opened(workshop_id, "history", EN), "keep-now")
    assert store().past.versions(workshop_id)[0].name.startswith("Version 2")


def test_a_deleted_version_can_be_restored() -> None:
    workshop_id = _small()
    version = store().past.keep_version(workshop_id, 0, "Anfang", ANNA)
    tab = opened(workshop_id, "history")
    tab.session_state["session"].here.part(Deleted).version = version
    store().past.delete_version(version.id)
    pressed(run(tab), "undelete-version")
    assert store().past.versions(workshop_id) == (version,)
    assert "undelete-version" not in keys(tab)


# --- people ------------------------------------------------------------------------------------------------------------


def test_others_see_the_name_that_somebody_gave_and_nobody_sees_what_a_browser_is_known_by() -> None:
    workshop_id = _small()
    tab = opened(workshop_id, "history")
    typed(tab, "my-name", "Dana")
    store().past.keep_version(workshop_id, 0, "Anfang", BERT)
    _does(workshop_id, _revises("goal", title="Von Dana"), _me(tab))
    _does(workshop_id, _revises("goal", title="Von Bert"), BERT)
    other = opened(workshop_id, "history")
    assert {"Dana", "Browser 2"} <= set(seen(other).split("\n"))
    assert "Sie" in seen(run(tab)).split("\n")
    pressed(other, "take-back:1")
    sent = "\n".join((*raw(other), *keys(other)))
    assert [known for known in (_me(tab), BERT, _me(other)) if known in sent] == []


@pytest.mark.parametrize("language", Language)
def test_the_name_that_somebody_gave_is_confirmed_and_stands_on_its_button(language: Language) -> None:
    tab = opened(_small(), "history", language)
    assert [words for words in seen(tab).split("\n") if "Dana" in words] == []
    tab.text_input(key="my-name").set_value("Dana")
    pressed(tab, "name-take")
    told = {text(f"history.page.{key}", language, name="Dana") for key in ("my_name_is", "name_taken")}
    assert told <= set(seen(tab).split("\n"))
    typed(tab, "my-name", "")
    assert text("history.page.my_name", language) in seen(tab)


def test_nothing_that_was_typed_takes_effect_in_the_history() -> None:
    workshop_id = stored(an_awkward_workshop())
    store().people.call(BERT, MARKDOWN)
    _does(workshop_id, _revises("t0", title=MARKDOWN, doing=HTML), BERT)
    _does(workshop_id, _deletes("t0"), BERT)
    _does(workshop_id, _deletes("p1"), BERT)
    version = store().past.keep_version(workshop_id, 1, HTML[:100], BERT)
    tab = opened(workshop_id, "history")
    tab.session_state["session"].here.part(Deleted).version = version
    for asked in (("take_back", 2, ""), ("take_back", 1, ""), ("state", 1, version.id), ("state", 0, "")):
        tab.session_state["session"].here.part(Dialog).asked = asked
        run(tab)
        assert "<b id=mark" not in html(tab)
        live = ("**bold**", ":red[x]", ":material/home:", "http://elsewhere.example", "<b id=mark", "<b>ä", "$a^2$")
        assert [words for words in markdown(tab) if any(mark in words for mark in live)] == []
    store().people.call(BERT, "")
