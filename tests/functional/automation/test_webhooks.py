"""Webhooks: a server of the firm's is called, signed, until it says that it has it; and nobody else's ever is."""

import http.server
import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook

from chalicelib import settings
from chalicelib.gateways import webhooks
from chalicelib.gateways.webhooks import Call, NotReached
from tests.builders import Api
from tests.functional.automation.works import Works
from tests.world import World

SECRET = "whsec_" + "A" * 43 + "="


@dataclass(slots=True)
class Receiver:
    """A server on this machine: what it was told, and with which statuses it answers, the last one for ever."""

    url: str
    answers: list[int] = field(default_factory=lambda: [204])
    told: list[tuple[dict[str, str], str]] = field(default_factory=list)

    def next(self) -> int:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            made.told.append(({name.lower(): value for name, value in self.headers.items()}, body))
            status = made.next()
            self.send_response(status)
            self.send_header("Location", "http://127.0.0.1/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_GET(self) -> None:
            made.told.append(({}, "followed"))

        def log_message(self, *_: Any) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made = Receiver(f"http://127.0.0.1:{server.server_port}/hooks")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()


@pytest.fixture
def reachable(world: World) -> None:
    """Let webhooks call this machine."""
    settings.use(replace(world.settings, webhook_loopback=True))


def call_step(webhook: str) -> dict[str, Any]:
    return {"id": "tell", "kind": "action", "action": "call_webhook", "with": {"webhook": webhook}}


def defined(works: Works, url: str) -> str:
    return str(works.ask("/v1/webhooks", {"name": "ERP", "url": url}, status=201).body["id"])


def calls_of(works: Works, webhook: str) -> list[dict[str, Any]]:
    answer = works.admin.get(f"/v1/webhooks/{webhook}/calls")
    assert answer.status == 200, answer.raw
    return list(answer.body["items"])


@pytest.mark.usefixtures("reachable")
def test_a_server_is_told_of_a_record_with_a_signature_that_it_can_check(works: Works, receiver: Receiver) -> None:
    webhook = defined(works, receiver.url)
    secret = works.admin.get(f"/v1/webhooks/{webhook}/secret").body["secret"]
    works.automate(call_step(webhook))
    lead = works.create("leads", first_name="Begoña")

    works.until_quiet(twice=True)

    ((headers, body),) = receiver.told
    said = Webhook(secret).verify(body, headers)
    assert (said["type"], said["data"]["id"], said["data"]["record"]["first_name"]) == (
        "automation.step",
        lead["id"],
        "Begoña",
    )
    (call,) = calls_of(works, webhook)
    assert (call["state"], call["answer"], call["attempts"]) == ("made", "204", 1)
    assert works.timers() == []


@pytest.mark.usefixtures("reachable")
def test_a_call_is_repeated_with_the_same_id_until_it_is_taken(works: Works, receiver: Receiver) -> None:
    receiver.answers = [500, 302, 200]
    webhook = defined(works, receiver.url)
    works.automate(call_step(webhook))
    works.create("leads", first_name="Begoña")
    works.until_quiet(twice=True)

    works.pass_time(hours=1, twice=True)

    assert len({headers["webhook-id"] for headers, _ in receiver.told}) == 1
    assert [body for _, body in receiver.told].count("followed") == 0
    assert len(receiver.told) == 3
    assert calls_of(works, webhook)[0]["state"] == "made"


@pytest.mark.usefixtures("reachable")
def test_a_server_that_never_answers_well_is_given_up_and_tried_again_by_hand(works: Works, receiver: Receiver) -> None:
    receiver.answers = [500]
    webhook = defined(works, receiver.url)
    works.automate(call_step(webhook))
    works.create("leads", first_name="Begoña")
    works.until_quiet()
    works.pass_time(days=4)
    given_up = calls_of(works, webhook)[0]
    receiver.answers = [200]

    works.ask(f"/v1/webhooks/{webhook}/calls/{given_up['id']}/retry", status=202)
    works.until_quiet()

    assert (given_up["state"], given_up["why"], given_up["attempts"]) == ("failed", "given_up", 9)
    assert calls_of(works, webhook)[0]["state"] == "made"


@pytest.mark.usefixtures("reachable")
def test_a_server_that_is_gone_is_called_no_more_until_somebody_switches_it_on(
    works: Works, receiver: Receiver
) -> None:
    receiver.answers = [410]
    webhook = defined(works, receiver.url)
    works.automate(call_step(webhook))
    works.create("leads", first_name="Begoña")
    works.until_quiet()
    works.create("leads", first_name="Marta")
    works.until_quiet()
    off = works.admin.get(f"/v1/webhooks/{webhook}").body
    receiver.answers = [200]

    works.ask(f"/v1/webhooks/{webhook}/on")
    works.create("leads", first_name="Lucía")
    works.until_quiet()

    assert (off["is_on"], off["off"]) == (False, "gone")
    assert len(receiver.told) == 2


@pytest.mark.usefixtures("reachable")
def test_both_secrets_sign_for_a_day_after_a_new_one_was_made(works: Works, receiver: Receiver) -> None:
    webhook = defined(works, receiver.url)
    old = works.admin.get(f"/v1/webhooks/{webhook}/secret").body["secret"]
    new = works.ask(f"/v1/webhooks/{webhook}/secret").body["secret"]

    works.ask(f"/v1/webhooks/{webhook}/test", status=202)
    works.until_quiet()

    ((headers, body),) = receiver.told
    assert old != new
    assert Webhook(old).verify(body, headers)["type"] == "webhook.test"
    assert Webhook(new).verify(body, headers)["type"] == "webhook.test"


def test_who_may_see_a_secret_administers(works: Works, api: Api) -> None:
    webhook = defined(works, "https://erp.example/hooks")
    manager = api.hire(works.firm, "manager")

    listed = works.admin.get(f"/v1/webhooks/{webhook}")

    assert "whsec" not in listed.raw
    assert manager.get(f"/v1/webhooks/{webhook}/secret").status == 403


REFUSED = [
    "http://example.com/", "https://localhost/", "https://127.0.0.1/", "https://2130706433/", "https://0x7f000001/",
    "https://0177.0.0.1/", "https://127.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://0.0.0.0/",
    "https://169.254.169.254/", "https://evil@127.0.0.1/", "https://127.0.0.1\\@example.com/", "file:///etc/passwd",
    "gopher://example.com/", "https://example.com:8443/", "https://example.com:22/", "https://user:pw@example.com/",
    "https://example.com/\r\nHost: evil", "https://example/", "https://exa mple.com/", "https://example.com\ud800/",
    "https://example.com/" + "a" * 1000, "javascript:alert(1)", "//example.com/", "https:///etc", "",
]  # fmt: skip


def test_no_address_is_kept_that_leads_inside(works: Works) -> None:
    answers = [works.admin.post("/v1/webhooks", {"name": "ERP", "url": url}) for url in REFUSED]

    assert {answer.status for answer in answers} <= {400, 422}
    assert works.admin.get("/v1/webhooks").body["items"] == []


INSIDE = [
    ["127.0.0.1"], ["169.254.169.254"], ["93.184.216.34", "127.0.0.1"], ["127.0.0.1", "93.184.216.34"],
    ["100.64.0.1"], ["64:ff9b::7f00:1"], ["2002:7f00:1::"], ["::127.0.0.1"], ["::ffff:127.0.0.1"], ["198.18.0.1"],
    ["fd00:ec2::254"], ["0.0.0.0"], ["10.0.0.1"], ["192.168.1.1"], ["172.16.0.1"], ["fe80::1"], ["::1"],
]  # fmt: skip


@pytest.mark.parametrize("addresses", INSIDE, ids=lambda addresses: "+".join(addresses))
def test_no_name_that_resolves_to_the_inside_is_dialled(
    world: World, addresses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialled: list[Any] = []

    def resolved(host: str, port: Any, *_: Any, **__: Any) -> list[Any]:
        kinds = [(socket.AF_INET6 if ":" in one else socket.AF_INET, one) for one in addresses]
        return [(kind, socket.SOCK_STREAM, 6, "", (one, port or 0)) for kind, one in kinds]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    monkeypatch.setattr(socket.socket, "connect", lambda self, address: dialled.append(address))

    with pytest.raises(NotReached) as refused:
        webhooks.post(Call("https://hooks.example.com/", "msg_1", "{}", [SECRET]), now=datetime.now(UTC))

    assert (refused.value.code, dialled) == ("not_allowed", [])


def test_a_name_that_answers_otherwise_the_second_time_gains_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    dialled: list[Any] = []

    def resolved(host: str, port: Any, *_: Any, **__: Any) -> list[Any]:
        asked.append(host)
        one = "93.184.216.34" if len(asked) == 1 or host == "93.184.216.34" else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port or 0))]

    def connect(_: Any, address: Any) -> None:
        dialled.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    monkeypatch.setattr(socket.socket, "connect", connect)

    with pytest.raises(NotReached) as refused:
        webhooks.post(Call("https://hooks.example.com/", "msg_1", "{}", [SECRET]), now=datetime.now(UTC))

    assert refused.value.code == "unreachable"
    assert set(dialled) == {"93.184.216.34"}


@pytest.mark.usefixtures("reachable")
def test_a_body_is_as_long_as_it_may_be_and_no_longer(receiver: Receiver) -> None:
    at = datetime.now(UTC)
    longest = json.dumps("x" * (webhooks.MOST_BODY_BYTES - 2))

    assert webhooks.post(Call(receiver.url, "msg_1", longest, [SECRET]), now=at) == 204
    with pytest.raises(NotReached):
        webhooks.post(Call(receiver.url, "msg_2", longest + " ", [SECRET]), now=at)


@pytest.mark.usefixtures("reachable")
def test_who_answers_a_byte_at_a_time_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks, "LONGEST_CALL", timedelta(seconds=1))
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"

        with pytest.raises(NotReached) as refused:
            webhooks.post(Call(url, "msg_1", "{}", [SECRET]), now=datetime.now(UTC))

    assert refused.value.code == "timeout"
