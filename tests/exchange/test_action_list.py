"""Actions as a calendar and as a list."""

import csv
from datetime import UTC, date, datetime
from io import StringIO

from icalendar import Calendar

from journey.exchange.action_list import action_csv
from journey.exchange.calendar import action_calendar
from journey.model import ActionState, Language
from tests.builders import a_workshop, an_action

STAMP = datetime(2026, 11, 29, 12, tzinfo=UTC)
DUE = date(2026, 12, 24)


def test_a_calendar_has_the_days_of_what_waits_and_of_nothing_else() -> None:
    waiting = an_action(
        "Zweites Band; bestellen, jetzt", owner="Anna", due=DUE, note="Erst fragen\ndann kaufen", id="band"
    )
    done = an_action("Fertig", due=DUE, state=ActionState.DONE)
    workshop = a_workshop(actions=[waiting, done, an_action("Irgendwann")])
    made = action_calendar(workshop, Language.DE, STAMP)
    [event] = Calendar.from_ical(made).walk("VEVENT")
    assert str(event["summary"]) == "Zweites Band; bestellen, jetzt (Anna)"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (DUE, date(2026, 12, 25))
    assert str(event["uid"]) == "band@workshop"
    assert "Erst fragen\ndann kaufen" in str(event["description"])
    assert action_calendar(workshop, Language.DE, STAMP) == made


def test_a_list_has_every_action_with_its_judgement_and_no_formula() -> None:
    judged = an_action("=1+1", figure="Anrufe", before=5, after=8, state=ActionState.DONE, owner="@Anna", due=DUE)
    dropped = an_action("Plakat", state=ActionState.DROPPED, reason="-zu teuer\nund; spät")
    made = action_csv(a_workshop(actions=[dropped, judged]), Language.EN).decode("utf-8-sig")
    head, *rows = csv.reader(StringIO(made), delimiter=",")
    assert head[:4] == ["Action", "Owner", "Due", "State"]
    cells = {row[0]: row for row in rows}
    assert cells["'=1+1"][1:4] == ["'@Anna", "2026-12-24", "Done"]
    assert cells["'=1+1"][-3:] == ["Anrufe", "Moved", "Before 5, after 8."]
    assert cells["Plakat"][5] == "'-zu teuer\nund; spät"
    assert {len(row) for row in (head, *rows)} == {11}
