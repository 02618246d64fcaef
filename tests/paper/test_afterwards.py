"""What a report and a web page say after the first round: what changed, what goes first, what became of the actions."""

from datetime import date

import pytest

from journey.editing import applied, change_of
from journey.model import ActionState, Emotion, Language, Workshop
from journey.paper import write_report
from journey.rounds import closing, kept_now
from journey.rounds.since import since_last_round
from journey.samples import load_sample
from journey.take_home.web_page import write_page
from journey.texts import text
from tests.builders import a_priority, a_touchpoint, a_workshop, an_action
from tests.paper.reading import bare, text_of
from tests.take_home.test_slides_afterwards import waiting

DE = Language.DE
DAY = date(2026, 3, 5)


def _said(workshop: Workshop) -> tuple[str, str]:
    """The words of the report and of the page."""
    return text_of(write_report(workshop, DE, made_on=DAY)), bare(write_page(workshop, DE).decode())


@pytest.fixture(scope="module")
def once() -> Workshop:
    return a_workshop(touchpoints=[a_touchpoint("Kasse", id="kasse", emotion=-2), a_touchpoint("Regal", id="regal")])


@pytest.fixture(scope="module")
def again(once: Workshop) -> Workshop:
    """The same after a round: a feeling is better, a card is new, one is gone."""
    change = change_of(closing(once, "Frühjahr", DAY, kept_now(once, DE)))
    assert change
    closed = applied(once, change)
    better = once.touchpoints[0].model_copy(update={"emotion": Emotion.GOOD})
    return closed.with_collection("touchpoints", (better, a_touchpoint("Kiosk")))


def test_what_changed_since_the_last_round_is_told(again: Workshop) -> None:
    told = since_last_round(again, DE)
    assert told
    assert dict(told.cards)[text("rounds.cards_new", DE)] == "1"
    assert dict(told.cards)[text("rounds.cards_gone", DE)] == "1"
    assert told.felt == (("Kasse", "Sehr schlecht", "Gut", "+3"),)
    for said in _said(again):
        for words in (text("paper.chapter.since", DE), "Frühjahr", "+3"):
            assert bare(words) in said, words


def test_a_first_round_has_no_chapter_about_a_former_one(once: Workshop) -> None:
    assert since_last_round(once, DE) is None
    for said in _said(once):
        assert bare(text("paper.chapter.since", DE)) not in said
        assert bare(text("paper.chapter.priorities", DE)) not in said
        assert bare(text("paper.report.judged", DE)) not in said


def test_priorities_stand_with_their_number_and_what_they_are() -> None:
    pain = a_priority("Zu langsam <b>", value_customers=5, value_firm=5, effort=1)
    for said in _said(a_workshop(priorities=[pain])):
        assert bare(text("paper.chapter.priorities", DE)) in said
        assert bare(text("charts.priorities.quick_win", DE)) in said
        assert "Zulangsam<b>" in said or "Zulangsam&lt;b&gt;" in said


def test_what_has_no_place_on_the_plane_yet_is_listed_without_a_number_and_without_an_empty_plane() -> None:
    for placed in (0, 1):
        report, page = _said(waiting(placed))
        for said in (report, page):
            assert said.count(bare(text("paper.report.not_placed", DE))) == 2
            assert "OhneAufwand" in said
            assert "Ohnealles" in said
        assert ('class="plane"' in write_page(waiting(placed), DE).decode()) is bool(placed)


def test_a_judged_action_says_what_became_of_its_figure() -> None:
    done = an_action(
        "Zweite Kasse", state=ActionState.DONE, figure="Wartezeit", unit="min", before=9, target=4, after=5, done=DAY
    )
    for said in _said(a_workshop(actions=[done])):
        assert bare(text("paper.report.judged", DE)) in said
        assert "Zweite Kasse".replace(" ", "") in said


def test_the_sample_says_which_of_its_actions_moved_something() -> None:
    for said in _said(load_sample("baeckerei-de")):
        assert bare(text("actions.outcome.moved", DE)) in said
        assert bare(text("actions.outcome.not_moved", DE)) in said
