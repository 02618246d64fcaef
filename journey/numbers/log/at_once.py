"""Several pieces of work at the same time: NumPy gives way to other threads while it works through an array."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_THREADS = max(2, min(os.cpu_count() or 1, 4))


def at_once(work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """The results of `work` for each item, in their order. The first error is raised when those
    under way have ended."""
    several = list(items)
    if len(several) < 2:
        return [work(one) for one in several]
    with ThreadPoolExecutor(_THREADS) as threads:
        return list(threads.map(work, several))
