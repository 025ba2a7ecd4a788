"""Which mapping a tenant used for a table with this very header: it is offered when such a table comes again."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.engine.importing.headers import words
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import directory
from chalicelib.storage.plan import Put

_SIGNED = 32
_NOTHING: Mapping[int, Any] = {}


def keep(ctx: Context, object: str, header: Sequence[str], mapping: Sequence[Mapping[str, Any]]) -> Put:
    """Return the write that remembers where each column of such a header went, None for one left out on purpose."""
    targets = {str(entry["column"]): entry.get("target") for entry in mapping}
    item = {"targets": targets, "at": clock.stamp(ctx.now), "by": ctx.actor.id}
    return directory.put(ctx, _name(object, header), item)


def recalled(ctx: Context, object: str, header: Sequence[str]) -> Mapping[int, Any]:
    """Return the target of each column of such a header, by position; nothing when none came before."""
    kept = directory.get(ctx, _name(object, header))
    return {int(column): target for column, target in kept["targets"].items()} if kept else _NOTHING


def _name(object: str, header: Sequence[str]) -> str:
    said = "\x1f".join([object, *(words(name) for name in header)])
    return f"mapping#{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:_SIGNED]}"
