"""The preview of an import: every change in words, with labels instead of ids."""

from datetime import date

from journey.exchange import differences
from journey.model import Language, PersonaEmotion, Workshop
from tests.builders import (
    a_citation,
    a_count,
    a_frame,
    a_goal,
    a_persona,
    a_relation,
    a_source,
    a_touchpoint,
    a_workshop,
    an_own_model,
)


def _with(workshop: Workshop, **collections: object) -> Workshop:
    return Workshop.model_validate({**dict(workshop), **collections})


def test_equal_workshops_differ_in_nothing() -> None:
    workshop = a_workshop(goals=[a_goal()], touchpoints=[a_touchpoint()])
    assert differences(workshop, workshop, Language.DE) == ()


def test_a_changed_card_shows_its_changed_fields_before_and_after() -> None:
    before = a_touchpoint("Newsletter", id="t1", channel="email", emotion=1)
    after = a_touchpoint("Rundbrief", id="t1", channel="print", emotion=-2, moment_of_truth=True)
    (found,) = differences(a_workshop(touchpoints=[before]), a_workshop(touchpoints=[after]), Language.DE)
    assert found.title(Language.DE) == "Touchpoint: Rundbrief"
    assert [(f.word, f.old, f.new) for f in found.fields] == [
        ("Touchpoint", "Newsletter", "Rundbrief"),
        ("Kanal", "E-Mail & Newsletter", "Druck & Brief"),
        ("Online/offline", "Online (aus Kanal)", "Offline (aus Kanal)"),
        ("Medium", "Digital (aus Kanal)", "Klassisch (aus Kanal)"),
        ("Gefühl", "1", "-2"),
        ("Moment der Wahrheit", "", "Ja"),
    ]


def test_references_are_shown_by_their_labels() -> None:
    people = [a_persona("Alma", id="p1"), a_persona("Bert", id="p2")]
    old = a_workshop(personas=people, touchpoints=[a_touchpoint(id="t1", personas=("p1",))])
    new = _with(
        old,
        touchpoints=[
            a_touchpoint(
                id="t1",
                phase="aida-plus.intent",
                personas=("p1", "p2"),
                persona_emotions=(PersonaEmotion(persona="p2", emotion=-1),),
            )
        ],
    )
    (found,) = differences(old, new, Language.EN)
    assert [(f.word, f.old, f.new) for f in found.fields] == [
        ("Phase", "Awareness", "Intent to purchase"),
        ("Matters to", "Alma", "Alma; Bert"),
        ("Emotion per persona", "", "Bert: -1"),
    ]


def test_each_side_is_named_as_it_was_on_that_side() -> None:
    touchpoint = a_touchpoint(id="t1", personas=("p1",))
    old = a_workshop(personas=[a_persona("Alma", id="p1")], touchpoints=[touchpoint])
    new = a_workshop(touchpoints=[a_touchpoint(id="t1")])
    changed = next(found for found in differences(old, new, Language.DE) if found.id == "t1")
    assert [(f.old, f.new) for f in changed.fields] == [("Alma", "")]


def test_added_and_removed_cards_show_what_they_hold() -> None:
    old = a_workshop(goals=[a_goal("Alt", id="g1", target=1234.5, due=date(2026, 12, 24))])
    new = a_workshop(counts=[a_count(100, id="c1", period="2026")])
    removed, added = differences(old, new, Language.DE)
    assert removed.title(Language.DE) == "Ziel: Alt"
    assert ("Zielwert", "1.234,5", "") in [(f.word, f.old, f.new) for f in removed.fields]
    assert ("Bis wann", "24.12.2026", "") in [(f.word, f.old, f.new) for f in removed.fields]
    assert added.title(Language.DE) == "Zählung: Interesse wecken, 2026"
    assert ("Anzahl", "", "100") in [(f.word, f.old, f.new) for f in added.fields]


def test_cards_without_a_title_are_described() -> None:
    base = a_workshop(
        touchpoints=[a_touchpoint("Blog", id="t1"), a_touchpoint("Shop", id="t2")], sources=[a_source(id="s1")]
    )
    new = _with(
        base, relations=[a_relation("t1", "t2", id="r1")], citations=[a_citation("t1", "s1", id="z1", field="doing")]
    )
    titles = [found.title(Language.DE) for found in differences(base, new, Language.DE)]
    assert titles == ["Wirkung: Blog → Shop", "Beleg: Touchpoint: Blog"]


def test_the_frame_and_own_models_are_shown_too() -> None:
    model = an_own_model("Sehen", "Testen", "Kaufen", id="m1")
    old = a_workshop(frame=a_frame(title="Alt"), models=[model])
    shorter = an_own_model("Sehen", "Testen", "Bleiben", id="m1")
    new = a_workshop(frame=a_frame(title="Neu", id="other"), models=[shorter])
    frame, phases = differences(old, new, Language.DE)
    assert (frame.kind, [(f.word, f.old, f.new) for f in frame.fields]) == ("frame", [("Titel", "Alt", "Neu")])
    assert [f.word for f in phases.fields] == ["Phasen"]
    assert "Bleiben · Vor dem Kauf" in phases.fields[0].new
