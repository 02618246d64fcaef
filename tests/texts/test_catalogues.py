"""Both catalogues say the same things, everything that can be shown has words, and no words are left over."""

import ast
import re
from string import Formatter

import pytest

from journey import model
from journey.journey_map import Lane
from journey.live.agenda import ready_agendas
from journey.model import KINDS, Language, Phase
from journey.texts import MissingText, catalogue, choice, has, text
from tests.texts.sources import DYNAMIC, ENDINGS, literals, patterns, spoken_keys, trees

DE, EN = Language.DE, Language.EN
CHOICES = [getattr(model, name) for name in dir(model) if hasattr(getattr(model, name), "__members__")]
NAMESPACES = sorted({key.split(".")[0] for language in Language for key in catalogue(language)})


NAMED = {f"Language.{language.name}" for language in Language} | {repr(language.value) for language in Language}
"""How code would name a language."""


def _placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_every_language_has_the_same_keys_and_placeholders(namespace: str) -> None:
    german, *others = (
        {key: _placeholders(words) for key, words in catalogue(language).items() if key.startswith(f"{namespace}.")}
        for language in Language
    )
    assert others
    assert all(other == german for other in others)


@pytest.mark.parametrize("language", Language)
def test_no_words_are_empty_or_padded(language: Language) -> None:
    assert [key for key, words in catalogue(language).items() if words != words.strip() or not words] == []


@pytest.mark.parametrize(("language", "quotes"), [(DE, ("„", "“")), (EN, ("“", "”"))])
def test_words_have_their_language_s_typography(language: Language, quotes: tuple[str, str]) -> None:
    wrong = re.compile(r"(?<!install )\"(?!$)|\.\.\.|\s-\s|(?<=\w)'(?=\w)|[«»]|" + ("”" if language is DE else "„"))
    assert {key: words for key, words in catalogue(language).items() if wrong.search(words)} == {}
    spaced = re.compile(r"\d%" if language is DE else r"\d %")
    assert [key for key, words in catalogue(language).items() if spaced.search(words)] == []
    opening, closing = quotes
    assert [key for key, words in catalogue(language).items() if words.count(opening) != words.count(closing)] == []


def test_german_calls_map_findings_and_log_by_one_name_each() -> None:
    wrong = re.compile(
        r"\b(?:der|den|einen|neuer|neuen) Log\b|\bBefunde?n?\b|\bKarte eines Teams|\b(?:Drucken|sehen) Sie (?:sich )?die Karte"
    )
    ready = {
        each.id: f"{each.summary} {[(item.title, item.text) for item in each.agenda.items]}"
        for each in ready_agendas(DE)
    }
    words = {**catalogue(DE), **ready}
    assert {key: each for key, each in words.items() if wrong.search(each)} == {}
    of_the_map = ("rounds.map", "rounds.lead", "rounds.empty", "takehome.good_for.xlsx", "takehome.good_for.pptx")
    said = {key: each for key, each in words.items() if key.startswith(of_the_map)}
    assert len(said) >= len(of_the_map)
    assert [key for key, each in said.items() if re.search(r"\bKarte\b", each)] == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("members", CHOICES, ids=lambda members: members.__name__)
def test_every_choice_has_words_of_its_own(members: type[model.Channel], language: Language) -> None:
    words = [choice(member, language) for member in members]
    assert all(words)
    assert len(set(words)) == len(words)


def test_the_choices_of_the_model_are_all_there() -> None:
    assert {members.__name__ for members in CHOICES} >= {"Channel", "Emotion", "Zone", "Ask", "Language"}
    assert {key.split(".")[1] for key in catalogue(DE) if key.startswith("choices.")} == {c.__name__ for c in CHOICES}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", [*KINDS, "phases"])
def test_every_field_of_every_card_has_a_word(kind: str, language: Language) -> None:
    fields = set((KINDS.get(kind) or Phase).model_fields) - ({"id", "rank"} if kind != "phases" else set())
    assert {field for field in fields if not has(f"fields.{kind}.{field}", language)} == set()
    if kind in KINDS:
        assert has(f"fields.kinds.{kind}", language)
        assert has(f"fields.plural.{kind}", language)


def test_every_key_that_the_source_speaks_has_words() -> None:
    known = catalogue(DE)
    missing = [
        f"{path}:{line} {key}"
        for path, line, speaker, key in spoken_keys()
        if key not in known and not (speaker == "many" and f"{key}.one" in known and f"{key}.many" in known)
    ]
    assert missing == []


def test_every_word_is_said_somewhere() -> None:
    said = literals()
    built = re.compile("|".join(f"(?:{pattern})" for pattern in [*DYNAMIC, *patterns()]))

    def is_said(key: str) -> bool:
        return key in said or built.fullmatch(key) is not None

    assert [key for key in catalogue(DE) if not is_said(key) and not is_said(ENDINGS.sub("", key))] == []


def test_every_counted_noun_has_both_forms() -> None:
    known = catalogue(DE)
    other = {"one": "many", "many": "one"}
    ends = [key.rpartition(".") for key in known if key.rpartition(".")[2] in other]
    assert [f"{stem}.{end}" for stem, _, end in ends if f"{stem}.{other[end]}" not in known] == []


def test_no_code_asks_which_language_it_is() -> None:
    """What differs between languages is data, so that another language is spoken without a change of code."""
    asked = [
        f"{path}:{node.lineno}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare | ast.Dict | ast.Set | ast.Tuple | ast.List | ast.MatchValue)
        and NAMED & {ast.unparse(part) for part in ast.iter_child_nodes(node)}
    ]
    assert asked == []


def test_placeholders_are_filled_with_anything_people_type() -> None:
    assert text("history.undone", EN, what="{name} %s {0}") == "Undone: {name} %s {0}"


def test_a_missing_key_or_value_is_named() -> None:
    with pytest.raises(MissingText, match=r"no\.such\.key"):
        text("no.such.key", DE)
    with pytest.raises(MissingText, match="what"):
        text("history.undone", DE, other="x")
    assert not has("no.such.key", DE)


def test_lanes_have_words_wherever_the_map_is_drawn() -> None:
    for language in Language:
        assert {lane.value for lane in Lane if not has(f"map.lane.{lane.value}", language)} == set()


ALWAYS_SEVERAL = {
    "charts.map.summary_phases": "one phase has words of its own",
    "charts.map.summary_touchpoints": "one touchpoint has words of its own",
    "charts.alt.channels_models": "one model has words of its own",
    "charts.alt.curves": "one curve has words of its own",
    "charts.compared.points": "always written with a decimal",
    "command_line.error.too_many_activities": "more than the phases that a model may have",
    "command_line.phases.too_many": "more than a model may have",
    "critic.everything_for_everybody.why": "the rule asks for several of both",
    "critic.blocking_cycle.why": "a cycle has two touchpoints at least",
    "critic.hurdle.clicks": "more than are easy",
    "critic.hurdle.inputs": "more than are easy",
    "critic.log.too_hopeful": "the rule asks for several points",
    "critic.log.too_timid": "the rule asks for several points",
    "critic.one_persona.why": "the rule asks for several touchpoints",
    "critic.ask_too_large.why": "more than the rule allows",
    "critic.stuck.judged": "enough people for a verdict",
    "critic.economics.lost": "enough people for a verdict",
    "exchange.problem.too_long": "a limit",
    "log_reading.unreadable.too_many_columns": "a limit",
    "log_reading.unreadable.too_many_values": "a limit",
    "numbers.difference.none": "always written with a decimal",
    "samples.template.summary": "a model has three phases at least",
    "warehouse.error.segments": "a limit",
}
"""Words with a number before a noun that need no singular, with the reason."""

SEVERAL = {
    DE: re.compile(r"(?<!von )\{(?!way|evidence|reason|off|kind)\w+\}\*{0,2} (?!der |aller )(?:[a-zäöü]+e[nr]? )?[A-ZÄÖÜ]\w*[a-zäöü]"),
    EN: re.compile(r"(?<!of )\{(?:count|cases|events|rows|lost|points|touchpoints|total|days|activities|gain)\}\*{0,2} (?:[a-z]+ )?[a-z]+s\b"),
}  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_a_number_before_a_noun_has_a_singular_as_well(language: Language) -> None:
    paired = ("one", "many")
    found = [
        f"{key}: {words}"
        for key, words in catalogue(language).items()
        if key.rpartition(".")[2] not in paired and key not in ALWAYS_SEVERAL and SEVERAL[language].search(words)
    ]
    assert found == [], "write the number after a colon, or give the key both forms (ui.state.words.many)"


def test_every_exception_from_the_singular_is_needed() -> None:
    assert [
        key for key in ALWAYS_SEVERAL if not any(SEVERAL[one].search(catalogue(one).get(key, "")) for one in Language)
    ] == []


def test_a_name_stands_where_it_needs_no_ending() -> None:
    """German inflects after prepositions: “Gefühl von Herr Kruse” would be wrong, “Gefühl: Herr Kruse” is right."""
    bare = re.compile(r"(?i)\b(?:von|zu|in|für|mit|bei|aus|zum|zur|auf) \{(?:name|phase|persona|page|title|author)\}")
    kept = {"numbers.from_log": "a file's name"}
    found = [key for key, words in catalogue(DE).items() if bare.search(words) and key not in kept]
    assert found == [], "set the name in quotation marks or after a colon"
