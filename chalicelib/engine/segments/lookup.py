"""What a segment is of, told without what it asks: so that filters can name segments, which are filters themselves."""

import json
from dataclasses import dataclass
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import directory

KIND = "segment"
LIVE, STATIC = "live", "static"


@dataclass(frozen=True, slots=True)
class Head:
    """A segment that stands: of which object (a plural), whether it is kept or listed by hand, and its version."""

    id: str
    object: str
    mode: str
    version: int


def find(ctx: Context, id: str) -> Head | None:
    """Return a segment's head, read consistently, or None."""
    row = directory.get(ctx, directory.definition(KIND, id))
    if row is None or "deleted_at" in row:
        return None
    listed = json.loads(row["listed"])
    return Head(id, listed["object"], listed["mode"], int(row["version"]))


def asked(ctx: Context, head: Head) -> Any:
    """Return the tree that a segment asks, None when it asks nothing."""
    row = directory.get(ctx, directory.content(KIND, head.id, head.version))
    return json.loads(row["json"]).get("filter") if row else None
