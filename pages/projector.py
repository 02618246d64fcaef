"""The live room on the projector: how to come in, the question, the results. Nothing to click, nothing private."""

from ui.projector import show

show.draw()
