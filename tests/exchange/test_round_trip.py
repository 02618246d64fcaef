"""What is written comes back: any document, in both languages, byte for byte."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey.exchange import read_document, read_workbook, write_workbook
from journey.model import Emotion, Language, PersonaEmotion, Workshop
from tests.builders import (
    a_citation,
    a_frame,
    a_goal,
    a_guess,
    a_persona,
    a_relation,
    a_source,
    a_touchpoint,
    a_workshop,
    an_activity,
    an_opportunity,
    an_own_model,
)
from tests.strategies import NASTY, workshops

MANY = settings(max_examples=settings().max_examples * 3 // 5, deadline=None, suppress_health_check=list(HealthCheck))


def _comes_back(workshop: Workshop, written: Language, read: Language) -> None:
    reading = read_workbook(write_workbook(workshop, written), read)
    assert reading.workshop.to_json() == workshop.to_json()
    assert reading.problems == ()


@MANY
@given(workshops(), st.sampled_from(Language), st.sampled_from(Language))
def test_any_workshop_survives_the_workbook(workshop: Workshop, written: Language, read: Language) -> None:
    _comes_back(workshop, written, read)


_TITLES = st.sampled_from(
    ["A", "a", "A; B", "B", "", "[t1]", "[t9]", "A [t0]", "A [t9]", "x [y] z]", "A: 1", "Persona: A", "<r>A</r>", "-"]
)


@MANY
@given(st.lists(_TITLES, min_size=4, max_size=4), st.lists(_TITLES, min_size=4, max_size=4), st.data())
def test_names_that_look_like_each_other_or_like_ids_are_told_apart(
    titles: list[str], names: list[str], data: st.DataObject
) -> None:
    ids = st.sampled_from(["t0", "t1", "t2", "t3", "t9", "p0", "p1", "p2", "p3", "s0", "r0", "workshop"])
    people = tuple(a_persona(name, id=f"p{n}") for n, name in enumerate(names))
    touchpoints = []
    for number, title in enumerate(titles):
        differing = tuple(PersonaEmotion(persona=p, emotion=Emotion.BAD) for p in data.draw(st.lists(ids, max_size=2)))
        matters = tuple(data.draw(st.lists(ids, max_size=3)))
        touchpoints.append(a_touchpoint(title, id=f"t{number}", personas=matters, persona_emotions=differing))
    field = data.draw(st.sampled_from(["", "title", "Titel", "Touchpoint", "[x]", "doing", "Tut"]))
    workshop = a_workshop(
        personas=people,
        touchpoints=touchpoints,
        sources=[a_source("A", id="s0")],
        relations=[a_relation(data.draw(ids), data.draw(ids), id="r0")],
        opportunities=[an_opportunity(touchpoint=data.draw(ids), id="o0")],
        citations=[a_citation(data.draw(ids), data.draw(ids), id="c0", field=field)],
    )
    _comes_back(workshop, data.draw(st.sampled_from(Language)), Language.EN)


def test_the_first_and_the_last_day_come_back() -> None:
    days = (date(1900, 3, 1), date(2026, 11, 22), date(9999, 12, 31))
    _comes_back(a_workshop(goals=[a_goal(due=day) for day in days]), Language.DE, Language.DE)


def test_what_is_empty_in_the_frame_stays_empty() -> None:
    _comes_back(a_workshop(frame=a_frame(title="", currency="")), Language.DE, Language.DE)


def test_markup_of_the_writer_stays_text() -> None:
    goals = [a_goal(title) for title in ("<r>x</r>", "<r><t>x</t></r>", "<r>&</r>", "<r></r>")]
    _comes_back(a_workshop(goals=goals), Language.EN, Language.EN)


def test_nasty_texts_come_back_from_every_place_that_names_something() -> None:
    titles = [*NASTY, "x" * 200]
    people = [a_persona(title, id=f"p{n}") for n, title in enumerate(titles)]
    everybody = tuple(person.id for person in people)
    touchpoints = [a_touchpoint(title, id=f"t{n}", personas=everybody) for n, title in enumerate(titles)]
    relations = [a_relation(f"t{n}", f"t{n + 1}", id=f"r{n}") for n in range(len(titles))]
    _comes_back(a_workshop(personas=people, touchpoints=touchpoints, relations=relations), Language.DE, Language.EN)


def test_a_model_with_phases_of_one_name_comes_back_with_the_cards_in_them() -> None:
    model = an_own_model("Kauf", "Kauf", "Kauf [own.0]", "")
    touchpoints = [a_touchpoint(phase=f"own.{place}", rank=place) for place in range(5)]
    workshop = a_workshop(frame=a_frame(phase_model=model.id), models=[model], touchpoints=touchpoints)
    _comes_back(workshop, Language.DE, Language.EN)


def test_activities_and_guesses_come_back_with_names_that_are_gone() -> None:
    activities = [
        an_activity("mail_open", touchpoint="t", events=12, cases=7, rank=1),
        an_activity("view_item", phase="aida-plus.intent", rank=2),
        an_activity("session_start", ignored=True, rank=3),
        an_activity("old_shop", touchpoint="gone", phase="gone.phase", rank=4),
    ]
    guesses = [a_guess(12.5, author="Mia", rank=1), a_guess(None, "aida-plus.intent", rank=2)]
    workshop = a_workshop(touchpoints=[a_touchpoint(id="t")], activities=activities, guesses=guesses)
    for language in Language:
        _comes_back(workshop, language, language)


@pytest.mark.parametrize("name", ["workshop.json", "workshop.JSON", "export.xlsx"])
def test_json_is_read_by_its_content(name: str) -> None:
    workshop = a_workshop(goals=[a_goal("=1+1")])
    assert read_document(workshop.to_json().encode(), name, Language.DE).workshop == workshop
