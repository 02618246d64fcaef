"""The map of the page: a table with a column for each touchpoint, and below it what each touchpoint says in full."""

from collections.abc import Iterator
from html import escape
from itertools import count, groupby

from journey.exchange.layout.cells import score
from journey.journey_map import LANES, Card, Lane, MapColumn, named_personas
from journey.model import Touchpoint
from journey.palette import PHASES
from journey.take_home.strips import TouchpointStrip, strips_of
from journey.take_home.takeaway import Takeaway
from journey.take_home.web_page.curve import curve
from journey.texts import choice, text


class PageMap:
    """The map of one page: who is meant by which number, and which strips there are. Tags that HTML closes by itself are not
    closed, which saves a third of a large page."""

    def __init__(self, copy: Takeaway, today: Takeaway | None = None) -> None:
        """`today`: the workshop whose map as it shall be this is."""
        self.copy = copy
        self.today = today
        self.strips = strips_of(copy)
        self.people = {persona.id: str(place) for place, persona in enumerate(copy.workshop.personas)}

    def html(self) -> Iterator[str]:
        """Curve, tools and table."""
        heading = escape(text("future.map" if self.today else "map.view_map", self.copy.language))
        tools = f'<p class="quiet">{escape(self.today.gone)}</p>' if self.today else self._tools()
        yield f'<section id="{"future" if self.today else "map"}"><h2>{heading}</h2>{curve(self.copy)}{tools}'
        yield f'<div class="scroll" tabindex="0" role="region" aria-label="{heading}"><table class="map"><thead><tr><td></td>'
        yield from self._heads()
        yield "</tr></thead><tbody>"
        for lane in LANES:
            if lane in (Lane.TOUCHPOINTS, Lane.EMOTION) or any(strip.cells.get(lane) for strip in self.strips):
                yield from self._row(lane)
        yield "</tbody></table></div></section>"

    def details(self, first: "PageMap") -> Iterator[str]:
        """Every touchpoint with all that is known of it, phase by phase, with its number on the `first` map; what does not stand
        there has a number after those."""
        numbers = {strip.feeling.id: strip.number for strip in first.strips if strip.feeling}
        later = count(len(numbers) + 1)
        yield f'<section id="details"><h2>{escape(text("takehome.page.details", self.copy.language))}</h2>'
        for _, held in groupby(self.strips, key=lambda strip: strip.column.position):
            strips = list(held)
            name = escape(self.copy.phase_name(strips[0].column))
            yield f'<h3 class="phase {_colour(strips[0].column)}">{name}</h3><div class="details">'
            for strip in strips:
                touchpoint = self.copy.workshop.touchpoint(strip.feeling.id) if strip.feeling else None
                if touchpoint:
                    yield self._detail(numbers.get(touchpoint.id) or next(later), touchpoint)
            yield "</div>"
        yield "</section>"

    def _tools(self) -> str:
        words = [
            escape(text(key, self.copy.language))
            for key in ("analysis.persona", "analysis.all_personas", "takehome.page.how")
        ]
        people = self.copy.workshop.personas
        options = "".join(
            f'<option value="{self.people[each.id]}">{escape(each.name or self.copy.untitled)}</option>'
            for each in people
        )
        select = (
            f'<label>{words[0]} <select id="who"><option value="">{words[1]}</option>{options}</select></label>'
            if people
            else ""
        )
        return f'<div class="tools">{select}<span class="quiet">{words[2]}</span></div>'

    def _heads(self) -> Iterator[str]:
        for _, held in groupby(self.strips, key=lambda strip: strip.column.position):
            strips = list(held)
            column = strips[0].column
            name = escape(self.copy.phase_name(column))
            yield f'<th scope="colgroup" colspan="{len(strips)}" data-c="{column.position}" class="{_colour(column)}">'
            yield f'<button aria-expanded="true" title="{name}">{name}</button></th>'

    def _row(self, lane: Lane) -> Iterator[str]:
        name = escape(LANES[lane].words(self.copy.language))
        yield f'<tr class="{lane.value}"><th scope="row"><button aria-expanded="true">{name}</button></th>'
        for strip in self.strips:
            about = self._about(strip) if lane is Lane.TOUCHPOINTS else ""
            yield f"<td{about}>{''.join(self._cell(lane, strip))}"

    def _about(self, strip: TouchpointStrip) -> str:
        """What the script has to know of a column: its phase, and to whom its touchpoint matters where not to all."""
        touchpoint = self.copy.workshop.touchpoint(strip.feeling.id) if strip.feeling else None
        named = named_personas(self.copy.workshop, touchpoint) if touchpoint else ()
        people = f' data-p="{" ".join(self.people[each] for each in named)}"' if named else ""
        return f' data-c="{strip.column.position}"{people}'

    def _cell(self, lane: Lane, strip: TouchpointStrip) -> Iterator[str]:
        if lane is Lane.EMOTION:
            yield from self._felt(strip)
        elif lane is Lane.TOUCHPOINTS and strip.feeling is None:
            yield f'<span class="quiet">{escape(text("map.list.nothing", self.copy.language))}</span>'
        for card in strip.cells.get(lane, ()):
            yield self._card(card, strip)

    def _card(self, card: Card, strip: TouchpointStrip) -> str:
        words = escape(card.text or self.copy.untitled)
        if card.channel is not None:
            mark = "◆ " if card.moment_of_truth else ""
            channel = escape(choice(card.channel, self.copy.language))
            if self.today:
                coming = self.today.coming.get(strip.feeling.id if strip.feeling else "", "")
                told = f"<strong>{escape(coming)}</strong> · " if coming else ""
                return f"<p>{mark}{words}<small>{told}{channel}</small>"
            return f'<a href="#t{strip.number}">{strip.number} {mark}{words}<small>{channel}</small></a>'
        return f"<p class=asks>{words}" if card.question else f"<p>{words}"

    def _felt(self, strip: TouchpointStrip) -> Iterator[str]:
        """The common score, and those of personas who feel differently, which are shown when one of them is chosen."""
        touchpoint = self.copy.workshop.touchpoint(strip.feeling.id) if strip.feeling else None
        if touchpoint is None:
            return
        own = {self.people[e.persona]: e.emotion for e in touchpoint.persona_emotions if e.persona in self.people}
        if touchpoint.emotion is not None:
            but = f' data-but="{" ".join(own)}"' if own else ""
            yield f"<b class=e{int(touchpoint.emotion)}{but}>{_score(touchpoint.emotion)}</b>"
        for place, emotion in own.items():
            yield f"<b class=e{int(emotion)} data-own={place} hidden>{_score(emotion)}</b>"

    def _detail(self, number: int, touchpoint: Touchpoint) -> str:
        title = escape(touchpoint.title or self.copy.untitled)
        facts = self.copy.facts("touchpoints", touchpoint, ("title", "phase"))
        said = "".join(f"<dt>{escape(fact.word)}<dd>{escape(fact.said)}" for fact in facts)
        return f"<article id=t{number}><h4>{number} {title}</h4><dl>{said}</dl></article>"


def _colour(column: MapColumn) -> str:
    return f"p{column.position % len(PHASES)}"


def _score(emotion: int) -> str:
    return score(emotion).replace("-", "−")
