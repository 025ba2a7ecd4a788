"""The schema: one PynamoDB model a table, and what ``infra`` needs to build each of them.

Only tests, ``infra`` and one-off tools import this module. Requests go through the botocore client that
``storage.connection`` owns: read through a model, a page of a list costs three times the CPU (decision 6).
"""

# mypy: disallow-subclassing-any=False

from dataclasses import dataclass

from pynamodb.attributes import (
    BooleanAttribute,
    ListAttribute,
    MapAttribute,
    NumberAttribute,
    TTLAttribute,
    UnicodeAttribute,
)
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, Index, KeysOnlyProjection
from pynamodb.models import Model

from chalicelib.storage import names


def _slot(number: int) -> GlobalSecondaryIndex:
    """Return the index over one ordered slot; it projects whole items, so that a page of a list is one query."""
    body = {
        "Meta": type("Meta", (), {"index_name": names.slot_index(number), "projection": AllProjection()}),
        "pk": UnicodeAttribute(hash_key=True),
        "slot": UnicodeAttribute(range_key=True, attr_name=names.slot_attribute(number)),
    }
    return type(f"Slot{number}", (GlobalSecondaryIndex,), body)()


class Record(Model):
    """A business record, or its body row (``<id>#body``), which holds the large values and no slots."""

    class Meta:
        table_name = names.RECORDS

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    version = NumberAttribute()
    values = MapAttribute()
    derived = MapAttribute(null=True)
    derivation = NumberAttribute(null=True)
    created_at = UnicodeAttribute(null=True)
    created_by = UnicodeAttribute(null=True)
    updated_at = UnicodeAttribute(null=True)
    updated_by = UnicodeAttribute(null=True)
    deleted_at = UnicodeAttribute(null=True)
    owner = UnicodeAttribute(null=True)
    origin = MapAttribute(null=True)
    writer = UnicodeAttribute()
    s1 = UnicodeAttribute(null=True)
    s2 = UnicodeAttribute(null=True)
    s3 = UnicodeAttribute(null=True)
    s4 = UnicodeAttribute(null=True)
    s5 = UnicodeAttribute(null=True)
    s6 = UnicodeAttribute(null=True)
    slot1 = _slot(1)
    slot2 = _slot(2)
    slot3 = _slot(3)
    slot4 = _slot(4)
    slot5 = _slot(5)
    slot6 = _slot(6)


class LinkRow(Model):
    """One direction of a relation; its other direction is a row of the other record."""

    class Meta:
        table_name = names.LINKS

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    object = UnicodeAttribute()
    role = UnicodeAttribute(null=True)
    since = UnicodeAttribute(null=True)
    until = UnicodeAttribute(null=True)
    primary = BooleanAttribute(null=True)
    position = NumberAttribute(null=True)
    writer = UnicodeAttribute(null=True)


class TimelineRow(Model):
    """What happened on a record; append only."""

    class Meta:
        table_name = names.TIMELINE

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    kind = UnicodeAttribute()
    actor = UnicodeAttribute()
    at = UnicodeAttribute()
    changes = ListAttribute(null=True)
    fields = ListAttribute(null=True)
    values = MapAttribute(null=True)
    erased = BooleanAttribute(null=True)
    data = MapAttribute(null=True)
    writer = UnicodeAttribute(null=True)


class IndexRow(Model):
    """Unique claims, search tokens, counters, what each record has contributed, and answers to idempotent requests."""

    class Meta:
        table_name = names.INDEX

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    record = UnicodeAttribute(null=True)
    text = UnicodeAttribute(null=True)
    version = NumberAttribute(null=True)
    contribution = MapAttribute(null=True)
    count = NumberAttribute(null=True)
    expires = TTLAttribute(null=True)
    writer = UnicodeAttribute(null=True)


class _Due(GlobalSecondaryIndex):
    """What falls due in any tenant, in eight shards, for the sweeper alone."""

    class Meta:
        index_name = names.DUE_INDEX
        projection = AllProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due = UnicodeAttribute(range_key=True)


class _Sleeping(GlobalSecondaryIndex):
    """Which deliveries must be looked at again, and when, for the sweeper alone."""

    class Meta:
        index_name = names.DUE_INDEX
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    wake_at = UnicodeAttribute(range_key=True)


class TimerRow(Model):
    """Something that must happen later."""

    class Meta:
        table_name = names.TIMERS

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    id = UnicodeAttribute()
    kind = UnicodeAttribute()
    due = UnicodeAttribute()
    due_shard = UnicodeAttribute()
    data = MapAttribute(null=True)
    writer = UnicodeAttribute(null=True)
    by_due = _Due()


class DirectoryRow(Model):
    """A tenant, its users, overlay, API keys and invitations; and the rows that lead from a login to a tenant."""

    class Meta:
        table_name = names.DIRECTORY

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    expires = TTLAttribute(null=True)
    writer = UnicodeAttribute(null=True)


class DeliveryRow(Model):
    """One message of the outbox, with its state."""

    class Meta:
        table_name = names.DELIVERIES

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    state = UnicodeAttribute()
    due_shard = UnicodeAttribute(null=True)
    wake_at = UnicodeAttribute(null=True)
    writer = UnicodeAttribute(null=True)
    by_wake = _Sleeping()


class JobRow(Model):
    """A long piece of work (import, export, merge), its chunks and its verdicts."""

    class Meta:
        table_name = names.JOBS

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    writer = UnicodeAttribute(null=True)


@dataclass(frozen=True, slots=True)
class IndexSpec:
    """An index as ``infra`` builds it; every key attribute is a string. ``projection`` is ALL or KEYS_ONLY."""

    name: str
    hash_key: str
    range_key: str
    projection: str


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table as ``infra`` builds it; every key attribute is a string. ``stream`` asks for old and new images."""

    name: str
    hash_key: str
    range_key: str
    indexes: tuple[IndexSpec, ...]
    stream: bool
    ttl: str | None


MODELS: tuple[type[Model], ...] = (
    Record,
    LinkRow,
    TimelineRow,
    IndexRow,
    TimerRow,
    DirectoryRow,
    DeliveryRow,
    JobRow,
)
_STREAMED = {names.RECORDS, names.TIMERS, names.DELIVERIES}


def _index_spec(index: Index) -> IndexSpec:
    keys = {attribute.is_hash_key: attribute.attr_name for attribute in index.Meta.attributes.values()}
    return IndexSpec(index.Meta.index_name, keys[True], keys[False], index.Meta.projection.projection_type)


def _spec(model: type[Model]) -> TableSpec:
    attributes = model.get_attributes().values()
    name = model.Meta.table_name
    return TableSpec(
        name=name,
        hash_key=next(attribute.attr_name for attribute in attributes if attribute.is_hash_key),
        range_key=next(attribute.attr_name for attribute in attributes if attribute.is_range_key),
        indexes=tuple(_index_spec(index) for index in model._indexes.values()),
        stream=name in _STREAMED,
        ttl=next((attribute.attr_name for attribute in attributes if isinstance(attribute, TTLAttribute)), None),
    )


ALL: tuple[TableSpec, ...] = tuple(_spec(model) for model in MODELS)
