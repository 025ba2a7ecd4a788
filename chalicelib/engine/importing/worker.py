"""The steps of an import that a worker takes: look at the file, store its rows, tell what became of them, undo.

How a step is asked for, repeated and given up is the same for every long work: ``engine/working.py``. A file that
cannot be read ends the job with a reason that its owner can act on.
"""

from dataclasses import replace
from datetime import timedelta

from chalicelib import settings
from chalicelib.engine import jobs, narrowing, overlays
from chalicelib.engine.importing import converting, offers, progress, survey, undoing, verdicts
from chalicelib.engine.importing import recipe as recipes
from chalicelib.engine.importing.landing import Landing
from chalicelib.engine.importing.mapping import match_key
from chalicelib.engine.importing.recipe import Kept
from chalicelib.engine.importing.running import Run
from chalicelib.engine.importing.source import Source
from chalicelib.engine.importing.targets import Match
from chalicelib.engine.jobs import Job
from chalicelib.engine.working import OutOfTime, Progress, Step, TimeLeft, Work
from chalicelib.gateways import files, secrets
from chalicelib.kernel.context import Context
from chalicelib.observability import logger
from chalicelib.storage import records

KIND = "import"
FOR_REPORT = timedelta(seconds=25)


def _preview(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    catalogue = narrowing.of(ctx, overlays.refreshed(ctx))
    main = catalogue.of_plural(job.data["object"])
    if time_left() < FOR_REPORT:
        raise OutOfTime
    table = converting.table(ctx, Source.uploaded(job.data["key"]), job.data.get("table"))
    source = Source.uploaded(table.key)
    seen = survey.look(ctx, source, format=table.format)
    asked = job.data.get("asked") or {}
    mapping = offers.entries(ctx, catalogue, main, seen, asked.get("mapping") or ())
    kept = Kept(seen.written, offers.readings(seen.readings, mapping), mapping, Match(main.plural, ()))
    match = Match.from_dict({"object": main.plural, **asked["match"]}) if asked.get("match") else None
    kept = replace(kept, match=match or match_key(main, kept.targets))
    shown = survey.preview(
        ctx, recipes.recipe(ctx, catalogue, main, kept), source, seen.written, job=job.id, secret=secrets.get("pepper")
    )
    detected = {**seen.detected(), "format": table.format, "left_out": list(table.left_out)}
    told = {"detected": detected, "table": table.as_dict(), "problem": None}
    data = {**told, "etag": source.etag, "size": source.size}
    _after, write = jobs.moved(ctx, job, to="ready", data=data)
    jobs.execute(ctx, [write, recipes.keep(ctx, job.id, kept), recipes.keep_preview(ctx, job.id, shown)])


def _run(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    kept, cursor = recipes.read(ctx, job.id), progress.read(ctx, job.id)
    assert kept is not None, "a running import has a plan"
    assert cursor is not None, "a running import has a cursor"
    catalogue = overlays.refreshed(ctx)
    main = catalogue.of_plural(job.data["object"])
    source = Source(job.data["table"]["key"], job.data["etag"], job.data["size"])
    landing = Landing(
        ctx,
        recipes.recipe(ctx, catalogue, main, kept),
        job=job.id,
        secret=secrets.get("pepper"),
        on_duplicate=job.data["options"]["on_duplicate"],
        vacant=job.data["vacant"],
    )
    run = Run(ctx, job.id, landing, cursor, time_left)
    run.store_rows(source.rows(kept.written, offset=cursor.offset, line=cursor.line))
    if time_left() < FOR_REPORT:
        raise OutOfTime
    told, records = progress.verdicts(ctx, job.id), source.rows(kept.written)
    pieces = verdicts.report(told, records, kept.written.header, locale=ctx.locale)
    files.put_stream(job.data["report"], pieces, content_type=files.CSV)
    jobs.move(ctx, job, to="done", data={"verdicts": dict(run.cursor.counts)})
    logger.info("import done", job=job.id, verdicts=dict(run.cursor.counts))


def _undo(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    undoing.go_on(ctx, job, time_left)
    jobs.move(ctx, job, to="undone")


def vacant(ctx: Context, plurals: list[str]) -> list[str]:
    """Return those objects of which the tenant has no record at all, so that nothing need be looked up among them."""
    return [plural for plural in plurals if not records.page(ctx, plural, slot=1, limit=1)[0]]


def _progress(ctx: Context, job: Job) -> Progress | None:
    cursor = progress.read(ctx, job.id) if job.data.get("options") else None
    return Progress(cursor.row, job.data["detected"]["rows"], cursor.at) if cursor else None


WORK = Work(
    KIND,
    steps={
        "preview": Step("previewing", _preview),
        "run": Step("running", _run),
        "undo": Step("undoing", _undo),
    },
    reason=lambda job: f"Import of {job.data['filename']}",
    quiet=lambda job: not job.data.get("options", {}).get("fire_automations"),
    progress=_progress,
    queue=lambda: settings.current().import_queue_url,
)
