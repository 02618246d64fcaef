#!/bin/sh
# Typer 0.28.0 and 0.29.2: an option "since: datetime", given a day as file names and databases write it, 20260131.
# Expected: what 0.28 does: "does not match the formats '%Y-%m-%d', …" (its help names the three, that of 0.29 says <datetime> alone); or the last of January.
# What happens since 0.29, which reads values by pydantic: 20260131 is taken for seconds since 1970, so "since" is 23 August 1970 and
# whoever filters by it gets everything, with exit code 0. 2026-01-31T10:00+01:00 now gives a time that knows its zone, which Python will not
# compare with datetime.now(); and "1.0" is a whole number now.
# A program without any of this pays too: with one text option it takes more than half as long again to start (processor time, side by side).
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/since.py" <<'PY'
from datetime import datetime

import typer

app = typer.Typer()


@app.command()
def main(since: datetime = datetime(2026, 1, 1), count: int = 1):
    print(since.isoformat(), count)


app()
PY
cat > "$folder/hello.py" <<'PY'
import typer

app = typer.Typer()


@app.command()
def main(name: str = "you"):
    print("Hello", name)


app()
PY
for version in 0.28.0 0.29.2; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install --quiet --disable-pip-version-check "typer==$version"
done
python3 - "$folder" <<'PY'
import resource, subprocess, sys

folder = sys.argv[1]
OLD, NEW = (f"{folder}/{version}/bin/python" for version in ("0.28.0", "0.29.2"))
SEEN = {
    ("--since", "20260131"): (None, "1970-08-23T11:48:51+00:00 1"),
    ("--since", "2026-01-31T10:00+01:00"): (None, "2026-01-31T10:00:00+01:00 1"),
    ("--since", "2026-01-31"): ("2026-01-31T00:00:00 1", "2026-01-31T00:00:00 1"),
    ("--count", "1.0"): (None, "2026-01-01T00:00:00 1"),
}


def said(python, *words):
    done = subprocess.run([python, f"{folder}/since.py", *words], capture_output=True, text=True)
    return None if done.returncode else done.stdout.strip()


def seconds(python):
    """Processor time from start to end, the least of eight runs."""
    runs = []
    for _ in range(8):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([python, f"{folder}/hello.py"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        runs.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(runs)


for words, expected in SEEN.items():
    seen = said(OLD, *words), said(NEW, *words)
    print(*words, "0.28.0:", seen[0] or "refused", "0.29.2:", seen[1] or "refused")
    assert seen == expected, seen
factor = seconds(NEW) / seconds(OLD)
print(f"start of a program with one text option: {factor:.1f} times")
assert factor > 1.5, factor
PY
