"""What stands on the wall as HTML: cards by their places, groups as one card that says how many it stands for; a long vote. The
page's script makes the letters as large as all of it fits, and where that is not enough says how much there is besides."""

from collections.abc import Iterable, Mapping, Sequence

from journey.live import ExerciseKind, OptionVotes, SeenCard, SeenExercise
from journey.model import Workshop
from journey.phases import PhaseModel
from ui.state.words import day, figure, safe, t


def cards(seen: SeenExercise, workshop: Workshop, model: PhaseModel, groups: Mapping[str, str]) -> str:
    """All cards of an exercise as HTML, which nothing in them takes effect in; `groups` are the names of the small ones."""
    hidden = {card for group in seen.groups for card in group.cards[1:]}
    named, known = {group.cards[0]: group for group in seen.groups}, {card.id: card for card in seen.cards}
    heads = [card for card in seen.cards if card.id not in hidden]
    if not heads:
        return f"<p class='j-say'>{t('live_room.nothing_said')}</p>"
    places: dict[str, list[str]] = {}
    for card in heads:
        group = named.get(card.id)
        together = [known[one] for one in group.cards if one in known] if group else [card]
        places.setdefault(card.place, []).append(_card(group.name if group else "", together, groups))
    names = _names(seen, workshop, model)
    columns = "".join(
        f"<section>{f'<h2>{safe(names[place])}</h2>' if names.get(place) else ''}{_list(places[place])}</section>"
        for place in sorted(places, key=lambda one: list(names).index(one) if one in names else len(names))
    )
    return f"<div class='j-wall-cards'>{columns}</div>"


def votes(given: Iterable[OptionVotes], words: dict[str, str]) -> str:
    """The options of a vote, most votes first, each with its place; those that share one say so."""
    rows = list(given)
    most = max((one.votes for one in rows), default=0) or 1
    return (
        f"<div class='j-wall-cards j-votes'><section>{_list(_vote(one, words, most) for one in rows)}</section></div>"
    )


def _vote(one: OptionVotes, words: dict[str, str], most: int) -> str:
    key = "tied" if one.tied else "place"
    said = t(f"charts.votes.{key}", votes=figure(one.votes), place=figure(one.place)) if one.votes else figure(0)
    bar = f"<i style='width: {one.votes / most:.1%}'></i>"
    return f"<li data-place='{one.place}'>{safe(words.get(one.option, ''))}<small>{said}</small>{bar}</li>"


def _list(rows: Iterable[str]) -> str:
    """Rows, and the line that stands for those which do not fit."""
    more, tied = t("projector.more", count="#"), t("projector.more_tied", count="#")
    rest = f"<p class='j-more' data-more='{safe(more)}' data-tied='{safe(tied)}' hidden></p>"
    return f"<ul>{''.join(rows)}</ul>{rest}"


def _card(name: str, together: Sequence[SeenCard], groups: Mapping[str, str]) -> str:
    """Cards that were merged, or one alone, and beside them who does it and all the small groups that wrote one."""
    first = together[0]
    beside = (
        *(card.who for card in together),
        day(first.until) if first.until else "",
        *(groups.get(card.group, "") for card in together),
    )
    said = " · ".join(one for one in dict.fromkeys(beside) if one)
    times = f" <b>×{figure(len(together))}</b>" if len(together) > 1 else ""
    return f"<li>{safe(name or first.words)}{times}{f'<small>{safe(said)}</small>' if said else ''}</li>"


def _names(seen: SeenExercise, workshop: Workshop, model: PhaseModel) -> dict[str, str]:
    if seen.exercise.kind is not ExerciseKind.GROUP:
        return {option.id: option.words for option in seen.exercise.options}
    names = {phase.id: phase.name for phase in model.phases}
    return (
        names
        | {card.id: card.title for card in (*workshop.touchpoints,)}
        | {one.id: one.name for one in workshop.personas}
    )
