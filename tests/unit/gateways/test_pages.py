"""Whether a page is there: asked of the public web, and never of anything inside."""

import http.server
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib.gateways import pages

LITERALS = (
    *("127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]"),
    *("0.0.0.0", "169.254.169.254", "evil@127.0.0.1", "10.0.0.1", "192.168.1.1", "[::]", "[fd00:ec2::254]"),
)
RESOLVED = (
    *("127.0.0.1", "169.254.169.254", "100.64.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1"),
    *("::ffff:127.0.0.1", "198.18.0.1", "fd00:ec2::254", "0.0.0.0", "10.1.2.3"),
)


class Inside(http.server.BaseHTTPRequestHandler):
    """A service of ours that nobody outside may reach."""

    hits: list[str]

    def do_HEAD(self) -> None:
        self.hits.append(self.path)
        self.send_response(200)
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815 - http.server's names

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture
def inside() -> Iterator[http.server.ThreadingHTTPServer]:
    handler = type("Handler", (Inside,), {"hits": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def hits(server: http.server.ThreadingHTTPServer) -> list[str]:
    return server.RequestHandlerClass.hits  # type: ignore[attr-defined,no-any-return]


def test_an_address_inside_is_never_dialled(inside: http.server.ThreadingHTTPServer) -> None:
    port = inside.server_address[1]

    found = pages.statuses([f"http://{host}:{port}/" for host in LITERALS])

    assert set(found.values()) == {None}
    assert hits(inside) == []


def test_a_name_that_leads_inside_is_never_dialled(
    inside: http.server.ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = inside.server_address[1]
    for place, address in enumerate(RESOLVED):
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        told = [(family, socket.SOCK_STREAM, 6, "", (address, port))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, told=told, **__: told)
        assert pages.statuses([f"http://rios{place}.example:{port}/"]) == {f"http://rios{place}.example:{port}/": None}

    assert hits(inside) == []


@pytest.mark.parametrize("url", ["file:///etc/passwd", "gopher://x.example/", "ftp://x.example/", "http://", "x"])
def test_what_is_no_page_is_asked_of_nobody(url: str) -> None:
    assert pages.statuses([url]) == {url: None}


def test_nothing_to_ask_asks_nobody() -> None:
    assert pages.statuses([]) == {}
