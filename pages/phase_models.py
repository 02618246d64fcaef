"""All phase models side by side, and the team's own."""

from ui import model_library

model_library.draw()
