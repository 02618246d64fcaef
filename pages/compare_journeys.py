"""Two journeys side by side: this year's against last year's, one persona's against another's."""

from ui.comparing import journeys

journeys.draw()
