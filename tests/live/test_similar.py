"""Near-duplicates: what is proposed and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.live import RoomCard, similar
from journey.live.similar import compared


def cards(*words: str, place: str = "") -> list[RoomCard]:
    return [RoomCard(f"card-{n}", each, place) for n, each in enumerate(words)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bäckerei Öffnungszeiten", "Baeckerei Oeffnungszeiten"),
        ("Tür", "Tuer"),
        ("Newsletter", "NEWSLETTER!"),
        ("Newsletter", "Newsleter"),
        ("Zu lange Wartezeit", "Wartezeit zu lange"),
        ("Straße", "Strasse"),
        ("Café", "Cafe"),
        ("Rückruf dauert zu lang", "Rückruf dauert zulang"),
    ],
)
def test_umlauts_case_order_and_typing_errors_do_not_matter(one: str, other: str) -> None:
    assert similar(cards(one, other, "Something else entirely")) == (("card-0", "card-1"),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Newsletter", "Website"),
        ("Anruf vor dem Kauf", "Anruf nach dem Kauf"),
        ("", ""),
        ("?!", "…"),
        ("Shop", "Stop"),
        ("Kundenservice 1", "Kundenservice 2"),
    ],
)
def test_what_is_different_is_left_alone(one: str, other: str) -> None:
    assert similar(cards(one, other)) == ()


def test_several_that_are_alike_are_one_proposal_and_places_keep_them_apart() -> None:
    three = cards("Newsletter", "newsletter", "Newsletters")
    assert similar(three) == (("card-0", "card-1", "card-2"),)
    elsewhere = RoomCard("card-9", "Newsletter", "phase-2")
    assert similar([*three, elsewhere]) == (("card-0", "card-1", "card-2"),)


@given(st.lists(st.text(max_size=12), max_size=8))
def test_proposals_never_share_a_card_and_have_at_least_two(words: list[str]) -> None:
    found = [card for each in similar(cards(*words)) for card in each]
    assert len(found) == len(set(found))
    assert all(len(each) > 1 for each in similar(cards(*words)))


@given(st.text(max_size=40))
def test_comparing_twice_is_comparing_once(words: str) -> None:
    assert compared(compared(words)) == compared(words)
