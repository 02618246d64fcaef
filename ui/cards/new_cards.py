"""Cards as somebody writes them into a line: touchpoints, whose channel follows from the words and whose phase may be a
number before them, and ideas."""

import re

from journey.catalogue import proposed_channel
from journey.editing import next_rank
from journey.lazy_re import lazy_re
from journey.model import MapState, Opportunity, Touchpoint, new_id
from ui.state import session

_IN_PHASE = lazy_re(r"(\d{1,2})\s+(\S.*)", re.DOTALL)


def own_touchpoint(phase: str, words: str, state: MapState = MapState.AS_IS) -> Touchpoint:
    """The touchpoint of a line: in this phase, unless the words begin with the number of another one ("3 Poster")."""
    phases, numbered = session.model().phases, _IN_PHASE.fullmatch(words.strip())
    if numbered and 1 <= int(numbered[1]) <= len(phases):
        phase, words = phases[int(numbered[1]) - 1].id, numbered[2]
    rank = next_rank(session.workshop().touchpoints)
    return Touchpoint(id=new_id(), rank=rank, title=words, phase=phase, channel=proposed_channel(words), state=state)


def idea(phase: str, title: str, touchpoint: str | None = None) -> Opportunity:
    """An idea for doing better in a phase, maybe at one of its touchpoints."""
    rank = next_rank(session.workshop().opportunities)
    return Opportunity(id=new_id(), rank=rank, title=title, phase=phase, touchpoint=touchpoint)
