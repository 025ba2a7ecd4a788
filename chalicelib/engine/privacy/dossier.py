"""The answer to "what do you have about me?": one archive that a person can read and another program too.

``data.json`` holds everything in the shapes of the API; beside it lies a table for each object, for whoever prefers a
spreadsheet. Articles 15 and 20 of the GDPR.
"""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any, Final

from chalicelib.engine import beside, presenting, spreadsheet
from chalicelib.engine.privacy import subject as subjects
from chalicelib.engine.privacy.subject import Subject
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage.timeline import Entry

DATA: Final = "data.json"
_STAMP: Final = (1980, 1, 1, 0, 0, 0)


def collect(ctx: Context, subject: Subject) -> dict[str, Any]:
    """Return everything about a person, in the shapes of the API."""
    catalogue = subject.catalogue
    records: dict[str, list[dict[str, Any]]] = {}
    for holding in subject.holdings:
        shown = presenting.one(ctx, catalogue, holding.object, holding.row)
        records.setdefault(holding.object.plural, []).append(shown)
    entries = {subject.row.id: subjects.history(ctx, subject.row.id)} | {
        holding.row.id: subjects.history(ctx, holding.row.id) for holding in subject.holdings if holding.is_theirs
    }
    theirs = [subject.row.id, *(row.id for row in subject.merged)]
    return {
        "made_at": clock.stamp(ctx.now),
        "object": subject.object.plural,
        "person": presenting.one(ctx, catalogue, subject.object, subject.row),
        "linked": records,
        **beside.collected(ctx, [*theirs, *(each.row.id for each in subject.holdings if each.is_theirs)]),
        "history": {id: [_told(entry) for entry in several] for id, several in entries.items()},
        "mentions": [
            {"object": object.plural, "id": row.id, "name": row.values.get(object.name_field)}
            for object, row in subjects.mentions(ctx, subject)
        ],
    }


def archive(data: Mapping[str, Any]) -> bytes:
    """Return what was collected as a zip; the same data make the same bytes."""
    files = {DATA: json.dumps(data, ensure_ascii=False, indent=1, default=str).encode()}
    tables = {data["object"]: [data["person"]], **data["linked"]}
    files |= {f"{plural}.csv": _table(records) for plural, records in sorted(tables.items())}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _told(entry: Entry) -> dict[str, Any]:
    return {
        "at": entry.at,
        "kind": entry.kind,
        "actor": entry.actor,
        "changes": [dict(change) for change in entry.changes],
        "data": dict(entry.data),
    }


def _table(records: Sequence[Mapping[str, Any]]) -> bytes:
    columns = list(dict.fromkeys(name for record in records for name in record))
    written = io.StringIO()
    table = csv.writer(written, quoting=csv.QUOTE_ALL)
    table.writerow(columns)
    table.writerows([_cell(record.get(name)) for name in columns] for record in records)
    return written.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return spreadsheet.escaped(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))
