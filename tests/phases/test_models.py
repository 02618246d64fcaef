"""The five phase models say what the articles say, in both languages."""

import pytest

from journey.model import Language, Zone
from journey.phases import DEFAULT_MODEL, PhaseModel, built_in, examples, lever, model_of, models
from journey.phases.crosswalk import crosswalk
from tests.builders import a_frame, a_workshop, an_own_model

GERMAN = {
    "stranger-to-fan": [
        "Aufmerksamkeit",
        "Engagement",
        "Kontakt",
        "Commitment",
        "Begeisterung",
        "Kauf",
        "Empfehlung",
        "Werbung",
    ],
    "lead-marketing": [
        "Awareness (Bewusstsein)",
        "Consideration (Erwägung)",
        "Purchase (Kauf)",
        "Retention (Bindung)",
        "Advocacy (Fürsprache)",
    ],
    "five-phases": ["Das Bewusstsein", "Die Betrachtung", "Der Kauf", "Die Speicherung", "Die Befürwortung"],
    "aida-plus": [
        "Interesse wecken",
        "Interesse konkretisieren",
        "Informationen beschaffen",
        "Kaufanreiz auslösen",
        "Wandlung realisieren",
        "Erfahrungen sammeln",
        "Erfahrungswerte teilen",
    ],
    "schuster": ["Informieren", "Befähigen", "Evaluieren", "Bewerten", "Kaufen", "Nutzen/Anwenden"],
}
ENGLISH = {
    "stranger-to-fan": [
        "Attention",
        "Engagement",
        "Contact",
        "Commitment",
        "Excitement",
        "Purchase",
        "Recommendation",
        "Promotion",
    ],
    "lead-marketing": ["Awareness", "Consideration", "Purchase", "Retention", "Advocacy"],
    "five-phases": ["Awareness", "Consideration", "Purchase", "Retention", "Advocacy"],
    "aida-plus": [
        "Awareness",
        "Favorability",
        "Consideration",
        "Intent to purchase",
        "Conversion",
        "Customer retention",
        "Advocacy",
    ],
    "schuster": ["Inform", "Enable", "Explore", "Assess", "Buy", "Use/apply"],
}
ZONES = {"stranger-to-fan": "bbbbbdaa", "lead-marketing": "bbdaa", "five-phases": "bbdaa", "aida-plus": "bbbddaa"}
BOTH = pytest.mark.parametrize("language", list(Language))


def named(model_id: str, language: Language = Language.DE) -> PhaseModel:
    return next(model for model in built_in(language) if model.id == model_id)


@pytest.mark.parametrize(("language", "names"), [(Language.DE, GERMAN), (Language.EN, ENGLISH)])
def test_the_models_have_the_articles_phases_in_their_order(language: Language, names: dict[str, list[str]]) -> None:
    assert {model.id: [phase.name for phase in model.phases] for model in built_in(language)} == names
    assert [model.article for model in built_in(language)] == list("ABCDE")


def test_the_phases_lie_around_the_purchase_as_the_crosswalk_says() -> None:
    for model_id, zones in {**ZONES, "schuster": "bbbbda"}.items():
        assert "".join(phase.zone.value[0] for phase in named(model_id).phases) == zones


@BOTH
def test_every_phase_has_a_meaning_and_a_question_and_every_model_its_words(language: Language) -> None:
    for model in built_in(language):
        assert model.name
        assert model.summary
        assert f"Art{'ikel' if language is Language.DE else 'icle'} {model.article}" in model.credit
        assert all(phase.meaning and phase.question for phase in model.phases)
        assert len(model.levers) == len(model.examples) == len(model.phases)


def test_an_advice_that_exists_in_one_language_exists_in_the_other() -> None:
    for german, english in zip(built_in(Language.DE), built_in(Language.EN), strict=True):
        assert [phase.id for phase in german.phases] == [phase.id for phase in english.phases]
        for ours, theirs in zip(german.levers + german.examples, english.levers + english.examples, strict=True):
            assert bool(ours) == bool(theirs)


def test_only_the_schuster_model_brings_its_own_questions() -> None:
    assert [model.id for model in built_in(Language.DE) if not model.own_questions] == ["schuster"]
    assert all(model.own_zones for model in built_in(Language.DE))


def test_the_schuster_model_keeps_its_registered_name_and_its_credit() -> None:
    for language in Language:
        assert named("schuster", language).name == "Schuster-Modell®"
        assert "Norbert Schuster" in named("schuster", language).credit


def test_a_proposed_question_is_that_of_a_crosswalk_row_of_the_phase() -> None:
    for language in Language:
        for model in (model for model in built_in(language) if model.own_questions):
            for phase in model.phases:
                assert phase.question in {row.question for row in crosswalk(language) if phase.id in row.phases}


@pytest.mark.parametrize(
    ("phase_id", "word"),
    [
        ("stranger-to-fan.attention", "Empfehlung von Freunden"),
        ("stranger-to-fan.contact", "Leadmagnet"),
        ("stranger-to-fan.commitment", "Webinar"),
        ("lead-marketing.awareness", "YouTube"),
        ("lead-marketing.consideration", "Vergleichsportale"),
        ("lead-marketing.purchase", "Hürden"),
        ("lead-marketing.retention", "bestätigen"),
        ("five-phases.awareness", "Radio"),
        ("five-phases.consideration", "zuhören"),
        ("five-phases.purchase", "Klicks"),
        ("five-phases.retention", "offenes Ohr"),
        ("five-phases.advocacy", "Rezension"),
        ("aida-plus.intent", "Rabatt"),
        ("schuster.buy", "Referenzen"),
    ],
)
def test_levers_and_examples_carry_the_articles_facts(phase_id: str, word: str) -> None:
    model = named(phase_id.split(".", maxsplit=1)[0])
    told = lever(model, phase_id).casefold() + " " + examples(model, phase_id).casefold()
    assert word.casefold() in told


def test_a_phase_that_the_model_does_not_have_gets_no_advice() -> None:
    assert lever(named("aida-plus"), "schuster.buy") == ""
    assert examples(named("aida-plus"), "gone") == ""


def test_an_own_model_is_offered_after_the_built_in_ones_and_has_no_advice() -> None:
    own = an_own_model("See", "Try", "Buy")
    workshop = a_workshop(models=(own,), frame=a_frame(phase_model=own.id))
    assert [model.id for model in models(workshop, Language.DE)][-1] == own.id
    assert model_of(workshop, Language.DE).id == own.id
    assert lever(model_of(workshop, Language.DE), own.phases[0].id) == ""


def test_a_workshop_whose_model_is_gone_works_with_the_default() -> None:
    assert model_of(a_workshop(frame=a_frame(phase_model="gone")), Language.EN).id == DEFAULT_MODEL


def test_every_model_has_phases_before_during_and_after_the_purchase() -> None:
    assert all({phase.zone for phase in model.phases} == set(Zone) for model in built_in(Language.EN))


def test_the_sale_is_the_last_phase_during_the_purchase_of_those_that_are_asked_for() -> None:
    model = named("aida-plus")
    ids = [phase.id for phase in model.phases]
    assert ZONES["aida-plus"].rindex("d") == 4
    assert model.sale() == ids[4]
    assert model.sale(ids[:4]) == ids[3]
    assert model.sale(ids[:2]) == ids[1], "without a phase during the purchase the last one"
    assert model.sale(["of.another"]) == ids[4]
