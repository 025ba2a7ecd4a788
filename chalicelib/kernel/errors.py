"""What can go wrong, as a tree; every leaf is a problem that a caller can act on.

Problem                       an answer with a status and a code (RFC 9457)
├── InvalidInput         422  the input was understood and refused; ``errors`` names each field
├── MalformedRequest     400  the input could not be read at all
├── Unauthenticated      401
├── Forbidden            403
├── NotFound             404  also for whatever belongs to somebody else
├── Conflict             409  the state does not allow it now
├── VersionMismatch      412  somebody changed the record meanwhile
├── TooLarge             413
├── UnsupportedMedia     415
├── PreconditionRequired 428  a write without If-Match
├── TooManyRequests      429  with ``retry_after`` in seconds
└── Unavailable          503  a part of ours did not answer; safe to repeat

A module that refuses for a reason of its own derives from one of these, beside the function that raises it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FieldError:
    """One refused field. ``field`` is a path such as ``emails.0.value``; ``message`` says what to do."""

    field: str
    code: str
    message: str


class Problem(Exception):
    """Something failed that nobody foresaw. A ``code`` is stable and documented; ``detail`` is for people."""

    status = 500
    code = "internal_error"

    def __init__(
        self,
        detail: str = "",
        *,
        code: str | None = None,
        errors: Sequence[FieldError] = (),
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.code = code or self.code
        self.errors = tuple(errors)
        self.extra = dict(extra or {})


class InvalidInput(Problem):
    """The input was understood and refused; ``errors`` names each field."""

    status = 422
    code = "invalid_input"

    @classmethod
    def of(cls, field: str, code: str, message: str) -> "InvalidInput":
        """Return the refusal of a single field."""
        return cls(message, errors=[FieldError(field, code, message)])


class MalformedRequest(Problem):
    """The request could not be read at all."""

    status = 400
    code = "malformed_request"


class Unauthenticated(Problem):
    """Nobody is signed in, or the token or key is not good."""

    status = 401
    code = "unauthenticated"


class Forbidden(Problem):
    """The caller's role or scopes do not allow it."""

    status = 403
    code = "forbidden"


class NotFound(Problem):
    """There is nothing here, or it belongs to somebody else."""

    status = 404
    code = "not_found"


class Conflict(Problem):
    """The state does not allow it now."""

    status = 409
    code = "conflict"


class VersionMismatch(Problem):
    """Somebody changed the record meanwhile; read it again."""

    status = 412
    code = "version_mismatch"


class TooLarge(Problem):
    """The body, the file or the record is larger than allowed."""

    status = 413
    code = "too_large"


class UnsupportedMedia(Problem):
    """The body is of another type than this address takes."""

    status = 415
    code = "unsupported_media"


class PreconditionRequired(Problem):
    """A change needs ``If-Match`` with the version it is based on."""

    status = 428
    code = "precondition_required"


class TooManyRequests(Problem):
    """Too many attempts; ``Retry-After`` says when to try again."""

    status = 429
    code = "too_many_requests"

    def __init__(self, detail: str = "", *, retry_after: int, **more: Any) -> None:
        super().__init__(detail, **more)
        self.retry_after = retry_after


class Unavailable(Problem):
    """A part of ours did not answer; repeating is safe."""

    status = 503
    code = "unavailable"
