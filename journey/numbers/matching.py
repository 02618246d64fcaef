"""Which activity of an event log is which touchpoint and phase: by hand, else by name. Nothing is dropped silently."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from journey.lazy_re import lazy_re
from journey.model import LINE_LIMIT, Language, MapState, clean_line
from journey.texts import text

if TYPE_CHECKING:
    from journey.model import Activity, Touchpoint, Workshop
    from journey.phases import PhaseModel

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_NO_LETTER = lazy_re(r"[\W_]+")


class How(StrEnum):
    """How a match came about. HAND: the document says so. EXACT: a touchpoint's title. NORMALISED: the title but for
    spelling (see `folded`). PHASE: the name of a phase, exactly or but for spelling."""

    HAND = "hand"
    EXACT = "exact"
    NORMALISED = "normalised"
    PHASE = "phase"

    def words(self, language: Language) -> str:
        """How a match came about, in words."""
        return text(f"numbers.how.{self.value}", language)


@dataclass(frozen=True)
class Matching:
    """The activities of a log, by their names as the log writes them. `phase_of` holds those that belong to a phase of
    the model, `touchpoint_of` those that are a touchpoint, `how` how each of these was found. `ignored` were set aside
    by hand. `unmatched` are all others without a phase, in the order in which they were given; `ambiguous` those among
    them that several touchpoints in different phases could be, with these touchpoints' ids."""

    phase_of: Mapping[str, str]
    touchpoint_of: Mapping[str, str]
    how: Mapping[str, How]
    ignored: tuple[str, ...]
    unmatched: tuple[str, ...]
    ambiguous: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class _Found:
    how: How | None = None
    touchpoint: str | None = None
    phase: str | None = None
    ignored: bool = False
    could_be: tuple[str, ...] = ()


def matched(workshop: "Workshop", model: "PhaseModel", activities: Iterable[str]) -> Matching:
    """Match the activities of a log. The first of these that fits decides:

    1. The document's own Activity of this name (the first, if several): ignored, or its touchpoint, or its phase. Names
       of touchpoints and phases that are gone are passed over.
    2. A touchpoint with this title. 3. A touchpoint with this title but for spelling.
    4. A phase with this name, in any language of the app; 5. the same but for spelling.

    Touchpoints that exist today go before planned ones. Where several touchpoints fit (2 or 3), the first is meant if
    they stand in one phase; in different phases the activity stays unmatched.
    """
    known = _Names(workshop, model)
    found = {activity: known.found(activity) for activity in activities}
    phases = {activity: one.phase for activity, one in found.items() if one.phase and model.phase(one.phase)}
    return Matching(
        phase_of=phases,
        touchpoint_of={activity: one.touchpoint for activity, one in found.items() if one.touchpoint},
        how={activity: one.how for activity, one in found.items() if one.how},
        ignored=tuple(activity for activity, one in found.items() if one.ignored),
        unmatched=tuple(a for a, one in found.items() if a not in phases and not one.ignored),
        ambiguous={activity: one.could_be for activity, one in found.items() if one.could_be},
    )


def kept_name(activity: str) -> str:
    """An activity's name as the document keeps it: on one line, at most 200 characters; "" when nothing is left."""
    return str(clean_line(activity))[:LINE_LIMIT].strip()


def folded(name: str) -> str:
    """A name without regard to its spelling: letters and digits alone, lower case, ä ö ü ß as ae oe ue ss, no accents
    (NFKC). So `newsletter_open`, `NewsletterOpen` and "Newsletter – open" are one."""
    plain = unicodedata.normalize("NFKC", name).casefold().translate(_UMLAUTS)
    bare = "".join(letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))
    return _NO_LETTER.sub("", bare)


class _Names:
    """Everything that an activity can be called, looked up by name."""

    def __init__(self, workshop: "Workshop", model: "PhaseModel") -> None:
        self.workshop, self.model = workshop, model
        self.by_hand: dict[str, Activity] = {}
        for activity in workshop.activities:
            self.by_hand.setdefault(activity.name, activity)
        self.titled: dict[str, list[Touchpoint]] = {}
        self.spelt: dict[str, list[Touchpoint]] = {}
        for touchpoint in workshop.touchpoints:
            self.titled.setdefault(touchpoint.title, []).append(touchpoint)
            self.spelt.setdefault(folded(touchpoint.title), []).append(touchpoint)
        self.phases: dict[str, str] = {}
        for name, phase in _phase_names(workshop, model):
            self.phases.setdefault(name, phase)
        for name, phase in _phase_names(workshop, model):
            self.phases.setdefault(folded(name), phase)

    def found(self, activity: str) -> _Found:
        name = kept_name(activity)
        hand = self._hand(self.by_hand.get(name))
        if hand:
            return hand
        spelling = folded(name)
        for how, touchpoints in ((How.EXACT, self.titled.get(name)), (How.NORMALISED, self.spelt.get(spelling))):
            if name and touchpoints and (spelling or how is How.EXACT):
                return _of_touchpoints(how, touchpoints)
        phase = (self.phases.get(name) or self.phases.get(spelling)) if spelling else None
        return _Found(How.PHASE, phase=phase) if phase else _Found()

    def _hand(self, activity: "Activity | None") -> _Found | None:
        if activity is None:
            return None
        if activity.ignored:
            return _Found(ignored=True)
        touchpoint = self.workshop.touchpoint(activity.touchpoint) if activity.touchpoint else None
        if touchpoint:
            return _Found(How.HAND, touchpoint.id, touchpoint.phase)
        phase = self.model.phase(activity.phase) if activity.phase else None
        return _Found(How.HAND, phase=phase.id) if phase else None


def _of_touchpoints(how: How, touchpoints: "list[Touchpoint]") -> _Found:
    today = [touchpoint for touchpoint in touchpoints if touchpoint.state is not MapState.TO_BE] or touchpoints
    if len({touchpoint.phase for touchpoint in today}) > 1:
        return _Found(could_be=tuple(touchpoint.id for touchpoint in today))
    return _Found(how, today[0].id, today[0].phase)


def _phase_names(workshop: "Workshop", model: "PhaseModel") -> Iterator[tuple[str, str]]:
    """The names of the model's phases in all languages, those of the model at hand first."""
    from journey.phases import models

    same = (each for language in Language for each in models(workshop, language) if each.id == model.id)
    for one in (model, *same):
        for phase in one.phases:
            yield phase.name, phase.id
