"""What a reading has to do with, and where its problems go."""

from dataclasses import dataclass

from journey.exchange.guarding.problems import Problem, ProblemSeverity
from journey.model import Language, Workshop

MOST_PROBLEMS = 500


class Report:
    """Collects problems; after MOST_PROBLEMS of a severity it only counts."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.room = dict.fromkeys(ProblemSeverity, MOST_PROBLEMS)
        self.uncounted = 0

    def add(
        self,
        severity: ProblemSeverity,
        key: str,
        sheet: str = "",
        row: int = 0,
        *,
        column: str = "",
        done: str = "",
        **values: str,
    ) -> None:
        """Note a problem (see Problem)."""
        if self.room[severity]:
            self.room[severity] -= 1
            self.problems.append(Problem(severity, key, sheet, row, column, tuple(values.items()), done))
        else:
            self.uncounted += 1

    def all(self) -> tuple[Problem, ...]:
        """Every problem, and how many more there were."""
        if not self.uncounted:
            return tuple(self.problems)
        return (*self.problems, Problem(ProblemSeverity.NOTE, "more", values=(("count", str(self.uncounted)),)))


@dataclass(frozen=True)
class Job:
    """What a reading has to do with: the workshop that the file may be a copy of, where problems go, the language of the
    workbook, and the folded names of all phases that may be meant."""

    base: Workshop | None
    report: Report
    language: Language = Language.DE
    phases: frozenset[str] = frozenset()
