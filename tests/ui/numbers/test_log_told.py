"""What the page says of a log that was read wrongly, as it seems: nobody twice, one customer alone, refunds of nobody, amounts
that are none."""

import pytest

from tests.builders import a_workshop
from tests.ui.app import opened, pressed, run, seen, stored
from tests.ui.numbers.test_known_logs import dropped, read_to_its_end

CARDS = "Card ID,List Name,Last Activity Date\n" + "".join(f"C{n},{'ab'[n % 2]},2026-01-0{n}\n" for n in range(1, 6))
TILL = "Date,Mail,Status\n" + "".join(f"2026-01-0{n},shop@x.example,{'ab'[n % 2]}\n" for n in range(1, 6))
PAYMENTS = """Customer ID,Event Type,Date,Revenue
C1,Payment,2026-01-05,50.00
C2,Payment,2026-01-05,30.00
,Refund,2026-01-06,-50.00
C1,Payment,2026-01-08,20.00
"""
WORDS = "Customer ID,Event Type,Date,Revenue\n" + "".join(
    f"C{n % 5},{'ab'[n % 2]},2026-01-{n:02},{'on request' if n == 7 else '5.00'}\n" for n in range(1, 29)
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (CARDS, "Niemand kommt zweimal vor"),
        (TILL, "zu einem einzigen Kunden"),
        (PAYMENTS, "nennt keinen Kunden"),
        (WORDS, "nicht als Zahl lesen"),
    ],
)
def test_a_log_that_may_be_read_wrongly_is_told(text: str, told: str) -> None:
    tab = dropped(opened(stored(a_workshop()), "numbers"), "log.csv", text.encode())
    read_to_its_end(pressed(run(tab), "log-read"))
    assert told in seen(run(tab))
