"""A touchpoint as somebody writes it into a line: the channel follows from its words, a number before them is its phase."""

import re

from journey.catalogue import proposed_channel
from journey.editing import next_rank
from journey.model import MapState, Touchpoint, new_id
from ui.state import session

_IN_PHASE = re.compile(r"(\d{1,2})\s+(\S.*)", re.DOTALL)


def own_touchpoint(phase: str, words: str, state: MapState = MapState.AS_IS) -> Touchpoint:
    """The touchpoint of a line: in this phase, unless the words begin with the number of another one ("3 Poster")."""
    phases, numbered = session.model().phases, _IN_PHASE.fullmatch(words.strip())
    if numbered and 1 <= int(numbered[1]) <= len(phases):
        phase, words = phases[int(numbered[1]) - 1].id, numbered[2]
    rank = next_rank(session.workshop().touchpoints)
    return Touchpoint(id=new_id(), rank=rank, title=words, phase=phase, channel=proposed_channel(words), state=state)
