"""A file of counts that was chosen as a log: it says so on top, and its counts are taken over in one step."""

from journey.model import Language
from journey.numbers import periods
from journey.texts import text
from tests.builders import a_workshop
from tests.ui.app import chosen, kept, keys, opened, pressed, run, seen, stored

ROWS = "Monat;Besucher;Bestellungen\n" + "".join(f"{month:02}.2026;{month}00;{month}\n" for month in range(1, 7))


def test_a_file_of_counts_fills_the_funnel_in_one_step() -> None:
    workshop = stored(a_workshop())
    tab = opened(workshop, "numbers")
    tab.file_uploader(key="log-file:0").upload("monate.csv", ROWS.encode())
    run(tab)
    run(tab)
    assert text("counts_file.what", Language.DE) in seen(tab)
    assert tab.button(key="counts-take").disabled
    steps = {key.rpartition(":")[2]: key for key in keys(tab) if key.startswith("counts-phase:")}
    phases = tab.selectbox(key=steps["Besucher"]).options[1:3]
    for step, phase in zip(("Besucher", "Bestellungen"), phases, strict=True):
        chosen(tab, steps[step], phase)
    pressed(tab, "counts-take")
    counts = kept(workshop).counts
    assert list(periods(kept(workshop))) == [f"2026-0{month}" for month in range(1, 7)]
    assert len(counts) == 12
    assert {count.count for count in counts if count.period == "2026-03"} == {300, 3}
    assert "counts-take" not in keys(tab)
    pressed(tab, "frame:undo")
    assert kept(workshop).counts == ()
