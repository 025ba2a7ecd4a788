"""One ``{proxy+}`` resource in API Gateway, many routes in Chalice.

A resource per path would pass API Gateway's quota of 300 and swell the template; so the template has one, and this
subclass finds the route from the path, rewrites the event as if API Gateway had, and lets Chalice do the rest.
The price is a walk through a small tree at every request (microseconds).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from chalice import Chalice

from chalicelib.api import responses
from chalicelib.kernel import clock
from chalicelib.kernel.errors import NotFound, Problem
from chalicelib.kernel.ids import Ids

Event = Mapping[str, Any]


class MethodNotAllowed(Problem):
    """The path exists, but not for this method."""

    status = 405
    code = "method_not_allowed"


@dataclass(slots=True)
class _Node:
    """A segment of the path: what may follow it, literally or as a parameter, and the route that ends here."""

    literal: dict[str, "_Node"] = field(default_factory=dict)
    parameter: "_Node | None" = None
    route: str | None = None


class Gateway(Chalice):  # type: ignore[misc]
    """A Chalice application behind ``{proxy+}``; ``now`` and ``ids`` are where its requests get time and randomness."""

    def __init__(
        self, app_name: str, *, now: Callable[[], datetime] = clock.system_now, ids: Ids | None = None
    ) -> None:
        super().__init__(app_name, configure_logs=False)
        self.api.binary_types = []
        self.now = now
        self.ids = ids or Ids()
        self.operations: list[Any] = []
        self._tree: _Node | None = None

    def __call__(self, event: Event, context: Any) -> dict[str, Any]:
        method = event["requestContext"]["httpMethod"]
        found = self._find(_path_of(event))
        if found is None:
            return self._refuse(event, NotFound("There is nothing at this address."))
        route, parameters = found
        if method not in self.routes[route]:
            allowed = ", ".join(sorted(self.routes[route]))
            refusal = MethodNotAllowed(f"This address answers to {allowed}.")
            return self._refuse(event, refusal, headers={"Allow": allowed})
        rewritten = {
            **event,
            "requestContext": {**event["requestContext"], "resourcePath": route},
            "pathParameters": parameters,
        }
        answer: dict[str, Any] = super().__call__(rewritten, context)
        return answer

    def _refuse(self, event: Event, problem: Problem, headers: Mapping[str, str] | None = None) -> dict[str, Any]:
        answer = responses.refuse(problem, request_id=responses.request_id_of(event, self.ids), headers=headers)
        refusal: dict[str, Any] = answer.to_dict(self.api.binary_types)
        return refusal

    def _find(self, path: str) -> tuple[str, dict[str, str]] | None:
        """Return the route that answers at ``path`` and its decoded parameters, or None."""
        if self._tree is None:
            self._tree = _grow(self.routes)
        segments = path.strip("/").split("/")
        for route in _matching(self._tree, segments, 0):
            values = _decoded(route, segments)
            if values is not None:
                return route, values
        return None


def _path_of(event: Event) -> str:
    """Return the path as the caller wrote it; ``chalice local`` leaves it out of the event, not out of the context."""
    context = event["requestContext"]
    return event.get("path") or context.get("path") or context.get("resourcePath") or "/"


def _grow(routes: Mapping[str, Any]) -> _Node:
    root = _Node()
    for route in routes:
        node = root
        for segment in route.strip("/").split("/"):
            if segment.startswith("{"):
                node.parameter = node.parameter or _Node()
                node = node.parameter
            else:
                node = node.literal.setdefault(segment, _Node())
        node.route = route
    return root


def _matching(node: _Node, segments: list[str], depth: int) -> Iterator[str]:
    """Yield the routes that fit, a literal segment before a parameter."""
    if depth == len(segments):
        if node.route is not None:
            yield node.route
        return
    literal = node.literal.get(segments[depth])
    if literal is not None:
        yield from _matching(literal, segments, depth + 1)
    if node.parameter is not None and segments[depth]:
        yield from _matching(node.parameter, segments, depth + 1)


def _decoded(route: str, segments: list[str]) -> dict[str, str] | None:
    """Return the path parameters percent-decoded, or None where they are not UTF-8."""
    try:
        return {
            name[1:-1]: unquote(segment, errors="strict")
            for name, segment in zip(route.strip("/").split("/"), segments, strict=True)
            if name.startswith("{")
        }
    except UnicodeDecodeError:
        return None
