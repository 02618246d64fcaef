"""Steps of shops and mailings that mean a phase, whatever they are called: proposals, and German words."""

import pytest

from journey.model import Language
from journey.numbers.matching import folded
from journey.numbers.meanings import other_words, proposed_phases
from journey.phases import PhaseModel, model_of, models
from tests.builders import a_workshop


def _model(model: str) -> PhaseModel:
    return next(each for each in models(a_workshop(), Language.DE) if each.id == model)


def test_a_shop_s_steps_are_a_purchase_and_what_follows_it() -> None:
    found = proposed_phases(_model("five-phases"), ("Created", "Paid", "Fulfilled", "Cancelled"))
    assert found == {
        "Created": "five-phases.purchase",
        "Paid": "five-phases.purchase",
        "Fulfilled": "five-phases.retention",
    }


def test_what_was_created_is_an_order_only_beside_a_purchase() -> None:
    assert proposed_phases(_model("five-phases"), ("Created", "Solved")) == {}


@pytest.mark.parametrize("steps", [("page_view", "add_to_cart", "purchase"), ("Besuch", "Angebot", "Auftrag")])
@pytest.mark.parametrize("model", ["five-phases", "aida-plus", "lead-marketing", "schuster"])
def test_every_model_has_a_place_for_visits_baskets_and_purchases_in_their_order(
    model: str, steps: tuple[str, ...]
) -> None:
    found = proposed_phases(_model(model), steps)
    order = [phase.id for phase in _model(model).phases]
    places = [order.index(found[step]) for step in steps]
    assert places == sorted(places)


def test_own_models_get_no_proposal() -> None:
    own = model_of(a_workshop(), Language.DE).model_copy(update={"id": "own"})
    assert proposed_phases(own, ("Paid",)) == {}


def test_steps_with_english_names_have_other_words_and_only_there() -> None:
    assert other_words("Fulfilled", Language.DE) == "Versandt"
    assert other_words("Fulfilled", Language.EN) == other_words("Besuch", Language.DE) == ""
    assert folded("Add to Cart") == "addtocart"
