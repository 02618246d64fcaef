"""From the names of a log to the touchpoints of the map: by hand, exactly, but for spelling, by phase, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.model import KINDS, Language, Workshop
from journey.numbers.matching import How, Matching, folded, kept_name, matched
from journey.phases import model_of
from tests.builders import a_touchpoint, a_workshop, an_activity
from tests.strategies import workshops

CONTACT, INTENT, BUYING = "aida-plus.favorability", "aida-plus.intent", "aida-plus.conversion"


def match(workshop: Workshop, *activities: str) -> Matching:
    return matched(workshop, model_of(workshop, Language.DE), activities)


def test_an_activity_is_the_touchpoint_of_its_title() -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint("Newsletter öffnen", id="mail", phase=CONTACT)])
    found = match(workshop, "Newsletter öffnen", "something else")
    assert (found.phase_of, found.touchpoint_of) == ({"Newsletter öffnen": CONTACT}, {"Newsletter öffnen": "mail"})
    assert found.how == {"Newsletter öffnen": How.EXACT}
    assert found.unmatched == ("something else",)


@pytest.mark.parametrize(
    "activity",
    [
        "newsletter_oeffnen",
        "NewsletterÖffnen",
        "newsletter-öffnen",
        "  NEWSLETTER – öffnen!",
        "Newsletter\u00a0o\u0308ffnen",
    ],
)
def test_spelling_does_not_matter(activity: str) -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint("Newsletter öffnen", id="mail")])
    found = match(workshop, activity)
    assert found.touchpoint_of == {activity: "mail"}
    assert found.unmatched == ()


def test_letters_are_folded_as_people_write_them() -> None:
    assert folded("Größe & Maß") == folded("groesse_mass") == "groessemass"
    assert folded("Café") == folded("cafe")
    assert folded("ｅ－Ｍａｉｌ") == folded("email")
    assert folded("schon") != folded("schön")


def test_an_exact_title_goes_before_a_similar_one() -> None:
    workshop = a_workshop(
        touchpoints=[
            a_touchpoint("web shop", id="near", phase=CONTACT),
            a_touchpoint("Web-Shop", id="same", phase=BUYING),
        ]
    )
    assert match(workshop, "Web-Shop").touchpoint_of == {"Web-Shop": "same"}


def test_what_the_team_says_goes_before_every_name() -> None:
    workshop = a_workshop(
        touchpoints=[
            a_touchpoint("purchase", id="title", phase=CONTACT),
            a_touchpoint("Till", id="till", phase=BUYING),
        ],
        activities=[
            an_activity("purchase", touchpoint="till", phase=CONTACT),
            an_activity("scroll", ignored=True),
            an_activity("view_item", phase=INTENT),
        ],
    )
    found = match(workshop, "purchase", "scroll", "view_item")
    assert found.phase_of == {"purchase": BUYING, "view_item": INTENT}
    assert found.touchpoint_of == {"purchase": "till"}
    assert set(found.how.values()) == {How.HAND}
    assert (found.ignored, found.unmatched) == (("scroll",), ())


def test_a_match_whose_touchpoint_or_phase_is_gone_is_passed_over() -> None:
    workshop = a_workshop(
        touchpoints=[a_touchpoint("Shop", id="shop", phase=BUYING)],
        activities=[
            an_activity("Shop", touchpoint="gone"),
            an_activity("view_item", touchpoint="gone", phase=INTENT),
            an_activity("other", phase="gone.phase"),
        ],
    )
    found = match(workshop, "Shop", "view_item", "other")
    assert found.phase_of == {"Shop": BUYING, "view_item": INTENT}
    assert found.how == {"Shop": How.EXACT, "view_item": How.HAND}
    assert found.unmatched == ("other",)


def test_a_touchpoint_in_no_phase_of_the_model_leaves_its_activity_unmatched() -> None:
    found = match(a_workshop(touchpoints=[a_touchpoint("Flyer", id="t", phase="gone.phase")]), "flyer")
    assert (found.phase_of, found.touchpoint_of, found.unmatched) == ({}, {"flyer": "t"}, ("flyer",))


def test_one_title_in_two_phases_is_not_matched_without_a_person() -> None:
    phone = [a_touchpoint("Anruf", id="a", phase=CONTACT, rank=1), a_touchpoint("Anruf", id="b", phase=INTENT, rank=2)]
    found = match(a_workshop(touchpoints=phone), "Anruf", "anruf!")
    assert found.phase_of == {}
    assert found.unmatched == ("Anruf", "anruf!")
    assert found.ambiguous == {"Anruf": ("a", "b"), "anruf!": ("a", "b")}
    together = [phone[0], a_touchpoint("Anruf", id="c", phase=CONTACT, rank=3)]
    assert match(a_workshop(touchpoints=together), "anruf!").touchpoint_of == {"anruf!": "a"}


def test_a_planned_twin_in_another_phase_does_not_confuse() -> None:
    today = a_touchpoint("Beratung", id="today", phase=CONTACT, rank=2)
    planned = a_touchpoint("Beratung", id="planned", phase=INTENT, rank=1, state="to_be")
    assert match(a_workshop(touchpoints=[planned, today]), "beratung").touchpoint_of == {"beratung": "today"}
    assert match(a_workshop(touchpoints=[planned]), "beratung").touchpoint_of == {"beratung": "planned"}


def test_phases_are_known_by_name_in_both_languages() -> None:
    workshop = a_workshop()
    names = ["Intent to purchase", "kaufanreiz_ausloesen", "KaufanreizAuslösen", "customer_retention"]
    found = match(workshop, *names)
    assert found.phase_of == dict.fromkeys(names[:3], INTENT) | {"customer_retention": "aida-plus.retention"}
    assert set(found.how.values()) == {How.PHASE}
    assert found.touchpoint_of == {}


def test_a_touchpoint_goes_before_a_phase_of_the_same_name() -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint("Conversion", id="t", phase=CONTACT)])
    assert match(workshop, "conversion").phase_of == {"conversion": CONTACT}


def test_nothing_matches_a_name_without_letters() -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint("", id="none"), a_touchpoint("–", id="dash", phase=BUYING)])
    found = match(workshop, "", "...", "–")
    assert found.unmatched == ("", "...")
    assert found.touchpoint_of == {"–": "dash"}


def test_a_name_that_the_document_had_to_shorten_is_found_again() -> None:
    long = "a page\twith   a very " + "long " * 60 + "address"
    workshop = a_workshop(activities=[an_activity(kept_name(long), phase=INTENT)])
    assert match(workshop, long).phase_of == {long: INTENT}


@given(workshops(), st.lists(st.text(max_size=12), max_size=6))
def test_every_activity_is_matched_set_aside_or_counted_as_unmatched(workshop: Workshop, others: list[str]) -> None:
    names = [a.name for a in workshop.activities] + [t.title for t in workshop.touchpoints] + others
    found = match(workshop, *names)
    parts = [set(found.phase_of), set(found.ignored), set(found.unmatched)]
    assert set().union(*parts) == set(names)
    assert sum(map(len, parts)) == len(set(names))
    assert set(found.ambiguous) <= set(found.unmatched)
    assert set(found.phase_of.values()) <= {phase.id for phase in model_of(workshop, Language.DE).phases}
    assert all(type(workshop.find(t)) is KINDS["touchpoints"] for t in found.touchpoint_of.values())
