"""What a domain tells of a record from what it keeps elsewhere, such as what a person has permitted.

The domain itself writes the value with each decision. It is asked again when the record becomes another's, or another
record becomes this one's: after a merge, its undoing, a conversion.
"""

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.storage.records import Row

Teller = Callable[[Context, Catalogue, Object, Row], Any]
"""Return what a field tells of a record now; it reads consistently."""

_tellers: dict[str, Teller] = {}


def declare(tellers: Mapping[str, Teller]) -> None:
    """Make known who tells which field, by its name; the composition root calls it once."""
    _tellers.clear()
    _tellers.update(tellers)


def has_teller(field: Field) -> bool:
    """Return whether a domain is asked again for what a field tells; nobody is for what its writer keeps right."""
    return field.told and field.name in _tellers


def told(ctx: Context, catalogue: Catalogue, object: Object, row: Row) -> dict[str, Any]:
    """Return what is told of a record, by field; None stands for what holds of everybody of whom nothing was told."""
    found = {
        field.name: (_tellers[field.name](ctx, catalogue, object, row), field.default)
        for field in object.derived
        if has_teller(field)
    }
    return {name: None if value == usual else value for name, (value, usual) in found.items()}
