"""Files of counts: their steps and periods, for a funnel of typed counts."""

from pathlib import Path

import pytest

from journey.model import Language
from journey.numbers.counted_file import CountedFile, counted_file
from journey.numbers.reading import UnreadableLog, plan_of, preview
from tests.numbers.reading.files import written

MONTHS = "Monat;Besucher;Warenkorb;Conversion-Rate\n" + "".join(
    f"{m:02}.2026;1.{m}00;{m}5;2,5 %\n" for m in range(1, 8)
)
DAYS = "Datum,Schritt,Anzahl\n" + "".join(
    f"2026-03-{d:02},{s},{n}\n" for d in range(1, 9) for s, n in (("Besuch", 100), ("Kauf", 5))
)
ACROSS = "Schritt;Januar 2026;Februar 2026;März 2026\nBesuch;100;120;90\nKauf;7;9;4\nGesamt;107;129;94\n"


def _found(folder: Path, text: str) -> CountedFile:
    found = counted_file(preview(written(folder, text), language=Language.DE))
    assert found is not None
    return found


def test_a_row_a_month_with_a_column_a_step(tmp_path: Path) -> None:
    found = _found(tmp_path, MONTHS)
    assert found.steps == ("Besucher", "Warenkorb")
    assert (found.periods[0], found.periods[-1], found.adds_up) == ("2026-01", "2026-07", False)
    assert found.counts["2026-02", "Besucher"] == 1_200


def test_a_row_for_each_day_and_step_is_added_up_by_month(tmp_path: Path) -> None:
    found = _found(tmp_path, DAYS)
    assert (found.steps, found.periods, found.adds_up) == (("Besuch", "Kauf"), ("2026-03",), True)
    assert found.by_phase({"Besuch": "p", "Kauf": "q"}) == {"2026-03": {"p": 800, "q": 40}}


MATOMO = "Datum,Eindeutige Besucher,Besuche,Aktionen,Absprungrate,Durchschn. Besuchszeit\n" + "".join(
    f"2026-{m:02},{1000 + 37 * m},{1500 + 51 * m},{5200 + m},{40 + m}%,00:01:3{m // 2}\n" for m in range(1, 10)
)
MATOMO_YEARS = "date,nb_uniq_visitors,avg_time_on_site\n" + "".join(
    f"{y},{y - 1000},00:01:30\n" for y in range(2021, 2026)
)
CUSTOMERS = "Monat;Interessenten;Kunden\n03.2026;310;21\n04.2026;305;25\n05.2026;290;19\n"


@pytest.mark.parametrize(
    ("text", "steps", "first"),
    [
        (MATOMO, ("Eindeutige Besucher", "Besuche", "Aktionen"), ("2026-01", 1037)),
        (MATOMO_YEARS, ("nb_uniq_visitors",), ("2021", 1021)),
        (CUSTOMERS, ("Interessenten", "Kunden"), ("2026-03", 310)),
    ],
)
def test_a_row_a_month_counts_visitors_and_customers_whatever_they_are_called(
    tmp_path: Path, text: str, steps: tuple[str, ...], first: tuple[str, int]
) -> None:
    found = _found(tmp_path, text)
    assert found.steps == steps
    assert found.counts[first[0], steps[0]] == first[1]


def test_periods_across_the_head_and_a_total_that_is_left_out(tmp_path: Path) -> None:
    found = _found(tmp_path, ACROSS)
    assert (found.steps, found.periods) == (("Besuch", "Kauf"), ("2026-01", "2026-02", "2026-03"))
    assert found.by_phase({"Besuch": "p", "Kauf": "p"}, together="Q1") == {"Q1": {"p": 330}}


def test_more_rows_than_a_preview_has_are_not_taken_over_in_part(tmp_path: Path) -> None:
    rows = "".join(f"{2000 + n // 336}-{n % 336 // 28 + 1:02}-{n % 28 + 1:02},{n % 9},{n % 7}\n" for n in range(1_200))
    looked = preview(written(tmp_path, "Datum,Besucher,Bestellungen\n" + rows))
    assert looked.is_counts
    assert counted_file(looked) is None


@pytest.mark.parametrize("text", ["Kunde,Datum,Schritt\na,2026-01-01,x\na,2026-01-02,y\nb,2026-01-03,x\n"])
def test_a_log_is_no_file_of_counts(tmp_path: Path, text: str) -> None:
    assert counted_file(preview(written(tmp_path, text))) is None


def test_a_cash_book_is_called_one_and_gives_no_counts(tmp_path: Path) -> None:
    rows = "".join(
        f"{n};{n:02}.03.2026;Tageseinnahmen;{n}0,00;;{n}10,00\n{n};{n:02}.03.2026;Papier;;5,00;{n}05,00\n"
        for n in range(1, 9)
    )
    looked = preview(written(tmp_path, "Beleg-Nr.;Datum;Buchungstext;Einnahmen;Ausgaben;Bestand\n" + rows))
    with pytest.raises(UnreadableLog) as told:
        plan_of(looked)
    assert told.value.key == "cash_book"
    assert counted_file(looked) is None
