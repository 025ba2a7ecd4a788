"""What a firm agrees on together and is no record: its segments, its templates, how it writes to people.

A role may name each of them as it names an object, but reaches to all of them or to none: they are nobody's own. Which
there are is declared by whoever knows every domain.
"""

from collections.abc import Mapping
from typing import Final

from chalicelib.engine.objects import Label

_agreed: Final[dict[str, Label]] = {}


def declare(agreed: Mapping[str, Label]) -> None:
    """Make known what is agreed on, by the plural under which roles name it; the composition root calls it once."""
    _agreed.clear()
    _agreed.update(agreed)


def all() -> Mapping[str, Label]:
    """Return what is agreed on, in the order in which it was declared."""
    return _agreed
