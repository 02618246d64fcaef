"""The crosswalk covers every phase of every model, and a switch of models finds a place for each of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.model import Language, Phase, Zone
from journey.phases import PhaseModel, built_in
from journey.phases.crosswalk import contradictions, crosswalk, proposal, rows_of

MODELS = built_in(Language.EN)
DOMAIN = """
attention  before A1  B1   C1 D1   E1
learn      before A2  B12  C2 D2   E12
lead       before A3  B3   C  D5   E
explore    before A   B2   C2 D23  E3
compare    before A   B2   C2 D3   E4
commitment before A4  B    C  D    E
delight    before A5  B    C  D    E
nudge      during A   B    C  D4   E5
purchase   during A6  B3   C3 D5   E5
use        after  A   B4   C4 D6   E6
recommend  after  A7  B5   C5 D7   E6
promote    after  A8  B5   C5 D7   E
"""


def model(article: str) -> PhaseModel:
    return next(model for model in MODELS if model.article == article)


def target(old: str, place: int, new: str) -> tuple[int | None, bool]:
    """Where a phase (from 1) goes, and whether that is certain."""
    found = proposal(model(old), model(new))[model(old).phases[place - 1].id]
    index = model(new).index(found.target)
    return (None if index is None else index + 1), found.certain


def test_the_rows_are_those_of_the_domain() -> None:
    written = []
    for row in crosswalk(Language.EN):
        cells = [m.article + "".join(str((m.index(p) or 0) + 1) for p in row.of(m.id)) for m in MODELS]
        written.append([row.id, row.zone.value, *cells])
    assert written == [line.split() for line in DOMAIN.strip().splitlines()]


def test_every_phase_of_every_model_stands_in_a_row() -> None:
    assert [phase.id for m in MODELS for phase in m.phases if not rows_of(phase.id)] == []
    known = {phase.id for m in MODELS for phase in m.phases}
    assert {phase for row in crosswalk(Language.DE) for phase in row.phases} <= known


def test_rows_and_contradictions_are_worded_in_both_languages() -> None:
    for german, english in zip(crosswalk(Language.DE), crosswalk(Language.EN), strict=True):
        assert german.name != english.name
        assert german.question != english.question
        assert german.remarks.keys() == english.remarks.keys()
    for ours, theirs in zip(contradictions(Language.DE), contradictions(Language.EN), strict=True):
        assert ours.id == theirs.id
        assert ours.words != theirs.words


def test_data_left_and_the_sign_up_are_remarked_in_the_lead_row() -> None:
    lead = next(row for row in crosswalk(Language.EN) if row.id == "lead")
    assert set(lead.remarks) == {"lead-marketing.purchase", "aida-plus.conversion"}


def test_there_are_nine_contradictions_and_each_concerns_known_models() -> None:
    assert len(contradictions(Language.DE)) == 9
    assert {m for contradiction in contradictions(Language.DE) for m in contradiction.models} == {m.id for m in MODELS}


def test_contradictions_are_found_by_the_models_they_concern() -> None:
    assert [contradiction.id for contradiction in contradictions(Language.EN, "schuster")] == ["evaluate-twice"]
    both = {contradiction.id for contradiction in contradictions(Language.EN, "schuster", "lead-marketing")}
    assert both == {"evaluate-twice", "ends-at-purchase", "where-a-lead-belongs"}
    assert contradictions(Language.EN, "an-own-model") == ()


@pytest.mark.parametrize("old", MODELS, ids=lambda m: m.id)
@pytest.mark.parametrize("new", MODELS, ids=lambda m: m.id)
def test_every_phase_gets_a_place_in_the_new_model(old: PhaseModel, new: PhaseModel) -> None:
    found = proposal(old, new)
    assert set(found) == {phase.id for phase in old.phases}
    for place in found.values():
        assert all(new.phase(phase_id) for phase_id in (place.target, *place.alternatives))
        assert place.target not in place.alternatives
        assert len(set(place.alternatives)) == len(place.alternatives)


def test_the_same_model_keeps_every_phase() -> None:
    for same in MODELS:
        assert all(place.target == phase and place.certain for phase, place in proposal(same, same).items())


def test_what_the_crosswalk_knows_is_certain_and_what_it_guesses_is_not() -> None:
    assert target("A", 6, "D") == (5, True)
    assert target("D", 4, "E") == (5, True)
    assert target("A", 3, "D") == (5, False)  # a lead before the purchase becomes part of the conversion: ask
    assert target("A", 5, "D") == (3, False)  # nobody else has delight before the purchase
    assert target("D", 6, "A") == (7, False)  # A has no phase of use
    assert target("D", 3, "E") == (4, False)
    assert target("B", 2, "A") == (2, False)  # A has no place for comparing
    assert target("A", 3, "C") == (2, False)  # C has no lead: of two places as near, the later


def own(*zones: Zone) -> PhaseModel:
    return PhaseModel(
        id="own",
        name="Own",
        phases=tuple(Phase(id=f"own.{n}", name=f"P{n}", zone=zone) for n, zone in enumerate(zones)),
    )


def test_an_own_model_is_matched_by_zone_and_place_and_never_certain() -> None:
    four = own(Zone.BEFORE, Zone.BEFORE, Zone.DURING, Zone.AFTER)
    found = proposal(model("C"), four)
    assert [place.target for place in found.values()] == ["own.0", "own.1", "own.2", "own.3", "own.3"]
    assert not any(place.certain for place in found.values())


def test_an_own_model_without_sorted_zones_is_matched_by_place_alone() -> None:
    flat = own(*[Zone.BEFORE] * 5)
    assert [place.target for place in proposal(model("C"), flat).values()] == [f"own.{n}" for n in range(5)]


@given(zones=st.lists(st.sampled_from(Zone), min_size=3, max_size=12))
def test_own_models_keep_the_order_of_the_journey(zones: list[Zone]) -> None:
    ordered = own(*sorted(zones, key=list(Zone).index))
    for other in MODELS:
        for old, new in ((ordered, other), (other, ordered)):
            places = [new.index(place.target) or 0 for place in proposal(old, new).values()]
            assert places == sorted(places)
