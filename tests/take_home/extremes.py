"""Workshops that ask much of every format: long names, longer notes, twelve phases, hostile text, many touchpoints."""

from journey.model import Action, OwnModel, Phase, Workshop
from tests.builders import a_count, a_frame, a_goal, a_persona, a_touchpoint, a_workshop, an_opportunity
from tests.strategies import NASTY, a_photo

LONG = "Ein sehr langer Name mit Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen und mehr davon "
SIXTY = 60


def sixty() -> Workshop:
    """Sixty touchpoints in twelve phases, every seventh with the longest name there can be, one with 5,000 letters."""
    phases = tuple(
        Phase(id=f"own.{n}", name=f"Phase {n} {LONG * 2}"[:200] if n % 3 == 0 else f"Phase {n}") for n in range(12)
    )
    touchpoints = [
        a_touchpoint(
            f"{n} {LONG * 3}"[:200] if n % 7 == 0 else f"Touchpoint {n}", id=f"t{n:03}", rank=n, phase=f"own.{n % 11}",
            emotion=n % 6 - 2 if n % 6 < 5 else None, doing="ä" * 5_000 if n == 9 else f"tut {n}", thinking="denkt " * (n % 9),
            asking="fragt? " * (n % 5), pain_points="\n".join(f"Schmerz {i} {LONG[:30]}" for i in range(n % 6)),
            content="Inhalt " * (n % 7), call_to_action="Jetzt", moment_of_truth=n % 5 == 0, personas=("p1",) if n % 4 else (),
            persona_emotions=[{"persona": "p2", "emotion": -1}] if n % 8 == 0 else [],
        )
        for n in range(SIXTY)
    ]  # fmt: skip
    return a_workshop(
        frame=a_frame(title=(LONG * 3)[:200], organisation="O" * 200, phase_model="m"),
        models=[OwnModel(id="m", name="Zwölf", phases=phases)],
        touchpoints=touchpoints,
        personas=[
            a_persona("x" * 200, id="p1", quote="W" * 3_000, pains="\n".join(map(str, range(120))), photo=a_photo()),
            a_persona("Bert", id="p2", rank=1, values="Wert " * 200),
        ],
        goals=[a_goal((LONG * 3)[:200], note="Notiz " * 800, metric="M" * 200), a_goal("kurz", perspective="customer")],
        opportunities=[an_opportunity((LONG * 2)[:200], phase="own.11", description="D " * 2_000)],
        actions=[Action(id=f"a{n}", title=f"Aktion {n}", note="Z" * 900) for n in range(20)],
        counts=[a_count(1_000 - n * 50, phase=f"own.{n}") for n in range(12)],
    )


def hostile() -> Workshop:
    """Every text that a reader of files is tempted to understand, wherever people type."""
    return a_workshop(
        frame=a_frame(title=NASTY[20]),
        personas=[a_persona(words, id=f"p{n}", quote=words) for n, words in enumerate(NASTY)],
        touchpoints=[
            a_touchpoint(w, id=f"t{n:02}", rank=n, doing=w, pain_points=w, emotion=0) for n, w in enumerate(NASTY)
        ],
        goals=[a_goal(words, note=words) for words in NASTY],
        opportunities=[an_opportunity(words, description=words) for words in NASTY],
    )
