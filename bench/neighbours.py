"""Whatever the API talks to besides its store, answered on the loopback: keys of tokens, secrets, users, the bus."""

import contextlib
import http.server
import json
import threading
import uuid
from collections.abc import Iterator
from typing import Any

SECRETS = {"pepper": "bench-pepper-0123456789abcdef0123456789abcdef", "cursor_key": "c0ffee00" * 8}


@contextlib.contextmanager
def answering(jwks: dict[str, Any]) -> Iterator[str]:
    """Answer until the block ends; yield the address."""

    class Neighbour(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(jwks)

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])) or b"{}")
            self._say(_answer(self.headers["X-Amz-Target"].rpartition(".")[2], body))

        def _say(self, answer: dict[str, Any]) -> None:
            payload = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/x-amz-json-1.1")
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, *_: Any) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Neighbour)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def _answer(operation: str, body: dict[str, Any]) -> dict[str, Any]:
    if operation == "GetSecretValue":
        return {"Name": body["SecretId"], "SecretString": json.dumps(SECRETS)}
    if operation == "AdminCreateUser":
        return {"User": {"Username": body["Username"], "Attributes": [{"Name": "sub", "Value": str(uuid.uuid4())}]}}
    if operation == "PutEvents":
        return {"FailedEntryCount": 0, "Entries": [{"EventId": str(uuid.uuid4())} for _ in body["Entries"]]}
    return {}
