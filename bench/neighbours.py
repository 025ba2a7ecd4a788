"""Whatever the API talks to besides its store, answered on the loopback: secrets, users, keys, bus, queue, files.

The answers are the least that botocore accepts; nothing here is checked or kept, but for the files.
"""

import contextlib
import hashlib
import http.server
import json
import re
import threading
import uuid
from collections.abc import Iterator
from typing import Any

SECRETS = {
    "pepper": "bench-pepper-0123456789abcdef0123456789abcdef",
    "cursor_key": "c0ffee00" * 8,
    "link_key_1": "bench-link-key-" + "0" * 32,
}
FILES: dict[str, bytes] = {}
"""What the files bucket holds, by key."""


@contextlib.contextmanager
def answering(jwks: dict[str, Any]) -> Iterator[str]:
    """Answer until the block ends; yield the address."""

    class Neighbour(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path == "/jwks.json":
                self._say(jwks)
            else:
                self._file()

        def do_HEAD(self) -> None:
            self._file()

        def do_PUT(self) -> None:
            FILES[_key(self.path)] = self._body()
            self._send(200, b"", {"ETag": _etag(self.path)})

        def do_POST(self) -> None:
            body = json.loads(self._body() or b"{}")
            self._say(_answer(self.headers["X-Amz-Target"].rpartition(".")[2], body))

        def _body(self) -> bytes:
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))

        def _file(self) -> None:
            content = FILES.get(_key(self.path))
            if content is None:
                self._send(404, b"", {})
                return
            part = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range") or "")
            sent = content[int(part[1]) : int(part[2]) + 1] if part else content
            if part and not sent:
                self._send(416, b"", {})
            else:
                self._send(206 if part else 200, sent, {"ETag": _etag(self.path)})

        def _say(self, answer: dict[str, Any]) -> None:
            self._send(200, json.dumps(answer).encode(), {"Content-Type": "application/x-amz-json-1.1"})

        def _send(self, status: int, payload: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(payload))}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(payload)

        def log_message(self, *_: Any) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Neighbour)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def _key(path: str) -> str:
    """Return the key in ``/<bucket>/<key>?...``."""
    return path.partition("?")[0].split("/", 2)[2]


def _etag(path: str) -> str:
    return '"' + hashlib.sha256(FILES[_key(path)]).hexdigest()[:32] + '"'


def _answer(operation: str, body: dict[str, Any]) -> dict[str, Any]:
    if operation == "GetSecretValue":
        return {"Name": body["SecretId"], "SecretString": json.dumps(SECRETS)}
    if operation == "AdminCreateUser":
        return {"User": {"Username": body["Username"], "Attributes": [{"Name": "sub", "Value": str(uuid.uuid4())}]}}
    if operation == "PutEvents":
        return {"FailedEntryCount": 0, "Entries": [{"EventId": str(uuid.uuid4())} for _ in body["Entries"]]}
    if operation == "SendMessageBatch":
        return {"Successful": [{"Id": each["Id"], "MessageId": str(uuid.uuid4())} for each in body["Entries"]]}
    return {}
