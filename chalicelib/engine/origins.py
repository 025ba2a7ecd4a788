"""Where a record came from: who it was, and since when, in the system that it was brought from."""

from typing import Final

from chalicelib.engine.objects import Field, date_time, text

ORIGINAL: Final = date_time(
    "original_created_at",
    "Alta original",
    "Originally created",
    aliases=("created date", "create date", "createddate", "fecha de alta", "fecha de creación"),
)


def external_id(*aliases: str) -> Field:
    """Return the id that a record has elsewhere; ``aliases`` are what other systems call it besides "record id"."""
    return text(
        "external_id",
        "Id externo",
        "External ID",
        indexed=True,
        sparse=True,
        max_length=120,
        aliases=("id", "record id", *aliases),
    )


EXTERNAL_ID: Final = external_id()
