"""The Java that Spark needs. `python -m tools.java` installs one where there is none; Spark's tests are skipped without."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = 17
"""Spark 4 runs on Java 17 and 21."""

_PACKAGES = ("openjdk-17-jre-headless", "openjdk-21-jre-headless")
_APT = Path(__file__).with_name("apt.sh")


def find() -> Path | None:
    """The Java of $JAVA_HOME, or else the one on the PATH; None where that is missing or too old."""
    home = os.environ.get("JAVA_HOME")
    named = Path(home, "bin", "java") if home else shutil.which("java")
    return Path(named) if named and _version(named) >= OLDEST else None


def provide() -> Path | None:
    """A Java, installed with apt-get if need be; None where that does not work."""
    for package in ("", *_PACKAGES):
        if package:
            subprocess.run(["/bin/sh", str(_APT), package], check=False)
        if found := find():
            return found
    return None


def _version(java: str | Path) -> int:
    try:
        said = subprocess.run([str(java), "-version"], check=False, capture_output=True, text=True).stderr
    except OSError:
        return 0
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


if __name__ == "__main__":
    if found := provide():
        print(f"Java: {found}")
    elif os.environ.get("CI") == "true":
        sys.exit("No Java found: Spark's tests need Java 17 or 21.")
    else:
        print("No Java found: the tests on Spark are skipped. Install Java 17 or 21 to run them.")
