"""The closed choices of the document. Their words are in texts (`choices.<Name>.<value>`)."""

from enum import IntEnum, StrEnum


class Language(StrEnum):
    DE = "de"
    EN = "en"


class Scope(StrEnum):
    """Digital: online contacts only. All: analogue contacts too (article D)."""

    DIGITAL = "digital"
    ALL = "all"


class Zone(StrEnum):
    """Where a phase lies relative to the purchase (article D names the three, the app assigns the phases)."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Perspective(StrEnum):
    COMPANY = "company"
    CUSTOMER = "customer"


class GoalKind(StrEnum):
    SATISFACTION = "satisfaction"
    PAIN_POINTS = "pain_points"
    CONVERSION = "conversion"
    OWN = "own"


class EvidenceKind(StrEnum):
    SURVEY = "survey"
    FEEDBACK = "feedback"
    CRM = "crm"
    TOOL = "tool"
    INTERVIEW = "interview"
    ASSUMPTION = "assumption"


class Channel(StrEnum):
    WEBSITE = "website"
    LANDING_PAGE = "landing_page"
    ONLINE_SHOP = "online_shop"
    BLOG = "blog"
    SEARCH = "search"
    ADVERTISING = "advertising"
    SOCIAL_MEDIA = "social_media"
    VIDEO = "video"
    INFLUENCER = "influencer"
    FORUM = "forum"
    REVIEWS = "reviews"
    COMPARISON = "comparison"
    EMAIL = "email"
    CHAT = "chat"
    WEBINAR = "webinar"
    APP = "app"
    SERVICE = "service"
    PHONE = "phone"
    TALK = "talk"
    STORE = "store"
    EVENT = "event"
    PACKAGING = "packaging"
    POSTER = "poster"
    PRINT = "print"
    RADIO_TV = "radio_tv"
    WORD_OF_MOUTH = "word_of_mouth"
    OTHER = "other"


class Setting(StrEnum):
    """Online: on a connected screen. Offline: anywhere else, on site, on paper, by telephone, on the air."""

    ONLINE = "online"
    OFFLINE = "offline"


class Media(StrEnum):
    """Classic or digital media (article C)."""

    CLASSIC = "classic"
    DIGITAL = "digital"


class Measurability(StrEnum):
    """How well contacts can be counted (article D: online yes, classic media hardly)."""

    UNKNOWN = "unknown"
    MEASURABLE = "measurable"
    HARDLY = "hardly"
    NOT = "not"


class MapState(StrEnum):
    """Is a touchpoint there today, planned, or both? The as-is map shows AS_IS and BOTH, the to-be map TO_BE and BOTH."""

    AS_IS = "as_is"
    BOTH = "both"
    TO_BE = "to_be"


class Emotion(IntEnum):
    VERY_BAD = -2
    BAD = -1
    NEUTRAL = 0
    GOOD = 1
    VERY_GOOD = 2


class RelationKind(StrEnum):
    LEADS_TO = "leads_to"
    PREPARES = "prepares"
    REMOVES_OBJECTION = "removes_objection"
    REINFORCES = "reinforces"
    BLOCKS = "blocks"


class Answer(StrEnum):
    """An answer that may be "I don't know": not knowing is a task, not a fault."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """What a team says to a finding. A finding without a verdict is open."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class ActionState(StrEnum):
    """How far an action is. Dropped: the team will not do it, and says why."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


class EventKind(StrEnum):
    """What an event is of: the market around the firm, or what its customers do."""

    MARKET = "market"
    BEHAVIOUR = "behaviour"


class FrictionTarget(StrEnum):
    """What people are asked to get through: the purchase, or leaving their data (article B: both are successes)."""

    PURCHASE = "purchase"
    LEAD = "lead"


class Ask(StrEnum):
    """What a campaign asks for, from small to large (article A's closeness that grows in stages)."""

    ATTENTION = "attention"
    REACTION = "reaction"
    EMAIL = "email"
    TIME = "time"
    SMALL_PRICE = "small_price"
    MAIN_PRICE = "main_price"
    TESTIMONIAL = "testimonial"
    PROMOTION = "promotion"


class Look(StrEnum):
    """What a drawn portrait shows: an age, a hair and its colour, a skin, glasses and beard or none of them."""

    YOUNG = "young"
    MIDDLE_AGED = "middle_aged"
    OLDER = "older"
    SHORT = "short"
    PARTED = "parted"
    LONG = "long"
    CURLY = "curly"
    BUN = "bun"
    BALD = "bald"
    BLACK = "black"
    DARK_BROWN = "dark_brown"
    BROWN = "brown"
    BLOND = "blond"
    RED = "red"
    DARK_GREY = "dark_grey"
    GREY = "grey"
    WHITE = "white"
    SKIN_VERY_LIGHT = "skin_very_light"
    SKIN_LIGHT = "skin_light"
    SKIN_MEDIUM = "skin_medium"
    SKIN_DARK = "skin_dark"
    SKIN_VERY_DARK = "skin_very_dark"
    GLASSES = "glasses"
    NO_GLASSES = "no_glasses"
    BEARD = "beard"
    NO_BEARD = "no_beard"
