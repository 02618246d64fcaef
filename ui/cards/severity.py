"""How much a finding weighs, to be seen without reading: a shape, a colour and the place at the left."""

from journey.critic import Severity
from journey.palette import ALARM, BLUE, MUSTARD, STEEL
from ui.state.words import t

_COLOURS = {Severity.HIGH: ALARM, Severity.MEDIUM: MUSTARD, Severity.LOW: STEEL, Severity.STRENGTH: BLUE}
_SHAPES = {Severity.HIGH: "▲", Severity.MEDIUM: "◆", Severity.LOW: "●", Severity.STRENGTH: "✚"}


def words(severity: Severity) -> str:
    """What the weight is called."""
    return t(f"analysis.severity_{severity.value}")


def marked(severity: Severity) -> str:
    """The same behind its shape, as a label."""
    return f"{_SHAPES[severity]} {words(severity)}"


def mark(severity: Severity) -> str:
    """The shape in its colour, as HTML. The words stand beside it, for whoever cannot see it."""
    return f"<span class='j-weight {severity.value}' style='--j-mark:{_COLOURS[severity]}'></span>"
