"""Customers are no homogeneous mass."""

import pytest

from journey.critic import Severity
from journey.model import Language, Workshop
from tests.builders import a_persona, a_touchpoint, a_workshop
from tests.critic.seen import found, only

TEXT = "wants bread early every day and hates queues at eight"


def test_one_persona_for_all_customers_is_too_few() -> None:
    workshop = a_workshop(personas=[a_persona("Everybody", id="e")], touchpoints=[a_touchpoint(), a_touchpoint()])
    finding = only("one-persona", workshop)
    assert (finding.severity, finding.cards, finding.article) == (Severity.MEDIUM, ("e",), "C")
    assert finding.title == "One single persona for everybody: Everybody"
    assert "Touchpoints: 2," in finding.why
    assert only("one-persona", workshop, Language.DE).why.startswith("2 Touchpoints, aber nur eine Persona")


@pytest.mark.parametrize("count", [0, 2])
def test_none_or_two_personas_are_not_one(count: int) -> None:
    people = [a_persona(f"P{place}") for place in range(count)]
    assert not found("one-persona", a_workshop(personas=people, touchpoints=[a_touchpoint()]))


def test_a_persona_before_any_touchpoint_is_a_beginning() -> None:
    assert not found("one-persona", a_workshop(personas=[a_persona()]))


def test_personas_in_nearly_the_same_words_are_found() -> None:
    people = [
        a_persona("Alma", id="a", rank=1, goals=TEXT, channels=["email"]),
        a_persona("Ben", id="b", rank=2, pains=TEXT.upper(), channels=["email"]),
        a_persona("Zoe", id="z", rank=3, goals="sells machines to farms abroad since years"),
    ]
    finding = only("near-identical-personas", a_workshop(personas=people))
    assert (finding.severity, finding.cards) == (Severity.MEDIUM, ("a", "b"))
    assert finding.title == "Nearly the same persona: Alma and Ben"
    assert "11 of 11 words in their descriptions occur in both, which is 100%" in finding.why
    german = only("near-identical-personas", a_workshop(personas=people), Language.DE)
    assert german.title == "Fast dieselbe Persona: Alma und Ben"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TEXT, TEXT + " but only on Sundays after church"),
        ("likes bread", "likes bread"),
        ("", ""),
    ],
)
def test_different_or_hardly_described_personas_are_not_alike(one: str, other: str) -> None:
    people = [a_persona("Alma", goals=one), a_persona("Ben", goals=other)]
    assert not found("near-identical-personas", a_workshop(personas=people))


def test_everything_ticked_for_everybody_says_nothing() -> None:
    people = [a_persona("Alma", id="a"), a_persona("Ben", id="b")]
    cards = [a_touchpoint(id=f"t{place}", rank=place, personas=["a", "b"]) for place in range(4)]
    finding = only("everything-for-everybody", a_workshop(personas=people, touchpoints=cards))
    assert finding.cards == ("t0", "t1", "t2", "t3")
    assert "Each of the 4 touchpoints matters to each of the 2 personas" in finding.why
    assert only("everything-for-everybody", a_workshop(personas=people, touchpoints=cards), Language.DE)
    differing = [*cards[:3], a_touchpoint(personas=["a"])]
    assert not found("everything-for-everybody", a_workshop(personas=people, touchpoints=differing))
    assert not found("everything-for-everybody", a_workshop(personas=people, touchpoints=cards[:3]))
    assert not found("everything-for-everybody", a_workshop(personas=people[:1], touchpoints=cards))


def _clustered(*people: tuple[str, float | None]) -> Workshop:
    return a_workshop(
        personas=[
            a_persona(f"P{place}", cluster=cluster, share=share, rank=float(place))
            for place, (cluster, share) in enumerate(people)
        ]
    )


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([("Regulars", 50), ("regulars", 30), ("Guests", 20)], "It is 80% of all customers."),
        ([("Regulars", 85), ("", None)], "It is 85% of all customers."),
        ([("Regulars", None), ("Regulars", None)], "All segments (2) are in it."),
        ([("Regulars", 10), ("Regulars", None)], "All segments (2) are in it."),
    ],
)
def test_a_cluster_of_nearly_everybody_is_the_mass_again(people: list[tuple[str, float | None]], said: str) -> None:
    workshop = _clustered(*people)
    finding = only("one-cluster", workshop)
    assert finding.why.endswith(said)
    assert finding.title == "Nearly everybody in one cluster: Regulars"
    assert finding.cards == tuple(one.id for one in workshop.personas if one.cluster.casefold() == "regulars")


@pytest.mark.parametrize(
    "people",
    [
        [("Regulars", 79), ("Guests", 21)],
        [("Regulars", 80), ("Guests", 80)],
        [("Regulars", None), ("Guests", None)],
        [("Regulars", None), ("", None)],
        [("", 90), ("", 10)],
        [("Regulars", 100)],
    ],
)
def test_clusters_that_tell_customers_apart_are_none(people: list[tuple[str, float | None]]) -> None:
    assert not found("one-cluster", _clustered(*people))
