"""The contribution of channels to conversions. None of these models is causal: they share out what happened, and say
nothing about what would have happened without a channel; whoever shows a figure says so."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import PhasedLog
from journey.numbers.log.grouped import grouped
from journey.numbers.log.markov import TooManyChannels, removal_credits
from journey.numbers.log.runs import begins, ends
from journey.numbers.log.touches import Touches, touches

ENDS = 0.4
"""What the first and the last touch get each in the position-based model; those between share the rest."""

Shares = NDArray[np.float64]


class Model(StrEnum):
    """How a case's conversion is shared out among its touches.

    FIRST, LAST: all of it to the first or the last touch. LINEAR: to every touch the same. POSITION: 40 % to the first,
    40 % to the last, 20 % in equal parts to those between; two touches get half each, a single one all. In these four a
    channel that was touched twice has two touches.
    MARKOV: the removal effect in a first-order Markov chain, see `markov`.
    SHAPLEY: the exact Shapley value of the game in which a set of channels is worth the conversions of all cases whose
    channels all lie in it. That comes to each case's conversion in equal parts to its different channels, however often
    or in which order they were touched. Source: L. S. Shapley (1953), A value for n-person games, Contributions to the
    Theory of Games II, 307-317.
    """

    FIRST = "first"
    LAST = "last"
    LINEAR = "linear"
    POSITION = "position"
    MARKOV = "markov"
    SHAPLEY = "shapley"


@dataclass(frozen=True)
class Credit:
    """What a channel is given: conversions (a number with a fraction), their share of 1 (None without any), and revenue
    (None where the log has none, and in the Markov model)."""

    channel: str
    conversions: float
    share: float | None
    revenue: float | None


@dataclass(frozen=True)
class Attribution:
    """The credits of the channels, largest first, then by name; they add up to `conversions`, and the revenue to that of
    the cases that convert. `untouched`: conversions before which no channel was seen; nobody is given those."""

    model: Model
    credits: tuple[Credit, ...]
    conversions: int
    untouched: int


def attribution(
    log: PhasedLog, target: str, model: Model, channel: str = "channel", revenue: str = "revenue"
) -> Attribution:
    """The contribution of channels to reaching the phase `target`, see `touches`. PhaseNotInLog, NoSuchColumn; for the
    Markov model TooManyChannels."""
    return credited(touches(log, target, channel, revenue), model)


def credited(touched: Touches, model: Model) -> Attribution:
    """The same for touches that were already gathered. Channels that were never touched are left out."""
    conversions, revenue = _figures(touched, model)
    total, many = touched.conversions, len(touched.channels)
    found = [
        Credit(
            touched.channels[code],
            float(conversions[code]),
            float(conversions[code]) / total if total else None,
            None if revenue is None else float(revenue[code]),
        )
        for code in np.flatnonzero(np.bincount(touched.channel, minlength=many)).tolist()
    ]
    ranked = sorted(found, key=lambda credit: (-credit.conversions, credit.channel))
    return Attribution(model, tuple(ranked), total, touched.untouched)


def by_every_model(touched: Touches) -> tuple[Attribution, ...]:
    """The same by all models, without one that cannot deal with so many channels."""
    found = []
    for model in Model:
        try:
            found.append(credited(touched, model))
        except TooManyChannels:
            continue
    return tuple(found)


def _figures(touched: Touches, model: Model) -> tuple[Shares, Shares | None]:
    """Each channel's conversions, and its revenue where it is shared out."""
    if model is Model.MARKOV:
        return removal_credits(touched), None
    case, channel, share = _shared_out(touched, model)
    many = len(touched.channels)
    conversions = np.bincount(channel, share, many).astype(np.float64)
    if touched.revenue is None:
        return conversions, None
    return conversions, np.bincount(channel, share * touched.revenue[case], many).astype(np.float64)


def _shared_out(touched: Touches, model: Model) -> tuple[NDArray[np.int64], NDArray[np.int64], Shares]:
    """Cases, channels and what of the case's conversion the channel gets."""
    case, channel = touched.case[touched.leading].astype(np.int64), touched.channel[touched.leading].astype(np.int64)
    if model is Model.SHAPLEY:
        return _distinct(case, channel)
    first, last = begins(case), ends(case)
    if model in {Model.FIRST, Model.LAST}:
        row = np.flatnonzero(first if model is Model.FIRST else last)
        return case[row], channel[row], np.ones(len(row))
    number = touched.numbers[case]
    if model is Model.LINEAR:
        return case, channel, 1 / number
    between = (1 - 2 * ENDS) / np.maximum(number - 2, 1)
    share = np.where(first | last, ENDS, between)
    return case, channel, np.where(number < 3, 1 / number, share)


def _distinct(
    case: NDArray[np.int64], channel: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], Shares]:
    found = grouped(case, channel)
    return (
        np.repeat(found.keys, found.different),
        found.values[found.new],
        np.repeat(1 / found.different, found.different),
    )
