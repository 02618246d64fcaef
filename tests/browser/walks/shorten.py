"""Shortens a walk that lost something: leaves out act after act as long as the same is lost, within a limit of time."""

import time
from collections.abc import Callable, Sequence

from tests.browser.walks.acts import Act
from tests.browser.walks.machine import Loss, end, step
from tests.browser.walks.stage import Stage


def walk_again(acts: Sequence[Act], stage: Stage) -> Loss | None:
    """Walk these acts, passing over those that are not possible there; the loss if there is one."""
    walked: list[Act] = []
    for act in acts:
        if act.possible(stage) and (loss := step(stage, walked, act)):
            return loss
    return end(stage, walked, exports=False) if walked else None


def shortest(loss: Loss, begin: Callable[[], Stage], seconds: float) -> Loss:
    """The shortest walk with the same loss that was found in time."""
    until = time.monotonic() + seconds
    place = len(loss.acts) - 1
    while place >= 0 and time.monotonic() < until:
        fewer = (*loss.acts[:place], *loss.acts[place + 1 :])
        again = walk_again(fewer, begin()) if fewer else None
        if again and again.kind == loss.kind and len(again.acts) < len(loss.acts):
            loss, place = again, min(place, len(again.acts))
        place -= 1
    return loss
