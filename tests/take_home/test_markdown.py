"""Markdown: what people typed comes out letter by letter."""

from markdown_it import MarkdownIt

from journey.model import Language, clean_line
from journey.take_home.markdown import literal, markdown
from tests.builders import a_frame, a_persona, a_touchpoint, a_workshop, an_opportunity
from tests.strategies import NASTY
from tests.take_home import readers

HOSTILE = (
    *NASTY, "# no heading", "- no item", "+ none", "1. no item", "1) none", "===", "---", "> no quote", "`code`", "~~~",
    "![x](http://x)", "[a](javascript:x)", "<script>x</script>", "http://x.example", "www.x.example", "a@b.example", "a | b",
    "\\*", "$x$", "&copy;", "___", "* * *", "[^1]: x", "[x]: http://x", ": x",
)  # fmt: skip


def test_no_sign_of_what_people_typed_is_markup() -> None:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for words in HOSTILE:
        line = str(clean_line(words))
        for before, after in (("", ""), ("- ", ""), ("  ", ""), ("# ", ""), ("- **", ":** x")):
            tokens = reader.parse(f"{before}{literal(line)}{after}")
            for inline in (token for token in tokens if line and token.type == "inline"):
                assert {child.type for child in inline.children or ()} <= {
                    "text",
                    "text_special",
                    "strong_open",
                    "strong_close",
                }
                assert "".join(child.content for child in inline.children or ()) == f"{line}{after.replace('*', '')}"


def test_hostile_text_stays_text_wherever_it_stands() -> None:
    for words in HOSTILE:
        workshop = a_workshop(
            frame=a_frame(title=words),
            personas=[a_persona(words, quote=words)],
            touchpoints=[a_touchpoint(words, doing=f"{words}\n{words}")],
            opportunities=[an_opportunity(words, description=words)],
        )
        written = markdown(workshop, Language.DE)
        tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(written)
        inside = {child.type for token in tokens for child in token.children or ()}
        assert inside <= {"text", "text_special", "strong_open", "strong_close", "softbreak", "hardbreak"}, words
        assert {token.type for token in tokens} & {
            "fence",
            "html_block",
            "code_block",
            "hr",
            "blockquote_open",
        } == set()
        title = workshop.touchpoints[0].title
        assert any(title in line for line in readers.markdown(written.encode())), words
