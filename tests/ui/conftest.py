"""Looking at a tab from outside of its script is what tests do: Streamlit's warnings about it are not for us."""

import logging

import pytest
from streamlit import config

OUTSIDE = "streamlit.runtime"


@pytest.fixture(autouse=True, scope="session")
def _quiet_but_telling() -> None:
    for name in list(logging.root.manager.loggerDict):
        if name.startswith(OUTSIDE):
            logging.getLogger(name).setLevel(logging.ERROR)
    config.set_option("client.showErrorDetails", "full")
