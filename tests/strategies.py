"""Hypothesis strategies for whole documents: any valid workshop, every kind of card, any text a person might paste.

`workshops()` gives documents with dangling names, equal ranks and titles, own models and nasty texts; `change_on(workshop)`
gives a change that fits a workshop; `journeys()` gives a workshop with changes that follow each other.
"""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from random import Random
from typing import Any, get_type_hints

from hypothesis import strategies as st
from PIL import Image
from pydantic import TypeAdapter, ValidationError

from journey.editing import Change, Edit, applied, change_of, put, remove, reordered, revise
from journey.exchange.photos import small_photo
from journey.model import (
    COLLECTIONS,
    Action,
    ActionState,
    Activity,
    Answer,
    Ask,
    AuditAnswer,
    Campaign,
    Channel,
    Citation,
    Emotion,
    Entity,
    Estimate,
    EventKind,
    EvidenceKind,
    FindingAnswer,
    Frame,
    Friction,
    FrictionTarget,
    Goal,
    GoalKind,
    Guess,
    KnownLog,
    Language,
    Look,
    MapState,
    MarketEvent,
    Measurability,
    Media,
    Opportunity,
    OwnLimit,
    OwnModel,
    Persona,
    Perspective,
    Phase,
    PhaseCount,
    PhaseNote,
    Relation,
    RelationKind,
    Round,
    Scope,
    Setting,
    SilencedRule,
    Source,
    Touchpoint,
    Verdict,
    Workshop,
    Zone,
    clean_line,
    packed_text,
)
from journey.phases import built_in
from journey.questionnaire import known_questions

NASTY = (
    "=1+1", "+49 30 1234", "-1", "@SUM(A1)", "'quoted", "#N/A", "#REF!", "_x0041_", "_x000D_", "TRUE", "WAHR", "007",
    "1e5", "1,5", "2026-11-21", "21.11.2026", "–", "-", "None", "nan", "<b>bold</b>", "**bold** :red[x] $a$", "{name}",
    "a\tb", "bell\x07\x00", "lone \ud800 half", "שלום עולם", "\u202egnol", "👩‍👩‍👧‍👦 🇩🇪", "e\u0301", "\u0301x", "\u212b", "\ufeffBOM",
    "  two  spaces  ", "first\r\nsecond\u2028third\x85fourth", "\n\n", "a\n\nb\n", "a;b,c|d", "&amp;", "“quoted”", "\u00a0",
)  # fmt: skip
"""Texts that a spreadsheet, a page or a parser is tempted to understand."""

_PLAIN = st.text(st.characters(codec="utf-8"), max_size=24)


def a_photo(colour: str = "red") -> str:
    """A small picture as documents hold it."""
    file = BytesIO()
    Image.new("RGB", (3, 2), colour).save(file, "PNG")
    return small_photo(file.getvalue())


PHOTOS = tuple(map(a_photo, ("red", "navy")))

Strings = st.SearchStrategy[str]

LINES: Strings = st.sampled_from(NASTY) | _PLAIN | st.just("x" * 200)
"""What a person may paste into a field of one line, before it is normalised; never too long for it."""

_SEVERAL = st.lists(st.sampled_from(NASTY) | _PLAIN, max_size=3).map("\n".join)
TEXTS: Strings = st.sampled_from(NASTY) | _PLAIN | _SEVERAL | st.just("ä" * 5_000)
"""What a person may paste into a field of many lines, before it is normalised; at most 5,000 characters."""

_ODD_IDS = st.sampled_from(["007", "1e5", "1", "TRUE", "nan", "a", "A", "a.b-c_d", "x" * 64, "2026-11-21"])
IDS: Strings = st.integers(0, 10**9).map("c{}".format) | st.integers(0, 10**9).map("c{}".format) | _ODD_IDS
"""Any id, with those that look like numbers or truth values to a spreadsheet."""

_KNOWN_PHASES = [phase.id for model in built_in(Language.EN) for phase in model.phases]
PHASE_IDS: Strings = st.sampled_from(_KNOWN_PHASES) | st.sampled_from(["own.0", "own.1", "own.2", "gone.phase"])
"""Phase ids of the built-in models, of own models, and of none."""


NUMBERS = st.integers(-(10**12), 10**12).map(float) | st.floats(-1e12, 1e12) | st.sampled_from([0.1, -0.0, 1 / 3, 1e-9])
"""Any number of the document, whole and broken."""

RANKS = st.integers(0, 4).map(float) | st.floats(-10, 10)
"""Ranks: mostly small and often equal, as hands make them."""

COUNTS = st.integers(0, 500) | st.integers(0, 10**12)


DRAWN: dict[type[Entity], set[str]] = {}
"""The fields that the strategy of each type draws, once it was asked for."""


def _of(
    kind: type[Entity], required: dict[str, st.SearchStrategy[Any]], /, **optional: st.SearchStrategy[Any]
) -> st.SearchStrategy[Any]:
    DRAWN[kind] = {"rank", *required, *optional}
    fields = st.fixed_dictionaries(required, optional={"rank": RANKS, **optional})
    return fields.map(kind.model_validate)


def type_of(kind: type[Entity], field: str) -> Any:
    """The type of a field with all that it is annotated with."""
    return get_type_hints(kind, include_extras=True)[field]


def _days(kind: type[Entity], field: str) -> st.SearchStrategy[Any]:
    """Any day that the field takes, or none."""
    day = TypeAdapter(type_of(kind, field))

    def fits(value: date) -> bool:
        try:
            day.validate_python(value)
        except ValidationError:
            return False
        return True

    return st.dates().filter(fits) | st.none()


_WORKSHOP = st.just("workshop")
_MODEL = st.just("aida-plus")


def frames(entity_id: Strings = _WORKSHOP, models: Strings = _MODEL) -> st.SearchStrategy[Frame]:
    return _of(
        Frame,
        {"id": entity_id},
        title=LINES,
        organisation=LINES,
        language=st.sampled_from(Language),
        scope=st.sampled_from(Scope),
        phase_model=models,
        well_known_brand=st.booleans(),
        currency=st.sampled_from(["EUR", "CHF", "$"]),
        end_action=TEXTS,
        feelings=TEXTS,
        effects=TEXTS,
        company_values=TEXTS,
        ask_ladder=st.lists(st.sampled_from(Ask), max_size=9).map(tuple),
        tags=TEXTS,
    )


def own_models(entity_id: Strings = IDS) -> st.SearchStrategy[OwnModel]:
    phase = st.fixed_dictionaries({"name": LINES, "meaning": TEXTS, "question": LINES, "zone": st.sampled_from(Zone)})
    phases = st.lists(phase, min_size=3, max_size=12).map(
        lambda found: tuple(Phase(id=f"own.{place}", **fields) for place, fields in enumerate(found))
    )
    return _of(OwnModel, {"id": entity_id, "name": LINES, "phases": phases})


def phase_notes(entity_id: Strings = IDS, phases: Strings = PHASE_IDS) -> st.SearchStrategy[PhaseNote]:
    required = {"id": entity_id, "phase": phases}
    return _of(PhaseNote, required, content=TEXTS, note=TEXTS)


def goals(entity_id: Strings = IDS) -> st.SearchStrategy[Goal]:
    return _of(
        Goal,
        {"id": entity_id},
        title=LINES,
        perspective=st.sampled_from(Perspective),
        kind=st.sampled_from(GoalKind),
        metric=LINES,
        baseline=NUMBERS | st.none(),
        target=NUMBERS | st.none(),
        unit=LINES,
        due=_days(Goal, "due"),
        note=TEXTS,
    )


def sources(entity_id: Strings = IDS) -> st.SearchStrategy[Source]:
    return _of(
        Source,
        {"id": entity_id},
        title=LINES,
        kind=st.sampled_from(EvidenceKind),
        collected=_days(Source, "collected"),
        sample_size=COUNTS | st.none(),
        note=TEXTS,
    )


def personas(entity_id: Strings = IDS) -> st.SearchStrategy[Persona]:
    texts = dict.fromkeys(["demographics", "quote", "values", "goals", "motives", "pains"], TEXTS)
    return _of(
        Persona,
        {"id": entity_id},
        name=LINES,
        avatar=st.integers(0, 9_999),
        looks=st.lists(st.sampled_from(Look), max_size=4).map(tuple),
        photo=st.sampled_from(["", *PHOTOS]),
        segment=LINES,
        cluster=LINES,
        share=st.integers(0, 100) | st.floats(0, 100) | st.none(),
        career_level=LINES,
        channels=st.lists(st.sampled_from(Channel), max_size=3).map(tuple),
        **texts,
    )


def touchpoints(
    entity_id: Strings = IDS, phases: Strings = PHASE_IDS, people: Strings = IDS
) -> st.SearchStrategy[Touchpoint]:
    differing = st.fixed_dictionaries({"persona": people, "emotion": st.sampled_from(Emotion)})
    return _of(
        Touchpoint,
        {"id": entity_id, "phase": phases},
        title=LINES,
        channel=st.sampled_from(Channel),
        place=LINES,
        setting=st.sampled_from(Setting) | st.none(),
        media=st.sampled_from(Media) | st.none(),
        measurability=st.sampled_from(Measurability),
        personas=st.lists(people, max_size=3).map(tuple),
        doing=TEXTS,
        thinking=TEXTS,
        asking=TEXTS,
        emotion=st.sampled_from(Emotion) | st.none(),
        persona_emotions=st.lists(differing, max_size=3).map(tuple),
        pain_points=TEXTS,
        content=TEXTS,
        call_to_action=LINES,
        moment_of_truth=st.booleans(),
        owner=LINES,
        state=st.sampled_from(MapState),
        future_channel=st.sampled_from(Channel) | st.none(),
        future_emotion=st.sampled_from(Emotion) | st.none(),
        future_content=TEXTS,
        future_gone=st.booleans(),
    )


def relations(entity_id: Strings = IDS, ends: Strings = IDS) -> st.SearchStrategy[Relation]:
    return _of(
        Relation,
        {"id": entity_id, "source": ends, "target": ends},
        kind=st.sampled_from(RelationKind),
        next_customer=st.booleans(),
        note=LINES,
    )


def campaigns(entity_id: Strings = IDS, phases: Strings = PHASE_IDS) -> st.SearchStrategy[Campaign]:
    return _of(
        Campaign,
        {"id": entity_id, "from_phase": phases, "to_phase": phases},
        title=LINES,
        traffic_source=LINES,
        call_to_action=LINES,
        offer=LINES,
        ask=st.sampled_from(Ask) | st.none(),
        cost=NUMBERS | st.none(),
        note=TEXTS,
    )


def counts(entity_id: Strings = IDS, phases: Strings = PHASE_IDS) -> st.SearchStrategy[PhaseCount]:
    periods = st.sampled_from(["", "2026-Q3", "Herbst"]) | LINES
    stays = st.integers(0, 400).map(float) | st.floats(0, 100_000) | st.none()
    return _of(PhaseCount, {"id": entity_id, "phase": phases, "count": COUNTS}, period=periods, days=stays)


def activities(
    entity_id: Strings = IDS, phases: Strings = PHASE_IDS, places: Strings = IDS
) -> st.SearchStrategy[Activity]:
    return _of(
        Activity,
        {"id": entity_id, "name": LINES.filter(clean_line)},
        touchpoint=places | st.none(),
        phase=phases | st.none(),
        ignored=st.booleans(),
        events=COUNTS | st.none(),
        cases=COUNTS | st.none(),
    )


def guesses(entity_id: Strings = IDS, phases: Strings = PHASE_IDS) -> st.SearchStrategy[Guess]:
    shares = st.integers(0, 100) | st.floats(0, 100) | st.none()
    return _of(Guess, {"id": entity_id, "phase": phases}, author=LINES, share=shares)


def opportunities(
    entity_id: Strings = IDS, phases: Strings = PHASE_IDS, places: Strings = IDS
) -> st.SearchStrategy[Opportunity]:
    return _of(
        Opportunity,
        {"id": entity_id, "phase": phases},
        title=LINES,
        touchpoint=places | st.none(),
        description=TEXTS,
        impact=st.integers(1, 5) | st.none(),
        effort=st.integers(1, 5) | st.none(),
    )


def citations(entity_id: Strings = IDS, cards: Strings = IDS, found_in: Strings = IDS) -> st.SearchStrategy[Citation]:
    fields = st.sampled_from(["", "title", "emotion", "share"]) | LINES
    return _of(Citation, {"id": entity_id, "card": cards, "source": found_in}, field=fields, note=LINES)


def frictions(entity_id: Strings = IDS) -> st.SearchStrategy[Friction]:
    return _of(
        Friction,
        {"id": entity_id},
        target=st.sampled_from(FrictionTarget),
        state=st.sampled_from(MapState),
        clicks=COUNTS | st.none(),
        inputs=COUNTS | st.none(),
        forced_account=st.sampled_from(Answer),
        hidden_costs=st.sampled_from(Answer),
        requirements=TEXTS,
        note=TEXTS,
    )


def audit_answers(entity_id: Strings = IDS, phases: Strings = PHASE_IDS) -> st.SearchStrategy[AuditAnswer]:
    given = {"id": entity_id, "answer": st.sampled_from(Answer)}
    asked = st.sampled_from(sorted(known_questions())) | LINES
    return _of(AuditAnswer, given, question=asked, phase=phases | st.none(), note=LINES)


def estimates(entity_id: Strings = IDS) -> st.SearchStrategy[Estimate]:
    return _of(
        Estimate,
        {"id": entity_id},
        period=LINES,
        order_value=NUMBERS | st.none(),
        care_cost=NUMBERS | st.none(),
        lost_customers=COUNTS | st.none(),
        win_back_factor=st.floats(0.1, 100, allow_nan=False),
        asked_recommendations=COUNTS | st.none(),
        unasked_recommendations=COUNTS | st.none(),
    )


def finding_answers(entity_id: Strings = IDS) -> st.SearchStrategy[FindingAnswer]:
    given = {"id": entity_id, "verdict": st.sampled_from(Verdict)}
    return _of(FindingAnswer, given, rule=LINES, subject=LINES, reason=TEXTS, evidence=LINES)


def actions(entity_id: Strings = IDS, phases: Strings = PHASE_IDS) -> st.SearchStrategy[Action]:
    return _of(
        Action,
        {"id": entity_id},
        title=LINES,
        phase=phases | st.none(),
        owner=LINES,
        due=_days(Action, "due"),
        state=st.sampled_from(ActionState),
        rule=LINES,
        subject=LINES,
        note=TEXTS,
    )


def events(entity_id: Strings = IDS, places: Strings = IDS) -> st.SearchStrategy[MarketEvent]:
    return _of(
        MarketEvent,
        {"id": entity_id},
        title=LINES,
        kind=st.sampled_from(EventKind),
        day=_days(MarketEvent, "day"),
        touchpoint=places | st.none(),
        note=TEXTS,
    )


PACKED = st.sampled_from(["", *map(packed_text, (b"", b"{}", b"frozen" * 9, Random(4).randbytes(40_000)))])
"""What a round holds packed: nothing that can be opened, long enough for several cells."""


def rounds(entity_id: Strings = IDS, bases: Strings = IDS) -> st.SearchStrategy[Round]:
    return _of(
        Round,
        {"id": entity_id, "closed": _days(Round, "closed").filter(bool)},
        name=LINES,
        next_day=_days(Round, "next_day"),
        next_people=LINES,
        next_measure=TEXTS,
        base=bases | st.none(),
        state=PACKED,
        said=PACKED,
    )


def own_limits(entity_id: Strings = IDS) -> st.SearchStrategy[OwnLimit]:
    names = st.sampled_from(["zone-share", "purchase-clicks"]) | LINES.filter(clean_line)
    return _of(OwnLimit, {"id": entity_id, "name": names}, value=NUMBERS | st.none())


def silenced_rules(entity_id: Strings = IDS) -> st.SearchStrategy[SilencedRule]:
    rules = st.sampled_from(["jump", "no-loop"]) | LINES.filter(clean_line)
    return _of(SilencedRule, {"id": entity_id, "rule": rules}, reason=TEXTS)


def known_logs(entity_id: Strings = IDS) -> st.SearchStrategy[KnownLog]:
    return _of(KnownLog, {"id": entity_id, "name": LINES.filter(clean_line)}, table=LINES, choices=TEXTS)


def entities(kind: str, entity_id: Strings, known: dict[str, list[str]]) -> st.SearchStrategy[Entity]:
    """A card of a kind. `known` holds the ids of the document by kind: most names lead there, some lead nowhere."""

    def of(*kinds: str) -> Strings:
        found = [entity for name in kinds for entity in known.get(name, ())]
        return st.sampled_from(found) | IDS if found else IDS

    makers: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
        "models": lambda: own_models(entity_id),
        "phase_notes": lambda: phase_notes(entity_id),
        "goals": lambda: goals(entity_id),
        "sources": lambda: sources(entity_id),
        "personas": lambda: personas(entity_id),
        "touchpoints": lambda: touchpoints(entity_id, people=of("personas")),
        "relations": lambda: relations(entity_id, of("touchpoints")),
        "campaigns": lambda: campaigns(entity_id),
        "counts": lambda: counts(entity_id),
        "activities": lambda: activities(entity_id, places=of("touchpoints")),
        "guesses": lambda: guesses(entity_id),
        "opportunities": lambda: opportunities(entity_id, places=of("touchpoints")),
        "citations": lambda: citations(entity_id, of(*COLLECTIONS), of("sources")),
        "frictions": lambda: frictions(entity_id),
        "audit": lambda: audit_answers(entity_id),
        "estimates": lambda: estimates(entity_id),
        "answers": lambda: finding_answers(entity_id),
        "actions": lambda: actions(entity_id),
        "events": lambda: events(entity_id, of("touchpoints")),
        "rounds": lambda: rounds(entity_id, of("rounds")),
        "limits": lambda: own_limits(entity_id),
        "silenced": lambda: silenced_rules(entity_id),
        "logs": lambda: known_logs(entity_id),
    }
    return makers[kind]()


@st.composite
def workshops(draw: st.DrawFn, max_size: int = 3) -> Workshop:
    """Any valid workshop with at most `max_size` cards of a kind, few of most (each takes its time to draw), its frame's id
    "workshop"."""
    sizes = {kind: draw(st.sampled_from((0, 0, 0, 1, 1, max_size))) for kind in COLLECTIONS}
    total = sum(sizes.values())
    free = draw(st.lists(IDS, min_size=total, max_size=total, unique=True))
    known: dict[str, list[str]] = {}
    for kind, size in sizes.items():
        known[kind], free = free[:size], free[size:]
    chosen = st.sampled_from([*(model.id for model in built_in(Language.EN)), *known["models"], "gone"])
    cards = {
        kind: tuple(draw(entities(kind, st.just(entity_id), known)) for entity_id in found)
        for kind, found in known.items()
    }
    return Workshop.model_validate({"frame": draw(frames(models=chosen)), **cards})


def _known(workshop: Workshop) -> dict[str, list[str]]:
    return {kind: [entity.id for entity in workshop.collection(kind)] for kind in COLLECTIONS}


@st.composite
def edits_on(draw: st.DrawFn, workshop: Workshop) -> list[Edit]:
    """One thing that a person does to a workshop: create, revise, delete (with what hangs on it), reorder, or the frame."""
    known = _known(workshop)
    cards = [entity_id for found in known.values() for entity_id in found]
    deeds = ["create", "frame", *(["revise", "revise", "delete", "reorder"] if cards else [])]
    deed = draw(st.sampled_from(deeds))
    if deed == "frame":
        return put(workshop, draw(frames(st.just(workshop.frame.id))))
    if deed == "create":
        fresh = IDS.filter(lambda entity_id: entity_id not in workshop.places)
        return put(workshop, draw(entities(draw(st.sampled_from(list(COLLECTIONS))), fresh, known)))
    chosen = draw(st.sampled_from(cards))
    kind = workshop.places[chosen][0]
    if deed == "revise":
        return put(workshop, draw(entities(kind, st.just(chosen), known)))
    if deed == "delete":
        return remove(workshop, chosen)
    return reordered(workshop, kind, draw(st.permutations(known[kind])))


@st.composite
def change_on(draw: st.DrawFn, workshop: Workshop) -> Change:
    """A change that fits a workshop and alters it: one to three deeds, the later ones upon the earlier ones."""
    edits: list[Edit] = []
    now = workshop
    for _ in range(draw(st.integers(1, 3))):
        change = change_of(draw(edits_on(now)))
        if change:
            edits.extend(change.edits)
            now = applied(now, change)
    if not edits:
        rank = workshop.frame.rank + 1
        edits = put(workshop, revise(workshop.frame, rank=rank))
    return Change(id=draw(st.integers(0, 10**12).map("change-{}".format)), edits=tuple(edits))


@st.composite
def journeys(draw: st.DrawFn, max_changes: int = 4) -> tuple[Workshop, list[Change]]:
    """A workshop and changes that follow each other, the first fitting the workshop."""
    start = draw(workshops(max_size=2))
    changes: list[Change] = []
    now = start
    for _ in range(draw(st.integers(0, max_changes))):
        changes.append(draw(change_on(now)))
        now = applied(now, changes[-1])
    return start, changes
