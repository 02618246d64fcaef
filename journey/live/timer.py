"""The timer that everybody in the room sees: plain seconds, a pure function of `now`."""

from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, Field

from journey.model import Value

MINUTE = 60
LONGEST = 24 * 60 * MINUTE

Seconds = Annotated[float, Field(ge=0, le=LONGEST, allow_inf_nan=False)]


class Timer(Value):
    """`length` seconds, of which `used` had run when it was last paused; `running_since` (UTC) is when it last went on,
    None while it stands."""

    length: Seconds = 0.0
    used: Seconds = 0.0
    running_since: AwareDatetime | None = None

    def left(self, now: datetime) -> float:
        """Seconds left, below zero when the time is over."""
        return self.length - self.ran(now)

    def ran(self, now: datetime) -> float:
        """Seconds that it ran in all, pauses aside. A clock that was set back takes nothing away."""
        now_on = max(0.0, (now - self.running_since).total_seconds()) if self.running_since else 0.0
        return min(float(LONGEST), self.used + now_on)

    def going(self, now: datetime) -> "Timer":
        """The timer, going on from now; one that runs stays as it is."""
        return self if self.running_since else self.model_copy(update={"running_since": now})

    def paused(self, now: datetime) -> "Timer":
        """The timer, standing from now on."""
        return self.model_copy(update={"used": self.ran(now), "running_since": None})

    def longer(self, seconds: float = MINUTE) -> "Timer":
        """The timer with more time, a minute where nothing else is said; below zero takes some away. At least 0 s, at most
        a day."""
        return self.model_copy(update={"length": min(float(LONGEST), max(0.0, self.length + seconds))})
