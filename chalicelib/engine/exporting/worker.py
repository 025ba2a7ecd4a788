"""The one step of an export that a worker takes: write what is left, put the pieces together, say that it is there.

Records are read page by page as the person who asked may read them now; each piece of the file asks again whether they
still may. The file appears under its name in one moment, when all of it is stored, so there is never half of one. A
step may come twice, late, or be killed anywhere: the cursor says which pieces count, and putting them together again
makes the same file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from chalicelib.engine import access, jobs, overlays, presenting, query, working
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.exporting import columns, formats, progress
from chalicelib.engine.exporting.formats import Format
from chalicelib.engine.exporting.progress import Cursor
from chalicelib.engine.jobs import Job
from chalicelib.engine.working import RESERVE, OutOfTime, Progress, Step, Superseded, TimeLeft, Work
from chalicelib.gateways import files
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.observability import logger, metric
from chalicelib.storage import records, timeline
from chalicelib.storage import writes as store
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row
from chalicelib.storage.timeline import Entry

KIND = "export"
PIECE_BYTES = 4 * 1024 * 1024
A_PAGE = 100
FOR_JOINING = timedelta(seconds=20)


@dataclass(slots=True)
class _Run:
    """One worker's turn at an export."""

    ctx: Context
    job: Job
    catalogue: Catalogue
    object: Object
    format: Format
    cursor: Cursor
    time_left: TimeLeft
    held: bytearray = field(default_factory=bytearray)

    def write(self) -> None:
        """Write the records from the cursor on.

        :raises OutOfTime: when there are more records than time.
        :raises Superseded: when another worker is at it.
        """
        reached = self.cursor
        if reached.pieces == 0:
            opening, state = self.format.opening()
            self.held += opening
            reached = replace(reached, state=state)
        for page, place in self._pages():
            told = self._told(_within_reach(self.ctx, self.object, page))
            written, state = self.format.rows(told, reached.state)
            self.held += written
            reached = replace(
                reached, done=reached.done + len(told), place=place, state=state, is_complete=place is None
            )
            is_late = self.time_left() < RESERVE
            if reached.is_complete or is_late or len(self.held) >= PIECE_BYTES:
                reached = self._store(reached)
            if is_late and not reached.is_complete:
                raise OutOfTime

    def _pages(self) -> Iterator[tuple[Sequence[Row], str | None]]:
        asked = self.job.data
        if asked.get("chosen") is not None:
            yield from self._named()
            return
        yield from query.pages(
            self.ctx,
            plural=self.object.plural,
            filters=asked["filter"],
            sort=asked["sort"],
            start=self.cursor.place,
        )

    def _named(self) -> Iterator[tuple[Sequence[Row], str | None]]:
        """Yield the records that were named, as far as they are there still and can be seen."""
        ids = progress.chosen(self.ctx, self.job.id)
        for at in range(int(self.cursor.place or 0), max(len(ids), 1), A_PAGE):
            found = records.get_many(self.ctx, self.object.plural, ids[at : at + A_PAGE])
            after = at + A_PAGE
            yield access.visible(self.ctx, self.object, found.values()), str(after) if after < len(ids) else None

    def _told(self, rows: Sequence[Row]) -> list[dict[str, Any]]:
        names = frozenset(self.job.data["fields"])
        if self.object.in_body & names:
            bodies = records.bodies(self.ctx, self.object.plural, [row.id for row in rows])
            rows = [replace(row, values={**row.values, **bodies.get(row.id, {})}) for row in rows]
        fields = None if self.job.data["is_whole"] else names
        return presenting.several(self.ctx, self.catalogue, self.object, rows, fields=fields)

    def _store(self, reached: Cursor) -> Cursor:
        """Store what is held as a piece, and count it if whoever asked may still ask.

        :raises Forbidden: they may not any more.
        """
        self.ctx = working.acting(self.ctx, self.job)
        access.require(self.ctx, self.object, "export")
        key = files.new_key(self.ctx)
        files.put(key, bytes(self.held), content_type=self.job.data["content_type"], is_passing=True)
        after = replace(reached, pieces=self.cursor.pieces + 1)
        try:
            store.execute(self.ctx, progress.advance(self.ctx, self.job.id, self.cursor, after, key=key))
        except store.Refused:
            raise Superseded from None
        self.cursor = after
        self.held.clear()
        return after


def _write(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    cursor = progress.read(ctx, job.id)
    assert cursor is not None, "an export has a cursor"
    catalogue = overlays.refreshed(ctx)
    object = catalogue.of_plural(job.data["object"])
    access.require(ctx, object, "export")
    table = columns.kept(ctx, object, job.data["columns"])
    format = formats.of(ctx, job.data["format"], object, table, job.data["options"])
    if not cursor.is_complete:
        run = _Run(ctx, job, catalogue, object, format, cursor, time_left)
        run.write()
        cursor = run.cursor
    if time_left() < FOR_JOINING:
        raise OutOfTime
    stored = progress.pieces(ctx, job.id)
    pieces = _joined(stored, format.closing(cursor.state))
    files.put_stream(job.data["file"], pieces, content_type=job.data["content_type"], is_passing=True)
    _finish(ctx, job, cursor)
    for key in stored:
        files.destroy(key)


def _within_reach(ctx: Context, object: Object, rows: Sequence[Row]) -> Sequence[Row]:
    """Return those of some records that the caller may not only see but take away."""
    extent = access.permissions(ctx, object)["export"]
    if extent in ("none", "all"):
        return rows if extent == "all" else ()
    theirs = access.people(ctx, object, extent)
    given = access.opened(ctx, object, [row.id for row in rows if not theirs.holds_people(row)])
    return [row for row in rows if theirs.holds_people(row) or "export" in given.get(row.id, ())]


def _joined(keys: Sequence[str], closing: bytes) -> Iterator[bytes]:
    for key in keys:
        found = files.find(key)
        assert found is not None, "a piece that counts is stored"
        yield from files.blocks(key, etag=found.etag)
    yield closing


def _finish(ctx: Context, job: Job, cursor: Cursor) -> None:
    """Say that the file is there, and leave an entry that tells who took what."""
    stored = files.find(job.data["file"])
    size = stored.size if stored else 0
    data = {
        "finished_at": clock.stamp(ctx.now),
        "progress": {"done": cursor.done, "total": cursor.done},
        "result": {"records": cursor.done, "bytes": size},
    }
    _after, move = jobs.moved(ctx, job, to="done", data=data)
    jobs.execute(ctx, [move, entry(ctx, job, "exported", {"records": cursor.done, "bytes": size})])
    metric("RecordsExported", cursor.done)
    logger.info("export done", job=job.id, records=cursor.done, actor=ctx.actor.id)


def entry(ctx: Context, job: Job, kind: str, said: dict[str, Any]) -> Write:
    """Return the write that tells, in the timeline of the export itself, what was asked for or taken, and by whom."""
    asked = {"object": job.data["object"], "format": job.data["format"], "filter": job.data["filter"]}
    if job.data.get("chosen") is not None:
        asked["chosen"] = job.data["chosen"]
    told = Entry(f"{job.id}-{kind}", kind, ctx.actor.id, clock.stamp(ctx.now), data={**asked, **said})
    return timeline.append(ctx, job.id, told)


def _progress(ctx: Context, job: Job) -> Progress | None:
    cursor = progress.read(ctx, job.id)
    return Progress(cursor.done, job.data.get("total"), cursor.at) if cursor else None


def _reason(job: Job) -> str:
    return f"Export of {job.data['object']}"


WORK = Work(KIND, {"write": Step("running", _write)}, _reason, progress=_progress)
