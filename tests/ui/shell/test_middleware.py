"""What every HTTP answer carries: the cookie for browsers without one, the headers that keep strangers out."""

import asyncio
import re

import pytest
from starlette.types import Message, Receive, Scope, Send

from ui.shell.middleware import Doors, inline_scripts
from ui.state.session import COOKIE


def _answer(
    path: str = "/",
    cookie: str = "",
    *,
    content_type: str = "text/html; charset=utf-8",
    scheme: str = "http",
    policy: str = "",
    status: int = 200,
    accept: str = "",
) -> dict[str, list[str]]:
    """The headers of an answer that comes through the doors, by name."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", content_type.encode())] if content_type else []
        headers += [(b"Content-Security-Policy", policy.encode())] if policy else []
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    async def receive() -> Message:
        return {"type": "http.request"}

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"cookie", cookie.encode())] if cookie else []
    headers += [(b"accept", accept.encode())] if accept else []
    asyncio.run(Doors(app)({"type": "http", "path": path, "scheme": scheme, "headers": headers}, receive, send))
    found: dict[str, list[str]] = {}
    for name, value in sent[0]["headers"]:
        found.setdefault(name.decode(), []).append(value.decode())
    return found


def test_a_page_gives_a_new_browser_a_cookie_that_no_script_can_read() -> None:
    first, second = (_answer()["set-cookie"][0] for _ in range(2))
    assert re.match(rf"{COOKIE}=[\w-]{{20,}};", first)
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(first.split("; "))
    assert first.split(";")[0] != second.split(";")[0]
    assert "Secure" not in first
    assert "Secure" in _answer(scheme="https")["set-cookie"][0]


def test_a_browser_that_has_the_page_but_lost_its_cookies_gets_another_one() -> None:
    assert "set-cookie" in _answer(content_type="", status=304, accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert "set-cookie" not in _answer("/static/js/index.js", content_type="", status=304, accept="*/*")


@pytest.mark.parametrize("cookie", [f"{COOKIE}=abcdefgh12", f"a=b; {COOKIE}=abcdefgh12; c=d"])
def test_a_known_browser_keeps_its_cookie(cookie: str) -> None:
    assert "set-cookie" not in _answer(cookie=cookie)


@pytest.mark.parametrize("cookie", ["a=b", f"{COOKIE}=", f"{COOKIE}=<b>abcdefgh12", f"not_{COOKIE}=abcdefgh12"])
def test_another_cookie_does_not_make_a_browser_known(cookie: str) -> None:
    assert "set-cookie" in _answer(cookie=cookie)


def test_files_that_are_no_pages_set_no_cookie() -> None:
    assert "set-cookie" not in _answer(content_type="application/javascript")


def test_an_answer_with_a_policy_of_its_own_stays_as_it_is() -> None:
    assert _answer("/join", policy="default-src 'none'") == {
        "content-type": ["text/html; charset=utf-8"],
        "Content-Security-Policy": ["default-src 'none'"],
    }


@pytest.mark.parametrize(
    "path", ["/", "/journey-map", "/static/app.js", "/component/streamlit_agraph.agraph/index.html"]
)
def test_every_answer_lets_nothing_call_out(path: str) -> None:
    headers = _answer(path)
    rules = dict(rule.strip().split(" ", 1) for rule in headers["content-security-policy"][0].split(";"))
    assert headers["x-content-type-options"] == ["nosniff"]
    assert headers["x-frame-options"] == ["SAMEORIGIN"]
    assert rules["default-src"] == "'self'"
    assert rules["object-src"] == "'none'"
    assert not re.search(r"https?:|\*", headers["content-security-policy"][0])
    assert ("'unsafe-inline'" in rules["script-src"]) == path.startswith("/component/")


@pytest.mark.parametrize("script", inline_scripts(), ids=lambda script: script[:45])
def test_every_inline_script_is_allowed_by_its_hash(script: str) -> None:
    from base64 import b64encode
    from hashlib import sha256

    wanted = b64encode(sha256(script.encode()).digest()).decode()
    assert f"'sha256-{wanted}'" in _answer()["content-security-policy"][0]
