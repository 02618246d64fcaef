"""A touchpoint that names no persona matters to all of them: one decision, and every place says the same."""

from typing import Any

import pytest

from journey.audit import scores
from journey.critic import findings
from journey.critic.examination import Examination
from journey.critic.moments import Reply, ledger
from journey.critic.recommendation import Delight, delighted
from journey.exchange import read_workbook, write_workbook
from journey.journey_map import concerned, journey_map, matters_to, named_personas
from journey.model import Emotion, Language, Workshop
from journey.phases import model_of
from journey.texts import text
from tests.builders import a_persona, a_touchpoint, a_workshop
from tests.critic.seen import AIDA, found, only
from tests.exchange.hands import column, edited
from tests.ui.app import chosen, keys, opened, seen, stored, with_card

EN, DE = Language.EN, Language.DE
GONE = ["gone"]

NAMING = pytest.mark.parametrize("named", [[], GONE], ids=["nobody", "somebody who is gone"])


def _workshop(named: list[str], **fields: object) -> Workshop:
    people = [a_persona("Alma", id="alma", rank=1), a_persona("Ben", id="ben", rank=2)]
    card = a_touchpoint("Newsletter", **{"id": "card", "channel": "email", "personas": named, **fields})
    return a_workshop(personas=people, touchpoints=[card])


@NAMING
def test_it_stands_on_everybodys_map_and_concerns_them_all(named: list[str]) -> None:
    workshop = _workshop(named, emotion=1)
    card = workshop.touchpoints[0]
    assert named_personas(workshop, card) == ()
    assert concerned(workshop, card) == ("alma", "ben")
    for persona in ("alma", "ben", None):
        assert matters_to(workshop, card, persona)
        assert journey_map(workshop, model_of(workshop, EN), persona=persona).touchpoint_count == 1
    assert set(Examination(workshop, model_of(workshop, EN)).felt["card"]) == {"alma", "ben"}


@NAMING
def test_the_ledger_answers_everybody_with_it(named: list[str]) -> None:
    workshop = _workshop(named, content="A guide")
    cells = ledger(workshop, model_of(workshop, EN))[0].cells
    assert [(cell.persona, cell.reply) for cell in cells] == [("alma", Reply.ANSWERED), ("ben", Reply.ANSWERED)]


@NAMING
def test_no_rule_calls_it_missing_and_one_asks_whether_it_is_meant(named: list[str]) -> None:
    workshop = _workshop(named, content="A guide", emotion=1)
    assert not found("right-moment", workshop)
    finding = only("meant-for-all", workshop)
    assert finding.next == "Is that what you mean, or who would not miss this contact?"
    for language in Language:
        told = " ".join(f"{each.title} {each.why}" for each in findings(workshop, language))
        assert "keiner Persona" not in told
        assert "no persona" not in told


@NAMING
def test_everything_for_everybody_counts_it_beside_those_that_were_ticked_for_all(named: list[str]) -> None:
    ticked = [a_touchpoint(id=f"t{n}", rank=n, personas=["alma", "ben"]) for n in range(3)]
    workshop = _workshop(named)
    mixed = workshop.with_collection("touchpoints", [*ticked, *workshop.touchpoints])
    assert found("everything-for-everybody", mixed)
    alone = [a_touchpoint(id=f"t{n}", rank=n, personas=named) for n in range(4)]
    assert not found("everything-for-everybody", workshop.with_collection("touchpoints", alone)), "nobody said so"


@NAMING
def test_each_persona_s_own_feeling_counts_at_it(named: list[str]) -> None:
    own = [{"persona": "ben", "emotion": 2}]
    workshop = _workshop(named, phase=AIDA[5], emotion=0, persona_emotions=own)
    assert delighted(workshop, model_of(workshop, EN)) == (Delight("card", ("ben",)),)
    bad = _workshop(named, persona_emotions=[{"persona": "ben", "emotion": -2}])
    low = only("emotion-low", bad)
    assert "Ben" in low.why
    assert low.severity.value == "high"


@NAMING
def test_delight_of_all_is_everybodys(named: list[str]) -> None:
    workshop = _workshop(named, phase=AIDA[5], emotion=2)
    assert delighted(workshop, model_of(workshop, EN)) == (Delight("card", ()),)
    assert "Alma" not in only("never-asked", workshop).why


@NAMING
def test_the_self_audit_takes_nothing_off_more_than_one_small_question(named: list[str]) -> None:
    model = model_of(_workshop(named), EN)
    ticked = _workshop(["alma", "ben"], content="A guide", emotion=1)
    plain = _workshop(named, content="A guide", emotion=1)
    assert {p: s.score for p, s in scores(plain, model, EN).items()} == {
        p: s.score for p, s in scores(ticked, model, EN).items()
    }


@pytest.mark.parametrize(("language", "word"), [(DE, "Alle Personas"), (EN, "All personas")])
def test_the_workbook_says_all_personas_and_reads_it_and_an_empty_cell_as_such(language: Language, word: str) -> None:
    workshop = _workshop([])
    header = text("fields.touchpoints.personas", language)
    said: list[object] = []

    def look(book: Any) -> None:
        sheet = book["Touchpoints"]
        said.append(sheet.cell(2, column(sheet, header)).value)

    def empty(book: Any) -> None:
        sheet = book["Touchpoints"]
        sheet.cell(2, column(sheet, header)).value = None

    for edit in (look, empty):
        reading = edited(workshop, edit, language)
        assert (reading.workshop, reading.problems) == (workshop, ())
    assert said == [word]


def test_a_persona_who_is_called_all_personas_is_a_persona() -> None:
    people = [a_persona("Alle Personas", id="all", rank=1), a_persona("Ben", id="ben", rank=2)]
    cards = [a_touchpoint("Eins", id="one", rank=1, personas=["all"]), a_touchpoint("Zwei", id="two", rank=2)]
    workshop = a_workshop(personas=people, touchpoints=cards)
    assert read_workbook(write_workbook(workshop, DE), DE).workshop == workshop


def test_the_form_says_so_and_offers_each_persona_a_feeling_of_its_own() -> None:
    workshop_id = stored(_workshop([]))
    tab = with_card(opened(workshop_id, "touchpoints"), "card")
    assert text("touchpoints.for_all", DE) in seen(tab)
    assert {f"drawer:card:persona_emotions:{persona}" for persona in ("alma", "ben")} <= keys(tab)
    chosen(tab, "drawer:card:personas", ["alma"])
    assert text("touchpoints.for_all", DE) not in seen(tab)
    assert "drawer:card:persona_emotions:ben" not in keys(tab)


def test_the_findings_of_a_persona_include_those_about_it() -> None:
    workshop_id = stored(_workshop([], emotion=Emotion.VERY_BAD))
    tab = opened(workshop_id, "analysis")
    before = [key for key in keys(tab) if key.startswith("finding-emotion-low")]
    chosen(tab, "finding-persona", "ben")
    assert before
    assert [key for key in keys(tab) if key.startswith("finding-emotion-low")] == before
