"""The questions of the self-audit, chosen by what a phase is: its crosswalk rows, or its zone in own models."""

import tomllib
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from journey.model import Language, Phase, Value, Workshop
from journey.phases import PhaseModel, built_in
from journey.phases.crosswalk import crosswalk, rows_of

HONESTY, CUSTOMERS_FIRST = "honesty", "customers-first"
"""The two questions about social media (article C) that rules ask for, too."""

A_PHASE = 5
"""So many questions are asked in a phase."""


PLAIN_MODEL = "five-phases"
"""The phase model whose questions are asked in plain words."""


class AuditQuestion(Value):
    """A question in one language; "yes" is the good answer. `phase` is the phase id that it is asked for (None = the
    whole firm), `article` the letter of the article that it follows from ("" = the app's own). What to do first where the
    answer is another one: a `touchpoint` of the catalogue, or a `proxy` of it to count with, and how to `begin` with it
    (all "" where there is nothing to pick)."""

    id: str
    phase: str | None
    text: str
    help: str
    article: str
    touchpoint: str
    proxy: str
    begin: str


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


def plain_model(language: Language) -> PhaseModel:
    """The model of the plain questions, its phases called by what people do in them."""
    model = next(each for each in built_in(language) if each.id == PLAIN_MODEL)
    names = {stage["phase"]: stage["name"][language] for stage in _data()["stages"]}
    phases = tuple(phase.model_copy(update={"name": names[phase.id]}) for phase in model.phases)
    return model.model_copy(update={"phases": phases})


def plain_questions(language: Language) -> tuple[AuditQuestion, ...]:
    """The same questions as with their model, in words that speak of no phase: stage by stage, the whole firm last."""
    deeds = {stage["phase"]: stage["deed"][language] for stage in _data()["stages"]}
    entries = {entry["id"]: entry for entry in _entries()}

    def plain(question: AuditQuestion) -> AuditQuestion:
        said = {name: entries[question.id].get(f"plain{end}") for name, end in (("text", ""), ("help", "_help"))}
        deed = deeds.get(question.phase or "", "")
        words = {name: each[language].replace("{deed}", deed) for name, each in said.items() if each}
        return question.model_copy(update=words)

    asked = [plain(question) for question in questions(plain_model(language), language)]
    return tuple(sorted(asked, key=lambda question: question.phase is None))


def taken_up(workshop: Workshop) -> frozenset[str]:
    """The ids of answers that an action of the workshop is about: the team has decided what to do about them."""
    return frozenset(action.subject for action in workshop.actions) & {answer.id for answer in workshop.audit}


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
        touchpoint=entry.get("touchpoint", ""),
        proxy=entry.get("proxy", ""),
        begin=entry["begin"][language] if "begin" in entry else "",
    )


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    return tuple(_data()["questions"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "questions.toml").read_text("utf-8"))
