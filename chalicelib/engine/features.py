"""What an object can do beside being stored, as its domain declares it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Bought:
    """What makes a record a purchase: the fields of its day and its worth, the filter of those that count, and ``what``
    names the things that were bought."""

    on: str
    worth: str
    counted: Mapping[str, Any] | None = None
    what: str | None = None


@dataclass(frozen=True, slots=True)
class Touch:
    """What makes a record a contact with those that it points to: the fields of its moment and of how it ended, and the
    filter of those that ended without an answer."""

    on: str
    ended: str | None = None
    unanswered: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Features:
    """What an object can do beside being stored.

    ``owned``: has a responsible person. ``managed``: only managers change it. ``open_work``: the filter that tells
    which of a leaver's records somebody must inherit. ``activities``: has tasks, calls and notes. ``about``: is one of
    those, and names the section of its form that says what it is about; a tenant's objects are added there. ``tagged``:
    its records bear free words by which people find them together. ``quick``: fields that a quick form asks beside
    what is required, as those with whom a record is about to be made.
    ``bought``: its records are purchases of those that they point to, ``touch``: contacts with them. ``customer``: its
    records are those whom a firm deals with, told at a glance by a card.
    ``reachable``: its records are people to whom a firm
    writes, in the language and the zone of the fields ``language`` and ``time_zone``; ``kin`` names the relations, of
    either direction, that lead to further records of the same person.
    """

    importable: bool = False
    activities: bool = False
    owned: bool = True
    managed: bool = False
    board_by: str | None = None
    board_sum: str | None = None
    open_work: Mapping[str, Any] | None = None
    about: str | None = None
    tagged: bool = True
    quick: tuple[str, ...] = ()
    bought: Bought | None = None
    touch: Touch | None = None
    customer: bool = False
    reachable: bool = False
    kin: tuple[str, ...] = ()


PLAIN: Final = Features()
"""What any object can do."""
