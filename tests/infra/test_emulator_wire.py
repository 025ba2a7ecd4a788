"""The HTTP that the local emulator speaks with its callers: whole requests in, whole answers out, line kept open."""

import asyncio
import http.client
import threading
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from infra.local.emulator.wire import Connection


async def echo(scope: Any, receive: Any, send: Any, *_: Any) -> None:
    """Answer with what was asked, in one piece, or in two of unknown length."""
    body = (await receive())["body"]
    told = f"{scope['method']} {scope['path']}?{scope['query_string'].decode()} ".encode() + body
    headers = [] if scope["path"].startswith("/unknown") else [(b"content-length", b"%d" % len(told))]
    await send({"type": "http.response.start", "status": 204 if scope["path"] == "/none" else 200, "headers": headers})
    if scope["path"] == "/unknown/long":
        await send({"type": "http.response.body", "body": told, "more_body": True})
        told = b" and more"
    await send({"type": "http.response.body", "body": b"" if scope["path"] == "/none" else told})


@pytest.fixture
def line() -> Iterator[http.client.HTTPConnection]:
    """Return a line to a server whose end ends the line."""
    loop = asyncio.new_event_loop()
    context = SimpleNamespace(terminated=asyncio.Event())

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await Connection(echo, loop, None, context, {}, reader, writer)

    server = loop.run_until_complete(asyncio.start_server(talk, "127.0.0.1", 0))
    running = threading.Thread(target=loop.run_forever)
    running.start()
    caller = http.client.HTTPConnection("127.0.0.1", server.sockets[0].getsockname()[1], timeout=10)
    yield caller
    caller.close()
    loop.call_soon_threadsafe(context.terminated.set)
    loop.call_soon_threadsafe(server.close)
    loop.call_soon_threadsafe(loop.call_later, 0.1, loop.stop)
    running.join()
    loop.close()


def said(line: http.client.HTTPConnection, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, str]:
    line.request(method, path, body, headers, encode_chunked=not isinstance(body, bytes | None))
    answer = line.getresponse()
    return answer.status, answer.read().decode()


def test_one_line_carries_request_after_request(line: http.client.HTTPConnection) -> None:
    assert said(line, "GET", "/a%20b?c=%20d") == (200, "GET /a b?c=%20d ")
    socket = line.sock
    assert said(line, "POST", "/big", b"x" * 300_000) == (200, "POST /big? " + "x" * 300_000)
    assert line.sock is socket


@pytest.mark.parametrize(("path", "more"), [("/unknown", ""), ("/unknown/long", " and more")])
def test_an_answer_of_unknown_length_has_an_end(line: http.client.HTTPConnection, path: str, more: str) -> None:
    assert said(line, "GET", path) == (200, f"GET {path}? {more}")
    assert said(line, "GET", "/next") == (200, "GET /next? ")


@pytest.mark.parametrize(("method", "path", "status"), [("HEAD", "/head", 200), ("DELETE", "/none", 204)])
def test_an_answer_without_a_body_ends_with_its_head(
    line: http.client.HTTPConnection, method: str, path: str, status: int
) -> None:
    assert said(line, method, path) == (status, "")
    assert said(line, "GET", "/next") == (200, "GET /next? ")


def test_a_body_may_come_in_chunks(line: http.client.HTTPConnection) -> None:
    chunks = iter([b"one ", b"two"])

    assert said(line, "PUT", "/file", chunks, **{"Transfer-Encoding": "chunked"}) == (200, "PUT /file? one two")
    assert said(line, "GET", "/next") == (200, "GET /next? ")


def test_whoever_asks_first_is_told_to_go_on(line: http.client.HTTPConnection) -> None:
    assert said(line, "PUT", "/file", b"whole", Expect="100-continue") == (200, "PUT /file? whole")


def test_a_caller_may_close_the_line(line: http.client.HTTPConnection) -> None:
    assert said(line, "GET", "/last", Connection="close") == (200, "GET /last? ")
    assert line.sock is not None
    assert line.sock.recv(1) == b""
