"""The one origin that a newcomer meets: portal, API, mailbox, and nothing that AWS would not have either."""

import json
import urllib.error
import urllib.request
from email.message import Message

import pytest

from infra import headers

pytestmark = pytest.mark.cloud


def get(url: str, *, method: str = "GET") -> tuple[int, Message, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as problem:
        return problem.code, problem.headers, problem.read()


def test_the_api_says_that_it_is_healthy(base_url: str) -> None:
    status, _, body = get(f"{base_url}/v1/health")

    assert (status, json.loads(body)["status"]) == (200, "ok")


@pytest.mark.parametrize("path", ["/", "/deals", "/records/contacts/01JABCDEFGHJKMNPQRSTVWXYZ0"])
def test_the_portals_own_routes_get_its_entry_page_with_the_policy(base_url: str, path: str) -> None:
    status, said, body = get(f"{base_url}{path}")

    assert status == 200
    assert b"<div id=" in body
    assert said["Content-Security-Policy"] == headers.content_security_policy()
    assert said["Cache-Control"] == headers.FRESH


def test_a_file_that_is_not_there_is_not_the_entry_page(base_url: str) -> None:
    assert get(f"{base_url}/assets/gone.js")[0] == 404
    assert get(f"{base_url}/../../pyproject.toml")[0] in (400, 404)


def test_an_unknown_path_of_the_api_is_a_problem_and_not_a_page(base_url: str) -> None:
    status, said, body = get(f"{base_url}/v1/nothing")

    assert status == 404
    assert said.get_content_type() == "application/problem+json"
    assert json.loads(body)["request_id"]


def test_the_mailbox_is_a_page_and_the_same_as_data(base_url: str) -> None:
    status, said, body = get(f"{base_url}/_mail")
    as_data = json.loads(get(f"{base_url}/_mail.json")[2])

    assert (status, said.get_content_type()) == (200, "text/html")
    assert b"<script" not in body
    assert isinstance(as_data, list)
