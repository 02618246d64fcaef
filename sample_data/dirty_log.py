"""An export with every fault that people's files have, written out by hand, all invented.

The faults stand between twelve good lines of four customers, so that what is skipped can be counted by hand.
"""

GOOD = """\
K-101;03.03.2026 08:15;Prospekt bestellt;Website;;0,35;Neukunden
K-102;03.03.2026 09:40;Prospekt bestellt;Telefon;;1,20;Neukunden
K-103;04.03.2026 17:05;Prospekt bestellt;Website;;0,35;Bestandskunden
K-104;05.03.2026 10:00;Prospekt bestellt;Messe;;4,80;Neukunden
K-101;06.03.2026 11:30;Beratungsgespräch;Telefon;;12,00;Neukunden
K-103;07.03.2026 09:10;Beratungsgespräch;Filiale;;9,50;Bestandskunden
K-102;09.03.2026 14:45;Beratungsgespräch;Filiale;;9,50;Neukunden
K-101;16.03.2026 16:20;Angebot erhalten;E-Mail;;0,10;Neukunden
K-103;17.03.2026 08:55;Angebot erhalten;E-Mail;;0,10;Bestandskunden
K-102;18.03.2026 12:00;Angebot erhalten;Post;;1,60;Neukunden
K-101;02.04.2026 10:05;Auftrag erteilt;Filiale;1.249,90;;Neukunden
K-103;07.04.2026 18:30;Auftrag erteilt;Website;389,00;;Bestandskunden
""".splitlines()

BEFORE = ("Auftragsbericht Möbelhaus Beispiel (erfunden)", "Erstellt am 30.04.2026 um 07:00 Uhr;;;;;;", "")
HEADER = "Kunden-Nr.;Datum;Aktion;Kanal;Umsatz;Kosten;Kundengruppe"

NO_CASE = (";10.03.2026 10:00;Beratungsgespräch;Filiale;;9,50;", "   ;11.03.2026 10:00;Angebot erhalten;Post;;1,60;")
NO_TIME = ("K-104;;Beratungsgespräch;Filiale;;9,50;Neukunden",)
UNREADABLE_TIMES = (
    "K-104;gestern;Beratungsgespräch;Filiale;;9,50;Neukunden",
    "K-104;########;Angebot erhalten;E-Mail;;0,10;Neukunden",
)
IMPOSSIBLE_DATES = (
    "K-104;31.02.2026 09:00;Angebot erhalten;E-Mail;;0,10;Neukunden",
    "K-104;00.03.2026 09:00;Angebot erhalten;E-Mail;;0,10;Neukunden",
    "K-102;31.04.2026 12:00;Auftrag erteilt;Filiale;810,00;;Neukunden",
)
NO_ACTIVITY = ("K-104;12.03.2026 15:00;;Filiale;;9,50;Neukunden",)
RAGGED = ("K-104;13.03.2026 15:00", "K-104;14.03.2026 15:00;Angebot erhalten;E-Mail;;0,10;Neukunden;Tel.; 0123")
QUOTED = (
    'K-102;19.03.2026 09:30;"Rückfrage; ""Lieferzeit?""";Telefon;;2,40;Neukunden',
    'K-103;20.03.2026 09:30;"Rückfrage\nzur Farbe";E-Mail;;0,10;Bestandskunden',
    'K-101;2026-03-21 09:30;Tisch 60" angesehen;Filiale;;0,00;Neukunden',
)
TWICE = (GOOD[4], GOOD[4])
SUM = "Summe;;;;1.638,90;42,90;"


def dirty_log() -> str:
    """The whole export: title lines, header, good and bad lines, the header again, blank lines, a sum."""
    lines = [*BEFORE, HEADER, *GOOD[:4], *NO_CASE, "", *GOOD[4:6], *NO_TIME, *UNREADABLE_TIMES, *TWICE]
    lines += ["", HEADER, *GOOD[6:9], *IMPOSSIBLE_DATES, *NO_ACTIVITY, *RAGGED, *QUOTED, "", *GOOD[9:], SUM, "", ""]
    return "\r\n".join(lines)
