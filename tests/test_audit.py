"""The self-audit judged: scores with reasons, tasks, and article A's two questions."""

from typing import Any

import pytest
from hypothesis import given

from journey.audit import Colour, Score, conclusions, scores, tasks
from journey.critic import findings, open_findings
from journey.model import Action, Language, Workshop
from journey.phases import model_of
from tests.builders import a_count, a_touchpoint, a_workshop
from tests.critic.seen import AIDA
from tests.strategies import workshops

ASKED = ["attention-early", "attention-heard", "attention-search", "next-step", "known-numbers"]


def _answered(*answers: str, phase: str | None = AIDA[0], **collections: Any) -> Workshop:
    audit = [
        {"id": f"a{rank}", "rank": rank, "question": question, "phase": phase, "answer": answer}
        for rank, (question, answer) in enumerate(zip(ASKED, answers, strict=False))
    ]
    return a_workshop(audit=audit, **collections)


def _scores(workshop: Workshop, language: Language = Language.EN) -> dict[str, Score]:
    return scores(workshop, model_of(workshop, language), language)


@pytest.mark.parametrize(
    ("answers", "points", "colour"),
    [
        (("yes", "yes", "yes", "yes", "yes"), 100, Colour.GREEN),
        (("yes", "partly"), 75, Colour.GREEN),
        (("yes", "no"), 50, Colour.AMBER),
        (("yes", "yes", "partly", "no"), 63, Colour.AMBER),
        (("no", "no", "partly"), 17, Colour.RED),
        (("yes", "unknown", "unknown"), 100, Colour.GREEN),
        (("unknown", "unknown"), None, Colour.GREY),
        ((), None, Colour.GREY),
    ],
)
def test_known_answers_make_the_score_and_not_knowing_is_not_bad(
    answers: tuple[str, ...], points: int | None, colour: Colour
) -> None:
    first, *others = _scores(_answered(*answers)).values()
    assert (first.score, first.colour) == (points, colour)
    assert {other.score for other in others} == {None}


def test_the_reasons_are_the_answers_that_are_not_yes() -> None:
    reasons = _scores(_answered("yes", "no", "unknown", "partly"))[AIDA[0]].reasons
    assert reasons[0] == "Do you know how people first hear of you? – No"
    assert len(reasons) == 2
    german = _scores(_answered("yes", "no"), Language.DE)[AIDA[0]].reasons
    assert german == ("Wissen Sie, wodurch Menschen zum ersten Mal von Ihnen hören? – Nein",)


def test_open_findings_take_points_off_and_answered_ones_do_not() -> None:
    bad = a_touchpoint("Till", id="till", emotion=-2, content="x", moment_of_truth=True)
    workshop = _answered("yes", touchpoints=[bad])
    before = _scores(workshop)[AIDA[0]]
    found = [finding for finding in findings(workshop, Language.EN) if finding.phase == AIDA[0]]
    assert [finding.rule for finding in found] == ["decisive-low"]
    assert (before.score, before.reasons) == (80, (found[0].title,))
    answer = {
        "id": "x",
        "rule": found[0].rule,
        "evidence": found[0].evidence,
        "verdict": "dismissed",
        "reason": "Closed.",
    }
    answered = Workshop.model_validate({**workshop.model_dump(), "answers": [answer]})
    assert _scores(answered)[AIDA[0]].score == 100


def test_without_answers_the_map_speaks() -> None:
    drawn = _scores(a_workshop(touchpoints=[a_touchpoint(content="x", emotion=1)]))
    assert (drawn[AIDA[0]].score, drawn[AIDA[1]].score) == (100, 0)
    assert drawn[AIDA[0]].reasons[-1] == "No answer yet; the phase has touchpoints."
    assert drawn[AIDA[1]].reasons[-1] == "No answer yet; the phase has no touchpoint, others have some."
    planned = a_touchpoint(state="to_be", phase=AIDA[1], content="x", emotion=1)
    assert _scores(a_workshop(touchpoints=[a_touchpoint(), planned]))[AIDA[1]].score == 0


def test_unknown_answers_become_tasks_until_an_action_takes_them_up() -> None:
    workshop = _answered("yes", "unknown", "unknown")
    proposed = tasks(workshop, model_of(workshop, Language.EN), Language.EN)
    assert [(task.question, task.phase, task.answer) for task in proposed] == [
        ("attention-heard", AIDA[0], "a1"),
        ("attention-search", AIDA[0], "a2"),
    ]
    counted, found_out = proposed
    assert (
        counted.title
        == "Awareness: From tomorrow on ask with every order how people heard of you, and write the answer down."
    )
    assert found_out.title.startswith("Find out: ")
    assert found_out.title.endswith("?")
    assert proposed[0].why == "Do you know how people first hear of you? – I don’t know"
    taken = workshop.with_collection("actions", [Action(id="do", rule="start-measuring", subject="a1")])
    assert [task.answer for task in tasks(taken, model_of(taken, Language.DE), Language.DE)] == ["a2"]


def test_the_first_answer_to_a_question_counts() -> None:
    doubled = [
        {"id": f"a{rank}", "rank": rank, "question": ASKED[0], "phase": AIDA[0], "answer": answer}
        for rank, answer in enumerate(("yes", "no"))
    ]
    assert _scores(a_workshop(audit=doubled))[AIDA[0]].score == 100


def test_article_a_s_questions_are_answered_by_answers_touchpoints_and_counts() -> None:
    def told(workshop: Workshop) -> Any:
        return conclusions(workshop, model_of(workshop, Language.EN), Language.EN)

    nothing = told(a_workshop())
    assert (nothing.unconsidered, nothing.stuck, nothing.without_touchpoint) == (None, (), None)
    unsure = told(_answered("unknown", "unknown"))
    assert (unsure.unconsidered, unsure.without_touchpoint) == (None, None)
    assert nothing.because.startswith("This cannot be said yet")
    some = told(_answered("partly", touchpoints=[a_touchpoint(phase=AIDA[1], content="x", emotion=1)]))
    assert (some.unconsidered, some.unanswered) == (tuple(AIDA[2:]), ())
    assert some.without_touchpoint == (AIDA[0], *AIDA[2:])
    weak = told(_answered("no", "no", "partly"))
    assert (weak.unconsidered, weak.unanswered, weak.stuck) == ((), tuple(AIDA[1:]), (AIDA[0],))
    bad = told(_answered("no"))
    assert (bad.unconsidered, bad.unanswered) == ((AIDA[0],), tuple(AIDA[1:]))
    assert weak.because == "“Awareness” has the lowest score, 17 of 100."
    counted = told(_answered("no", counts=[a_count(1000), a_count(50, phase=AIDA[1])]))
    assert counted.stuck == (AIDA[1],)
    assert "1,000" in counted.because


@pytest.mark.parametrize(
    ("answered", "stuck", "because"),
    [
        ("no no yes", (0, 1), "The lowest score, 0 of 100, is shared by “Awareness”, “Favorability”."),
        ("no no partly", (0, 1), "The lowest score, 0 of 100, is shared by “Awareness”, “Favorability”."),
        ("partly partly partly", (), "All scored phases have the same score, 50 of 100: none falls behind the others."),
        ("yes yes yes", (), "This cannot be said yet: neither counts nor answers show a weak phase."),
    ],
)
def test_phases_that_tie_are_all_named_and_none_is_where_all_do(
    answered: str, stuck: tuple[int, ...], because: str
) -> None:
    audit = [
        {"id": phase, "question": "next-step", "phase": phase, "answer": answer}
        for phase, answer in zip(AIDA, answered.split(), strict=False)
    ]
    workshop = a_workshop(audit=audit)
    told = conclusions(workshop, model_of(workshop, Language.EN), Language.EN, ())
    assert told.stuck == tuple(AIDA[place] for place in stuck)
    assert told.because == because


def test_a_stuck_phase_that_the_team_dismissed_is_not_where_people_get_stuck() -> None:
    workshop = a_workshop(counts=[a_count(1000), a_count(900, phase=AIDA[1]), a_count(90, phase=AIDA[2])])
    (stuck,) = [finding for finding in findings(workshop, Language.EN) if finding.phase == AIDA[2]]
    model = model_of(workshop, Language.EN)
    assert conclusions(workshop, model, Language.EN).stuck == (AIDA[2],)
    answer = {"id": "x", "rule": stuck.rule, "evidence": stuck.evidence, "verdict": "dismissed", "reason": "Moved."}
    dismissed = Workshop.model_validate({**workshop.model_dump(), "answers": [answer]})
    assert conclusions(dismissed, model, Language.EN).stuck == ()


@given(workshops())
def test_any_document_can_be_audited_and_no_finding_makes_a_phase_better(workshop: Workshop) -> None:
    for language in Language:
        model = model_of(workshop, language)
        found = findings(workshop, language)
        judged = scores(workshop, model, language, found)
        bare = scores(workshop, model, language, ())
        assert list(judged) == [phase.id for phase in model.phases]
        for phase, score in judged.items():
            assert (score.score is None) == (score.colour is Colour.GREY)
            assert score.score is None or 0 <= score.score <= (bare[phase].score or 0)
        assert set(conclusions(workshop, model, language, found).stuck) <= set(judged)
        assert all(task.title for task in tasks(workshop, model, language))
    assert set(open_findings(found, workshop)) <= set(found)
