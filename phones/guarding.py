"""What keeps strangers out of the phones' pages: where a request comes from, how long it may be, what a page may load."""

from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request

LONGEST = 64 * 1024  # bytes of what a phone sends

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # With "no-referrer" browsers would send "Origin: null" with forms, and nobody could tell where these come from.
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
}


class BodyTooLong(ValueError):
    """More was sent than any page of ours sends."""


def is_from_own_page(request: Request) -> bool:
    """Whether a POST comes from a page of this server, as the browser says. One that says nothing is refused."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin", "")
    return bool(origin) and urlsplit(origin).netloc == request.headers.get("host")


def address_of(request: Request) -> str:
    """Where a request comes from; behind a proxy of this machine, what that says."""
    return request.client.host if request.client else ""


async def body_of(request: Request, longest: int = LONGEST) -> bytes:
    """What was sent. BodyTooLong."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > longest:
            raise BodyTooLong
    return bytes(body)


async def form_of(request: Request, longest: int = LONGEST, most: int = 20) -> dict[str, str]:
    """The fields of a form that was sent, of each the last. BodyTooLong; ValueError for more fields than `most`."""
    body = (await body_of(request, longest)).decode(errors="replace")
    fields = parse_qs(body, keep_blank_values=True, max_num_fields=most)
    return {name: values[-1] for name, values in fields.items()}
