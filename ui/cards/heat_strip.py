"""Where the findings lie: a strip over the phases, the redder the more weight, with the number written in it."""

from collections.abc import Iterable

from journey.critic import Finding, Severity
from journey.palette import COOL, HOT, mixed, text_on
from ui.state import session
from ui.state.words import figure, many, safe

_WEIGHTS = {Severity.HIGH: 3, Severity.MEDIUM: 2, Severity.LOW: 1, Severity.STRENGTH: 0}
_HOTTEST = 8


def heat_strip(found: Iterable[Finding]) -> str:
    """The strip as HTML: a field a phase with its name and the number of open findings."""
    weights: dict[str, int] = {}
    counts: dict[str, int] = {}
    for finding in found:
        if finding.severity is not Severity.STRENGTH:
            weights[finding.phase] = weights.get(finding.phase, 0) + _WEIGHTS[finding.severity]
            counts[finding.phase] = counts.get(finding.phase, 0) + 1
    fields = "".join(
        _field(phase.name, counts.get(phase.id, 0), weights.get(phase.id, 0)) for phase in session.model().phases
    )
    return f"<ol class='j-heat'>{fields}</ol>"


def _field(name: str, count: int, weight: int) -> str:
    colour = mixed(COOL, HOT, min(weight, _HOTTEST) / _HOTTEST)
    words = many("analysis.findings", count)
    return (
        f"<li style='background:{colour};color:{text_on(colour)}' title='{safe(words)}'>"
        f"<b>{figure(count)}</b><span>{safe(name)}</span></li>"
    )
