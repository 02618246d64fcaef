"""What a room voted for as the value of what it is about."""

from collections.abc import Iterable

from journey.editing import Edit, next_rank, put
from journey.live.exercise_state import ExerciseState
from journey.live.results import voted
from journey.live.take_over.taking import id_of
from journey.model import Priority, Workshop
from journey.priorities import RatedSubject, levels_by_votes, priority_of, weighed


def values_voted(workshop: Workshop, state: ExerciseState, subjects: Iterable[RatedSubject], field: str) -> list[Edit]:
    """Edits that take the votes of a revealed exercise as a value, `field` says which of a priority's: of cards that have or
    can have a priority, and of those that are called as a voted option is. The most votes are worth 5. Empty where nothing was voted for, or
    nothing of it can have a priority."""
    subjects = tuple(subjects)
    votes: dict[str, int] = {}
    known: dict[str, RatedSubject] = {}
    words = {option.id: option.words for option in state.exercise.options}
    for one in voted(state):
        if subject := _subject(one.option, words.get(one.option, ""), subjects):
            key = "\n".join(subject.key)
            votes[key] = max(one.votes, votes.get(key, 0))
            known[key] = subject
    levels = levels_by_votes(votes)
    held = {one.subject.key: one.priority for one in weighed(workshop, subjects) if one.subject}
    rank = next_rank(workshop.priorities)
    changed = []
    for place, (key, level) in enumerate(levels.items()):
        before = held.get(known[key].key) or priority_of(workshop, known[key], rank + place)
        changed.append(Priority.model_validate({**dict(before), field: level}))
    return put(workshop, *changed)


def _subject(option: str, words: str, subjects: tuple[RatedSubject, ...]) -> RatedSubject | None:
    """What an option is about: the card itself, what became of the room's card, or what is called so."""
    cards = {option, id_of("card", option)}
    by_card = (one for one in subjects if one.key[2] in cards and not one.key[0] and not one.key[3])
    by_words = (one for one in subjects if words and one.words.casefold() == words.casefold())
    return next(by_card, None) or next(by_words, None)
