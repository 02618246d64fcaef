"""The app's script, compiled once, as Streamlit itself does with the script that it runs."""

from functools import cache
from types import CodeType

from tools.app_server import ROOT


@cache
def house() -> CodeType:
    """The code of ui/shell/script.py."""
    path = ROOT / "ui" / "shell" / "script.py"
    return compile(path.read_text("utf-8"), str(path), "exec")
