"""What orders brought: paid less refunded, in one currency, for exports of shops in their own forms."""

from pathlib import Path

import numpy as np
import pytest

from journey.model import Language
from journey.numbers.log.orders import Orders, orders
from journey.numbers.reading import (
    FOREIGN,
    NOBODYS,
    UNPAID,
    LogReading,
    order_roles,
    plan_by_customer,
    plan_of,
    preview,
    read_log,
)
from journey.numbers.reading.looking.glance import first_events
from tests.numbers.reading.files import written

SHOPIFY = """Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Cancelled at,Refunded Amount,Outstanding Balance
#1,a@x.org,paid,2026-01-05 10:25:00 +0100,fulfilled,2026-01-06 09:00:00 +0100,GBP,40.00,2026-01-05 10:22:33 +0100,1,Tea,,0.00,0.00
#1,a@x.org,,,,,,,2026-01-05 10:22:33 +0100,2,Cup,,,
#2,b@x.org,pending,,unfulfilled,,GBP,9.00,2026-01-05 11:00:00 +0100,1,Tea,,0.00,9.00
#3,a@x.org,voided,,unfulfilled,,GBP,15.00,2026-01-08 11:00:00 +0100,1,Tea,2026-01-09 08:00:00 +0100,0.00,0.00
#3,a@x.org,,,,,,,2026-01-08 11:00:00 +0100,1,Cup,,,
#4,b@x.org,refunded,2026-02-05 11:01:00 +0100,unfulfilled,,GBP,20.00,2026-02-05 11:00:00 +0100,1,Tea,2026-02-07 08:00:00 +0100,20.00,0.00
#5,c@x.org,partially_refunded,2026-03-01 00:31:00 +0100,fulfilled,2026-03-02 09:00:00 +0100,GBP,30.00,2026-03-01 00:30:00 +0100,1,Tea,,5.00,0.00
"""
HEADS = {
    "woocommerce": ("order_number,order_date,paid_date,status,order_total,refunded_total,order_currency,billing_email", "wc-completed wc-on-hold wc-cancelled wc-refunded"),
    "etsy": ("Order ID,Sale Date,Date Paid,Status,Order Total,Refunded Amount,Currency,Buyer Email", "Paid Unpaid Canceled Refunded"),
    "stripe": ("id,Created date (UTC),Refunded date (UTC),Status,Amount,Amount Refunded,Currency,Customer Email", "Paid requires_capture Failed Refunded"),
    "magento": ("Order ID,Purchase Date,Payment Date,Status,Grand Total,Total Refunded,Currency,Customer Email", "complete pending canceled refunded"),
    "wawi": ("Auftragsnummer,Auftragsdatum,Zahldatum,Zahlungsstatus,Bruttobetrag,Erstattungsbetrag,Währung,Kunden-E-Mail", "bezahlt offen storniert erstattet"),
}  # fmt: skip


def _found(path: Path, column: str = "", *, of_orders: bool = False) -> LogReading:
    looked = preview(path, language=Language.DE)
    roles = order_roles(looked) if of_orders else dict(looked.roles)
    if column:
        roles["revenue"] = column
    return read_log(
        path, plan_of(looked, roles, every_row="Bestellung") if of_orders else plan_of(looked, roles, looked.milestones)
    )


def _orders(reading: LogReading) -> Orders:
    found = orders(reading.log, reading.log.activity.names)
    assert found is not None
    return found


def test_a_shop_s_revenue_is_what_was_paid_and_not_refunded(tmp_path: Path) -> None:
    path = written(tmp_path, SHOPIFY)
    steps = _found(path)
    assert np.nansum(steps.log.amounts["revenue"]) == 40 + 25
    assert steps.uncounted == {UNPAID: 2}
    assert (steps.plan.takings.currency, steps.plan.whose) == ("GBP", "order")
    found = _orders(_found(path, of_orders=True))
    assert (found.customers, found.orders, found.paid, found.revenue) == (3, 4, 3, 65)


@pytest.mark.parametrize("shop", HEADS)
def test_so_it_is_for_other_shops(tmp_path: Path, shop: str) -> None:
    head, words = HEADS[shop]
    paid, pending, void, refunded = words.split()
    rows = [
        f"{n},2026-01-{n:02} 10:00:00,{'' if state in (pending, void) else f'2026-01-{n:02} 11:00:00'},{state},10.00,{back},CHF,k{n % 3}@x.org"
        for n, (state, back) in enumerate([(paid, "0.00"), (pending, "0.00"), (paid, "2.50"), (void, "0.00"), (refunded, "10.00"), (paid, "0.00")], 1)
    ]  # fmt: skip
    reading = _found(written(tmp_path, "\n".join([head, *rows, ""])), head.split(",")[4], of_orders=True)
    assert reading.plan.takings.currency == "CHF"
    found = _orders(reading)
    assert (found.orders, found.paid, found.revenue) == (5, 4, 27.5)


@pytest.mark.parametrize("unpaid", ["", "noch offen", "nein"])
def test_a_day_of_payment_says_who_paid_where_no_state_does(tmp_path: Path, unpaid: str) -> None:
    rows = ["Bestellnummer;E-Mail des Käufers;Verkauft am;Bezahlt am;Gesamtbetrag"]
    rows += [f"{n};k{n % 2}@x.org;{n:02}.01.26;{f'{n:02}.01.26' if n != 2 else unpaid};10,00 €" for n in range(1, 6)]
    reading = _found(written(tmp_path, "\n".join(rows)), of_orders=True)
    assert (_orders(reading).revenue, reading.plan.takings.currency) == (40, "EUR")


def test_amounts_in_other_currencies_are_left_out_and_counted(tmp_path: Path) -> None:
    rows = ["Order ID,Customer Email,Order Date,Order Total,Currency"]
    rows += [f"{n},k{n % 2}@x.org,2026-01-{n:02},10.00,{'USD' if n == 3 else 'EUR'}" for n in range(1, 7)]
    path = written(tmp_path, "\n".join(rows))
    reading = _found(path, of_orders=True)
    assert (_orders(reading).revenue, _orders(reading).paid, reading.uncounted) == (50, 5, {FOREIGN: 1})
    assert any("EUR" in hint and "USD" in hint for hint in preview(path, language=Language.DE).hint_words(Language.DE))


def test_signs_beside_amounts_say_the_currency(tmp_path: Path) -> None:
    rows = ["Order ID,Customer Email,Order Date,Order Total"]
    rows += [f"{n},k{n % 2}@x.org,2026-01-{n:02},{'€' if n == 3 else '£'}10.00" for n in range(1, 7)]
    reading = _found(written(tmp_path, "\n".join(rows)), of_orders=True)
    assert (_orders(reading).revenue, reading.plan.takings.currency) == (50, "GBP")


def test_a_history_of_states_keeps_the_amounts_of_its_events(tmp_path: Path) -> None:
    rows = ["Order ID,Changed at,Status,Amount"]
    rows += [f"{n},2026-01-{n:02} 1{place}:00,{state},{amount}" for n in range(1, 5) for place, (state, amount) in enumerate((("pending", ""), ("paid", "10.00"), ("cancelled", "-10.00")))]  # fmt: skip
    reading = _found(written(tmp_path, "\n".join(rows)))
    assert reading.log.activity.names == ("cancelled", "paid", "pending")
    assert np.nansum(np.abs(reading.log.amounts["revenue"])) == 80


def test_refunds_in_rows_of_their_own_are_taken_off(tmp_path: Path) -> None:
    rows = ["Customer ID,Date,Event Type,Net Sales"]
    rows += [f"C{n % 2},2026-01-{n:02} 10:00,{'Refund' if n == 4 else 'Payment'},{'-$3.00' if n == 4 else '$10.00'}" for n in range(1, 7)]  # fmt: skip
    reading = _found(written(tmp_path, "\n".join(rows)))
    found = orders(reading.log, ["Payment"])
    assert found is not None
    assert (found.revenue, found.refunds, found.paid) == (47, 3, 5)


def test_orders_are_read_once_more_as_those_of_their_customers(tmp_path: Path) -> None:
    path = written(tmp_path, SHOPIFY)
    looked = preview(path, language=Language.DE)
    plan = plan_by_customer(looked, plan_of(looked), "Bestellung")
    assert plan is not None
    assert (plan.columns["case"], plan.columns["time"], plan.whose) == ("Email", "Created at", "")
    found = _orders(read_log(path, plan))
    assert (found.customers, found.orders, found.revenue) == (3, 4, 65)
    assert plan_by_customer(looked, plan, "Bestellung") is None


def test_credit_notes_and_offers_are_no_revenue(tmp_path: Path) -> None:
    rows = ["Belegnummer;Kundennummer;Belegdatum;Belegart;Bruttobetrag"]
    kinds = ("Angebot", "Rechnung", "Lieferschein", "Rechnung", "Gutschrift", "Rechnung")
    amounts = ("99,00", "10,00", "10,00", "20,00", "5,00", "30,00")
    rows += [
        f"B{n};K{n % 2};{n + 1:02}.01.2026;{kind};{amount}"
        for n, (kind, amount) in enumerate(zip(kinds, amounts, strict=True))
    ]
    path = written(tmp_path, "\n".join(rows))
    for reading in (_found(path), _found(path, of_orders=True)):
        assert np.nansum(reading.log.amounts["revenue"]) == 55
    found = _orders(_found(path, of_orders=True))
    assert (found.orders, found.revenue, found.refunds, found.paid) == (3, 55, 5, 3)


def test_beside_events_a_day_of_payment_says_nothing_of_other_rows(tmp_path: Path) -> None:
    rows = ["Order ID,Customer ID,Time,Event,Amount,Paid at"]
    for n in range(1, 5):
        rows += [
            f"{n},C{n},2026-01-0{n} 10:00,Basket,10.00,",
            f"{n},C{n},2026-01-0{n} 11:00,Payment,10.00,2026-01-0{n} 11:00",
        ]
    reading = _found(written(tmp_path, "\n".join(rows)))
    assert reading.log.activity.names == ("Basket", "Payment")
    assert reading.uncounted == {}


ETSY = """Sale Date,Item Name,Buyer,Quantity,Price,Order Shipping,Item Total,Currency,Date Paid,Date Shipped,Order ID
01/13/26,Candle,ann (a1),2,10.00,4.50,20.00,EUR,01/13/2026,01/15/2026,3001
01/13/26,Soap,ann (a1),1,7.50,4.50,7.50,EUR,01/13/2026,01/15/2026,3001
01/14/26,Candle,bob (b2),1,10.00,4.50,10.00,EUR,01/14/2026,,3002
01/20/26,Candle,ann (a1),1,10.00,4.50,10.00,EUR,01/20/2026,01/21/2026,3003
01/20/26,Soap,ann (a1),3,7.50,4.50,22.50,EUR,01/20/2026,,3003
"""


def test_articles_of_an_order_are_added_up_alike_by_order_and_by_customer(tmp_path: Path) -> None:
    path = written(tmp_path, ETSY)
    looked = preview(path, language=Language.DE)
    assert looked.roles["revenue"] == "Item Total"
    plan = plan_of(looked)
    by_customer = plan_by_customer(looked, plan, "Bestellung")
    assert by_customer is not None
    steps, customers = read_log(path, plan), read_log(path, by_customer)
    assert np.nansum(steps.log.amounts["revenue"]) == 70.0
    assert (steps.log.cases, _orders(customers).revenue) == (3, 70.0)


PAYPAL = """"Datum","Uhrzeit","Zeitzone","Typ","Status","Währung","Brutto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode"
"01.03.2026","10:00:00","CET","Website-Zahlung","Zurückerstattet","EUR","100,00","anna@example.org","shop@example.org","T1"
"02.03.2026","10:00:00","CET","Website-Zahlung","Abgeschlossen","EUR","50,00","bert@example.org","shop@example.org","T2"
"03.03.2026","10:00:00","CET","Rückzahlung","Abgeschlossen","EUR","-40,00","shop@example.org","anna@example.org","T3"
"04.03.2026","10:00:00","CET","Allgemeine Abbuchung","Abgeschlossen","EUR","-110,00","shop@example.org","","T4"
"05.03.2026","10:00:00","CET","Rückzahlung","Abgeschlossen","EUR","9,00","lieferant@example.org","shop@example.org","T5"
"""


def test_paypal_s_refunds_are_taken_off_from_those_who_got_them_and_once(tmp_path: Path) -> None:
    path = written(tmp_path, PAYPAL)
    reading = _found(path)
    found = orders(reading.log, ["Website-Zahlung"])
    assert found is not None
    assert (found.revenue, found.refunds, found.paid) == (110, 40, 2)
    glimpses = [glimpse.activity for glimpse in first_events(preview(path), reading.plan)]
    assert glimpses == ["Website-Zahlung", "Website-Zahlung", "Rückzahlung", "Rückzahlung"]


@pytest.mark.parametrize(
    ("header", "revenue"),
    [
        ("Rechnungsnummer;Datum;Kundennummer;Artikel;Menge;Einzelpreis", 10.5 * 2 + 20 + 5 * 3),
        ("Order ID;Date;Customer ID;Item;Quantity;Unit Price", 10.5 * 2 + 20 + 5 * 3),
        ("Order ID;Date;Customer ID;Item;Quantity;Item Total", 10.5 + 20 + 5),
    ],
)
def test_the_price_of_one_piece_counts_as_often_as_there_are_pieces(
    tmp_path: Path, header: str, revenue: float
) -> None:
    rows = ["A1;05.01.2026;K1;Tee;2;10,50", "A1;05.01.2026;K1;Tasse;1;20,00", "A2;06.01.2026;K2;Tee;3;5,00"]
    reading = _found(written(tmp_path, "\n".join([header, *rows, ""])))
    assert float(np.nansum(reading.log.amounts["revenue"])) == revenue


def test_refunds_that_name_no_customer_are_counted(tmp_path: Path) -> None:
    text = "Customer ID,Event Type,Date,Net Sales\nC1,Payment,2026-01-05,$50.00\nC2,Payment,2026-01-05,$30.00\n,Refund,2026-01-06,($50.00)\nC1,Payment,2026-01-08,$20.00\n,Payment,2026-01-09,$9.00\n"
    reading = _found(written(tmp_path, text), "Net Sales")
    assert reading.uncounted == {NOBODYS: 1}
    assert np.nansum(reading.log.amounts["revenue"]) == 100


@pytest.mark.parametrize(("ids", "nobody"), [(("1", "2", "3", "4"), True), (("1", "2", "3", "1"), False)])
def test_a_log_in_which_nobody_comes_twice_says_so(tmp_path: Path, ids: tuple[str, ...], nobody: bool) -> None:
    rows = "".join(f"{one},{step},2026-01-0{one}\n" for one, step in zip(ids, "abab", strict=True))
    assert _found(written(tmp_path, f"id,event,time\n{rows}")).follows_nobody is nobody


def test_how_far_payments_are_is_a_status_of_today(tmp_path: Path) -> None:
    states = ("paid", "paid", "expired", "paid", "open", "paid", "paid", "failed")
    rows = [f"2026-01-0{n},{n}.00,{state},tr_{n},DE{n % 3},ideal" for n, state in enumerate(states, 1)]
    payments = written(tmp_path, "\n".join(["Datum,Betrag,Status,ID,Verbraucher-IBAN,Zahlungsart", *rows, ""]))
    assert ("status_of_today", "") in preview(payments).hints
    history = [
        f"e{n}{at},O{n},{state},9.00,2026-01-0{n + at},0.00"
        for n in range(1, 5)
        for at, state in enumerate(("pending", "paid"))
    ]
    course = written(
        tmp_path,
        "\n".join(["entry_id,order_id,status,amount,changed_at,refunded_amount", *history, ""]),
        name="course.csv",
    )
    assert ("status_of_today", "") not in preview(course).hints


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("Res.-Nr.;Gast;Gebucht am;Anreise;Abreise;Gesamtpreis;Status", ("abgereist", "storniert", "bestätigt")),
        ("Booking ID;Guest;Booked on;Check-in;Check-out;Total price;Booking status", ("checked out", "cancelled by guest", "confirmed")),
    ],
)  # fmt: skip
def test_a_reservation_that_was_called_off_brings_nothing(
    tmp_path: Path, head: str, words: tuple[str, str, str]
) -> None:
    done, off, confirmed = words
    rows = (
        f"77;Abel;10.01.2026;20.01.2026;21.01.2026;240,00;{done}",
        f"78;Bach;12.01.2026;15.02.2026;16.02.2026;95,50;{off}",
        f"79;Conz;05.02.2026;10.12.2026;12.12.2026;300,00;{confirmed}",
        f"80;Dorn;06.02.2026;06.02.2026;07.02.2026;80,00;{done}",
    )
    reading = _found(written(tmp_path, "\n".join((head, *rows, ""))))
    assert np.nansum(reading.log.amounts["revenue"]) == 620
    assert reading.uncounted == {UNPAID: 1}
