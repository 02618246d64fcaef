"""What people in the room type comes out as letters on the facilitator's page, wherever Markdown or HTML is drawn."""

from journey.live import (
    Agenda,
    AgendaItem,
    Collected,
    ExerciseKind,
    MergeCards,
    ScoreTouchpoint,
    SmallGroup,
    touchpoints_as_options,
)
from journey.model import Emotion, new_id
from tests.builders import a_touchpoint, a_workshop
from tests.ui.app import chosen, html, kept, markdown, on_view, opened, pressed, store, stored, unfolded
from tests.ui.awkward import HTML, MARKDOWN
from tests.ui.room.people import Crowd

LIVE = ("**bold**", ":red[x]", ":material/home:", "http://elsewhere.example", "$a^2$")


def _crowd() -> Crowd:
    agenda = Agenda(items=(AgendaItem(id=new_id(), title=MARKDOWN, text=HTML),))
    points = [a_touchpoint(MARKDOWN, id="t0"), a_touchpoint(HTML, id="t1")]
    crowd = Crowd.of(stored(a_workshop(touchpoints=points)), MARKDOWN[:60], HTML, agenda=agenda, title=MARKDOWN)
    groups = (SmallGroup(id=new_id(), name=MARKDOWN[:60]),)
    store().rooms.steer(crowd.room.id, lambda room: room.model_copy(update={"groups": groups}))
    return crowd


def _assert_inert(*tabs: object) -> None:
    for tab in tabs:
        assert [words for words in markdown(tab) if any(mark in words for mark in LIVE)] == []  # type: ignore[arg-type]
        assert "<b id=mark" not in html(tab)  # type: ignore[arg-type]


def test_cards_groups_names_and_questions_are_letters() -> None:
    crowd = _crowd()
    exercise = crowd.asked(ExerciseKind.COLLECT, collects=Collected.GOALS, question=MARKDOWN)
    crowd.says(0, MARKDOWN, HTML)
    crowd.says(1, MARKDOWN + "!")
    tab = on_view(opened(crowd.room.workshop, "live_room"), "live_room", "exercises")
    _assert_inert(unfolded(tab, "room-for"))
    pressed(tab, "room-reveal")
    _assert_inert(tab)
    first, second, _ = crowd.now().exercises[exercise].cards
    act = MergeCards(id=new_id(), group=new_id(), cards=(first, second), name=MARKDOWN)
    store().rooms.act_as_facilitator(crowd.room.id, exercise, act)
    tab = on_view(opened(crowd.room.workshop, "live_room"), "live_room", "exercises")
    _assert_inert(chosen(tab, f"room-pick:{exercise}:", [first]))


def test_touchpoints_that_the_room_scores_are_letters() -> None:
    crowd = _crowd()
    crowd.asked(ExerciseKind.FEEL, *touchpoints_as_options(kept(crowd.room.workshop)))
    tab = unfolded(on_view(opened(crowd.room.workshop, "live_room"), "live_room", "exercises"), "room-for")
    pressed(tab, "room-reveal")
    crowd.asked(ExerciseKind.FEEL, *touchpoints_as_options(kept(crowd.room.workshop)))
    for person, score in enumerate((-2, 2)):
        crowd.does(person, ScoreTouchpoint(id=new_id(), touchpoint="t0", emotion=Emotion(score)))
    _assert_inert(
        tab, pressed(on_view(opened(crowd.room.workshop, "live_room"), "live_room", "exercises"), "room-reveal")
    )


def test_entrance_and_agenda_are_letters() -> None:
    crowd = _crowd()
    entrance = unfolded(opened(crowd.room.workshop, "live_room"), "room-groups")
    agenda = pressed(on_view(opened(crowd.room.workshop, "live_room"), "live_room", "agenda"), "room-agenda-on")
    _assert_inert(entrance, agenda)
