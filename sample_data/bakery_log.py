"""The shop export of the bakery sample: how invented customers walk from a poster to a Stollen, drawn by dice.

Every figure of the tables is invented. Waits are medians in days; chances hold for a customer of middling interest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log
from random import Random

FIRST_DAY, EXPORTED = datetime(2025, 10, 1), datetime(2025, 12, 31, 18, 0)
CUSTOMERS = 2_000
HEADER = "Kundennummer;Zeitpunkt;Ereignis;Kanal;Kampagne;Umsatz;Kosten;Kundengruppe;E-Mail"
STOLLEN = 24.0
NEWSLETTER = "Newsletter „Angebot der Woche“"
WEB, SHOP, MARKET, MORNING, FRIDAY = "web", "shop", "market", "morning", "friday"
HOURS = {WEB: (9, 12, 13, 17, 19, 20, 20, 21, 21, 22), SHOP: (7, 8, 8, 9, 10, 14, 16, 17), MORNING: (6, 7, 7, 8)}
HOURS |= {MARKET: (8, 9, 10, 10, 11, 12), FRIDAY: (10,)}
WEEKDAYS = {MARKET: (5,), FRIDAY: (4,), SHOP: (0, 1, 2, 3, 4, 5)}


@dataclass(frozen=True)
class Deed:
    """Something a customer does: the words of the export, the channel, when it happens, what it brings and costs."""

    activity: str
    channel: str
    weight: float = 1.0
    hours: str = WEB
    revenue: float = 0.0
    cost: float = 0.0


@dataclass(frozen=True)
class Step:
    """A phase: the chance to get there from the one before, the wait, the chance to skip it, how often its deeds recur,
    and what can be done in it."""

    chance: float
    days: float
    deeds: tuple[Deed, ...]
    skip: float = 0.0
    again: float = 0.0


@dataclass(frozen=True)
class Door:
    """How a customer becomes aware: how many do, how eager they are, how many buy straight away."""

    deed: Deed
    share: float
    pull: float
    direct: float


HOME, FETCHED = Deed("Startseite aufgerufen", "Website"), Deed("Brottüte", "Laden", hours=SHOP)
DOORS = (
    Door(Deed('Radiospot: "Jetzt Stollen bestellen!"', "Radio", hours=MORNING, cost=0.85), 0.16, 0.80, 0.03),
    Door(Deed("Plakat an der Bushaltestelle", "Plakat", hours=MORNING, cost=0.4), 0.15, 0.75, 0.02),
    Door(Deed("Anzeige im Ortsblatt", "Ortsblatt", hours=SHOP, cost=0.6), 0.11, 0.90, 0.05),
    Door(HOME, 0.24, 1.05, 0.04),
    Door(Deed("Beitrag auf Instagram gesehen", "Instagram", cost=0.12), 0.18, 1.00, 0.02),
    Door(Deed("Empfehlungscode eingelöst", "Empfehlung"), 0.08, 1.35, 0.10),
    Door(Deed("Marktstand am Samstag", "Marktstand", hours=MARKET, revenue=4.2), 0.08, 1.15, 0.12),
)
ORDERS = (
    Deed("Bestellformular auf der Website", "Website", 5, revenue=STOLLEN),
    Deed("telefonische Bestellung", "Telefon", 2, SHOP, revenue=STOLLEN),
    Deed("Schlange an der Kasse im Laden", "Laden", 3, SHOP, revenue=STOLLEN),
)
STEPS = (
    Step(
        0.66,
        1.5,
        (
            Deed("Rezeptseite gelesen", "Website", 6),
            Deed("Beitrag auf Instagram geliked", "Instagram", 3),
            Deed("Öffnungszeiten nachgesehen", "Website", 2),
        ),
        skip=0.06,
        again=0.66,
    ),
    Step(0.50, 3.0, (Deed("Newsletter-Anmeldung", "Website"),), skip=0.12),
    Step(
        0.40,
        12.0,
        (
            Deed("Kostprobe bestellt", "Newsletter", 4, revenue=4.9, cost=1.5),
            Deed("Marktstand am Samstag", "Marktstand", 3, MARKET, 4.2),
        ),
        skip=0.08,
    ),
    Step(0.80, 4.0, (Deed("Kostprobe bewertet", "Website", 3), Deed("Dank per E-Mail", "E-Mail", 1)), skip=0.25),
    Step(0.72, 5.0, ORDERS, again=0.18),
    Step(0.36, 6.0, (Deed("Bewertung abgegeben", "Website", cost=0.3),), skip=0.30),
    Step(
        0.42,
        5.0,
        (Deed("Nachbarin schwärmt vom Stollen", "Empfehlung", 3), Deed("Foto geteilt", "Instagram", 2)),
    ),
)
CONTACT, PURCHASE = 1, 4
BESIDES = (Deed("Impressum aufgerufen", "Website"), Deed("Passwort vergessen", "Website"))
GROUPS = {"Laufkundschaft": (0.62, 0.92), "Stammkundschaft": (0.30, 1.20), "Firmenkunden": (0.08, 1.0)}
CAMPAIGNS = {"Radio", "Plakat", "Ortsblatt", "Newsletter"}


@dataclass(frozen=True)
class Happened:
    """A line of the export."""

    customer: int
    time: datetime
    deed: Deed
    group: str
    pieces: int = 1
    address: bool = False

    def line(self) -> str:
        """The line as the shop writes it."""
        quoted = '"' + self.deed.activity.replace('"', '""') + '"' if '"' in self.deed.activity else self.deed.activity
        advent = "Adventsaktion" if self.time.month == 12 else "Stollen-Kampagne"
        campaign = advent if self.deed.channel in CAMPAIGNS else ""
        mail = f"kunde.{self.customer}@example.org" if self.address else ""
        money = (_german(self.deed.revenue * self.pieces), _german(self.deed.cost))
        words = (str(self.customer), f"{self.time:%d.%m.%Y %H:%M}", quoted, self.deed.channel, campaign, *money)
        return ";".join((*words, self.group, mail))


def bakery_log(dice: Random) -> str:
    """The whole export, oldest line first."""
    happened = [line for number in range(CUSTOMERS) for line in _customer(dice, 10_001 + number)]
    happened.sort(key=lambda line: line.time)
    return "\r\n".join([HEADER, *(line.line() for line in happened), ""])


def _customer(dice: Random, customer: int) -> Iterator[Happened]:
    door = dice.choices(DOORS, [door.share for door in DOORS])[0]
    group = dice.choices(list(GROUPS), [share for share, _ in GROUPS.values()])[0]
    pieces = dice.choice((10, 20, 40, 60)) if group == "Firmenkunden" else dice.choice((1, 1, 1, 2, 3))
    day = FIRST_DAY + timedelta(days=90 * dice.random() ** 1.15)
    for time, deed in _walk(dice, door, GROUPS[group][1], day):
        if time <= EXPORTED:
            count = pieces if deed in ORDERS else 1
            yield Happened(customer, time, deed, group, count, deed.activity == "Newsletter-Anmeldung")


def _walk(dice: Random, door: Door, interest: float, day: datetime) -> Iterator[tuple[datetime, Deed]]:
    time = _moment(dice, day, door.deed)
    yield time, door.deed
    if dice.random() < 0.3:
        yield from _besides(dice, time)
    if dice.random() < door.direct:
        yield from _deed(dice, time, 1.0, dice.choice(ORDERS))
        return
    written = False
    for place, step in enumerate(STEPS):
        if dice.random() >= min(0.97, step.chance * door.pull * interest):
            break
        if dice.random() < step.skip:
            continue
        for last, deed in _stay(dice, time, step):
            time = last
            yield last, deed
        written = written or place == CONTACT
        if place >= PURCHASE and dice.random() < 0.3:
            yield from _deed(dice, time, 2.0, STEPS[0].deeds[0])
    if written:
        yield from _letters(dice, time)


def _stay(dice: Random, time: datetime, step: Step) -> Iterator[tuple[datetime, Deed]]:
    days = step.days
    while True:
        for last, deed in _deed(dice, time, days, _drawn(dice, step.deeds)):
            time = last
            yield last, deed
        if dice.random() >= step.again:
            return
        days = 2.0


def _letters(dice: Random, time: datetime) -> Iterator[tuple[datetime, Deed]]:
    """The weekly newsletter, until its reader signs off."""
    while dice.random() < 0.86:
        time = _moment(dice, time + timedelta(days=1), Deed(NEWSLETTER, "Newsletter", hours=FRIDAY, cost=0.02))
        yield time, Deed(NEWSLETTER, "Newsletter", hours=FRIDAY, cost=0.02)


def _besides(dice: Random, time: datetime) -> Iterator[tuple[datetime, Deed]]:
    yield time + timedelta(minutes=1 + int(dice.random() * 9)), _drawn(dice, BESIDES)


def _deed(dice: Random, after: datetime, median_days: float, deed: Deed) -> Iterator[tuple[datetime, Deed]]:
    """A deed after a wait whose median is given: exponential, never the same minute. Most visits to the website begin on
    its first page; what was ordered is fetched."""
    wait = -log(1 - dice.random()) / log(2) * median_days
    time = max(_moment(dice, after + timedelta(days=wait), deed), after + timedelta(minutes=9))
    if deed.channel == "Website" and dice.random() < 0.75:
        yield time - timedelta(minutes=1 + int(dice.random() * 7)), HOME
    yield time, deed
    if deed in ORDERS and dice.random() < 0.9:
        yield _moment(dice, time + timedelta(days=2 + int(dice.random() * 9)), FETCHED), FETCHED


def _moment(dice: Random, day: datetime, deed: Deed) -> datetime:
    """The next day on which such things happen, at an hour at which they do."""
    while day.weekday() not in WEEKDAYS.get(deed.hours, range(7)):
        day += timedelta(days=1)
    hour = dice.choice(HOURS[deed.hours])
    return day.replace(hour=hour, minute=int(dice.random() * 60), second=0, microsecond=0)


def _drawn(dice: Random, deeds: Sequence[Deed]) -> Deed:
    return dice.choices(deeds, [deed.weight for deed in deeds])[0]


def _german(amount: float) -> str:
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,")) if amount else ""
