"""HTTP/1.1 for one machine's own callers, in place of hypercorn's, which costs more a call.

Hypercorn runs a state machine, a task group and three timers for each request; most of what the emulator did was that.
Here a request is read whole, handed to the application, and its answer written in one piece. Hypercorn keeps what it
does once: the lifespan of the application, the sockets, the signals.
"""

import asyncio
from http import HTTPStatus
from urllib.parse import unquote

CLOSE = b"close"
LARGE = 1 << 16
REASONS = {status.value: status.phrase.encode() for status in HTTPStatus}
WITHOUT_BODY = frozenset({204, 304})


class Connection:
    """What a caller says on one connection, request after request; awaited, it lasts until either side ends it."""

    def __init__(self, app, loop, _config, context, _state, reader, writer):
        self._app = app
        self._loop = loop
        self._context = context
        self._reader = reader
        self._writer = writer
        self._client = writer.get_extra_info("peername")[:2]
        self._server = writer.get_extra_info("sockname")[:2]

    def __await__(self):
        return self._run().__await__()

    async def _run(self):
        end = self._loop.create_task(self._end_with_the_server())
        try:
            while await self._one_request():
                pass
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError, ValueError):
            pass  # they hung up, or speak something else
        finally:
            end.cancel()
            self._writer.close()

    async def _end_with_the_server(self):
        await self._context.terminated.wait()
        self._writer.close()

    async def _one_request(self):
        """Answer the next request, and say whether there may be another."""
        head = await self._reader.readuntil(b"\r\n\r\n")
        line, *lines = head[:-4].split(b"\r\n")
        method, target, version = line.split(b" ")
        headers = []
        for each in lines:
            name, _, value = each.partition(b":")
            headers.append((name.lower(), value.strip()))
        said = dict(headers)
        if said.get(b"expect", b"").lower() == b"100-continue":
            self._writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        body = await self._body(said)
        path, _, query = target.partition(b"?")
        scope = {
            "type": "http",
            "asgi": {"spec_version": "2.3", "version": "3.0"},
            "http_version": version.decode()[5:],
            "method": method.decode(),
            "scheme": "http",
            "path": unquote(path.decode("ascii")),
            "raw_path": path,
            "query_string": query,
            "root_path": "",
            "headers": headers,
            "client": self._client,
            "server": self._server,
            "state": {},
            "extensions": {},
        }
        answer = _Answer(self._writer, body, is_head=method == b"HEAD")
        # A task of its own: what the application notes of the caller in its context ends with the request.
        await self._loop.create_task(self._app(scope, answer.receive, answer.send, None, None))
        if not answer.is_over:
            return False
        return version == b"HTTP/1.1" and said.get(b"connection", b"").lower() != CLOSE

    async def _body(self, said):
        if said.get(b"transfer-encoding", b"").lower() != b"chunked":
            length = int(said.get(b"content-length", 0))
            return await self._reader.readexactly(length) if length else b""
        chunks = []
        while size := int((await self._reader.readuntil(b"\r\n")).split(b";")[0], 16):
            chunks.append((await self._reader.readexactly(size + 2))[:-2])
        while await self._reader.readuntil(b"\r\n") != b"\r\n":
            pass
        return b"".join(chunks)


class _Answer:
    """One request's body to come, and its answer on its way."""

    def __init__(self, writer, body, *, is_head):
        self._writer = writer
        self._unread = [body]
        self._is_head = is_head
        self._head = b""
        self._is_chunked = False
        self.is_over = False

    async def receive(self):
        if self._unread:
            return {"type": "http.request", "body": self._unread.pop(), "more_body": False}
        await self._writer.wait_closed()
        return {"type": "http.disconnect"}

    async def send(self, message):
        if message["type"] == "http.response.start":
            self._head = self._beginning(message["status"], message["headers"])
            return
        if message["type"] != "http.response.body":
            return
        body, is_last = message.get("body", b""), not message.get("more_body", False)
        if self._head and not self._is_head and b"\r\ncontent-length:" not in self._head.lower():
            self._is_chunked = not is_last
            length = b"transfer-encoding: chunked" if self._is_chunked else b"content-length: %d" % len(body)
            self._head = self._head[:-2] + length + b"\r\n\r\n"
        if self._is_head:
            body = b""
        elif self._is_chunked:
            body = (b"%x\r\n%b\r\n" % (len(body), body) if body else b"") + (b"0\r\n\r\n" if is_last else b"")
        self._writer.write(self._head + body)
        self._head = b""
        self.is_over = is_last
        if len(body) > LARGE or not is_last:
            await self._writer.drain()

    def _beginning(self, status, headers):
        if status in WITHOUT_BODY:
            self._is_head = True
        lines = b"".join(b"%b: %b\r\n" % header for header in headers)
        return b"HTTP/1.1 %d %b\r\n%b\r\n" % (status, REASONS.get(status, b"Unknown"), lines)
