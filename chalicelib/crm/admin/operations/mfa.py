"""The second step of signing in: a code from an app, or one of ten codes kept for the day the phone is lost.

Cognito knows nothing of it: no emulator checks its codes, and recovery codes are nothing it has. So the app's secret is
ours, sealed in the person's own row, and the session endpoints, the only way to a token, ask for the code. A code
opens once (the row remembers the last step of time that was used, under its version), and five wrong ones within a
quarter of an hour are all that anybody gets.
"""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from chalicelib.crm.admin import queries, rules
from chalicelib.crm.admin.objects import Tenant, User
from chalicelib.engine import sealing
from chalicelib.kernel import clock, totp
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput, TooManyRequests, Unauthenticated
from chalicelib.observability import logger
from chalicelib.storage import directory, plan, system, writes

ISSUER: Final = "Tendero"
PURPOSE: Final = "totp"
RECOVERY_CODES: Final = 10
WRONG_CODES_ALLOWED: Final = 5
WINDOW: Final = timedelta(minutes=15)
_ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_RECOVERY_LETTERS: Final = 12


class WrongCode(Unauthenticated):
    """The code is not the one of this moment, was used already, or is no recovery code."""

    code = "wrong_code"


@dataclass(frozen=True, slots=True)
class SecondStep:
    """What a person's codes are checked against. Until they have shown a first code it is not asked for."""

    secret: str
    is_on: bool
    since: str
    last_step: int = 0
    recovery: tuple[str, ...] = ()
    version: int = 1

    def item(self) -> dict[str, Any]:
        return {
            "secret": self.secret,
            "is_on": self.is_on,
            "since": self.since,
            "last_step": self.last_step,
            "recovery": list(self.recovery),
            "version": self.version,
        }

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> "SecondStep":
        return cls(
            secret=item["secret"],
            is_on=item["is_on"],
            since=item["since"],
            last_step=int(item["last_step"]),
            recovery=tuple(item["recovery"]),
            version=int(item["version"]),
        )


@dataclass(frozen=True, slots=True)
class Setup:
    """What an authenticator app has to be told."""

    secret: str
    address: str

    def presented(self) -> dict[str, str]:
        return {"secret": self.secret, "uri": self.address}


@dataclass(frozen=True, slots=True)
class Demand:
    """What is still missing to enter: a code, or (with ``setup``) an app that has to be told first."""

    step: str
    setup: Setup | None = None


def state(ctx: Context, *, user_id: str) -> dict[str, Any]:
    """Return how a person's second step stands, as they see it."""
    found = read(ctx, user_id)
    is_on = found is not None and found.is_on
    return {
        "is_on": is_on,
        "is_required": queries.tenant(ctx).mfa_required,
        "since": found.since if found and is_on else None,
        "recovery_codes_left": len(found.recovery) if found and is_on else 0,
    }


def read(ctx: Context, user_id: str) -> SecondStep | None:
    """Return what a person's codes are checked against, or None."""
    row = directory.get(ctx, directory.second_step(user_id))
    return SecondStep.of(row) if row else None


def begin(ctx: Context, *, user: User) -> Setup:
    """Return a new secret for the person's app; it is asked for once a first code has shown that the app has it.

    :raises Conflict: when the second step is on already.
    """
    before = read(ctx, user.id)
    if before is not None and before.is_on:
        raise Conflict("The second step is on already. Turn it off first.", code="mfa_is_on")
    secret = ctx.ids.random_bytes(totp.SECRET_BYTES)
    sealed = sealing.seal(ctx, PURPOSE, user.id, secret)
    _store(ctx, user.id, before, SecondStep(sealed, is_on=False, since=clock.stamp(ctx.now)))
    return _setup(user, secret)


def confirm(ctx: Context, *, user: User, code: str) -> list[str]:
    """Turn the second step on with a first code, and return the recovery codes, which nobody can read again.

    :raises InvalidInput: when the code is not the app's.
    :raises Conflict: when nothing was begun, or it is on already.
    """
    before = read(ctx, user.id)
    if before is None or before.is_on:
        raise Conflict("Begin with a new secret first.", code="mfa_not_begun")
    _count(ctx, user.id)
    step = totp.matching_step(_secret(ctx, user.id, before), code, now=ctx.now)
    if step is None:
        raise InvalidInput.of("code", "wrong_code", "This is not the code of this moment. Try the next one.")
    codes = _turned_on(ctx, user.id, before, step)
    _forgive(user.id)
    return codes


def renew_recovery_codes(ctx: Context, *, user: User) -> list[str]:
    """Return new recovery codes in place of those that are left.

    :raises Conflict: when the second step is off.
    """
    before = read(ctx, user.id)
    if before is None or not before.is_on:
        raise Conflict("The second step is off.", code="mfa_is_off")
    codes = [_recovery_code(ctx) for _ in range(RECOVERY_CODES)]
    _store(ctx, user.id, before, replace(before, recovery=_hashed(user.id, codes)))
    return codes


def turn_off(ctx: Context, *, user: User) -> None:
    """Ask a person for their password alone from now on.

    :raises Conflict: when the firm demands the second step of everybody.
    """
    if queries.tenant(ctx).mfa_required:
        raise Conflict("Your company asks everybody for a second step.", code="mfa_is_required")
    reset(ctx, user_id=user.id)


def reset(ctx: Context, *, user_id: str) -> None:
    """Forget a person's app, so that they can begin with another; for the day the phone is lost."""
    writes.execute(ctx, [directory.delete(ctx, directory.second_step(user_id))])
    logger.info("second step forgotten", user=user_id, by=ctx.actor.id)


def demanded(ctx: Context, *, user: User, firm: Tenant, code: str | None) -> tuple[Demand | None, list[str]]:
    """Return what is still missing for somebody whose password was right, and the recovery codes of a first code.

    :raises WrongCode: when the code opens nothing.
    :raises TooManyRequests: after five wrong ones within a quarter of an hour.
    """
    found = read(ctx, user.id)
    if found is not None and found.is_on:
        if code is None:
            return Demand("code"), []
        _pass(ctx, user.id, found, code)
        return None, []
    if not firm.mfa_required:
        return None, []
    if code is None or found is None:
        return Demand("setup", begin(ctx, user=user)), []
    _count(ctx, user.id)
    step = totp.matching_step(_secret(ctx, user.id, found), code, now=ctx.now)
    if step is None:
        raise WrongCode("This is not the code of this moment.")
    codes = _turned_on(ctx, user.id, found, step)
    _forgive(user.id)
    return None, codes


def _pass(ctx: Context, user_id: str, found: SecondStep, code: str) -> None:
    """Let a code of this moment or a recovery code through, once."""
    _count(ctx, user_id)
    given = code.strip().lower().replace(" ", "").replace("-", "")
    after = _used(ctx, user_id, found, given)
    if after is None:
        raise WrongCode("This is not the code of this moment.")
    try:
        _store(ctx, user_id, found, after)
    except Conflict:
        raise WrongCode("This code was used already. Wait for the next one.") from None
    _forgive(user_id)


def _used(ctx: Context, user_id: str, found: SecondStep, given: str) -> SecondStep | None:
    if given.isascii() and given.isdigit():
        step = totp.matching_step(_secret(ctx, user_id, found), given, now=ctx.now)
        return replace(found, last_step=step) if step is not None and step > found.last_step else None
    digest = _hashed(user_id, [given])[0]
    left = tuple(other for other in found.recovery if not hmac.compare_digest(other, digest))
    if len(left) == len(found.recovery):
        return None
    logger.info("recovery code used", user=user_id, left=len(left))
    return replace(found, recovery=left)


def _turned_on(ctx: Context, user_id: str, before: SecondStep, step: int) -> list[str]:
    codes = [_recovery_code(ctx) for _ in range(RECOVERY_CODES)]
    on = replace(
        before, is_on=True, since=clock.stamp(ctx.now), last_step=step, recovery=_hashed(user_id, codes)
    )  # fmt: skip
    _store(ctx, user_id, before, on)
    logger.info("second step turned on", user=user_id)
    return codes


def _store(ctx: Context, user_id: str, before: SecondStep | None, after: SecondStep) -> None:
    same = plan.absent() if before is None else plan.equals("version", before.version)
    after = replace(after, version=before.version + 1 if before else 1)
    try:
        writes.execute(ctx, [directory.put(ctx, directory.second_step(user_id), after.item(), when=same)])
    except writes.Refused as refused:
        raise Conflict("This changed meanwhile; try again.", code="changed_meanwhile") from refused


def _secret(ctx: Context, user_id: str, found: SecondStep) -> bytes:
    return sealing.unseal(ctx, PURPOSE, user_id, found.secret)


def _setup(user: User, secret: bytes) -> Setup:
    return Setup(totp.spoken(secret), totp.address(secret, issuer=ISSUER, account=user.email))


def _count(ctx: Context, user_id: str) -> None:
    """Count a try before it is looked at, so that a burst of guesses gets no more answers than a patient one."""
    name = _counter(user_id)
    if system.count_failure(name, now=ctx.now, window=WINDOW) > WRONG_CODES_ALLOWED:
        _, seconds = system.failures(name, now=ctx.now)
        raise TooManyRequests("Too many wrong codes. Wait a little and try again.", retry_after=max(seconds, 1))


def _forgive(user_id: str) -> None:
    system.clear_failures(_counter(user_id))


def _counter(user_id: str) -> str:
    return rules.digest_of(f"mfa:{user_id}")


def _recovery_code(ctx: Context) -> str:
    number = int.from_bytes(ctx.ids.random_bytes(16), "big")
    letters = []
    for _ in range(_RECOVERY_LETTERS):
        number, letter = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[letter])
    return "-".join("".join(letters[at : at + 4]) for at in range(0, _RECOVERY_LETTERS, 4))


def _hashed(user_id: str, codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(rules.secret_of(f"recovery:{user_id}:{code.replace('-', '')}") for code in codes)
