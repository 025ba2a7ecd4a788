"""An automation as its author writes it: what it begins with, for which records, and its steps.

It does nothing until it is enabled (``live.py``). A change while it is enabled is a new version, with which whoever
comes next begins; runs go on with the version that they began with.
"""

from collections.abc import Sequence
from typing import Any, Final

from chalicelib.crm.automation.authoring import conditions, spans, steps, triggers
from chalicelib.crm.automation.runs import endings, live
from chalicelib.engine import definitions, overlays
from chalicelib.engine.catalogue import Object
from chalicelib.engine.definitions import Content, Definition, Kind
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput
from chalicelib.kernel.ids import TenantId
from chalicelib.storage.plan import Write

NEVER, AGAIN = REENTRIES = ("never", "again")
MOST_AN_HOUR: Final = 10_000
LONGEST_DESCRIPTION: Final = 2_000
_PARTS: Final = frozenset(
    {
        "object",
        "trigger",
        "conditions",
        "steps",
        "reentry",
        "cooldown",
        "exit",
        "ends_on",
        "most_an_hour",
        "description",
        "starter",
    }
)


def checked(ctx: Context, content: Content) -> Content:
    """Return an automation as it is to be stored.

    :raises InvalidInput: naming every part that makes no sense.
    """
    object = object_of(ctx, content.get("object"))
    reading = _Reading()
    read: dict[str, Any] = {
        "object": object.plural,
        "trigger": reading.of(lambda: triggers.checked(ctx, object, content.get("trigger"))),
        "conditions": reading.of(lambda: conditions.checked(ctx, object, content.get("conditions"), "conditions")),
        "exit": reading.of(lambda: conditions.checked(ctx, object, content.get("exit"), "exit")),
        "ends_on": reading.of(lambda: endings.checked(content.get("ends_on", []))),
        "steps": reading.of(lambda: steps.checked(ctx, object, content.get("steps", []))),
        "reentry": content.get("reentry", NEVER),
        "cooldown": reading.of(
            lambda: spans.checked(content["cooldown"], "cooldown") if content.get("cooldown") else None
        ),
        "most_an_hour": content.get("most_an_hour", MOST_AN_HOUR),
        "description": content.get("description", ""),
        "starter": content.get("starter"),
    }
    reading.refuse()
    return read


def object_of(ctx: Context, plural: Any) -> Object:
    """Return the object whose records an automation is about.

    :raises InvalidInput: when there is none that the caller reads.
    """
    if not isinstance(plural, str):
        raise InvalidInput.of("object", "required", "Say whose records it is about.")
    found = overlays.understood(ctx, lambda catalogue: catalogue.plurals.get(plural))
    found = found or overlays.refreshed(ctx).plurals.get(plural)
    if found is None:
        raise InvalidInput.of("object", "unknown_object", "There is no such object.")
    return found


def _beside(ctx: Context, before: Definition | None, after: Definition | None) -> Sequence[Write]:
    return live.follow(ctx, before, after)


AUTOMATION: Final = Kind(
    "automation",
    "automations",
    listed=("object", "trigger", "description", "starter"),
    most=200,
    checked=checked,
    beside=_beside,
)


def content_of(ctx: Context, id: str, version: int) -> Content:
    """Return what a version of an automation says; what was read once is kept, because no version changes."""
    key = (ctx.tenant, id, version)
    if key not in _contents:
        if len(_contents) >= _MOST_KEPT:
            _contents.clear()
        _contents[key] = definitions.at(ctx, AUTOMATION, id=id, version=version)
    return _contents[key]


_MOST_KEPT: Final = 256
_contents: dict[tuple[TenantId, str, int], Content] = {}


class _Reading:
    """Several parts being read; what is refused is gathered, so that all of it is named at once."""

    def __init__(self) -> None:
        self.errors: list[FieldError] = []

    def of(self, read: Any) -> Any:
        try:
            return read()
        except InvalidInput as refused:
            self.errors += refused.errors
            return None

    def refuse(self) -> None:
        if self.errors:
            raise InvalidInput("Some parts were refused.", errors=self.errors[:50])
