"""A firm that signs up through the API, and the requests that its administrator sends."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from app import app
from chalicelib import settings
from chalicelib.kernel import clock
from chalicelib.kernel.context import Actor, Context, Role
from chalicelib.kernel.ids import Ids, TenantId
from chalicelib.storage import directory, guard

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
JWKS = {
    "keys": [{**jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True), "kid": "bench", "alg": "RS256"}]
}


@dataclass(frozen=True, slots=True)
class Firm:
    """A tenant and the token of its administrator."""

    ctx: Context
    token: str

    def request(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Return the event that API Gateway would make of a request."""
        return _event(method, path, body, {"Authorization": f"Bearer {self.token}", **(headers or {})})


def sign_up(company: str = "Frutería Sol", email: str = "sofia@sol.example") -> Firm:
    """Open an account and return the firm."""
    body = {
        "company": company,
        "email": email,
        "password": "correct horse battery",
        "locale": "es",
        "timezone": "Europe/Madrid",
        "currency": "EUR",
    }
    answer = send(_event("POST", "/v1/signup", body, {}))
    tenant, user = TenantId(answer["tenant"]["id"]), answer["user"]["id"]
    ctx = Context(
        tenant=tenant,
        actor=Actor(kind="user", id=user, role=Role.ADMIN),
        request_id="bench",
        now=clock.system_now(),
        ids=Ids(),
    )
    with guard.entered(tenant):
        row = directory.get(ctx, directory.user(user))
    assert row is not None
    return Firm(ctx, _token(row["subject"]))


def send(event: dict[str, Any]) -> Any:
    """Return what the API answers; anything but success ends the bench."""
    answer = app(event, None)
    if answer["statusCode"] >= 400:
        raise SystemExit(f"{event['httpMethod']} {event['path']}: {answer['statusCode']} {answer['body']}")
    return json.loads(answer["body"]) if answer["body"] else None


def _token(subject: str) -> str:
    now = datetime.now(UTC)
    claims = {
        "sub": subject,
        "iss": settings.current().token_issuer,
        "client_id": settings.current().user_pool_client_id,
        "token_use": "access",
        "iat": now,
        "auth_time": int(now.timestamp()),
        "exp": now + timedelta(hours=12),
        "origin_jti": "bench",
        "jti": "bench",
    }
    return jwt.encode(claims, KEY, algorithm="RS256", headers={"kid": "bench"})


def _event(method: str, path: str, body: Any, headers: Mapping[str, str]) -> dict[str, Any]:
    parts = urlsplit(path)
    query: dict[str, list[str]] = {}
    for name, value in parse_qsl(parts.query):
        query.setdefault(name, []).append(value)
    sent = {"Accept": "application/json", "Content-Type": "application/json", **headers}
    return {
        "resource": "/{proxy+}",
        "path": parts.path,
        "httpMethod": method,
        "headers": sent,
        "multiValueHeaders": {name: [value] for name, value in sent.items()},
        "queryStringParameters": {name: values[-1] for name, values in query.items()} or None,
        "multiValueQueryStringParameters": query or None,
        "pathParameters": {"proxy": parts.path.lstrip("/")},
        "stageVariables": None,
        "requestContext": {
            "resourcePath": "/{proxy+}",
            "httpMethod": method,
            "path": parts.path,
            "requestId": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
            "identity": {"sourceIp": "203.0.113.7", "userAgent": "bench"},
            "stage": "api",
        },
        "body": None if body is None else json.dumps(body),
        "isBase64Encoded": False,
    }
