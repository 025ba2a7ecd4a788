"""Seeing the firm as one of its users does: for administrators, for reading alone, marked in the answer, written down.

``Tendero-See-As: <user id>``, or ``?as=<user id>``, on whatever only reads. The view then acts as that user, with the
rights they have now; who looked, as whom and in which hour stays in the firm's access log.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Protocol

from chalicelib.api.request import Request, Response
from chalicelib.crm.admin import queries
from chalicelib.engine import access
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.errors import Forbidden

HEADER: Final = "tendero-see-as"
PARAMETER: Final = "as"
MARK: Final = "Tendero-Seen-As"


class Route(Protocol):
    """What matters here of a route: who may use it, and whether it only reads."""

    @property
    def who(self) -> str: ...

    @property
    def is_reading(self) -> bool: ...


def whom(request: Request) -> str | None:
    """Return as whom the caller wants to see the answer, or None."""
    return request.headers.get(HEADER) or request.one(PARAMETER)


def without(request: Request) -> Request:
    """Return the request without the parameter, which no route knows."""
    query = {name: values for name, values in request.query.items() if name != PARAMETER}
    return replace(request, query=query)


def through(ctx: Context, route: Route, user: str) -> Context:
    """Return the context of the user as whom an administrator looks.

    :raises Forbidden: when somebody else tries, or the route does more than read.
    :raises NotFound: when there is no such user.
    """
    if ctx.actor.kind != "user" or not access.is_admin(ctx):
        raise Forbidden("Only an administrator may see as somebody else.")
    if not route.is_reading:
        raise Forbidden("As somebody else you may only look.", code="looking_only")
    seen = queries.user(ctx, user_id=user)
    actor = Actor(kind="user", id=seen.id, role=seen.role, team=seen.team)
    theirs = replace(ctx, actor=actor, locale=seen.locale, time_zone=seen.time_zone)
    if route.who == "admin" and not access.is_admin(theirs):
        raise Forbidden("Only an administrator may do that.")
    return theirs


def marked(ctx: Context, response: Response, user: str) -> Response:
    """Return the answer with the mark on it, once it is written down who looked."""
    queries.note_seen_as(ctx, user_id=user)
    headers: Mapping[str, str | list[str]] = {**response.headers, MARK: user}
    return replace(response, headers=headers)
