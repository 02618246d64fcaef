"""Looking at a tab from outside of its script is what tests do: Streamlit's warnings about it are not for us. Its search of
all installed packages for components, at the start of each tab, is made once."""

import logging
from collections.abc import Iterator
from functools import cache

import pytest
from streamlit import config
from streamlit.components.v2 import manifest_scanner

OUTSIDE = "streamlit.runtime"


@pytest.fixture(autouse=True, scope="session")
def _quiet_but_telling() -> Iterator[None]:
    for name in list(logging.root.manager.loggerDict):
        if name.startswith(OUTSIDE):
            logging.getLogger(name).setLevel(logging.ERROR)
    config.set_option("client.showErrorDetails", "full")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield
