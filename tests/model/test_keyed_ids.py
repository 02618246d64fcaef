"""Cards of which there is one a key."""

from journey.model import keyed_id
from tests.builders import a_count, a_workshop


def test_whoever_makes_the_card_of_a_key_makes_the_same_one() -> None:
    made = {keyed_id("counts", *key) for key in (("a", "b"), ("a", ""), ("ab", ""), ("a", None), ("a,b", ""))}
    assert len(made) == 5
    assert a_workshop().id_for("counts", "a", "b") == a_workshop().id_for("counts", "a", "b") in made


def test_a_card_that_came_to_mean_something_else_is_not_replaced() -> None:
    moved = a_count(7, "ab", id=keyed_id("counts", "a", ""))
    workshop = a_workshop(counts=[moved])
    assert workshop.id_for("counts", "a", "") not in {moved.id, keyed_id("counts", "ab", "")}
