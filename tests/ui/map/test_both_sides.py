"""The view of both sides: a difference becomes an action, is made today's, and is back after one undo."""

from journey.model import Language
from journey.texts import text
from tests.builders import a_touchpoint, a_workshop
from tests.ui.app import kept, keys, on_view, opened, pressed, seen, stored

DE = Language.DE


def test_without_a_future_the_view_says_what_to_do() -> None:
    tab = on_view(opened(stored(a_workshop(touchpoints=[a_touchpoint("Kasse")])), "map"), "map", "future")
    assert text("future.empty", DE) in seen(tab)
    assert text("future.same", DE) in seen(tab)
    assert text("future.no_cards", DE) in seen(on_view(opened(stored(a_workshop()), "map"), "map", "future"))


def test_a_difference_becomes_an_action_then_todays_and_undo_brings_both_back() -> None:
    card = a_touchpoint(
        "Kasse *neu*", id="till", emotion=-2, future_emotion=1, future_content="Leitfaden", content="Bon"
    )
    workshop = stored(a_workshop(touchpoints=[card]))
    tab = on_view(opened(workshop, "map"), "map", "future")
    assert "Leitfaden" in seen(tab)
    assert text("future.curve", DE) in seen(tab)
    tab = pressed(tab, "future-do:till")
    assert [one.title for one in kept(workshop).actions] == ["Umstellen: Kasse *neu*"]
    assert "future-do:till" not in keys(tab)
    tab = pressed(tab, "future-now:till")
    [now] = kept(workshop).touchpoints
    assert (now.emotion, now.content, now.has_future) == (1, "Leitfaden", False)
    assert text("future.empty", DE) in seen(tab)
    pressed(tab, "frame:undo")
    [back] = kept(workshop).touchpoints
    assert (back.emotion, back.content, back.future_emotion) == (-2, "Bon", 1)
