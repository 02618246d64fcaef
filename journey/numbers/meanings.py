"""What steps of shops, mailings, CRMs and web analysis mean: phases to propose for them, and the words of a language for English
names that the app itself gave (meanings.toml). Nothing is matched by it unless a person takes the proposal."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journey.model import Language
from journey.numbers.matching import folded
from journey.phases.crosswalk import crosswalk
from journey.texts import text

if TYPE_CHECKING:
    from journey.phases import PhaseModel


def proposed_phases(model: "PhaseModel", activities: Iterable[str]) -> dict[str, str]:
    """The activities whose meaning is known, with the phase (id) of a model in which such things happen. Empty for own
    models, whose phases the crosswalk does not know."""
    names = {activity: folded(activity) for activity in activities}
    bought = any(name in _steps() and "purchase" in _steps()[name] for name in names.values())
    rows = {row.id: row.of(model.id) for row in crosswalk(Language.EN)}
    found = {}
    for activity, name in names.items():
        meant = _steps().get(name) or (_begun().get(name) if bought else None)
        phases = (phase for row in meant or () for phase in rows[row] if model.phase(phase))
        if phase := next(phases, None):
            found[activity] = phase
    return found


def other_words(activity: str, language: Language) -> str:
    """The words of a language for a step that a recognised export gave an English name; "" where that is what it says."""
    key = _data()["named"].get(activity)
    said = text(f"step_names.{key}", language) if key else ""
    return said if said != activity else ""


@cache
def _steps() -> dict[str, list[str]]:
    return {step: meaning["rows"] for meaning in _data()["meaning"] for step in meaning["steps"]}


@cache
def _begun() -> dict[str, list[str]]:
    return {step: meaning["rows"] for meaning in _data()["meaning"] for step in meaning.get("begun", ())}


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("meanings.toml").read_text("utf-8"))
