"""The address that phones go to: proposed, corrected, and whether anybody answers there."""

from datetime import UTC, datetime

import pytest
import segno
import streamlit as st
from streamlit import config

from journey.live import LiveRoom
from ui.cards.live.join_address import door, proposed, read_base
from ui.cards.live.qr import qr

ROOM = LiveRoom(id="room", workshop="workshop", code="ABCD2345", opened_at=datetime.now(UTC))


@pytest.mark.parametrize(
    ("shown_at", "machine", "base"),
    [
        ("http://localhost:8501/live-room?x=1", "192.168.1.20", "http://192.168.1.20:8501"),
        ("http://127.0.0.1:8501/", "192.168.1.20", "http://192.168.1.20:8501"),
        ("http://localhost:8501/", "", "http://localhost:8501"),
        ("https://workshop.example/live-room", "192.168.1.20", "https://workshop.example"),
        ("http://[::1]:8501/", "192.168.1.20", "http://192.168.1.20:8501"),
        ("http://[fd00::7]:8501/", "192.168.1.20", "http://[fd00::7]:8501"),
        ("", "192.168.1.20", "http://192.168.1.20:8501"),
    ],
)
def test_the_machine_s_address_stands_in_for_names_that_it_alone_understands(
    shown_at: str, machine: str, base: str
) -> None:
    assert proposed(shown_at, machine) == base


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("workshop.example", "http://workshop.example"),
        (" https://workshop.example:8443/live-room?a=b ", "https://workshop.example:8443"),
        ("192.168.1.20:8501", "http://192.168.1.20:8501"),
        ("http://[fd00::7]:8501", "http://[fd00::7]:8501"),
        ("", ""),
        ("ftp://workshop.example", None),
        ("javascript://alert(1)", None),
        ("http://", None),
        ("http://<b>", None),
        ("http://somebody@workshop.example", None),
        ("http://workshop.example:99999", None),
    ],
)
def test_an_address_is_read_as_people_type_it_and_nothing_else_is_one(typed: str, base: str | None) -> None:
    assert read_base(typed) == base


@pytest.mark.parametrize(
    ("listens", "allowed", "answers"),
    [
        ("127.0.0.1", ["192.168.1.20"], False),
        ("192.168.1.20", ["127.0.0.1", "localhost"], False),
        ("192.168.1.20", ["192.168.1.20"], True),
        ("0.0.0.0", [], True),
        ("", ["*"], True),
    ],
)
def test_the_app_answers_phones_where_it_listens_and_allows_the_name(
    monkeypatch: pytest.MonkeyPatch, listens: str, allowed: list[str], answers: bool
) -> None:
    settings = {"server.address": listens, "server.allowedHosts": allowed, "server.baseUrlPath": ""}
    monkeypatch.setattr(st, "get_option", settings.__getitem__)
    room = ROOM.model_copy(update={"address": "http://192.168.1.20:8501"})
    assert door(room).answers is answers
    assert door(room).to(room) == "http://192.168.1.20:8501/join/ABCD2345"


def test_below_a_path_the_way_in_is_below_it_too() -> None:
    before = config.get_option("server.baseUrlPath")
    config.set_option("server.baseUrlPath", "/firm/app/")
    try:
        room = ROOM.model_copy(update={"address": "https://workshop.example"})
        assert door(room).to(room) == "https://workshop.example/firm/app/join/ABCD2345"
        assert door(room).short == "workshop.example/firm/app/join"
    finally:
        config.set_option("server.baseUrlPath", before)


def test_the_picture_is_a_qr_code_that_common_readers_know() -> None:
    assert segno.make("A", error="m").is_micro, "what would be drawn if nobody asked otherwise"
    drawn = qr("A", "QR-Code: <A>")
    assert segno.make("A", error="m", micro=False).svg_data_uri(border=4, dark="#000", light="#fff", scale=8)[
        :200
    ] in drawn.replace("&#x27;", "'").replace("&quot;", '"')
    assert "&lt;A&gt;" in drawn
