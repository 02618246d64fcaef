"""Finds what a cell names: ids by their labels, as they stand in this workbook or stood there when it was written."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from journey.exchange.layout.labels import BRACKETED, bracketed, folded, labelled
from journey.lazy_re import lazy_re


class Unfit(ValueError):
    """A cell's value cannot be used. `key` is a text below exchange.problem with `values` for its placeholders."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Layer:
    """Labels with their ids, and words without regard to case with their ids ("" where several share them)."""

    exact: Mapping[str, str]
    loose: Mapping[str, str]


NO_LAYER = Layer({}, {})


@dataclass(frozen=True)
class Names:
    """What one target's labels mean. Earlier layers win. `known` are the ids that are there; None: any may be named.
    `written` is the layer of the labels as the workbook was written, also one of the layers. `dangling`: the ids that may be
    named in brackets although they are not there, because the open workshop names them too; None: any."""

    layers: tuple[Layer, ...]
    known: frozenset[str] | None = None
    written: Layer = NO_LAYER
    dangling: frozenset[str] | None = None

    def as_written(self) -> "Names":
        """The same where labels first mean what they meant when the workbook was written."""
        there = {
            label: named for label, named in self.written.exact.items() if self.known is None or named in self.known
        }
        return replace(self, layers=(Layer(there, {}), *self.layers))

    @property
    def moved(self) -> bool:
        """Whether a label that is still in use now means something else than when the workbook was written."""
        now = self.layers[0].exact if self.layers else {}
        return any(now.get(label, named) != named for label, named in self.written.exact.items())

    def find(self, words: str) -> str:
        """The id that words name. Unfit when nothing or several things are called so, or when it is gone."""
        if self.layers and words in self.layers[0].exact:
            return self.layers[0].exact[words]
        named = BRACKETED.search(words)
        if named and self._may_be(named[1], alone=words == bracketed(named[1])):
            return named[1]
        found = self._called(words)
        if self.known is not None and found not in self.known:
            raise Unfit("gone", value=words)
        return found

    def _may_be(self, entity_id: str, *, alone: bool) -> bool:
        if self.known is None and self.dangling is not None:
            there = any(entity_id in layer.exact.values() for layer in self.layers)
        else:
            there = self.known is None or entity_id in self.known
        return there or (alone and (self.dangling is None or entity_id in self.dangling))

    def is_label(self, words: str) -> bool:
        """Whether words are a label as the workbook writes it."""
        return any(words in layer.exact for layer in self.layers)

    def _called(self, words: str) -> str:
        for layer in self.layers:
            if words in layer.exact:
                return layer.exact[words]
        loose = folded(words)
        for layer in self.layers:
            if loose in layer.loose:
                if not layer.loose[loose]:
                    raise Unfit("ambiguous", value=words)
                return layer.loose[loose]
        raise Unfit("unknown_name", value=words)


def layer_of(names: Iterable[tuple[str, str]]) -> Layer:
    """A layer of pairs (id, name)."""
    pairs = list(names)
    labels = labelled(pairs)
    loose: dict[str, str] = {}
    for entity_id, name in (*pairs, *labels.items()):
        if name:
            key = folded(name)
            loose[key] = entity_id if loose.get(key, entity_id) == entity_id else ""
    return Layer({label: entity_id for entity_id, label in labels.items()}, loose)


def layer_of_labels(labels: Iterable[str], ids: Iterable[str]) -> Layer:
    """A layer of labels as they were once written."""
    pairs = list(zip(labels, ids, strict=False))
    return Layer(dict(pairs), {folded(label): entity_id for label, entity_id in pairs})


def several(
    words: str, find: Callable[[str], object], whole: Callable[[str], bool] = lambda _line: False
) -> tuple[list[object], list[Unfit]]:
    """What the items of a cell name, and what is wrong with the others. Items stand on lines of their own or between
    semicolons; `whole` tells a line that is one item although it holds a semicolon. Where an item means nothing, commas
    and the like part it too."""
    found: list[object] = []
    wrong: list[Unfit] = []
    for line in words.split("\n"):
        for item in (line,) if whole(line.strip()) else line.split(";"):
            if not item.strip():
                continue
            try:
                found.append(find(item.strip()))
            except Unfit as problem:
                parted, rest = _parted(item.strip(), find)
                found += parted
                wrong += [problem] if not parted else rest
    return found, wrong


_OTHER_MARKS = lazy_re(r"(\s*[,/|•·&]\s*|\s+(?:und|and|\+)\s+)", re.IGNORECASE)
_MOST_PARTS = 40


def _parted(item: str, find: Callable[[str], object]) -> tuple[list[object], list[Unfit]]:
    """What stands between other marks than semicolons: always the longest run that means something, because names may
    hold such marks themselves."""
    pieces = _OTHER_MARKS.split(item)
    if len(pieces) > 2 * _MOST_PARTS:
        return [], []
    found: list[object] = []
    wrong: list[Unfit] = []
    start = 0
    while start < len(pieces):
        for end in range(len(pieces), start, -2):
            words = "".join(pieces[start:end]).strip(" -–*")
            try:
                found.append(find(words))
                break
            except Unfit as problem:
                if end == start + 1 and words:
                    wrong.append(problem)
        start = end + 1
    return found, wrong
