"""Lines of text as outlines: their order, their fonts, their width."""

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from journey.charts.files import letters
from journey.charts.kit.text_fit import bare, directed, measure, shortened, wrap

HEBREW, ARABIC = "שלום עולם", "مرحبا بالعالم"


def seen(line: str) -> str:
    """The characters of a line as they stand from left to right."""
    return "".join(run[::-1] if backwards else run for run, backwards in letters._runs(line))


@given(
    st.text(alphabet="abc שלום مرحبا 123.,-!?()[]{}", min_size=1).filter(lambda line: line == line.strip()),
    st.sampled_from("LR"),
)
def test_lines_stand_in_the_order_of_the_bidirectional_algorithm(words: str, way: str) -> None:
    line = {"L": "\u2066", "R": "\u2067"}[way] + words + "\u2069"
    if any(unicodedata.bidirectional(character) in {"R", "AL"} for character in words):
        assert seen(line) == get_display(words, base_dir=way)


def test_a_text_runs_as_its_first_letter_does_in_each_of_its_lines() -> None:
    assert directed(("שלום, Newsletter", "ok!")) == ("\u2067שלום, Newsletter\u2069", "ok!")
    assert directed(("Newsletter, שלום", "שלום!")) == ("\u2066Newsletter, שלום\u2069", "\u2066שלום!\u2069")
    assert directed((HEBREW, "Plakat")) == (HEBREW, "Plakat")


def test_a_full_stop_ends_a_hebrew_sentence_at_its_left() -> None:
    (line,) = directed((f"{HEBREW}.",))
    assert seen(line)[0] == "."


@pytest.mark.parametrize("words", ["Anmeldung", "Ηλεκτρονικά", "Заказ", "Größe 5 – „Öl“"])
def test_source_sans_draws_what_it_has(words: str) -> None:
    assert letters.is_usual(words, bold=False, italic=False)
    (piece,) = letters.outlines(words).pieces
    assert piece.path.count("z") >= len(words.replace(" ", ""))
    assert letters.outlines(words).width * 13 <= measure(words, 13)


def test_a_joined_emoji_is_one_sign_and_takes_no_letter_with_it() -> None:
    found = letters.outlines("👩‍💻 Beratung")
    assert found.pieces[-1].path == letters.outlines(" Beratung").pieces[0].path
    unknown = letters.outlines("\U000e0fff\U000e0ffe")
    assert unknown.pieces[0].path.count("M") == 2


@pytest.mark.parametrize("typed", ["👩‍💻" * 9, "🇩🇪" * 9, "é" * 40, "👍🏽" * 9, "ก็" * 40])
def test_no_sign_is_cut_in_two(typed: str) -> None:
    whole = {typed[: len(typed) // times] for times in (9, 40) if len(typed) % times == 0}
    for width in range(20, 120, 7):
        for line in (*wrap(typed, width, size=13), shortened(typed, width, size=13)):
            left = line.rstrip("-…")
            assert any(left == sign * (len(left) // len(sign)) for sign in whole), (width, line)


@pytest.mark.parametrize("words", [HEBREW, ARABIC, "हिन्दी भाषा", "ภาษาไทย", "日本語", "👨‍👩‍👧‍👦 🎉", "ﷺ", "ﷲ"])
@pytest.mark.parametrize("bold", [False, True])
def test_no_line_is_wider_than_was_measured(words: str, bold: bool) -> None:
    assert letters.outlines(words, bold).width * 13 <= measure(bare(words), 13, bold)


def test_the_last_word_of_a_hebrew_line_stands_at_the_left() -> None:
    assert letters.outlines(HEBREW).pieces[0].path == letters.outlines(HEBREW.split()[1]).pieces[0].path


def test_what_a_font_has_but_cannot_draw_is_a_box_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "_glyph", lambda face, glyph: "")
    assert letters.outlines("A").pieces[0].path == letters.outlines("\U000e0fff").pieces[0].path
    assert letters.outlines(" ").pieces[0].path == ""
