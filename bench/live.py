"""A live room under load, beside the same exercise as a plain Streamlit page with polling, in one run.

`python -m bench.live [--phones 500]`: a Collect exercise, 20 acts a second in all for half a minute, every phone with an
event stream of its own; then the server is killed and 200 phones come back at once. After that people on the plain page
write as often as people with phones did, ever more or fewer of them, until no more bear the same time from tap to
acknowledgement: with Streamlit's own settings, and with those of the app. Everything runs on this machine, the load's own
generator too. The ratio counts.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Collection
from pathlib import Path

from bench import live_room
from bench.live_room import LOOKS, Measured
from bench.plain_people import PlainPage, most_people
from bench.told import share
from phones.following import LOOK

PHONES, RATE, SECONDS, COMING_BACK = 500, 20.0, 30.0, 200
_HOPED = 8  # times as many people as on the plain page
_SELDOM = 2.0  # s between two looks of the plain page; phones hear ten times as soon
_PLAIN = {
    "Streamlit's own settings": PlainPage(_SELDOM, own_settings=True),
    "the app's settings": PlainPage(_SELDOM, own_settings=False),
    "the app's settings, news as soon as on phones": PlainPage(LOOK, own_settings=False),
}


def main(phones: int = PHONES) -> None:
    """Print what was measured, with what is to be reached, and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        seen = asyncio.run(live_room.measured(Path(folder) / "data", phones, RATE, SECONDS, min(phones, COMING_BACK)))
    _print_room(seen)
    bearable, each = share(list(seen.acknowledged.values()), 95), phones / RATE
    print(f"\nthe same as a plain Streamlit page, an act every {each:g} s a person, 19 of 20 acts")
    for name, page in _PLAIN.items():
        print(f"  {name}: a look every {page.looks:g} s")
        people = most_people(page, bearable, each, phones // _HOPED)
        more = f"{phones / people:.1f} times as many phones" if people else "no ratio: it is slower for one alone"
        print(f"  {people} people within {bearable * 1000:.0f} ms: {more} (8 or more)")


def _print_room(seen: Measured) -> None:
    print(f"{seen.phones} phones, {RATE:g} acts a second for {SECONDS:g} s, in after {seen.joined_in:.1f} s")
    _print_times("from tap to acknowledgement", seen.acknowledged.values(), "p95 0.3 s")
    _print_times(f"to a facilitator who looks every {LOOKS:g} s", seen.shown.values(), "p95 0.6 s")
    print(f"  {len(seen.acknowledged)} acts acknowledged, {seen.astray} of them not exactly once in the store (0)")
    print(f"  {seen.errors} errors (0), {seen.news / SECONDS / seen.phones:.1f} news a second and phone")
    print(f"  the server's peak memory {seen.peak_mb:.0f} MB (300)")
    restarted = f"{seen.restarted_in:.1f} s after kill -9 until the server answers"
    print(f"  {seen.back} phones that come back at once: all served {seen.served_in:.1f} s after that (5); {restarted}")


def _print_times(name: str, times: Collection[float], hoped: str) -> None:
    half, most, worst = (share(list(times), percent) * 1000 for percent in (50, 95, 100))
    print(f"  {name:<42} p50 {half:5.0f}   p95 {most:5.0f}   longest {worst:5.0f} ms ({hoped})")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=PHONES)
    main(parser.parse_args().phones)
