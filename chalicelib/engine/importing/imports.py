"""An import from the desk of whoever makes it: upload, look, correct the mapping, start, read the verdicts, undo.

Everything slow is a worker's. Asking again for what is under way sends the worker's message again, which is harmless
and wakes an import whose message was lost.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.engine import access, cursors, jobs, narrowing, overlays, working
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.importing import creating, offers, progress, remembering, source, undoing, worker
from chalicelib.engine.importing import recipe as recipes
from chalicelib.engine.importing.lookup import SOURCE_ID
from chalicelib.engine.importing.mapping import match_key
from chalicelib.engine.importing.progress import Cursor
from chalicelib.engine.importing.recipe import Kept
from chalicelib.engine.importing.targets import Match, Target, Targets, checked
from chalicelib.engine.jobs import Job
from chalicelib.gateways import files
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound

KIND = worker.KIND
Entries = Sequence[Mapping[str, Any]]
_DECIDED = ("column", "header", "confidence", "samples")


def create(ctx: Context, *, object: str, filename: str) -> dict[str, Any]:
    """Begin an import and return the form that uploads its file.

    :raises InvalidInput: when that object cannot be imported.
    """
    main = _importable(overlays.load(ctx), object)
    access.require(ctx, main, "create")
    key = files.new_key(ctx)
    data = {"object": main.plural, "filename": filename.strip(), "key": key, **working.asked_by(ctx)}
    form = files.upload_form(key, content_type=files.CSV, most_bytes=source.MOST_BYTES)
    job = jobs.create(ctx, kind=KIND, state="created", data=data)
    expires_at = clock.stamp(ctx.now + files.UPLOAD_LIVES)
    return {**_summary(job), "upload": {"url": form.url, "fields": form.fields}, "expires_at": expires_at}


def get(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return an import: its state, what we detected, the mapping, the preview, and how far it has come."""
    return _told(ctx, _found(ctx, id))


def recent(ctx: Context, *, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return the imports that the caller may see, newest first."""
    query = {"list": "imports"}
    found, last = jobs.page(ctx, kind=KIND, limit=limit, start=cursors.opened(ctx, query, cursor))
    items = [_summary(job) for job in found if _may_see(ctx, job)]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, last)}


def preview(
    ctx: Context, *, id: str, mapping: Entries | None = None, match: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Ask for a look at the file, with the mapping that we propose or the one that is given.

    :raises WrongState: when rows are stored already.
    """
    job = _found(ctx, id)
    jobs.require_state(job, "created", "previewing", "ready", "failed")
    if progress.read(ctx, job.id) is not None:
        raise jobs.WrongState("This import has stored rows. Begin a new one.", extra={"state": job.state})
    known = recipes.read(ctx, job.id)
    if known is not None and mapping:
        catalogue = narrowing.of(ctx, overlays.refreshed(ctx))
        checked(catalogue, catalogue.of_plural(job.data["object"]), mapping, columns=len(known.written.header))
    asked = {"mapping": [_entry(entry) for entry in mapping or ()], "match": dict(match) if match else None}
    return _summary(working.resume(ctx, job, step="preview", data={"asked": asked, "problem": None}))


def start(
    ctx: Context,
    *,
    id: str,
    mapping: Entries,
    on_duplicate: str,
    fire_automations: bool = False,
    match: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Store the rows of the file under a mapping.

    :raises WrongState: before the preview, or when it was started already and is over.
    :raises InvalidInput: when the mapping leads nowhere.
    """
    job = _found(ctx, id)
    jobs.require_state(job, "ready", "running")
    if job.state == "ready":
        return _told(ctx, _started(ctx, job, mapping, match, on_duplicate, fire_automations))
    working.ask(ctx, job, step="run")
    return _told(ctx, job)


def verdicts(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return where to download the verdict of every row.

    :raises WrongState: before the import is done.
    """
    job = _found(ctx, id)
    jobs.require_state(job, "done", "undoing", "undone")
    name = f"verdicts-{job.data['filename'].rpartition('.')[0] or job.data['filename']}.csv"
    url = files.download_url(job.data["report"], filename=name, content_type=files.CSV)
    return {"url": url, "expires_at": clock.stamp(ctx.now + files.DOWNLOAD_LIVES)}


def undo(ctx: Context, *, id: str) -> dict[str, Any]:
    """Take back what the import did, but for what was edited since.

    :raises WrongState: when it is not over, or was taken back already.
    """
    job = _found(ctx, id)
    jobs.require_state(job, "done", "failed", "undoing")
    if job.state != "undoing":
        if progress.read(ctx, job.id) is None:
            raise jobs.WrongState("This import has stored nothing.", extra={"state": job.state})
        return _told(ctx, working.resume(ctx, job, step="undo", beside=[undoing.begin(ctx, job.id)]))
    working.ask(ctx, job, step="undo")
    return _told(ctx, job)


def _started(
    ctx: Context,
    job: Job,
    mapping: Entries,
    match: Mapping[str, Any] | None,
    on_duplicate: str,
    fire_automations: bool,
) -> Job:
    catalogue = narrowing.of(ctx, overlays.refreshed(ctx))
    main = catalogue.of_plural(job.data["object"])
    kept = recipes.read(ctx, job.id)
    if kept is None:
        raise NotFound("There is no such import.")
    width = len(kept.written.header)
    new = creating.wanted(mapping)
    targets = checked(catalogue, main, [entry for entry in mapping if entry not in new], columns=width)
    _require_enough(main, targets)
    for plural in {target.object for target in targets.values()}:
        access.require(ctx, catalogue.of_plural(plural), "create")
    matched = _matching(main, targets, match)
    if new:
        creating.check(ctx, main, new)
        creating.create(ctx, main, new)
        catalogue = narrowing.of(ctx, overlays.refreshed(ctx))
        main = catalogue.of_plural(main.plural)
        targets = checked(catalogue, main, creating.settled(main, mapping), columns=width)
    chosen = _settled(kept, mapping, targets, matched)
    data = {
        "options": {"on_duplicate": on_duplicate, "fire_automations": fire_automations},
        "vacant": worker.vacant(ctx, sorted({target.object for target in targets.values()})),
        "report": files.new_key(ctx),
        "started_at": clock.stamp(ctx.now),
    }
    first = Cursor(0, kept.written.line, kept.written.start)
    remembered = remembering.keep(ctx, main.plural, kept.written.header, chosen.mapping)
    beside = [recipes.keep(ctx, job.id, chosen), progress.begin(ctx, job.id, first), remembered]
    return working.resume(ctx, job, step="run", data=data, beside=beside)


def _settled(kept: Kept, mapping: Entries, targets: Targets, matched: Match) -> Kept:
    """Return what the job keeps once the person has decided: nothing is asked or suggested any more."""
    by_column = {column: target.as_dict() for column, target in targets.items()}
    entries = [
        {name: entry[name] for name in _DECIDED if name in entry} | {"target": by_column.get(entry["column"])}
        for entry in kept.mapping
    ]
    return Kept(kept.written, offers.readings(kept.readings, mapping), entries, matched)


def _require_enough(main: Object, targets: Targets) -> None:
    """Refuse a mapping under which no row could become a record."""
    mapped = {target.field for target in targets.values() if target.object == main.plural}
    name = main.fields[main.name_field]
    if name.parts:
        named_by = {name.name, *name.parts} | {field.name for field in main.writable.values() if field.multiple}
        is_enough = bool(mapped & named_by)
    else:
        is_enough = bool(mapped) and (not name.required or name.name in mapped)
    if not is_enough:
        label = name.label.en
        raise InvalidInput.of("mapping", "name_unmapped", f"Map a column to {main.definition.label.en}: {label}.")


def _matching(main: Object, targets: Targets, match: Mapping[str, Any] | None) -> Match:
    if match is None:
        return match_key(main, targets)
    chosen = Match.from_dict({"object": main.plural, **match})
    unknown = [name for name in chosen.fields if name not in main.fields or not _can_match(main, name)]
    if unknown or chosen.object != main.plural:
        raise InvalidInput.of("match", "unknown_field", "Match by a field of the object that identifies a record.")
    return chosen


def _can_match(main: Object, name: str) -> bool:
    field = main.fields[name]
    return field.unique or name == SOURCE_ID or name in main.slots or field.type in ("email", "phone")


def _importable(catalogue: Catalogue, name: str) -> Object:
    for object in catalogue:
        if name in (object.name, object.plural) and object.features.importable:
            return object
    offered = ", ".join(sorted(object.plural for object in catalogue if object.features.importable))
    raise InvalidInput.of("object", "unknown_object", f"Choose one of {offered}.")


def _found(ctx: Context, id: str) -> Job:
    job = jobs.get(ctx, id=id, kind=KIND)
    if not _may_see(ctx, job):
        raise NotFound("There is no such import.")
    return job


def _may_see(ctx: Context, job: Job) -> bool:
    return job.created_by == ctx.actor.id or access.is_supervisor(ctx)


def _entry(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return what counts of a mapping entry: what we told about the column comes back with it and is dropped."""
    target = entry.get("target")
    answers = {name: entry[name] for name in offers.ANSWERS if entry.get(name)}
    return {"column": entry.get("column"), "target": Target.from_dict(target).as_dict() if target else None, **answers}


def _summary(job: Job) -> dict[str, Any]:
    data = job.data
    return {
        "id": job.id,
        "object": data["object"],
        "filename": data["filename"],
        "state": job.state,
        "created_at": job.created_at,
        "created_by": job.created_by,
        "updated_at": job.updated_at,
        "problem": data.get("problem"),
        "detected": data.get("detected"),
        "options": data.get("options"),
        "verdicts": data.get("verdicts"),
    }


def _told(ctx: Context, job: Job) -> dict[str, Any]:
    """Return all that is known of an import now."""
    told = _summary(job)
    kept = recipes.read(ctx, job.id) if job.data.get("detected") else None
    if kept is not None:
        told |= {
            "mapping": list(kept.mapping),
            "match": kept.match.as_dict(),
            "preview": recipes.read_preview(ctx, job.id),
        }
    cursor = progress.read(ctx, job.id) if job.data.get("options") else None
    if cursor is not None:
        told["progress"] = {"done": cursor.row, "total": job.data["detected"]["rows"]}
        told["verdicts"] = dict(cursor.counts)
        told["partly"] = cursor.partly
    undone = undoing.read(ctx, job.id) if job.state in ("undoing", "undone") else None
    if undone is not None:
        kept_records = undoing.reported(ctx, job.id)
        told["undo"] = {"undone": undone.undone, "kept": undone.kept, "kept_records": kept_records}
    return told
