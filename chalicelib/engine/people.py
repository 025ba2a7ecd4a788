"""Who works here, as far as a mail or a notification must know: where to write, in which words, by which clock."""

from dataclasses import dataclass

from chalicelib.kernel.context import Context
from chalicelib.storage import directory


@dataclass(frozen=True, slots=True)
class Person:
    """A user of the tenant."""

    id: str
    email: str
    locale: str
    time_zone: str
    is_active: bool


def find(ctx: Context, id: str | None) -> Person | None:
    """Return a user as the directory has them now, or None when there is none of that id."""
    row = directory.get(ctx, directory.user(id)) if id else None
    if row is None:
        return None
    return Person(row["id"], row["email"], row["locale"], row["time_zone"], row["status"] == "active")
