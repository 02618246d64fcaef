"""The login of an organisation, at a provider of its own: nobody in without it, and the same person from every browser."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from oidc_provider_mock import run_server_in_thread
from playwright.sync_api import Page, expect

from tests.browser.conftest import Trap, Visitor
from tools.app_server import AppServer

SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "{secret}"
client_id = "journey"
client_secret = "only for this test"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""


@pytest.fixture
def environment(tmp_path: Path, port: int) -> Iterator[Mapping[str, str]]:
    with run_server_in_thread() as provider:
        secrets = tmp_path / "secrets.toml"
        address = f"http://localhost:{provider.server_port}"
        secrets.write_text(SECRETS.format(port=port, provider=address, secret="s" * 40), "utf-8")
        yield {"JOURNEY_LOGIN": "oidc", "STREAMLIT_SECRETS_FILES": str(secrets)}


STYLE = "https://cdn.jsdelivr.net/"
"""Where the provider's own page has its style from: nothing is fetched from there."""


def _log_in(page: Page, name: str) -> None:
    page.route(f"{STYLE}**", lambda route: route.abort())
    page.get_by_role("button", name="Anmelden").click()
    page.locator("input[name=sub]").fill(name)
    page.get_by_role("button", name="Authorize", exact=True).click()
    expect(page.get_by_role("banner")).to_be_attached()
    expect(page.get_by_role("button", name="Anmelden")).to_have_count(0)


def test_only_who_is_logged_in_sees_workshops_and_its_own_in_every_browser(
    visitor: Visitor, own_app: AppServer, trap: Trap
) -> None:
    trap.expect(STYLE)
    alma = visitor(own_app)
    expect(alma.get_by_role("button", name="Anmelden")).to_be_visible()
    expect(alma.get_by_text("Neu beginnen")).to_have_count(0)
    _log_in(alma, "alma")
    alma.get_by_role("textbox", name="Titel").first.fill("Almas Workshop")
    alma.get_by_role("button", name="Workshop anlegen").click()
    expect(alma).to_have_url(re.compile("workshop="))
    address = alma.url

    ben = visitor(own_app, look="phone-dark")
    _log_in(ben, "ben")
    expect(ben.get_by_text("Neu beginnen")).to_be_visible()
    expect(ben.get_by_text("Almas Workshop")).to_have_count(0)
    ben.goto(address)
    expect(ben.get_by_text("oder Sie sind nicht dazu eingeladen")).to_be_visible()
    expect(ben.get_by_text("Almas Workshop")).to_have_count(0)

    again = visitor(own_app, look="phone")
    _log_in(again, "alma")
    expect(again.get_by_text("Almas Workshop").first).to_be_visible()
    again.get_by_role("button", name="Menü").click()
    again.get_by_role("button", name="Abmelden").click()
    again.get_by_role("button", name="End session").click()
    expect(again.get_by_role("button", name="Anmelden")).to_be_visible()
    trap.foreign_requests[:] = [address for address in trap.foreign_requests if not address.startswith(STYLE)]
