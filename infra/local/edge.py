"""The edge of the local cloud: one origin, as CloudFront makes it in AWS, and the doors that only a laptop needs.

/v1/*             the deployed API Gateway
/pictures/*       the pictures of mails, for everybody
/_s3/*            presigned uploads and downloads
/_mail            every mail that was sent, as a page; `/_mail.json` the same as data
/_ses/*           where functions send mail
/_dns             what is published of domains, and where to publish it
everything else   the portal's files, with CloudFront's rewriting and headers
"""

import base64
import gzip
import hashlib
import http.client
import json
import mimetypes
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from infra import headers
from infra.functions import GATEWAY_STAGE
from infra.local import mail, names
from infra.local.cloud import Cloud
from infra.local.mail import MailRoom
from infra.local.names import Zone

#: Requests that may be in the API at once: each wants a Lambda worker of its own, and there are few cores.
AT_ONCE = 4
HOP_BY_HOP = frozenset({"connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "host"})
COMPRESSED = frozenset({".css", ".html", ".js", ".json", ".svg", ".webmanifest"})


NOTHING_ADDED: Mapping[str, str] = {}
#: A mail is shown without scripts, in an origin of its own; its links open as a mail program opens them.
MAIL_POLICY = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
    "img-src data: http: https:"
)
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==")


@dataclass(slots=True)
class Edge:
    """What the handlers share."""

    cloud: Cloud
    api_id: str
    mail_room: MailRoom
    zone: Zone
    portal: Path
    files_bucket: str = ""
    is_draining: bool = False
    room: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(AT_ONCE))

    def serve(self, port: int) -> ThreadingHTTPServer:
        """This function will listen on loopback in threads of its own and return the server."""
        handler = type("Handler", (_Handler,), {"edge": self})
        server = _Server(("127.0.0.1", port), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


@dataclass(frozen=True, slots=True)
class _File:
    body: bytes
    compressed: bytes | None
    kind: str
    etag: str


class _Handler(BaseHTTPRequestHandler):
    edge: Edge
    protocol_version = "HTTP/1.1"
    wbufsize = 65536  # headers and body in one packet: two cost 40 ms together (Nagle)
    upstream: http.client.HTTPConnection | None = None

    def route(self) -> None:
        path = urlsplit(self.path).path
        if path.startswith("/v1/"):
            self._api()
        elif path.startswith(headers.PICTURES):
            self._picture(path)
        elif path.startswith("/_s3/"):
            self._forward(self.path.removeprefix("/_s3"), {"X-Content-Type-Options": "nosniff"})
        elif path.startswith("/_ses/"):
            self._send_mail()
        elif path == "/_dns":
            self._names()
        elif path == "/_mail":
            self._answer("text/html; charset=utf-8", mail.page(self.edge.mail_room.newest_first()).encode())
        elif path == "/_mail.json":
            mails = [one.public() for one in self.edge.mail_room.newest_first()]
            self._answer("application/json", json.dumps(mails).encode())
        elif path.startswith("/_mail/"):
            self._mail(*unquote(path.removeprefix("/_mail/")).split("/"))
        else:
            self._portal(path)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = route  # noqa: N815 - http.server's names

    def _api(self) -> None:
        if self.edge.is_draining:
            self.close_connection = True
            self._answer("application/problem+json", b'{"code":"stopping"}', status=HTTPStatus.SERVICE_UNAVAILABLE)
            return
        with self.edge.room:
            self._forward(f"/restapis/{self.edge.api_id}/{GATEWAY_STAGE}/_user_request_{self.path}")

    def _picture(self, path: str) -> None:
        """A picture of a mail, which S3 gives to CloudFront alone, with its type and how long it may be kept."""
        if self.command not in ("GET", "HEAD") or not headers.PICTURE.fullmatch(path):
            self._answer("text/plain", b"No such picture.", status=HTTPStatus.FORBIDDEN)
            return
        self._forward(f"/{self.edge.files_bucket}{rewrite(path)}", headers.SECURITY)

    def _forward(self, target: str, added: Mapping[str, str] = NOTHING_ADDED) -> None:
        status, answered, body = self._ask(target, self._body())
        self.send_response(status)
        for name, value in [*answered, *added.items()]:
            if name.lower() not in HOP_BY_HOP | {"content-length", "date", "server"}:
                self.send_header(name, value)
        self._finish(body)

    def _ask(self, target: str, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        """The emulator's answer, over a connection kept as long as the browser keeps its own."""
        asked = {name: value for name, value in self.headers.items() if name.lower() not in HOP_BY_HOP}
        asked["X-Forwarded-For"] = self.client_address[0]
        for attempt in (1, 2):
            if self.upstream is None:
                self.upstream = http.client.HTTPConnection("127.0.0.1", self.edge.cloud.port, timeout=120)
            try:
                self.upstream.request(self.command, target, body=body or None, headers=asked)
                answer = self.upstream.getresponse()
                return answer.status, answer.getheaders(), answer.read()
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                # The kept connection was closed meanwhile; nothing of this request was read, so it is asked once more.
                self.upstream = None
                if attempt == 2:
                    raise
        raise AssertionError("unreachable")

    def _names(self) -> None:
        if self.command == "POST":
            names.accept(self.edge.zone, self._body())
        self._answer("text/html; charset=utf-8", names.page(self.edge.zone).encode())

    def _send_mail(self) -> None:
        body = self._body()
        if self.path.endswith("/mail-from"):  # the emulator has no return path, and needs none
            self._answer("application/json", b"{}")
            return
        status, answered, answer = self._ask(self.path.removeprefix("/_ses"), body)
        if status == HTTPStatus.OK and self.command == "GET" and "/identities/" in self.path:
            answer = json.dumps(names.identity(self.edge.zone, json.loads(answer))).encode()
        if status == HTTPStatus.OK and self.path.endswith("/outbound-emails"):
            self.edge.mail_room.accept(json.loads(body), json.loads(answer)["MessageId"])
        kind = next((value for name, value in answered if name.lower() == "content-type"), "application/json")
        self._answer(kind, answer, status=status)

    def _mail(self, mail_id: str, *part: str) -> None:
        """A mail as its recipient sees it; SES's image in it, and SES's links, which tell."""
        room, found = self.edge.mail_room, self.edge.mail_room.find(mail_id)
        who = {"agent": self.headers.get("User-Agent", ""), "address": self.client_address[0]}
        if found is not None and not part:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", MAIL_POLICY)
            self._finish(mail.as_sent(found).encode())
        elif found is not None and part == ("open.gif",):
            room.opened(found, **who)
            self._answer("image/gif", PIXEL)
        elif found is not None and len(part) == 2 and part[0] == "links" and part[1].isdecimal():
            self._lead(room.followed(found, int(part[1]), **who))
        else:
            self._answer("text/plain", b"No such mail.", status=HTTPStatus.NOT_FOUND)

    def _lead(self, address: str | None) -> None:
        if address is None:
            self._answer("text/plain", b"No such link.", status=HTTPStatus.NOT_FOUND)
            return
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self._finish(b"")

    def _portal(self, path: str) -> None:
        file = _read(self.edge.portal / rewrite(path).lstrip("/"), self.edge.portal)
        if file is None:
            self._answer("text/plain", b"No such file.", status=HTTPStatus.NOT_FOUND)
            return
        is_known = self.headers.get("If-None-Match") == file.etag
        self.send_response(HTTPStatus.NOT_MODIFIED if is_known else HTTPStatus.OK)
        self.send_header("ETag", file.etag)
        self.send_header("Cache-Control", headers.cache_control(path))
        self.send_header("Content-Type", file.kind)
        self._secure(path)
        body = file.body
        if file.compressed and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = file.compressed
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self._finish(b"" if is_known else body)

    def _answer(self, kind: str, body: bytes, *, status: int = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self._secure()
        self._finish(body)

    def _secure(self, path: str = "/") -> None:
        self.send_header("Content-Security-Policy", headers.content_security_policy(path=path))
        for name, value in headers.security(path).items():
            self.send_header(name, value)

    def _finish(self, body: bytes) -> None:
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def log_message(self, format: str, *args: object) -> None:
        """Requests are in the emulator's log; the edge's own would double them."""


def rewrite(path: str) -> str:
    """This function will return the file for a path, as the viewer function of `infra/stack/portal.py` does."""
    picture = headers.PICTURE.fullmatch(path)
    if picture:
        return f"/t/{picture[1]}/picture-{picture[2]}"
    if "." in path.rsplit("/", 1)[-1]:
        return path
    if path.startswith(headers.FRAMED):
        return "/form.html"
    return "/portal.html" if path == "/portal" or path.startswith("/portal/") else "/index.html"


def _read(path: Path, folder: Path) -> _File | None:
    """The file, if it is one of the portal's; its bytes are kept until it changes."""
    resolved = path.resolve()
    if not resolved.is_relative_to(folder.resolve()) or not resolved.is_file():
        return None
    return _load(resolved, resolved.stat().st_mtime_ns)


@lru_cache(maxsize=1024)
def _load(path: Path, _changed: int) -> _File:
    body = path.read_bytes()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return _File(
        body=body,
        compressed=gzip.compress(body, 6) if path.suffix in COMPRESSED else None,
        kind=f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
        etag=f'"{hashlib.sha256(body).hexdigest()[:32]}"',
    )
