"""Giving a record what it held before: exactly, and by the same rules and rights as any other change."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalicelib.engine import access, records
from chalicelib.engine.catalogue import Object
from chalicelib.engine.records import Known, Plan
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden
from chalicelib.storage.records import Row

OWNER = "owner"


def plan(ctx: Context, object: Object, *, row: Row, values: Mapping[str, Any], known: Known = records.UNREAD) -> Plan:
    """Return the plan that gives a record stored values that it held before, None for those that were empty.

    :raises Forbidden: when the caller may not write one of them.
    :raises Problem: whatever the record and its rules refuse with.
    """
    writable = access.writable(ctx, object)
    forbidden = next((name for name in values if name in object.writable and name not in writable), None)
    if forbidden is not None:
        raise Forbidden(f"Your role does not allow you to change {forbidden}.")
    exactly = {name: value for name, value in values.items() if name in object.fields and name != OWNER}
    owner = {OWNER: values[OWNER]} if OWNER in values and OWNER in object.writable else {}
    return records.plan_update(
        ctx, plural=object.plural, id=row.id, changes=owner, exactly=exactly, known=replace(known, row=row)
    )
