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
    folders = ("journey", "phones", "ui", "pages", "sample_data")
    paths = [ROOT / "app.py", *(path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))]
    return tuple((str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))) for path in paths if path.is_file())


_IN_TEMPLATES = re.compile(r"""\b(t|many)\(\s*["']([\w.]+)["'](\s*~)?""")


@cache
def templates() -> tuple[tuple[str, str], ...]:
    """Every template of a page with its path."""
    files = sorted((ROOT / "phones" / "templates").rglob("*.html"))
    return tuple((str(path.relative_to(ROOT)), path.read_text("utf-8")) for path in files)


def spoken_in_templates() -> Iterator[tuple[str, int, str, str]]:
    """Path, line, speaker and key of every call of a template; a key that is put together ends with a point."""
    for path, words in templates():
        for found in _IN_TEMPLATES.finditer(words):
            yield path, words.count("\n", 0, found.start()) + 1, found[1], found[2]


def spoken_keys() -> Iterator[tuple[str, int, str, str]]:
    """Path, line, speaker and key of every call that names its key literally."""
    yield from (said for said in spoken_in_templates() if not said[3].endswith("."))
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
    in_templates = re.findall(r"""["']([\w.]+)["']""", " ".join(words for _, words in templates()))
    return {node.value for node in nodes if isinstance(node.value, str)} | set(in_templates)


def patterns() -> set[str]:
    """Every formatted string that may build a key, as a regular expression: its gaps stand for anything."""
    strings = (node for _, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    built = {
        "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.-]+" for part in node.values)
        for node in strings
    }
    built |= {re.escape(key) + r"[\w.-]+" for _, _, _, key in spoken_in_templates() if key.endswith(".")}
    return {pattern for pattern in built if re.match(r"[a-z_]+\\\.", pattern)}
