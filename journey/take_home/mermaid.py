"""The map as a diagram of Mermaid's kind `journey`: for wikis and repositories that draw it. Its grammar holds less than the
map: scores are 1 to 5, some signs part a line, and some words at its beginning mean something. What it cannot hold is
altered so that one sees it, and said in a comment at the top."""

import re

from journey.lazy_re import lazy_re
from journey.model import Emotion, Language, Workshop
from journey.take_home.takeaway import Takeaway
from journey.texts import text

_LOOK_ALIKES = str.maketrans({"#": "＃", ";": "；", ":": "：", "%": "％", "<": "‹", ">": "›", "{": "❴", "}": "❵"})
"""Signs that part a line, begin a comment or markup, and those that stand in for them."""
_MEANT = lazy_re(r"(?:title|section|journey|acctitle|accdescr)\b", re.IGNORECASE)
"""Words that Mermaid takes for its own where a line begins with them."""
NEUTRAL = 3
"""Zero on Mermaid's scale from 1 to 5; so is what nobody scored, and its name says it."""


def diagram(workshop: Workshop, language: Language) -> str:
    """The map as Mermaid text: a section a phase, a task a touchpoint with its score and the personas that it names."""
    copy = Takeaway(workshop, language)
    told = [f"%% {_name(words)}" for words in text("takehome.mermaid.how", language).split("\n")]
    written = ["journey", *told, f"    title {_name(copy.title)}"]
    for column in copy.journey.columns:
        written.append(f"    section {_name(copy.phase_name(column))}")
        for feeling in column.feelings:
            touchpoint = workshop.touchpoint(feeling.id)
            people = copy.people_of(touchpoint) if touchpoint else ()
            name = feeling.title or copy.untitled
            if feeling.emotion is None:
                name = text("takehome.mermaid.unscored", language, title=name)
            written.append(f"      {_task(name)}: {points(feeling.emotion)}{_actors(people)}")
    return "\n".join(written) + "\n"


def points(emotion: Emotion | None) -> int:
    """A score on Mermaid's scale from 1 to 5."""
    return NEUTRAL if emotion is None else int(emotion) + NEUTRAL


def _actors(people: tuple[str, ...]) -> str:
    named = ", ".join(_name(person).replace(",", "‚") for person in people)
    return f": {named}" if named else ""


def _task(name: str) -> str:
    """A task's name; a dot in front of what would mean something else."""
    written = _name(name)
    return f"· {written}" if _MEANT.match(written) else written


def _name(words: str) -> str:
    return " ".join(words.split()).translate(_LOOK_ALIKES)
