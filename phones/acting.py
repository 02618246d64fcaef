"""What phones send: acts, several at once, each kept or refused by itself. What is answered is on disk."""

from http import HTTPStatus
from typing import Annotated, Any

from pydantic import Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from journey.live import ROOM_ACT, Refusal, RoomAct
from journey.model import Id, Language, Value
from journey.store import ActRefused, InRoom, NoSuchExercise, NotInRoom, StoreError
from journey.texts import text
from phones.desk import Desk
from phones.guarding import HEADERS, BodyTooLong, body_of, is_from_own_page

MOST_AT_ONCE = 50


class SentAct(Value):
    """An act as it comes: `act` is read by itself, so that a broken one does not take the others with it."""

    exercise: Id
    act: dict[str, Any]


class SentActs(Value):
    """What a phone sends at once, in its order."""

    acts: Annotated[tuple[SentAct, ...], Field(max_length=MOST_AT_ONCE)]


async def acts(desk: Desk, request: Request) -> Response:
    """POST: keep acts. `results` has one for each, in their order: {"id"} for what is kept, with "refused" and "words" for
    what is not; of a paused room "wait" besides. 401 for who is not in a room, 503 where the store takes nothing now: then
    none of what is missing in the results was kept, and all may be sent again."""
    if not is_from_own_page(request):
        return Response(status_code=HTTPStatus.FORBIDDEN, headers=HEADERS)
    try:
        person = await desk.person(request)
        sent = SentActs.model_validate_json(await body_of(request))
        results = [await _kept(desk, person, one) for one in sent.acts]
    except NotInRoom:
        return Response(status_code=HTTPStatus.UNAUTHORIZED, headers=HEADERS)
    except (BodyTooLong, ValidationError):
        return Response(status_code=HTTPStatus.BAD_REQUEST, headers=HEADERS)
    except StoreError:
        return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE, headers=HEADERS)
    return JSONResponse({"results": results}, headers=HEADERS)


async def _kept(desk: Desk, person: InRoom, sent: SentAct) -> dict[str, object]:
    said: dict[str, object] = {"id": str(sent.act.get("id", ""))[:64]}
    try:
        act: RoomAct = ROOM_ACT.validate_python(sent.act)
        await desk.ask(lambda store: store.phones.act(person.secret, sent.exercise, act))
    except ActRefused as why:
        refused = _refused(why.refusal.value, why.key, person.participant.language)
        return said | refused | ({"wait": True} if why.refusal is Refusal.ROOM_PAUSED else {})
    except NoSuchExercise as why:
        return said | _refused("gone", why.key, person.participant.language)
    except ValidationError:
        return said | _refused("unreadable", "phone.unreadable", person.participant.language)
    return said


def _refused(reason: str, key: str, language: Language) -> dict[str, object]:
    return {"refused": reason, "words": text(key, language)}
