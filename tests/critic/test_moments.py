"""Right content, right time, right channel; and the ledger of the customer's questions."""

from typing import Any

import pytest

from journey.critic import Severity
from journey.critic.moments import Reply, ledger
from journey.model import Language, Workshop
from journey.phases import model_of
from tests.builders import a_persona, a_phase_note, a_touchpoint, a_workshop
from tests.critic.seen import AIDA, found, only

ALMA, BEN = a_persona("Alma", id="alma", rank=1), a_persona("Ben", id="ben", rank=2)
GOOD: dict[str, Any] = {"content": "A guide", "channel": "email", "personas": ["alma"]}


def _with(*cards: Any, **collections: Any) -> Workshop:
    return a_workshop(personas=[ALMA, BEN], touchpoints=cards, **collections)


@pytest.mark.parametrize(
    ("flaw", "told"),
    [
        ({"content": ""}, "content (1), phase (0) or channel (0)"),
        ({"phase": "gone.phase"}, "content (0), phase (1) or channel (0)"),
        ({"channel": "other"}, "content (0), phase (0) or channel (1)"),
    ],
)
def test_a_touchpoint_needs_content_phase_and_channel(flaw: dict[str, Any], told: str) -> None:
    cards = [a_touchpoint("Good", **GOOD), a_touchpoint("Bad", id="bad", rank=1, **{**GOOD, **flaw})]
    finding = only("right-moment", _with(*cards))
    assert (finding.severity, finding.cards, finding.article) == (Severity.LOW, ("bad",), "D")
    assert "1 of 2 touchpoints have it all" in finding.why
    assert told in finding.why
    assert "erfüllen 1 von 2 Touchpoints" in only("right-moment", _with(*cards), Language.DE).why


def test_touchpoints_that_have_it_all_are_right_and_many_wrong_ones_are_one_finding() -> None:
    assert not found("right-moment", _with(a_touchpoint(**GOOD)))
    assert not found("right-moment", _with())
    finding = only("right-moment", _with(a_touchpoint(**GOOD), a_touchpoint(rank=1), a_touchpoint(rank=2)))
    assert (finding.severity, finding.phase) == (Severity.MEDIUM, "")
    assert finding.title == "2 touchpoints do not quite hit the mark"


def test_a_persona_that_is_met_without_content_has_an_open_question() -> None:
    answered = a_touchpoint("Mail", id="mail", **GOOD)
    silent = a_touchpoint("Stall", id="stall", rank=1, personas=["ben"])
    finding = only("question-unanswered", _with(answered, silent))
    assert (finding.severity, finding.phase, finding.cards, finding.article) == (Severity.LOW, AIDA[0], ("stall",), "E")
    assert "Do I have a problem worth solving? Without an answer: Ben. One touchpoint" in finding.why
    german = only("question-unanswered", _with(answered, silent), Language.DE)
    assert "Habe ich ein lösenswertes Problem?" in german.why


def test_an_answer_for_everybody_met_leaves_no_question_open() -> None:
    answered = a_touchpoint(**GOOD)
    assert not found("question-unanswered", _with(answered)), "Ben meets nothing here"
    both = a_touchpoint(**{**GOOD, "personas": ["alma", "ben"]})
    assert not found("question-unanswered", _with(both, a_touchpoint(personas=["ben"])))


def test_a_phase_without_any_content_is_said_once_and_a_mere_note_answers_nobody() -> None:
    silent = a_touchpoint(personas=["alma", "ben"])
    assert not found("question-unanswered", _with(silent))
    assert found("phase-without-content", _with(silent))
    noted = _with(silent, phase_notes=[a_phase_note(content="A guide")])
    assert only("question-unanswered", noted).severity is Severity.MEDIUM
    assert "Without an answer: everyone." in only("question-unanswered", noted).why
    assert not found("phase-without-content", noted)


def test_the_ledger_tells_answered_unanswered_and_absent_apart() -> None:
    workshop = _with(
        a_touchpoint(id="mail", **GOOD),
        a_touchpoint(id="stall", rank=1, personas=["alma", "ben"]),
        phase_notes=[a_phase_note(content="A guide"), a_phase_note(content="Later", rank=5)],
    )
    rows = ledger(workshop, model_of(workshop, Language.EN))
    assert [row.phase for row in rows] == AIDA
    alma, ben = rows[0].cells
    assert (alma.persona, alma.reply, alma.answering, alma.silent) == ("alma", Reply.ANSWERED, ("mail",), ("stall",))
    assert (ben.persona, ben.reply, ben.answering, ben.silent) == ("ben", Reply.UNANSWERED, (), ("stall",))
    assert {cell.reply for row in rows[1:] for cell in row.cells} == {Reply.ABSENT}
    assert (rows[0].question, rows[0].note) == ("Do I have a problem worth solving?", "A guide")


def test_without_personas_the_ledger_speaks_of_everybody() -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint(content="A guide")])
    first, *others = ledger(workshop, model_of(workshop, Language.DE))
    assert [(cell.persona, cell.reply) for cell in first.cells] == [(None, Reply.ANSWERED)]
    assert {cell.reply for row in others for cell in row.cells} == {Reply.ABSENT}
