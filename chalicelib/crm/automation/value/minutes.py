"""How many minutes of a person's work one action of each kind stands for: a guess of ours until the firm says its own.

The guesses count what a person does by hand for one record: look it up, do it, note that it is done.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from chalicelib.crm.automation.authoring.kind import AUTOMATION
from chalicelib.engine import access, actions
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput, VersionMismatch
from chalicelib.storage import directory, plan, writes

ROW: Final = "automation-minutes"
MOST: Final = 240

GUESSES: Final[Mapping[str, int]] = {
    "send_mail": 5,
    "add_to_list": 1,
    "update_record": 2,
    "create_record": 3,
    "assign": 2,
    "notify": 1,
    "call_webhook": 3,
}
ELSE: Final = 2
"""For an action that has no guess of its own."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the firm has said. Version 0: nothing."""

    version: int = 0
    said: Mapping[str, int] = field(default_factory=dict)

    def of(self, action: str) -> int:
        """Return the minutes that one action of a kind saves."""
        return self.said.get(action, guess(action))

    def shown(self) -> dict[str, Any]:
        """Return the minutes of every action as the API answers them."""
        items = [
            {"action": one.name, "label": one.label.both(), "minutes": self.of(one.name), "guess": guess(one.name)}
            for one in actions.all()
        ]
        return {"version": self.version, "items": items}


def guess(action: str) -> int:
    """Return what we take an action to save."""
    return GUESSES.get(action, ELSE)


def read(ctx: Context) -> Minutes:
    """Return what the firm has said."""
    row = directory.get(ctx, ROW)
    if row is None:
        return Minutes()
    return Minutes(int(row["version"]), {name: int(number) for name, number in row["minutes"].items()})


def change(ctx: Context, *, changes: Mapping[str, int | None], expected_version: int) -> Minutes:
    """Say how many minutes some actions save, None for our guess, and return all.

    :raises InvalidInput: naming what is no action.
    :raises VersionMismatch: when somebody changed them meanwhile.
    """
    access.require_managed(ctx, AUTOMATION.plural, "update")
    known = {one.name for one in actions.all()}
    unknown = [FieldError(name[:60], "unknown_action", "There is no such action.") for name in changes.keys() - known]
    if unknown:
        raise InvalidInput("Some actions are not known.", errors=unknown)
    before = read(ctx)
    if before.version != expected_version:
        raise VersionMismatch("Somebody changed this meanwhile.", extra={"version": before.version})
    said = {name: number for name, number in {**before.said, **changes}.items() if number is not None}
    still = plan.equals("version", expected_version) if expected_version else plan.absent()
    row = {"version": expected_version + 1, "minutes": said, "at": clock.stamp(ctx.now), "by": ctx.actor.id}
    try:
        writes.execute(ctx, [directory.put(ctx, ROW, row, when=still)])
    except writes.Refused as refused:
        raise VersionMismatch("Somebody changed this meanwhile.") from refused
    return Minutes(expected_version + 1, said)
