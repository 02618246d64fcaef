"""Undo and redo from the log, and the names of changes and values."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.editing import Change, Edit, applied, change_of, put, remove, reordered, revise
from journey.history import Stacks, card_name, describe, field_words, redo, undo, undo_stacks
from journey.model import KINDS, Channel, Emotion, Language, PersonaEmotion, Workshop, Zone
from journey.phases import model_of
from tests.builders import (
    a_citation,
    a_count,
    a_goal,
    a_guess,
    a_persona,
    a_relation,
    a_source,
    a_touchpoint,
    a_workshop,
    an_activity,
    an_own_model,
)
from tests.strategies import journeys

DE, EN = Language.DE, Language.EN


@dataclass(frozen=True)
class Entry:
    sequence: int
    author: str
    change: Change


class Log:
    """A log with the workshop that it leads to, as the store keeps them."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.entries: list[Entry] = []

    def add(self, change: Change | None, author: str = "me") -> int:
        assert change is not None
        self.workshop = applied(self.workshop, change)
        self.entries.append(Entry(len(self.entries) + 1, author, change))
        return len(self.entries)

    def stacks(self, author: str = "me") -> Stacks:
        return undo_stacks(self.entries, author)

    def change(self, sequence: int) -> Change:
        return self.entries[sequence - 1].change

    def undo(self, author: str = "me") -> int:
        last = self.stacks(author).undoable[-1]
        return self.add(undo(self.change(last), last), author)

    def redo(self, author: str = "me") -> int:
        last = self.stacks(author).redoable[-1]
        return self.add(redo(self.change(last), last), author)


def _goal_log(count: int) -> Log:
    log = Log(a_workshop())
    for number in range(count):
        log.add(change_of(put(log.workshop, a_goal(str(number)))))
    return log


def test_an_empty_log_has_nothing_to_undo() -> None:
    assert undo_stacks([], "me") == Stacks((), ())


def test_undo_and_redo_name_the_original_however_often_it_goes_back_and_forth() -> None:
    log = _goal_log(2)
    for _ in range(3):
        log.undo()
        assert log.stacks() == Stacks((1,), (2,))
        log.redo()
        assert log.stacks() == Stacks((1, 2), ())
    assert {entry.change.undoes or entry.change.redoes for entry in log.entries[2:]} == {2}


def test_a_new_change_after_an_undo_leaves_nothing_to_redo() -> None:
    log = _goal_log(2)
    log.undo()
    log.add(change_of(put(log.workshop, a_goal("other"))))
    assert log.stacks() == Stacks((1, 4), ())


def test_what_others_do_stays_theirs() -> None:
    log = _goal_log(1)
    log.add(change_of(put(log.workshop, a_goal("theirs"))), "you")
    assert (log.stacks(), log.stacks("you")) == (Stacks((1,)), Stacks((2,)))
    log.undo("you")
    assert (log.stacks(), log.stacks("you")) == (Stacks((1,)), Stacks((), (2,)))


def test_an_undo_whose_original_is_not_at_hand_is_a_change_of_its_own() -> None:
    log = _goal_log(2)
    log.undo()
    assert undo_stacks(log.entries[2:], "me") == Stacks((3,), ())


def test_undo_and_redo_are_new_changes_with_new_ids() -> None:
    log = _goal_log(1)
    log.undo()
    log.redo()
    assert len({entry.change.id for entry in log.entries}) == 3
    assert [(entry.change.undoes, entry.change.redoes) for entry in log.entries] == [(None, None), (1, None), (None, 1)]


@given(journeys(max_changes=5), st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=20))
def test_the_log_folds_into_the_same_stacks_that_a_person_has_in_mind(
    journey: tuple[Workshop, list[Change]], deeds: list[str]
) -> None:
    start, changes = journey
    log = Log(start)
    done: list[tuple[int, Workshop]] = []
    undone: list[tuple[int, Workshop, Workshop]] = []
    for deed in deeds:
        if deed == "do" and changes:
            before = log.workshop
            fresh = put(before, before.frame.model_copy(update={"rank": before.frame.rank + 1}))
            fits = all(edit.before == before.find(edit.id) for edit in changes[0].edits)
            done.append((log.add(changes.pop(0) if fits else change_of(fresh)), before))
            undone.clear()
        elif deed == "undo" and done:
            sequence, before = done.pop()
            undone.append((sequence, before, log.workshop))
            log.undo()
            assert log.workshop == before
        elif deed == "redo" and undone:
            sequence, before, after = undone.pop()
            done.append((sequence, before))
            log.redo()
            assert log.workshop == after
        assert log.stacks() == Stacks(tuple(s for s, _ in done), tuple(s for s, _, _ in undone))


def _workshop() -> Workshop:
    letter = a_touchpoint("Newsletter", id="letter", personas=["alma"], emotion=-1)
    till = a_touchpoint("Kasse", id="till", rank=1)
    return a_workshop(
        personas=[a_persona("Alma", id="alma")],
        touchpoints=[letter, till],
        relations=[a_relation("letter", "till", id="leads")],
        sources=[a_source("Umfrage", id="survey")],
        citations=[a_citation("letter", "survey", id="proof")],
        counts=[a_count(50, id="count", period="Q3")],
        goals=[a_goal("", id="goal")],
    )


def _named(edits: list[Edit], language: Language, label: str = "edit") -> str:
    workshop = _workshop()
    change = change_of(edits, label)
    assert change is not None
    now = applied(workshop, change)
    return describe(change, now, language, model_of(now, language))


def _revised(entity_id: str, **fields: object) -> list[Edit]:
    workshop = _workshop()
    card = workshop.find(entity_id)
    assert card is not None
    return put(workshop, revise(card, **fields))


@pytest.mark.parametrize(
    ("edits", "german", "english"),
    [
        (
            _revised("letter", phase="aida-plus.intent", rank=7),
            "Touchpoint „Newsletter“ nach „Kaufanreiz auslösen“ verschoben",
            "Touchpoint “Newsletter” moved to “Intent to purchase”",
        ),
        (
            _revised("letter", title="Rundbrief"),
            "Touchpoint „Newsletter“ umbenannt in „Rundbrief“",
            "Touchpoint “Newsletter” renamed to “Rundbrief”",
        ),
        (_revised("till", emotion=1), "„Kasse“, Gefühl: – → Gut", "“Kasse”, Emotion: – → Good"),
        (_revised("goal", target=1234.5), "Ziel, Zielwert: – → 1.234,5", "Goal, Target: – → 1,234.5"),
        (_revised("goal", title="Mehr"), "„Mehr“, Ziel: – → Mehr", "“Mehr”, Goal: – → Mehr"),
        (_revised("letter", personas=()), "„Newsletter“, Wichtig für: Alma → –", "“Newsletter”, Matters to: Alma → –"),
        (_revised("letter", doing="x" * 41), "„Newsletter“, Tut: geändert", "“Newsletter”, Does: changed"),
        (_revised("letter", doing="a\nb"), "„Newsletter“, Tut: geändert", "“Newsletter”, Does: changed"),
        (
            _revised("letter", doing="a", asking="b", owner="c", content="d"),
            "Touchpoint „Newsletter“ geändert: Tut, Fragt, Content, …",
            "Touchpoint “Newsletter” changed: Does, Asks, Content, …",
        ),
        (_revised("letter", rank=9), "Touchpoint „Newsletter“ anders eingereiht", "Touchpoint “Newsletter” put in another place"),
        (
            reordered(_workshop(), "touchpoints", ["till", "letter"]),
            "Reihenfolge geändert: Touchpoints",
            "Order changed: Touchpoints",
        ),
        (_revised("count", count=60), "„Interesse wecken, Q3“, Anzahl: 50 → 60", "“Awareness, Q3”, Count: 50 → 60"),
        (_revised("workshop", title="Neu"), "Workshop „Test workshop“ umbenannt in „Neu“", "Workshop “Test workshop” renamed to “Neu”"),
        (_revised("workshop", well_known_brand=True), "Bekannte Marke: nein → ja", "Well-known brand: no → yes"),
        (
            _revised("workshop", phase_model="schuster"),
            "Phasenmodell: AIDA plus Bindung und Fürsprache → Schuster-Modell®",
            "Phase model: AIDA plus retention and advocacy → Schuster-Modell®",
        ),
        (_revised("workshop", effects="x" * 60), "Wirkungszusammenhang: geändert", "How touchpoints act on each other: changed"),
        (put(_workshop(), a_touchpoint("Blog")), "Touchpoint „Blog“ angelegt", "Touchpoint “Blog” added"),
        (put(_workshop(), a_touchpoint("")), "Touchpoint angelegt", "Touchpoint added"),
        (put(_workshop(), a_relation("till", "gone")), "Wirkung „Kasse → (gelöscht)“ angelegt", "Relation “Kasse → (deleted)” added"),
        (put(_workshop(), a_goal(), a_goal()), "2 Ziele angelegt", "2 goals added"),
        (
            remove(_workshop(), "letter"),
            "Touchpoint „Newsletter“ gelöscht (damit auch 1 Wirkung und 1 Beleg)",
            "Touchpoint “Newsletter” deleted (and with it 1 relation and 1 citation)",
        ),
        (
            remove(_workshop(), "letter", "till"),
            "2 Touchpoints gelöscht (damit auch 1 Wirkung und 1 Beleg)",
            "2 touchpoints deleted (and with it 1 relation and 1 citation)",
        ),
        (remove(_workshop(), "alma"), "Persona „Alma“ gelöscht", "Persona “Alma” deleted"),
        (remove(_workshop(), "leads"), "Wirkung „Newsletter → Kasse“ gelöscht", "Relation “Newsletter → Kasse” deleted"),
        (remove(_workshop(), "goal"), "Ziel ohne Namen gelöscht", "Goal without a name deleted"),
        (
            [*_revised("letter", emotion=2), *_revised("till", emotion=2), *_revised("alma", quote="!")],
            "1 Persona und 2 Touchpoints geändert",
            "1 persona and 2 touchpoints changed",
        ),
        (
            [*remove(_workshop(), "goal"), *put(_workshop(), a_goal())],
            "2 Ziele geändert",
            "2 goals changed",
        ),
    ],
)  # fmt: skip
def test_every_change_has_a_name_in_both_languages(edits: list[Edit], german: str, english: str) -> None:
    assert (_named(edits, DE), _named(edits, EN)) == (german, english)


def test_an_undo_is_named_after_what_it_took_back_and_a_redo_after_what_it_repeats() -> None:
    workshop = _workshop()
    change = change_of(remove(workshop, "leads"))
    assert change is not None
    model = model_of(workshop, EN)
    assert describe(undo(change, 4), workshop, EN, model) == "Undone: Relation “Newsletter → Kasse” deleted"
    assert describe(redo(change, 4), workshop, EN, model) == "Repeated: Relation “Newsletter → Kasse” deleted"


def test_a_labelled_change_is_named_by_its_label_and_an_unknown_label_by_its_edits() -> None:
    edits = _revised("workshop", phase_model="schuster")
    assert _named(edits, EN, "switch_model") == "Phase model switched: Schuster-Modell®"
    assert _named(edits, DE, "import") == "Aus Datei übernommen, geänderte Karten: 1"
    assert _named([*edits, *_revised("alma", quote="!")], DE, "import") == "Aus Datei übernommen, geänderte Karten: 2"
    assert _named(edits, EN, "no_such_label").startswith("Phase model: ")


def test_a_card_edited_twice_in_a_change_is_named_by_its_first_and_last_value() -> None:
    workshop = _workshop()
    till = workshop.touchpoint("till")
    assert till is not None
    bad, good = revise(till, emotion=-1), revise(till, emotion=1)
    twice = [Edit(kind="touchpoints", id="till", before=b, after=a) for b, a in ((till, bad), (bad, good))]
    assert _named(twice, EN) == "“Kasse”, Emotion: – → Good"


def test_a_change_is_named_without_a_workshop_from_its_own_values() -> None:
    change = change_of(remove(_workshop(), "letter"))
    assert change is not None
    assert describe(change, None, EN, model_of(a_workshop(), EN)).startswith("Touchpoint “Newsletter” deleted")


@given(journeys())
def test_any_change_has_a_name_of_one_line_in_both_languages(journey: tuple[Workshop, list[Change]]) -> None:
    now, changes = journey
    for change in changes:
        now = applied(now, change)
        for language in Language:
            for one in (change, undo(change, 1), redo(change, 1)):
                name = describe(one, now, language, model_of(now, language))
                assert name.strip()
                assert "\n" not in name


@pytest.mark.parametrize(
    ("kind", "field", "value", "german", "english"),
    [
        ("touchpoints", "emotion", Emotion.BAD, "Schlecht", "Bad"),
        ("touchpoints", "emotion", None, "–", "–"),
        ("touchpoints", "title", "", "–", "–"),
        ("touchpoints", "phase", "aida-plus.intent", "Kaufanreiz auslösen", "Intent to purchase"),
        ("touchpoints", "phase", "schuster.use", None, None),
        ("touchpoints", "phase", "gone.phase", "gone.phase", "gone.phase"),
        ("touchpoints", "personas", ("alma", "gone"), "Alma, (gelöscht)", "Alma, (deleted)"),
        ("touchpoints", "persona_emotions", (PersonaEmotion(persona="alma", emotion=Emotion.GOOD),), "Alma: Gut", "Alma: Good"),
        ("touchpoints", "moment_of_truth", True, "ja", "yes"),
        ("personas", "channels", (Channel.STORE, Channel.EMAIL), "Ladengeschäft, E-Mail & Newsletter", "Store, E-mail & newsletter"),
        ("personas", "goals", "Ruhe", "Ruhe", "Ruhe"),
        ("personas", "avatar", 1234, "1234", "1234"),
        ("personas", "share", 12.5, "12,5", "12.5"),
        ("goals", "due", date(2026, 11, 21), "21.11.2026", "2026-11-21"),
        ("goals", "baseline", 0.0, "0", "0"),
        ("sources", "sample_size", 12000, "12.000", "12,000"),
        ("relations", "source", "letter", "Newsletter", "Newsletter"),
        ("opportunities", "touchpoint", "goal", "Ziel", "Goal"),
        ("citations", "card", "leads", "Newsletter → Kasse", "Newsletter → Kasse"),
        ("citations", "field", "emotion", "Gefühl", "Emotion"),
        ("citations", "field", "my own words", "my own words", "my own words"),
        ("frame", "phase_model", "schuster", "Schuster-Modell®", "Schuster-Modell®"),
        ("frame", "language", DE, "Deutsch", "German"),
        ("models", "phases", an_own_model().phases, "See → Try → Buy", "See → Try → Buy"),
        ("phases", "zone", Zone.BEFORE, "Vor dem Kauf", "Before purchase"),
    ],
)  # fmt: skip
def test_a_value_is_read_in_words(
    kind: str, field: str, value: object, german: str | None, english: str | None
) -> None:
    workshop = _workshop()
    words = [field_words(kind, field, value, workshop, model_of(workshop, spoken), spoken) for spoken in (DE, EN)]
    if german is None:
        assert value not in words
    else:
        assert words == [german, english]


def test_matches_and_guesses_have_names_people_know() -> None:
    shop = a_touchpoint("Shop", id="shop")
    mail = an_activity("mail_open", touchpoint="shop")
    guess = a_guess(40, author="Mia")
    workshop = a_workshop(touchpoints=[shop], activities=[mail], guesses=[guess])
    model = model_of(workshop, EN)
    assert card_name(guess, workshop, EN, model) == "Awareness, Mia"
    assert field_words("activities", "touchpoint", "shop", workshop, model, EN) == "Shop"
    several = change_of(put(workshop, *(revise(mail, id=f"a{n}") for n in range(3))))
    assert several is not None
    assert [describe(several, workshop, language, model_of(workshop, language)) for language in Language] == [
        "3 Aktivitäten angelegt",
        "3 activities added",
    ]
    ignored = change_of(put(workshop, revise(mail, ignored=True)))
    assert ignored is not None
    assert describe(ignored, workshop, EN, model) == "“mail_open”, Not a step of the journey: no → yes"


def test_cards_that_name_each_other_in_a_circle_are_called_by_their_kind() -> None:
    circle = [a_relation("two", "one", id="one"), a_relation("one", "gone", id="two")]
    workshop = a_workshop(relations=circle, citations=[a_citation("proof", "proof", id="proof")])
    names = [
        card_name(card, workshop, EN, model_of(workshop, EN)) for card in (*workshop.relations, *workshop.citations)
    ]
    assert names == ["Relation → Relation", "Relation → (deleted)", "Citation"]


@given(journeys(max_changes=0))
def test_every_field_of_any_workshop_has_words(journey: tuple[Workshop, list[Change]]) -> None:
    workshop = journey[0]
    for language in Language:
        model = model_of(workshop, language)
        for kind in KINDS:
            for card in workshop.collection(kind):
                assert isinstance(card_name(card, workshop, language, model), str)
                assert all(field_words(kind, field, value, workshop, model, language) for field, value in card)
