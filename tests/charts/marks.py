"""What a drawn chart holds: its marks by layer, and its words."""

from collections.abc import Callable
from typing import Any

from journey.charts.kit.canvas import Datum, LayeredChart
from journey.model import Language

Spec = dict[str, Any]
"""A chart as plain Vega-Lite."""
Drawing = Callable[[Language, bool], LayeredChart]
"""Draws something in a language, dark or light."""


def values(found: Spec, number: int) -> list[Datum]:
    """The values of the layer with this number."""
    data: list[Datum] = found["datasets"][f"layer{number}"]
    return data


def layer(found: Spec, mark: str, **has: object) -> list[Datum]:
    """The values of the layers of a mark type whose mark has these properties."""
    return [
        datum
        for each in found["layer"]
        if each["mark"]["type"] == mark and all(each["mark"].get(key) == value for key, value in has.items())
        for datum in found["datasets"][each["data"]["name"]]
    ]


def words(found: Spec) -> list[str]:
    return [line for datum in layer(found, "text") for line in datum["t"].split("\n")]
