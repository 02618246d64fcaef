"""How much of the journey lies in the dark."""

from typing import Any

import pytest

from journey.critic import Severity
from journey.critic.measurability import dark, proxies
from journey.model import Channel, Language, Measurability
from journey.texts import text
from tests.builders import a_touchpoint, a_workshop
from tests.critic.seen import AIDA, found, only


def _cards(*kinds: str, **fields: Any) -> list[Any]:
    return [a_touchpoint(f"T{p}", id=f"t{p}", rank=p, measurability=kind, **fields) for p, kind in enumerate(kinds)]


def test_a_journey_mostly_in_the_dark_is_found_with_ways_to_catch_a_trace() -> None:
    workshop = a_workshop(touchpoints=_cards("hardly", "not", "measurable", "measurable", channel="poster"))
    finding = only("dark-journey", workshop)
    assert (finding.severity, finding.cards, finding.article) == (Severity.MEDIUM, ("t0", "t1"), "D")
    assert finding.title == "50% of the journey lies in the dark"
    assert "2 of 4 touchpoints" in finding.why
    assert "Poster: A code or QR link of its own that appears only here" in finding.why
    assert only("dark-journey", workshop, Language.DE).title == "50\u202f% der Reise liegen im Dunkeln"


@pytest.mark.parametrize(
    ("kinds", "severity"),
    [
        (("hardly", "hardly", "not", "measurable"), Severity.HIGH),
        (("unknown", "unknown", "unknown"), Severity.MEDIUM),
        (("hardly", "measurable", "measurable"), None),
        (("measurable",), None),
        ((), None),
    ],
)
def test_the_more_surely_dark_the_more_it_weighs(kinds: tuple[str, ...], severity: Severity | None) -> None:
    findings = found("dark-journey", a_workshop(touchpoints=_cards(*kinds)))
    assert [finding.severity for finding in findings] == ([severity] if severity else [])


def test_the_dark_is_a_value_with_a_proposal_for_every_touchpoint() -> None:
    cards = [
        a_touchpoint(id="poster", rank=1, channel="poster", measurability="hardly"),
        a_touchpoint(id="mail", rank=2, channel="email", measurability="unknown"),
        a_touchpoint(id="web", rank=3, channel="website", measurability="measurable", phase=AIDA[1]),
        a_touchpoint(id="later", rank=4, channel="poster", measurability="not", state="to_be"),
    ]
    darkness = dark(a_workshop(touchpoints=cards), Language.EN)
    assert darkness.total == 3
    assert darkness.share == pytest.approx(2 / 3)
    assert darkness.by_phase == {AIDA[0]: 1.0, AIDA[1]: 0.0}
    assert [(each.id, each.measurability) for each in darkness.touchpoints] == [
        ("poster", Measurability.HARDLY),
        ("mail", Measurability.UNKNOWN),
    ]
    assert darkness.touchpoints[1].proxies == ("count directly (visits, clicks, replies)",)
    assert dark(a_workshop(touchpoints=cards[3:]), Language.EN).total == 1, "a plan is measured by itself"
    assert dark(a_workshop(), Language.EN).share == 0


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("channel", Channel)
def test_every_channel_has_a_way_to_catch_a_trace(channel: Channel, language: Language) -> None:
    assert proxies(channel, language)
    assert all(proxies(channel, language))


def test_what_can_hardly_be_counted_is_not_advised_to_be_counted_directly() -> None:
    kinds = (Measurability.HARDLY, Measurability.NOT, Measurability.UNKNOWN)
    cards = [a_touchpoint(channel="landing_page", measurability=kind, id=f"c{n}") for n, kind in enumerate(kinds)]
    ways = [each.proxies for each in dark(a_workshop(touchpoints=cards), Language.EN).touchpoints]
    directly = text("critic.words.count_directly", Language.EN)
    assert [directly in each for each in ways] == [False, False, True]
    assert all(ways)
