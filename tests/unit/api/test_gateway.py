"""How an address finds its route."""

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.api.gateway import Gateway
from tests.client import proxy_event

NOW = datetime(2026, 11, 21, 20, 15, tzinfo=UTC)


@pytest.fixture
def gateway() -> Gateway:
    made = Gateway("test", now=lambda: NOW)
    for path in ("/v1/me", "/v1/records/{plural}/{id}", "/v1/records/{plural}/query", "/v1/records/leads/{id}/convert"):
        made.route(path, methods=["GET"], content_types=[])(_echo(path))
    return made


def _echo(path: str) -> Any:
    def view(**parameters: str) -> dict[str, Any]:
        return {"route": path, **parameters}

    return view


def ask(gateway: Gateway, path: str, method: str = "GET") -> dict[str, Any]:
    return gateway(proxy_event(method, path, {}, None, "203.0.113.7"), None)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/me", '{"route":"/v1/me"}'),
        ("/v1/me/", '{"route":"/v1/me"}'),
        ("/v1/records/deals/1", '{"route":"/v1/records/{plural}/{id}","plural":"deals","id":"1"}'),
        ("/v1/records/leads/1", '{"route":"/v1/records/{plural}/{id}","plural":"leads","id":"1"}'),
        ("/v1/records/deals/query", '{"route":"/v1/records/{plural}/query","plural":"deals"}'),
        ("/v1/records/leads/1/convert", '{"route":"/v1/records/leads/{id}/convert","id":"1"}'),
        (
            "/v1/records/deals/a%2Fb%20%C3%B1",
            '{"route":"/v1/records/{plural}/{id}","plural":"deals","id":"a/b \\u00f1"}',
        ),
    ],
)
def test_a_literal_comes_before_a_parameter_and_parameters_are_decoded(gateway: Gateway, path: str, body: str) -> None:
    answer = ask(gateway, path)

    assert (answer["statusCode"], answer["body"]) == (200, body)


@pytest.mark.parametrize(
    "path", ["/", "/v1", "/v1/you", "/v1/records/deals", "/v1/records//1", "/v1/records/deals/%ff"]
)
def test_an_address_without_a_route_is_404(gateway: Gateway, path: str) -> None:
    assert ask(gateway, path)["statusCode"] == 404


def test_another_method_is_405_and_says_which_there_are(gateway: Gateway) -> None:
    answer = ask(gateway, "/v1/me", "DELETE")

    assert (answer["statusCode"], answer["headers"]["Allow"]) == (405, "GET")


def test_the_event_is_left_as_it_came(gateway: Gateway) -> None:
    event = proxy_event("GET", "/v1/records/deals/1", {}, None, "203.0.113.7")

    gateway(event, None)

    assert event == proxy_event("GET", "/v1/records/deals/1", {}, None, "203.0.113.7")
