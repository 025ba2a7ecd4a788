"""DNS of the local cloud: a resolver of one zone file, and the page on which one publishes what a domain asks for.

Functions ask this resolver instead of the internet's. It knows what was published on `/_dns` and nothing else, so that
a domain can be verified on a laptop without owning it. It is never deployed.
"""

import html
import json
import socketserver
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import dns.flags
import dns.message
import dns.rcode
import dns.rrset

TYPES = ("TXT", "CNAME", "MX")


class Zone:
    """What is published, by name and type; a file of JSON, if one is given."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._records: dict[str, list[str]] = {}
        self.is_silent = False
        if path is not None and path.exists():
            self._records = json.loads(path.read_text())

    def publish(self, name: str, type: str, value: str) -> None:
        """This function will add a record; one that is there already stays as it is."""
        with self._lock:
            found = self._records.setdefault(_key(name, type), [])
            if value not in found:
                found.append(value)
            self._save()

    def withdraw(self, name: str, type: str) -> None:
        """This function will take the records of a type from a name."""
        with self._lock:
            self._records.pop(_key(name, type), None)
            self._save()

    def records(self) -> list[tuple[str, str, str]]:
        """Every record: name, type and value."""
        with self._lock:
            return [
                (name, type, value)
                for key, values in sorted(self._records.items())
                for name, _, type in [key.rpartition(" ")]
                for value in values
            ]

    def find(self, name: str, type: str) -> Sequence[str]:
        """The values of a type under a name."""
        with self._lock:
            return tuple(self._records.get(_key(name, type), ()))

    def has(self, name: str) -> bool:
        """Whether anything is published under a name."""
        return any(self.find(name, type) for type in TYPES)

    def serve(self, port: int = 0) -> socketserver.ThreadingUDPServer:
        """This function will answer on loopback in a thread of its own, and return the server."""
        handler = type("Handler", (_Handler,), {"zone": self})
        server = socketserver.ThreadingUDPServer(("127.0.0.1", port), handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server

    def _save(self) -> None:
        if self._path is not None:
            self._path.write_text(json.dumps(self._records, indent=1))


class _Handler(socketserver.BaseRequestHandler):
    zone: Zone

    def handle(self) -> None:
        data, socket = self.request
        if not self.zone.is_silent:
            socket.sendto(answer(self.zone, data), self.client_address)


def answer(zone: Zone, data: bytes) -> bytes:
    """This function will return what a resolver says to a question."""
    asked = dns.message.from_wire(data)
    said = dns.message.make_response(asked, recursion_available=True)
    said.flags |= dns.flags.AA
    question = asked.question[0]
    name, type = question.name.to_text(omit_final_dot=True), dns.rdatatype.to_text(question.rdtype)
    values = [_spelled(type, value) for value in zone.find(name, type)]
    if values:
        said.answer.append(dns.rrset.from_text_list(question.name, 60, "IN", type, values))
    elif not zone.has(name):
        said.set_rcode(dns.rcode.NXDOMAIN)
    return said.to_wire(max_size=4096)


def _spelled(type: str, value: str) -> str:
    """A value as a zone file writes it: a text in pieces of 255, a host with its dot."""
    if type == "TXT":
        pieces = [value[start : start + 255] for start in range(0, len(value), 255)]
        return " ".join(f'"{piece}"' for piece in (piece.replace("\\", "\\\\").replace('"', '\\"') for piece in pieces))
    return value if value.endswith(".") else f"{value}."


def _key(name: str, type: str) -> str:
    return f"{name.lower().rstrip('.')} {type}"


def identity(zone: Zone, found: Mapping[str, Any]) -> dict[str, Any]:
    """This function will return what SES would say of an identity: it has found the keys that are published."""
    keys = found.get("DkimAttributes", {})
    domain, tokens = found.get("EmailIdentity", ""), keys.get("Tokens", [])
    is_found = bool(tokens) and all(zone.find(f"{token}._domainkey.{domain}", "CNAME") for token in tokens)
    status = {"Status": "SUCCESS" if is_found else "PENDING", "SigningEnabled": is_found}
    return {**found, "VerifiedForSendingStatus": is_found, "DkimAttributes": {**keys, **status}}


def accept(zone: Zone, form: bytes) -> None:
    """This function will do what a form of the page asks for: publish the pasted lines, or withdraw a record."""
    given = dict(parse_qsl(form.decode(), keep_blank_values=True))
    if given.get("do") == "withdraw":
        zone.withdraw(given["name"], given["type"])
        return
    for line in given.get("lines", "").splitlines():
        parts = line.split(None, 2)
        if len(parts) == 3 and parts[1].upper() in TYPES:
            zone.publish(parts[0], parts[1].upper(), parts[2].strip().strip('"'))


STYLE = """
body{font:14px/1.5 system-ui,sans-serif;margin:0 auto;max-width:960px;padding:24px;color:#262421;background:#fcfaf6}
textarea{width:100%;box-sizing:border-box;font:13px/1.5 ui-monospace,monospace;padding:8px}
table{border-collapse:collapse;width:100%;margin-top:24px} td,th{text-align:left;padding:6px;overflow-wrap:anywhere}
tr{border-top:1px solid #ece9e5} h1{font-size:20px} form{margin:0} button{padding:6px 12px}
"""


def page(zone: Zone) -> str:
    """This function will return the page of what is published; it needs no script."""
    rows = "".join(
        f"<tr><td>{html.escape(name)}</td><td>{type}</td><td>{html.escape(value)}</td><td>"
        f'<form method="post"><input type="hidden" name="do" value="withdraw">'
        f'<input type="hidden" name="name" value="{html.escape(name)}"><input type="hidden" name="type" value="{type}">'
        "<button>Withdraw</button></form></td></tr>"
        for name, type, value in zone.records()
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>DNS · Tendero</title><style>{STYLE}</style><h1>DNS</h1>"
        "<p>What the local cloud finds when it looks a domain up. Paste records, one a line: name, type, value.</p>"
        '<form method="post"><input type="hidden" name="do" value="publish"><label>Records'
        '<textarea name="lines" rows="8" placeholder="_dmarc.bodegasrios.es TXT v=DMARC1; p=none;"></textarea></label>'
        "<p><button>Publish</button></p></form>"
        f"<table><tr><th>Name</th><th>Type</th><th>Value</th><th></th></tr>{rows}</table></html>"
    )
