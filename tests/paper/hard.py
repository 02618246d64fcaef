"""Workshops that are hard to print: the longest words and notes, many phases, other scripts, none at all."""

from journey.model import Channel, Emotion, Workshop, new_id
from tests.builders import (
    a_campaign,
    a_count,
    a_frame,
    a_goal,
    a_persona,
    a_source,
    a_touchpoint,
    a_workshop,
    an_opportunity,
    an_own_model,
)

LONG = ("Ohne Punkt und Komma fragt jemand nach allem " * 5)[:200].strip()
ENDLESS = "W" * 200
NOTE = ("Viel zu lange Notiz mit Umlauten: Größe, Übermaß, Äußerung. " * 90)[:5000].strip()
HEBREW, ARABIC = "שלום עולם", "مرحبا بالعالم"
HOSTILE = '#panic("ja") $x$ *fett* [a](http://example.org) @ref <b> \\ `c` = d // e'
TITLES = (LONG, ENDLESS, f"{HEBREW} 12", f"{ARABIC} (3)", "Kaffee ☕ und 🥨 – 5 €", HOSTILE, "")


def hard_workshop() -> Workshop:
    """Twelve phases with the longest names, and touchpoints with the longest everything."""
    model = an_own_model(*[f"{place} {LONG}"[:200] for place in range(11)], ENDLESS)
    phases = [phase.id for phase in model.phases]
    people = [
        a_persona(ENDLESS, quote=NOTE, goals=NOTE),
        a_persona(LONG, segment=LONG, cluster=ENDLESS, pains=ENDLESS * 9),
    ]
    told = {"doing": NOTE, "place": ENDLESS, "pain_points": ENDLESS, "owner": LONG, "call_to_action": ENDLESS}
    touchpoints = [
        a_touchpoint(title, phase=phases[place % 12], channel=Channel.COMPARISON, moment_of_truth=True, rank=place,
                     emotion=Emotion(place % 5 - 2), personas=(people[0].id,),
                     persona_emotions=[{"persona": people[1].id, "emotion": 1}], **told)
        for place, title in enumerate(TITLES)
    ]  # fmt: skip
    return a_workshop(
        frame=a_frame(title=ENDLESS, organisation=LONG, phase_model=model.id, end_action=NOTE, effects=ENDLESS),
        models=[model],
        personas=people,
        touchpoints=touchpoints,
        goals=[a_goal(ENDLESS, metric=ENDLESS, unit=LONG, target=1e12, baseline=-1e12, note=NOTE)],
        opportunities=[an_opportunity(ENDLESS, phase=phases[3], description=NOTE, impact=5, effort=1)],
        campaigns=[a_campaign(ENDLESS, from_phase=phases[0], to_phase=phases[11], traffic_source=ENDLESS)],
        counts=[a_count(1000 - 80 * place, phase, period=LONG) for place, phase in enumerate(phases)],
        sources=[a_source(ENDLESS, note=NOTE)],
    )


def empty_workshop() -> Workshop:
    """Nothing at all, not even a title."""
    return a_workshop(frame=a_frame(title="", id=new_id()))
