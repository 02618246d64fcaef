"""The page of rounds: closing one, looking back, comparing it with today, the course and what happened outside."""

from datetime import date

import icalendar
import pytest
from streamlit.testing.v1 import AppTest

from journey.editing import change_of, put, remove, revise
from journey.exchange.calendar import next_date
from journey.model import Language, MarketEvent, SilencedRule
from journey.rounds import KeptStep, closing, kept_now, without_rounds
from journey.rounds import opened as opened_round
from journey.texts import text
from tests.builders import PHASE, a_count, a_frame, a_touchpoint, a_workshop
from tests.ui.app import (
    chosen,
    html,
    kept,
    keys,
    on_view,
    opened,
    pressed,
    raw,
    seen,
    store,
    stored,
    text_field,
    typed,
    unfolded,
)

DE, EN = Language.DE, Language.EN
NEXT = "aida-plus.favorability"
STEPS = ((1_000, PHASE), (300, NEXT))


def _small(**fields: object) -> str:
    touchpoints = [a_touchpoint("Newsletter", id="t", emotion=-1), a_touchpoint("Kasse", id="u", rank=1)]
    counts = [a_count(1_000, id="c1"), a_count(300, NEXT, id="c2", rank=1)]
    return stored(a_workshop(touchpoints=touchpoints, counts=counts, **fields))


def _changed(workshop_id: str, *after: object, gone: str = "") -> None:
    """Somebody changes cards elsewhere."""
    held = store().open(workshop_id)
    edits = [*put(held.workshop, *after), *remove(held.workshop, gone)]  # type: ignore[arg-type]
    change = change_of(edits)
    assert change is not None
    store().save(workshop_id, change, held.versions, "somebody")


def _closed(workshop_id: str, name: str = "Frühling", language: Language = DE) -> AppTest:
    tab = opened(workshop_id, "rounds", language)
    typed(tab, next(key for key in keys(tab) if key.startswith("close-round:name:")), name)
    return pressed(tab, "close-round-now")


def test_a_round_is_closed_with_a_name_and_taken_back_by_undo() -> None:
    workshop_id = _small()
    before = kept(workshop_id)
    tab = _closed(workshop_id)
    (closed,) = kept(workshop_id).rounds
    assert (closed.name, opened_round(kept(workshop_id), closed)) == ("Frühling", before)
    assert "Frühling" in seen(tab)
    pressed(tab, "close-round-now")
    assert [each.name for each in kept(workshop_id).rounds] == ["Frühling", "Runde 2"]
    pressed(tab, "frame:undo")
    assert kept(workshop_id).rounds == (closed,)


@pytest.mark.parametrize(("former", "later", "said"), [("Messe", "Danach", True), ("März 2026", "2026-05", False)])
def test_a_trend_of_typed_counts_shows_events_or_says_why_not(former: str, later: str, said: bool) -> None:
    counts = [a_count(number, phase, period=period, id=f"{place}{rank}", rank=10 * place + rank)
              for place, period in enumerate((former, later)) for rank, (number, phase) in enumerate(STEPS)]  # fmt: skip
    event = MarketEvent(id="e", title="Wettbewerber", day=date(2026, 4, 2))
    workshop_id = stored(a_workshop(counts=counts, events=[event]))
    tab = on_view(opened(workshop_id, "numbers"), "numbers", "trends")
    assert (text("trends.no_marks", DE) in seen(tab)) is said
    assert ("Wettbewerber" in "".join(raw(tab))) is not said


def test_a_round_is_looked_at_as_it_was_and_changes_nothing() -> None:
    workshop_id = _small()
    tab = _closed(workshop_id)
    held = kept(workshop_id)
    _changed(workshop_id, revise(held.touchpoints[0], title="Rundbrief"))
    pressed(tab, f"look:{held.rounds[0].id}")
    assert text("rounds.looked", DE, name="Frühling") in seen(tab)
    assert "Newsletter" in "".join(raw(tab))
    assert "1.000" in html(tab)
    assert f"round-export-{held.rounds[0].id}" in keys(tab)
    assert without_rounds(kept(workshop_id)).touchpoints[0] != held.touchpoints[0]
    pressed(tab, "look-end")
    assert text("rounds.looked", DE, name="Frühling") not in seen(tab)


def test_a_round_that_had_a_log_shows_its_steps() -> None:
    workshop_id = _small()
    steps = [KeptStep(previous=PHASE, phase=NEXT, went_on=412, people=1_234)]
    held = kept(workshop_id)
    _changed(workshop_id, *(edit.after for edit in closing(held, "Mai", date(2026, 5, 1), kept_now(held, DE, steps))))
    tab = pressed(opened(workshop_id, "rounds"), f"look:{kept(workshop_id).rounds[0].id}")
    assert text("rounds.log_steps", DE) in seen(tab)
    assert "1.234" in html(tab)
    assert "33,4" in html(tab)


@pytest.mark.parametrize("language", Language)
def test_the_last_round_is_compared_with_today(language: Language) -> None:
    workshop_id = _small()
    _closed(workshop_id)
    held = kept(workshop_id)
    _changed(
        workshop_id, revise(held.touchpoints[0], emotion=2), revise(held.counts[1], count=400),
        a_touchpoint("Beratung", id="n", rank=5), gone="u",
    )  # fmt: skip
    tab = on_view(opened(workshop_id, "rounds", language), "rounds", "compare")
    assert not tab.exception
    page = html(tab)
    assert [metric.value for metric in tab.metric][1:] == ["1", "1", "0", "1"]
    assert "+3" in page
    assert "Frühling" in page
    assert text("rounds.map_alt", language, new="Beratung", gone="Kasse") in seen(tab)
    marks = (text(f"rounds.map_{name}", language, title="").strip(" ·") for name in ("new", "gone"))
    assert all(mark in "".join(raw(tab)) for mark in marks)
    assert ("10 Prozentpunkte mehr" if language is DE else "10 percentage points more") in page
    assert {"rounds-map:png_4x", "rounds-map:svg"} <= keys(unfolded(tab, "picture-rounds-map"))
    chosen(tab, "rounds-newer", held.rounds[0].id)
    assert text("rounds.same_state", language) in seen(tab)


def test_limits_that_changed_meanwhile_are_told_beside_the_points() -> None:
    workshop_id = _small()
    _closed(workshop_id)
    said = text("rounds.judged_otherwise", DE)
    assert said not in seen(on_view(opened(workshop_id, "rounds"), "rounds", "compare"))
    _changed(workshop_id, SilencedRule(id="s", rule="gap", reason="Kein Thema"))
    assert said in seen(on_view(opened(workshop_id, "rounds"), "rounds", "compare"))


def test_another_phase_model_is_told_beside_the_points() -> None:
    workshop_id = _small()
    _closed(workshop_id)
    said = text("rounds.model_switched", DE)
    assert said not in seen(on_view(opened(workshop_id, "rounds"), "rounds", "compare"))
    _changed(workshop_id, revise(kept(workshop_id).frame, phase_model="stranger-to-fan"))
    assert said in seen(on_view(opened(workshop_id, "rounds"), "rounds", "compare"))


def test_what_differs_by_chance_alone_is_not_claimed() -> None:
    workshop_id = _small()
    _closed(workshop_id)
    _changed(workshop_id, revise(kept(workshop_id).counts[1], count=310))
    tab = on_view(opened(workshop_id, "rounds"), "rounds", "compare")
    assert "lässt sich nicht behaupten" in html(tab)


@pytest.mark.parametrize("view", ["compare", "course"])
def test_a_view_that_needs_a_round_leads_to_closing_one(view: str) -> None:
    tab = on_view(opened(_small(), "rounds"), "rounds", view)
    assert "close-round-now" not in keys(tab)
    assert "close-round-now" in keys(pressed(tab, "close-first-round"))


def test_a_removed_round_is_gone_and_the_other_opens() -> None:
    workshop_id = _small()
    _closed(workshop_id, "Eins")
    tab = _closed(workshop_id, "Zwei")
    one, two = kept(workshop_id).rounds
    then = opened_round(kept(workshop_id), one)
    pressed(tab, f"remove:{two.id}")
    (left,) = kept(workshop_id).rounds
    assert opened_round(kept(workshop_id), left) == then


def test_the_plan_of_the_next_round_is_kept_and_goes_into_a_calendar() -> None:
    workshop_id = _small(frame=a_frame(title="Bäckerei, Filiale; Süd"))
    tab = _closed(workshop_id)
    closed = kept(workshop_id).rounds[0]
    assert "round-calendar" not in keys(tab)
    text_field(tab, f"plan:{closed.id}:next_people").set_value("Ana, Ben").run()
    _changed(workshop_id, revise(kept(workshop_id).rounds[0], next_day="2199-02-01", next_measure="Bons\nAnrufe"))
    assert "round-calendar" in keys(opened(workshop_id, "rounds"))
    planned = kept(workshop_id).rounds[0]
    (event,) = icalendar.Calendar.from_ical(next_date(kept(workshop_id).frame, planned, DE)).walk("VEVENT")
    assert event["SUMMARY"] == "Nächste Runde: Bäckerei, Filiale; Süd"
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2199, 2, 1), date(2199, 2, 2))
    assert "Ana, Ben" in str(event["DESCRIPTION"])
    assert "Bons\nAnrufe" in str(event["DESCRIPTION"])
    _changed(workshop_id, revise(planned, next_day="2026-02-01"))
    tab = opened(workshop_id, "rounds")
    assert "round-calendar" not in keys(tab)
    assert [one.value for one in tab.warning] == [text("rounds.day_passed", DE, day="01.02.2026")]


def test_the_course_shows_rounds_today_and_what_happened_between_them() -> None:
    workshop_id = _small(events=[MarketEvent(id="e", title="Preis erhöht", day=date(2026, 5, 1)), MarketEvent(id="f")])
    _closed(workshop_id)
    _changed(workshop_id, revise(kept(workshop_id).rounds[0], closed=date(2026, 3, 1)))
    tab = on_view(opened(workshop_id, "rounds"), "rounds", "course")
    assert not tab.exception
    assert "Preis erhöht" in "".join(raw(tab))
    assert "Frühling · 01.03.2026" in html(tab)
    on_view(tab, "rounds", "events")
    assert text("rounds.undated", DE, count=1) in seen(tab)


def test_a_round_that_is_broken_says_so_everywhere() -> None:
    workshop_id = _small()
    tab = _closed(workshop_id)
    closed = kept(workshop_id).rounds[0]
    _changed(workshop_id, revise(closed, state="AAAA"))
    pressed(tab, f"look:{closed.id}")
    assert text("rounds.lost", DE) in seen(tab)
    assert text("rounds.lost", DE) in seen(on_view(opened(workshop_id, "rounds"), "rounds", "compare"))
