"""Coming in: a code, then a name, an alias or nothing."""

from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from journey.live import LiveRoom, read_code
from journey.model import Language
from journey.store import NameNeeded, NoSuchRoom, NotInRoom, RoomFull, RoomLocked, StoreError, TooManyTries
from phones.desk import Desk
from phones.guarding import HEADERS, address_of, form_of, is_from_own_page
from phones.showing import page
from phones.wording import language_of

_STATUS: dict[type[StoreError], HTTPStatus] = {
    NoSuchRoom: HTTPStatus.NOT_FOUND,
    TooManyTries: HTTPStatus.TOO_MANY_REQUESTS,
    RoomLocked: HTTPStatus.FORBIDDEN,
    RoomFull: HTTPStatus.FORBIDDEN,
    NameNeeded: HTTPStatus.UNPROCESSABLE_ENTITY,
}


async def ask_for_code(desk: Desk, request: Request) -> Response:
    """GET: the page that asks for a code, and the way on once it was typed."""
    if typed := request.query_params.get("code", ""):
        return _on_to(desk.paths.door(quote(read_code(typed) or typed[:40], safe="")), request)
    left = "left" in request.query_params
    return _code_page(desk, request, "phone.left" if left else "")


async def door(desk: Desk, request: Request) -> Response:
    """GET: who comes by this code. Somebody who is in already goes on to the room."""
    try:
        room = await _found(desk, request)
        if await _is_in(desk, request, room):
            return RedirectResponse(desk.paths.room, HTTPStatus.SEE_OTHER, headers=HEADERS)
    except StoreError as trouble:
        return _code_page(desk, request, _words_of(trouble), _status_of(trouble))
    return _door_page(desk, request, room)


async def come_in(desk: Desk, request: Request) -> Response:
    """POST: somebody comes in, and the phone gets the secret that it is recognised by. Somebody who is in already goes on to the room."""
    if not is_from_own_page(request):
        return Response(status_code=HTTPStatus.FORBIDDEN, headers=HEADERS)
    code, address, name = request.path_params["code"], address_of(request), ""
    try:
        fields = await form_of(request)
        room = await _found(desk, request)
        name, language = fields.get("name", ""), _language_in(fields, language_of(request, room.language))
        if await _is_in(desk, request, room):
            return RedirectResponse(desk.paths.room, HTTPStatus.SEE_OTHER, headers=HEADERS)
        here = await desk.ask(lambda store: store.phones.join(code, address, name=name, language=language))
    except NameNeeded as trouble:
        return _door_page(desk, request, room, _words_of(trouble), _status_of(trouble))
    except StoreError as trouble:
        return _code_page(desk, request, _words_of(trouble), _status_of(trouble))
    except ValueError:
        return Response(status_code=HTTPStatus.BAD_REQUEST, headers=HEADERS)
    answer = RedirectResponse(desk.paths.room, HTTPStatus.SEE_OTHER, headers=HEADERS)
    desk.keep(answer, here.secret, request)
    return answer


async def _found(desk: Desk, request: Request) -> LiveRoom:
    code, address = request.path_params["code"], address_of(request)
    return await desk.ask(lambda store: store.phones.find(code, address))


async def _is_in(desk: Desk, request: Request, room: LiveRoom) -> bool:
    try:
        return (await desk.person(request)).room.id == room.id
    except NotInRoom:
        return False


def _language_in(fields: dict[str, str], otherwise: Language) -> Language:
    known = {language.value: language for language in Language}
    return known.get(fields.get("lang", ""), otherwise)


def _on_to(path: str, request: Request) -> Response:
    chosen = request.query_params.get("lang", "")
    known = {language.value for language in Language}
    address = f"{path}?lang={chosen}" if chosen in known else path
    return RedirectResponse(address, HTTPStatus.SEE_OTHER, headers=HEADERS)


def _code_page(desk: Desk, request: Request, trouble: str = "", status: HTTPStatus = HTTPStatus.OK) -> Response:
    typed = request.path_params.get("code", "")
    language = language_of(request)
    body = page("code.html", language, desk.paths, here=desk.paths.join, trouble=trouble, typed=typed[:40])
    return HTMLResponse(body, status, headers=HEADERS)


def _door_page(
    desk: Desk, request: Request, room: LiveRoom, trouble: str = "", status: HTTPStatus = HTTPStatus.OK
) -> Response:
    here = desk.paths.door(room.code)
    language = language_of(request, room.language)
    body = page("door.html", language, desk.paths, here=here, room=room, trouble=trouble)
    return HTMLResponse(body, status, headers=HEADERS)


def _words_of(trouble: StoreError) -> str:
    """The key of what people are told: of a trouble with the database only that there is some."""
    return trouble.key if type(trouble) in _STATUS else "phone.trouble"


def _status_of(trouble: StoreError) -> HTTPStatus:
    return _STATUS.get(type(trouble), HTTPStatus.SERVICE_UNAVAILABLE)
