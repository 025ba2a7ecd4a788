"""A person as the sender needs them: the record under which they live now, their others, where they are reached."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from chalicelib.crm.marketing.consent.purposes import EMAIL
from chalicelib.engine import overlays, reach
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields import channels
from chalicelib.kernel.context import Context
from chalicelib.storage.records import Row

BY_NUMBER: Final = ("sms", "messaging", "phone")


@dataclass(frozen=True, slots=True)
class Person:
    """``kin`` are the other records of the same person, each as plural and id."""

    catalogue: Catalogue
    object: Object
    row: Row
    kin: tuple[tuple[str, str], ...] = ()

    @property
    def ids(self) -> list[str]:
        """The ids of all records of the person, the living one's first."""
        return [self.row.id, *(id for _, id in self.kin)]

    def address(self, channel: str = EMAIL) -> str | None:
        """Return where the person is reached on a channel: address, number, or whatever says that there is a place."""
        return next(iter(self.addresses(channel)), None)

    def addresses(self, channel: str = EMAIL) -> Sequence[str]:
        """Return all addresses or numbers of a channel, the primary one first."""
        if channel == EMAIL:
            return reach.addresses(self.object, self.row)
        wanted = "phone" if channel in BY_NUMBER else "address"
        stored = [self.row.values.get(field.name) for field in self.object.fields.values() if field.type == wanted]
        if wanted == "address":
            return [self.row.id] if any(stored) else []
        return [entry["value"] for held in stored if held for entry in channels.in_order(held)]


def find(ctx: Context, plural: str, id: str) -> Person | None:
    """Return a person by any of their records, read consistently, deleted ones included; None when nobody is there."""
    catalogue = overlays.load(ctx)
    if plural in catalogue.objects:
        plural = catalogue.objects[plural].plural
    found = reach.living(ctx, catalogue, plural, id)
    if found is None:
        return None
    object, row = found
    return Person(catalogue, object, row, tuple(reach.kin(ctx, catalogue, object, row)))


def of(ctx: Context, catalogue: Catalogue, object: Object, row: Row) -> Person:
    """Return the person whom a record that was just read is about."""
    return Person(catalogue, object, row, tuple(reach.kin(ctx, catalogue, object, row)))


def telling(person: Person, value: str) -> Person:
    """Return the person as their record tells what they have permitted once it is kept."""
    derived = {**person.row.derived, reach.CONSENT: value}
    return replace(person, row=replace(person.row, derived=derived, derivation=person.row.derivation + 1))
