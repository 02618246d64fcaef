"""Numbers: a log in a tab, its matches and counts in the workshop, the blind estimate, and what typed counts can."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from journey.model import Guess, Language, Relation, new_id
from journey.numbers.log.coded import phased
from journey.numbers.log.waiting import waiting
from journey.numbers.read_log import ReadLog
from journey.numbers.reading import FileKind, LogPlan, LogReading, Skipped, SkippedKind
from journey.phases import built_in
from journey.texts import text
from tests.builders import a_count, a_frame, a_touchpoint, a_workshop
from tests.numbers.log.logs import a_log
from tests.ui.app import (
    chosen,
    kept,
    keys,
    listed,
    markdown,
    nodes,
    on_view,
    opened,
    pressed,
    run,
    seen,
    stored,
    text_field,
    typed,
)
from ui.kit.rooms import named
from ui.numbers.waiting import _csv
from ui.state.numbers_state import Logs, LogState, are_guesses_revealed, log_state, new_periods, reveal_guesses

MODEL = next(model for model in built_in(Language.DE) if model.id == "aida-plus")
NAMES = [phase.name for phase in MODEL.phases]
IDS = [phase.id for phase in MODEL.phases]
HOUR = 3_600
VIEWS = named("numbers").views
MARKUP = "![](https://elsewhere.example/x.png) <b>Klick</b>"


def a_reading(cases: int = 40, extra: str = "Brottüte") -> LogReading:
    """Every second case less in each phase; the first half knows a channel; an activity that no map knows; a return."""
    rows, channel, segment = [], [], []
    for case in range(cases):
        reached = max(phase for phase in range(len(NAMES)) if case % (2**phase) == 0)
        steps = [*NAMES[: reached + 1], extra, *([NAMES[0]] if case % 3 == 0 else [])]
        rows += [(case, 24 * HOUR * 20 * (case % 3) + HOUR * place, name) for place, name in enumerate(steps)]
        channel += ["Newsletter" if case % 2 else "Plakat"] * len(steps)
        segment += ["neu" if case % 4 else "alt"] * len(steps)
    log = a_log(rows, channel=channel, segment=segment, revenue=[10.0] * len(rows), cost=[1.0] * len(rows))
    plan = LogPlan(
        FileKind.TEXT, ("case", "time", "activity"), {"case": "case", "time": "time", "activity": "activity"}
    )
    return LogReading(log, plan, len(rows) + 2, (Skipped(SkippedKind.NO_CASE, 2, (4, 7)),))


def with_log(tab: AppTest, workshop: str, reading: LogReading) -> AppTest:
    tab.session_state["session"].part(Logs).by_workshop[workshop] = LogState(name="export.csv", source=ReadLog(reading))
    return run(tab)


def guess(tab: AppTest, author: str, shares: Mapping[str, float]) -> None:
    generation = tab.session_state["session"].generations.get("guess", 0)
    for phase, share in shares.items():
        text_field(tab, f"guess:{generation}:{phase}").set_value(f"{share:n}")
    typed(tab, f"guess-author:{generation}", author)
    pressed(tab, "guess-submit")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_says_what_to_do_without_any_numbers(view: str, language: Language) -> None:
    tab = on_view(opened(stored(a_workshop()), "numbers", language), "numbers", view)
    assert len(seen(tab)) > 200


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_the_log(view: str, language: Language) -> None:
    cards = [a_touchpoint(NAMES[0], id="one", phase=IDS[0]), a_touchpoint(NAMES[1], id="two", phase=IDS[1])]
    relations = [Relation(id=new_id(), source="one", target="two")]
    guesses = [Guess(id=new_id(), author="Ada", phase=IDS[1], share=50)]
    workshop = stored(a_workshop(touchpoints=cards, relations=relations, guesses=guesses))
    tab = on_view(opened(workshop, "numbers", language), "numbers", view)
    empty = seen(tab)
    assert seen(with_log(tab, workshop, a_reading())) != empty


def test_what_a_tab_remembers_of_the_numbers_belongs_to_its_workshop() -> None:
    tab = opened(stored(a_workshop()), "numbers")
    new_periods().append("Mai")
    reveal_guesses(True)
    log_state().name = "export.csv"
    tab.query_params["workshop"] = stored(a_workshop())
    run(tab)
    assert (new_periods(), are_guesses_revealed(), log_state()) == ([], False, LogState())


def test_drawn_effects_that_the_log_says_nothing_about_are_folded_away_and_named() -> None:
    cards = [
        a_touchpoint(name, id=card, phase=phase) for name, card, phase in zip(NAMES[:2], "ab", IDS[:2], strict=True)
    ]
    relations = [Relation(id=new_id(), source="a", target=target) for target in ("b", "shop")]
    workshop = stored(a_workshop(touchpoints=[*cards, a_touchpoint("Laden", id="shop")], relations=relations))
    tab = on_view(opened(workshop, "numbers"), "numbers", "paths")
    with_log(tab, workshop, a_reading())
    [folded] = [each for each in tab.expander if "prüfen" in each.label]
    assert folded.label == "1 gezeichnete Wirkung lässt sich an diesem Log nicht prüfen"
    [words] = [node.value for node in folded.get("html") if isinstance(node, Element)]
    assert f"{NAMES[0]} → Laden" in words
    assert NAMES[1] not in words


def test_another_log_brings_its_own_period() -> None:
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "numbers"), "numbers", "funnel")
    spans = []
    for cases in (40, 2):
        with_log(tab, workshop, a_reading(cases))
        spans += [field.value for field in tab.text_input if (field.key or "").startswith("log-period")]
    assert spans == ["2026-01-01 – 2026-02-10", "2026-01-01 – 2026-01-21"]


def test_columns_of_a_file_are_offered_by_their_names() -> None:
    tab = pressed(opened(stored(a_workshop()), "numbers"), "log-sample-software")
    assert tab.selectbox(key="map-role:time").value == "event_timestamp"
    assert {"event_timestamp", "user_pseudo_id", "traffic_source.source"} <= set(listed(tab))


def test_a_column_that_gives_the_order_is_shown_and_may_be_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [f"K{case},2026-01-01,{NAMES[place]},{place}\n" for place in (1, 0) for case in range(3)]
    (tmp_path / "log.csv").write_text("case,date,event,sorting\n" + "".join(rows))
    monkeypatch.setenv("JOURNEY_LOGS", str(tmp_path))
    tab = opened(stored(a_workshop()), "numbers")
    chosen(tab, next(key for key in keys(tab) if key.startswith("log-folder")), tmp_path / "log.csv")
    assert tab.multiselect(key="map-order").value == ["sorting"]
    chosen(tab, "map-order", [])
    pressed(tab, "log-read")
    while "log-cancel" in keys(tab):
        run(tab)
    on_view(tab, "numbers", "funnel")
    assert text("log_funnel.in_doubt", Language.DE, cases="3") in seen(tab)


def test_what_was_worked_out_while_a_log_was_still_being_read_does_not_outlive_its_coming() -> None:
    counts = [a_count(count, phase=phase) for phase, count in zip(IDS, (100, 40), strict=False)]
    tab = opened(stored(a_workshop(counts=counts)), "numbers")
    pressed(tab, "log-sample-bakery")
    pressed(tab, "log-read")
    on_view(tab, "numbers", "what_if")
    on_view(tab, "numbers", "log")
    while "log-cancel" in keys(tab):
        run(tab)
    assert "log-forget" in keys(tab)
    assert "Jedes Ereignis des Logs ist zugeordnet." not in seen(tab)


def test_rows_left_out_are_told_with_their_lines() -> None:
    workshop = stored(a_workshop())
    tab = with_log(opened(workshop, "numbers"), workshop, a_reading())
    assert "Kunde ist leer" in seen(tab)
    assert "4, 7" in seen(tab)


def test_an_activity_matched_by_hand_is_remembered_and_counts_from_then_on() -> None:
    workshop = stored(a_workshop(touchpoints=[a_touchpoint("Laden", id="shop", phase=IDS[2])]))
    tab = with_log(opened(workshop, "numbers"), workshop, a_reading())
    assert "Brottüte" in seen(tab)
    chosen(tab, "match:Brottüte", "shop")
    assert [(one.name, one.touchpoint) for one in kept(workshop).activities] == [("Brottüte", "shop")]
    assert "match:Brottüte" in keys(tab)
    assert "Jedes Ereignis des Logs ist zugeordnet." in seen(tab)


def test_forgetting_clears_the_log_and_keeps_the_matches() -> None:
    workshop = stored(a_workshop())
    tab = with_log(opened(workshop, "numbers"), workshop, a_reading())
    chosen(tab, "match:Brottüte", "-")
    pressed(tab, "log-forget")
    assert tab.session_state["session"].part(Logs).by_workshop[workshop] == LogState()
    assert kept(workshop).activities[0].ignored


def test_totals_go_into_the_workshop_and_can_be_taken_back_at_once() -> None:
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "numbers"), "numbers", "funnel")
    with_log(tab, workshop, a_reading())
    assert not tab.success
    pressed(tab, "log-take-counts")
    assert [said.value.replace("\\", "") for said in tab.success] == [
        text("log_funnel.taken", Language.DE, period="01.01.2026 – 10.02.2026")
    ]
    held = kept(workshop)
    assert [count.count for count in held.counts][:3] == [40, 20, 10]
    assert {count.period for count in held.counts} == {"2026-01-01 – 2026-02-10"}
    assert held.counts[0].days == pytest.approx(1 / 24)
    assert {one.name: one.cases for one in held.activities}["Brottüte"] == 40
    pressed(tab, "frame:undo")
    assert (kept(workshop).counts, kept(workshop).activities) == ((), ())
    assert not tab.success


def test_where_counts_are_missing_a_link_leads_to_where_they_are_typed() -> None:
    workshop = stored(a_workshop(touchpoints=[a_touchpoint()]))
    for page, view in (("numbers", "what_if"), ("analysis", "figures")):
        tab = on_view(opened(workshop, page), page, view)
        [link] = [one for one in tab.page_link if one.label == text("funnel.to_counts.type", Language.DE)]
        assert "view-map=funnel" in link.proto.query_string
    pressed(tab := opened(workshop, "numbers"), "to-counts")
    assert f"count::{IDS[0]}" in keys(tab)


def test_a_phase_that_nothing_in_the_log_belongs_to_is_passed_over() -> None:
    rows = [(case, HOUR * place, NAMES[place]) for case in range(10) for place in (2, 4) if place == 2 or case < 4]
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "numbers"), "numbers", "funnel")
    pressed(with_log(tab, workshop, replace(a_reading(), log=a_log(rows))), "log-take-counts")
    assert [(count.phase, count.count) for count in kept(workshop).counts] == [(IDS[2], 10), (IDS[4], 4)]


def test_the_same_period_taken_twice_is_one_period() -> None:
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "numbers"), "numbers", "funnel")
    pressed(with_log(tab, workshop, a_reading()), "log-take-counts")
    pressed(tab, "log-take-counts")
    assert len(kept(workshop).counts) == len(IDS)


def test_a_funnel_split_by_an_attribute_compares_two_values() -> None:
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "numbers"), "numbers", "funnel")
    chosen(with_log(tab, workshop, a_reading()), "log-by", "channel")
    assert "Newsletter" in seen(tab)
    assert "compare-a:channel" in keys(tab)
    assert "%" in seen(tab)


def test_a_window_shortens_the_funnel() -> None:
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "numbers"), "numbers", "funnel")
    with_log(tab, workshop, a_reading())
    tab.number_input(key="log-window").set_value(0.05)
    run(tab)
    pressed(tab, "log-take-counts")
    assert [count.count for count in kept(workshop).counts][:3] == [40, 20, 0]


def test_the_picture_of_a_log_s_funnel_tells_revenue_in_the_workshop_s_currency() -> None:
    workshop = stored(a_workshop(frame=a_frame(currency="CHF")))
    tab = on_view(opened(workshop, "numbers"), "numbers", "funnel")
    with_log(tab, workshop, a_reading())
    assert "CHF" in _charts(tab)
    typed(opened(workshop, "goals"), f"page:{workshop}:currency", "SEK")
    assert kept(workshop).frame.currency == "SEK"
    assert "SEK" in _charts(run(tab))


def _charts(tab: AppTest) -> str:
    return "".join(str(node.proto) for node in nodes(tab) if node.type == "vega_lite_chart")


def test_guesses_stay_hidden_until_the_reveal() -> None:
    counts = [a_count(number, phase=phase) for number, phase in zip((100, 40), IDS, strict=False)]
    workshop = stored(a_workshop(counts=counts))
    tab = on_view(opened(workshop, "numbers"), "numbers", "guesses")
    guess(tab, "Ada", {IDS[1]: 73.0})
    assert [(one.author, one.phase, one.share) for one in kept(workshop).guesses] == [("Ada", IDS[1], 73.0)]
    assert "Ada" in seen(tab)
    assert "73" not in seen(tab)
    pressed(tab, "guess-reveal")
    assert "33 Punkte zu hoch" in seen(tab)


def test_steps_that_nobody_counted_are_said_to_have_no_answer_before_and_after_the_reveal() -> None:
    counts = [a_count(number, phase=phase) for number, phase in ((100, IDS[0]), (40, IDS[1]), (9, IDS[3]))]
    tab = on_view(opened(stored(a_workshop(counts=counts)), "numbers"), "numbers", "guesses")
    names = [phase.name for phase in MODEL.phases]
    bare = f"{names[1]} → {names[2]}; {names[2]} → {names[3]}"
    assert bare in seen(tab)
    assert f"{names[0]} → {names[1]};" not in seen(tab)
    guess(tab, "Ada", {IDS[2]: 73.0})
    pressed(tab, "guess-reveal")
    assert bare in seen(tab)


def test_who_guesses_again_replaces_the_first_guess() -> None:
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "numbers"), "numbers", "guesses")
    guess(tab, "Ada", {IDS[1]: 73.0})
    guess(tab, "Ada", {IDS[1]: 20.0, IDS[2]: 5.0})
    assert [(one.phase, one.share) for one in kept(workshop).guesses] == [(IDS[1], 20.0), (IDS[2], 5.0)]


def test_a_better_step_is_worth_what_typed_counts_and_an_order_value_say() -> None:
    counts = [a_count(number, phase=phase) for number, phase in zip((1000, 100, 50), IDS, strict=False)]
    tab = on_view(opened(stored(a_workshop(counts=counts)), "numbers"), "numbers", "what_if")
    chosen(tab, f"what-if-step:{MODEL.id}", IDS[1])
    tab.slider(key="what-if-points").set_value(10)
    typed(tab, "what-if-value", "20")
    words = {metric.label: metric.value for metric in tab.metric}
    assert words["Abschlüsse dann"] == "100"
    assert words["Zugewinn"] == "+50"
    assert words["Umsatz dann"] == "2.000\u202fEUR"
    assert "Heute: 50" in seen(tab)


def test_what_rests_on_few_people_has_a_span_and_no_figure_of_its_own() -> None:
    counts = [a_count(number, phase=phase) for number, phase in zip((1000, 29, 2), IDS, strict=False)]
    tab = on_view(opened(stored(a_workshop(counts=counts)), "numbers"), "numbers", "what_if")
    words = {metric.label: metric.value for metric in tab.metric}
    assert " bis " in words["Abschlüsse dann"]
    assert text("what_if.best_unknown", Language.DE) in seen(tab)
    on_view(tab, "numbers", "funnel")
    assert text("funnel.step_among", Language.DE, phase=NAMES[1]) in seen(tab).replace("\\", "")


def test_the_funnel_says_why_it_counts_fewer_than_the_log_has() -> None:
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "numbers"), "numbers", "funnel")
    sale = IDS.index(MODEL.sale(IDS))
    names = [*NAMES[:4], NAMES[sale]]
    rows = [(case, HOUR * place, name) for case in range(40) for place, name in enumerate(names[case % 2 :])]
    with_log(tab, workshop, replace(a_reading(), log=a_log(rows)))
    told = text("numbers.other_totals", Language.DE, phase=NAMES[sale], log=40, funnel=20)
    assert told in seen(tab).replace("\\", "")


def test_names_from_a_file_draw_nothing() -> None:
    workshop = stored(a_workshop())
    tab = on_view(opened(workshop, "numbers"), "numbers", "log")
    with_log(tab, workshop, a_reading(extra=MARKUP))
    for view in VIEWS:
        on_view(tab, "numbers", view)
        assert not any("](https" in words for words in markdown(tab))
        assert "<b>Klick" not in "\n".join(markdown(tab))


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x"])
def test_a_phase_that_looks_like_a_formula_is_text_in_the_list_of_those_who_wait(name: str) -> None:
    log = phased(a_log([("anna", 0, "a")]), ["p", "q"], {"a": "p"})
    rows = (
        _csv(waiting(log), {"p": name, "q": ""}, ["Fall", "Phase", "Seit", "Tage"], "").decode("utf-8-sig").splitlines()
    )
    assert rows[1].split(";")[1] == f"'{name}"


def test_orders_without_a_column_of_events_say_who_comes_back_and_what_a_funnel_needs() -> None:
    rows = ["Bestellnummer;Kundennummer;Bestelldatum;Gesamtbetrag"]
    rows += [f"{n};K{n % 3};{n + 1:02}.01.2026;10,00" for n in range(5)]
    tab = opened(stored(a_workshop()), "numbers")
    tab.file_uploader(key="log-file:0").upload("bestellungen.csv", "\n".join(rows).encode())
    run(tab)
    run(tab)
    assert tab.segmented_control(key="map-shape").value == "orders"
    assert tab.selectbox(key="map-role-orders:case").value == "Kundennummer"
    assert text("log_reading.hint.status_of_today", Language.DE) not in seen(tab)
    pressed(tab, "log-read")
    job = log_state().job
    assert job is not None
    job.result()
    run(tab)
    run(tab)
    pressed(tab, "to-orders")
    shown = {metric.label: metric.value for metric in tab.metric}
    assert shown["Kunden"] == "3"
    assert shown["Bestellungen"] == "5"
    assert shown["Bestellten wieder"].startswith("67")
    assert shown["Zeit bis zur nächsten Bestellung"] == "3 Tage"
    assert shown["Umsatz"].startswith("50")
    assert text("orders.funnel_events", Language.DE) in seen(tab)


def test_a_log_in_which_nothing_happens_twice_says_that_who_comes_back_is_not_in_it() -> None:
    workshop = stored(a_workshop())
    reading = a_reading()
    steps = a_log([(1, 0, "Created"), (1, 180, "Paid"), (2, 60, "Created")], revenue=[10.0, 10.0, 10.0])
    tab = with_log(opened(workshop, "numbers"), workshop, replace(reading, log=steps))
    on_view(tab, "numbers", "orders")
    assert not tab.metric
    assert text("orders.once", Language.DE, shape=text("log_mapping.shape_orders", Language.DE)) in seen(tab)
    pressed(tab, "to-log")
    assert tab.session_state["view-numbers"] == "log"


@pytest.mark.parametrize(("hour", "shown"), [(0, False), (9, True)])
def test_a_log_that_knows_days_alone_shows_no_clock(hour: int, shown: bool) -> None:
    workshop = stored(a_workshop())
    days = a_log([(case, (24 * place + hour) * HOUR, NAMES[place]) for case in (1, 2) for place in range(case)])
    tab = on_view(with_log(opened(workshop, "numbers"), workshop, replace(a_reading(), log=days)), "numbers", "trends")
    assert (f", {hour:02}:00" in seen(tab)) is shown


def test_a_list_of_leads_is_not_asked_for_once_more_but_leads_to_its_funnel() -> None:
    workshop = stored(a_workshop())
    leads = a_log([(1, 0, "Erstkontakt"), (1, 180, "Angebot"), (2, 60, "Erstkontakt")])
    tab = with_log(opened(workshop, "numbers"), workshop, replace(a_reading(), log=leads))
    on_view(tab, "numbers", "orders")
    assert text("orders.once_list", Language.DE) in seen(tab)
    pressed(tab, "to-funnel")
    assert tab.session_state["view-numbers"] == "funnel"


def test_steps_of_a_shop_are_proposed_a_phase_by_their_meaning_and_have_german_words() -> None:
    workshop = stored(a_workshop())
    steps = a_log(
        [(1, 0, "Created"), (1, 180, "Paid"), (1, 999, "Fulfilled"), (2, 60, "Created"), (2, 90, "Cancelled")]
    )
    tab = with_log(opened(workshop, "numbers"), workshop, replace(a_reading(), log=steps))
    assert "Fulfilled (Versandt)" in seen(tab)
    pressed(tab, "take-proposed")
    phases = {card.name: card.phase for card in kept(workshop).activities}
    assert phases == {
        "Created": "aida-plus.conversion",
        "Paid": "aida-plus.conversion",
        "Fulfilled": "aida-plus.retention",
    }
    assert "take-proposed" not in keys(tab)


def test_orders_of_a_log_with_other_events_ask_for_no_funnel() -> None:
    workshop = stored(a_workshop())
    tab = with_log(opened(workshop, "numbers"), workshop, a_reading())
    on_view(tab, "numbers", "orders")
    chosen(tab, "orders-counted", [NAMES[-1]])
    assert "Bestellungen" in {metric.label for metric in tab.metric}
    assert text("orders.funnel", Language.DE) not in seen(tab)


@pytest.mark.parametrize("view", [view for view in VIEWS if view not in ("log", "orders", "guesses")])
def test_a_log_of_which_nothing_is_assigned_is_called_so_and_leads_to_where_it_is(view: str) -> None:
    workshop = stored(a_workshop(counts=[a_count(100), a_count(50, phase=IDS[1])]))
    tab = on_view(opened(workshop, "numbers"), "numbers", view)
    rows = [(case, HOUR * case, name) for case in range(9) for name in ("Brottüte", "Schlüssel")]
    reading = replace(a_reading(), log=a_log(rows, channel=["Plakat"] * len(rows)))
    with_log(tab, workshop, reading)
    assert [box.value for box in tab.info] == [text("numbers.nothing_matched", Language.DE)]
    assert not tab.success
    pressed(tab, "to-log")
    assert text("log_matching.heading", Language.DE) in seen(tab)


def test_what_if_shows_figures_that_add_up() -> None:
    tab = opened(stored(a_workshop(counts=[a_count(110), a_count(45, phase=IDS[1])])), "numbers")
    on_view(tab, "numbers", "what_if")
    buyers, gain, *_ = (metric.value for metric in tab.metric)
    assert (buyers, gain) == ("50,5", "+5,5")
    assert "heute: 45" in seen(tab).casefold()
