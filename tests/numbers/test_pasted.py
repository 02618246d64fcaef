"""Counts pasted from a spreadsheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.model import Language
from journey.numbers.pasted import PastedProblem, Trouble, parse_counts, whole_number
from journey.phases import built_in
from journey.texts import number

GERMAN, ENGLISH = (next(m for m in built_in(language) if m.id == "aida-plus") for language in Language)
NAMES = [phase.name for phase in GERMAN.phases]


def read(pasted: str, language: Language = Language.DE) -> tuple[list[tuple[str, int]], tuple[PastedProblem, ...]]:
    parsed = parse_counts(pasted, GERMAN if language is Language.DE else ENGLISH, language)
    return [(phase.removeprefix("aida-plus."), count) for phase, count in parsed.counts], parsed.problems


@pytest.mark.parametrize(
    "pasted",
    [
        "1.200\n800\n90",
        "1,200\r\n800\r\n90\r\n",
        "1200, 800, 90",
        "1.200;800;90",
        "1 200\t800\t90",
        "Phase\tAnzahl\nInteresse wecken\t1.200\nInteresse konkretisieren\t800\nInformationen beschaffen\t90",
        "AWARENESS: 1,200\nfavorability 800\nConsideration = 90",
        "1. Awareness;1200\n2. Favorability;800\n3. Consideration;90",
        "Consideration\t90\nFavorability\t800,00\nAwareness\t1’200",
        "Awareness\tFavorability\tConsideration\n1200\t800\t90",
    ],
)
@pytest.mark.parametrize("language", Language)
def test_every_usual_way_of_writing_counts_is_read(pasted: str, language: Language) -> None:
    assert read(pasted, language) == ([("awareness", 1200), ("favorability", 800), ("consideration", 90)], ())


def test_an_empty_cell_or_a_dash_leaves_the_phase_without_a_count() -> None:
    assert read("10\t\t5")[0] == [("awareness", 10), ("consideration", 5)]
    assert read("Awareness\t10\nFavorability\t–")[0] == [("awareness", 10)]


def test_what_cannot_be_read_is_named_with_its_line() -> None:
    found, problems = read("Awareness 10\nWerbung 7\n\nConversion 12,5\nAwareness 11\nAdvocacy\t1\t2\nRetention -4")
    assert found == [("awareness", 10)]
    assert [(p.line, p.trouble) for p in problems] == [
        (2, Trouble.UNKNOWN_PHASE),
        (4, Trouble.NO_NUMBER),
        (5, Trouble.TWICE),
        (6, Trouble.SEVERAL_NUMBERS),
        (7, Trouble.UNKNOWN_PHASE),
    ]
    assert problems[1].message == "„12,5“ ist keine ganze Anzahl."


def test_more_numbers_than_phases_and_numbers_too_large_are_named() -> None:
    assert [p.trouble for p in read("1;2;3;4;5;6;7;8")[1]] == [Trouble.TOO_MANY]
    assert [p.trouble for p in read("Awareness 9999999999999")[1]] == [Trouble.TOO_LARGE]


def test_nothing_pasted_is_nothing_read_and_words_alone_are_a_problem() -> None:
    assert read(" \n\t\n") == ([], ())
    assert [p.trouble for p in read("hello")[1]] == [Trouble.UNKNOWN_PHASE]


def test_three_groups_with_commas_are_a_list_in_german_and_a_number_in_english() -> None:
    assert [count for _, count in read("100,200,300", Language.DE)[0]] == [100, 200, 300]
    assert [count for _, count in read("100,200,300", Language.EN)[0]] == [100_200_300]


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=7), st.sampled_from(Language), st.booleans())
def test_what_the_app_shows_it_also_reads(numbers: list[int], language: Language, named: bool) -> None:
    rows = [number(n, language) for n in numbers]
    pasted = "\n".join(f"{name}\t{row}" for name, row in zip(NAMES, rows, strict=False)) if named else "\n".join(rows)
    assert [count for _, count in read(pasted, language)[0]] == numbers


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fall(pasted: str) -> None:
    found, problems = read(pasted)
    assert all(0 <= count <= 10**12 for _, count in found)
    assert all(1 <= p.line <= pasted.count("\n") + 1 for p in problems)


@pytest.mark.parametrize("cell", ["", "-5", "1.2", "12,5", "1.23.456", "1,234.567", "12a", "½", "1.234,567"])
def test_what_is_no_whole_number_is_refused(cell: str) -> None:
    assert whole_number(cell) is None
