"""The app in a test: a browser tab opened on a page, what it shows, and presses on what it offers."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from journey.model import Language, Workshop, new_id
from journey.samples import load_sample
from journey.store import LastPlace, Opened, Store
from ui.kit import keeper
from ui.kit.rooms import named
from ui.state import session

ROOT = Path(__file__).parents[2]
_SHOWN = {
    "label", "help", "body", "content", "placeholder", "options", "text", "title", "caption", "alt", "delta", "tooltip",
}  # fmt: skip
"""The fields of Streamlit's messages that people read."""


def stored(workshop: Workshop) -> str:
    """A workshop put into the store of this process under an id of its own, which is given back."""
    fresh = workshop.with_frame(workshop.frame.model_copy(update={"id": new_id()}))
    store().create(fresh, "somebody else")
    return fresh.frame.id


def sample(name: str) -> str:
    """A sample put into the store; its new id."""
    return stored(load_sample(name))


def store() -> Store:
    """The store that the app under test writes to."""
    return session.machine_store()


def kept(workshop_id: str) -> Workshop:
    """The workshop as the store has it now."""
    opened: Opened = store().open(workshop_id)
    return opened.workshop


def opened(workshop_id: str, page: str = "goals", language: Language = Language.DE) -> AppTest:
    """A fresh tab on a page of a workshop, run once: its browser comes back to where it was."""
    tab = started(language)
    path = named(page).path
    if path:
        store().remember(tab.session_state["session"].browser, LastPlace(workshop_id, path, language.value))
    else:
        tab.query_params["workshop"] = workshop_id
    return run(tab)


def started(language: Language = Language.DE) -> AppTest:
    """A fresh tab of a browser of its own in a language, not run yet. The test runner has no cookies: the browser's name
    is given to the session itself."""
    tab = AppTest.from_file(ROOT / "ui" / "shell" / "script.py", default_timeout=60)
    tab.query_params["lang"] = language.value
    tab.session_state["session"] = session.TabState(browser=new_id())
    return tab


def on_page(tab: AppTest, page: str) -> AppTest:
    """The tab on another page. Pages are known after a first run."""
    if not tab.session_state["session"].started:
        run(tab)
    tab.switch_page(str(ROOT / "pages" / named(page).file))
    return run(tab)


def run(tab: AppTest) -> AppTest:
    """Run the tab; what it raised fails the test. The runner words the chosen options outside of the script, where the
    tab's language would be unknown: it is lent to it. As a browser does, it then says that what was drawn is seen."""
    held = tab.session_state["session"]
    session.set_value("session", held)
    tab.run()
    sight = held.part(keeper.Sight)
    sight.seen = dict.fromkeys((keeper.PAGE, keeper.DRAWER, keeper.SPOT), sight.turn)
    assert not tab.exception, [(error.message, *error.stack_trace[-3:]) for error in tab.exception]
    return tab


def crossing(tab: AppTest) -> AppTest:
    """The tab as it was before it heard what its last run drew: what it says next crosses that."""
    tab.session_state["session"].part(keeper.Sight).seen.clear()
    return tab


def pressed(tab: AppTest, *keys: str) -> AppTest:
    """Press buttons in one run. A button in a dialog is pressed with the one that opened the dialog: the test runner
    knows no run of the dialog alone, in which the browser would send it."""
    for key in keys:
        tab.button(key=key).click()
    return run(tab)


def typed(tab: AppTest, key: str, words: str) -> AppTest:
    """Type into a field of one line and leave it."""
    text_field(tab, key).set_value(words)
    return run(tab)


def taken_over(tab: AppTest) -> AppTest:
    """The tab with what others changed in the open card taken over. The test runner knows no runs of fragments, which
    the button asks for: what it does before is done, and the tab is run."""
    assert tab.button(key="drawer:take-over")
    session.fold_in()
    return run(tab)


def text_field(tab: AppTest, key: str) -> Any:
    """The field of one line with this key."""
    return tab.text_input(key=key)


def widget(tab: AppTest, key: str) -> Any:
    """The widget with this key, of whatever kind."""
    return tab.get_by_key(key)


def chosen(tab: AppTest, key: str, option: Any) -> AppTest:
    """Choose in a row of options or in a list."""
    widget(tab, key).set_value(option)
    return run(tab)


def on_view(tab: AppTest, page: str, view: str) -> AppTest:
    """The tab with another view of its page."""
    chosen(tab, f"view-{page}", view)
    assert tab.segmented_control(key=f"view-{page}").value == view
    return tab


def unfolded(tab: AppTest, part: str) -> AppTest:
    """The tab with a popover or a folded part open that is filled when somebody opens it."""
    tab.session_state[part] = True
    return run(tab)


def with_card(tab: AppTest, card: str) -> AppTest:
    """The tab with a card in its drawer."""
    tab.session_state["session"].here.card = card
    return run(tab)


# --- what is seen ------------------------------------------------------------------------------------------------------


def nodes(tab: AppTest) -> Iterator[Any]:
    """Every element and block of the page."""
    yield from tab._tree


def steps_in_line(tab: AppTest) -> list[tuple[str, bool]]:
    """The five steps in the line on top: what each is called, and whether it has a tick."""
    links = [(link.label.replace("*", ""), bool(link.icon)) for link in tab.page_link if re.match(r"\d ", link.label)]
    here = re.findall(r"aria-current='step'>([^<]*)<", html(tab))
    is_done = any(node.proto.popover.icon == ":material/check_circle:" for node in popovers(tab))
    return sorted([*links, *((words, is_done) for words in here)])


def popovers(tab: AppTest) -> list[Any]:
    """The menus of the page, open or not."""
    return [node for node in nodes(tab) if node.type == "popover"]


def keys(tab: AppTest) -> set[str]:
    """The keys of the widgets that are there."""
    return {node.key for node in nodes(tab) if getattr(node, "key", None)}


def seen(tab: AppTest) -> str:
    """Everything that the page says, a line each, without markup of HTML."""
    return "\n".join(_bare(words) for words in raw(tab))


def raw(tab: AppTest) -> list[str]:
    """Everything that the page says, as it is sent to the browser."""
    found = [words for node in nodes(tab) for words in _strings(getattr(node, "proto", None))]
    return [
        words
        for words in found
        if words and not words.startswith(("<i hidden></i><style", "<style", "<script", ":material/"))
    ]


def markdown(tab: AppTest) -> list[str]:
    """What the browser renders as Markdown: labels in sight, helps, options of pills, texts, warnings, headings."""
    found: list[str] = []
    for node in nodes(tab):
        proto = getattr(node, "proto", None)
        if node.type in {"html", "selectbox", "multiselect", "data_editor", "dataframe", "arrow_data_frame"}:
            found.append(str(getattr(proto, "help", "")))
        elif isinstance(proto, Message):
            found += [words for words in _strings(proto, {"placeholder", "alt"}) if not _is_unseen_label(proto, words)]
    return [words for words in found if words]


def listed(tab: AppTest) -> list[str]:
    """The options of all lists to choose from, as they are shown: letter by letter, nothing in them is Markdown."""
    return [option for each in (*tab.selectbox, *tab.multiselect) for option in each.options]


def html(tab: AppTest) -> str:
    """All HTML that the app writes itself."""
    return "\n".join(node.value for node in nodes(tab) if node.type == "html")


def _is_unseen_label(proto: Message, words: str) -> bool:
    visibility = getattr(proto, "label_visibility", None)
    return visibility is not None and visibility.value != 0 and words == getattr(proto, "label", None)


def _strings(message: object, but: Iterable[str] = ()) -> Iterator[str]:
    if not isinstance(message, Message):
        return
    for descriptor, value in message.ListFields():
        values = value if isinstance(value, Iterable) and not isinstance(value, str | bytes) else [value]
        for each in values:
            if isinstance(each, Message):
                yield from _strings(each, but)
            elif isinstance(each, str) and descriptor.name in _SHOWN.difference(but):
                yield each


def _bare(words: str) -> str:
    return unescape(re.sub(r"<[^<>]*>", "\n", words))
