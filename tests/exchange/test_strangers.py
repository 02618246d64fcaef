"""Sheets that were not made by this app: taken as a whole, or not at all with a word for what they seem to be."""

from typing import Any

import pytest

from journey.exchange import UnreadableFile, read_workbook
from journey.model import Language
from tests.builders import a_frame, a_touchpoint, a_workshop
from tests.exchange.hands import edited, keys, of_strangers

_REFUSED: dict[str, tuple[tuple[list[Any], ...], str, str]] = {
    "a flat list with stages": (
        (
            ["Stage", "Touchpoint", "User Action", "Quote", "Emotion", "Pain Point", "Opportunity", "Confidence"],
            ["Awareness", "Poster", "Looks up", "What?", "Curious", "Tiny text", "A larger code", 3],
        ),
        "touchpoints",
        "list of touchpoints",
    ),
    "deals of a CRM": (
        (["Name", "E-mail", "Note", "Phase", "Owner"], ["A. Muster", "a@example.org", "called", "Lead", "Kim"]),
        "table",
        "Owner",
    ),
    "deals in known phases": (
        (
            ["Deal name", "E-mail", "Company", "Phase", "Note"],
            ["Big one", "a@example.org", "X", "Consideration", "called"],
        ),
        "contacts",
        "CRM",
    ),
    "people with addresses": (
        (["Name", "Segment", "E-mail", "Phone"], ["Anna", "Pro", "a@example.org", "0"]),
        "contacts",
        "CRM",
    ),
    "rules of somebody else": ((["Rule", "Reason"], ["Never on Sundays", "law"]), "table", "Rule, Reason"),
    "limits of somebody else": ((["Limit", "Own value"], ["Speed", 50]), "table", "Limit"),
    "an event log": (
        (["user_id", "timestamp", "event", "channel"], ["u1", "2026-01-01T10:00", "open", "mail"]),
        "log",
        "event log",
    ),
    "a drawn map": (
        (["", "Awareness", "Consideration", "Purchase"], ["Doing", "reads", "compares", "pays"]),
        "grid",
        "drawn map",
    ),
    "unknown phases in every row": (
        (["Touchpoint", "Phase", "Channel"], ["Poster", "Dawn", "Print"], ["Checkout", "Dusk", "Website"]),
        "touchpoints",
        "touchpoints",
    ),
    "actions without what to do": ((["Owner", "Due", "State"], ["Kim", "2026-01-01", "open"]), "table", "Owner, Due"),
    "no table at all": ((["Hello"],), "nothing", "headers"),
}


@pytest.mark.parametrize("case", _REFUSED)
@pytest.mark.parametrize("base", [None, a_workshop(touchpoints=[a_touchpoint()])])
def test_a_sheet_that_is_not_understood_as_a_whole_is_not_taken_and_called_what_it_seems(case: str, base: Any) -> None:
    rows, kind, words = _REFUSED[case]
    with pytest.raises(UnreadableFile) as refusal:
        read_workbook(of_strangers(*rows), Language.EN, base)
    assert (refusal.value.key, refusal.value.values["seems"]) == ("not_ours", kind)
    assert words in refusal.value.message(Language.EN)
    assert len(refusal.value.message(Language.DE)) > 60


@pytest.mark.parametrize(
    ("phases", "model"),
    [
        (("Awareness", "Purchase", "Retention"), "lead-marketing"),
        (("Awareness", "Favorability", "Conversion"), "aida-plus"),
        (("Inform", "Buy", "Assess"), "schuster"),
        (("Bewusstsein", "Erwägung", "Bindung"), "lead-marketing"),
        (("Kauf", "Speicherung", "Betrachtung"), "five-phases"),
        (("Kaufen", "Bewerten", "Nutzen/Anwenden"), "schuster"),
    ],
)
def test_a_foreign_list_gets_the_model_that_knows_its_phases(phases: tuple[str, ...], model: str) -> None:
    rows = [["Phase", "Touchpoint", "Action", "Channel"], *([phase, f"T {phase}", "", "Print"] for phase in phases)]
    reading = read_workbook(of_strangers(*rows), Language.EN)
    assert reading.workshop.frame.phase_model == model
    assert {touchpoint.phase.partition(".")[0] for touchpoint in reading.workshop.touchpoints} == {model}
    assert len({touchpoint.phase for touchpoint in reading.workshop.touchpoints}) == 3
    assert "model_chosen" in keys(reading)


def test_a_foreign_list_with_some_unknown_phases_puts_these_beside_the_others() -> None:
    rows = [["Phase", "Touchpoint"], ["Awareness", "Poster"], ["Dusk", "Checkout"]]
    workshop = read_workbook(of_strangers(*rows), Language.EN).workshop
    assert [(t.title, t.phase) for t in workshop.touchpoints] == [
        ("Poster", "aida-plus.awareness"),
        ("Checkout", "unknown.dusk"),
    ]


def test_a_foreign_list_of_another_model_is_not_taken_into_an_open_workshop() -> None:
    base = a_workshop(frame=a_frame(phase_model="schuster"))
    with pytest.raises(UnreadableFile, match="not_ours"):
        read_workbook(of_strangers(["Phase", "Touchpoint"], ["Retention", "Newsletter"]), Language.EN, base)


def test_a_foreign_sheet_beside_ours_takes_no_place_of_a_missing_one() -> None:
    def replace(book: Any) -> None:
        del book["Maßnahmen"]
        sheet = book.create_sheet("Deals")
        for row in (
            ["Name", "E-mail", "Notiz", "Phase", "Verantwortlich"],
            ["A", "a@x", "b", "Interesse wecken", "Kim"],
        ):
            sheet.append(row)

    reading = edited(a_workshop(), replace)
    assert (reading.workshop.actions, reading.workshop.phase_notes) == ((), ())
    assert {(p.key, p.sheet) for p in reading.problems} == {("unknown_sheet", "Deals"), ("no_sheet", "Maßnahmen")}


def test_a_foreign_list_of_personas_is_read() -> None:
    rows: list[list[object]] = [
        ["Name", "Segment", "Share in %"],
        ["Alma", "Pros", 40],
        ["Bert", "New", "60 %"],
        ["Total", None, 100],
    ]
    reading = read_workbook(of_strangers(*rows, sheet="People"), Language.EN)
    assert [(p.name, p.segment, p.share) for p in reading.workshop.personas] == [
        ("Alma", "Pros", 40),
        ("Bert", "New", 60),
    ]


def test_a_table_of_ours_without_its_title_column_keeps_the_titles() -> None:
    base = a_workshop(touchpoints=[a_touchpoint("Plakat", id="t1", owner="Kim")])
    reading = edited(base, lambda book: book["Touchpoints"].delete_cols(1), base=base)
    assert reading.workshop == base
    assert [(p.key, p.column) for p in reading.problems] == [("no_column", "Touchpoint")]
