"""The API as a WSGI application, for tools that speak HTTP: each request becomes the event of API Gateway."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from app import app
from tests.client import proxy_event

Environ = dict[str, Any]


def wsgi(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer one WSGI request by one call of the Lambda handler."""
    query = f"?{environ['QUERY_STRING']}" if environ.get("QUERY_STRING") else ""
    path = environ.get("REQUEST_URI", "").partition("?")[0] or environ["PATH_INFO"]
    payload = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)) or None
    event = proxy_event(environ["REQUEST_METHOD"], path + query, _headers(environ), payload, "203.0.113.7")
    answer = app(event, None)
    single = answer["headers"].items()
    several = [(name, value) for name, values in answer["multiValueHeaders"].items() for value in values]
    status = answer["statusCode"]
    start_response(f"{status} {HTTPStatus(status).phrase}", [*single, *several])
    return [answer["body"].encode()]


def _headers(environ: Environ) -> dict[str, str]:
    headers = {name[5:].replace("_", "-").title(): value for name, value in environ.items() if name.startswith("HTTP_")}
    if environ.get("CONTENT_TYPE"):
        headers["Content-Type"] = environ["CONTENT_TYPE"]
    return headers
