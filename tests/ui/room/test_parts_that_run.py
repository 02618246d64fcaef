"""Parts of the live room's pages that run by themselves."""

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from tools.app_server import ROOT


def _page() -> None:
    import streamlit as st

    from ui.cards.live import following

    following.draw(lambda: st.text("by itself"))
    st.text("behind")


def test_a_part_stands_in_a_container_of_its_own_so_that_nothing_takes_its_place() -> None:
    tab = AppTest.from_function(_page).run()
    container, behind = tab.main.children[0], tab.main.children[1]
    assert isinstance(container, Block)
    [part] = container.children.values()
    assert isinstance(part, Block)
    assert [one.value for one in part.text] == ["by itself"]
    assert behind.value == "behind"  # type: ignore[union-attr]


def test_no_part_runs_by_itself_but_so() -> None:
    pages = (ROOT / "ui" / "room", ROOT / "ui" / "projector")
    assert [path.name for page in pages for path in page.glob("*.py") if "run_every" in path.read_text("utf-8")] == []
