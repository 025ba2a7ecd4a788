"""The door: whatever every request goes through before and after its view, once, in this order.

Authenticate, check the right to the route, enter the tenant's guard, check parameters and body against their shapes,
call the view, and turn whatever it raised into a problem of RFC 9457. Chalice's own middleware never sees a view's
exception and cannot hand a view an object, so the door wraps the view instead. What is left for a view is one call and
one return: ``view(ctx, request, **path parameters)``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeVar

from chalice import Blueprint
from chalice import Response as ChaliceResponse

from chalicelib.api import auth, freshness, limits, responses, seeing, shapes
from chalicelib.api.gateway import Gateway
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import Schema
from chalicelib.engine.roles.declared import ADMIN
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.errors import FieldError, Forbidden, InvalidInput, MalformedRequest, Problem
from chalicelib.kernel.ids import TenantId
from chalicelib.observability import logger
from chalicelib.storage import guard

View = TypeVar("View", bound=Callable[..., Any])

WHO: Final = ("public", "anyone", "user", "admin")
NOBODY: Final = Actor(kind="anonymous", id="-")


@dataclass(frozen=True, slots=True)
class Operation:
    """A route as it was declared: what the door checks, and what the OpenAPI document says."""

    method: str
    path: str
    view: Callable[..., Any]
    tag: str
    who: str = "user"
    scope: str | None = None
    reads: bool = False
    status: int = 200
    body: Schema | None = None
    answer: Schema | None = None
    query: Mapping[str, Schema] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    open_query: bool = False
    any_body: bool = False
    headers: tuple[str, ...] = ()
    problems: tuple[int, ...] = ()
    is_for_any_origin: bool = False
    """Whether a page of another origin may read the answer; never where a session could be behind it."""

    @property
    def name(self) -> str:
        return self.view.__name__

    @property
    def is_reading(self) -> bool:
        """Whether the route changes nothing."""
        return self.reads or self.method in ("GET", "HEAD", "OPTIONS")

    @property
    def is_metered(self) -> bool:
        """Whether whoever has not signed in is allowed only so many: writes, and what a signed link opens."""
        return self.who == "public" and (not self.is_reading or self.path.startswith("/v1/public/"))

    def scope_for(self, path: Mapping[str, str]) -> tuple[str, ...]:
        """Return the scopes of which an API key needs one; none at all means that no key may enter."""
        if self.scope is None:
            return ()
        verb = "read" if self.is_reading else "write"
        return (verb, f"{self.scope.format_map(path)}:{verb}")


class TenderoBlueprint(Blueprint):  # type: ignore[misc]
    """A resource's routes. ``operations`` keeps their declarations for the OpenAPI document and the contract tests."""

    def __init__(self, import_name: str, *, tag: str) -> None:
        super().__init__(import_name)
        self.tag = tag
        self.operations: list[Operation] = []

    def register(self, app: Gateway, options: dict[str, Any]) -> None:
        super().register(app, options)
        app.operations += self.operations

    def get(self, path: str, **declared: Any) -> Callable[[View], View]:
        return self._operation("GET", path, declared)

    def head(self, path: str, **declared: Any) -> Callable[[View], View]:
        return self._operation("HEAD", path, declared)

    def post(self, path: str, **declared: Any) -> Callable[[View], View]:
        return self._operation("POST", path, declared)

    def put(self, path: str, **declared: Any) -> Callable[[View], View]:
        return self._operation("PUT", path, declared)

    def options(self, path: str, **declared: Any) -> Callable[[View], View]:
        return self._operation("OPTIONS", path, declared)

    def patch(self, path: str, **declared: Any) -> Callable[[View], View]:
        return self._operation("PATCH", path, declared)

    def delete(self, path: str, **declared: Any) -> Callable[[View], View]:
        return self._operation("DELETE", path, declared)

    def _operation(self, method: str, path: str, declared: dict[str, Any]) -> Callable[[View], View]:
        def register(view: View) -> View:
            operation = Operation(method=method, path=path, view=view, tag=self.tag, **declared)
            if operation.who not in WHO:
                raise ValueError(f"{operation.name} is for {operation.who!r}, who is none of {WHO}")
            if operation.is_for_any_origin and operation.who != "public":
                raise ValueError(f"{operation.name} would be answered to pages of strangers")
            self.operations.append(operation)

            def door(**path_parameters: str) -> ChaliceResponse:
                app: Gateway = self.current_app
                return answer(app, operation, app.current_request.to_original_event(), path_parameters)

            self.route(path, methods=[method], name=operation.name, content_types=[])(door)
            return view

        return register


def answer(app: Gateway, operation: Operation, event: Mapping[str, Any], path: dict[str, str]) -> ChaliceResponse:
    """Return what ``operation`` answers to ``event``, a success or a problem."""
    request_id = responses.request_id_of(event, app.ids)
    shared = responses.ANY_ORIGIN if operation.is_for_any_origin else {}
    logger.append_keys(request_id=request_id, operation=operation.name)
    try:
        request = Request.of(event, request_id=request_id)
        ctx = _admit(app, operation, request, path)
        if ctx.tenant:
            logger.append_keys(tenant=ctx.tenant)
            with guard.entered(ctx.tenant):
                limits.spend_of_tenant(ctx)
                auth.note_use(ctx)
                response = freshness.told(ctx, _within(ctx, operation, request, path), now=app.now())
        else:
            response = _viewed(ctx, operation, request, path)
        headers = {**shared, **(response.headers or {})}
        return responses.succeed(
            response.body, status=response.status or operation.status, request_id=request_id, headers=headers
        )
    except Problem as problem:
        logger.info("request refused", code=problem.code, status=problem.status)
        return responses.refuse(problem, request_id=request_id, headers=shared)
    except Exception:
        logger.exception("request failed")
        return responses.refuse(Problem("Something went wrong on our side."), request_id=request_id, headers=shared)
    finally:
        logger.remove_keys(["request_id", "operation", "tenant"])


def _within(ctx: Context, operation: Operation, request: Request, path: Mapping[str, str]) -> Response:
    """Return what the view answers to the caller, or shows an administrator as one of the firm's users sees it."""
    user = seeing.whom(request)
    if user is None:
        return _viewed(ctx, operation, request, path)
    response = _viewed(seeing.through(ctx, operation, user), operation, seeing.without(request), path)
    return seeing.marked(ctx, response, user)


def _viewed(ctx: Context, operation: Operation, request: Request, path: Mapping[str, str]) -> Response:
    result = operation.view(ctx, _checked(operation, request), **path)
    return result if isinstance(result, Response) else Response(result)


def _admit(app: Gateway, operation: Operation, request: Request, path: Mapping[str, str]) -> Context:
    """Return who acts, once it is certain that they may use this route at all."""
    now = app.now()
    if operation.is_metered:
        limits.spend_of_address(request.address, now=now)
    if operation.who == "public" or (operation.who == "anyone" and "authorization" not in request.headers):
        return Context(tenant=TenantId(""), actor=NOBODY, request_id=request.id, now=now, ids=app.ids)
    identity = auth.authenticate(request.headers.get("authorization"), now=now)
    actor = identity.actor
    if actor.kind == "api_key" and actor.scopes.isdisjoint(operation.scope_for(path)):
        raise Forbidden("This API key does not have the scope for that.", code="scope_missing")
    if operation.who == "admin" and (actor.kind != "user" or actor.role != ADMIN):
        raise Forbidden("Only an administrator may do that.")
    return Context(
        tenant=identity.tenant,
        actor=actor,
        request_id=request.id,
        now=now,
        ids=app.ids,
        locale=identity.locale,
        time_zone=identity.time_zone,
        currency=identity.currency,
        seen=freshness.seen(request, identity.tenant),
    )


def _checked(operation: Operation, request: Request) -> Request:
    """Return the request with its body read, or refuse what is not as the route declares it."""
    _check_query(operation, request)
    if operation.body is None:
        if not operation.any_body and request.raw_body.strip() not in (b"", b"{}"):
            raise MalformedRequest("This address takes no body.")
        return request
    value = request.parse() if request.raw_body else {}
    faults = shapes.check(operation.body, value)
    if faults:
        raise InvalidInput("The body is not as this address expects it.", errors=faults)
    return replace(request, json=value)


def _check_query(operation: Operation, request: Request) -> None:
    faults = [
        FieldError(name, "required", "This is required.") for name in operation.required if name not in request.query
    ]
    for name, values in request.query.items():
        schema = operation.query.get(name)
        if schema is None and operation.open_query:
            continue
        if schema is None:
            faults.append(FieldError(name[:100], "unknown_parameter", "There is no such parameter here."))
        elif len(values) > 1:
            faults.append(FieldError(name, "repeated", "Give this parameter once."))
        else:
            faults += [replace(fault, field=name) for fault in shapes.check(schema, _typed(schema, values[0]))]
    if faults:
        raise InvalidInput("A parameter is not as this address expects it.", errors=faults[: shapes.MAX_ERRORS])


def _typed(schema: Schema, text: str) -> Any:
    """Return a parameter's text as the number that its schema asks for; whatever is none stays text, and is refused."""
    if schema.get("type") == "integer" and text.lstrip("-").isascii() and text.lstrip("-").isdigit() and len(text) < 16:
        return int(text)
    return text
