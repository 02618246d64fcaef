"""The web analytics export of the software sample, flat as BigQuery writes GA4's events: drawn by dice, all invented.

`event_timestamp` is in microseconds, UTC. Waits are medians in days; chances hold for a visitor of middling interest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import log
from random import Random

FIRST_DAY, EXPORTED = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 9, 30, 23, 59, 59, tzinfo=UTC)
VISITORS = 1_000
HEADER = (
    "event_date,event_timestamp,event_name,user_pseudo_id,device.category,geo.country,traffic_source.source,"
    "traffic_source.medium,traffic_source.name,ecommerce.purchase_revenue"
)
PLAN = 1_890.0
HOURS = (8, 9, 9, 10, 10, 11, 13, 14, 14, 15, 16, 17, 20)


@dataclass(frozen=True)
class Source:
    """Where visitors come from: how many do, and how eager they are."""

    source: str
    medium: str
    campaign: str
    share: float
    pull: float


@dataclass(frozen=True)
class Step:
    """A phase: the chance to get there from the one before, the wait, its events with their weights, how often they
    recur, and the chance to skip it."""

    chance: float
    days: float
    events: dict[str, float]
    again: float = 0.0
    skip: float = 0.0


SOURCES = (
    Source("google", "organic", "(organic)", 0.31, 1.0),
    Source("linkedin.com", "referral", "(referral)", 0.22, 1.15),
    Source("linkedin", "paid_social", "small-teams", 0.13, 0.75),
    Source("google", "cpc", "compare-vendors", 0.14, 0.9),
    Source("newsletter", "email", "industry-insights", 0.06, 1.3),
    Source("(direct)", "(none)", "(direct)", 0.14, 1.05),
)
DEVICES = {"desktop": (0.63, 1.1), "mobile": (0.32, 0.72), "tablet": (0.05, 0.9)}
COUNTRIES = {"Germany": 0.64, "Austria": 0.14, "Switzerland": 0.12, "Netherlands": 0.10}
STEPS = (
    Step(0.60, 5.0, {"view_case_story": 3, "share_with_team": 2}, again=0.35, skip=0.10),
    Step(0.62, 7.0, {"view_pricing": 4, "view_search_results": 2, "read_reviews": 2}, again=0.55),
    Step(0.44, 10.0, {"file_download": 5, "webinar_registration": 3, "start_trial": 2}, again=0.40, skip=0.03),
    Step(0.40, 34.0, {"purchase": 1}),
    Step(0.93, 1.0, {"login": 1}, again=0.70),
    Step(0.36, 45.0, {"write_review": 2, "share_on_linkedin": 1}),
)
INTENT, CONVERSION = 2, 3


@dataclass(frozen=True)
class Visitor:
    """What stays the same about a visitor. `first` is the moment of the first visit, and part of the name."""

    number: int
    first: datetime
    device: str
    country: str
    source: Source

    def line(self, time: datetime, event: str) -> str:
        """A line of the export."""
        since = time - datetime(1970, 1, 1, tzinfo=UTC)
        stamp = since // timedelta(microseconds=1)
        revenue = f"{PLAN:.1f}" if event == "purchase" else ""
        name = f"{self.number}.{int(self.first.timestamp())}"
        origin = (self.source.source, self.source.medium, self.source.campaign)
        words = (f"{time:%Y%m%d}", str(stamp), event, name, self.device, self.country, *origin, revenue)
        return ",".join(words)


def software_log(dice: Random) -> str:
    """The whole export, oldest line first."""
    lines = [
        (time, visitor.line(time, event))
        for visitor in (_visitor(dice) for _ in range(VISITORS))
        for time, event in _visits(dice, visitor)
        if time <= EXPORTED
    ]
    return "\n".join([HEADER, *(line for _, line in sorted(lines)), ""])


def _visitor(dice: Random) -> Visitor:
    source = dice.choices(SOURCES, [each.share for each in SOURCES])[0]
    device = dice.choices(list(DEVICES), [share for share, _ in DEVICES.values()])[0]
    country = dice.choices(list(COUNTRIES), list(COUNTRIES.values()))[0]
    first = _moment(dice, FIRST_DAY + timedelta(days=175 * dice.random()))
    return Visitor(int(dice.random() * 1e9) + 1_000_000_000, first, device, country, source)


def _visits(dice: Random, visitor: Visitor) -> Iterator[tuple[datetime, str]]:
    interest = visitor.source.pull * DEVICES[visitor.device][1]
    time = visitor.first
    yield time, "first_visit"
    yield from _visit(dice, time)
    for place, step in enumerate(STEPS):
        if dice.random() >= min(0.97, step.chance * (interest if place < CONVERSION else 1.0)):
            return
        if dice.random() < step.skip:
            continue
        days = step.days
        while True:
            time = _moment(dice, time + timedelta(days=_wait(dice, days)))
            yield from _visit(dice, time)
            time += timedelta(seconds=40 + 500 * dice.random())
            yield time, dice.choices(list(step.events), list(step.events.values()))[0]
            if dice.random() >= step.again:
                break
            days = 3.0
        if place == INTENT and dice.random() < 0.5:
            time += timedelta(days=_wait(dice, 4.0))
            yield time, "view_pricing"


def _visit(dice: Random, time: datetime) -> Iterator[tuple[datetime, str]]:
    """What the tag writes on any visit."""
    yield time, "session_start"
    while dice.random() < 0.5:
        yield time, dice.choice(("page_view", "scroll"))
        time += timedelta(seconds=4 + 30 * dice.random())


def _wait(dice: Random, median_days: float) -> float:
    return -log(1 - dice.random()) / log(2) * median_days


def _moment(dice: Random, day: datetime) -> datetime:
    """A moment within office hours of the next working day, now and then of the weekend."""
    while day.weekday() > 4 and dice.random() < 0.8:
        day += timedelta(days=1)
    seconds, microseconds = int(dice.random() * 3600), int(dice.random() * 1_000_000)
    return day.replace(hour=dice.choice(HOURS), minute=seconds // 60, second=seconds % 60, microsecond=microseconds)
