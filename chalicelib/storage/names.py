"""Names of tables and indexes, apart from the models so that a request need not import PynamoDB to know them."""

from typing import Final

RECORDS: Final = "records"
LINKS: Final = "links"
TIMELINE: Final = "timeline"
INDEX: Final = "index"
TIMERS: Final = "timers"
DIRECTORY: Final = "directory"
DELIVERIES: Final = "deliveries"
JOBS: Final = "jobs"

SLOT_COUNT: Final = 6
DUE_INDEX: Final = "due"
SHARDS: Final = range(8)


def slot_index(number: int) -> str:
    """Return the name of the index over slot ``number``, counted from 1."""
    return f"slot{number}"


def slot_attribute(number: int) -> str:
    """Return the attribute that holds slot ``number``, counted from 1."""
    return f"s{number}"
