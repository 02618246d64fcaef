"""What a measured program says about itself: one line of JSON on standard output, its own peak memory among it. And what
is said of another one."""

import json
import math
import os
import resource
import sys
from collections.abc import Sequence
from pathlib import Path


def tell(**values: object) -> None:
    """Print the values and `peak_mb`."""
    print(json.dumps({**values, "peak_mb": peak_mb()}))


def peak_mb() -> float:
    """The most memory that this process ever held, in MB. What ru_maxrss says on Linux is at least what the process held that
    started this one."""
    if not math.isnan(told := peak_mb_of(os.getpid())):
        return told
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def peak_mb_of(process: int) -> float:
    """The most memory that a running process ever held, in MB; not a number where the system does not say."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return float("nan")
    return next((int(line.split()[1]) / 2**10 for line in lines if line.startswith("VmHWM:")), float("nan"))


def share(times: Sequence[float], percent: int) -> float:
    """The time that so many percent of the times do not exceed; of no times not a number."""
    return sorted(times)[max(0, math.ceil(len(times) * percent / 100) - 1)] if times else float("nan")
