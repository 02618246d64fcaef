"""The Markov model of attribution: what would be lost if a channel were taken out of the chain of touches.

Source: E. Anderl, I. Becker, F. von Wangenheim, J. H. Schumann (2016), Mapping the customer journey: lessons learned from
graph-based online attribution modeling, International Journal of Research in Marketing 33(3):457-474.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.runs import begins, ends
from journey.numbers.log.touches import Touches

MOST_CHANNELS = 1_000
"""With more the chain's matrix would no longer be small; such a column is hardly one of channels."""

Floats = NDArray[np.float64]


class TooManyChannels(ValueError):
    """More different channels than a chain is made of."""


def removal_effects(touched: Touches) -> Floats:
    """For each channel the share of conversions that the chain loses without it, from 0 to 1.

    The chain's states are start, one a channel, conversion and null. Every case with a touch walks from start through
    its touches to conversion, or to null where it does not convert (cases that are still open too); the rates are the
    observed ones, of first order. Taking a channel out sends everybody who would come to it to null. Touches of one
    channel in a row are steps from the channel to itself; they change nothing in the effects, so that collapsing them
    first gives the same. TooManyChannels above MOST_CHANNELS."""
    start, step, converts = _rates(touched)
    chance = np.linalg.inv(np.eye(len(step)) - step)
    conversion = chance @ converts
    visited = (start @ chance) / np.diag(chance)
    reached = float(start @ conversion)
    return visited * conversion / reached if reached else np.zeros(len(step))


def removal_credits(touched: Touches) -> Floats:
    """Each channel's removal effect as a share of all channels' effects, times the conversions."""
    effects = removal_effects(touched)
    total = float(effects.sum())
    return effects / total * touched.conversions if total else effects


def _rates(touched: Touches) -> tuple[Floats, Floats, Floats]:
    """The rates from start to each channel, from channel to channel, and from each channel to conversion."""
    many = len(touched.channels)
    if many > MOST_CHANNELS:
        raise TooManyChannels(f"{many} channels")
    channel: NDArray[np.signedinteger[Any]] = touched.channel.astype(np.int64)
    first, last = begins(touched.case), ends(touched.case)
    onward = np.flatnonzero(~last)
    steps = np.bincount(channel[onward] * many + channel[onward + 1], minlength=many * many).reshape(many, many)
    starts = np.bincount(channel[first], minlength=many)
    converts = np.bincount(channel[last & touched.converted[touched.case]], minlength=many)
    left = np.maximum(np.bincount(channel, minlength=many), 1)
    return starts / max(int(starts.sum()), 1), steps / left[:, None], converts / left
