"""What holds for every route, whoever wrote it: who may enter, what a refusal looks like, which headers go out."""

import pytest

from chalicelib.api.blueprint import Operation
from tests.builders import Api, Firm
from tests.client import Caller
from tests.contract.routes import OPERATIONS, PROTECTED, body_of, headers_of, named, path_of

PUBLIC = {
    "GET /v1/health",
    "GET /v1/openapi.json",
    "POST /v1/signup",
    "POST /v1/session",
    "POST /v1/session/refresh",
    "DELETE /v1/session",
    "POST /v1/session/reset",
    "POST /v1/session/reset/confirm",
    "POST /v1/invitations/accept",
    "GET /v1/public/forms/{token}",
    "OPTIONS /v1/public/forms/{token}",
    "POST /v1/public/forms/{token}",
    "GET /v1/public/links/{token}",
    "GET /v1/public/lists/{token}",
    "HEAD /v1/public/links/{token}",
    "GET /v1/public/preferences/{token}",
    "POST /v1/public/preferences/{token}",
    "GET /v1/public/unsubscribe/{token}",
    "POST /v1/public/unsubscribe/{token}",
    "GET /v1/public/consent/{token}",
    "POST /v1/public/consent/{token}",
}
"""Every route that anybody may use without signing in. A new one is added here by hand, with a reason in its commit."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Content-Type": "application/json",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Request-Id": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
}


@pytest.fixture(scope="module")
def api(shared_api: Api) -> Api:
    return shared_api


@pytest.fixture(scope="module")
def firm(api: Api) -> Firm:
    return api.sign_up()


def test_the_routes_without_authentication_are_these() -> None:
    assert {named(operation) for operation in OPERATIONS if operation.who in ("public", "anyone")} == PUBLIC


@pytest.mark.parametrize("operation", PROTECTED, ids=named)
def test_nobody_enters_without_a_token(api: Api, operation: Operation) -> None:
    answer = api.anonymous.call(operation.method, path_of(operation), body_of(operation), headers=headers_of(operation))

    assert (answer.status, answer.code) == (401, "unauthenticated")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_problem_has_the_shape_of_rfc_9457(firm: Firm) -> None:
    answer = firm.admin.post("/v1/records/companies", {"unicorns": 1})

    assert answer.headers["Content-Type"] == "application/problem+json"
    assert set(answer.body) == {"type", "title", "status", "code", "detail", "request_id", "errors"}
    assert answer.body["type"] == "urn:tendero:problem:invalid_input"
    assert answer.body["request_id"] == answer.headers["X-Request-Id"]
    assert {tuple(sorted(error)) for error in answer.body["errors"]} == {("code", "field", "message")}


def test_the_headers_of_a_success_are_these(firm: Firm) -> None:
    headers = dict(firm.admin.get("/v1/me").headers)
    headers.pop("Set-Cookie", None)  # told for a minute, because signing up has made the firm's pipelines

    assert headers == HEADERS


def test_the_headers_of_a_refusal_are_these(firm: Firm) -> None:
    answer = firm.admin.get("/v1/users/unknown/of/this/shape")

    assert answer.headers == {**HEADERS, "Content-Type": "application/problem+json"}


@pytest.mark.parametrize("path", sorted({operation.path for operation in OPERATIONS}))
def test_a_method_that_a_route_does_not_know_is_405(api: Api, path: str) -> None:
    known = {operation.method for operation in OPERATIONS if operation.path == path}
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY", "BREW"} - known:
        answer = api.anonymous.call(method, path.replace("{id}", "1").replace("{plural}", "companies"))
        assert answer.status == 405, method
        assert set(answer.headers["Allow"].split(", ")) >= known


@pytest.mark.parametrize("path", ["/", "/v1", "/v2/me", "/v1/records", "/v1/me/x", "/v1/records/companies/%ff", "/%00"])
def test_what_is_not_there_is_404(firm: Firm, path: str) -> None:
    assert firm.admin.get(path).status == 404


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"{", 400),
        (b"", 422),
        (b"[]", 422),
        (b"null", 422),
        (b'"name"', 422),
        (b'{"name": "a", "name": "b"}', 400),
        (b'{"name": NaN}', 400),
        (b'{"name": 1e999}', 400),
        (b'{"name": "\\ud800"}', 400),
        (b'{"name": "\xff"}', 400),
        (b'{"name": ' + b"[" * 40 + b"]" * 40 + b"}", 400),
        (b'{"name": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", 400),
        (b'{"name": ' + b"9" * 5000 + b"}", 400),
        (b'{"name": "' + b"a" * (1024 * 1024) + b'"}', 413),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_only_strict_json_gets_in(firm: Firm, raw: bytes, status: int) -> None:
    assert firm.admin.call("POST", "/v1/records/companies", raw=raw).status == status


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "multipart/form-data", "application/jsonp"])
def test_only_json_gets_in(firm: Firm, kind: str) -> None:
    answer = firm.admin.call("POST", "/v1/records/companies", raw=b'{"name":"a"}', headers={"Content-Type": kind})

    assert (answer.status, answer.code) == (415, "unsupported_media")


def test_an_undeclared_parameter_is_refused(firm: Firm) -> None:
    assert firm.admin.get("/v1/me?tenant=other").faults == {"tenant": "unknown_parameter"}
    assert firm.admin.get("/v1/notifications?limit=1&limit=2").faults == {"limit": "repeated"}
    assert firm.admin.get("/v1/notifications?limit=101").faults == {"limit": "too_large"}
    assert firm.admin.get("/v1/notifications?limit=ten").faults == {"limit": "wrong_type"}


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
def test_a_write_needs_the_version_that_was_read(firm: Firm, method: str) -> None:
    company = firm.admin.post("/v1/records/companies", {"name": "Bar Pepe"})
    path = f"/v1/records/companies/{company.body['id']}"
    body = {"name": "Bar Paco"} if method == "PATCH" else None

    assert company.etag == '"1"'
    assert firm.admin.call(method, path, body).code == "precondition_required"
    assert firm.admin.call(method, path, body, version=7).code == "version_mismatch"
    assert firm.admin.call(method, path, body, headers={"If-Match": "*"}).code == "malformed_request"
    assert firm.admin.call(method, path, body, version=1).status in (200, 204)


def test_a_tenant_named_by_the_caller_changes_nothing(api: Api, firm: Firm) -> None:
    other = api.sign_up("Aceites Lucena")
    headers = {"X-Tenant-Id": other.id, "X-Amz-Tenant-Id": other.id}

    answer = Caller(api.watch, token=firm.admin.token, tenant=firm.id).get("/v1/me", headers=headers)

    assert answer.body["tenant"]["id"] == firm.id
