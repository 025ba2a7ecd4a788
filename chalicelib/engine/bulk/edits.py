"""What is done to each record of a bulk, and the plan of doing it to one of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from chalicelib.engine import records
from chalicelib.engine.catalogue import Object
from chalicelib.engine.records import Known, Plan
from chalicelib.engine.roles.declared import Action as Right
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.kernel.text import fold
from chalicelib.storage.records import Row

Action = Literal["update", "delete", "restore", "transfer", "tag", "untag", "retag"]
RIGHT: Mapping[str, Right] = {"delete": "delete", "restore": "delete"}
"""The right that an action takes; any other takes the right to update."""

OWNER, TAGS = "owner", "tags"


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit. ``changes`` are as a caller sends them; ``tags`` are added, taken away, or replaced by ``into``."""

    action: Action
    changes: Mapping[str, Any] = field(default_factory=dict)
    owner: str | None = None
    tags: tuple[str, ...] = ()
    into: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the edit as a job keeps it."""
        return {
            "action": self.action,
            "changes": dict(self.changes),
            "owner": self.owner,
            "tags": list(self.tags),
            "into": self.into,
        }

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> "Edit":
        """Return the edit that a job kept."""
        return cls(kept["action"], kept["changes"], kept["owner"], tuple(kept["tags"]), kept["into"])

    @property
    def right(self) -> Right:
        """What the caller must be allowed to do to the records."""
        return RIGHT.get(self.action, "update")


def plan(ctx: Context, edit: Edit, *, plural: str, row: Row, known: Known = records.UNREAD) -> Plan:
    """Return the plan of the edit of one record; it is empty where the record is so already.

    :raises Problem: whatever the record, its rules or the caller's rights refuse with.
    """
    known = replace(known, row=row)
    match edit.action:
        case "delete":
            return records.plan_delete(ctx, plural=plural, id=row.id, known=known)
        case "restore":
            return records.plan_restore(ctx, plural=plural, id=row.id, known=known)
        case "update":
            changes = edit.changes
        case "transfer":
            changes = {OWNER: edit.owner}
        case _:
            changes = {TAGS: _tags(edit, row.values.get(TAGS) or [])}
    return records.plan_update(ctx, plural=plural, id=row.id, changes=changes, known=known)


def require_sensible(object: Object, edit: Edit) -> None:
    """Let an edit through that the object can undergo.

    :raises InvalidInput: naming what is missing.
    """
    if edit.action == "update" and not edit.changes:
        raise InvalidInput.of("changes", "required", "Say what to change.")
    if edit.action == "transfer" and not (edit.owner and object.features.owned):
        raise InvalidInput.of("owner", "required", "Say who becomes responsible, for records that have an owner.")
    if edit.action in ("tag", "untag", "retag") and not (edit.tags and TAGS in object.fields):
        raise InvalidInput.of("tags", "required", "Say which tags, for records that bear any.")


def _tags(edit: Edit, present: list[str]) -> list[str]:
    if edit.action == "tag":
        return [*present, *edit.tags]
    meant = {fold(tag) for tag in edit.tags}
    if edit.action == "untag" or edit.into is None:
        return [tag for tag in present if fold(tag) not in meant]
    return [edit.into if fold(tag) in meant else tag for tag in present]
