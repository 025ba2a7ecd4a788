"""What a person has permitted for one purpose and channel, told from everything that is kept about them.

A person may have several records: those merged into theirs, the lead they once were. A refusal on any of them holds,
as does one by whoever had the same address, until they agree again and whoever notes it sees the refusal: such a
consent says over which versions of the other records it goes (``over``). So a merge widens nothing, whatever was
stored when, and undoing it gives each record back what was said about it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.crm.marketing.consent import addresses
from chalicelib.storage.consents import Standing

WITHDRAWN: Final = "withdrawn"
GRANTED: Final = "granted"
SOFT: Final = "soft_opt_in"
PENDING: Final = "pending"
NONE: Final = "none"
STRICTEST: Final = (WITHDRAWN, GRANTED, SOFT, PENDING)
PERMITTED: Final = frozenset({GRANTED, SOFT})
UNSUBSCRIBED: Final = "unsubscribed"
OBJECTED: Final = "objected"


@dataclass(frozen=True, slots=True)
class Said:
    """What holds: a ``state``, why (``basis``; of a refusal how it was told), and since when (a stamp)."""

    state: str
    basis: str | None = None
    at: str | None = None

    @property
    def reason(self) -> str | None:
        """Return why this permits nothing; None when it does."""
        if self.state in PERMITTED:
            return None
        if self.state == WITHDRAWN:
            return OBJECTED if self.basis == OBJECTED else UNSUBSCRIBED
        return "pending" if self.state == PENDING else "no_consent"


NOTHING: Final = Said(NONE)


def combined(found: Sequence[Standing], suppression: Mapping[str, Any] | None = None) -> Said:
    """Return what holds for a person, given all that stands about their records and what is known of their address."""
    told = [each for each in _uncovered(found) if each.facts.get("state") in STRICTEST]
    strictest = min(told, key=lambda each: STRICTEST.index(each.facts["state"]), default=None)
    said = NOTHING if strictest is None else _said(strictest.facts)
    first = found[0] if found else None
    if first is None or not suppression or said.state == WITHDRAWN:
        return said
    refused_at = addresses.withdrawn_in(suppression, channel=first.channel, purpose=first.purpose)
    is_later = said.state in PERMITTED and said.at is not None and refused_at is not None and said.at > refused_at
    return said if refused_at is None or is_later else Said(WITHDRAWN, UNSUBSCRIBED, refused_at)


def over(found: Sequence[Standing], record: str) -> dict[str, int]:
    """Return over which versions of a person's other records a consent goes that is noted on ``record`` now."""
    return {each.record: each.version for each in found if each.version and each.record != record}


def last_refusal(found: Sequence[Standing], suppression: Mapping[str, Any] | None) -> str | None:
    """Return when the person refused last, as far as that holds still; None when they did not."""
    said = combined(found, suppression)
    return said.at if said.state == WITHDRAWN else None


def _uncovered(found: Sequence[Standing]) -> list[Standing]:
    covered: dict[str, int] = {}
    for each in found:
        for record, version in each.facts.get("over", {}).items():
            covered[record] = max(covered.get(record, 0), int(version))
    return [each for each in found if each.version > covered.get(each.record, 0)]


def _said(facts: Mapping[str, Any]) -> Said:
    return Said(facts["state"], facts.get("basis"), facts.get("at"))
