"""A firm with a company whose files matter."""

from typing import Any

from chalicelib.gateways import files
from chalicelib.storage import guard
from tests.bar_pepe import bar, firm
from tests.builders import Firm
from tests.client import Answer, Caller
from tests.faults import faults, pytest_pyfunc_call

__all__ = ["bar", "faults", "firm", "pytest_pyfunc_call"]


def begin(caller: Caller, address: str, name: str, content: bytes) -> dict[str, Any]:
    answer = caller.post(address, {"name": name, "size": len(content)})
    assert answer.status == 201, answer.raw
    ticket: dict[str, Any] = answer.body
    return ticket


def post(ticket: dict[str, Any], content: bytes) -> None:
    """Store a file as S3 would, once it has let the form through."""
    fields = ticket["upload"]["fields"]
    with guard.entered(fields["key"].split("/")[1]):
        files.put(fields["key"], content, content_type=fields["Content-Type"])


def upload(caller: Caller, address: str, name: str, content: bytes) -> Answer:
    """Upload a file to the files at ``address`` and say that it is done."""
    ticket = begin(caller, address, name, content)
    post(ticket, content)
    return caller.post(f"{address.removesuffix('/versions')}{_own(address, ticket)}/complete")


def _own(address: str, ticket: dict[str, Any]) -> str:
    return "" if address.endswith("/versions") else f"/{ticket['file']['id']}"


def stored(firm: Firm, key: str) -> bytes | None:
    """Return the bytes under a key of the firm, or None."""
    with guard.entered(firm.tenant["id"]):
        found = files.find(key)
        return None if found is None else b"".join(files.blocks(key, etag=found.etag))
