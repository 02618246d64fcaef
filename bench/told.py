"""What a measured program says about itself: one line of JSON on standard output, its own peak memory among it."""

import json
import resource
import sys


def tell(**values: object) -> None:
    """Print the values and `peak_mb`."""
    print(json.dumps({**values, "peak_mb": peak_mb()}))


def peak_mb() -> float:
    """The most memory that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
