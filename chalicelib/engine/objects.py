"""The vocabulary in which an object is declared: what it is called, what it holds, what it can do.

A declaration is data and nothing else. Standard objects are declared in ``crm/<domain>/objects.py``; a tenant's own
changes are data of the same shape (``engine/overlays.py``). Everything that a declaration implies - routes, forms,
columns, filters, import mapping, OpenAPI - is derived from it and written nowhere by hand.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from chalicelib.engine.features import PLAIN
from chalicelib.engine.features import Bought as Bought
from chalicelib.engine.features import Features as Features
from chalicelib.engine.features import Touch as Touch
from chalicelib.kernel.context import Context

if TYPE_CHECKING:
    from chalicelib.engine.catalogue import Catalogue
    from chalicelib.engine.rules import Change
    from chalicelib.storage.plan import Write

MAX_LINKS = 40


@dataclass(frozen=True, slots=True)
class Label:
    """What people call a thing, in each language of the product."""

    es: str
    en: str

    def text(self, locale: str) -> str:
        """Return the word in the reader's language."""
        return self.en if locale == "en" else self.es

    def both(self) -> dict[str, str]:
        """Return the words as the metadata carries them."""
        return {"es": self.es, "en": self.en}


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. ``more`` holds what only some lists know, such as the probability of a stage.

    A ``hidden`` one is offered no more; the records that hold it keep it.
    """

    value: str
    label: Label
    color: str | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A relation. ``inverse`` is the name under which the other side sees it; ``attributes`` describe each pair."""

    to: str
    inverse: str
    inverse_label: Label
    attributes: tuple[str, ...] = ()
    found_through: bool = False


@dataclass(frozen=True, slots=True)
class Rollup:
    """What a field tells of the records that point here by ``relation``: their number, or a sum, min or max."""

    relation: str
    function: str
    field: str | None = None
    filter: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One property of an object; its type says how it is read, stored, compared and shown.

    An ``indexed`` field has a slot. A ``sparse`` one takes its place there only when it holds something: it is found by
    its value at no cost to the records without one, and orders no list. ``visible_when`` is a filter over the record's
    own fields: where it does not hold, nobody is asked for the field, and what it holds is kept. While
    ``by_actions_when`` holds, which is another, actions of the object set the field and nobody's hand: a rule of the
    object sees to that, and forms do not offer it. A ``custom`` field is the tenant's: its ``slot`` stays its own, what
    it is still ``building`` is written but not yet read by, its values are claimed under another name each time it
    becomes unique, and one with ``deleted_at`` keeps its values and shows them to nobody. A ``formula`` or ``rollup``
    behaves as a field of the type that is its ``result``. Of values listed as ``strictest``, from the strictest to the
    mildest, a merge of records keeps the strictest, whatever was chosen: a consent is never widened. What is ``told`` a
    domain works out and keeps in ``derived``, as it does a person's consent; it is the ``default`` where nothing was
    told yet. What is ``said`` comes with a write, an import above all, for a domain to hear, and is never stored.
    """

    name: str
    type: str
    label: Label
    required: bool = False
    read_only: bool = False
    unique: bool = False
    indexed: bool = False
    sparse: bool = False
    multiple: bool = False
    searched: bool = False
    counted: bool = False
    audited: bool = True
    in_body: bool = False
    hidden: bool = False
    system: bool = False
    max_length: int | None = None
    min: int | None = None
    max: int | None = None
    decimals: int | None = None
    unit: str | None = None
    default: Any = None
    options: tuple[Option, ...] = ()
    picklist: str | None = None
    link: Link | None = None
    fields: tuple["Field", ...] = ()
    parts: tuple[str, ...] = ()
    zoned: bool = False
    check: str | None = None
    widget: str | None = None
    aliases: tuple[str, ...] = ()
    help: Label | None = None
    visible_when: Mapping[str, Any] | None = None
    by_actions_when: Mapping[str, Any] | None = None
    custom: bool = False
    slot: int | None = None
    building: tuple[str, ...] = ()
    claimed_as: str | None = None
    formula: str | None = None
    rollup: Rollup | None = None
    result: str | None = None
    deleted_at: str | None = None
    strictest: tuple[Any, ...] = ()
    told: bool = False
    said: bool = False


class Traits(TypedDict, total=False):
    """What any field may add to its name and label."""

    required: bool
    read_only: bool
    unique: bool
    indexed: bool
    sparse: bool
    multiple: bool
    searched: bool
    counted: bool
    audited: bool
    in_body: bool
    hidden: bool
    system: bool
    max_length: int
    min: int
    max: int
    decimals: int
    unit: str
    default: Any
    check: str
    widget: str
    aliases: tuple[str, ...]
    help: Label
    visible_when: Mapping[str, Any]
    by_actions_when: Mapping[str, Any]
    strictest: tuple[Any, ...]
    said: bool


def text(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare one line of text."""
    return Field(name, "text", Label(es, en), **{"max_length": 200, **traits})  # type: ignore[arg-type]


def long_text(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare text of many lines, kept in the body row so that lists stay light."""
    return Field(name, "long_text", Label(es, en), **{"max_length": 50_000, "in_body": True, **traits})  # type: ignore[arg-type]


def rich_text(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare text with headings, lists and links, kept in the body row."""
    return Field(name, "rich_text", Label(es, en), **{"max_length": 50_000, "in_body": True, **traits})  # type: ignore[arg-type]


def number(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare an exact decimal number; ``decimals=0`` makes it whole."""
    return Field(name, "number", Label(es, en), **traits)


def integer(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare a whole number."""
    return Field(name, "integer", Label(es, en), **{"decimals": 0, **traits})  # type: ignore[arg-type]


def rating(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare a mark from one to five, or to ``max`` where that is told."""
    return Field(name, "rating", Label(es, en), **{"max": 5, **traits})  # type: ignore[arg-type]


def percent(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare a percentage, 0 to 100 unless told otherwise."""
    return Field(name, "percent", Label(es, en), **{"min": 0, "max": 100, "unit": "%", **traits})  # type: ignore[arg-type]


def money(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare an amount in a currency."""
    return Field(name, "money", Label(es, en), **traits)


def date(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare a calendar day, the same everywhere."""
    return Field(name, "date", Label(es, en), **traits)


def date_time(name: str, es: str, en: str, *, zoned: bool = False, **traits: Unpack[Traits]) -> Field:
    """Declare an instant; ``zoned`` keeps the wall time and the zone that the user meant."""
    return Field(name, "date_time", Label(es, en), zoned=zoned, **traits)


def time(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare a time of day, the same in every zone."""
    return Field(name, "time", Label(es, en), **traits)


def boolean(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare a yes or no."""
    return Field(name, "boolean", Label(es, en), **traits)


def choice(name: str, es: str, en: str, options: Sequence[Option], **traits: Unpack[Traits]) -> Field:
    """Declare one of several options."""
    return Field(name, "choice", Label(es, en), options=tuple(options), **traits)


def told_choice(name: str, es: str, en: str, options: Sequence[Option], **traits: Unpack[Traits]) -> Field:
    """Declare one of several options that a domain works out, and nobody writes."""
    told: dict[str, Any] = {"read_only": True, "told": True, "result": "choice", **traits}
    return Field(name, "choice", Label(es, en), options=tuple(options), **told)


def told_integer(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare a whole number that is worked out from what is kept elsewhere, and nobody writes."""
    told: dict[str, Any] = {"decimals": 0, "read_only": True, "told": True, "result": "integer", **traits}
    return Field(name, "integer", Label(es, en), **told)


def multi_choice(name: str, es: str, en: str, options: Sequence[Option], **traits: Unpack[Traits]) -> Field:
    """Declare any of several options."""
    return Field(name, "multi_choice", Label(es, en), options=tuple(options), **{"multiple": True, **traits})  # type: ignore[arg-type]


def stage(name: str, es: str, en: str, *, picklist: str, **traits: Unpack[Traits]) -> Field:
    """Declare a step of a process whose options the tenant keeps in its overlay under ``picklist``."""
    return Field(name, "stage", Label(es, en), picklist=picklist, **traits)


def email(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare addresses, each with a label, one of them primary."""
    return Field(name, "email", Label(es, en), **{"multiple": True, **traits})  # type: ignore[arg-type]


def phone(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare phone numbers, each with a label, one of them primary."""
    return Field(name, "phone", Label(es, en), **{"multiple": True, **traits})  # type: ignore[arg-type]


def url(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare a web address."""
    return Field(name, "url", Label(es, en), **{"max_length": 2_048, **traits})  # type: ignore[arg-type]


def address(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare a postal address."""
    return Field(name, "address", Label(es, en), **traits)


def person_name(name: str, es: str, en: str, *, parts: Sequence[str], **traits: Unpack[Traits]) -> Field:
    """Declare a full name composed from other fields, never written itself."""
    return Field(name, "person_name", Label(es, en), parts=tuple(parts), **{"read_only": True, **traits})  # type: ignore[arg-type]


def user(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare a member of the tenant's team."""
    return Field(name, "user", Label(es, en), **traits)


def file(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare a file of the record, or several where it is ``multiple``."""
    return Field(name, "file", Label(es, en), **traits)


def lines(name: str, es: str, en: str, fields: Sequence[Field], **traits: Unpack[Traits]) -> Field:
    """Declare rows inside the record, each with fields of its own."""
    return Field(name, "lines", Label(es, en), fields=tuple(fields), **{"in_body": True, **traits})  # type: ignore[arg-type]


def link(
    name: str,
    es: str,
    en: str,
    *,
    to: str,
    inverse: str,
    inverse_label: tuple[str, str],
    attributes: Sequence[str] = (),
    found_through: bool = False,
    **traits: Unpack[Traits],
) -> Field:
    """Declare a relation to another object; ``found_through`` finds this record by the other's name too."""
    relation = Link(to, inverse, Label(*inverse_label), tuple(attributes), found_through)
    return Field(name, "link", Label(es, en), link=relation, **traits)


def tags(name: str, es: str, en: str, **traits: Unpack[Traits]) -> Field:
    """Declare free words that people put on records."""
    return Field(name, "tags", Label(es, en), **{"multiple": True, "counted": True, **traits})  # type: ignore[arg-type]


def option(value: str, es: str, en: str, color: str | None = None, **more: Any) -> Option:
    """Declare one option of a choice."""
    return Option(value, Label(es, en), color, more)


@dataclass(frozen=True, slots=True)
class Section:
    """A group of fields on a form."""

    name: str
    label: Label
    fields: tuple[str, ...]


def section(name: str, es: str, en: str, *fields: str) -> Section:
    """Declare a group of fields."""
    return Section(name, Label(es, en), fields)


BeforeRule = Callable[[Context, "Change"], "Change"]
ReadRule = Callable[[Mapping[str, Any], "Catalogue", datetime], Mapping[str, Any]]
WriteRule = Callable[[Context, "Change"], Sequence["Write"]]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a domain adds to the life of its records.

    ``before_*`` refuse a change or complete it; ``with_write`` adds writes to its transaction. ``shown`` and ``flags``
    are told at reading time from the stored values, the catalogue and the clock: fields, and what needs attention.
    """

    before_create: tuple[BeforeRule, ...] = ()
    before_update: tuple[BeforeRule, ...] = ()
    before_delete: tuple[BeforeRule, ...] = ()
    with_write: tuple[WriteRule, ...] = ()
    shown: ReadRule | None = None
    flags: ReadRule | None = None


@dataclass(frozen=True, slots=True)
class DuplicateRule:
    """What makes two records of an object look like one.

    ``kind`` is exact (every field equal), email, phone (any value in common) or name (names alike, the second field, a
    firm, speaking for or against it). ``weight`` is how far it convinces, ``threshold`` from which likeness on, both
    of a hundred. One that does not ``warn`` counts in the review list only.
    """

    kind: str
    fields: tuple[str, ...]
    weight: int
    threshold: int = 100
    warns: bool = True


@dataclass(frozen=True, slots=True)
class ObjectDef:
    """A kind of record, as its domain declares it."""

    name: str
    plural: str
    label: Label
    label_plural: Label
    icon: str
    name_field: str
    fields: tuple[Field, ...]
    sections: tuple[Section, ...] = ()
    columns: tuple[str, ...] = ()
    features: Features = PLAIN
    rules: Rules = Rules()
    aliases: tuple[str, ...] = ()
    custom: bool = False
    deleted_at: str | None = None
    duplicates: tuple[DuplicateRule, ...] | None = None
    """None: by the name, the addresses and the numbers that it has."""


@dataclass(frozen=True, slots=True)
class ObjectChange:
    """What one tenant changed about one object.

    ``declared`` is the declaration of an object of its own, without fields. ``fields`` are the tenant's fields in
    their order, those taken away included; ``overrides`` are other properties of the product's fields, by name.
    """

    declared: ObjectDef | None = None
    fields: Mapping[str, Field] = field(default_factory=dict)
    overrides: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    sections: tuple[Section, ...] | None = None
    columns: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Overlay:
    """What one tenant changed, as data: options of open lists, objects by their plural, and settings by name.

    A setting is data of whoever reads it, such as the rules that find duplicates.
    """

    version: int = 0
    picklists: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    objects: Mapping[str, ObjectChange] = field(default_factory=dict)
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
