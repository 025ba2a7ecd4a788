"""Pages: how many, and from where on."""

from typing import Final

from chalicelib.api.request import Request
from chalicelib.api.shapes import Schema, array, integer, nullable, obj, string

DEFAULT: Final = 50
DEFAULT_FOUND: Final = 10
MOST: Final = 100

LIMIT: Final = integer(1, MOST)
CURSOR: Final = string(1, 2000)
PAGING: Final = {"limit": LIMIT, "cursor": CURSOR}


def page_of(item: Schema) -> Schema:
    """Return the shape of a page of ``item``."""
    return obj(items=array(item), next_cursor=nullable(string()))


def limit_of(request: Request, default: int = DEFAULT) -> int:
    """Return how many items the caller wants; the door has checked that it is a number within bounds."""
    given = request.one("limit")
    return default if given is None else int(given)
