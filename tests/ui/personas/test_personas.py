"""Step 2: personas, their portraits, their evidence."""

import re

from streamlit.testing.v1 import AppTest

from journey.model import Language, Look, Persona
from journey.portraits.drawing import portrait
from journey.texts import text
from tests.builders import a_citation, a_persona, a_source, a_workshop
from tests.exchange.pictures import a_png
from tests.ui.app import chosen, html, kept, keys, opened, pressed, run, seen, stored, typed, unfolded
from ui.state.words import plain

DE = Language.DE


def test_a_new_persona_opens_in_the_drawer_with_a_face_of_its_own() -> None:
    workshop_id = stored(a_workshop(personas=[a_persona("Alma", avatar=17)]))
    tab = typed(opened(workshop_id, "personas"), "add-persona", "Berta")
    fresh = next(p for p in kept(workshop_id).personas if p.name == "Berta")
    assert fresh.avatar not in {0, 17}
    assert tab.text_input(key=f"drawer:{fresh.id}:name").value == "Berta"
    assert tab.text_input(key="add-persona").value == ""
    pressed(tab, "drawer:done")
    assert "Berta" in seen(tab)


def _portrait(workshop_id: str) -> str:
    return portrait(kept(workshop_id).personas[0])


def _at_its_portrait(persona: Persona) -> tuple[str, AppTest]:
    workshop_id = stored(a_workshop(personas=[persona]))
    return workshop_id, pressed(opened(workshop_id, "personas"), "face:p")


def test_looks_are_chosen_drawn_at_once_and_can_be_undone() -> None:
    workshop_id, tab = _at_its_portrait(a_persona("Kim", id="p"))
    letters = _portrait(workshop_id)
    chosen(tab, "drawer:p:looks:hair", Look.CURLY)
    chosen(tab, "drawer:p:looks:glasses", Look.GLASSES)
    assert kept(workshop_id).personas[0].looks == (Look.CURLY, Look.GLASSES)
    drawn = _portrait(workshop_id)
    assert letters not in html(tab)
    assert drawn in html(pressed(tab, "drawer:done"))
    pressed(pressed(tab, "frame:undo"), "frame:undo")
    assert kept(workshop_id).personas[0].looks == ()
    assert letters in html(tab)


def test_another_face_leaves_alone_what_was_chosen() -> None:
    looks = (Look.OLDER, Look.BUN, Look.RED, Look.SKIN_DARK)
    workshop_id, tab = _at_its_portrait(a_persona("Frau Kruse", id="p", avatar=17, looks=looks))
    pressed(tab, "drawer:face:p")
    [held] = kept(workshop_id).personas
    assert (held.avatar != 17, held.looks) == (True, looks)


def test_a_picture_of_ones_own_is_shown_undone_and_removed() -> None:
    workshop_id, tab = _at_its_portrait(a_persona("Kim", id="p"))
    tab.file_uploader(key="drawer:p:photo:upload:0").upload("me.png", a_png(600, 400))
    run(tab)
    photo = kept(workshop_id).personas[0].photo
    assert photo
    assert f"base64,{photo}'" in html(tab)
    pressed(tab, "drawer:p:photo:remove")
    assert kept(workshop_id).personas[0].photo == ""
    pressed(pressed(tab, "drawer:done"), "frame:undo")
    assert f"base64,{photo}'" in html(tab)


def test_a_file_that_is_no_picture_is_refused_with_the_reason() -> None:
    workshop_id, tab = _at_its_portrait(a_persona("Kim", id="p"))
    tab.file_uploader(key="drawer:p:photo:upload:0").upload("me.png", b"<svg onload=alert(1)>")
    run(tab)
    assert [error.value for error in tab.error] == [plain(text("exchange.unreadable.no_picture", DE))]
    assert kept(workshop_id).personas[0].photo == ""


def test_shares_beyond_the_whole_are_told() -> None:
    tab = opened(stored(a_workshop(personas=[a_persona(id="p", share=60), a_persona("Bert", share=40)])), "personas")
    assert not tab.warning
    pressed(tab, "edit:p")
    typed(tab, "drawer:p:share", "60,5")
    assert [warning.value for warning in tab.warning] == [text("personas.shares_over", DE, total="100,5")]


def test_a_statement_is_cited_and_the_citation_removed() -> None:
    workshop_id = stored(a_workshop(personas=[a_persona(id="p")], sources=[a_source("Umfrage", id="s")]))
    tab = unfolded(pressed(opened(workshop_id, "personas"), "edit:p"), "drawer-fold:p:citations")
    tab.selectbox(key="drawer:statement:p").set_value("quote")
    tab.selectbox(key="drawer:source:p").set_value("s")
    pressed(tab, "drawer:cite:p")
    citation = kept(workshop_id).citations[0]
    assert (citation.card, citation.field, citation.source) == ("p", "quote", "s")
    assert text("personas.cited.one", DE, count=1) in seen(tab)
    pressed(unfolded(tab, "drawer-fold:p:citations"), f"drawer:uncite:{citation.id}")
    assert kept(workshop_id).citations == ()


def test_a_source_is_added_by_its_line_and_edited() -> None:
    workshop_id = stored(a_workshop())
    tab = typed(opened(workshop_id, "personas"), "add-source", "Interviews im Herbst")
    source = kept(workshop_id).sources[0]
    assert source.title == "Interviews im Herbst"
    pressed(tab, f"edit:{source.id}")
    typed(tab, f"drawer:{source.id}:sample_size", "12")
    assert text("personas.sample", DE, count=12) in seen(tab).replace("\xa0", " ")


def test_a_persona_takes_its_citations_with_it_and_undo_brings_them_back() -> None:
    workshop_id = stored(
        a_workshop(personas=[a_persona(id="p")], sources=[a_source(id="s")], citations=[a_citation("p", "s")])
    )
    tab = pressed(pressed(opened(workshop_id, "personas"), "edit:p"), "drawer:delete")
    assert (kept(workshop_id).personas, kept(workshop_id).citations) == ((), ())
    said = "Persona „Alma“ gelöscht (damit auch 1 Beleg)"
    assert [toast.value for toast in tab.toast] == [plain(text("drawer.deleted", DE, what=said))]
    assert [toast.value for toast in run(tab).toast] == []
    pressed(tab, "frame:undo")
    assert len(kept(workshop_id).citations) == 1
    assert "edit:p" in keys(run(tab))


def test_the_shares_of_clusters_and_what_is_left_add_up_to_the_whole() -> None:
    people = [
        a_persona("Alma", cluster="Regulars", share=45, rank=0),
        a_persona("Ben", cluster="regulars", share=10, rank=1),
        a_persona("Cem", cluster="Guests <b>", share=20.5, rank=2),
        a_persona("Dora", share=4.5, rank=3),
        a_persona("Eve", rank=4),
    ]
    shown = html(opened(stored(a_workshop(personas=people)), "personas"))
    drawn = shown.partition("<div class='j-shares'")[2].partition("</div>")[0]
    widths = [float(width) for width in re.findall(r"width:([0-9.]+)%", drawn)]
    assert widths == [55, 20.5, 4.5, 20]
    assert "Guests &lt;b&gt;" in shown
    assert text("personas.unassigned", DE, share="20") in shown.replace("\xa0", " ")


def test_while_there_is_no_cluster_each_segment_stands_for_itself() -> None:
    people = [a_persona("Alma", share=60, rank=0), a_persona("Ben", rank=1), a_persona("Cem", share=40, rank=2)]
    shown = html(opened(stored(a_workshop(personas=people)), "personas"))
    assert re.findall(r"<b>(\w+)</b> · ", shown) == ["Alma", "Ben", "Cem"]
    assert text("personas.no_cluster", DE) not in shown


def test_a_cluster_is_taken_by_a_click_and_typed_anew() -> None:
    people = [a_persona("Alma", id="a", cluster="Regulars"), a_persona("Ben", id="b")]
    workshop_id = stored(a_workshop(personas=people))
    tab = pressed(opened(workshop_id, "personas"), "edit:b")
    chosen(tab, "drawer:b:cluster:known", "Regulars")
    assert [one.cluster for one in kept(workshop_id).personas] == ["Regulars", "Regulars"]
    assert tab.text_input(key="drawer:b:cluster").value == "Regulars"
    typed(tab, "drawer:b:cluster", "Guests")
    assert [one.cluster for one in kept(workshop_id).personas] == ["Regulars", "Guests"]
