"""One owner's actions, by a secret link: to be seen, and to be said how far they are. The secret leaves the address as soon as the
link was opened; the browser keeps it for this link's page alone."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from journey.actions import OWNERS_STATES, OwnersEntry
from journey.model import Action, ActionState, Language, limit_of
from journey.store import NoSuchOwnerLink, Store, StoreError
from phones.desk import Desk
from phones.guarding import HEADERS, BodyTooLong, form_of, is_from_own_page
from phones.showing import page
from phones.wording import language_of

COOKIE = "journey_owner"
_KEPT = 365 * 24 * 3_600  # s
_LONGEST = 1024 * 1024  # bytes: all notes of a page are sent together
_MOST_FIELDS = 2_000
_WAITING = (ActionState.OPEN, ActionState.IN_PROGRESS)
_NOTE, _SEEN, _INTO = "note:", "seen:", "into"


async def door(desk: Desk, request: Request) -> Response:
    """GET: a link was opened. The browser gets its secret, and goes on to the page."""
    secret = request.query_params.get("link", "")
    try:
        link = await desk.ask(lambda store: store.owner_links.which(secret))
    except StoreError as trouble:
        return _no_page(desk, request, trouble)
    answer = RedirectResponse(_address(desk, link.id, request), HTTPStatus.SEE_OTHER, headers=HEADERS)
    _let_keep(answer, secret, desk.paths.owner(link.id), request)
    return answer


async def own(desk: Desk, request: Request) -> Response:
    """GET: the actions of the owner whose link this browser keeps."""
    return await _page(desk, request)


async def keep(desk: Desk, request: Request) -> Response:
    """POST: notes, and the state of one action. What was typed on a note that somebody else changed is shown again."""
    if not is_from_own_page(request):
        return Response(status_code=HTTPStatus.FORBIDDEN, headers=HEADERS)
    try:
        secret = await _secret(desk, request)
        fields = await form_of(request, _LONGEST, _MOST_FIELDS)
        entries = tuple(_entries(fields))
        clashing = await desk.ask(_kept(secret, entries))
    except StoreError as trouble:
        return _no_page(desk, request, trouble)
    except BodyTooLong:
        return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE, headers=HEADERS)
    except ValueError:
        return Response(status_code=HTTPStatus.BAD_REQUEST, headers=HEADERS)
    if clashing:
        typed = {entry.action: entry.note or "" for entry in entries if entry.action in clashing}
        return await _page(desk, request, typed)
    touched = fields.get(_INTO, "").partition(":")[2]
    address = _address(desk, request.path_params["link"], request, touched)
    return RedirectResponse(address, HTTPStatus.SEE_OTHER, headers=HEADERS)


async def _page(desk: Desk, request: Request, typed: Mapping[str, str] | None = None) -> Response:
    """The page; `typed` is what was not kept of notes, by their actions."""
    language = language_of(request)
    try:
        secret = await _secret(desk, request)
        shown = await desk.ask(lambda store: store.owner_links.page(secret, language))
    except StoreError as trouble:
        return _no_page(desk, request, trouble)
    today = _today()
    waiting = [action for action in shown.actions if action.state in _WAITING]
    body = page(
        "own.html", language, desk.paths, here=desk.paths.owner(request.path_params["link"]), shown=shown, today=today,
        waiting=waiting, rest=[action for action in shown.actions if action.state not in _WAITING],
        late=sum(action.due is not None and action.due < today for action in waiting), states=OWNERS_STATES,
        State=ActionState, typed=typed or {}, longest=limit_of(Action, "note"),
        kept=request.query_params.get("kept", ""), here_asked=_asked(request),
    )  # fmt: skip
    answer = HTMLResponse(body, HTTPStatus.CONFLICT if typed else HTTPStatus.OK, headers=HEADERS)
    _let_keep(answer, secret, desk.paths.owner(request.path_params["link"]), request)
    return answer


async def _secret(desk: Desk, request: Request) -> str:
    """What this browser keeps for this page. NoSuchOwnerLink, also for the secret of another link."""
    secret = request.cookies.get(COOKIE, "")
    link = await desk.ask(lambda store: store.owner_links.which(secret))
    if link.id != request.path_params["link"]:
        raise NoSuchOwnerLink("another link")
    return secret


def _let_keep(answer: Response, secret: str, path: str, request: Request) -> None:
    """A link from a message is another site's: so that the page opens at once, the cookie goes along with whoever comes by
    one ("lax"); what changes something must come from the page itself."""
    answer.set_cookie(
        COOKIE, secret, max_age=_KEPT, path=path, secure=request.url.scheme == "https", httponly=True, samesite="lax"
    )


def _kept(secret: str, entries: Iterable[OwnersEntry]) -> Callable[[Store], frozenset[str]]:
    return lambda store: store.owner_links.keep(secret, entries, _today())


def _entries(fields: Mapping[str, str]) -> Iterable[OwnersEntry]:
    """What the fields of the form say. ValueError."""
    for name, words in fields.items():
        if name.startswith(_NOTE):
            action = name.removeprefix(_NOTE)
            yield OwnersEntry(action, note=words, seen=fields.get(f"{_SEEN}{action}", ""))
    state, _, action = fields.get(_INTO, "").partition(":")
    if state:
        yield OwnersEntry(action, ActionState(state))


def _no_page(desk: Desk, request: Request, trouble: StoreError) -> Response:
    """Why there is no page: the link is none any more, or the browser does not keep it; or the store has trouble."""
    ended = isinstance(trouble, NoSuchOwnerLink)
    asked = "link" in request.query_params or COOKIE in request.cookies
    said = ("ended" if asked else "open_again") if ended else "trouble"
    body = page("own_none.html", language_of(request), desk.paths, here=request.url.path, trouble="", said=said)
    status = HTTPStatus.NOT_FOUND if ended else HTTPStatus.SERVICE_UNAVAILABLE
    return HTMLResponse(body, status, headers=HEADERS)


def _address(desk: Desk, link: str, request: Request, touched: str = "") -> str:
    """The page's address, in the language that was chosen, at the action that was touched."""
    touched = quote(touched, safe="")
    asked = "&".join(filter(None, (_asked(request), f"kept={touched}" if touched else "")))
    place = f"#a-{touched}" if touched else ""
    return f"{desk.paths.owner(link)}{f'?{asked}' if asked else ''}{place}"


def _asked(request: Request) -> str:
    chosen = request.query_params.get("lang", "")
    return f"lang={chosen}" if chosen in {language.value for language in Language} else ""


def _today() -> date:
    return datetime.now().astimezone().date()
