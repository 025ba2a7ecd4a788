"""What a permission rests on, so that it can be shown to whoever asks years later.

A permission without a basis and a source is none. What a customer has not refused (``soft_opt_in``) rests on three
facts, all of which must be stated: that they bought, that what is advertised is similar, and that they could refuse
when their address was taken (LSSI, article 21.2).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from chalicelib.crm.marketing.consent import purposes
from chalicelib.crm.marketing.consent.purposes import EMAIL
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput

CONSENT: Final = "consent"
DOUBLE: Final = "double_opt_in"
SOFT: Final = "soft_opt_in"
INTEREST: Final = "legitimate_interest"
GIVEN: Final = (CONSENT, SOFT, INTEREST)
"""Bases that somebody may state; that a mail was confirmed is never stated, it happens."""

FACTS: Final = ("customer", "similar", "could_refuse")
LONGEST_TEXT: Final = 5_000
CLOCKS_DIFFER: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Evidence:
    """``at`` is when it was given, a stamp; ``facts`` are those of a customer; ``ip`` and ``proof`` may be unknown."""

    basis: str
    source: str
    at: str
    text: str = ""
    version: int | None = None
    ip: str = ""
    proof: str = ""
    facts: Mapping[str, bool] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """Return the evidence as the ledger keeps it; of a text the words and the hash."""
        said: dict[str, Any] = {"source": self.source, "given_at": self.at, "ip": self.ip, "proof": self.proof}
        if self.text:
            said |= {"text": self.text, "text_hash": purposes.hash_of(self.text), "text_version": self.version}
        if self.facts:
            said["facts"] = dict(self.facts)
        return {name: value for name, value in said.items() if value not in ("", None)}


def stated(ctx: Context, *, channel: str, basis: str, source: str, at: str | None, **more: Any) -> Evidence:
    """Return the evidence that somebody states; ``at`` is an instant of the past, now unless it is told.

    :raises InvalidInput: naming what is missing or cannot be.
    """
    faults: list[FieldError] = []
    if basis not in GIVEN:
        faults.append(FieldError("basis", "unknown_basis", f"Choose one of {', '.join(GIVEN)}."))
    if not source.strip():
        faults.append(FieldError("source", "required", "Say where this was given: a form, a fair, a contract."))
    if basis == INTEREST and channel == EMAIL:
        faults.append(FieldError("basis", "not_for_email", "Mail needs consent, or a customer who could refuse."))
    facts = more.pop("facts", None) or {}
    if basis == SOFT:
        missing = [name for name in FACTS if facts.get(name) is not True]
        faults += [
            FieldError(f"facts.{name}", "required", "A customer's permission rests on this.") for name in missing
        ]
    given = _instant(ctx, at, faults)
    if faults:
        raise InvalidInput("A permission must say what it rests on.", errors=faults)
    known = dict.fromkeys(FACTS, True) if basis == SOFT else {}
    return Evidence(basis, source.strip(), clock.stamp(given or ctx.now), facts=known, **more)


def _instant(ctx: Context, at: str | None, faults: list[FieldError]) -> datetime | None:
    if at is None:
        return None
    try:
        given = clock.parse(at)
    except ValueError:
        faults.append(FieldError("at", "invalid_date_time", "Send an instant such as 2026-11-21T20:15:00Z."))
        return None
    if given > ctx.now + CLOCKS_DIFFER:
        faults.append(FieldError("at", "in_the_future", "Say when this was given."))
    return min(given, ctx.now)
