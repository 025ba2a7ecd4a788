"""What is known of a file: one row of its own, and one under its record, by which the record lists it.

Both lie among the links, because a file is something that a record leads to. The row has a version of its own; every
change is conditional on it. The bytes are in S3, under keys that ``gateways.files`` makes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan, reads
from chalicelib.storage.plan import Condition, Delete, Put


@dataclass(frozen=True, slots=True)
class Draft:
    """One version of a file's content: where it was uploaded, what became of it, what it is."""

    number: int
    state: str
    upload: str
    name: str
    size: int
    type: str
    at: str
    by: str
    reason: str | None = None
    may_be_shown: bool = False
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file, perhaps of a record of ``plural``; its drafts are in the order of their numbers.

    A doomed one is about to be erased, bytes first, and is not there for anybody.
    """

    id: str
    version: int
    created_at: str
    created_by: str
    drafts: Sequence[Draft]
    plural: str | None = None
    record: str | None = None
    deleted_at: str | None = None
    deleted_by: str | None = None
    is_doomed: bool = False

    def draft(self, number: int | None = None) -> Draft | None:
        """Return the draft of a number, or the newest one that is ready."""
        if number is None:
            return next((one for one in reversed(self.drafts) if one.state == "ready"), None)
        return next((one for one in self.drafts if one.number == number), None)

    def holding(self, draft: Draft) -> "File":
        """Return the file with a draft in place of the one of its number, or after the others."""
        others = [one for one in self.drafts if one.number != draft.number]
        return replace(self, drafts=sorted([*others, draft], key=lambda one: one.number))


def get(ctx: Context, id: str) -> File | None:
    """Return a file, read consistently, or None."""
    if not keys.is_id(id):
        return None
    item = reads.get(names.LINKS, keys.file(ctx, id))
    return None if item is None else _file(item)


def several(ctx: Context, ids: Sequence[str]) -> dict[str, File]:
    """Return those files that exist, by id, in one batch read, read consistently."""
    asked = [keys.file(ctx, id) for id in ids if keys.is_id(id)]
    found = [_file(item) for item in reads.get_many(names.LINKS, asked, consistent=True)] if asked else []
    return {file.id: file for file in found}


def of_records(
    ctx: Context, records: Sequence[str], *, limit: int, start: str | None = None
) -> tuple[list[File], str | None]:
    """Return one page of the files of several records as of one, as far back as all of them have been read."""
    pages = [of_record(ctx, record, limit=limit, start=start) for record in records]
    reached = max((place for _, place in pages if place is not None), default="")
    found = sorted((file for page, _ in pages for file in page), key=lambda file: file.id, reverse=True)
    known = [file for file in found if file.id >= reached]
    if len(known) > limit:
        return known[:limit], known[limit - 1].id
    return known, reached or None


def of_record(ctx: Context, record: str, *, limit: int, start: str | None = None) -> tuple[list[File], str | None]:
    """Return one page of a record's files, newest first, deleted ones included, and where to go on."""
    pk = keys.of_record(ctx, record)
    items, last = reads.page(
        names.LINKS,
        pk,
        prefix=keys.ATTACHED,
        descending=True,
        limit=limit,
        start=None if start is None else keys.ATTACHED + start,
    )
    ids = [item["sk"].removeprefix(keys.ATTACHED) for item in items]
    found = several(ctx, ids)
    page = [found[id] for id in ids if id in found]
    return page, None if last is None else last.removeprefix(keys.ATTACHED)


def create(ctx: Context, file: File) -> Put:
    """Plan to store a new file; it is listed nowhere yet."""
    return Put(names.LINKS, keys.file(ctx, file.id), _item(file), when=plan.absent())


def replace_with(ctx: Context, after: File) -> Put:
    """Plan to store the next version of a file; refused when somebody else was first."""
    return Put(names.LINKS, keys.file(ctx, after.id), _item(after), when=plan.equals("version", after.version - 1))


def attach(ctx: Context, record: str, file: str) -> Put:
    """Plan to list a file among those of a record."""
    return Put(names.LINKS, keys.attached(ctx, record, file), {"object": "files"})


def detach(ctx: Context, record: str, file: str) -> Delete:
    """Plan to list a file no longer."""
    return Delete(names.LINKS, keys.attached(ctx, record, file))


def delete(ctx: Context, file: File) -> Delete:
    """Plan to forget a file; refused when somebody changed it meanwhile."""
    same: Condition = plan.absent() | plan.equals("version", file.version)
    return Delete(names.LINKS, keys.file(ctx, file.id), when=same)


_DRAFT = ("number", "state", "upload", "name", "size", "type", "at", "by", "reason", "may_be_shown", "width", "height")
_FILE = ("id", "version", "created_at", "created_by", "plural", "record", "deleted_at", "deleted_by", "is_doomed")


def _item(file: File) -> dict[str, Any]:
    drafts = [{name: getattr(draft, name) for name in _DRAFT} for draft in file.drafts]
    return {"object": "file", **{name: getattr(file, name) for name in _FILE}, "drafts": drafts}


def _file(item: Mapping[str, Any]) -> File:
    drafts = [Draft(**{name: draft.get(name) for name in _DRAFT}) for draft in item["drafts"]]
    facts: dict[str, Any] = {name: item[name] for name in _FILE}
    return File(**facts, drafts=drafts)
