"""The start page: beginning, going on, renaming, copying, deleting with undo, finding again."""

import pytest

from journey.exchange import write_workbook
from journey.model import Language
from journey.samples import SampleKind, samples
from journey.texts import text
from tests.builders import a_frame, a_goal, a_workshop
from tests.ui.app import (
    chosen,
    kept,
    keys,
    markdown,
    on_page,
    opened,
    pressed,
    run,
    sample,
    seen,
    started,
    store,
    stored,
    typed,
    unfolded,
)
from ui.start.workshop_list import replaces_others
from ui.state.words import plain

DE, EN = Language.DE, Language.EN


def _listed(title: str) -> list[str]:
    return [listed.id for listed in store().workshops(title)]


def test_an_empty_workshop_is_made_in_the_person_s_language_and_opened() -> None:
    tab = typed(run(started(EN)), "empty-title", "Fresh journey")
    tab.selectbox(key="empty-model").set_value("stranger-to-fan")
    pressed(tab, "create")
    frame = kept(tab.query_params["workshop"]).frame
    assert (frame.title, frame.language, frame.phase_model) == ("Fresh journey", EN, "stranger-to-fan")
    assert text("goals.heading", EN) in seen(tab)
    assert _listed("Fresh journey") == [frame.id]


@pytest.mark.parametrize("language", list(Language))
def test_each_sample_on_offer_opens_as_a_workshop_of_its_own(language: Language) -> None:
    tab = unfolded(run(started(language)), "start-templates")
    offered = [key.removeprefix("sample:") for key in keys(tab) if key.startswith("sample:")]
    assert {s.id for s in samples(language)} <= set(offered)
    for name in [s.id for s in samples() if s.id in offered and s.kind is not SampleKind.TEMPLATE]:
        first, second = (pressed(run(started(language)), f"sample:{name}").query_params["workshop"] for _ in range(2))
        assert first != second
        assert kept(first).touchpoints == kept(second).touchpoints != ()


def test_a_template_opens_in_its_phase_model() -> None:
    template = next(s for s in samples(DE) if s.kind is SampleKind.TEMPLATE)
    tab = pressed(unfolded(run(started(DE)), "start-templates"), f"sample:{template.id}")
    assert kept(tab.query_params["workshop"]).frame.phase_model == template.model


def test_a_workshop_is_found_by_title_and_organisation_and_opened() -> None:
    wanted = stored(a_workshop(frame=a_frame(title="Suchwort eins", organisation="Firma Zufall")))
    other = stored(a_workshop(frame=a_frame(title="Anderes")))
    tab = run(started())
    assert {f"open:{wanted}", f"open:{other}"} <= keys(tab)
    for words in ("suchwort", "zufall"):
        typed(tab, "search", words)
        assert f"open:{wanted}" in keys(tab)
        assert f"open:{other}" not in keys(tab)
    pressed(tab, f"open:{wanted}")
    assert tab.query_params["workshop"] == wanted
    assert text("goals.heading", DE) in seen(tab)
    on_page(tab, "start")
    typed(tab, "search", "no such workshop")
    assert text("start.not_found", DE) in seen(tab)


def test_renaming_keeps_everything_else() -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="Alter Name"), goals=[a_goal()]))
    tab = run(started())
    tab.menu_button(key=f"more:{workshop_id}").click("rename")
    run(tab)
    assert tab.text_input(key=f"new-title:{workshop_id}").value == "Alter Name"
    tab.menu_button(key=f"more:{workshop_id}").click("rename")
    tab.text_input(key=f"new-title:{workshop_id}").set_value("Neuer Name")
    pressed(tab, "rename-now")
    assert kept(workshop_id).frame.title == "Neuer Name"
    assert len(kept(workshop_id).goals) == 1
    assert "Neuer Name" in seen(tab)


@pytest.mark.parametrize(
    ("now", "shown", "typed", "is_told"),
    [
        ("Von Anna", "Alt", "Meiner", True),
        ("Alt", "Alt", "Meiner", False),
        ("Meiner", "Alt", "Meiner", False),
        ("Nord\nSüd", "Nord", "Nord\nWest", True),
        ("Nord\nNORD\n\nSüd", "Nord\nSüd", "West", False),
    ],
)
def test_what_others_made_of_a_title_or_tags_meanwhile_is_told_before_it_is_replaced(
    now: str, shown: str, typed: str, is_told: bool
) -> None:
    assert replaces_others(now, shown, typed) is is_told


def test_a_duplicate_has_the_same_cards_under_another_title() -> None:
    original = sample("baeckerei-de")
    tab = run(started())
    tab.menu_button(key=f"more:{original}").click("duplicate")
    run(tab)
    title = text("drawer.copy_of", DE, name=kept(original).frame.title)
    copy = _listed(title)[0]
    assert copy != original
    assert kept(copy).touchpoints == kept(original).touchpoints


def test_a_deleted_workshop_leaves_the_list_and_comes_back_on_undo() -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="**Kurzlebig**"), goals=[a_goal()]))
    tab = run(started())
    tab.menu_button(key=f"more:{workshop_id}").click("delete")
    run(tab)
    assert f"open:{workshop_id}" not in keys(tab)
    assert _listed("Kurzlebig") == []
    assert [words for words in markdown(tab) if "**Kurzlebig" in words] == []
    assert [toast.value.startswith("**") for toast in tab.toast] == [True]
    assert not run(tab).toast
    pressed(tab, "undelete")
    assert f"open:{workshop_id}" in keys(tab)
    assert len(kept(workshop_id).goals) == 1
    assert "undelete" not in keys(tab)


def test_a_workshop_deleted_long_ago_is_found_and_restored_from_any_browser() -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="Lange weg")))
    store().delete(workshop_id)
    tab = run(started())
    assert "Lange weg" in seen(tab)
    pressed(tab, f"restore:{workshop_id}")
    assert {f"open:{workshop_id}"} == {f"open:{workshop_id}", f"restore:{workshop_id}"} & keys(tab)


def test_deleting_the_open_workshop_closes_it() -> None:
    workshop_id = stored(a_workshop())
    tab = on_page(opened(workshop_id), "start")
    tab.menu_button(key=f"more:{workshop_id}").click("delete")
    run(tab)
    assert "workshop" not in tab.query_params
    on_page(tab, "goals")
    assert text("frame.no_workshop", DE) in seen(tab)


@pytest.mark.parametrize("ending", ["xlsx", "json"])
def test_a_file_opens_as_a_new_workshop(ending: str) -> None:
    source = kept(sample("baeckerei-de"))
    data = write_workbook(source, DE) if ending == "xlsx" else source.to_json().encode()
    tab = run(started())
    tab.file_uploader(key="open-file:0").upload(f"saved.{ending}", data)
    run(tab)
    assert text("import.no_problems", DE) in seen(tab)
    pressed(tab, "open-file-now")
    made = kept(tab.query_params["workshop"])
    assert made.frame.id != source.frame.id
    assert made.model_copy(update={"frame": source.frame}) == source


def test_a_file_s_workshop_is_told_from_one_of_the_same_title() -> None:
    source = a_workshop(frame=a_frame(title="Reise, die es schon gibt"))
    tab, titles = run(started()), []
    for place in range(4):
        tab.file_uploader(key=f"open-file:{place}").upload("saved.json", source.to_json().encode())
        run(tab)
        told = seen(tab)
        pressed(tab, "open-file-now")
        titles.append(kept(tab.query_params["workshop"]).frame.title)
        assert (plain(titles[-1]) in told) is (place > 0)
        on_page(tab, "start")
    assert titles[0] == source.frame.title
    assert len(set(titles)) == 4
    assert [title.startswith(f"{source.frame.title} (aus Datei, ") for title in titles] == [False, True, True, True]


def test_a_file_that_cannot_be_read_is_refused_in_words() -> None:
    tab = run(started(EN))
    tab.file_uploader(key="open-file:0").upload("broken.xlsx", b"PK\x03\x04 no workbook")
    run(tab)
    assert len(tab.error) == 1
    assert "open-file-now" not in keys(tab)


def test_workshops_are_chosen_by_their_tags_and_get_them_from_the_menu() -> None:
    tags = {"one": "Marke Nord\n2026", "two": "marke nord", "none": ""}
    ids = {name: stored(a_workshop(frame=a_frame(title=f"Tagged {name}", tags=said))) for name, said in tags.items()}
    tab = run(started(DE))
    assert "Marke Nord" in seen(tab)
    tab = chosen(tab, "tags", ["marke nord"])
    opens = {name for name, one in ids.items() if f"open:{one}" in keys(tab)}
    assert opens == {"one", "two"}
    tab = chosen(tab, "tags", ["marke nord", "2026"])
    assert {name for name, one in ids.items() if f"open:{one}" in keys(tab)} == {"one"}
    assert ids["one"] in _listed("nord 2026")
    assert {one.tags for one in store().workshops("Tagged") if one.id == ids["one"]} == {("Marke Nord", "2026")}


def test_a_tag_that_differs_by_case_alone_is_one() -> None:
    stored(a_workshop(frame=a_frame(title="Twice tagged", tags="Nord\nNORD\n\nSüd")))
    assert [one.tags for one in store().workshops("Twice tagged")] == [("Nord", "Süd")]


def test_a_sample_that_is_opened_again_has_a_title_of_its_own() -> None:
    tab, titles = run(started()), []
    for _ in range(3):
        pressed(tab, "sample:baeckerei-de")
        titles.append(kept(tab.query_params["workshop"]).frame.title)
        on_page(tab, "start")
    assert all(" (Beispiel, " in title for title in titles[1:])
    assert len(set(titles)) == 3
