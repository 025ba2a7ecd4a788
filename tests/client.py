"""A caller over HTTP, as API Gateway would hand its requests to the Lambda function.

It builds the proxy event itself, so that the event has exactly what API Gateway sends, and it checks at every answer
what must hold for all: a problem's shape, the security headers, no stranger's canary, nothing written by a refusal.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from app import app
from tests.watch import Watch

PASSWORD = "correct horse battery"
SECURITY_HEADERS = ("Cache-Control", "X-Content-Type-Options", "Content-Security-Policy", "X-Request-Id")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    body: Any
    headers: Mapping[str, str]
    raw: str
    cookies: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The code of a problem."""
        return str(self.body["code"])

    @property
    def faults(self) -> dict[str, str]:
        """The fields that a problem names, with the code of each."""
        return {error["field"]: error["code"] for error in self.body.get("errors", [])}

    @property
    def etag(self) -> str:
        return self.headers["ETag"]

    def without_request_id(self) -> str:
        """The body's bytes but for the request's id, which differs even between equals."""
        return self.raw.replace(self.headers["X-Request-Id"], "-")


@dataclass(slots=True)
class Caller:
    """Somebody who sends requests. ``tenant`` is whose data may come back; None means nobody's."""

    watch: Watch
    token: str | None = None
    tenant: str | None = None
    user: dict[str, Any] = field(default_factory=dict)
    refresh_cookie: str | None = None
    address: str = "203.0.113.7"

    def get(self, path: str, **more: Any) -> Answer:
        return self.call("GET", path, **more)

    def post(self, path: str, body: Any = None, **more: Any) -> Answer:
        return self.call("POST", path, body, **more)

    def patch(self, path: str, body: Any = None, *, version: int | str | None = None, **more: Any) -> Answer:
        return self.call("PATCH", path, body, version=version, **more)

    def delete(self, path: str, *, version: int | str | None = None, **more: Any) -> Answer:
        return self.call("DELETE", path, version=version, **more)

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        version: int | str | None = None,
        headers: Mapping[str, str] | None = None,
        raw: bytes | None = None,
    ) -> Answer:
        """Send one request and check what holds for every answer."""
        sent = {"Accept": "application/json", **self._credentials(), **(headers or {})}
        if version is not None:
            sent["If-Match"] = f'"{version}"'
        payload = raw if raw is not None else None if body is None else json.dumps(body).encode()
        if payload is not None:
            sent.setdefault("Content-Type", "application/json")
        with self.watch.during() as calls:
            answer = answer_of(app(proxy_event(method, path, sent, payload, self.address), None))
        self._check(answer, method, path, self.watch.writes(calls))
        return answer

    def _credentials(self) -> dict[str, str]:
        credentials = {}
        if self.token is not None:
            credentials["Authorization"] = f"Bearer {self.token}"
        if self.refresh_cookie is not None:
            credentials["Cookie"] = f"tendero_refresh={self.refresh_cookie}"
        return credentials

    def _check(self, answer: Answer, method: str, path: str, writes: list[str]) -> None:
        where = f"{method} {path} → {answer.status}"
        assert answer.status != 500, f"{where}: {answer.raw}"
        for name in SECURITY_HEADERS:
            assert name in answer.headers, f"{where} lacks {name}"
        self.watch.sweep(answer.raw, tenant=self.tenant, where=where)
        if answer.status >= 400:
            assert answer.headers["Content-Type"] == "application/problem+json", where
            assert answer.body["status"] == answer.status, where
            assert writes == [], f"{where} was refused and has written {writes}"


def proxy_event(
    method: str, path: str, headers: Mapping[str, str], payload: bytes | None, address: str
) -> dict[str, Any]:
    """Return the event that API Gateway's ``{proxy+}`` integration makes of a request."""
    parts = urlsplit(path)
    query = parse_qs(parts.query, keep_blank_values=True) or None
    text, is_base64 = _body_of(payload)
    return {
        "resource": "/{proxy+}",
        "path": parts.path,
        "httpMethod": method,
        "headers": dict(headers),
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": {name: values[-1] for name, values in query.items()} if query else None,
        "multiValueQueryStringParameters": query,
        "pathParameters": {"proxy": parts.path.lstrip("/")},
        "stageVariables": None,
        "requestContext": {
            "resourcePath": "/{proxy+}",
            "httpMethod": method,
            "path": parts.path,
            "requestId": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
            "identity": {"sourceIp": address, "userAgent": "tests"},
            "stage": "api",
        },
        "body": text,
        "isBase64Encoded": is_base64,
    }


def _body_of(payload: bytes | None) -> tuple[str | None, bool]:
    if payload is None:
        return None, False
    try:
        return payload.decode(), False
    except UnicodeDecodeError:
        return base64.b64encode(payload).decode(), True


def answer_of(result: Mapping[str, Any]) -> Answer:
    raw = result["body"]
    headers = result["headers"]
    is_json = "json" in headers.get("Content-Type", "")
    cookies = tuple(result.get("multiValueHeaders", {}).get("Set-Cookie", ()))
    if "Set-Cookie" in headers:
        cookies += (headers["Set-Cookie"],)
    return Answer(result["statusCode"], json.loads(raw) if is_json and raw else None, headers, raw, cookies)
