"""Exports of shops, payment, mail, help desk, and product analytics: small invented files with the headers that the tools
write, and the steps that each holds. What a column holds counts more than the header's fame."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from journey.model import Language
from journey.numbers.log.coded import phased
from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log.measured import log_funnel
from journey.numbers.reading import Preview, preview
from tests.numbers.reading.files import cases, read, written

Funnel = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Sample:
    """A small file of a tool: the `export` that it is, the steps of each case, and the funnel of some of them."""

    export: str
    text: str
    steps: Sequence[Sequence[str]]
    funnel: Funnel


SAMPLES = (
    Sample(
        "woocommerce_orders",
        """order_id,order_number,order_date,paid_date,status,shipping_total,tax_total,order_total,order_currency,payment_method,customer_id,customer_email,billing_first_name,billing_last_name,billing_country
901,901,2026-03-01 10:00:00,2026-03-01 10:00:00,completed,4.90,3.99,24.99,EUR,paypal,7,a@example.org,Anna,Beispiel,DE
902,902,2026-03-01 11:00:00,2026-03-03 09:12:00,processing,4.90,3.99,24.99,EUR,bacs,8,b@example.org,Bernd,Muster,AT
903,903,2026-03-02 12:00:00,,on-hold,4.90,3.99,24.99,EUR,bacs,9,c@example.org,Carla,Probe,DE
""",
        (("Ordered", "Paid"), ("Ordered", "Paid"), ("Ordered",)),
        (("Ordered", 3), ("Paid", 2)),
    ),
    Sample(
        "stripe_payments",
        """id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Decline Reason,Description,Fee,Refunded date (UTC),Status,Seller Message,Customer ID,Customer Email
ch_1a,2026-03-01 10:00:00,20.00,0.00,eur,true,,Course,0.53,,Paid,Payment complete.,cus_1,a@example.org
ch_2b,2026-03-02 10:00:00,20.00,20.00,eur,true,,Course,0.53,2026-03-05 08:00:00,Refunded,Payment complete.,cus_2,b@example.org
ch_3c,2026-03-03 10:00:00,20.00,0.00,eur,false,insufficient_funds,Course,0.00,,Failed,The bank declined.,cus_3,c@example.org
""",
        (("Payment begun", "Paid"), ("Payment begun", "Paid", "Refunded"), ("Payment begun",)),
        (("Payment begun", 3), ("Paid", 2), ("Refunded", 1)),
    ),
    Sample(
        "paypal",
        """"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Artikelbezeichnung","Zugehöriger Transaktionscode","Guthaben"
"13.03.2026","10:15:00","CET","Max Muster","Website-Zahlung","Abgeschlossen","EUR","12,50","-0,55","11,95","max@example.org","shop@example.org","TX1","Kurs","","11,95"
"14.03.2026","10:15:00","CET","Erika Beispiel","Website-Zahlung","Abgeschlossen","EUR","1.012,50","-0,55","1.011,95","erika@example.org","shop@example.org","TX2","Kurs","","1.023,90"
"15.03.2026","09:00:00","CET","Max Muster","Rückzahlung","Abgeschlossen","EUR","-12,50","0,55","-11,95","shop@example.org","max@example.org","TX3","Kurs","TX1","1.011,95"
"15.03.2026","10:00:00","CET","","Allgemeine Abbuchung","Abgeschlossen","EUR","-500,00","0,00","-500,00","shop@example.org","","TX5","","","511,95"
"16.03.2026","09:00:00","CET","","Bankgutschrift","Abgeschlossen","EUR","5,00","0,00","5,00","","shop@example.org","TX4","","","1.016,95"
""",
        (("Website-Zahlung", "Rückzahlung"), ("Website-Zahlung",)),
        (("Website-Zahlung", 2), ("Rückzahlung", 1)),
    ),
    Sample(
        "paypal",
        """"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Item Title","Reference Txn ID","Balance"
"13/03/2026","10:15:00","GMT","Max Sample","Website Payment","Completed","GBP","12.50","-0.55","11.95","max@example.org","shop@example.org","TX1","Course","","11.95"
"14/03/2026","10:15:00","GMT","Max Sample","Subscription Payment","Completed","GBP","2.50","-0.55","1.95","max@example.org","shop@example.org","TX2","Course","","13.90"
"15/03/2026","09:00:00","GMT","Max Sample","Payment Refund","Completed","GBP","-12.50","0.55","-11.95","shop@example.org","max@example.org","TX3","Course","TX1","1.95"
""",
        (("Website Payment", "Subscription Payment", "Payment Refund"),),
        (("Website Payment", 1), ("Subscription Payment", 1), ("Payment Refund", 1)),
    ),
    Sample(
        "mailchimp",
        """Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,LAST_CHANGED,LEID,EUID,NOTES
a@example.org,Anna,Beispiel,2,2026-03-01 10:00:00,192.0.2.1,2026-03-01 10:05:00,192.0.2.1,1,2,Europe/Berlin,DE,BE,2026-04-01 08:00:00,Frühling,2026-04-01 08:00:00,1001,aa01,
b@example.org,Bernd,Muster,2,2026-03-02 10:00:00,192.0.2.2,2026-03-02 10:01:00,192.0.2.2,1,2,Europe/Berlin,DE,BE,,,2026-03-02 10:01:00,1002,aa02,
c@example.org,Carla,Probe,2,,,2026-03-03 10:00:00,192.0.2.3,1,2,Europe/Berlin,DE,BE,,,2026-03-03 10:00:00,1003,aa03,
""",
        (("Signed up", "Confirmed", "Unsubscribed"), ("Signed up", "Confirmed"), ("Confirmed",)),
        (("Signed up", 2), ("Confirmed", 2), ("Unsubscribed", 1)),
    ),
    Sample(
        "brevo_logs",
        """st_text,ts,sub,frm,email,tag,mid,link
Clicked,21-01-2026 12:00:10,News,shop@example.org,a@example.org,NA,<1@example.org>,https://example.org/x
First opening,21-01-2026 12:00:00,News,shop@example.org,a@example.org,NA,<1@example.org>,NA
Delivered,21-01-2026 10:22:06,News,shop@example.org,b@example.org,NA,<2@example.org>,NA
Delivered,21-01-2026 10:22:05,News,shop@example.org,a@example.org,NA,<1@example.org>,NA
""",
        (("Delivered", "First opening", "Clicked"), ("Delivered",)),
        (("Delivered", 2), ("First opening", 1), ("Clicked", 1)),
    ),
    Sample(
        "zendesk_tickets",
        """Id,Requester,Requester id,Requester email,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Due date,Initially assigned at,Solved at,Resolution time,Reopens,Replies
4711,Anna Beispiel,81,a@example.org,Anna Beispiel,Olga Muster,Support,Invoice,x,Solved,Normal,Mail,Question,2026-03-01 10:00:00,2026-03-05 10:00:00,2026-03-02 10:00:00,,,2026-03-01 12:00:00,2026-03-04 10:00:00,72,0,2
4712,Bernd Probe,82,b@example.org,Bernd Probe,Olga Muster,Support,Delivery,x,Open,Normal,Web,Question,2026-03-02 10:00:00,2026-03-02 12:00:00,2026-03-02 12:00:00,,,2026-03-02 12:00:00,,,0,1
4713,Carla Test,83,c@example.org,Carla Test,,Support,Return,x,New,Normal,Web,Question,2026-03-03 10:00:00,2026-03-03 10:00:00,,,,,,,0,0
""",
        (("Created", "Assigned", "Solved"), ("Created", "Assigned"), ("Created",)),
        (("Created", 3), ("Assigned", 2), ("Solved", 1)),
    ),
    Sample(
        "zendesk_updates",
        """Update - Timestamp,Ticket ID,Updater name,Changes - Field name,Changes - Previous value,Changes - New value
2026-03-01 10:00:00,4711,Anna Beispiel,status,,new
2026-03-01 11:00:00,4711,Olga Muster,priority,normal,high
2026-03-01 12:00:00,4711,Olga Muster,status,new,open
2026-03-03 12:00:00,4711,Olga Muster,status,open,solved
2026-03-02 10:00:00,4712,Bernd Probe,status,,new
""",
        (("new", "open", "solved"), ("new",)),
        (("new", 2), ("open", 1), ("solved", 1)),
    ),
    Sample(
        "posthog",
        """uuid,event,properties,timestamp,distinct_id,$session_id,person_id
0197-a,$pageview,{},2026-03-01T10:00:00.000Z,anon-1,s1,p1
0197-b,signed up,{},2026-03-01T10:05:00.000Z,anna,s1,p1
0197-c,$pageview,{},2026-03-02T10:00:00.000Z,anon-2,s2,p2
""",
        (("$pageview", "signed up"), ("$pageview",)),
        (("$pageview", 2), ("signed up", 1)),
    ),
    Sample(
        "mixpanel",
        """event,time,distinct_id,$insert_id,$os,mp_lib,utm_source
Visit,1772359200,u1,i1,iOS,web,news
Sign Up,1772359300,u1,i2,iOS,web,news
Visit,1772359400,u2,i3,iOS,web,
""",
        (("Visit", "Sign Up"), ("Visit",)),
        (("Visit", 2), ("Sign Up", 1)),
    ),
    Sample(
        "jira_issues",
        """Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Resolution,Assignee,Reporter,Created,Updated,Last Viewed,Resolved,Due date,Labels,Labels
Fix payment,PAY-1,10001,Story,Done,PAY,High,Done,Olga Muster,Anna Probe,14/Jul/25 3:42 PM,16/Jul/25 9:00 AM,17/Jul/25 9:00 AM,15/Jul/25 9:00 AM,,a,b
Checkout,PAY-2,10002,Story,In Review,PAY,High,,Olga Muster,Anna Probe,14/Jul/25 10:00 AM,16/Jul/25 9:00 AM,17/Jul/25 9:00 AM,,20/Aug/25 12:00 AM,a,
""",
        (("Created", "Resolved"), ("Created",)),
        (("Created", 2), ("Resolved", 1)),
    ),
    Sample(
        "jira_history",
        """issueKey,created,author,field,fieldtype,from,fromString,to,toString
PAY-1,2026-03-01T10:00:00.000+0100,Olga Muster,status,jira,1,To Do,3,In Progress
PAY-1,2026-03-02T10:00:00.000+0100,Olga Muster,assignee,jira,,,olga,Olga Muster
PAY-1,2026-03-03T10:00:00.000+0100,Olga Muster,status,jira,3,In Progress,9,Done
PAY-2,2026-03-01T11:00:00.000+0100,Olga Muster,status,jira,1,To Do,3,In Progress
""",
        (("In Progress", "Done"), ("In Progress",)),
        (("In Progress", 2), ("Done", 1)),
    ),
    Sample(
        "shopware_states",
        """id,state_machine_id,entity_name,from_state_id,to_state_id,action_name,user_id,created_at,referenced_id
1,5f,order,a1,a2,process,u1,2026-03-01 10:00:00.000,0a
2,6f,order_transaction,b1,b2,paid,u1,2026-03-01 10:00:01.000,0c
3,5f,order,a2,a3,complete,u1,2026-03-04 10:00:00.000,0a
4,5f,order,a1,a2,process,u1,2026-03-02 10:00:00.000,0b
""",
        (("process", "complete"), ("process",)),
        (("process", 2), ("complete", 1)),
    ),
    Sample(
        "celonis",
        """_CASE_KEY,ACTIVITY_EN,EVENTTIME,_SORTING,USER_NAME
100,Send Invoice,2026-03-01 00:00:00,20,MUSTER
100,Create Order,2026-03-01 00:00:00,10,MUSTER
200,Create Order,2026-03-02 00:00:00,10,MUSTER
""",
        (("Create Order", "Send Invoice"), ("Create Order",)),
        (("Create Order", 2), ("Send Invoice", 1)),
    ),
)


def _looked(folder: Path, text: str) -> tuple[Path, Preview]:
    path = written(folder, text)
    return path, preview(path)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.export)
def test_a_tool_s_export_is_recognised_and_gives_its_steps_and_funnel(tmp_path: Path, sample: Sample) -> None:
    path, looked = _looked(tmp_path, sample.text)
    assert looked.export == sample.export
    for language in Language:
        assert looked.export_words(language)
    log = read(path).log
    assert sorted([event[1] for event in case] for case in cases(log)) == sorted(map(list, sample.steps))
    names = {step: step for step, _ in sample.funnel}
    stages = log_funnel(phased(log, tuple(names), names), names, FunnelQuery()).stages
    assert tuple((stage.phase_id, stage.count) for stage in stages) == sample.funnel


def test_an_id_that_half_of_the_rows_lack_is_not_the_case_whatever_the_tool(tmp_path: Path) -> None:
    rows = [f"u{n},view,2026-03-01T10:00:{n:02}Z,d{n // 2},{'p1' if n % 2 else ''}" for n in range(8)]
    _, looked = _looked(tmp_path, "\n".join(("uuid,event,timestamp,distinct_id,person_id", *rows)))
    assert (looked.export, looked.roles["case"]) == ("posthog", "distinct_id")


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (
            "st_text,ts,email,mid,step",
            [f"mensch{n}@example.org,2026-03-{n + 1:02} 10:00,K{n % 3},m{n},{'ab'[n // 3]}" for n in range(6)],
        ),
        (
            "_CASE_KEY,ACTIVITY_EN,EVENTTIME,when",
            [f"K{n % 3},{'ab'[n // 3]},n.a. {n},2026-03-{n + 1:02} 10:00" for n in range(6)],
        ),
    ],
    ids=["people", "no times"],
)
def test_a_header_does_not_make_people_happen_nor_words_times(tmp_path: Path, header: str, rows: list[str]) -> None:
    path, looked = _looked(tmp_path, "\n".join((header, *rows)))
    assert looked.export == ""
    assert [[event[1] for event in case] for case in cases(read(path).log)] == [["a", "b"]] * 3


def test_rows_are_chosen_by_a_column_only_where_it_chooses_some(tmp_path: Path) -> None:
    rows = [f"K{n % 3},workflow,{'ab'[n // 3]},{'bc'[n // 3]},2026-03-{n + 1:02} 10:00" for n in range(6)]
    path, looked = _looked(tmp_path, "\n".join(("Issue key,Field,From,To,Changed at", *rows)))
    assert looked.export == "jira_history"
    assert [[event[1] for event in case] for case in cases(read(path).log)] == [["b", "c"]] * 3
