"""The self-audit without a workshop: from the door on the start page to a workshop, and nothing is created before."""

from streamlit.testing.v1 import AppTest

from journey.audit.first_things import RULE
from journey.model import Answer, Language, new_id
from journey.phases import model_of
from journey.questionnaire import PLAIN_MODEL, plain_model, plain_questions
from journey.texts import text
from tests.builders import a_frame, a_workshop
from tests.ui.app import html, kept, keys, on_page, on_view, pressed, run, seen, started, store, typed
from ui.state.session import TabState
from ui.state.words import plain

DE = Language.DE
ASKED = plain_questions(DE)
STAGES = [phase.name for phase in plain_model(DE).phases]


def _on_questions(browser: str = "") -> AppTest:
    tab = started()
    if browser:
        tab.session_state["session"] = TabState(browser=browser)
    return on_page(tab, "own_audit")


def _answered(tab: AppTest, *answers: Answer) -> AppTest:
    for answer in answers:
        question = next(each for each in ASKED if each.text == _shown(tab))
        pressed(tab, f"own-answer:{question.id}:{question.phase}:{answer.value}")
    return tab


def _shown(tab: AppTest) -> str:
    return next(question.text for question in ASKED if f"<h3>{question.text}</h3>" in html(tab))


def test_the_start_page_has_a_door_to_it() -> None:
    tab = pressed(run(started()), "own-audit-door-go")
    assert _shown(tab) == ASKED[0].text


def test_an_answer_turns_to_the_next_question_and_back_shows_it() -> None:
    tab = _answered(_on_questions(), Answer.NO)
    assert _shown(tab) == ASKED[1].text
    pressed(tab, "own-back")
    assert _shown(tab) == ASKED[0].text
    assert text("own_audit.yours", DE, answer="Nein") in seen(tab)
    pressed(tab, "own-on", "own-on")
    assert _shown(tab) == ASKED[1].text, "one press, one question"


def test_who_left_in_the_middle_goes_on_where_the_answers_end_and_no_workshop_was_made() -> None:
    browser, before = new_id(), store().workshops()
    _answered(_on_questions(browser), Answer.YES, Answer.PARTLY)
    again = _on_questions(browser)
    assert _shown(again) == ASKED[2].text
    assert text("own_audit.door_on", DE, done=2, count=len(ASKED)) in seen(on_page(again, "start"))
    assert store().workshops() == before
    assert _shown(_on_questions()) == ASKED[0].text, "another browser has its own"


def test_the_address_names_the_question_so_that_a_reload_shows_it_and_none_of_the_others() -> None:
    browser = new_id()
    tab = _answered(_on_questions(browser), Answer.YES)
    pressed(tab, "own-on")
    _answered(tab, Answer.NO)
    assert tab.query_params["part-own-audit"] == "4"
    again = _on_questions(browser)
    assert _shown(again) == ASKED[1].text, "from the door: the first one that was left out"
    again.query_params["part-own-audit"] = "4"
    assert _shown(run(again)) == ASKED[3].text
    again.query_params["part-own-audit"] = "99"
    assert _shown(run(again)) == ASKED[1].text


def test_the_last_answer_leads_to_the_result_with_three_things_to_do() -> None:
    tab = _answered(_on_questions(), *[Answer.YES] * (len(ASKED) - 1), Answer.NO)
    assert [stage for stage in STAGES if stage in html(tab)] == STAGES
    assert text("audit.first_none", DE) in seen(tab), "the last question asks for nothing of the catalogue"
    on_view(tab, "own_audit", "form")
    _answered(tab, Answer.NO, Answer.UNKNOWN, Answer.PARTLY)
    on_view(tab, "own_audit", "result")
    assert seen(tab).count("Warum: ") == 3
    assert text("own_audit.find_out", DE) in seen(tab)


def test_the_firm_stands_on_paper_and_survives_another_tab() -> None:
    browser = new_id()
    tab = on_view(_answered(_on_questions(browser), Answer.NO), "own_audit", "result")
    typed(tab, "own-audit-firm:0", "<b>Ähre</b> & Co")
    assert "<b>&lt;b&gt;Ähre&lt;/b&gt; &amp; Co</b>" in html(tab)
    assert store().self_audits.of(browser).frame.organisation == "<b>Ähre</b> & Co"  # type: ignore[union-attr]
    again = on_view(_on_questions(browser), "own_audit", "result")
    assert again.text_input(key="own-audit-firm:0").value == "<b>Ähre</b> & Co"


def test_it_becomes_a_workshop_with_the_answers_and_what_to_do_as_actions() -> None:
    browser = new_id()
    tab = on_view(_answered(_on_questions(browser), Answer.NO, Answer.YES, Answer.PARTLY), "own_audit", "result")
    typed(tab, "own-audit-firm:0", "Ähre")
    names = [phase.name for phase in model_of(a_workshop(frame=a_frame(phase_model=PLAIN_MODEL)), DE).phases]
    assert [f"{here} = {there}" in seen(tab) for here, there in zip(STAGES, names, strict=True)] == [True] * 5
    pressed(tab, "own-make")
    assert all(f"<span class='j-quiet'>{stage}</span>" in html(tab) for stage in STAGES)
    made = kept(tab.query_params["workshop"])
    assert [note.note for note in made.phase_notes] == [text("own_audit.name_here", DE, here=each) for each in STAGES]
    assert (made.frame.title, made.frame.organisation) == ("Selbst-Audit: Ähre", "Ähre")
    assert [(each.question, each.answer) for each in made.audit] == [
        (question.id, answer) for question, answer in zip(ASKED, (Answer.NO, Answer.YES, Answer.PARTLY), strict=False)
    ]
    assert [ASKED[place].begin in action.title for place, action in zip((0, 2), made.actions, strict=True)] == [
        True,
        True,
    ]
    assert {action.rule for action in made.actions} == {RULE}
    on_page(tab, "audit")
    assert seen(tab).count(text("audit.first_taken", DE)) == 2
    assert "take-first" not in keys(tab)
    assert store().self_audits.of(browser) is None


def test_begun_anew_nothing_is_left() -> None:
    browser = new_id()
    tab = on_view(_answered(_on_questions(browser), Answer.NO), "own_audit", "result")
    pressed(tab, "own-anew-now")
    assert store().self_audits.of(browser) is None
    assert _shown(tab) == ASKED[0].text


def test_before_the_first_answer_the_result_leads_to_the_questions() -> None:
    tab = on_view(_on_questions(), "own_audit", "result")
    assert "own-make" not in keys(tab)
    pressed(tab, "own-begin")
    assert _shown(tab) == ASKED[0].text


def test_what_is_worth_finding_out_beyond_the_list_is_counted() -> None:
    tab = _answered(_on_questions(), *[Answer.UNKNOWN] * 7)
    on_view(tab, "own_audit", "result")
    assert text("own_audit.find_out_more.many", DE, count="2") in seen(tab)


def test_who_comes_back_from_the_workshop_is_told_where_the_answers_are() -> None:
    tab = _answered(_on_questions(), Answer.NO)
    typed(on_view(tab, "own_audit", "result"), "own-audit-firm:0", "Ähre")
    pressed(tab, "own-make")
    on_view(on_page(tab, "own_audit"), "own_audit", "form")
    told = text("own_audit.former", DE, title=plain("Selbst-Audit: Ähre"))
    assert told in seen(tab)
    assert told not in seen(_answered(tab, Answer.YES))
