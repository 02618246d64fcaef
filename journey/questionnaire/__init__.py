"""The questions of the self-audit, chosen by what a phase is: its crosswalk rows, or its zone in own models."""

import tomllib
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from journey.model import Language, Phase, Value
from journey.phases import PhaseModel
from journey.phases.crosswalk import crosswalk, rows_of

HONESTY, CUSTOMERS_FIRST = "honesty", "customers-first"
"""The two questions about social media (article C) that rules ask for, too."""

A_PHASE = 5
"""So many questions are asked in a phase."""


class AuditQuestion(Value):
    """A question in one language; "yes" is the good answer. `phase` is the phase id that it is asked for (None = the
    whole firm), `article` the letter of the article that it follows from ("" = the app's own)."""

    id: str
    phase: str | None
    text: str
    help: str
    article: str


@cache
def known_questions() -> frozenset[str]:
    """The ids of all questions."""
    return frozenset(entry["id"] for entry in _entries())


def questions(model: PhaseModel, language: Language) -> tuple[AuditQuestion, ...]:
    """What is asked with a phase model: first the whole firm, then five questions a phase, in phase order."""
    general = (e for e in _entries() if not ({"rows", "zones", "every"} & e.keys()))
    asked = [_question(entry, None, language) for entry in general]
    for phase in model.phases:
        asked += [_question(entry, phase, language) for entry in _of(phase)]
    return tuple(asked)


def question_words(question_id: str, language: Language) -> str:
    """A question without its phase; "" for an unknown one."""
    entry = next((entry for entry in _entries() if entry["id"] == question_id), None)
    return str(entry["text"][language]).replace("{phase}", "…") if entry else ""


def _of(phase: Phase) -> list[dict[str, Any]]:
    """The questions of a phase: those of its rows in turn, so that each row is heard, then those of every phase."""
    every = [entry for entry in _entries() if entry.get("every")]
    rows = rows_of(phase.id)
    if rows:
        each = [
            [e for e in _entries() if row.id in e.get("rows", ())] for row in crosswalk(Language.EN) if row.id in rows
        ]
        own = [entry for turn in zip_longest(*each) for entry in turn if entry]
    else:
        own = [entry for entry in _entries() if phase.zone in entry.get("zones", ())]
    return [*own[: A_PHASE - len(every)], *every]


def _question(entry: dict[str, Any], phase: Phase | None, language: Language) -> AuditQuestion:
    name = phase.name if phase else ""
    return AuditQuestion(
        id=entry["id"],
        phase=phase.id if phase else None,
        text=entry["text"][language].replace("{phase}", name),
        help=entry["help"][language] if "help" in entry else "",
        article=entry["article"],
    )


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    data = tomllib.loads((Path(__file__).parent / "questions.toml").read_text("utf-8"))
    return tuple(data["questions"])
