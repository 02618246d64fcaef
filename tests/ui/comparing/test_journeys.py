"""The page of two journeys: chosen by workshop and persona, compared, and closed to who may not read one of them."""

from datetime import date

from journey.editing import applied, change_of
from journey.model import Language, MarketEvent, Workshop
from journey.rounds import closing, kept_now
from journey.texts import text
from tests.builders import a_frame, a_persona, a_touchpoint, a_workshop
from tests.ui.app import chosen, html, keys, on_page, on_view, raw, run, seen, started, stored, unfolded

DE = Language.DE


def _measured_twice(workshop: Workshop) -> Workshop:
    for number, day in enumerate((date(2026, 1, 1), date(2026, 5, 1)), 1):
        change = change_of(closing(workshop, f"Runde {number}", day, kept_now(workshop, DE), next_day=date(2199, 2, 1)))
        workshop = applied(workshop, change) if change else workshop
    return workshop


def test_this_year_beside_last_year_and_one_persona_beside_the_other() -> None:
    people = [a_persona("Alma", id="p"), a_persona("Ben", id="q")]
    shop = a_touchpoint("Kasse *x*", id="a", emotion=2, personas=["p"])
    new = stored(
        a_workshop(frame=a_frame(title="Neu <b>"), personas=people, touchpoints=[shop, a_touchpoint("Chat", id="c")])
    )
    old = stored(a_workshop(frame=a_frame(title="Alt"), touchpoints=[a_touchpoint("KASSE X", id="k", emotion=-1)]))
    tab = on_page(run(started(DE)), "compare")
    chosen(tab, "compare-first:workshop", new)
    tab = chosen(tab, "compare-second:workshop", old)
    shown = html(tab)
    assert "Neu &lt;b&gt;" in shown
    assert "−3" in shown
    assert text("compare.alone", DE, name="2 · Alt") in seen(tab)
    assert text("compare.curves", DE) in seen(tab)
    assert "1 · Neu &lt;b&gt;<br>2 · Alt" in shown, (
        "the lines of the picture are called by their numbers, which this explains"
    )
    assert "compare-curves:png_4x" in keys(unfolded(tab, "picture-compare-curves"))
    chosen(tab, "compare-second:workshop", new)
    assert text("compare.same", DE) in seen(tab)
    tab = chosen(tab, f"compare-second:persona:{new}", "q")
    assert text("compare.alone", DE, name="2 · Ben") in seen(tab), "of the same workshop a persona says enough"
    assert text("compare.same", DE) not in seen(tab)


def test_all_journeys_show_their_rounds_and_tags_choose_among_them() -> None:
    bare = a_workshop(frame=a_frame(title="Ohne Runde", tags="Neu"))
    stored(bare)
    shop = a_workshop(
        frame=a_frame(title="Laden <b>", tags="Nord"),
        touchpoints=[a_touchpoint("Kasse", emotion=-2)],
        events=[MarketEvent(id="e", title="Preis erhöht", day=date(2026, 3, 1))],
    )
    stored(_measured_twice(shop))
    stored(_measured_twice(bare.with_frame(a_frame(title="Am Telefon", tags="Süd"))))
    tab = on_view(on_page(run(started(DE)), "compare"), "compare", "rounds")
    shown = html(tab)
    assert "Laden &lt;b&gt;" in shown
    assert "Am Telefon" in shown
    assert "Runde 2 · 01.05.2026" in shown
    assert "01.02.2199" in shown
    assert "Ohne Runde" not in shown
    assert "Preis erhöht" in "".join(raw(tab))
    tab.pills(key="course-tags").set_value(["nord"])
    assert ("Laden" in html(run(tab)), "Am Telefon" in html(tab)) == (True, False)
    assert "Laden" in "".join(raw(tab))
    tab.pills(key="course-tags").set_value(["neu"])
    assert text("compare.courses_empty", DE) in seen(run(tab))


def test_other_phases_have_no_common_picture_but_a_table() -> None:
    one = stored(a_workshop(frame=a_frame(title="Eins"), touchpoints=[a_touchpoint("Kasse", emotion=1)]))
    card = a_touchpoint("Kasse", phase="stranger-to-fan.contact", emotion=0)
    two = stored(a_workshop(frame=a_frame(title="Zwei", phase_model="stranger-to-fan"), touchpoints=[card]))
    tab = on_page(run(started(DE)), "compare")
    chosen(tab, "compare-first:workshop", one)
    tab = chosen(tab, "compare-second:workshop", two)
    assert text("compare.other_phases", DE) in seen(tab)
    assert "−1" in html(tab)
