"""Mermaid itself reads the diagram: a task for each touchpoint, whatever it is called."""

import os

import pytest

from journey.model import Emotion, Language
from journey.take_home.mermaid import diagram, points
from tests.builders import a_frame, a_persona, a_touchpoint, a_workshop
from tests.strategies import NASTY
from tools import diagrams
from tools.browser import chromium

TEMPTING = (
    "Title page", "section two", "Journey ends", "accTitle: x", "accDescr {", "title", "SECTION", "journey", "my title x", "%% c",
    "Kauf 12:30", "a#b;c:d", "-2", "2.5", "end", "style", "graph", "click me", "x" * 200,
)  # fmt: skip
READ = """async text => {
  mermaid.initialize({startOnLoad: false});
  const read = await mermaid.mermaidAPI.getDiagramFromText(text);
  const tasks = read.db.getTasks().map(task => [task.section, task.task, task.score, task.people]);
  return [read.db.getDiagramTitle(), tasks, (await mermaid.render("drawn", text)).svg];
}"""


@pytest.mark.browser
def test_mermaid_reads_every_touchpoint_with_its_phase_score_and_people() -> None:
    if not diagrams.MERMAID.exists():
        reason = "mermaid is not there: python -m tools.diagrams"
        assert os.environ.get("CI") != "true", reason
        pytest.skip(reason)
    titles = [*NASTY, *TEMPTING]
    emotions = [*Emotion, None]
    workshop = a_workshop(
        frame=a_frame(title="Title: a;b#c"),
        personas=[a_persona("Alma, 40: #1", id="p1", rank=1), a_persona("Bert", id="p2", rank=2)],
        touchpoints=[
            a_touchpoint(title, id=f"t{n:03}", rank=n, personas=("p1", "p2")[: n % 3], emotion=emotions[n % 6])
            for n, title in enumerate(titles)
        ],
    )
    with chromium() as browser:
        page = browser.new_page()
        page.add_script_tag(path=diagrams.MERMAID)
        title, tasks, drawn = page.evaluate(READ, diagram(workshop, Language.EN))
    assert title == "Title： a；b＃c"
    assert len(tasks) == len(titles)
    assert drawn.startswith("<svg")
    for touchpoint, (section, name, score, people) in zip(workshop.touchpoints, tasks, strict=True):
        assert section == "Awareness"
        assert _letters(touchpoint.title or "Untitled") in _letters(name)
        assert score == points(touchpoint.emotion)
        assert len(people) == len(touchpoint.personas)
        assert (touchpoint.emotion is None) == name.endswith("(not scored)")


def _letters(words: str) -> str:
    return "".join(sign for sign in words if sign.isalnum())


def test_feelings_are_one_to_five() -> None:
    assert [points(emotion) for emotion in sorted(Emotion)] == [1, 2, 3, 4, 5]
