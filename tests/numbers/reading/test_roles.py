"""Which column is case, time and activity: headers as tools and offices write them, over rows that say what they are."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from journey.numbers.reading import Preview, UnreadableLog, plan_of, preview
from tests.numbers.reading.files import a_csv, written

_STEPS = ("Besuch", "Angebot", "Auftrag")
_CASES = (3, 1, 2, 1, 3, 2, 1, 1, 3, 2)
_STAFF = ("Anna Schmidt", "Bernd Müller", "Carla Weber", "Dirk Lang")


def _cell(kind: str, case: int, step: int, number: int) -> str:
    """A cell of a column of this kind, in the row of a case's step.

    c: the case, A: an address that is the case, t: when it happened, d: a day for it, h: its clock, a: what happened, o: what
    was before, w: when the case began, u: another id in every row, #: the row's number, p: somebody of the staff, s: a
    session, n: an amount, k: the same everywhere, e: a case's id that only half of the rows have, m: an address, x: a group of
    the case, f: yes or no, i: a later day, r: a url with an id in it."""
    day, hour = f"2026-02-{case % 20 + step + 1:02}", f"{9 + step:02}:{case % 60:02}"
    cells = {
        "c": f"K{case:03}",
        "A": f"kundin{case}@example.org",
        "t": f"{day} {hour}",
        "d": day,
        "h": hour,
        "a": _STEPS[step],
        "o": ("", *_STEPS)[step],
        "w": f"2026-01-{case % 20 + 1:02} 08:00",
        "u": f"e{number:05}",
        "#": str(number),
        "p": _STAFF[number % 4],
        "s": f"s{case * 2 + step // 2}",
        "n": f"{number * 7 % 90 + 0.5:.2f}",
        "k": "EUR",
        "e": f"U{case}" if number % 2 else "",
        "m": f"mensch{number % 5}@example.org",
        "x": ("neu", "treu")[case % 2],
        "f": ("ja", "nein")[number % 2],
        "i": f"2026-04-{case % 20 + 1:02}",
        "r": f"https://example.org/p/{number}",
    }
    return cells[kind]


def _rows(kinds: str) -> list[list[str]]:
    events = [(case, step) for case, steps in enumerate(_CASES * 2) for step in range(steps)]
    return [[_cell(kind, *event, number) for kind in kinds] for number, event in enumerate(events, 1)]


def _looked(folder: Path, header: Sequence[str], kinds: str) -> Preview:
    return preview(written(folder, a_csv(header, *_rows(kinds), delimiter=";")))


HEADERS = (
    ("case:concept:name;concept:name;time:timestamp;org:resource;lifecycle:transition", "catpk"),
    ("case_id;activity;timestamp;resource;cost", "catpn"),
    (".order;handling;patient;employee;handling_id;registration_type;time", "#acpukt"),
    ("_CASE_KEY;ACTIVITY_EN;EVENTTIME;_SORTING;USER_NAME", "cat#p"),
    ("user_pseudo_id;event_name;event_date;ga_session_id;device", "cadsx"),
    ("$insert_id;amplitude_id;device_id;user_id;event_type;event_time", "ucceat"),
    ("event;distinct_id;time;$browser;mp_lib", "actxk"),
    ("uuid;event;distinct_id;timestamp;properties.$current_url", "uactr"),
    ("anonymousId;userId;event;originalTimestamp;messageId", "ceatu"),
    ("visitorId;actionType;serverTimePretty;url;visitCount", "catr#"),
    ("id;Type;Amount;Currency;Created (UTC);Available On (UTC);Customer Email", "uanktiA"),
    ("Transaction ID;Date;Time;Type;Gross;Currency;From Email Address", "udhankA"),
    ("Issue key;Field;From;To;Changed at;Author", "ckoatp"),
    ("Ticket ID;Status;Updated at;Assignee;Priority", "catpx"),
    ("Ticket-ID;Angelegt am;Geändert am;Geändert von;Status alt;Status neu", "cwtpoa"),
    ("Lead-ID;Quelle;Statuswechsel am;Bisheriger Status;Neuer Status", "cxtoa"),
    ("Opportunity ID;From Stage;To Stage;Last Modified;Amount", "coatn"),
    ("Opportunity Name;Edit Date;Old Value;New Value;Edited By", "ctoap"),
    ("Kundennummer;Zeitpunkt;Ereignis;Kanal;Umsatz", "ctaxn"),
    ("Datum;Uhrzeit;Kundennummer;Ereignis", "dhca"),
    ("Datum;Uhrzeit;Kundenkarte;Vorgang", "dhca"),
    ("Bon-Nr.;Kundenkarte;Datum;Uhrzeit;Vorgangsart;Betrag", "ucdhan"),
    ("Vorgangsnummer;Bearbeiter;Bearbeitungsschritt;Zeitstempel", "cpat"),
    ("Aktenzeichen;Sachbearbeitung;Verfahrensschritt;Datum;Frist", "cpadi"),
    ("Antragsnummer;Eingangsdatum;Status;Statusdatum;Dienststelle", "cwatx"),
    ("lfd. Nr.;Fall-Nr.;Datum;Schritt;Betrag (EUR)", "#cdan"),
    ("Patienten-ID;Maßnahme;Beginn;Arzt", "catp"),
    ("Fahrgestellnummer;Station;Zeit;Werker", "catp"),
    ("Belegnummer;Debitor;Buchungsdatum;Belegart;Betrag", "ucdan"),
    ("Mitgliedsnummer;Aktion;Datum;Filiale", "cadx"),
    ("E-Mail;Ereignis;Zeitpunkt;Kampagne", "Aatx"),
    ("Email;Event;Timestamp;Subject", "Aatk"),
    ("contact_id;activity_type;activity_date;owner;notes", "catpr"),
    ("deal_id;old_stage;new_stage;changed_at;changed_by", "coatp"),
    ("order_id;customer_id;status;status_date;total", "ucatn"),
    ("session_id;user_id;page;viewed_at", "scat"),
    ("log_id;account;operation;occurred_at;ip_address;success", "ucatmf"),
    ("Row ID;Customer;Step;When;Amount", "ucatn"),
    ("Nr.;Name;Aktion;Datum;Geändert von", "#catp"),
    ("subscriber;created_at;event_at;event", "cwta"),
    ("p;q;r;s", "cuta"),
    ("Spalte A;Spalte B;Spalte C;Spalte D", "tcap"),
)


def _is_right(looked: Preview, header: str, kinds: str) -> bool:
    names = header.split(";")
    found = {role: names.index(name) for role, name in looked.roles.items() if name in names}
    case, time, activity = (found.get(role, -1) for role in ("case", "time", "activity"))
    return (
        case >= 0
        and kinds[case] in "cA"
        and kinds[time] in "td"
        and kinds[activity] == "a"
        and min(time, activity) >= 0
    )


def test_at_least_nine_tenths_of_forty_headers_are_read_right_and_people_never_happen(tmp_path: Path) -> None:
    wrong = []
    for header, kinds in HEADERS:
        looked = _looked(tmp_path, header.split(";"), kinds)
        if not _is_right(looked, header, kinds):
            wrong.append((header, dict(looked.roles)))
        activity = looked.roles.get("activity")
        assert activity is None or kinds[header.split(";").index(activity)] not in "pmA", header
    assert len(HEADERS) >= 40
    assert len(wrong) <= 4, wrong


@pytest.mark.parametrize("header", ["user_id;device_id;event_name;event_time", "Benutzer-ID;Geräte-ID;Ereignis;Zeit"])
def test_a_half_empty_id_loses_to_a_full_one(tmp_path: Path, header: str) -> None:
    names = header.split(";")
    assert _looked(tmp_path, names, "ecat").roles["case"] == names[1]


def test_a_time_that_is_the_same_in_all_rows_of_a_case_is_no_event_s(tmp_path: Path) -> None:
    assert _looked(tmp_path, ("Kunde", "Datum", "Bearbeitet", "Ereignis"), "cwta").roles["time"] == "Bearbeitet"


def test_the_new_value_happened_and_not_the_old_one(tmp_path: Path) -> None:
    for old, new in (
        ("Status alt", "Status neu"),
        ("previous_status", "status"),
        ("von Status", "nach Status"),
        ("from", "to"),
    ):
        looked = _looked(tmp_path, ("Ticket", "Geändert am", old, new), "ctoa")
        assert looked.roles["activity"] == new


def test_a_column_about_people_is_refused_as_an_activity_and_nothing_of_it_is_said(tmp_path: Path) -> None:
    looked = _looked(tmp_path, ("Kunde", "Datum", "Aktion", "E-Mail"), "ctam")
    with pytest.raises(UnreadableLog) as caught:
        plan_of(looked, {"case": "Kunde", "time": "Datum", "activity": "E-Mail"})
    assert caught.value.key == "people"
    assert "@" not in "".join(caught.value.values.values())


def test_of_several_objects_only_one_that_is_filled_is_the_case(tmp_path: Path) -> None:
    rows = [(f"e{n}", f"2026-01-{n:02}", ("a", "b")[n % 2], f"['o{n // 2}']", "[]") for n in range(1, 20)]
    header = ("ocel:eid", "ocel:timestamp", "ocel:activity", "ocel:type:order", "ocel:type:item")
    looked = preview(written(tmp_path, a_csv(header, *rows, delimiter=";")))
    assert looked.roles["case"] == "ocel:type:order"


@pytest.mark.parametrize(
    ("header", "kinds"),
    [
        ("Datum;E-Mail;Bearbeiter;Vorgang", "dApa"),
        ("Nr.;Kunde;Datum;Aktion", "1Nda"),
        ("Schritt-Nr.;Kunde;Datum;Aktion", "1Nda"),
        ("client_id;session_id;event_name;event_time", "gsat"),
        ("ja/nein;Kunde;Datum;Aktion", "fcda"),
        ("Double opt-in;Kontakt;Datum;Aktion", "2cda"),
        ("direction;phone;timestamp;event", "iPta"),
    ],
)
def test_words_flags_and_small_numbers_are_no_case(tmp_path: Path, header: str, kinds: str) -> None:
    """1: a number that begins anew in each case, N: a company, g: a client of Google Analytics, 2: a grade of the
    case, i: one of two words, P: a telephone number."""
    names = header.split(";")
    events = [(case, step) for case in range(9) for step in range(3)]
    odd: dict[str, Callable[[int, int], str]] = {
        "1": lambda _, step: str(step + 1),
        "2": lambda case, _: str(1 + case % 2),
        "i": lambda _, step: ("in", "out")[step % 2],
        "P": lambda case, _: f"+49 151 {case}111",
        "N": lambda case, _: f"{'ABCDEFGHI'[case]} GmbH",
        "g": lambda case, _: f"18{case}4567890.176722{case}600",
    }
    rows = [
        [odd[kind](*event) if kind in odd else _cell(kind, *event, number) for kind in kinds]
        for number, event in enumerate(events)
    ]
    looked = preview(written(tmp_path, a_csv(names, *rows, delimiter=";")))
    case = next(place for place, kind in enumerate(kinds) if kind in "ANgcP")
    assert (looked.roles["case"], looked.roles["activity"]) == (names[case], names[kinds.index("a")])


def test_first_names_alone_are_people(tmp_path: Path) -> None:
    rows = [(f"K{n // 3}", f"2026-01-{n + 1:02}", ("Anna", "Bernd", "Clara")[n % 3]) for n in range(9)]
    looked = preview(written(tmp_path, a_csv(("Kundennummer", "Datum", "Bezeichnung"), *rows)))
    assert looked.columns[2].people
    assert "activity" not in looked.roles


@pytest.mark.parametrize("name", ["Stage Name", "event_name", "Page Name", "Ereignisname", "Schritt-Name"])
def test_what_is_called_the_name_of_a_step_is_no_person(tmp_path: Path, name: str) -> None:
    steps = ("New Lead", "Demo Held", "Proposal Sent", "Closed Won")
    rows = [(f"D{case}", steps[at], f"2026-03-{case + at:02}") for case in range(1, 6) for at in range(4)]
    look = preview(written(tmp_path, a_csv(("Deal ID", name, "Entered at"), *rows)))
    assert look.roles["activity"] == name


@pytest.mark.parametrize("name", ["Name", "User name", "Client Name", "Erstellt von"])
def test_what_may_be_the_name_of_a_person_stays_one(tmp_path: Path, name: str) -> None:
    people = ("Zoltan Kereny", "Ilka Moravec", "Oke Petersen", "Bao Nguyen")
    rows = [(f"D{case}", people[at], f"2026-03-{case + at:02}") for case in range(1, 6) for at in range(4)]
    look = preview(written(tmp_path, a_csv(("Deal ID", name, "Entered at"), *rows)))
    assert "activity" not in look.roles


def test_a_form_s_question_is_no_customer_unless_it_asks_for_one(tmp_path: Path) -> None:
    rows = ("01.02.2026;Abt;Google;05.02.2026", "02.02.2026;Bär;Freunde;06.02.2026", "03.02.2026;Cohn;Google;")
    head = "Zeitstempel;Name;Wie sind Sie auf uns aufmerksam geworden?;Datum Erstgespräch"
    looked = preview(written(tmp_path, "\n".join((head, *rows, ""))))
    assert looked.roles["case"] == "Name"
    assert [column for column, _ in looked.milestones] == ["Zeitstempel", "Datum Erstgespräch"]
    asked = ("01.02.2026;a@x.org;Beratung", "02.02.2026;b@x.org;Beratung", "03.02.2026;a@x.org;Kauf")
    path = written(tmp_path, "\n".join(("Zeitstempel;Ihre E-Mail-Adresse?;Ereignis", *asked, "")))
    assert preview(path).roles["case"] == "Ihre E-Mail-Adresse?"
