#!/bin/sh
# Streamlit 1.67.0, its own test runner (streamlit.testing.v1.AppTest): three small apps without any component, each run twice.
# Expected: a run reads the app's script; what is installed beside Streamlit makes no difference.
# What happens: the first run of every AppTest looks through the metadata of all installed packages for components (version 2),
# and forgets them again: three apps in one process read all of it three times. In an environment of 100 packages it takes a
# quarter of a second each, several times as long as the run of a page, and more with every package.
# It costs whoever has hundreds of such tests: most of their time. A cache around
# streamlit.components.v2.manifest_scanner.scan_component_manifests, set by the tests, ends it.
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0
cd "$folder"
"$folder/venv/bin/python" - <<'PY'
import importlib.metadata
import logging
import sys

import streamlit
from streamlit.testing.v1 import AppTest

logging.disable(logging.CRITICAL)
looked = []
distributions = importlib.metadata.distributions


def counted(**options):
    found = list(distributions(**options))
    looked.append(len(found))
    return found


importlib.metadata.distributions = counted
for number in range(3):
    app = AppTest.from_string(f"import streamlit as st\nst.text('app {number}')")
    assert app.run().text[0].value == f"app {number}"
    before = len(looked)
    app.run()
    print(f"app {number}: packages looked through so far {before} times, after its second run {len(looked)} times")
print(f"Streamlit {streamlit.__version__}: {len(looked)} looks at {looked[0]} packages for 3 apps")
sys.exit(0 if len(looked) == 3 else 1)
PY
