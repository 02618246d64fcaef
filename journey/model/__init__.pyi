from .annotations import (
    choices_of as choices_of,
    limit_of as limit_of,
)
from .assessment import (
    Action as Action,
    Activity as Activity,
    AuditAnswer as AuditAnswer,
    Estimate as Estimate,
    FindingAnswer as FindingAnswer,
    Friction as Friction,
    Guess as Guess,
    PhaseCount as PhaseCount,
    Priority as Priority,
)
from .choices import (
    ActionState as ActionState,
    Answer as Answer,
    Ask as Ask,
    Channel as Channel,
    Emotion as Emotion,
    EventKind as EventKind,
    EvidenceKind as EvidenceKind,
    FrictionTarget as FrictionTarget,
    GoalKind as GoalKind,
    Language as Language,
    Look as Look,
    MapState as MapState,
    Measurability as Measurability,
    Media as Media,
    Perspective as Perspective,
    RelationKind as RelationKind,
    Scope as Scope,
    Setting as Setting,
    Verdict as Verdict,
    Zone as Zone,
)
from .cleaning import (
    LINE_LIMIT as LINE_LIMIT,
    NUMBER_LIMIT as NUMBER_LIMIT,
    TEXT_LIMIT as TEXT_LIMIT,
    clean_line as clean_line,
    clean_text as clean_text,
    lines as lines,
)
from .entities import (
    Campaign as Campaign,
    Citation as Citation,
    Frame as Frame,
    Goal as Goal,
    Opportunity as Opportunity,
    OwnModel as OwnModel,
    Persona as Persona,
    PersonaEmotion as PersonaEmotion,
    Phase as Phase,
    PhaseNote as PhaseNote,
    Relation as Relation,
    Source as Source,
    Touchpoint as Touchpoint,
)
from .ids import (
    ID_PATTERN as ID_PATTERN,
    Id as Id,
    keyed_id as keyed_id,
    new_id as new_id,
    note_id as note_id,
)
from .packed import (
    PACKED_LIMIT as PACKED_LIMIT,
    packed_text as packed_text,
    unpacked_text as unpacked_text,
)
from .photo import (
    PHOTO_BYTES as PHOTO_BYTES,
    PHOTO_SIDE as PHOTO_SIDE,
    checked_photo as checked_photo,
)
from .references import (
    CARDS as CARDS,
    MODELS as MODELS,
    PHASES as PHASES,
    Mention as Mention,
    Reference as Reference,
    called as called,
    mentions as mentions,
    references as references,
    target_of as target_of,
)
from .rounds import (
    MarketEvent as MarketEvent,
    Round as Round,
)
from .settings import (
    KnownLog as KnownLog,
    OwnLimit as OwnLimit,
    SilencedRule as SilencedRule,
)
from .values import (
    FIRST_DAY as FIRST_DAY,
    Entity as Entity,
    Value as Value,
)
from .workshop import (
    COLLECTIONS as COLLECTIONS,
    FORMAT_VERSION as FORMAT_VERSION,
    FRAME as FRAME,
    KINDS as KINDS,
    NewerWorkshop as NewerWorkshop,
    UnreadableWorkshop as UnreadableWorkshop,
    Workshop as Workshop,
    in_order as in_order,
)
