"""The self-audit goes along in every copy that is read: its points by phase, as the page shows them."""

import re
from io import BytesIO

import pytest
from pptx import Presentation

from journey.audit.told import audit_table, audited, points_words
from journey.charts import phase_scores_chart
from journey.critic import findings
from journey.model import Language, Workshop
from journey.paper.report import chapters_of
from journey.phases import model_of
from journey.take_home.markdown import literal, markdown
from journey.take_home.slides import write_slides
from journey.take_home.slides.measuring import wrapped
from journey.take_home.web_page import write_page
from tests.builders import a_touchpoint, a_workshop

DE = Language.DE


@pytest.fixture(scope="module")
def answered() -> Workshop:
    phases = [phase.id for phase in model_of(a_workshop(), DE).phases]
    given = zip(phases, ("yes", "no", "partly"), strict=False)
    audit = [
        {"id": f"a{n}", "question": "next-step", "phase": phase, "answer": said}
        for n, (phase, said) in enumerate(given)
    ]
    return a_workshop(audit=audit, touchpoints=[a_touchpoint("Kasse", id="till", emotion=1, content="Bon")])


def test_every_copy_has_the_points_of_each_phase(answered: Workshop) -> None:
    judged = audited(answered, findings(answered, DE), DE)
    model = model_of(answered, DE)
    _, rows = audit_table(judged, model, DE)
    assert len({points for _, points, _ in rows}) > 2
    page, copied = write_page(answered, DE).decode(), markdown(answered, DE)
    [chapter] = chapters_of(answered, DE, {"audit"})
    [table] = [part for part in chapter["parts"] if part["kind"] == "table"]
    deck = Presentation(BytesIO(write_slides(answered, DE)))
    cells = {
        tuple(cell.text for cell in row.cells)[:2]
        for slide in deck.slides for shape in slide.shapes if shape.has_table for row in shape.table.rows
    }  # fmt: skip
    for phase, points, _ in rows:
        assert f"<h3>{phase}</h3><p>{points}</p>" in page
        assert literal(points) in copied
        assert (phase, points) in cells
    assert [tuple(row[:2]) for row in table["rows"]] == [row[:2] for row in rows]
    bars = [float(value) for value in re.findall(r'<meter [^>]*value="(\d+)"', page)]
    assert bars == [score.score for score in judged.values() if score.score is not None]


def test_words_with_ends_of_line_of_their_own_are_measured_line_by_line() -> None:
    words = "Eins\nZwei und drei\n\nVier"
    lines = wrapped(words, 1_000, 12, bold=False)
    assert lines == ("Eins\n", "Zwei und drei\n", "\n", "Vier")
    assert "".join(wrapped(words, 40, 12, bold=False)) == words


def test_bars_are_as_long_as_the_points(answered: Workshop) -> None:
    judged = audited(answered, findings(answered, DE), DE)
    chart = phase_scores_chart(judged, model_of(answered, DE), DE, dark=False)
    ends = [each["X"] for each in chart.layers[0].data if each["X"] < 1]
    assert ends == [score.score / 100 for score in judged.values() if score.score and score.score < 100]
    assert all(points_words(score, DE) for score in judged.values())


def test_without_an_answer_no_copy_speaks_of_it() -> None:
    bare = a_workshop(touchpoints=[a_touchpoint("Kasse")])
    assert audited(bare, (), DE) == {}
    assert "Selbst-Audit" not in markdown(bare, DE)
    assert chapters_of(bare, DE, {"audit"}) == []
