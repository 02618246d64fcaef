"""The phases of a stranger's sheet: which of a model's they are, and the model that they make where none has them."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from journey.exchange.layout.labels import also_called
from journey.exchange.own_sheets.targets import bare
from journey.lazy_re import lazy_re
from journey.model import LINE_LIMIT, Language, OwnModel, Phase, Zone
from journey.phases import PhaseModel, built_in
from journey.phases.crosswalk import crosswalk, rows_of

FEWEST, MOST = 3, 12
"""So many phases an own model can have."""
_CALLED = lazy_re(r"(.{3,}?)[ -]?(?:phase|stage)")
_SEVERAL = lazy_re(r"\s*(?:[&/+→,]|\bund\b|\band\b|\boder\b|\bor\b)\s*", re.IGNORECASE)


@cache
def _rows() -> dict[str, str]:
    """What people call phases, with the crosswalk's row."""
    data = tomllib.loads(Path(__file__).with_name("phase_words.toml").read_text("utf-8"))
    return {bare(word): row for row, words in data.items() for word in words}


@cache
def _built_in() -> dict[str, str]:
    """The names of the built-in models' phases with a phase's id."""
    models = [model for each in Language for model in built_in(each)]
    return {bare(name): phase.id for model in models for phase in model.phases for name in _names(phase)}


def _names(phase: Phase) -> tuple[str, ...]:
    return (phase.name, *also_called(phase.name))


def is_phase(words: str, model: PhaseModel | None = None) -> bool:
    """Whether these words are what people call a phase."""
    if _is_known(bare(words), model):
        return True
    parts = _parts(words)
    return len(parts) > 1 and all(_is_known(part, model) for part in parts)


def _is_known(plain: str, model: PhaseModel | None) -> bool:
    known = (_rows(), _built_in(), _own(model) if model else {})
    return any(form in names for form in _forms(plain) for names in known)


def _forms(plain: str) -> tuple[str, ...]:
    """A name as it stands, and without the word that says that it is a phase ("Kaufphase", "Awareness stage")."""
    found = _CALLED.fullmatch(plain)
    return (plain, *dict.fromkeys((found[1], found[1].removesuffix("s")))) if found else (plain,)


def _parts(words: str) -> tuple[str, ...]:
    """The names in a name of several ("Information & Vergleich")."""
    return tuple(filter(None, map(bare, _SEVERAL.split(words))))


@lru_cache(maxsize=64)
def _own(model: PhaseModel) -> dict[str, str]:
    """The names of a model's phases in every language, with their ids."""
    twins = [each for spoken in Language for each in built_in(spoken) if each.id == model.id]
    return {bare(name): phase.id for each in (*twins, model) for phase in each.phases for name in _names(phase)}


def phases_in(model: PhaseModel, words: Iterable[str]) -> dict[str, str]:
    """For the words of each phase the id of the model's phase: by its name, else by what the crosswalk says; "" where
    nothing says it."""
    return {each: next(filter(None, _found(each, model)), "") for each in words}


def _found(words: str, model: PhaseModel) -> Iterator[str]:
    """Where a phase may stand, the surest first: by its whole name, else by the first name in it."""
    for plain in dict.fromkeys((bare(words), *_parts(words))):
        for form in _forms(plain):
            yield _own(model).get(form) or _across(form, model)


def _across(plain: str, model: PhaseModel) -> str:
    rows = (
        rows_of(_built_in()[plain]) if plain in _built_in() else {_rows()[plain]} if plain in _rows() else frozenset()
    )
    return next((phase.id for phase in model.phases if rows_of(phase.id) & rows), "")


def fitting(words: Sequence[str], language: Language) -> PhaseModel | None:
    """The built-in model that has phases with all of these names, the one with the fewest others first; None for none."""
    plain = {bare(each) for each in words}
    fits = [model for model in built_in(language) if plain and plain <= _own(model).keys()]
    return min(fits, key=lambda model: len(model.phases), default=None)


def own_model(words: Sequence[str], name: str, model_id: str) -> tuple[OwnModel, Mapping[str, str]]:
    """A model of these phases, and the id of each. ValueError unless there are 3 to 12."""
    phases, ids = [], {}
    zone = Zone.BEFORE
    for place, each in enumerate(words, 1):
        zone = _zone(bare(each)) or zone
        phases.append(Phase(id=f"{model_id}.{place}", name=each[:LINE_LIMIT], zone=zone))
        ids[each] = phases[-1].id
    return OwnModel(id=model_id, name=name[:LINE_LIMIT], phases=tuple(phases)), ids


def _zone(plain: str) -> Zone | None:
    rows = rows_of(_built_in()[plain]) if plain in _built_in() else {_rows().get(plain, "")}
    return next((row.zone for row in crosswalk(Language.EN) if row.id in rows), None)
