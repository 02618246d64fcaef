"""The touchpoints of a group of cells: one a row, or in a matrix as many as its cells name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.own_sheets.channels import channel_named
from journey.exchange.own_sheets.feelings import PLAIN_SCALE, FeelingScale, felt, says_it_all
from journey.exchange.own_sheets.fields import cut
from journey.exchange.own_sheets.grid import SheetSpot
from journey.exchange.own_sheets.groups import OF_ALL, Group, SheetPiece
from journey.exchange.own_sheets.items import as_lines, enumerated, items_of
from journey.exchange.own_sheets.marks import MarkKind
from journey.exchange.own_sheets.sheet_cards import SheetCards
from journey.exchange.own_sheets.targets import CHANNEL, DOING, EMOTION, PHASE, THINKING, TITLE
from journey.model import Channel, Emotion, Entity, PersonaEmotion, lines

_GATHERED = {"pain_points", "personas"}
"""What several rows of a touchpoint say together."""

_Titles = Sequence[tuple[str, SheetSpot]]


def add_touchpoints(
    into: SheetCards, group: Group, phase: str, personas: tuple[str, ...], scale: FeelingScale | None
) -> list[str]:
    """Make the touchpoints of a group; the ids of those that are made."""
    pieces = [_itemised(each, group) for each in group.pieces if each.target.startswith("touchpoints.")]
    named_by = next((target for target in (TITLE, CHANNEL, DOING) if any(p.target == target for p in pieces)), "")
    titles = _titles(into, group, pieces, named_by)
    if not titles:
        return []
    spent = {TITLE, CHANNEL, EMOTION, PHASE, named_by}
    values = into.values("touchpoints", [each for each in pieces if each.target not in spent])
    scores, own_scores, feelings = _feelings(into, pieces, len(titles), scale or PLAIN_SCALE)
    channels, place = _channels(into, pieces, titles, named_by)
    values |= {
        name: said for name, said in (("thinking", _both(values, "thinking", feelings)), ("place", place)) if said
    }
    shared = {field: value for field, value in values.items() if f"touchpoints.{field}" in OF_ALL}
    made = []
    for nth, (title, spot) in enumerate(titles):
        if not into.is_there("touchpoints", spot, title, title=title, phase=phase):
            about = {
                "channel": channels[nth],
                "emotion": scores[nth],
                "persona_emotions": own_scores[nth],
                "personas": personas,
            }
            own = values if nth == 0 else shared
            card = (
                None
                if group.several
                else _gathered(into, spot, {**own, **about, "title": title, "phase": phase}, told=bool(named_by))
            )
            card = card or into.add("touchpoints", spot, **own, **about, title=title, phase=phase)
            made += [card.id] if card else []
    return made


def _gathered(into: SheetCards, spot: SheetSpot, values: Mapping[str, Any], *, told: bool) -> Entity | None:
    """The touchpoint of an earlier row with this name in this phase, with the pain points and personas of this one too, which is
    `told` where rows name it; None where there is none, or where both say different things."""
    for place, held in enumerate(into.cards.get("touchpoints", ())):
        if any(getattr(held, name) != values[name] for name in ("title", "phase")):
            continue
        said = dict(held)
        empty = {**{name: field.default for name, field in type(held).model_fields.items()}, "channel": Channel.OTHER}
        fresh = {name: value for name, value in values.items() if value not in (empty[name], None, "", ())}
        if any(said[name] not in (empty[name], value) for name, value in fresh.items() if name not in _GATHERED):
            continue
        pains = dict.fromkeys((*lines(said["pain_points"]), *lines(str(fresh.get("pain_points", "")))))
        people = dict.fromkeys((*said["personas"], *fresh.get("personas", ())))
        fresh |= {"pain_points": cut("touchpoints", "pain_points", "\n".join(pains))[0], "personas": tuple(people)}
        into.cards["touchpoints"][place] = type(held).model_validate({**said, **fresh})
        if told:
            into.tell("sheet_gathered", spot, severity=ProblemSeverity.NOTE, value=str(values["title"]))
        return into.cards["touchpoints"][place]
    return None


def _itemised(piece: SheetPiece, group: Group) -> SheetPiece:
    """A cell of several entries with one a line."""
    return replace(piece, raw=as_lines(piece.words)) if group.several and isinstance(piece.raw, str) else piece


def _both(values: Mapping[str, Any], field: str, more: str) -> str:
    return "\n".join(filter(None, (values.get(field, ""), more)))


def _titles(into: SheetCards, group: Group, pieces: Sequence[SheetPiece], named_by: str) -> _Titles:
    """What the touchpoints are called, and where that stands. Where no cell calls them, the channels do, else what people do
    there, else the phase."""
    named = [each for each in pieces if each.target == named_by]
    if named:
        into.take(*named)
        return [(name, each.spot) for each in named for name in _names(each.words, group.several, named_by)]
    if not pieces or not group.phase:
        return []
    if not any(getattr(each, "title", "") == group.phase for each in into.cards.get("touchpoints", ())):
        into.tell("sheet_named_by_phase", pieces[0].spot, severity=ProblemSeverity.NOTE, value=group.phase)
    return [(group.phase, pieces[0].spot)]


def _names(words: str, several: bool, target: str) -> tuple[str, ...]:
    if not several:
        return (" ".join(words.split()),)
    items = items_of(words)
    return enumerated(items[0]) if len(items) == 1 and target != DOING else items


def _feelings(
    into: SheetCards, pieces: Sequence[SheetPiece], count: int, scale: FeelingScale
) -> tuple[Sequence[Emotion | None], Sequence[tuple[PersonaEmotion, ...]], str]:
    """For each touchpoint its emotion and those of the personas that have lanes of their own; and what was written beside
    scores. Where no lane is everybody's, nothing is: who has no score would get one of others."""
    by_name: dict[str, list[SheetPiece]] = {}
    for piece in (each for each in pieces if each.target == EMOTION):
        by_name.setdefault(piece.whose, []).append(piece)
    read = {name: _scores(into, found, count, scale) for name, found in by_name.items()}
    common, said = read.pop("", ((None,) * count, ""))
    ids = {name: into.persona(name, by_name[name][0].spot) for name in read}
    own: list[tuple[PersonaEmotion, ...]] = []
    for nth in range(count):
        felt_here = {name: score for name, (scores, _) in read.items() if (score := scores[nth]) is not None}
        own.append(tuple(PersonaEmotion(persona=ids[n], emotion=score) for n, score in felt_here.items() if ids[n]))
    words = "\n".join(filter(None, (said, *(f"{name}: {more}" for name, (_, more) in read.items() if more))))
    return common, own, words


def _scores(
    into: SheetCards, found: Sequence[SheetPiece], count: int, scale: FeelingScale
) -> tuple[tuple[Emotion | None, ...], str]:
    """One emotion for all touchpoints, or one for each where there are as many; and what was written beside scores."""
    items = [(piece, item) for piece in found for item in items_of(piece.words)]
    scores = [felt(item, scale) for _, item in items]
    for piece in found:
        if any(score is not None for (owner, _), score in zip(items, scores, strict=True) if owner is piece):
            into.take(piece)
        else:
            into.mark(piece.spot, MarkKind.TAKEN, THINKING)
            into.tell("sheet_feeling", piece.spot, severity=ProblemSeverity.NOTE, value=piece.words)
    words = "\n".join(piece.words for piece in found if not says_it_all(piece.words) or None in scores)
    if len(scores) == count:
        return tuple(scores), words
    known = [score for score in scores if score is not None]
    return (Emotion(round(sum(known) / len(known))) if known else None,) * count, words


def _channels(
    into: SheetCards, pieces: Sequence[SheetPiece], titles: _Titles, named_by: str
) -> tuple[Sequence[Channel], str]:
    """The channel of each touchpoint, and as a place the words of channels that nobody knows or that do not add up."""
    found = [each for each in pieces if each.target == CHANNEL]
    by_title = [channel_named(title) or Channel.OTHER for title, _ in titles]
    into.take(*found)
    names = [part for piece in found for item in items_of(piece.words) for part in enumerated(item)]
    if not names or named_by == CHANNEL:
        return by_title, ""
    known = [channel for name in names if (channel := channel_named(name))]
    if len(known) == len(names) and len(names) in (1, len(titles)):
        return known * (len(titles) // len(names)), ""
    return by_title, ", ".join(names)
