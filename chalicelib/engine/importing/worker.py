"""The steps of an import that a worker takes: look at the file, store its rows, tell what became of them, undo.

A step may come twice, late, or be killed anywhere: it reads where the job stands and goes on from there. It acts as
the person who asked for it, with the rights that they have now. When its time is nearly over it asks for the next
worker and goes; a file that cannot be read ends the job with a reason that its owner can act on.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from chalicelib.engine import jobs, overlays
from chalicelib.engine.importing import progress, survey, undoing, verdicts
from chalicelib.engine.importing import recipe as recipes
from chalicelib.engine.importing.landing import Landing
from chalicelib.engine.importing.mapping import match_key
from chalicelib.engine.importing.recipe import Kept
from chalicelib.engine.importing.running import OutOfTime, Run, Superseded
from chalicelib.engine.importing.survey import Source
from chalicelib.engine.importing.targets import Match, checked
from chalicelib.engine.jobs import Job
from chalicelib.gateways import files, secrets
from chalicelib.kernel.context import Actor, Context, Role
from chalicelib.kernel.errors import Forbidden, InvalidInput, NotFound, Problem
from chalicelib.observability import logger
from chalicelib.storage import directory, records

KIND = "import"
FOR_REPORT = timedelta(seconds=25)
TimeLeft = Callable[[], timedelta]


def take_step(ctx: Context, *, job: str, step: str, time_left: TimeLeft) -> None:
    """Take one step of an import; a step that the job has left behind does nothing."""
    try:
        found = jobs.get(ctx, id=job, kind=KIND)
    except NotFound:
        logger.info("import is gone", job=job)
        return
    wanted, step_taken = STEPS[step]
    if found.state != wanted:
        logger.info("import step is past", job=job, step=step, state=found.state)
        return
    try:
        step_taken(_as_owner(ctx, found), found, time_left)
    except OutOfTime:
        jobs.enqueue(ctx, found, step=step)
    except (Superseded, jobs.JobHasMoved):
        logger.info("another worker is ahead", job=job, step=step)
    except (InvalidInput, Forbidden) as problem:
        _fail(ctx, found, problem)


def _as_owner(ctx: Context, job: Job) -> Context:
    """Return the context of whoever started the job, as far as they may still act.

    :raises Forbidden: they work here no longer.
    """
    said = job.data["actor"]
    role = Role(said["role"])
    if said["kind"] == "user":
        user = directory.get(ctx, directory.user(said["id"]))
        if user is None or user.get("status", "active") != "active":
            raise Forbidden("Whoever started this import works here no longer.", code="owner_is_gone")
        role = Role(user.get("role", role))
    actor = Actor(said["kind"], said["id"], role, frozenset(said["scopes"]))
    settled = replace(
        ctx,
        actor=actor,
        request_id=f"import-{job.id}",
        locale=job.data["locale"],
        time_zone=job.data["time_zone"],
        currency=job.data["currency"],
    )
    is_loud = bool(job.data.get("options", {}).get("fire_automations"))
    return settled.because(f"Import of {job.data['filename']}"[:200], quiet=not is_loud)


def _fail(ctx: Context, job: Job, problem: Problem) -> None:
    told = {"code": problem.code, "detail": problem.detail}
    jobs.move(ctx, jobs.get(ctx, id=job.id, kind=KIND), to="failed", data={"problem": told})


def _preview(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    catalogue = overlays.refreshed(ctx)
    main = catalogue.of_plural(job.data["object"])
    if time_left() < FOR_REPORT:
        raise OutOfTime
    source = Source.uploaded(job.data["key"])
    seen = survey.look(ctx, source)
    mapping = [proposal.as_dict() for proposal in survey.proposals(catalogue, main, seen)]
    asked = job.data.get("asked") or {}
    if asked.get("mapping"):
        targets = checked(catalogue, main, asked["mapping"], columns=len(mapping))
        said = {column: target.as_dict() for column, target in targets.items()}
        mapping = [{**entry, "target": said.get(entry["column"])} for entry in mapping]
    kept = Kept(seen.written, seen.readings, mapping, Match(main.plural, ()))
    match = Match.from_dict({"object": main.plural, **asked["match"]}) if asked.get("match") else None
    kept = replace(kept, match=match or match_key(main, kept.targets))
    shown = survey.preview(
        ctx, recipes.recipe(ctx, catalogue, main, kept), source, seen.written, job=job.id, secret=secrets.get("pepper")
    )
    data = {"detected": seen.detected(), "etag": source.etag, "size": source.size, "problem": None}
    _after, write = jobs.moved(ctx, job, to="ready", data=data)
    jobs.execute(ctx, [write, recipes.keep(ctx, job.id, kept), recipes.keep_preview(ctx, job.id, shown)])


def _run(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    kept, cursor = recipes.read(ctx, job.id), progress.read(ctx, job.id)
    assert kept is not None, "a running import has a plan"
    assert cursor is not None, "a running import has a cursor"
    catalogue = overlays.refreshed(ctx)
    main = catalogue.of_plural(job.data["object"])
    source = Source(job.data["key"], job.data["etag"], job.data["size"])
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
    pieces = verdicts.report(progress.verdicts(ctx, job.id), source.rows(kept.written), kept.written.header)
    files.put_stream(job.data["report"], pieces, content_type=files.CSV)
    jobs.move(ctx, job, to="done", data={"verdicts": dict(run.cursor.counts)})
    logger.info("import done", job=job.id, verdicts=dict(run.cursor.counts))


def _undo(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    undoing.go_on(ctx, job, time_left)
    jobs.move(ctx, job, to="undone")


def vacant(ctx: Context, plurals: list[str]) -> list[str]:
    """Return those objects of which the tenant has no record at all, so that nothing need be looked up among them."""
    return [plural for plural in plurals if not records.page(ctx, plural, slot=1, limit=1)[0]]


STEPS: dict[str, tuple[str, Callable[[Context, Job, TimeLeft], Any]]] = {
    "preview": ("previewing", _preview),
    "run": ("running", _run),
    "undo": ("undoing", _undo),
}
