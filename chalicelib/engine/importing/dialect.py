"""How a file is written: encoding, column separator, quotes, where its header is.

Nothing is asked of the person. A separator is right when it cuts the header and the rows below it into equally many
cells; a title, a blank line or Excel's ``sep=;`` above the header is stepped over.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from chalicelib.engine.importing.encoding import Encoding
from chalicelib.engine.importing.looks import is_data
from chalicelib.engine.importing.problems import FileIsEmpty, FileIsNotCsv
from chalicelib.engine.importing.rows import Layout, Record, read
from chalicelib.engine.spreadsheet import unescaped

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_BYTES = 256 * 1024
_SAMPLE_RECORDS = 200
_MAX_COLUMNS = 500
_HEADER_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Dialect:
    """Everything that must be known to read the file again from any row on.

    ``start`` and ``line`` say where the first data row begins: its byte and its line as an editor counts them.
    """

    layout: Layout
    header: tuple[str, ...]
    has_header: bool
    start: int
    line: int

    def as_dict(self) -> dict[str, Any]:
        """Return the dialect as a job keeps it."""
        return asdict(self)

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> "Dialect":
        """Return the dialect that a job kept."""
        return cls(
            Layout(**kept["layout"]), tuple(kept["header"]), kept["has_header"], int(kept["start"]), int(kept["line"])
        )


def detect(head: bytes, encoding: Encoding) -> Dialect:
    """Tell the dialect from the first ``SAMPLE_BYTES`` of a file.

    :raises FileIsNotCsv: the text is no table.
    :raises FileIsEmpty: there is nothing but blank lines.
    """
    sample = head[encoding.mark : SAMPLE_BYTES]
    text = sample.decode(encoding.name, "replace")
    if not text.strip():
        raise FileIsEmpty("The file is empty.")
    if text.lstrip()[0] in "<{[":
        raise FileIsNotCsv("This looks like HTML, XML or JSON, not a CSV file.")
    announced = _announced(text)
    quote = _quote(text)
    candidates = [announced] if announced else DELIMITERS
    best = max((_tried(sample, encoding, delimiter, quote) for delimiter in candidates), key=lambda trial: trial[0])
    score, layout, records = best
    if not score and any(len(record.cells) > 1 for record in records[:_HEADER_WITHIN]):
        raise FileIsNotCsv("The rows of this file do not have the same columns, so it is no table.")
    if announced:
        records = records[1:]
    return _with_header(layout, records)


def ours(head: bytes) -> Dialect:
    """Return the dialect of a table that we wrote ourselves: only its header is looked for.

    :raises FileIsEmpty: there is nothing but blank lines.
    """
    layout = Layout("utf-8", 1, ",", '"')
    records = list(islice(read([head[:SAMPLE_BYTES]], layout), _SAMPLE_RECORDS))
    if len(records) > 1 and records[-1].end >= SAMPLE_BYTES:
        records.pop()
    return _with_header(layout, records)


def _announced(text: str) -> str | None:
    """Excel's own way of naming the separator, in a first line ``sep=;``."""
    first = text.split("\n", 1)[0].strip().strip('"')
    return first[4] if len(first) == 5 and first[:4].lower() == "sep=" else None


def _quote(text: str) -> str:
    single = sum(text.count(f"{delimiter}'") + text.count(f"'{delimiter}") for delimiter in DELIMITERS)
    double = text.count('"')
    return "'" if not double and single >= 4 and text.lstrip().startswith("'") else '"'


def _tried(sample: bytes, encoding: Encoding, delimiter: str, quote: str) -> tuple[float, Layout, list[Record]]:
    backslashed = sample.count('\\"'.encode(encoding.name)) > sample.count('""'.encode(encoding.name))
    layout = Layout(encoding.name, encoding.unit, delimiter, quote, backslashed)
    records = []
    for record in read([sample], layout, offset=encoding.mark):
        records.append(record)
        if len(records) == _SAMPLE_RECORDS:
            break
    if len(records) > 1 and len(sample) + encoding.mark >= SAMPLE_BYTES and records[-1].end >= SAMPLE_BYTES:
        records.pop()  # the sample's edge cut it
    widths = Counter(len(record.cells) for record in records)
    width, count = max(widths.items(), key=lambda pair: (pair[1] if pair[0] > 1 else 0, pair[0]), default=(0, 0))
    if width < 2:
        return 0.0, layout, records
    if count < len(records) / 2:
        return 0.0, layout, records
    score = count / len(records) * math.log2(width + 1)
    first_wide = next((len(record.cells) for record in records if len(record.cells) > 1), 0)
    return score + (0.5 if first_wide == width else 0.0), layout, records


def _with_header(layout: Layout, records: Sequence[Record]) -> Dialect:
    if not records:
        raise FileIsEmpty("The file is empty.")
    width = Counter(len(record.cells) for record in records).most_common(1)[0][0]
    if width > _MAX_COLUMNS:
        raise FileIsNotCsv(f"The file has {width} columns; at most {_MAX_COLUMNS} can be imported.")
    position = _header_position(records, width)
    row = records[position]
    if is_data(row.cells):
        names = tuple(f"Column {number}" for number in range(1, max(width, len(row.cells)) + 1))
        return Dialect(layout, names, False, row.start, row.line)
    names = tuple(unescaped(cell).strip() for cell in row.cells)
    following = records[position + 1].line if position + 1 < len(records) else row.line + 1
    return Dialect(layout, names, True, row.end, following)


def _header_position(records: Sequence[Record], width: int) -> int:
    for position, record in enumerate(records[:_HEADER_WITHIN]):
        filled = sum(1 for cell in record.cells if cell.strip())
        if filled >= max(1, width * 0.6) or (len(record.cells) == width and filled > 1):
            return position
    return 0
