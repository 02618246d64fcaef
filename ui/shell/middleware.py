"""What every HTTP answer carries: a cookie that knows this browser again, and headers that keep strangers out. A file that was
made for somebody is given to that browser alone."""

import base64
import hashlib
import re
import secrets
from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journey.lazy_re import lazy_re
from journey.model import Language
from ui.kit import beginning, download, printing
from ui.kit.delivery import InOrder
from ui.shell import page_scripts
from ui.state.session import COOKIE

_YEAR = 365 * 24 * 3600
_KNOWN = lazy_re(rb"(?:^|;\s*)" + COOKIE.encode() + rb"=([A-Za-z0-9_-]{8,})")

_MEDIA = "/media/"
_REFUSED = {"x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'"}

_SHARED = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"SAMEORIGIN"),
)
# Scripts, pictures, fonts and connections come from this server alone: what a participant types cannot call out.
_POLICY = (
    "default-src 'self'; script-src 'self' blob: 'wasm-unsafe-eval'{scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss: data: blob:; "
    "worker-src 'self' blob:; frame-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'self'; "
    "object-src 'none'"
)


def inline_scripts() -> tuple[str, ...]:
    """Every script that the app puts into its pages; no other one runs."""
    return (
        beginning.SCRIPT,
        printing.SCRIPT,
        *dict.fromkeys(script for language in Language for script in page_scripts.scripts(language)),
    )


def _allowed(script: str) -> str:
    return f" 'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _streamlits_own() -> list[str]:
    """The inline scripts of the page that Streamlit serves."""
    page = Path(st.__file__).parent / "static" / "index.html"
    return re.findall(r"<script>(.*?)</script>", page.read_text("utf-8"), re.DOTALL)


_INLINE = (*_streamlits_own(), *inline_scripts())
_PAGE_POLICY = _POLICY.format(scripts="".join(map(_allowed, _INLINE))).encode()
# The relation graph's frame starts from an inline script of its package.
_COMPONENT_POLICY = _POLICY.format(scripts=" 'unsafe-inline' 'unsafe-eval'").encode()


class Doors:
    """Adds the cookie to pages for browsers without one, and the headers to every answer. One that brings its own policy
    (the pages for phones) stays as it is: nobody is to be known there by a second cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI: only HTTP answers are touched."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers: Iterable[tuple[bytes, bytes]] = scope["headers"]
        cookies = (_KNOWN.search(words) for name, words in headers if name == b"cookie")
        known = next((found[1].decode() for found in cookies if found), "")
        if _MEDIA in scope["path"] and not download.is_for(scope["path"].rpartition("/")[2], known):
            await PlainTextResponse("not found", HTTPStatus.NOT_FOUND, headers=_REFUSED)(scope, receive, send)
            return
        policy = _COMPONENT_POLICY if "/component/" in scope["path"] else _PAGE_POLICY

        async def send_through(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = message.setdefault("headers", [])
                if any(name.lower() == b"content-security-policy" for name, _ in sent):
                    await send(message)
                    return
                sent.extend((*_SHARED, (b"content-security-policy", policy)))
                if not known and _is_page(message, headers):
                    sent.append((b"set-cookie", _fresh_cookie(secure=scope["scheme"] == "https")))
            await send(message)

        await self.app(scope, receive, send_through)


def _is_page(answer: Message, asked: Iterable[tuple[bytes, bytes]]) -> bool:
    """Whether an answer is a page. One that a browser still has comes without its kind ("not modified"): a browser that
    has lost its cookies, but not its pages, would never get another cookie."""
    if answer["status"] == HTTPStatus.NOT_MODIFIED:
        return any(name == b"accept" and b"text/html" in kinds for name, kinds in asked)
    return any(name.lower() == b"content-type" and kind.startswith(b"text/html") for name, kind in answer["headers"])


def middleware() -> list[Middleware]:
    """For st.App."""
    return [Middleware(Doors), Middleware(InOrder)]


def _fresh_cookie(*, secure: bool) -> bytes:
    cookie = f"{COOKIE}={secrets.token_urlsafe(16)}; Path=/; Max-Age={_YEAR}; HttpOnly; SameSite=Lax"
    return (cookie + ("; Secure" if secure else "")).encode()
