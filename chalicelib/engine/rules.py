"""A change on its way to the store, and the rules of its domain that may refuse or complete it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal, NoReturn

from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row

Kind = Literal["create", "update", "delete", "restore"]


@dataclass(frozen=True, slots=True)
class Change:
    """What is about to happen to one record. ``values`` are what it will hold, body included, as stored."""

    kind: Kind
    catalogue: Catalogue
    object: Object
    id: str
    owner: str | None
    values: Mapping[str, Any]
    row: Row | None = None
    before: Mapping[str, Any] = field(default_factory=dict)

    @property
    def changed(self) -> frozenset[str]:
        """The names of the fields whose value differs from what is stored."""
        names = self.values.keys() | self.before.keys()
        own = {name for name in names if self.values.get(name) != self.before.get(name)}
        return frozenset(own | {"owner"} if self.row is not None and self.row.owner != self.owner else own)

    def holding(self, **values: Any) -> "Change":
        """Return the change with other values; None empties a field."""
        merged = {**self.values, **values}
        return replace(self, values={name: value for name, value in merged.items() if value is not None})

    def refuse(self, name: str, code: str, message: str) -> NoReturn:
        """Refuse the change because of one field.

        :raises InvalidInput: always.
        """
        problem = InvalidInput.of(name, code, message)
        problem.code = code
        raise problem


def before(ctx: Context, change: Change) -> Change:
    """Return the change as the domain's rules complete it.

    :raises Problem: whatever a rule refuses with.
    """
    rules = change.object.rules
    demands = {
        "create": rules.before_create,
        "update": rules.before_update,
        "delete": rules.before_delete,
        "restore": (),
    }
    for rule in demands[change.kind]:
        change = rule(ctx, change)
    return change


def with_write(ctx: Context, change: Change) -> list[Write]:
    """Return what the domain writes together with the record."""
    return [write for rule in change.object.rules.with_write for write in rule(ctx, change)]


def flags(catalogue: Catalogue, object: Object, record: Mapping[str, Any], now: datetime) -> Mapping[str, Any]:
    """Return what the domain says about a record at this moment."""
    return object.rules.flags(record, catalogue, now) if object.rules.flags else {}
