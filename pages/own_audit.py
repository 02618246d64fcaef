"""The self-audit without a workshop: a firm's owner answers one question a screen, and sees what to do first."""

from ui.kit import views
from ui.own_audit import questions, result, way_out

_VIEWS = {"form": questions.draw, "result": result.draw}
_VIEWS[views.switch("own_audit")]()
way_out.draw()
