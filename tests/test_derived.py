"""Setting and medium follow from channel and title, stay unknown where nothing says them, and yield to a person's choice."""

import tomllib
from pathlib import Path

import pytest

from journey import derived as module
from journey.catalogue import catalogue
from journey.derived import Origin, derived, digital_part, known, media_of, online_part, setting_of, words_of
from journey.model import Channel, Language, Media, Setting
from tests.builders import a_touchpoint

ON, OFF, SCREEN, SITE, NONE = "online digital", "offline classic", "offline digital", "offline -", "- -"
"""What a line of the table expects: setting and medium, "-" = unknown."""

TABLE = f"""
# a doctor's practice
other | Praxisschild | {OFF}
other | Schild an der Haustür | {OFF}
other | Terminkarte | {OFF}
other | Telefonat mit der Praxis | {OFF}
other | Telefonische Terminvergabe | {OFF}
other | Rückruf der Praxis | {OFF}
other | Anruf in der Sprechstunde | {OFF}
other | Empfang | {OFF}
other | Empfangstresen | {OFF}
other | Wartezimmerplakat | {OFF}
other | Bildschirm im Wartezimmer | {SCREEN}
other | Google-Suche | {ON}
other | Jameda-Profil | {ON}
other | Online-Terminbuchung | {ON}
other | Onlinetermin | {ON}
other | Videosprechstunde | {ON}
other | Praxiswebsite | {ON}
other | Erinnerung per SMS | {ON}
other | Erinnerungsmail | {ON}
other | Arztbrief | {OFF}
other | Radiologie-Überweisung | {NONE}
other | Behandlung | {NONE}
other | Empfangsbestätigung | {NONE}
other | Terminvergabe | {NONE}
phone | Praxisschild | {OFF}
phone | Terminvergabe | {OFF}
service | Beratung | {NONE}
service | Servicetelefon | {OFF}
service | Live-Chat mit der Praxis | {ON}
other | Appointment card | {OFF}
other | Door sign | {OFF}
other | Front desk | {OFF}
other | Waiting room poster | {OFF}
other | Text message reminder | {ON}
other | Appointment | {NONE}
other | Brass plate at the entrance | {OFF}
other | Practice sign | {OFF}
other | Sprechzimmer | {OFF}
# shops
other | Versandapotheke | {NONE}
other | Apotheke | {OFF}
other | Bestellung per Fax | {OFF}
other | Kundenkonto | {ON}
other | Ladengeschäft in der Altstadt | {OFF}
other | Bäckerladen | {OFF}
other | Schaufenster | {OFF}
other | Webshop | {ON}
other | Onlineshop | {ON}
other | Shop | {NONE}
other | Rechnung herunterladen | {NONE}
other | Freunde einladen | {NONE}
other | Newsletter | {ON}
other | Gedruckter Newsletter | {OFF}
other | Newsletter-Anmeldung im Laden | {SITE}
other | Newsletter und Plakat | {NONE}
other | Postkarte nach dem Kauf | {OFF}
other | Post | {NONE}
other | Brottüte mit Rezept | {OFF}
other | Steckbrief der Verkäuferin | {NONE}
other | Product review meeting | {NONE}
other | Shop window | {OFF}
other | App store | {ON}
other | Web shop checkout | {ON}
other | Flyer in the letterbox | {OFF}
other | Word from a friend | {NONE}
store | Newsletter-Anmeldung | {SCREEN}
store | Beratung | {OFF}
store | Digital signage | {SCREEN}
packaging | Dankeskarte | {OFF}
# business to business and trade
other | Messe | {OFF}
other | Fachmesse in Köln | {OFF}
other | Gespräch am Messestand | {OFF}
other | Online-Messe | {ON}
other | Messenger-Nachricht | {ON}
other | LinkedIn-Beitrag | {ON}
other | Demo-Webinar | {ON}
other | Erstgespräch | {NONE}
other | Erstgespräch vor Ort | {SITE}
other | Briefing | {NONE}
other | Projekt-Brief | {NONE}
other | Angebot per Brief | {OFF}
other | Angebot | {NONE}
other | Baumarkt | {OFF}
other | Werksbesichtigung | {SITE}
event | Hausmesse | {OFF}
event | Virtuelle Messe | {ON}
event | Kongress | {OFF}
talk | Beratung | {OFF}
talk | Videogespräch | {ON}
talk | Beratung per Zoom | {ON}
other | Trade fair stand visit | {OFF}
other | Phone call from sales | {OFF}
other | Sales call | {NONE}
other | Video call with an expert | {ON}
other | E-mail with the offer | {ON}
other | Offer by post | {OFF}
other | Project brief | {NONE}
other | Whitepaper download | {ON}
# a restaurant
other | Speisekarte | {NONE}
other | Speisekarte an der Tür | {SITE}
other | Tischaufsteller | {OFF}
other | Kellner bringt die Karte | {OFF}
other | Bewertungsportal | {ON}
other | Tripadvisor-Eintrag | {ON}
other | Lieferando-Bestellung | {ON}
other | Instagram-Story | {ON}
other | Parkplatzsuche | {OFF}
other | Tischreservierung | {NONE}
other | Reservierung am Telefon | {OFF}
other | Radiospot | {OFF}
other | Review site | {ON}
other | Sign-up | {NONE}
other | Menu board | {OFF}
other | Order by mail | {NONE}
other | Mundpropaganda | {OFF}
other | Table reservation | {NONE}
other | Waiter brings the menu | {OFF}
other | Ordering kiosk | {SCREEN}
# channels alone
website | | {ON}
search | Suche | {ON}
social_media | Empfehlung | {ON}
email | Freigabe | {ON}
poster | Digitales Brett | {OFF}
radio_tv | Spot | {OFF}
print | Newsletter | {OFF}
word_of_mouth | Nachbarin schwärmt | {OFF}
word_of_mouth | Empfehlung per WhatsApp | {ON}
video | Werbespot im Kino | {OFF}
other | | {NONE}
other | Suche | {ON}
"""

ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.splitlines() if "|" in line]


@pytest.mark.parametrize(("channel", "title", "expected"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS])
def test_channel_and_title_say_setting_and_medium(channel: str, title: str, expected: str) -> None:
    found = derived(Channel(channel), title)
    assert f"{found.setting or '-'} {found.media or '-'}" == expected


def test_the_table_is_long_enough_and_has_every_answer_in_it() -> None:
    assert len(ROWS) >= 60
    assert {row[2] for row in ROWS} == {ON, OFF, SCREEN, SITE, NONE}


@pytest.mark.parametrize("title", ["PRAXISSCHILD", "praxis-schild", "Praxis_Schild", "Praxisschild!", " Praxisschild "])
def test_case_hyphens_and_marks_do_not_matter(title: str) -> None:
    assert derived(Channel.OTHER, title).setting is Setting.OFFLINE


def test_umlauts_may_be_spelt_out_or_decomposed() -> None:
    for title in ("Türschild Broschüre", "Tuerschild Broschuere", "Tu\u0308rschild Broschu\u0308re"):
        assert derived(Channel.OTHER, title).media is Media.CLASSIC


def test_a_choice_stands_whatever_channel_and_title_say() -> None:
    card = a_touchpoint("Praxisschild", setting="online")
    assert setting_of(card) is Setting.ONLINE
    assert media_of(card) is Media.CLASSIC
    assert (known(card).setting_from, known(card).media_from) == (Origin.CHOSEN, Origin.TITLE)


def test_a_new_channel_is_followed_at_once() -> None:
    card = a_touchpoint("Terminvergabe", channel="website")
    assert setting_of(card) is Setting.ONLINE
    assert setting_of(card.model_copy(update={"channel": Channel.PHONE})) is Setting.OFFLINE


def test_the_words_say_where_a_value_comes_from() -> None:
    words = [
        words_of(card, field, language)
        for card in (a_touchpoint("X", channel="phone"), a_touchpoint("Poster", media="digital"), a_touchpoint("X"))
        for field in ("setting", "media")
        for language in (Language.EN,)
    ]
    assert words == [
        "Offline (from channel)", "Classic (from channel)", "Offline (from title)", "Digital", "Unknown", "Unknown",
    ]  # fmt: skip
    assert words_of(a_touchpoint("Schild"), "setting", Language.DE) == "Offline (aus Titel)"


def test_shares_are_of_the_known_ones() -> None:
    cards = [a_touchpoint("Website"), a_touchpoint("Plakat"), a_touchpoint("Telefonat"), a_touchpoint("Angebot")]
    assert (online_part(cards).count, online_part(cards).known, online_part(cards).unknown) == (1, 3, 1)
    assert online_part(cards).share == pytest.approx(1 / 3)
    assert digital_part(cards).count == 1
    assert online_part([a_touchpoint("Angebot")]).share is None


def test_catalogue_titles_say_the_same_in_both_languages() -> None:
    english = {entry.id: entry for entry in catalogue(Language.EN)}
    for entry in catalogue(Language.DE):
        german, other = (derived(each.channel, each.title) for each in (entry, english[entry.id]))
        assert (german.setting, german.media) == (other.setting, other.media), entry.title


def test_the_lists_name_every_channel_and_no_word_twice_with_two_meanings() -> None:
    data = tomllib.loads((Path(module.__file__).parent / "words.toml").read_text("utf-8"))
    assert set(data["channels"]) == set(Channel)
    meanings: dict[str, set[str]] = {}
    for group in data["words"]:
        assert set(group) <= {"name", "channel", "says", "sure", "de", "en"}
        assert group.get("channel", "other") in set(Channel)
        assert set(group["says"]) <= {"setting", "media"}
        for word in (*group["de"], *group["en"]):
            assert word == word.casefold().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})), word
            assert "-" not in word, f"hyphens divide words: {word}"
            meanings.setdefault(word, set()).add(str((group["says"], group.get("sure"))))
    assert not {word: found for word, found in meanings.items() if len(found) > 1}
