"""Who works here, as far as a mail or a notification must know: where to write, in which words, by which clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.kernel.context import Actor, Context
from chalicelib.storage import directory


@dataclass(frozen=True, slots=True)
class Person:
    """A user of the tenant."""

    id: str
    email: str
    locale: str
    time_zone: str
    is_active: bool
    name: str = ""
    role: str = ""
    team: str | None = None


def find(ctx: Context, id: str | None) -> Person | None:
    """Return a user as the directory has them now, or None when there is none of that id."""
    row = directory.get(ctx, directory.user(id)) if id else None
    return None if row is None else _person(row)


def several(ctx: Context, ids: Iterable[str]) -> dict[str, Person]:
    """Return those of the users that the directory knows, by id, in one batch read."""
    asked = [directory.user(id) for id in dict.fromkeys(ids)]
    return {row["id"]: _person(row) for row in directory.several(ctx, asked)}


def all(ctx: Context) -> list[Person]:
    """Return everybody who works here, those who have left too."""
    return [_person(row) for row in directory.of_kind(ctx, "user")]


def as_they(ctx: Context, person: Person) -> Context:
    """Return the context in which that person would act, to ask what they may see."""
    actor = Actor(kind="user", id=person.id, role=person.role, team=person.team)
    return replace(ctx, actor=actor, locale=person.locale, time_zone=person.time_zone)


def _person(row: Mapping[str, Any]) -> Person:
    return Person(
        id=row["id"],
        email=row["email"],
        locale=row["locale"],
        time_zone=row["time_zone"],
        is_active=row["status"] == "active",
        name=row.get("full_name", ""),
        role=row.get("role", ""),
        team=row.get("team"),
    )
