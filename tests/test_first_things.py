"""The three things to do first: from the catalogue, with their reasons, the lowest score first."""

import pytest

from journey.audit import scores
from journey.audit.first_things import MOST, FirstThing, as_actions, first_things
from journey.catalogue import catalogue, proxy_words, title_of
from journey.model import Answer, AuditAnswer, Frame, Language, Workshop
from journey.phases import built_in
from journey.questionnaire import AuditQuestion, plain_model, plain_questions, questions

EN = Language.EN
AWARENESS, CONSIDERATION, PURCHASE, RETENTION, ADVOCACY = (phase.id for phase in plain_model(EN).phases)
ALL = [question for language in Language for model in built_in(language) for question in questions(model, language)]


def _audit(*answers: tuple[str, str | None, str]) -> Workshop:
    audit = [
        AuditAnswer(id=f"{question}:{phase}".replace(":", "-"), rank=rank, question=question, phase=phase, answer=Answer(answer))
        for rank, (question, phase, answer) in enumerate(answers)
    ]  # fmt: skip
    return Workshop(frame=Frame(id="own", phase_model="five-phases"), audit=audit)


def _first(workshop: Workshop, language: Language = EN) -> tuple[FirstThing, ...]:
    asked = plain_questions(language)
    judged = scores(workshop, plain_model(language), language, (), asked)
    return first_things(workshop, asked, judged, language)


def test_the_lowest_score_gives_the_first_and_each_stage_one_before_any_gives_two() -> None:
    told = _first(
        _audit(
            ("attention-heard", AWARENESS, "partly"),
            ("use-near", RETENTION, "no"),
            ("use-more", RETENTION, "no"),
            ("recommend-asked", ADVOCACY, "yes"),
            ("recommend-easy", ADVOCACY, "no"),
        )
    )
    assert [each.phase for each in told] == [RETENTION, AWARENESS, ADVOCACY]
    assert told[0].title == "Individual follow-up after the purchase"
    assert told[0].begin == "Ask a week after the purchase whether all is well."
    assert told[0].why.startswith("Do you stay close after the purchase")
    assert told[0].why.endswith("– No")


def test_a_no_weighs_more_than_a_partly_and_not_knowing_least() -> None:
    asked = ("attention-early", "attention-heard", "attention-search")
    answers = zip(asked, ("unknown", "partly", "no"), strict=True)
    told = _first(_audit(*((question, AWARENESS, answer) for question, answer in answers)))
    assert [each.why.rsplit(" ", 1)[-1] for each in told] == ["No", "Partly", "know"]


def test_nothing_is_proposed_twice_and_the_whole_firm_comes_last() -> None:
    told = _first(
        _audit(
            ("groups", None, "no"),
            *(("known-numbers", phase, "no") for phase in (AWARENESS, PURCHASE, RETENTION)),
        )
    )
    assert [each.title for each in told] == [proxy_words("tally", EN), title_of("survey", EN)]


def test_where_all_is_well_there_is_nothing_to_do() -> None:
    assert _first(_audit(("use-near", RETENTION, "yes"))) == ()
    assert _first(_audit()) == ()


def test_what_an_action_took_up_stays_and_is_not_taken_up_twice() -> None:
    workshop = _audit(*((question.id, question.phase, "no") for question in plain_questions(EN)))
    before = _first(workshop)
    actions = as_actions(workshop, before)
    assert [(action.title, action.phase) for action in actions] == [(each.deed, each.phase) for each in before]
    assert actions[0].note == before[0].why
    assert all(each.begin in each.deed for each in before)
    assert len(before) == len(actions) == MOST
    one_taken = workshop.with_collection("actions", actions[1:2])
    again = _first(one_taken)
    assert [each.answer for each in again] == [each.answer for each in before]
    assert [each.taken for each in again] == [False, True, False]
    assert [action.title for action in as_actions(one_taken, again)] == [actions[0].title, actions[2].title]


@pytest.mark.parametrize("question", {each.id: each for each in ALL}.values(), ids=lambda each: str(each.id))
def test_what_a_question_proposes_is_in_the_catalogue(question: AuditQuestion) -> None:
    assert bool(question.begin) == bool(question.touchpoint or question.proxy)
    if question.proxy:
        assert proxy_words(question.proxy, EN)
    if question.touchpoint:
        assert question.touchpoint in {entry.id for entry in catalogue(EN)}


@pytest.mark.parametrize("language", Language)
def test_plain_questions_are_the_model_s_in_words_without_phases(language: Language) -> None:
    plain = plain_questions(language)
    model = next(each for each in built_in(language) if each.id == "five-phases")
    assert {(each.id, each.phase) for each in plain} == {(each.id, each.phase) for each in questions(model, language)}
    assert [each.phase for each in plain][-6:] == [None] * 6
    said = " ".join(f"{each.text} {each.help}" for each in plain)
    assert not [word for word in ("Phase", "phase", "Artikel", "Article", "{", "„Das", "“The") if word in said]
    assert len({each.text for each in plain}) == len(plain)
