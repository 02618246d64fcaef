"""The self-audit without a workshop: a firm's owner answers one question a screen, and sees what to do first."""

from ui.kit import views
from ui.own_audit import former, questions, result, way_out

_VIEWS = {"form": questions.draw, "result": result.draw}
_SHOWN = _VIEWS[views.switch("own_audit")]
former.draw()
_SHOWN()
way_out.draw()
