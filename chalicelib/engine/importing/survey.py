"""Looking at a file before anything is written: how it is written, what its columns are, how its first rows would land.

The file is read twice from start to end, once for its encoding and once for its columns, because one row at the very
end may be the one that tells. Memory holds a block and the evidence of each column, whatever the size of the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from chalicelib.engine import presenting
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.importing import columns, converting, dialect, encoding, mapping
from chalicelib.engine.importing.columns import Evidence, Reading
from chalicelib.engine.importing.dialect import Dialect
from chalicelib.engine.importing.landing import Landed, Landing
from chalicelib.engine.importing.mapping import Proposal
from chalicelib.engine.importing.planner import CellProblem, Recipe
from chalicelib.engine.importing.problems import FileIsEmpty, FileIsNotCsv
from chalicelib.engine.importing.rows import Record
from chalicelib.engine.importing.source import Source
from chalicelib.kernel.context import Context
from chalicelib.storage.records import Row

PREVIEWED = 20
_LONGEST_SHOWN = 300
_NOT_LANDING = frozenset({"id", "version", "created_at", "created_by", "updated_at", "updated_by", "flags", "links"})
AMERICAN = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix")


@dataclass(frozen=True, slots=True)
class Survey:
    """What a look at the whole file told."""

    written: Dialect
    rows: int
    evidence: tuple[Evidence, ...]
    readings: tuple[Reading, ...]

    def detected(self) -> dict[str, Any]:
        """Return what a person is told about the file."""
        layout = self.written.layout
        return {
            "encoding": layout.encoding,
            "delimiter": layout.delimiter,
            "quote": layout.quote,
            "has_header": self.written.has_header,
            "rows": self.rows,
            "columns": len(self.written.header),
            "uncertain": [column for column, reading in enumerate(self.readings) if not reading.certain],
            **columns.overall(self.readings, self.evidence),
        }


def look(ctx: Context, source: Source, *, format: str = converting.CSV) -> Survey:
    """Read the whole file and tell what it is; ``format`` says what was uploaded.

    :raises UnreadableFile: it is no table that we can read.
    """
    if format == converting.CSV:
        code = encoding.detect(source.blocks())
        written = dialect.detect(next(source.blocks()), code)
    else:
        written = dialect.ours(next(source.blocks()))
    evidence = [Evidence() for _ in written.header]
    count = 0
    for record in source.rows(written):
        count += 1
        if record.problem is None:
            for column, cell in zip(evidence, record.cells, strict=False):
                column.add(cell)
    if count == 0:
        raise FileIsEmpty("The file has a header and no rows below it.")
    readings = columns.decide(evidence, **_habits(ctx))
    if format == converting.XLSX:
        readings = [replace(reading, is_counted=True) for reading in readings]
    return Survey(written, count, tuple(evidence), tuple(readings))


def _habits(ctx: Context) -> Mapping[str, Any]:
    """Return how the tenant's country writes dates and numbers, for columns that do not say."""
    is_english = ctx.locale == "en"
    return {
        "day_first": not (is_english and ctx.time_zone in AMERICAN),
        "decimal_mark": "." if is_english or ctx.time_zone.startswith("America/Mexico") else ",",
    }


def proposals(catalogue: Catalogue, main: Object, survey: Survey) -> list[Proposal]:
    """Return the mapping that we propose.

    :raises FileIsNotCsv: a single column that nobody could name is a text, not a table.
    """
    proposed = mapping.propose(catalogue, main, survey.written.header, survey.evidence)
    if len(proposed) == 1 and proposed[0].target is None:
        raise FileIsNotCsv("The file has a single column that we do not recognise, so it is no table.")
    return proposed


def preview(
    ctx: Context, recipe: Recipe, source: Source, written: Dialect, *, job: str, secret: bytes
) -> list[dict[str, Any]]:
    """Return the first rows as they would land, with what is wrong in each cell; nothing is written."""
    landing = Landing(ctx, recipe, job=job, secret=secret, on_duplicate="update", only_shown=True)
    shown = []
    for number, record in enumerate(islice(source.rows(written), PREVIEWED), 1):
        landed = next(landing.land([(number, record)]))
        shown.append(_shown(ctx, recipe, landed) if landed else _repeated(recipe, number, record))
    return shown


def _repeated(recipe: Recipe, number: int, record: Record) -> dict[str, Any]:
    """A row about a record that an earlier row makes: there is nothing yet to show it on."""
    message = "An earlier row of this file speaks of the same record."
    again = CellProblem(None, "repeated", message, message)
    records: list[dict[str, Any]] = [{"object": recipe.main.plural, "action": "update", "id": None, "values": {}}]
    return {"row": number, "line": record.line, "records": records, "problems": [_told(recipe, again)]}


def _shown(ctx: Context, recipe: Recipe, landed: Landed) -> dict[str, Any]:
    found = landed.plan
    problems = [*found.problems, *found.notes] if found else []
    if landed.verdict.outcome == "failed" and not (found and found.problems):
        problems = [CellProblem(None, "row_refused", landed.verdict.reason, landed.verdict.reason), *problems]
    records = [
        {
            "object": plural,
            "action": action,
            "id": None if action == "create" else row.id,
            "values": _brief(ctx, recipe, plural, row),
        }
        for plural, action, row in landed.shown
    ]
    told = [_told(recipe, problem) for problem in problems]
    return {"row": landed.number, "line": landed.record.line, "records": records, "problems": told}


def _told(recipe: Recipe, problem: CellProblem) -> dict[str, Any]:
    header = None if problem.column is None else recipe.header[problem.column]
    return {"column": problem.column, "header": header, "code": problem.code, "message": problem.message}


def _brief(ctx: Context, recipe: Recipe, plural: str, row: Row) -> dict[str, Any]:
    object = recipe.catalogue.of_plural(plural)
    hidden = _NOT_LANDING | {field.name for field in object.links}  # the row's other records stand beside it by name
    told = presenting.one(ctx, recipe.catalogue, replace(object, links=()), row)
    kept = {name: value for name, value in told.items() if name not in hidden and value not in (None, [], {})}
    return {name: _cut(value) for name, value in kept.items()}


def _cut(value: Any) -> Any:
    if isinstance(value, str) and len(value) > _LONGEST_SHOWN:
        return value[: _LONGEST_SHOWN - 1] + "…"
    return value
