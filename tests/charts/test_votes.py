"""The picture of a vote: a dot for every vote, and ties told as ties."""

from journey.charts import spec, votes_alt, votes_chart
from journey.charts.votes import CROWDED, MOST
from journey.live import OptionVotes
from journey.model import Language
from tests.charts.marks import Spec, layer, words

NAMES = {"a": "Anzeige", "b": "Beratung", "c": "Café"}
VOTES = (OptionVotes("b", 3, 1, 1, False), OptionVotes("a", 2, 0, 2, True), OptionVotes("c", 2, 0, 2, True))


def drawn(votes: tuple[OptionVotes, ...] = VOTES, language: Language = Language.DE) -> Spec:
    return spec(votes_chart(votes, NAMES, language, dark=False))


def test_every_vote_is_a_dot_and_hands_are_paler() -> None:
    dots = layer(drawn(), "point")
    assert [sum(dot["t"] == name for dot in dots) for name in ("Beratung", "Anzeige", "Café")] == [4, 2, 2]
    assert [dot["f"] for dot in dots[:4]].count(dots[0]["f"]) == 3
    assert "Helle Punkte: Handzeichen" in words(drawn())
    assert "Helle Punkte: Handzeichen" not in words(drawn(VOTES[1:]))


def test_ties_share_a_place_and_say_so_in_the_picture_and_in_words() -> None:
    assert {"4 · Platz 1", "2 · Platz 2, geteilt"} <= set(words(drawn()))
    told = votes_alt(VOTES, NAMES, Language.EN)
    assert "Beratung: 4 · place 1." in told
    assert told.count("place 2, tied") == 2


def test_dots_never_lie_over_each_other_nor_leave_their_row() -> None:
    many = CROWDED + 30
    dots = [dot["x"] for dot in layer(drawn((OptionVotes("a", many, 0, 1, False),)), "point")]
    assert len(set(dots)) == many
    assert 0 < min(dots) <= max(dots) < 1


def test_a_long_vote_draws_the_first_options_and_tells_all() -> None:
    votes = tuple(OptionVotes(f"o{place}", 1, 0, 1, True) for place in range(MOST + 5))
    assert len(layer(drawn(votes), "point")) == MOST
    assert votes_alt(votes, {}, Language.DE).count("Platz 1, geteilt") == MOST + 5
