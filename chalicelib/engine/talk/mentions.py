"""Mentions: ``@[user id]`` in a text, for people who may see the record that the text is about."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from chalicelib.engine import access, people
from chalicelib.engine.catalogue import Object
from chalicelib.engine.people import Person
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput
from chalicelib.kernel.ids import ULID_PATTERN
from chalicelib.storage.records import Row

MOST: Final = 20
_MENTION: Final = re.compile(rf"@\[({ULID_PATTERN})\]")


class CannotSee(InvalidInput):
    """Somebody mentioned may not see the record; ``cannot_see`` names them, so that it can be shared with them."""

    code = "mentioned_cannot_see"


def of(text: str) -> list[str]:
    """Return the ids of those whom a text mentions, each once, in order."""
    return list(dict.fromkeys(_MENTION.findall(text)))


def spoken(text: str, known: Mapping[str, Person]) -> str:
    """Return a text with names in the places of mentions."""
    return _MENTION.sub(lambda found: f"@{known[found[1]].name}" if found[1] in known else found[0], text)


def check(ctx: Context, object: Object, row: Row, ids: Sequence[str]) -> dict[str, Person]:
    """Return those who are mentioned, when each of them works here and may see the record.

    :raises InvalidInput: when somebody does not work here, or too many are mentioned.
    :raises CannotSee: naming those who may not see the record.
    """
    if len(ids) > MOST:
        raise InvalidInput.of("text", "too_many_mentions", f"Mention at most {MOST} people.")
    found = people.several(ctx, ids) if ids else {}
    if any(id not in found or not found[id].is_active for id in ids):
        raise InvalidInput.of("text", "unknown_user", "Mention active members of your team.")
    blind = [person for person in found.values() if not sees(ctx, object, row, person)]
    if blind:
        raise CannotSee(
            "Share the record with those you mention, or leave them out.",
            errors=[FieldError("text", "cannot_see", f"{one.name} cannot see this record.") for one in blind],
            extra={"cannot_see": [{"id": one.id, "name": one.name} for one in blind]},
        )
    return found


def sees(ctx: Context, object: Object, row: Row, person: Person) -> bool:
    """Return whether somebody may read a record."""
    return person.is_active and access.can(people.as_they(ctx, person), object, "read", row)
