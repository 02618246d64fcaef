"""Step 2: personas, their portraits, their evidence."""

import re
from base64 import b64decode
from xml.etree import ElementTree

import pytest

from journey.model import Language
from journey.texts import text
from tests.builders import a_citation, a_persona, a_source, a_workshop
from tests.ui.app import html, kept, keys, opened, pressed, run, seen, stored, typed, unfolded
from ui.personas.avatar import next_seed, portrait

DE = Language.DE


def test_a_new_persona_opens_in_the_drawer_with_a_face_of_its_own() -> None:
    workshop_id = stored(a_workshop(personas=[a_persona("Alma", avatar=17)]))
    tab = typed(opened(workshop_id, "personas"), "add-persona", "Berta")
    fresh = next(p for p in kept(workshop_id).personas if p.name == "Berta")
    assert fresh.avatar != 17
    assert tab.text_input(key=f"drawer:{fresh.id}:name").value == "Berta"
    assert tab.text_input(key="add-persona").value == ""
    pressed(tab, "drawer:done")
    assert "Berta" in seen(tab)


def test_another_face_is_saved_and_can_be_undone() -> None:
    workshop_id = stored(a_workshop(personas=[a_persona(id="p", avatar=17)]))
    tab = opened(workshop_id, "personas")
    before = html(tab)
    pressed(tab, "face:p")
    assert kept(workshop_id).personas[0].avatar != 17
    assert portrait(17) in before
    assert portrait(17) not in html(tab)
    pressed(tab, "frame:undo")
    assert portrait(17) in html(tab)


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
    pressed(tab, "frame:undo")
    assert len(kept(workshop_id).citations) == 1
    assert "edit:p" in keys(run(tab))


@pytest.mark.parametrize("seed", [0, 7, 17, 5_333, 9_999])
def test_a_portrait_is_a_whole_picture_without_a_foreign_address(seed: int) -> None:
    encoded = re.search(r"base64,([^']+)'", portrait(seed))
    assert encoded
    drawing = b64decode(encoded.group(1)).decode()
    assert ElementTree.fromstring(drawing).tag.endswith("svg")
    assert set(re.findall(r"https?://[^'\" ]+", drawing)) == {"http://www.w3.org/2000/svg"}


def test_faces_in_a_row_are_all_different() -> None:
    seeds: list[int] = []
    for _ in range(200):
        seeds.append(next_seed(seeds))
    assert len({portrait(seed) for seed in seeds[:30]}) == 30
    assert len(set(seeds)) == 200
    assert all(0 <= seed <= 9_999 for seed in seeds)
    assert 0 <= next_seed([9_999]) <= 9_999
