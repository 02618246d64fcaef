"""Journey maps for chart tests: from nothing to far too much."""

from hypothesis import strategies as st

from journey.journey_map import JourneyMap, journey_map
from journey.model import Channel, Emotion, Language
from journey.phases import PhaseModel, built_in, model_of
from tests.builders import a_touchpoint, a_workshop, an_opportunity
from tests.strategies import workshops

LONG = "Kundenzufriedenheitsbefragungsergebnisbesprechungstermin"
TEXTS = ("", "Sucht im Netz", "x" * 200, f"{LONG} vor Ort", "Wort " * 1_000, "日本語のテキスト 🎉")


def the_model(language: Language = Language.DE) -> PhaseModel:
    return next(model for model in built_in(language) if model.id == "aida-plus")


def a_journey(count: int, language: Language = Language.DE, **fields: object) -> JourneyMap:
    """A map with this many touchpoints spread over the phases, with texts of mixed lengths."""
    phases = [phase.id for phase in the_model().phases]
    touchpoints = [
        a_touchpoint(
            title=TEXTS[place % 4][:200] or "Ohne Text", phase=phases[place * len(phases) // count], rank=place,
            channel=list(Channel)[place % len(Channel)], doing=TEXTS[place % 6], thinking=TEXTS[(place + 1) % 6],
            asking=TEXTS[(place + 2) % 4], pain_points="Zu teuer\nZu langsam", content=TEXTS[(place + 3) % 4],
            call_to_action="Jetzt bestellen", moment_of_truth=place % 5 == 0,
            emotion=(None, *Emotion)[place % 6], **fields,
        )
        for place in range(count)
    ]  # fmt: skip
    chances = [an_opportunity("Formular kürzen", phase=phases[3])]
    return journey_map(a_workshop(touchpoints=touchpoints, opportunities=chances), the_model(language))


def any_journey() -> st.SearchStrategy[JourneyMap]:
    return workshops().map(lambda workshop: journey_map(workshop, model_of(workshop, Language.DE)))
