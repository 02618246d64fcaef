"""All addresses that phones ask for."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from journey.store import Store
from phones import acting, files, inside, joining, owning
from phones.addresses import PhonePaths
from phones.desk import Desk
from phones.guarding import HEADERS

_FOR_EVER = {**HEADERS, "cache-control": "public, max-age=31536000, immutable"}


def phone_routes(store: Callable[[], Store], base: str = "") -> list[Route]:
    """The routes for `st.App`, below server.baseUrlPath where there is one. `store` gives the one store of this server."""
    paths = PhonePaths(base)
    desk = Desk(store, paths)
    reads = (
        (paths.join, joining.ask_for_code),
        (f"{paths.join}/", joining.ask_for_code),
        (paths.room, inside.room),
        (paths.part, inside.part),
        (paths.news, inside.news),
        (paths.events, inside.events),
        (f"{paths.files}/{{name}}", _file),
        (f"{paths.join}/{{code}}", joining.door),
        (paths.own, owning.door),
        (paths.owner("{link}"), owning.own),
    )
    writes = (
        (paths.acts, acting.acts),
        (paths.me, inside.me),
        (f"{paths.join}/{{code}}", joining.come_in),
        (paths.owner("{link}"), owning.keep),
    )
    return [
        *(Route(path, partial(answer, desk), methods=["GET"]) for path, answer in reads),
        *(Route(path, partial(answer, desk), methods=["POST"]) for path, answer in writes),
    ]


async def _file(_desk: Desk, request: Request) -> Response:
    file = files.called(request.path_params["name"])
    if file is None:
        return Response(status_code=HTTPStatus.NOT_FOUND, headers=HEADERS)
    return Response(file.body, media_type=file.content_type, headers=_FOR_EVER)
