"""What leaves the door: JSON, problems of RFC 9457, and the same security headers on every answer."""

import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from chalice import Response as ChaliceResponse

from chalicelib.kernel.errors import Problem, TooManyRequests
from chalicelib.kernel.ids import Ids

SECURITY_HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
}
ANY_ORIGIN: Final[Mapping[str, str]] = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "86400",
}
"""What lets a page of any origin read an answer. Nobody's cookies or tokens come along, and none are allowed."""

PROBLEM_TYPE: Final = "application/problem+json"
_REQUEST_ID = re.compile(r"[A-Za-z0-9=_-]{8,64}")


def request_id_of(event: Mapping[str, Any], ids: Ids) -> str:
    """Return API Gateway's request id, or one of ours where there is none fit to be repeated."""
    given = event["requestContext"].get("requestId")
    return given if isinstance(given, str) and _REQUEST_ID.fullmatch(given) else ids.token()


def succeed(
    body: Any, *, status: int, request_id: str, headers: Mapping[str, str | list[str]] | None = None
) -> ChaliceResponse:
    """Return an answer with a JSON body, or without a body when there is none."""
    all_headers = {**SECURITY_HEADERS, "X-Request-Id": request_id}
    if body is not None:
        all_headers["Content-Type"] = "application/json"
    text = "" if body is None else json.dumps(body, separators=(",", ":"))
    return ChaliceResponse(body=text, status_code=status, headers={**all_headers, **(headers or {})})


def refuse(problem: Problem, *, request_id: str, headers: Mapping[str, str] | None = None) -> ChaliceResponse:
    """Return a problem as RFC 9457 has it."""
    all_headers = {**SECURITY_HEADERS, "X-Request-Id": request_id, "Content-Type": PROBLEM_TYPE, **(headers or {})}
    if isinstance(problem, TooManyRequests):
        all_headers["Retry-After"] = str(problem.retry_after)
    if problem.status == HTTPStatus.UNAUTHORIZED:
        all_headers["WWW-Authenticate"] = "Bearer"
    body: dict[str, Any] = {
        **problem.extra,
        "type": f"urn:tendero:problem:{problem.code}",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "code": problem.code,
        "detail": problem.detail,
        "request_id": request_id,
    }
    if problem.errors:
        body["errors"] = [{"field": e.field, "code": e.code, "message": e.message} for e in problem.errors]
    return ChaliceResponse(
        body=json.dumps(body, separators=(",", ":")), status_code=problem.status, headers=all_headers
    )
