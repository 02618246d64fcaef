"""What holds for all findings of any document: words, order, and independence of ids, file order and language."""

import json
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journey.critic import Finding, Severity, findings
from journey.model import COLLECTIONS, Language, Workshop, in_order
from journey.phases import model_of
from tests.builders import a_count, a_persona, a_touchpoint, a_workshop
from tests.critic.crowds import crowds
from tests.strategies import workshops

ANY = workshops() | crowds()
"""Any document, and those on which rules about effects, personas and the audit have much to say."""


@given(ANY)
def test_any_document_can_be_criticised_in_full_sentences(workshop: Workshop) -> None:
    for language in Language:
        for finding in findings(workshop, language):
            assert finding.title
            assert finding.why.endswith((".", "!"))
            assert finding.next.endswith("?")
            assert finding.phase in {"", *(phase.id for phase in model_of(workshop, language).phases)}
            assert set(finding.cards) <= set(workshop.places)
            assert len(set(finding.cards)) == len(finding.cards)


@given(ANY)
def test_findings_come_by_weight_and_then_by_phase(workshop: Workshop) -> None:
    phases = ["", *(phase.id for phase in model_of(workshop, Language.EN).phases)]
    keys = [(list(Severity).index(f.severity), phases.index(f.phase)) for f in findings(workshop, Language.EN)]
    assert keys == sorted(keys)


@given(ANY)
def test_the_language_changes_nothing_but_the_words(workshop: Workshop) -> None:
    german, english = (findings(workshop, language) for language in Language)
    assert [_wordless(finding) for finding in german] == [_wordless(finding) for finding in english]


@given(ANY, st.randoms(use_true_random=False))
def test_ids_and_the_order_in_the_file_do_not_matter(workshop: Workshop, random: Random) -> None:
    ranked = _ranked(workshop)
    cards = [entity_id for entity_id in ranked.places if entity_id != ranked.frame.id]
    fresh = [f"card-{number}" for number in range(len(cards))]
    random.shuffle(fresh)
    names = dict(zip(cards, fresh, strict=True))
    data = _renamed(json.loads(ranked.to_json()), names)
    for kind in COLLECTIONS:
        random.shuffle(data[kind])
    other = Workshop.model_validate(data)
    for language in Language:
        renamed = [
            {**_without_evidence(finding), "cards": tuple(names.get(card, card) for card in finding.cards)}
            for finding in findings(ranked, language)
        ]
        assert [_without_evidence(finding) for finding in findings(other, language)] == renamed


def test_a_finding_says_the_same_in_both_languages() -> None:
    workshop = a_workshop(
        personas=[a_persona(id="alma")],
        touchpoints=[a_touchpoint("Kasse", id="till", emotion=-2, personas=["alma"], content="x")],
        counts=[a_count(1000), a_count(50, phase="aida-plus.favorability")],
    )
    german, english = (findings(workshop, language) for language in Language)
    assert german[0].title == "„Kasse“ fühlt sich schlecht an"
    assert german[0].why == "Das Gefühl hier: Sehr schlecht (−2). Es betrifft alle. Notierte Schmerzpunkte: 0."
    assert english[0].why == "Emotion: Very bad (−2). Affected: everyone. Pain points noted: 0."
    step = next(finding for finding in german if finding.rule == "weakest-step")
    assert step.why == "Von 1.000 kommen 50 weiter, das sind 5,0\u202f% (95-%-Intervall: 3,8\u202f% bis 6,5\u202f%)."


def test_many_names_are_cut_short() -> None:
    cards = [a_touchpoint(f"T{place}", rank=place, emotion=2, content="x") for place in range(8)]
    titles = [finding.title for finding in findings(a_workshop(touchpoints=cards), Language.DE)]
    assert "Stärken in „Interesse wecken“: T0; T1; T2; T3; T4 und 3 weitere" in titles


def test_cards_without_a_name_are_called_by_their_kind() -> None:
    found = findings(a_workshop(touchpoints=[a_touchpoint("", emotion=-1)]), Language.EN)
    assert found[-1].title == "“Touchpoint” feels bad" or any(f.title == "“Touchpoint” feels bad" for f in found)


def _without_evidence(finding: Finding) -> dict[str, object]:
    """The fingerprint of a finding's evidence names cards by their ids."""
    return {name: value for name, value in vars(finding).items() if name != "evidence"}


def _wordless(finding: Finding) -> tuple[object, ...]:
    return (finding.rule, finding.severity, finding.article, finding.phase, finding.cards, finding.evidence)


def _ranked(workshop: Workshop) -> Workshop:
    """The same workshop with a rank of its own for every card: then only ranks say the order."""
    for kind in COLLECTIONS:
        cards = [
            card.model_copy(update={"rank": float(rank)})
            for rank, card in enumerate(in_order(workshop.collection(kind)))
        ]
        workshop = workshop.with_collection(kind, cards)
    return workshop


def _renamed(value: Any, names: dict[str, str]) -> Any:
    """JSON with every id exchanged wherever an id may stand."""
    if isinstance(value, list):
        return [_renamed(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    named = {"id", "source", "target", "card", "touchpoint", "persona", "phase_model"}
    swapped = {
        key: names.get(item, item) if key in named and isinstance(item, str) else _renamed(item, names)
        for key, item in value.items()
    }
    if isinstance(swapped.get("personas"), list):
        swapped["personas"] = [names.get(p, p) if isinstance(p, str) else p for p in swapped["personas"]]
    return swapped
