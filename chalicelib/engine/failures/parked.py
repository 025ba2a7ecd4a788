"""Messages that no function could process: listed for the firm that they belong to, and sent back when it says so.

A message lies on a dead-letter queue, for whoever runs Tendero; what is listed points there and holds nothing of it. A
look at all these queues every few minutes lists what is new - also of functions that died before they could say so -
and sends back what somebody wants tried again. What belongs to no firm stays for whoever runs Tendero.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from chalicelib.engine import access, background, timers
from chalicelib.engine.failures import desk, failing
from chalicelib.engine.failures.desk import Source
from chalicelib.engine.failures.failing import Failure
from chalicelib.gateways import parking
from chalicelib.gateways.parking import Message, Place
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TENANT_ID_PATTERN, TenantId
from chalicelib.observability import logger
from chalicelib.storage import failures as rows
from chalicelib.storage import keys, writes

NAME: Final = "parking_keeper"
MOST: Final = 200
"""How many messages of a queue are looked at in one go; the rest the next time."""

TIME_NEEDED: Final = timedelta(seconds=20)
LIES: Final = timedelta(days=14)
"""For how long a parked message lies there."""

TOO_OFTEN: Final = "too_often"
_TENANT: Final = re.compile(TENANT_ID_PATTERN)


def look(*, request_id: str, remaining: Callable[[], timedelta]) -> None:
    """Look through everything that is parked, while time remains."""
    for place in parking.places():
        staying = []
        for message in parking.held(place, most=MOST):
            if remaining() < TIME_NEEDED:
                return
            tenant = tenant_of(message)
            if tenant is None or not _went(tenant, place, message, request_id):
                staying.append(message)
        for message in staying:
            parking.release(place, message)


def _went(tenant: TenantId, place: Place, message: Message, request_id: str) -> bool:
    with background.acting(tenant, name=NAME, request_id=request_id) as ctx:
        return _see_to(ctx, place, message)


def tenant_of(message: Message) -> TenantId | None:
    """Return whose a message is: in whose name it was sent, or of whom it speaks; None when it is nobody's."""
    said = _said(message)
    detail = said.get("detail")
    inner = detail if isinstance(detail, dict) else {}
    payload = said.get("requestPayload")
    named = [
        message.group,
        said.get("tenant"),
        inner.get("tenant"),
        payload.get("tenant") if isinstance(payload, dict) else None,
        *_tagged(inner),
    ]
    return next((TenantId(one) for one in named if isinstance(one, str) and _TENANT.fullmatch(one)), None)


def _tagged(detail: Mapping[str, Any]) -> list[Any]:
    """Return the tenant that an event of SES bears as a tag."""
    tags = detail["mail"].get("tags") if isinstance(detail.get("mail"), dict) else None
    tagged = tags.get("tenant") if isinstance(tags, dict) else None
    return list(tagged) if isinstance(tagged, list) else []


def _said(message: Message) -> dict[str, Any]:
    try:
        said = json.loads(message.body)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _see_to(ctx: Context, place: Place, message: Message) -> bool:
    """List a message that is new, send back one that is wanted, and return whether it went."""
    failure = _failure(place, message)
    settled = rows.get(ctx, failure.id, list=rows.SETTLED)
    if settled is not None:
        return settled["state"] == desk.RETRIED and _went_back(ctx, place, message, failure)
    if rows.get(ctx, failure.id) is None:
        writes.execute(ctx, failing.listed(ctx, failure))
        logger.warning("something parked was listed", queue=place.name, failure=failure.id)
    return False


def _went_back(ctx: Context, place: Place, message: Message, failure: Failure) -> bool:
    """Send a message back, or list it anew when the function that it is for fails again."""
    if _sent(ctx, place, message):
        parking.remove(place, message)
        logger.info("something parked went back", queue=place.name, failure=failure.id)
        return True
    writes.execute(ctx, [rows.delete(ctx, failure.id, list=rows.SETTLED), *failing.listed(ctx, failure)])
    return False


def _sent(ctx: Context, place: Place, message: Message) -> bool:
    said = _said(message)
    if not place.function:
        parking.send_back(place, ctx.tenant, message)
        return True
    if _is_timer(said):
        back = timers.row(ctx, id=said["id"], kind=said["kind"], due=ctx.now, data=said.get("data") or {})
        writes.execute(ctx, [back])
        return True
    event = event_of(said)
    return event is not None and parking.call(place, event)


def event_of(said: Any) -> Any:
    """Return the event behind a parked message: a stream's record, a destination's payload, or itself.

    A timer has none: it is set again.
    """
    if not isinstance(said, dict):
        return None
    if "dynamodb" in said:
        return {"Records": [said]}
    if "requestPayload" in said:
        return said["requestPayload"]
    return None if _is_timer(said) else said


def _is_timer(said: Mapping[str, Any]) -> bool:
    return {"id", "kind", "due"} <= said.keys()


def _failure(place: Place, message: Message) -> Failure:
    return Failure(
        kind=failing.PARKED,
        source={"queue": place.name, "message": message.id},
        at=clock.stamp(message.sent_at),
        code=message.reason or TOO_OFTEN,
        what=place.name,
        about=_record(_said(message)),
    )


def _record(said: Mapping[str, Any]) -> dict[str, str]:
    """Return the record of which a message speaks, if it does."""
    detail = said.get("detail")
    for told in (detail, said):
        if isinstance(told, dict):
            plural, id = told.get("plural"), told.get("record") or told.get("id")
            if isinstance(plural, str) and isinstance(id, str) and keys.is_id(plural) and keys.is_id(id):
                return {"plural": plural, "id": id}
    return {}


def _sees(ctx: Context, _: Failure) -> bool:
    return access.is_admin(ctx)


def _still_lies(ctx: Context, failure: Failure) -> bool:
    return clock.parse(failure.at) + LIES > ctx.now


def _wanted(_: Context, __: Failure) -> None:
    """Leave it to the next look, which finds that somebody wants it tried again."""


SOURCE: Final = Source(failing.PARKED, sees=_sees, retry=_wanted, may_retry=_still_lies)
