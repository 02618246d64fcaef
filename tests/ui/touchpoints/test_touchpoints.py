"""Step 3: the catalogue, the drawer of a touchpoint, relations."""

import pytest

from journey.catalogue import catalogue
from journey.model import Channel, Language, RelationKind, Scope, Setting
from journey.phases import model_of
from journey.texts import text
from tests.builders import a_frame, a_relation, a_touchpoint, a_workshop
from tests.ui.app import (
    chosen,
    html,
    kept,
    keys,
    on_view,
    opened,
    pressed,
    run,
    seen,
    stored,
    typed,
    unfolded,
    with_card,
)

DE, EN = Language.DE, Language.EN


def _offered(tab_keys: set[str]) -> list[str]:
    return sorted(key for key in tab_keys if key.startswith("pick:"))


def _pair(*titles: str) -> str:
    points = [a_touchpoint(title, id=f"t{n}", rank=n) for n, title in enumerate(titles)]
    return stored(a_workshop(touchpoints=points))


def test_a_click_on_the_catalogue_adds_the_entry_to_the_chosen_phase() -> None:
    workshop_id = stored(a_workshop())
    phase = model_of(kept(workshop_id), DE).phases[2].id
    tab = chosen(opened(workshop_id, "touchpoints"), "catalogue-phase:aida-plus", phase)
    picked = _offered(keys(tab))[0]
    entry = next(entry for entry in catalogue(DE) if f"pick:{entry.id}" == picked)
    pressed(tab, picked)
    added = kept(workshop_id).touchpoints
    assert [(t.title, t.phase, t.channel) for t in added] == [(entry.title, phase, entry.channel)]
    assert f"held-{added[0].id}" in {getattr(node, "key", None) for node in tab._tree}


def test_what_is_added_speaks_the_workshop_s_language() -> None:
    workshop_id = stored(a_workshop(frame=a_frame(language="en")))
    tab = opened(workshop_id, "touchpoints", DE)
    picked = _offered(keys(tab))[0]
    pressed(tab, picked)
    german, english = (next(e for e in catalogue(lang) if f"pick:{e.id}" == picked) for lang in (DE, EN))
    assert kept(workshop_id).touchpoints[0].title in {english.title, german.title}


def test_a_digital_journey_is_offered_contacts_on_the_net_only() -> None:
    workshop_id = stored(a_workshop(frame=a_frame(scope=Scope.DIGITAL)))
    tab = opened(workshop_id, "touchpoints")
    for phase in model_of(kept(workshop_id), DE).phases:
        chosen(tab, "catalogue-phase:aida-plus", phase.id)
        offered = {key.removeprefix("pick:") for key in _offered(keys(tab))}
        assert offered
        assert {entry.setting for entry in catalogue(DE) if entry.id in offered} == {Setting.ONLINE}, (
            "unknown is not online"
        )


def test_the_whole_catalogue_can_be_seen() -> None:
    tab = opened(stored(a_workshop()), "touchpoints")
    tab.toggle(key="all-entries").set_value(True)
    run(tab)
    assert len(_offered(keys(tab))) == len(catalogue(DE))


def test_an_own_touchpoint_opens_nothing_and_the_line_waits_for_the_next() -> None:
    workshop_id = stored(a_workshop())
    tab = opened(workshop_id, "touchpoints")
    first, _, third, *_ = (phase.id for phase in model_of(kept(workshop_id), DE).phases)
    line = f"add-touchpoint:{first}"
    for words in ("Hofladen", "3 Plakat", "24 Stunden Hotline", "Probe"):
        typed(tab, line, words)
        assert tab.text_input(key=line).value == ""
    assert not [key for key in keys(tab) if key.startswith("drawer:")]
    assert [(point.title, point.phase, point.channel) for point in kept(workshop_id).touchpoints] == [
        ("Hofladen", first, Channel.STORE), ("Plakat", third, Channel.POSTER),
        ("24 Stunden Hotline", first, Channel.PHONE), ("Probe", first, Channel.OTHER),
    ]  # fmt: skip


def test_a_pasted_list_makes_a_touchpoint_of_each_line_and_one_undo_takes_them_back() -> None:
    workshop_id = stored(a_workshop(touchpoints=[a_touchpoint("Alt", rank=7)]))
    tab = opened(workshop_id, "touchpoints")
    first, second, *_ = (phase.id for phase in model_of(kept(workshop_id), DE).phases)
    typed(tab, f"add-touchpoint:{first}", "- Newsletter ⏎ • 2 Anruf ⏎ 3. Messestand ⏎  ⏎ 20 % Rabatt")
    assert [(point.title, point.phase) for point in kept(workshop_id).touchpoints] == [
        ("Alt", a_touchpoint().phase), ("Newsletter", first), ("Anruf", second), ("Messestand", first),
        ("20 % Rabatt", first),
    ]  # fmt: skip
    pressed(tab, "frame:undo")
    assert [point.title for point in kept(workshop_id).touchpoints] == ["Alt"]


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        (f"Newsletter ⏎ {'x' * 201}", "„xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx …“. Zeichen: 201, höchstens 200"),
        (
            f"Anruf **bei** {'x' * 201}",
            r"„Anruf \*\*bei\*\* xxxxxxxxxxxxxxxx …“. Zeichen: 215, höchstens 200",
        ),
        ("⏎".join(["Plakat"] * 300), "Zeilen: 300, höchstens 200"),
    ],
)
def test_too_much_for_a_line_stays_where_it_is_with_the_limit_below_until_it_fits(words: str, limit: str) -> None:
    workshop_id = stored(a_workshop())
    tab = opened(workshop_id, "touchpoints")
    line = f"add-touchpoint:{model_of(kept(workshop_id), DE).phases[0].id}"
    typed(tab, line, words)
    for _ in range(2):
        assert kept(workshop_id).touchpoints == ()
        assert tab.text_input(key=line).value == words
        [said] = [error.value for error in tab.error]
        assert limit in said
        run(tab)
    typed(tab, line, "Plakat")
    assert not tab.error
    assert [point.title for point in kept(workshop_id).touchpoints] == ["Plakat"]


def test_touchpoints_change_places_in_their_phase() -> None:
    workshop_id = _pair("Eins", "Zwei", "Drei")
    tab = with_card(opened(workshop_id, "touchpoints"), "t0")
    assert tab.button(key="drawer:earlier").disabled
    pressed(tab, "drawer:later")
    assert [t.title for t in kept(workshop_id).touchpoints] == ["Zwei", "Eins", "Drei"]
    pressed(tab, "drawer:later")
    assert tab.button(key="drawer:later").disabled
    pressed(tab, "frame:undo")
    assert [t.title for t in kept(workshop_id).touchpoints] == ["Zwei", "Eins", "Drei"]


@pytest.mark.parametrize("titles", [("Anzeige", "Website"), ("Newsletter", "Newsletter"), ("", "")])
def test_the_form_adds_a_relation_between_the_two_that_were_chosen(titles: tuple[str, str]) -> None:
    workshop_id = _pair(*titles)
    tab = on_view(opened(workshop_id, "touchpoints"), "touchpoints", "relations")
    tab.selectbox(key="relation-source").set_value("t0")
    tab.selectbox(key="relation-target").set_value("t1")
    tab.selectbox(key="relation-kind").set_value(RelationKind.PREPARES)
    pressed(tab, "relation-add")
    assert [(r.source, r.kind, r.target) for r in kept(workshop_id).relations] == [
        ("t0", RelationKind.PREPARES, "t1")
    ]  # fmt: skip
    assert tab.selectbox(key="relation-source").value == "t1"


@pytest.mark.parametrize(("source", "target"), [("t0", "t0"), (None, "t1"), ("t0", None), (None, None)])
def test_a_relation_needs_two_different_touchpoints(source: str | None, target: str | None) -> None:
    workshop_id = _pair("Anzeige", "Website")
    tab = on_view(opened(workshop_id, "touchpoints"), "touchpoints", "relations")
    tab.selectbox(key="relation-source").set_value(source)
    tab.selectbox(key="relation-target").set_value(target)
    pressed(tab, "relation-add")
    assert kept(workshop_id).relations == ()
    assert [warning.value for warning in tab.warning] == [text("relations.choose_two", DE)]
    assert not run(tab).warning


def test_deleting_a_touchpoint_takes_its_relations_and_undo_brings_both() -> None:
    points = [a_touchpoint(id="t0"), a_touchpoint(id="t1")]
    workshop_id = stored(a_workshop(touchpoints=points, relations=[a_relation("t0", "t1")]))
    tab = pressed(with_card(opened(workshop_id, "touchpoints"), "t0"), "drawer:delete")
    assert (len(kept(workshop_id).touchpoints), len(kept(workshop_id).relations)) == (1, 0)
    pressed(tab, "frame:undo")
    assert (len(kept(workshop_id).touchpoints), len(kept(workshop_id).relations)) == (2, 1)


def test_the_effects_of_one_touchpoint_are_picked_from_a_list_and_told_in_words() -> None:
    points = [a_touchpoint(title, id=f"t{n}", rank=n) for n, title in enumerate(("Plakat", "Laden", "Kasse"))]
    ways = [a_relation("t0", "t1", id="r0"), a_relation("t1", "t2", id="r1")]
    workshop = stored(a_workshop(touchpoints=points, relations=ways))
    tab = on_view(opened(workshop, "touchpoints"), "touchpoints", "relations")
    key = next(key for key in keys(tab) if key.startswith("relation-focus"))
    assert html(tab).partition("j-effects")[2].count("<li>") == 2
    chosen(tab, key, "t0")
    told = html(tab).partition("j-effects")[2]
    assert told.count("<li>") == 1
    assert "Plakat <b>führt zu</b> → Laden" in told


def test_one_touchpoint_is_too_few_for_relations() -> None:
    tab = on_view(opened(_pair("Allein"), "touchpoints"), "touchpoints", "relations")
    assert text("relations.too_few", DE) in seen(tab)


def test_of_two_with_the_same_name_the_clicked_one_is_taken_and_stays() -> None:
    points = [a_touchpoint("Newsletter", id=f"t{n}") for n in range(3)]
    workshop_id = stored(a_workshop(touchpoints=points, relations=[a_relation("t0", "t1", id="r")]))
    tab = with_card(opened(workshop_id, "touchpoints"), "r")
    tab.text_input(key="drawer:r:note").set_value("Notiz")
    run(tab)
    relation = kept(workshop_id).relations[0]
    assert (relation.source, relation.target, relation.note) == ("t0", "t1", "Notiz")
    chosen(tab, "drawer:r:target", "t2")
    assert kept(workshop_id).relations[0].target == "t2"


def test_setting_follows_the_channel_until_somebody_chooses_and_again_when_the_choice_is_taken_back() -> None:
    workshop_id = stored(a_workshop(touchpoints=[a_touchpoint("Terminvergabe", id="t0", channel="website")]))
    tab = with_card(opened(workshop_id, "touchpoints"), "t0")

    def facts() -> str:
        return seen(unfolded(tab, "drawer-fold:t0:facts"))

    assert "Gilt: Online (aus Kanal)" in facts()
    chosen(tab, "drawer:t0:channel", Channel.PHONE)
    assert "Gilt: Offline (aus Kanal)" in facts()
    chosen(tab, "drawer:t0:setting", Setting.ONLINE)
    assert kept(workshop_id).touchpoints[0].setting is Setting.ONLINE
    assert "Festgelegt. Ein zweiter Klick lässt es folgen: Offline (aus Kanal)." in facts()
    chosen(tab, "drawer:t0:channel", Channel.STORE)
    assert kept(workshop_id).touchpoints[0].setting is Setting.ONLINE
    chosen(unfolded(tab, "drawer-fold:t0:facts"), "drawer:t0:setting", None)
    assert kept(workshop_id).touchpoints[0].setting is None
    assert "Gilt: Offline (aus Kanal)" in facts()


def test_below_the_table_stands_what_holds_for_every_touchpoint() -> None:
    points = [a_touchpoint("Praxisschild", id="t0", rank=1), a_touchpoint("Beratung", id="t1", rank=2)]
    tab = on_view(opened(stored(a_workshop(touchpoints=points)), "touchpoints"), "touchpoints", "table")
    rows = [
        line
        for line in seen(unfolded(tab, "what-follows")).splitlines()
        if line in {"Offline (aus Titel)", "Unbekannt"}
    ]
    assert rows == ["Offline (aus Titel)", "Unbekannt", "Unbekannt"]


def _former() -> str:
    former = {"setting": "online", "media": "digital"}
    titles = ("Praxisschild", "Erstgespräch")
    points = [a_touchpoint(title, id=f"t{n}", rank=n, **former) for n, title in enumerate(titles)]
    return stored(a_workshop(touchpoints=points))


@pytest.mark.parametrize("page", ["touchpoints", "analysis"])
def test_former_defaults_are_offered_and_corrected_with_one_click_that_undo_takes_back(page: str) -> None:
    workshop_id = _former()
    tab = opened(workshop_id, page)
    assert "2 Touchpoints stehen auf" in seen(tab)
    assert all(point.setting is Setting.ONLINE for point in kept(workshop_id).touchpoints)
    pressed(pressed(tab, "correct"), "correct", "correct-apply")
    assert [point.setting for point in kept(workshop_id).touchpoints] == [None, None]
    assert "correct" not in keys(run(tab))
    pressed(tab, "frame:undo")
    assert [point.setting for point in kept(workshop_id).touchpoints] == [Setting.ONLINE, Setting.ONLINE]
    assert "correct" in keys(tab)


def test_the_list_says_before_and_after_and_what_is_unticked_is_left_and_not_asked_again() -> None:
    workshop_id = _former()
    tab = pressed(opened(workshop_id, "touchpoints"), "correct")
    assert "Online, Digital → **Offline, Klassisch (aus Titel)**" in seen(tab)
    assert "Online, Digital → **Unbekannt**" in seen(tab)
    tab.checkbox(key="correct:t1").uncheck()
    pressed(tab, "correct", "correct-apply")
    assert [point.setting for point in kept(workshop_id).touchpoints] == [None, Setting.ONLINE]
    assert "correct" not in keys(run(tab))
