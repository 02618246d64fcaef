"""Inside a room: the page, what changes of it, the language and the name of one's own."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import wraps
from http import HTTPStatus

from sse_starlette import EventSourceResponse
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from journey.live import RoomState
from journey.model import Language
from journey.store import InRoom, NameNeeded, NoSuchRoom, NotInRoom, StoreError
from phones.desk import Desk
from phones.following import FollowedRoom
from phones.guarding import HEADERS, form_of, is_from_own_page
from phones.news import news_of
from phones.showing import page, room_page
from phones.wording import language_of

_STALLED = 20  # s after which a phone that takes nothing is let go

Endpoint = Callable[[Desk, Request], Awaitable[Response]]


def _for_people_in_the_room(endpoint: Endpoint) -> Endpoint:
    """Says to all others that they are not in, and that something is wrong with the store."""

    @wraps(endpoint)
    async def answering(desk: Desk, request: Request) -> Response:
        try:
            return await endpoint(desk, request)
        except (NotInRoom, NoSuchRoom):
            return Response(status_code=HTTPStatus.UNAUTHORIZED, headers=HEADERS)
        except StoreError:
            return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE, headers=HEADERS)

    return answering


async def room(desk: Desk, request: Request) -> Response:
    """GET: the page of somebody in the room; all others are asked for a code."""
    try:
        return HTMLResponse(room_page("room.html", *await _here(desk, request), desk.paths), headers=HEADERS)
    except (NotInRoom, NoSuchRoom):
        answer = RedirectResponse(f"{desk.paths.join}?left=1", HTTPStatus.SEE_OTHER, headers=HEADERS)
        desk.keep(answer, "", request)
        return answer
    except StoreError:
        body = page("trouble.html", language_of(request), desk.paths)
        return HTMLResponse(body, HTTPStatus.SERVICE_UNAVAILABLE, headers=HEADERS)


@_for_people_in_the_room
async def part(desk: Desk, request: Request) -> Response:
    """GET: what changes of the page."""
    return HTMLResponse(room_page("part.html", *await _here(desk, request), desk.paths), headers=HEADERS)


@_for_people_in_the_room
async def news(desk: Desk, request: Request) -> Response:
    """GET: how the room stands, for phones that no stream reaches."""
    _, state = await _here(desk, request)
    return Response(news_of(state), media_type="application/json", headers=HEADERS)


@_for_people_in_the_room
async def events(desk: Desk, request: Request) -> Response:
    """GET: the same as a stream of events."""
    person = await desk.person(request)
    return EventSourceResponse(
        ({"data": said, "retry": 2_000} async for said in _followed(desk, person).listen()),
        ping=0, send_timeout=_STALLED, headers={**HEADERS, "x-accel-buffering": "no"},
    )  # fmt: skip


@_for_people_in_the_room
async def me(desk: Desk, request: Request) -> Response:
    """POST: another language or name of one's own. An empty name, and any in an anonymous room, changes nothing."""
    if not is_from_own_page(request):
        return Response(status_code=HTTPStatus.FORBIDDEN, headers=HEADERS)
    person = await desk.person(request)
    try:
        fields = await form_of(request)
        language = Language(fields["lang"]) if "lang" in fields else None
    except ValueError:
        return Response(status_code=HTTPStatus.BAD_REQUEST, headers=HEADERS)
    name = fields.get("name")
    with suppress(NameNeeded):
        await desk.ask(lambda store: store.phones.change_own(person.secret, name=name, language=language))
    return RedirectResponse(desk.paths.room, HTTPStatus.SEE_OTHER, headers=HEADERS)


async def _here(desk: Desk, request: Request) -> tuple[InRoom, RoomState]:
    person = await desk.person(request)
    return person, await _followed(desk, person).now()


def _followed(desk: Desk, person: InRoom) -> FollowedRoom:
    return desk.followed.of(person.room.id, desk.ask)
