"""What the source says about interface words: the keys that it names, read from its syntax trees."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]

SPEAKERS = {"text", "t", "many", "has"}
"""Functions whose first argument is a key."""

DYNAMIC = {
    r"choices\..*": "texts.choice builds them from the members of model.choices",
    r"fields\..*": "every field of every card has a word, shown or not",
    r"critic\.\w+\.(title|why|next)": "critic.wording builds them from the ids of RULES",
    r"history\.label\..*": "the labels of changes",
    r"\w+\.(called|heading)": "ui.kit.rooms and the line on top build them from a page's name",
    r"\w+\.view(_\w+)?": "ui.kit.views builds them from a page's name",
}
"""Keys that no string of the source names, with the reason: the one place for such exceptions."""

ENDINGS = re.compile(r"(\.one|\.many|\.named|\.unnamed|_hint)$")
"""What the source adds to a key that it names: singular or plural, with or without a name, the hint of a button."""


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    """Every module of the app with its path."""
    folders = ("journey", "ui", "pages", "sample_data")
    paths = [ROOT / "app.py", *(path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))]
    return tuple((str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))) for path in paths if path.is_file())


def spoken_keys() -> Iterator[tuple[str, int, str, str]]:
    """Path, line, speaker and key of every call that names its key literally."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            key = node.args[0]
            if name in SPEAKERS and isinstance(key, ast.Constant) and isinstance(key.value, str) and "." in key.value:
                yield path, node.lineno, name, key.value


def literals() -> set[str]:
    """Every string of the source."""
    nodes = (node for _, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in nodes if isinstance(node.value, str)}


def patterns() -> set[str]:
    """Every formatted string that may build a key, as a regular expression: its gaps stand for anything."""
    strings = (node for _, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    built = {
        "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.-]+" for part in node.values)
        for node in strings
    }
    return {pattern for pattern in built if re.match(r"[a-z_]+\\\.", pattern)}
