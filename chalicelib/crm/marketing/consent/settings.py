"""What a firm has decided about writing to people: how often, at which hours, and what it takes as a permission.

One row, read consistently whenever a mail is about to go: what is forbidden now is forbidden now.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from chalicelib.engine import access
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, VersionMismatch
from chalicelib.storage import directory, plan, writes

ROW: Final = "marketing"
PLURAL: Final = "marketing"
MOST_MAILS: Final = 100
MOST_DAYS: Final = 90


@dataclass(frozen=True, slots=True)
class Cap:
    """At most ``most`` messages to one person within ``within``, over all channels."""

    most: int
    within: timedelta


@dataclass(frozen=True, slots=True)
class Quiet:
    """Wall times of the person's own clocks, ``HH:MM``, from which and to which nobody is written to."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What the firm has decided. Version 0: nothing, so this is how everybody begins.

    ``double_opt_in``: who agrees on a form confirms it by mail first. ``soft_opt_in``: customers are written to about
    similar products when they could refuse at once.
    """

    version: int = 0
    cap: Cap | None = Cap(3, timedelta(days=7))
    quiet: Quiet | None = Quiet("21:00", "09:00")
    double_opt_in: bool = True
    soft_opt_in: bool = True

    def shown(self) -> dict[str, Any]:
        """Return the settings as the API answers them."""
        return {
            "version": self.version,
            "frequency_cap": {"most": self.cap.most, "days": self.cap.within.days} if self.cap else None,
            "quiet_hours": {"from": self.quiet.start, "to": self.quiet.end} if self.quiet else None,
            "double_opt_in": self.double_opt_in,
            "soft_opt_in": self.soft_opt_in,
        }


def read(ctx: Context) -> Settings:
    """Return the firm's settings as they stand now."""
    row = directory.get(ctx, ROW)
    return Settings() if row is None else _of(row)


def change(ctx: Context, *, changes: Mapping[str, Any], expected_version: int) -> Settings:
    """Change some of the firm's settings and return all.

    :raises InvalidInput: when the quiet hours are none.
    :raises VersionMismatch: when somebody changed them meanwhile.
    """
    access.require_managed(ctx, PLURAL, "update")
    before = read(ctx)
    if before.version != expected_version:
        raise VersionMismatch("Somebody changed this meanwhile.", extra={"version": before.version})
    after = {**before.shown(), **changes, "version": expected_version + 1}
    quiet = after["quiet_hours"]
    if quiet and quiet["from"] == quiet["to"]:
        raise InvalidInput.of("quiet_hours.to", "no_hours", "Quiet hours end at another time than they begin.")
    still = plan.equals("version", expected_version) if expected_version else plan.absent()
    row = {**after, "updated_at": clock.stamp(ctx.now), "updated_by": ctx.actor.id}
    try:
        writes.execute(ctx, [directory.put(ctx, ROW, row, when=still)])
    except writes.Refused as refused:
        raise VersionMismatch("Somebody changed this meanwhile.") from refused
    return _of(after)


def _of(row: Mapping[str, Any]) -> Settings:
    cap, quiet = row["frequency_cap"], row["quiet_hours"]
    return Settings(
        version=int(row["version"]),
        cap=Cap(int(cap["most"]), timedelta(days=int(cap["days"]))) if cap else None,
        quiet=Quiet(quiet["from"], quiet["to"]) if quiet else None,
        double_opt_in=row["double_opt_in"],
        soft_opt_in=row["soft_opt_in"],
    )
