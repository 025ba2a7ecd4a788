"""Who calls: the one place where tokens and API keys are verified, in AWS and on a laptop alike.

A verified token is remembered by its hash until it expires, so that a warm request pays one hash instead of an RSA
verification. Whom it stands for (tenant, role, ``not_before``) is remembered for 60 seconds, and that bounds how long a
revoked session, a lost role or a revoked key can still be used. The price: nothing here is instant, all is bounded.
"""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Generic, TypeVar

import jwt

from chalicelib import settings
from chalicelib.crm.admin import queries
from chalicelib.crm.admin.objects import Identity
from chalicelib.gateways import identity as pool
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Unauthenticated
from chalicelib.storage import guard

_HEADER_KEYS: Final = frozenset({"alg", "kid", "typ"})
_LONGEST_LIFE: Final = timedelta(hours=24)
_LEEWAY: Final = timedelta(seconds=60)
_MAX_TOKEN: Final = 8192
_SUBJECT: Final = re.compile(r"[A-Za-z0-9-]{1,64}")
_IDENTITIES_LIVE: Final = timedelta(seconds=60)
_KEYS_LIVE: Final = timedelta(hours=1)
_KEYS_REST: Final = timedelta(seconds=30)
_SIGNATURE_ONLY: Final[Any] = {
    f"verify_{claim}": False for claim in ("exp", "nbf", "iat", "aud", "iss", "sub", "jti")
} | {"verify_signature": True}

T = TypeVar("T")


class _Memory(Generic[T]):
    """The last thousand answers, each until its own moment."""

    def __init__(self, size: int = 1000) -> None:
        self._size = size
        self._answers: OrderedDict[str, tuple[datetime, T]] = OrderedDict()

    def get(self, name: str, now: datetime) -> T | None:
        found = self._answers.get(name)
        return found[1] if found is not None and now < found[0] else None

    def keep(self, name: str, answer: T, *, until: datetime) -> None:
        self._answers[name] = (until, answer)
        self._answers.move_to_end(name)
        if len(self._answers) > self._size:
            self._answers.popitem(last=False)

    def drop(self, name: str) -> None:
        self._answers.pop(name, None)

    def clear(self) -> None:
        self._answers.clear()


@dataclass(frozen=True, slots=True)
class Session:
    """What a good token says. ``id`` stays the same when the token is refreshed."""

    subject: str
    id: str
    signed_in_at: datetime


@dataclass(frozen=True, slots=True)
class _Keys:
    """The pool's public keys and when they were read."""

    url: str
    by_id: Mapping[str, Any]
    read_at: datetime


_sessions: _Memory[Session] = _Memory()
_identities: _Memory[Identity] = _Memory()
_uses: _Memory[bool] = _Memory()
_keys: _Keys | None = None


def authenticate(authorization: str | None, *, now: datetime, afresh: bool = False) -> Identity:
    """Return who stands behind the ``Authorization`` header; ``afresh`` asks the directory whatever is remembered.

    :raises Unauthenticated: when it is missing, forged, expired, revoked, or of a user who may not enter any more.
    """
    credential = _bearer(authorization)
    if credential is None:
        raise Unauthenticated("Sign in, or send an API key.")
    if credential.startswith(queries.API_KEY_PREFIX):
        return _of_api_key(credential, now)
    session = _session_of(credential, now)
    if afresh:
        forget_subject(session.subject)
    return _of_session(session, now)


def _bearer(authorization: str | None) -> str | None:
    scheme, _, credential = (authorization or "").partition(" ")
    is_fit = scheme.lower() == "bearer" and 0 < len(credential) <= _MAX_TOKEN and credential.isascii()
    return credential if is_fit else None


def note_use(ctx: Context) -> None:
    """Write down that an API key is used, at most once an hour."""
    if ctx.actor.kind == "api_key" and _uses.get(ctx.actor.id, ctx.now) is None:
        queries.note_api_key_use(ctx)
        _uses.keep(ctx.actor.id, True, until=ctx.now + queries.KEY_USE_NOTED_EVERY)


def forget() -> None:
    """Forget every token, user and key; for tests, and for nothing else."""
    global _keys
    _uses.clear()
    _sessions.clear()
    _identities.clear()
    _keys = None


def _of_api_key(credential: str, now: datetime) -> Identity:
    digest = hashlib.sha256(credential.encode()).hexdigest()
    found = _remembered(f"key:{digest}", now, lambda: queries.identity_of_api_key(credential, digest))
    if found is None or found.ends_at is None or now >= found.ends_at:
        raise Unauthenticated("This API key is unknown, expired or revoked.")
    return found


def _of_session(session: Session, now: datetime) -> Identity:
    found = _remembered(f"sub:{session.subject}", now, lambda: queries.identity_of_subject(session.subject))
    if found is None or not found.is_active or not found.admits(session_id=session.id, since=session.signed_in_at):
        raise Unauthenticated("This session has ended. Sign in again.")
    return found


def _remembered(name: str, now: datetime, find: Callable[[], Identity | None]) -> Identity | None:
    found = _identities.get(name, now)
    if found is None:
        found = find()
        if found is not None:
            _identities.keep(name, found, until=now + _IDENTITIES_LIVE)
    return found


def session_in(authorization: str | None, *, now: datetime) -> Session | None:
    """Return the session whose access token the header holds, or None when it holds none of ours that is still good."""
    credential = _bearer(authorization)
    try:
        return _session_of(credential, now) if credential else None
    except Unauthenticated:
        return None


@contextmanager
def _inside(ctx: Context, identity: Identity) -> Iterator[Context]:
    with guard.entered(identity.tenant):
        yield replace(ctx, tenant=identity.tenant, actor=identity.actor)


def entered(ctx: Context, token: str) -> tuple[str, AbstractContextManager[Context]]:
    """Return the session of a token that Cognito has just given, and the way into its person's context.

    :raises Unauthenticated: when the session was ended, or its person may not enter any more.
    """
    identity = authenticate(f"Bearer {token}", now=ctx.now, afresh=True)
    return _session_of(token, ctx.now).id, _inside(ctx, identity)


def forget_user(ctx: Context) -> None:
    """Ask the directory about the acting person again, instead of remembering."""
    forget_subject(queries.user(ctx, user_id=ctx.actor.id).subject)


def forget_subject(subject: str) -> None:
    """Ask the directory about this subject again, instead of remembering."""
    _identities.drop(f"sub:{subject}")


def _session_of(token: str, now: datetime) -> Session:
    digest = hashlib.sha256(token.encode()).hexdigest()
    session = _sessions.get(digest, now)
    if session is None:
        claims = _verified(token, now)
        session = Session(
            subject=claims["sub"],
            id=str(claims.get("origin_jti") or claims.get("jti")),
            signed_in_at=datetime.fromtimestamp(claims.get("auth_time", claims["iat"]), UTC),
        )
        _sessions.keep(digest, session, until=datetime.fromtimestamp(claims["exp"], UTC))
    return session


def _verified(token: str, now: datetime) -> Mapping[str, Any]:
    """Return the claims of an access token of our pool and our client that is good at ``now``."""
    try:
        header = jwt.get_unverified_header(token)
        if header.keys() - _HEADER_KEYS or header.get("alg") != "RS256" or header.get("typ", "JWT") != "JWT":
            raise Unauthenticated("This token is not one of ours.")
        claims = jwt.decode(token, _key(header.get("kid"), now), algorithms=["RS256"], options=_SIGNATURE_ONLY)
    except (jwt.PyJWTError, ValueError, TypeError) as forged:
        raise Unauthenticated("This token is not one of ours.") from forged
    if not _is_ours(claims) or not _is_timely(claims, now):
        raise Unauthenticated("This token is not one of ours, or it has expired.")
    return claims


def _is_ours(claims: Mapping[str, Any]) -> bool:
    """Compare as texts of the same type, never by containment: a list or a part of our issuer is not our issuer."""
    current = settings.current()
    subject = claims.get("sub")
    return (
        claims.get("iss") == current.token_issuer
        and claims.get("token_use") == "access"
        and claims.get("client_id") == current.user_pool_client_id
        and isinstance(subject, str)
        and _SUBJECT.fullmatch(subject) is not None
    )


def _is_timely(claims: Mapping[str, Any], now: datetime) -> bool:
    """Take whole seconds only: a text or a fraction is not a time, however PyJWT would read it."""
    issued = claims.get("iat")
    moments = (claims.get("exp"), issued, claims.get("auth_time", issued), claims.get("nbf", issued))
    if any(type(moment) is not int or moment < 0 for moment in moments):
        return False
    expires, *begun = (int(moment or 0) for moment in moments)
    present = now.timestamp()
    return (
        present < expires <= present + _LONGEST_LIFE.total_seconds() and max(begun) <= present + _LEEWAY.total_seconds()
    )


def _key(kid: object, now: datetime) -> Any:
    """Return the pool's public key called ``kid``, asking the pool again (rarely) for one that is not known yet."""
    global _keys
    url = settings.current().jwks_url
    if not isinstance(kid, str):
        raise Unauthenticated("This token is not one of ours.")
    known = _keys if _keys is not None and _keys.url == url and now - _keys.read_at < _KEYS_LIVE else None
    if known is None or (kid not in known.by_id and now - known.read_at >= _KEYS_REST):
        loaded = {name: jwt.PyJWK(dict(key), algorithm="RS256").key for name, key in pool.signing_keys().items()}
        known = _keys = _Keys(url, loaded, now)
    if kid not in known.by_id:
        raise Unauthenticated("This token is not one of ours.")
    return known.by_id[kid]
