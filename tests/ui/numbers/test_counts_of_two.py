"""Two people who type into what is not there yet: nobody's value vanishes without a sign at the field."""

from streamlit.testing.v1 import AppTest

from journey.editing import change_of, put
from journey.model import Answer, FrictionTarget, Guess, Language, MapState, new_id
from journey.questionnaire import questions
from journey.texts import text
from tests.builders import a_count, a_touchpoint, a_workshop
from tests.ui.app import chosen, kept, nodes, on_view, opened, pressed, seen, store, stored, text_field, typed
from tests.ui.numbers.test_numbers import IDS, MODEL

DE = Language.DE
COUNT = f"count::{IDS[0]}"


def _two(workshop: str, page: str, view: str) -> tuple[AppTest, AppTest]:
    first, second = (on_view(opened(workshop, page), page, view) for _ in range(2))
    return first, second


def _clash(theirs: str) -> str:
    return text("field.clash", DE, who=text("history.who.numbered", DE, number=1), theirs=theirs)


def test_a_count_that_two_people_give_is_kept_once_and_the_second_is_told_at_the_field() -> None:
    workshop = stored(a_workshop())
    first, second = _two(workshop, "map", "funnel")
    typed(first, COUNT, "100")
    typed(second, COUNT, "200")
    assert [count.count for count in kept(workshop).counts] == [100]
    assert [warning.value for warning in second.warning] == [_clash("100")]
    assert text_field(second, COUNT).value == "200"
    pressed(second, f"{COUNT}:mine")
    assert [count.count for count in kept(workshop).counts] == [200]


def test_a_count_that_came_from_a_file_meanwhile_is_told_as_well() -> None:
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "map"), "map", "funnel")
    held = store().open(workshop)
    change = change_of(put(held.workshop, a_count(100, IDS[0])))
    assert change
    store().save(workshop, change, held.versions, "somebody")
    typed(tab, COUNT, "200")
    assert [count.count for count in kept(workshop).counts] == [100]
    assert len(tab.warning) == 1


def test_an_answer_of_the_audit_that_two_people_give_is_told_the_second() -> None:
    workshop = stored(a_workshop())
    first, second = _two(workshop, "audit", "form")
    key = f"audit:{questions(MODEL, DE)[0].id}:firm"
    chosen(first, key, Answer.YES)
    chosen(second, key, Answer.NO)
    assert [one.answer for one in kept(workshop).audit] == [Answer.YES]
    assert len(second.warning) == 1


def test_what_two_people_begin_to_count_is_one_card() -> None:
    workshop = stored(a_workshop(touchpoints=[a_touchpoint()]))
    first, second = _two(workshop, "analysis", "figures")
    key = f"count-hurdles:{next(iter(FrictionTarget)).value}:{next(iter(MapState)).value}"
    for tab in (first, second):
        pressed(tab, key, "estimate")
    held = kept(workshop)
    assert (len(held.frictions), len(held.estimates)) == (1, 1)
    assert text("conflict.heading", DE) not in seen(second)


def test_who_guesses_under_a_name_that_has_guessed_already_is_told() -> None:
    workshop = stored(a_workshop(guesses=[Guess(id=new_id(), author="Anna", phase=IDS[1], share=50)]))
    tab = on_view(opened(workshop, "numbers"), "numbers", "guesses")
    assert text("guesses.again", DE, name="Anna") not in seen(typed(tab, "guess-author:0", "Ann"))
    assert text("guesses.again", DE, name="Anna") in seen(typed(tab, "guess-author:0", "Anna"))


def test_a_guess_is_read_as_it_is_typed_and_one_that_is_no_share_waits() -> None:
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "numbers"), "numbers", "guesses")
    typed(tab, "guess-author:0", "Anna")
    typed(tab, f"guess:0:{IDS[1]}", "120")
    assert [error.value for error in tab.error] == [text("guesses.no_share", DE, typed="120")]
    assert tab.button(key="guess-submit").disabled
    typed(tab, f"guess:0:{IDS[1]}", "12,5 %")
    pressed(tab, "guess-submit")
    assert [(one.author, one.phase, one.share) for one in kept(workshop).guesses] == [("Anna", IDS[1], 12.5)]


def test_what_is_wrong_with_a_count_stands_below_it_and_moves_no_other_count() -> None:
    tab = typed(on_view(opened(stored(a_workshop()), "map"), "map", "funnel"), COUNT, "viele")
    rows = [
        node
        for node in nodes(tab)
        if getattr(node, "children", None) and text_field(tab, COUNT) in node.children.values()
    ]
    assert [[child.type for child in row.children.values()][:2] for row in rows] == [["text_input", "error"]]
    assert len(tab.error) == 1
