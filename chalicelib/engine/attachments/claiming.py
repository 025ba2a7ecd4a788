"""Files as values of fields: a record's write takes the files that it names, in the same transaction.

A field may name a file that the record has already, or one that the writer uploaded for a record yet to come. The
latter is claimed under its version, so of two records that want it one gets it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.engine.attachments import showing, uploading
from chalicelib.engine.fields import file as kind
from chalicelib.engine.objects import Field
from chalicelib.engine.rules import Change
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput
from chalicelib.storage import files, timeline
from chalicelib.storage.files import File
from chalicelib.storage.plan import Write


def claim(ctx: Context, change: Change) -> tuple[Change, Sequence[Write]]:
    """Return the change with what its files are called, and the writes that give the record those it did not have.

    :raises InvalidInput: naming each field with a file that is not there, not ready, or not the writer's to give.
    """
    fields = [field for field in change.object.fields.values() if field.type == kind.FILE.name]
    if not fields:
        return change, ()
    known = {one["id"]: one for field in fields for one in kind.listed(change.before.get(field.name))}
    wanted = list(dict.fromkeys(id for _, id in _named(change, fields) if id not in known))
    found = files.several(ctx, wanted) if wanted else {}
    errors = [
        FieldError(field.name, "unknown_file", kind.WRONG)
        for field, id in _named(change, fields)
        if id not in known and not _may_be_named(ctx, change, found.get(id))
    ]
    if errors:
        raise InvalidInput("Some files are not there.", errors=errors)
    told = {**known, **{id: showing.reference(file) for id, file in found.items()}}
    filled = {field.name: _filled(change.values.get(field.name), told) for field in fields}
    loose = [file for file in found.values() if file.record is None]
    return change.holding(**filled), [write for file in loose for write in _taken(ctx, change, file)]


def _named(change: Change, fields: Sequence[Field]) -> Iterator[tuple[Field, str]]:
    return ((field, one["id"]) for field in fields for one in kind.listed(change.values.get(field.name)))


def _may_be_named(ctx: Context, change: Change, file: File | None) -> bool:
    if file is None or file.is_doomed or file.deleted_at or file.draft() is None:
        return False
    return file.record == change.id or (file.record is None and file.created_by == ctx.actor.id)


def _filled(value: Any, told: Mapping[str, Any]) -> Any:
    return [told[one["id"]] for one in value] if isinstance(value, list) else value and told[value["id"]]


def _taken(ctx: Context, change: Change, file: File) -> list[Write]:
    after = replace(file, version=file.version + 1, plural=change.object.plural, record=change.id)
    draft = after.draft() or after.drafts[-1]
    return [
        files.replace_with(ctx, after),
        files.attach(ctx, change.id, file.id),
        timeline.append(ctx, change.id, uploading.entry(ctx, after, draft, what="added")),
    ]
