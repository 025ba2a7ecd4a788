"""The rows of a file, each with the bytes it came from, so that reading can stop and go on anywhere.

Lines are cut from bytes, not from text: a line feed is the same bytes wherever it stands in every encoding that we
read, so offsets stay exact even where a byte is damaged. The price is one decode a line. A quote that is opened and
never closed would swallow the rest of the file: its first line becomes a broken row and reading goes on below it.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chalicelib.engine.importing.problems import FileIsNotCsv

MAX_LINES_IN_A_ROW = 1_000
MAX_UNBALANCED = 100
MAX_LINE_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Layout:
    """What the reader must know: the codec, the bytes of a line feed, separator, quote, how a quote is escaped."""

    encoding: str
    unit: int
    delimiter: str
    quote: str
    backslashed: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its line in an editor, its first byte and the byte after it. ``problem`` says why it is broken, and
    ``next_line`` at which line the row after it begins."""

    line: int
    start: int
    end: int
    cells: tuple[str, ...]
    problem: str | None = None
    next_line: int = 0


def read(blocks: Iterable[bytes], layout: Layout, *, offset: int = 0, line: int = 1) -> Iterator[Record]:
    """Yield the rows of the blocks, the first of which begins at byte ``offset`` and line ``line``.

    Blank lines are no rows.

    :raises FileIsNotCsv: quotes are so unbalanced that no row can be trusted.
    """
    lines = _Lines(blocks, layout, offset, line)
    broken = 0
    while True:
        lines.begin()
        problem = None
        try:
            cells = next(_parser(lines, layout))
        except StopIteration:
            return
        except csv.Error:
            cells, problem = [], "unreadable"
        if problem or lines.is_open_ended():
            broken += 1
            if broken > MAX_UNBALANCED:
                raise FileIsNotCsv("The quotes of this file do not match. Save it as CSV again.")
            lines.keep_first()
            cells, problem = [lines.text()], "unbalanced_quote"
        if not cells:
            continue
        if "\ufffd" in "".join(cells):
            problem = problem or "damaged_text"
        yield Record(lines.first_line, lines.start, lines.position, tuple(cells), problem, lines.line)


def _parser(lines: "_Lines", layout: Layout) -> Iterator[list[str]]:
    return csv.reader(
        lines,
        delimiter=layout.delimiter,
        quotechar=layout.quote,
        doublequote=not layout.backslashed,
        escapechar="\\" if layout.backslashed else None,
    )


class _Lines:
    """Feeds a CSV parser line by line and remembers what the row in hand has consumed."""

    def __init__(self, blocks: Iterable[bytes], layout: Layout, offset: int, line: int) -> None:
        self._source = _cut(blocks, layout)
        self._again: deque[bytes] = deque()
        self._layout = layout
        self._taken: list[bytes] = []
        self._ended = False
        self.position = offset
        self.start = offset
        self.line = line
        self.first_line = line

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self._taken) > MAX_LINES_IN_A_ROW:
            raise csv.Error("a quote is open for too many lines")
        raw = self._again.popleft() if self._again else next(self._source, None)
        if raw is None:
            self._ended = True
            raise StopIteration
        self._taken.append(raw)
        self.position += len(raw)
        self.line += 1
        return raw.decode(self._layout.encoding, "replace")

    def begin(self) -> None:
        """Start a new row at the present position."""
        self._taken = []
        self._ended = False
        self.start = self.position
        self.first_line = self.line

    def is_open_ended(self) -> bool:
        """Tell whether the file ended inside a quote."""
        return self._ended and bool(self._taken) and self._quotes() % 2 == 1

    def keep_first(self) -> None:
        """Give back every line of the row in hand but its first."""
        for raw in reversed(self._taken[1:]):
            self._again.appendleft(raw)
            self.position -= len(raw)
            self.line -= 1
        self._taken = self._taken[:1]

    def text(self) -> str:
        """Return the row in hand as it stands in the file."""
        return b"".join(self._taken).decode(self._layout.encoding, "replace").rstrip("\r\n")

    def _quotes(self) -> int:
        text = self.text().replace("\\" + self._layout.quote, "") if self._layout.backslashed else self.text()
        return text.count(self._layout.quote)


def _cut(blocks: Iterable[bytes], layout: Layout) -> Iterator[bytes]:
    """Cut blocks into lines that keep their end: LF, CR LF, or the lone CR of an old Mac."""
    if layout.unit == 1:
        yield from _cut_narrow(blocks)
    else:
        yield from _cut_wide(blocks, layout)


def _cut_narrow(blocks: Iterable[bytes]) -> Iterator[bytes]:
    tail = b""
    for block in blocks:
        lines = (tail + block).splitlines(keepends=True)
        # The last line may go on in the next block, and a final CR may be half of a CR LF.
        tail = lines.pop() if lines else b""
        yield from lines
        _refuse_endless(tail)
    if tail:
        yield tail


def _refuse_endless(line: bytes) -> None:
    if len(line) > MAX_LINE_BYTES:
        raise FileIsNotCsv("A line of this file is longer than 1 MB, so it is no table.")


def _cut_wide(blocks: Iterable[bytes], layout: Layout) -> Iterator[bytes]:
    feed = "\n".encode(layout.encoding)
    returned = "\r".encode(layout.encoding)
    tail = b""
    for block in blocks:
        pending = tail + block
        begin = searched = 0
        while (found := pending.find(feed, searched)) >= 0:
            searched = found + 1
            if found % layout.unit == 0:
                searched = found + layout.unit
                yield pending[begin:searched]
                begin = searched
        tail = pending[begin:]
        _refuse_endless(tail)
    if tail and tail != returned:
        yield tail
