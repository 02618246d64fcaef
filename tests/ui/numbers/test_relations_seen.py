"""What the table says of an effect that the team drew and the log knows."""

import pytest

from journey.model import Language
from journey.numbers.log.relations import DrawnRelation, RelationStanding
from journey.texts import text
from ui.numbers import relations_seen
from ui.state import session


@pytest.mark.parametrize(("back", "told"), [(6, "✓ confirmed"), (7, "↔ both"), (8, "↔ both")])
def test_what_is_taken_as_often_the_other_way_round_is_not_confirmed(back: int, told: str) -> None:
    session.set_value("session", session.TabState(browser="relations", language=Language.EN))
    relation = DrawnRelation("a", "b", RelationStanding.CONFIRMED, count=7, cases=7, opposite=back, share=0.5)
    mark, word = told.split()
    assert relations_seen._told(relation) == f"{mark} {text(f'paths.standing_{word}', Language.EN)}"
