"""Pages from templates. Everything that people wrote is escaped; templates get what `live.as_seen_by` gives, and no state."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from statistics import median

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from journey.live import (
    ExerciseKind,
    ExerciseStage,
    FeltSpread,
    Naming,
    Opinion,
    RoomLife,
    RoomState,
    SeenCard,
    SeenExercise,
    as_seen_by,
    closest,
    most_disagreed,
    options_for,
    place_names,
)
from journey.model import Emotion, Language
from journey.store import InRoom
from journey.texts import day_pattern
from phones.addresses import PhonePaths
from phones.files import served
from phones.news import look_of, news_of
from phones.wording import Wording

FACES = {-2: "😣", -1: "🙁", 0: "😐", 1: "🙂", 2: "😀"}


@cache
def _templates() -> Environment:
    folder = Path(__file__).parent / "templates"
    shelf = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shelf.globals |= {
        "faces": FACES, "emotions": list(Emotion), "opinions": list(Opinion), "Kind": ExerciseKind,
        "Stage": ExerciseStage, "Life": RoomLife, "Naming": Naming, "languages": list(Language),
    }  # fmt: skip
    return shelf


def page(template: str, language: Language, paths: PhonePaths, **given: object) -> str:
    """A page in a language."""
    words = Wording(language)
    files = {name: f"{paths.files}/{served(name).name}" for name in ("phone.js", "phone.css")}
    return (
        _templates()
        .get_template(template)
        .render(language=language, paths=paths, files=files, **words.functions, **given)
    )


def room_page(template: str, person: InRoom, state: RoomState, paths: PhonePaths) -> str:
    """What somebody in the room sees now: room.html, or part.html for what changes of it."""
    me, room = person.participant, state.room
    seen = as_seen_by(state.current, person.sender) if state.current else None
    return page(
        template, me.language, paths, room=room, me=me, group=room.group(me.group), people=state.people, seen=seen,
        look=look_of(state), day_pattern=day_pattern(me.language), news=news_of(state), now=datetime.now(UTC).timestamp(),
        **(_of_exercise(seen, person, state) if seen else {}),
    )  # fmt: skip


def _of_exercise(seen: SeenExercise, person: InRoom, state: RoomState) -> Mapping[str, object]:
    exercise, results = seen.exercise, seen.results
    own = {option.id: option.words for option in (*exercise.options, *exercise.personas)}
    names = own | place_names(state) | own  # the exercise's own first; what is grouped lies where it was put before
    options = options_for(exercise, state.room.group(person.participant.group))
    return {
        "exercise": exercise,
        "options": options,
        "names": names,
        "open": exercise.stage is ExerciseStage.SILENT,
        "places": _by_place(seen, names),
        "apart": [(one.touchpoint, one.persona) for one in most_disagreed(results.felt)] if results else [],
        "spreads": _by_touchpoint(results.felt) if results else {},
        "measured": {step.phase: step.share for step in exercise.measured},
        "closest": _closest(state),
        "middles": {phase: median(given) for phase, given in results.guesses.items()} if results else {},
        "groups": state.room.group_names,
    }


def _closest(state: RoomState) -> list[str]:
    """Who guessed nearest to what was measured, where people are called by their names."""
    if state.current is None or state.room.naming is not Naming.NAMES or not state.current.exercise.is_open_to_all:
        return []
    return [state.names[key] for key in closest(state.current) if key in state.names]


def _by_place(seen: SeenExercise, names: Mapping[str, str]) -> dict[str, list[list[SeenCard]]]:
    """The cards by their places, in the order of their `names`: those that were merged together, the others alone."""
    together = {card: group.id for group in seen.groups for card in group.cards}
    piles: dict[str, list[SeenCard]] = {}
    for card in seen.cards:
        piles.setdefault(together.get(card.id, card.id), []).append(card)
    found: dict[str, list[list[SeenCard]]] = {place: [] for place in [*names, ""]}
    for pile in piles.values():
        found.setdefault(pile[0].place, []).append(pile)
    return {place: cards for place, cards in found.items() if cards}


def _by_touchpoint(spreads: Iterable[FeltSpread]) -> dict[str, list[FeltSpread]]:
    found: dict[str, list[FeltSpread]] = {}
    for spread in spreads:
        found.setdefault(spread.touchpoint, []).append(spread)
    return found
