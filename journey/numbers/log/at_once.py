"""Several pieces of work at the same time: NumPy gives way to other threads while it works through an array."""

import os
from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORTH_IT = 50_000
_THREADS = max(2, min(os.cpu_count() or 1, 4))


def at_once(work: Callable[[Item], Result], items: Iterable[Item], size: int = _WORTH_IT) -> list[Result]:
    """The results of `work` for each item, in their order. The first error is raised when those
    under way have ended. `size`: about how many numbers are worked through; few are done before a thread has begun."""
    several = list(items)
    if len(several) < 2 or size < _WORTH_IT:
        return [work(one) for one in several]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_THREADS) as threads:
        return list(threads.map(work, several))
