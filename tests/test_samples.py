"""Every sample opens, is what its script writes, and shows what it promises."""

import csv
import itertools
import tomllib
from pathlib import Path

import pytest

from journey.catalogue import catalogue
from journey.critic import findings
from journey.model import ActionState, Channel, EvidenceKind, Language, MapState, RelationKind, Workshop, Zone
from journey.numbers import funnel
from journey.numbers.guesses import against_guesses
from journey.numbers.matching import matched
from journey.phases import built_in, model_of
from journey.priorities import Quadrant, weighed_by_counts
from journey.rounds import RoundState, compared, kept_of, opened
from journey.samples import Sample, SampleKind, UnknownSample, load_sample, samples
from journey.switching import unplaced
from sample_data.make_samples import HERE, write

ALL = pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.id)
B2B = pytest.mark.parametrize("name", ["b2b-software-de", "b2b-software-en"])
EVENTS = [
    "first-visit",
    "recognised-visit",
    "google-search",
    "search-ad",
    "download",
    "e-book",
    "demo",
    "trial-offer",
    "order",
    "access",
    "insights",
    "linkedin-post",
]
"""The twelve events of article D's example, in its order."""

D_PHASES = {"first-visit": "12", "recognised-visit": "3", "google-search": "3", "search-ad": "34", "download": "4"}
D_PHASES |= {"e-book": "4", "demo": "4", "trial-offer": "4", "order": "5", "access": "56", "insights": "6"}
D_PHASES |= {"linkedin-post": "7"}


def phase_number(workshop: Workshop, phase_id: str) -> str:
    place = model_of(workshop, Language.DE).index(phase_id)
    return "" if place is None else str(place + 1)


@ALL
def test_a_sample_opens_with_its_model_and_language_and_survives_json(sample: Sample) -> None:
    workshop = load_sample(sample.id)
    assert workshop.frame.language is sample.language
    assert workshop.frame.phase_model == sample.model
    assert unplaced(workshop) == ()
    assert Workshop.from_json(workshop.to_json()) == workshop
    assert workshop.to_json() == sample.file.read_text("utf-8")


def test_the_script_writes_the_same_bytes_again(tmp_path: Path) -> None:
    write(tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(path.name for path in HERE.glob("*.json")) == sorted(f"{each.id}.json" for each in samples())
    assert [(tmp_path / name).read_bytes() for name in names] == [(HERE / name).read_bytes() for name in names]


def test_there_is_a_template_per_model_and_language_and_an_example_in_both() -> None:
    for language in Language:
        of_language = samples(language)
        assert {each.language for each in of_language} == {language}
        templates = [each.model for each in of_language if each.kind is SampleKind.TEMPLATE]
        assert templates == [model.id for model in built_in(language)]
        assert [each.id for each in of_language if each.kind is SampleKind.EXAMPLE] == [f"b2b-software-{language}"]
    assert [each.id for each in samples() if each.kind is SampleKind.FLAWED] == ["baeckerei-de"]


def test_every_sample_has_a_title_and_a_summary_of_its_own_in_both_languages() -> None:
    for language in Language:
        assert len({(each.title(language), each.summary(language)) for each in samples()}) == len(samples())
        assert all(each.title(language) and each.summary(language) for each in samples())


def test_a_template_is_empty_but_for_questions() -> None:
    workshop = load_sample("template-schuster-en")
    assert len(workshop.phase_notes) == 6
    assert all(note.content == "" for note in workshop.phase_notes)
    assert "The customer’s question: Where do I buy, and why now?" in workshop.phase_notes[4].note
    assert "proposed by the app" in load_sample("template-five-phases-en").phase_notes[0].note
    assert not any((workshop.touchpoints, workshop.personas, workshop.goals, workshop.sources, workshop.counts))


def test_an_unknown_sample_is_refused_even_when_it_looks_like_a_path() -> None:
    for name in ("gone", "../pyproject", ""):
        with pytest.raises(UnknownSample):
            load_sample(name)


def test_filled_samples_say_that_their_data_are_invented() -> None:
    assert "erfunden" in "".join(source.note for source in load_sample("baeckerei-de").sources)
    assert "invented" in "".join(source.note for source in load_sample("b2b-software-en").sources)


@B2B
def test_the_b2b_sample_tells_the_twelve_events_in_their_phases(name: str) -> None:
    workshop = load_sample(name)
    told = [touchpoint.id for touchpoint in workshop.touchpoints if touchpoint.id in EVENTS]
    assert told == EVENTS
    for event, phases in D_PHASES.items():
        touchpoint = workshop.touchpoint(event)
        assert touchpoint is not None
        assert phase_number(workshop, touchpoint.phase) in phases


def test_the_events_are_marked_in_the_content_file() -> None:
    content = tomllib.loads((HERE / "content" / "b2b_software.toml").read_text("utf-8"))
    marked = {card["event"]: card["id"] for card in content["touchpoints"] if "event" in card}
    assert [marked[number] for number in range(1, 13)] == EVENTS


@B2B
def test_the_b2b_sample_has_the_effects_of_the_example_and_closes_the_loop(name: str) -> None:
    edges = {(r.source, r.target): (r.kind, r.next_customer) for r in load_sample(name).relations}
    assert edges["recognised-visit", "google-search"][0] is RelationKind.REMOVES_OBJECTION
    assert edges["search-ad", "download"][0] is RelationKind.LEADS_TO
    assert edges["download", "demo"][0] is RelationKind.PREPARES
    assert edges["trial-offer", "order"][0] is RelationKind.LEADS_TO
    assert edges["insights", "linkedin-post"][0] is RelationKind.PREPARES
    assert edges["linkedin-post", "first-visit"] == (RelationKind.LEADS_TO, True)


@B2B
def test_the_b2b_sample_is_rich_and_whole(name: str) -> None:
    workshop = load_sample(name)
    assert len(workshop.touchpoints) >= 14
    assert len(workshop.personas) >= 3
    assert sum(touchpoint.state is MapState.TO_BE for touchpoint in workshop.touchpoints) == 2
    assert {count.period for count in workshop.counts} == {"2026-Q1", "2026-Q2"}
    assert len(workshop.counts) == 14
    assert all((workshop.frame.end_action, workshop.frame.feelings, workshop.frame.effects))
    assert {note.phase for note in workshop.phase_notes} == {p.id for p in model_of(workshop, Language.DE).phases}
    assert {source.kind for source in workshop.sources} == set(EvidenceKind)
    ids = set(workshop.places)
    assert {persona for t in workshop.touchpoints for persona in t.personas} <= ids
    assert {end for r in workshop.relations for end in (r.source, r.target)} <= ids
    assert {end for c in workshop.citations for end in (c.card, c.source)} <= ids
    assert {o.touchpoint for o in workshop.opportunities if o.touchpoint} <= ids


@B2B
def test_the_b2b_sample_knows_every_event_of_its_log_and_in_which_phase(name: str) -> None:
    workshop = load_sample(name)
    with (HERE / "logs" / "software-ga4-en.csv").open(encoding="utf-8") as file:
        events = sorted({row["event_name"] for row in csv.DictReader(file)})
    found = matched(workshop, model_of(workshop, workshop.frame.language), events)
    assert found.unmatched == ()
    phases = tomllib.loads((HERE / "logs" / "software-phases.toml").read_text("utf-8"))["phase"]
    assert found.phase_of == {event: phase["id"] for phase in phases for event in phase["activities"]}


@B2B
def test_the_b2b_team_guessed_every_step_blind(name: str) -> None:
    workshop = load_sample(name)
    stages = funnel(workshop.counts, model_of(workshop, workshop.frame.language), period="2026-Q2")
    found = against_guesses(workshop.guesses, stages)
    assert all(len(step.guesses) == 3 and step.measured is not None for step in found.steps)
    assert len(found.people) == 3


@B2B
def test_the_b2b_sample_has_a_campaign_with_both_parts_for_every_step_up(name: str) -> None:
    workshop = load_sample(name)
    phases = [phase.id for phase in model_of(workshop, Language.DE).phases]
    steps = [(campaign.from_phase, campaign.to_phase) for campaign in workshop.campaigns]
    assert steps == list(itertools.pairwise(phases))
    assert all(campaign.traffic_source and campaign.call_to_action for campaign in workshop.campaigns)


def test_german_and_english_b2b_differ_in_words_only() -> None:
    german, english = load_sample("b2b-software-de"), load_sample("b2b-software-en")
    assert list(german.places) == list(english.places)
    for ours, theirs in zip(german.touchpoints, english.touchpoints, strict=True):
        assert ours.title != theirs.title
        assert (ours.phase, ours.emotion, ours.channel) == (theirs.phase, theirs.emotion, theirs.channel)
        filled = ["doing", "thinking", "asking", "pain_points", "content", "call_to_action"]
        assert [bool(getattr(ours, field)) for field in filled] == [bool(getattr(theirs, field)) for field in filled]


def test_the_bakery_has_the_faults_that_it_is_there_for() -> None:
    bakery = load_sample("baeckerei-de")
    model = model_of(bakery, Language.DE)
    zones = [phase.zone for t in bakery.touchpoints if (phase := model.phase(t.phase))]
    assert Zone.BEFORE not in zones, "everything starts at the purchase"
    assert len(bakery.personas) == 1
    assert all(touchpoint.personas == ("everybody",) for touchpoint in bakery.touchpoints)
    assert not any(touchpoint.content for touchpoint in bakery.touchpoints)
    assert {t.id for t in bakery.touchpoints if t.emotion == -2} == {"till", "order-form"}
    assert not bakery.relations
    assert not any(t.phase == "stranger-to-fan.recommendation" for t in bakery.touchpoints), "nobody is asked"
    assert {source.kind for source in bakery.sources} == {EvidenceKind.ASSUMPTION}
    hardly = {t.channel for t in bakery.touchpoints if t.measurability in ("hardly", "not")}
    assert {Channel.POSTER, Channel.RADIO_TV} <= hardly
    (campaign,) = bakery.campaigns
    assert (campaign.from_phase, campaign.to_phase) == ("stranger-to-fan.attention", "stranger-to-fan.purchase")
    assert campaign.traffic_source == ""


def test_the_bakery_has_shop_stall_and_newsletter() -> None:
    assert {Channel.STORE, Channel.EVENT, Channel.EMAIL} <= {t.channel for t in load_sample("baeckerei-de").touchpoints}


def test_the_bakery_loses_most_at_the_contact_and_has_too_few_cases_at_the_end() -> None:
    counts = [count.count for count in load_sample("baeckerei-de").counts if count.period == "2025-Q4"]
    rates = [after / before for before, after in itertools.pairwise(counts)]
    assert min(rates) == rates[1] < 0.1
    assert all(rate > 0.15 for place, rate in enumerate(rates) if place != 1)
    assert counts[-2] < 10


def test_the_b2b_team_gets_stuck_before_the_order_in_both_quarters() -> None:
    counts = load_sample("b2b-software-de").counts
    for period in ("2026-Q1", "2026-Q2"):
        reached = [count.count for count in counts if count.period == period]
        rates = [after / before for before, after in itertools.pairwise(reached)]
        assert rates.index(min(rates)) == 3


def test_the_samples_channels_can_be_picked_from_the_catalogue() -> None:
    known = {entry.channel for entry in catalogue(Language.DE)}
    assert {t.channel for sample in samples() for t in load_sample(sample.id).touchpoints} <= known


def test_the_bakery_has_three_rounds_in_which_two_actions_worked_and_one_did_not() -> None:
    workshop = load_sample("baeckerei-de")
    states = [RoundState(opened(workshop, each), kept_of(each)) for each in workshop.rounds]
    changed = [
        {step.phase.partition(".")[2] for step in compared(older, newer).steps if step.claimed}
        for older, newer in itertools.pairwise(states)
    ]
    assert changed == [{"engagement"}, {"contact"}]  # the tasting and the raffle; the longer radio spot moved nothing
    assert all(step.difference.value > 0 for pair in itertools.pairwise(states) for step in compared(*pair).steps if step.claimed)  # fmt: skip
    days = [each.closed for each in workshop.rounds]
    assert (days[-1] - days[0]).days in range(330, 400)
    assert (
        len(workshop.actions) == len([action for action in workshop.actions if action.state is ActionState.DONE]) == 3
    )


@B2B
def test_the_b2b_sample_has_two_rounds_that_open(name: str) -> None:
    workshop = load_sample(name)
    assert [len(opened(workshop, each).touchpoints) for each in workshop.rounds] == [19, 19]
    assert "trade-fair" in opened(workshop, workshop.rounds[0]).places


@pytest.mark.parametrize("sample", [each.id for each in samples() if "template" not in each.id])
def test_a_full_sample_rates_things_that_are_there_so_that_a_newcomer_sees_the_plane(sample: str) -> None:
    workshop = load_sample(sample)
    language = workshop.frame.language
    rated = weighed_by_counts(workshop, findings(workshop, language), language)
    assert [one.priority.subject for one in rated] == [one.subject.words for one in rated if one.subject]
    assert {one.quadrant for one in rated} == set(Quadrant)
