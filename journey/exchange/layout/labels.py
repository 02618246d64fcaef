"""Readable names for ids: the title where only one card has it, else the title and the id in brackets."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from journey.lazy_re import lazy_re
from journey.model import COLLECTIONS, KINDS, MODELS, PHASES, Entity, Language, Workshop, called, target_of
from journey.phases import PhaseModel, model_of, models
from journey.texts import has, text

BRACKETED = lazy_re(r"(?:^|\s)\[([A-Za-z0-9][A-Za-z0-9._-]{0,63})\]$")


def bracketed(entity_id: str, name: str = "") -> str:
    """A label that carries the id itself."""
    return f"{name} [{entity_id}]".lstrip()


def labelled(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A different label for each id of pairs (id, name). The first of an id's names counts."""
    first: dict[str, str] = {}
    for entity_id, name in names:
        first.setdefault(entity_id, name)
    uses = Counter(first.values())
    return {
        entity_id: name if name and uses[name] == 1 and not BRACKETED.search(name) else bracketed(entity_id, name)
        for entity_id, name in first.items()
    }


def folded(words: str) -> str:
    """Words without regard to case and white space."""
    return " ".join(words.split()).casefold()


def formerly(key: str) -> tuple[str, ...]:
    """What older workbooks call a header ("touchpoints.setting") or a choice ("Setting.offline"), in both languages."""
    full = f"exchange.former.{key}"
    return tuple(text(full, each) for each in Language if has(full, each))


def also_called(phase: str) -> tuple[str, ...]:
    """Other names for a phase that people write: "Awareness" and "Bewusstsein" for "Awareness (Bewusstsein)", and the bare
    noun for one with an article."""
    if named := _TWICE_NAMED.fullmatch(phase):
        return named[1], named[2]
    bare = _ARTICLE.sub("", phase)
    return (bare,) if bare != phase else ()


_TWICE_NAMED = lazy_re(r"(.+?)\s*\((.+)\)")
_ARTICLE = lazy_re(r"^(?:der|die|das|the)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True)
class Labels:
    """The labels of everything in a workshop that a cell can name, in one language: by target and id."""

    workshop: Workshop
    language: Language
    of: Mapping[str, Mapping[str, str]]
    _cards: dict[str, str] = field(default_factory=dict)

    def label(self, target: str, entity_id: str) -> str:
        """The label of an id among its target's; the bracketed id when it is not there."""
        return self.of[target].get(entity_id) or bracketed(entity_id)

    def card(self, entity_id: str) -> str:
        """The label of any card, with the word for its kind: "Touchpoint: Newsletter"."""
        place = self.workshop.places.get(entity_id)
        if place is None:
            return bracketed(entity_id)
        if entity_id not in self._cards:
            self._cards[entity_id] = f"{kind_word(place[0], self.language)}: {self.of[place[0]][entity_id]}"
        return self._cards[entity_id]

    def statement(self, card_id: str, name: str) -> str:
        """The word for a field of a card; "" for the whole card, other names in brackets."""
        place = self.workshop.places.get(card_id)
        words = statement_words(place[0], self.language) if place else {}
        return words.get(name) or (f"[{name}]" if name else "")


def kind_word(kind: str, language: Language) -> str:
    """The word for a card of a kind."""
    return text(f"fields.kinds.{kind}", language)


def statement_words(kind: str, language: Language) -> dict[str, str]:
    """The words for the fields of a kind that a citation can name."""
    names = (name for name in KINDS[kind].model_fields if name not in ("id", "rank"))
    return {name: text(f"fields.{kind}.{name}", language) for name in names}


def labels_of(workshop: Workshop, language: Language) -> Labels:
    """The labels of a workshop."""
    of: dict[str, dict[str, str]] = {
        PHASES: phase_labels(model_of(workshop, language)),
        MODELS: labelled((model.id, model.name) for model in models(workshop, language)),
    }
    titled = [kind for kind in KINDS if title_field(kind)]
    of.update({kind: labelled((e.id, title_of(e)) for e in workshop.collection(kind)) for kind in titled})
    for kind in COLLECTIONS:
        if kind not in of:
            of[kind] = {e.id: bracketed(e.id, described(e, of)) for e in workshop.collection(kind)}
    return Labels(workshop, language, of)


def phase_labels(model: PhaseModel) -> dict[str, str]:
    """The labels of a model's phases."""
    return labelled((phase.id, phase.name) for phase in model.phases)


def title_field(kind: str) -> str:
    """The field that names the cards of a kind; "" when there is none."""
    return _title_field(KINDS[kind])


def _title_field(type_: type[Entity]) -> str:
    match type_.said_by:
        case (name,) if not target_of(type_, name):
            return name
    return ""


def title_of(entity: Entity) -> str:
    """A card's title or name; "" for kinds that have none."""
    name = _title_field(type(entity))
    return str(getattr(entity, name)) if name else ""


def described(entity: Entity, of: Mapping[str, Mapping[str, str]]) -> str:
    """What to call a card; "" when nothing describes it."""
    return called(entity, lambda target, named: of[target].get(named) or bracketed(named))
