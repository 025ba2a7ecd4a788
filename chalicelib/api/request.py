"""What a view sees of a request: read from the event once, and only as far as it is asked for."""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from chalicelib.api import strict_json
from chalicelib.kernel.errors import MalformedRequest, PreconditionRequired, UnsupportedMedia

_JSON_TYPE = re.compile(r"application/json\s*(;\s*charset=\"?utf-8\"?\s*)?", re.IGNORECASE)
_ETAG = re.compile(r'(?:W/)?"(\d{1,15})(?:-[a-z0-9_.:]{1,80})?"|(\d{1,15})')
_IDEMPOTENCY_KEY = re.compile(r"[\x21-\x7e]{1,255}")
MAX_QUERY_VALUES: Final = 100


@dataclass(frozen=True, slots=True)
class Response:
    """An answer with a status or headers of its own; a view that needs neither returns its body."""

    body: Any = None
    status: int | None = None
    headers: Mapping[str, str | list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """``headers`` by lower-case name, ``query`` with every value of a name, ``json`` once the door has checked it."""

    method: str
    id: str
    headers: Mapping[str, str]
    query: Mapping[str, list[str]]
    address: str
    raw_body: bytes = b""
    json: Any = None

    @classmethod
    def of(cls, event: Mapping[str, Any], *, request_id: str) -> "Request":
        """Return the request that an API Gateway event describes."""
        context = event["requestContext"]
        return cls(
            method=context["httpMethod"],
            id=request_id,
            headers={name.lower(): value for name, value in (event.get("headers") or {}).items()},
            query=event.get("multiValueQueryStringParameters") or {},
            address=_address_of(event),
            raw_body=_body_of(event),
        )

    def parse(self) -> Any:
        """Return the body as strict JSON.

        :raises UnsupportedMedia: when it says that it is something else.
        """
        if not _JSON_TYPE.fullmatch(self.headers.get("content-type", "application/json").strip()):
            raise UnsupportedMedia("Send the body as application/json.")
        return strict_json.parse(self.raw_body)

    def one(self, name: str) -> str | None:
        """Return the last value of a query parameter, or None."""
        values = self.query.get(name)
        return values[-1] if values else None

    def cookie(self, name: str) -> str | None:
        """Return a cookie's value, or None. A neighbour's odd cookie does not hide ours, as it does for the library."""
        pairs = (pair.strip().partition("=") for pair in self.headers.get("cookie", "").split(";"))
        return next((value for found, _, value in pairs if found == name and value), None)

    @property
    def idempotency_key(self) -> str | None:
        """Return the ``Idempotency-Key`` header.

        :raises MalformedRequest: when it is longer than 255 characters or not plain ASCII.
        """
        key = self.headers.get("idempotency-key")
        if key is not None and not _IDEMPOTENCY_KEY.fullmatch(key):
            raise MalformedRequest("An Idempotency-Key has 1 to 255 visible ASCII characters.")
        return key

    @property
    def expected_version(self) -> int:
        """Return the version that ``If-Match`` names.

        :raises PreconditionRequired: when the header is missing.
        :raises MalformedRequest: when it names no version.
        """
        given = self.headers.get("if-match")
        if given is None:
            raise PreconditionRequired("Send If-Match with the version that you have read.")
        match = _ETAG.fullmatch(given.strip())
        if match is None:
            raise MalformedRequest('If-Match must be a version such as "3".')
        return int(match[1] or match[2])


def _address_of(event: Mapping[str, Any]) -> str:
    """Return where the request came from: what CloudFront, the last but one on the way, saw; else who called us."""
    caller: str = (event["requestContext"].get("identity") or {}).get("sourceIp") or ""
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    way = [hop.strip() for hop in headers.get("x-forwarded-for", "").split(",")]
    return way[-2][:45] if len(way) > 1 and way[-1] == caller else caller


def _body_of(event: Mapping[str, Any]) -> bytes:
    body = event.get("body")
    if not body:
        return b""
    if not event.get("isBase64Encoded"):
        return body if isinstance(body, bytes) else str(body).encode("utf-8", errors="surrogatepass")
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError) as broken:
        raise MalformedRequest("The body could not be decoded.") from broken
