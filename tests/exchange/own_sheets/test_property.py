"""A workshop written as a stranger would, a card a row or as a matrix, in any language, direction and scale, comes back."""

from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from journey.exchange.own_sheets import SheetShape
from tests.exchange.own_sheets.brought import Rows, of_rows

_HEADINGS = {
    "phase": ("Phase", "Stage", "Journey stage", "Phasen", "Etappe"),
    "title": ("Touchpoint", "Kontaktpunkt", "Touchpoints:", "Berührungspunkte", "Customer steps"),
    "channel": ("Channel", "Kanal", "Kanäle"),
    "doing": ("Actions", "Handlungen", "Does", "Was tut der Kunde?"),
    "thinking": ("Thoughts", "Gedanken", "Denkt"),
    "emotion": ("Emotion", "Gefühle", "Stimmung", "Feelings"),
    "pain": ("Pain points", "Schmerzpunkte", "Hürden", "Problems"),
    "idea": ("Opportunities", "Ideen", "Verbesserungsideen", "Ideas"),
}
_PHASES = {
    "aida-plus.awareness": ("Awareness", "Interesse wecken", "1. Awareness", "Aufmerksamkeit"),
    "aida-plus.consideration": ("Consideration", "Informationen beschaffen", "Vergleich"),
    "aida-plus.conversion": ("Conversion", "Kauf", "Purchase", "Wandlung realisieren", "Phase 3: Decision"),
    "aida-plus.retention": ("Customer retention", "Service", "Nutzung", "Loyalty"),
}
_WORDS = ("Tafel", "Garten", "notebook", "Größe", "=SUM", "<b>x</b>", "river", "12 Uhr", "“quoted”", "ja?", "100 %")


class Scored(NamedTuple):
    """A scale: what its heading adds, and how each emotion from −2 is written."""

    heading: str
    written: tuple[str, ...]


_SCALES = (
    Scored("", ("-2", "-1", "0", "+1", "+2")),
    Scored(" (−2 bis +2)", ("−2", "−1", "0", "1", "2")),
    Scored(" (1–5)", ("1", "2", "3", "4", "5")),
    Scored(" 1-10", ("1", "3", "5", "8", "10")),
    Scored("", ("😡", "🙁", "😐", "🙂", "😍")),
    Scored("", ("frustriert", "unsicher", "neutral", "zufrieden", "begeistert")),
    Scored("", ("very bad", "worried", "mixed", "curious", "delighted")),
    Scored("", ("★☆☆☆☆", "★★", "★★★", "★★★★☆", "★★★★★")),
)

_FIELDS = ("title", "doing", "thinking", "emotion", "pain", "idea")

_text = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join)
_texts = st.lists(_text, max_size=3).map("\n".join)
_card = st.fixed_dictionaries(
    {
        "title": st.tuples(_text, st.integers(1, 10_000)).map(lambda each: f"{each[0]} Nr. {each[1]}"),
        "doing": _text | st.just(""),
        "thinking": _text | st.just(""),
        "emotion": st.none() | st.integers(-2, 2),
        "pain": _texts,
        "idea": _text | st.just(""),
    }
)
_cards = st.lists(_card, min_size=1, max_size=3, unique_by=lambda card: str(card["title"]))
"""Rows of one name in a phase may be one card (test_strange_ways)."""
_journeys = st.fixed_dictionaries(dict.fromkeys(_PHASES, _cards))
Said = Callable[[str], str]


def _as_rows(journey: dict[str, Any], named: dict[str, str], phases: dict[str, str], scale: Scored) -> Rows:
    head = [named["phase"], *(named[field] + (scale.heading if field == "emotion" else "") for field in _FIELDS)]
    return [
        head,
        *([phases[p], *(_cell(card, f, scale) for f in _FIELDS)] for p, cards in journey.items() for card in cards),
    ]


def _as_matrix(journey: dict[str, Any], named: dict[str, str], phases: dict[str, str], scale: Scored) -> Rows:
    """A column a card, below phases that stand once over theirs."""
    heads = [phases[phase] if place == 0 else None for phase, cards in journey.items() for place in range(len(cards))]
    columns = [card for cards in journey.values() for card in cards]
    lanes: Rows = [
        [named[f] + (scale.heading if f == "emotion" else ""), *(_cell(card, f, scale) for card in columns)]
        for f in _FIELDS
    ]
    return [[named["phase"], *heads], *lanes]


def _cell(card: dict[str, Any], field: str, scale: Scored) -> str:
    if field == "emotion":
        return "" if card["emotion"] is None else scale.written[card["emotion"] + 2]
    return str(card[field])


@settings(max_examples=60, deadline=None)
@given(
    journey=_journeys,
    named=st.fixed_dictionaries({field: st.sampled_from(names) for field, names in _HEADINGS.items()}),
    phases=st.fixed_dictionaries({phase: st.sampled_from(names) for phase, names in _PHASES.items()}),
    scale=st.sampled_from(_SCALES),
    shape=st.sampled_from(SheetShape),
)
def test_what_was_written_in_any_of_the_shapes_comes_back_as_the_same_cards(
    journey: dict[str, Any], named: dict[str, str], phases: dict[str, str], scale: Scored, shape: SheetShape
) -> None:
    rows = (_as_rows if shape is SheetShape.ROWS else _as_matrix)(journey, named, phases, scale)
    if shape is SheetShape.TURNED:
        rows = [list(row) for row in zip(*rows, strict=True)]
    brought = of_rows(rows)
    wanted = [(phase, card) for phase, cards in journey.items() for card in cards]
    assert [
        (card.phase, card.title, card.doing, card.thinking, card.emotion, card.pain_points)
        for card in brought.touchpoints
    ] == [(phase, c["title"], c["doing"], c["thinking"], c["emotion"], c["pain"]) for phase, c in wanted]
    assert brought.ideas == [card["idea"] for _, card in wanted if card["idea"]]
    assert brought.told() == []
