"""Every file becomes one table: a workbook or cards are written again as the CSV file that they mean.

From there on there is one way to read a file, to stop in it and to go on, and a row's verdict stands beside its cells
whatever it came from. The price is one more file, which expires by itself.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.engine.importing.problems import FileIsEmpty
from chalicelib.engine.importing.source import Source
from chalicelib.gateways import files
from chalicelib.kernel.context import Context

if TYPE_CHECKING:
    from chalicelib.engine.importing.vcards import Seen

CSV, XLSX, VCARD = "csv", "xlsx", "vcard"
_ROWS_A_PIECE = 500


@dataclass(frozen=True, slots=True)
class Table:
    """The table that a file means: what the file was, where the table is stored, and what was left out of it.

    ``of`` is the uploaded file's mark, so that the same file is not converted again at every look.
    """

    format: str
    key: str
    of: str
    left_out: Sequence[Mapping[str, Any]] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the table as a job keeps it."""
        return {"format": self.format, "key": self.key, "of": self.of, "left_out": list(self.left_out)}


def table(ctx: Context, uploaded: Source, known: Mapping[str, Any] | None) -> Table:
    """Return the table that an uploaded file means, converted unless it is known already.

    :raises UnreadableFile: it means none.
    """
    if known and known["of"] == uploaded.etag and files.find(known["key"]) is not None:
        return Table(**known)
    format = format_of(next(uploaded.blocks(), b""))
    if format == CSV:
        return Table(CSV, uploaded.key, uploaded.etag)
    return _converted(ctx, b"".join(uploaded.blocks()), format, uploaded.etag)


def format_of(head: bytes) -> str:
    """Return what a file is, by its first bytes."""
    from chalicelib.engine.importing import vcards  # noqa: PLC0415  only a worker reads files

    if head.startswith(b"PK\x03\x04"):
        return XLSX
    return VCARD if vcards.looks_like(head) else CSV


def _converted(ctx: Context, content: bytes, format: str, of: str) -> Table:
    """Store the table that a workbook or cards mean, and return where."""
    from chalicelib.engine.importing import vcards  # noqa: PLC0415

    key = files.new_key(ctx)
    left_out: tuple[Mapping[str, Any], ...] = ()
    if format == XLSX:
        rows = _of_workbook(content)
    else:
        seen = vcards.survey(vcards.cards(content))
        rows = _of_cards(content, seen)
        if seen.pictures:
            left_out = ({"code": "pictures", "count": seen.pictures},)
    files.put_stream(key, _written(rows), content_type=files.CSV, is_passing=True)
    return Table(format, key, of, left_out)


def _of_workbook(content: bytes) -> Iterator[Sequence[str]]:
    """Yield the sheet's rows, with a blank line for each that it leaves out, so that they are numbered as in Excel."""
    from chalicelib.engine.importing import workbook  # noqa: PLC0415

    line = 0
    for number, cells in workbook.rows(content):
        for _ in range(min(number - line - 1, 1_000)):
            yield ()
        line = number
        yield cells if any(cells) else ()
    if not line:
        raise FileIsEmpty("The sheet is empty.")


def _of_cards(content: bytes, seen: "Seen") -> Iterator[Sequence[str]]:
    from chalicelib.engine.importing import vcards  # noqa: PLC0415

    yield vcards.header(seen)
    for card in vcards.cards(content):
        yield vcards.row(card, seen)


def _written(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    for count, cells in enumerate(rows, 1):
        writer.writerow(cells)
        if count % _ROWS_A_PIECE == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    content = buffer.getvalue().encode("utf-8", "replace")
    buffer.seek(0)
    buffer.truncate()
    return content
