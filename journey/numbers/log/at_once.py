"""Several pieces of work at the same time: NumPy gives way to other threads while it works through an array."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORTH_IT = 50_000
_THREADS = max(2, min(os.cpu_count() or 1, 4))
_AHEAD = 4
"""So many items are taken for each thread before the first one's result is."""


def at_once(work: Callable[[Item], Result], items: Iterable[Item], size: int = _WORTH_IT) -> list[Result]:
    """The results of `work` for each item, in their order. The first error is raised when those
    under way have ended. `size`: about how many numbers are worked through; few are done before a thread has begun."""
    several = list(items)
    if len(several) < 2 or size < _WORTH_IT:
        return [work(one) for one in several]
    return list(in_turn(work, several))


def in_turn(work: Callable[[Item], Result], items: Iterable[Item]) -> Generator[Result]:
    """The results of `work` for each item, in their order, as they come: items are taken a few ahead and results are not kept.
    The first error is raised in its place, when those under way have ended; no more items are taken then."""
    from concurrent.futures import Future, ThreadPoolExecutor

    waiting: deque[Future[Result]] = deque()
    threads = ThreadPoolExecutor(_THREADS)
    try:
        for item in items:
            waiting.append(threads.submit(work, item))
            if len(waiting) == _AHEAD * _THREADS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        threads.shutdown(cancel_futures=True)
