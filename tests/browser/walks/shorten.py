"""Shortens a walk that lost something: leaves out half of its acts, a quarter, one, as long as the same is lost, within a limit of time."""

import time
from collections.abc import Callable, Sequence

from tests.browser.walks.acts.act import Act
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
    size = len(loss.acts) // 2
    while size:
        place = len(loss.acts)
        while place > 0:
            fewer = (*loss.acts[: max(0, place - size)], *loss.acts[place:])
            if time.monotonic() > until:
                return loss
            again = walk_again(fewer, begin()) if fewer else None
            if again and again.kind == loss.kind and len(again.acts) < len(loss.acts):
                loss, place = again, min(place, len(again.acts))
            else:
                place -= size
        size //= 2
    return loss
