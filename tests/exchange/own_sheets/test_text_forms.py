"""Text of every form: Mermaid, lists, tables in Markdown, pasted cells, CSV as boards write it."""

import pytest

from journey.exchange import UnreadableFile
from journey.exchange.own_sheets import grid_of_text
from journey.model import Language
from journey.phases import model_of
from journey.samples import load_sample
from journey.take_home.mermaid import diagram
from tests.exchange.own_sheets.brought import of_text

MERMAID = """---
config: {}
---
%% of a board
```mermaid
journey
    title The way to a bike
    accTitle: nobody sees this
    section Awareness
      See a poster: 4: Alma, Bert
      Ring at 10:30: 2: Alma
    section Purchase
      Pay: 1
```
"""


def test_a_journey_in_mermaid_becomes_phases_scores_and_people() -> None:
    brought = of_text(MERMAID.replace("```mermaid\n", "", 1), new=True)
    assert brought.grid.name == "The way to a bike"
    assert [(card.title, card.emotion) for card in brought.touchpoints] == [
        ("See a poster", 1), ("Ring at 10:30", -1), ("Pay", -2),
    ]  # fmt: skip
    assert brought.personas == ["Alma", "Bert"]
    assert [len(card.personas) for card in brought.touchpoints] == [2, 1, 0]
    assert list(brought.titles.values()) == ["lead-marketing.awareness"] * 2 + ["lead-marketing.purchase"]
    assert of_text(MERMAID).titles == of_text(MERMAID.replace("```mermaid\n", "", 1)).titles


def test_a_task_in_mermaid_may_begin_with_the_word_title() -> None:
    lines = "journey\n  title Reading: 3\n  section Awareness\n    Cover: 5: Reader\n    Title page: 1: Reader\n  title A book"
    grid = grid_of_text(lines, "typed")
    assert (grid.name, [row[1:] for row in grid.rows[1:]]) == (
        "A book",
        [("Cover", "5", "• Reader"), ("Title page", "1", "• Reader")],
    )


@pytest.mark.parametrize(
    "words",
    [
        "Aufmerksamkeit:\n- Plakat\n- Anzeige, die keiner sieht\n\nKauf:\n1. Kasse\n",
        "# Aufmerksamkeit\n* Plakat\n* Anzeige, die keiner sieht\n## Kauf\n* Kasse",
        "Aufmerksamkeit\n• Plakat\n• Anzeige, die keiner sieht\nKauf\n• Kasse",
    ],
)
def test_a_list_below_its_phases_is_a_card_a_line(words: str) -> None:
    brought = of_text(words)
    assert brought.titles == {
        "Plakat": "aida-plus.awareness", "Anzeige, die keiner sieht": "aida-plus.awareness",
        "Kasse": "aida-plus.conversion",
    }  # fmt: skip


def test_plain_lines_are_cards_whatever_marks_stand_in_them() -> None:
    lines = ["Poster", "Talk with friends, then buy", "A question; and an answer", "Radio | TV"]
    assert list(of_text("\n".join(lines)).titles) == lines


def test_cells_pasted_from_a_spreadsheet_keep_their_line_breaks() -> None:
    brought = of_text('Phase\tTouchpoint\tPain points\nAwareness\tPoster\t"loud\n""wrong"" place"\nPurchase\tShop\t')
    assert brought.touchpoint("Poster").pain_points == 'loud\n"wrong" place'
    assert list(brought.titles) == ["Poster", "Shop"]


def test_a_table_in_markdown_is_read_without_its_marks() -> None:
    words = "| Phase | **Touchpoint** | Pain points |\n|:--|---|--:|\n| Awareness | Poster \\| wall | loud<br>far |"
    brought = of_text(words)
    assert brought.touchpoint("Poster | wall").pain_points == "loud\nfar"


@pytest.mark.parametrize("mark", [";", ","])
def test_notes_of_a_board_are_cards_in_the_phase_of_their_frame(mark: str) -> None:
    rows = [
        ["Type", "Content", "Frame", "X", "Y", "Last updated by"],
        ["sticky_note", '"Poster, loud"', "Awareness", "10", "20", "Alma"],
        ["sticky_note", '"A letter\nin two lines"', "Awareness", "30", "20", "Bert"],
        ["sticky_note", "Checkout", "Purchase", "50", "20", "Alma"],
    ]
    brought = of_text("\n".join(mark.join(row) for row in rows), of_file=True)
    assert brought.titles == {
        "Poster, loud": "aida-plus.awareness", "A letter in two lines": "aida-plus.awareness",
        "Checkout": "aida-plus.conversion",
    }  # fmt: skip
    assert {key for key, _, _ in brought.told()} == {"sheet_column_left"}


def test_an_export_without_headings_is_a_note_a_row_below_the_frames_that_are_phases() -> None:
    rows = [
        '"Our journey"',
        '"Awareness"',
        '"Poster, loud"',
        '"A letter\nin two lines"',
        '"Purchase"',
        '"Till"',
        '""',
    ]
    brought = of_text("\n".join(rows), of_file=True)
    assert brought.titles == {
        "Poster, loud": "aida-plus.awareness", "A letter in two lines": "aida-plus.awareness",
        "Till": "aida-plus.conversion",
    }  # fmt: skip
    assert brought.told() == [("no_phase", 1, "B")]


@pytest.mark.parametrize("words", ["", " \n\t\n"])
def test_nothing_is_refused(words: str) -> None:
    with pytest.raises(UnreadableFile, match="empty"):
        grid_of_text(words, "Text")


@pytest.mark.parametrize("language", list(Language))
def test_a_map_taken_home_as_mermaid_comes_back(language: Language) -> None:
    held = load_sample(f"b2b-software-{language.value}")
    typed = held.touchpoints[0].model_copy(update={"title": "Section #1: 10:30; <b>100 %</b>", "emotion": None})
    held = held.with_collection("touchpoints", [typed, *held.touchpoints[1:]])
    brought = of_text(diagram(held, language), new=True)
    phases = [phase.id for phase in model_of(held, language).phases]
    assert [(card.title, card.emotion) for card in brought.touchpoints] == [
        (card.title, card.emotion) for phase in phases for card in held.touchpoints if card.phase == phase
    ]
    named = {one for card in held.touchpoints for one in card.personas}
    assert set(brought.personas) == {persona.name for persona in held.personas if persona.id in named}
    assert brought.told() == []
