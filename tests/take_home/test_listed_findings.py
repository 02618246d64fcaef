"""Files tell the findings that the page lists: what is not filled in is a count a phase, there as here."""

from journey.critic import About, Severity, findings, listed, open_findings
from journey.model import FindingAnswer, Language, Verdict
from journey.paper.report.analysis import open_questions
from journey.take_home.takeaway import Takeaway
from tests.builders import a_touchpoint, a_workshop

DE = Language.DE


def test_report_and_copies_tell_what_the_page_lists_and_the_report_how_far_phases_are_filled_in() -> None:
    bad = a_touchpoint("Kasse", id="till", emotion=-2, content="Bon", moment_of_truth=True)
    workshop = a_workshop(touchpoints=[bad, a_touchpoint("Plakat", id="poster")])
    found = findings(workshop, DE)
    assert About.UNFILLED in {each.about for each in found}
    page = listed(open_findings(found, workshop))
    assert page
    assert About.UNFILLED not in {each.about for each in page}
    passages = list(open_questions(workshop, DE))
    assert {p["title"] for p in passages if p["kind"] == "block"} == {each.title for each in page}
    assert {each.title for each in Takeaway(workshop, DE).findings} <= {
        each.title for each in page if each.severity is not Severity.STRENGTH
    }
    [table] = [p for p in passages if p["kind"] == "table"]
    assert [held for _, held in table["rows"]] == ["2 von 8 Angaben"]


def test_a_report_without_a_finding_says_so_also_where_phases_lack_something() -> None:
    everything = a_workshop(touchpoints=[a_touchpoint("Plakat", id="poster", emotion=0)])
    answers = [
        FindingAnswer(id=f"a{place}", rule=each.rule, evidence=each.evidence, verdict=Verdict.DISMISSED)
        for place, each in enumerate(listed(findings(everything, DE)))
    ]
    passages = list(open_questions(everything.with_collection("answers", answers), DE))
    assert passages[0].get("words") == "Kein offener Hinweis."
    assert passages[-1]["kind"] == "table"
