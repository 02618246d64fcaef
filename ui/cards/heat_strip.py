"""Where the findings lie: a strip over the phases, the redder the more weight, with the number written in it."""

from collections.abc import Iterable

from journey.critic import Finding, Severity
from journey.palette import COOL, HOT, mixed, text_on
from ui.state import session
from ui.state.words import figure, many, safe, t

_WEIGHTS = {Severity.HIGH: 3, Severity.MEDIUM: 2, Severity.LOW: 1, Severity.STRENGTH: 0}
_HOTTEST = 8


def heat_strip(found: Iterable[Finding]) -> str:
    """The strip as HTML: a field a phase with its name and the number of open findings, and one for those of no phase."""
    weights: dict[str, int] = {}
    counts: dict[str, int] = {}
    for finding in found:
        if finding.severity is not Severity.STRENGTH:
            weights[finding.phase] = weights.get(finding.phase, 0) + _WEIGHTS[finding.severity]
            counts[finding.phase] = counts.get(finding.phase, 0) + 1
    names = {phase.id: phase.name for phase in session.model().phases}
    fields = "".join(_field(name, counts.get(phase, 0), weights.get(phase, 0)) for phase, name in names.items())
    nowhere = [phase for phase in counts if phase not in names]
    if nowhere:
        fields += _field(
            t("analysis.no_phase"), sum(counts[one] for one in nowhere), sum(weights[one] for one in nowhere)
        )
    return f"<ol class='j-heat'>{fields}</ol>"


def _field(name: str, count: int, weight: int) -> str:
    colour = mixed(COOL, HOT, min(weight, _HOTTEST) / _HOTTEST)
    words = many("analysis.findings", count)
    return (
        f"<li style='background:{colour};color:{text_on(colour)}' title='{safe(words)}'>"
        f"<b>{figure(count)}</b><span>{safe(name)}</span></li>"
    )
