"""Pictures that Typst draws: nothing of them stays behind."""

import subprocess
import sys
from pathlib import Path

import pytest

_SEVERAL = """
from pathlib import Path
from resource import getpagesize
from journey.charts import journey_map_chart
from journey.charts.files import chart_file
from journey.journey_map import journey_map
from journey.model import Language
from journey.phases import model_of
from journey.samples import load_sample

workshop = load_sample("b2b-software-de")
journey = journey_map(workshop, model_of(workshop, Language.DE))

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize() / 1e6

held = []
for width in range(1_400, 1_405):
    chart_file(journey_map_chart(journey, Language.DE, dark=False, width=width), "png")
    held.append(megabytes())
print(held[-1] - held[1])
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not say it")
def test_pictures_do_not_pile_up_in_memory() -> None:
    told = subprocess.run([sys.executable, "-c", _SEVERAL], capture_output=True, text=True, check=True)
    assert float(told.stdout) < 60, "each of the three others has 50 MB of pixels"
