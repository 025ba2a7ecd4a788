"""An uploaded file, read at a fixed version: block by block, row by row, from any place on."""

from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.engine.importing.dialect import Dialect
from chalicelib.engine.importing.problems import FileHasChanged, FileIsEmpty, FileIsMissing, FileIsTooLarge
from chalicelib.engine.importing.rows import Record, read
from chalicelib.gateways import files

MOST_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """An uploaded file at a fixed version."""

    key: str
    etag: str
    size: int

    @classmethod
    def uploaded(cls, key: str) -> "Source":
        """Return what was uploaded.

        :raises FileIsMissing: nothing was.
        :raises FileIsTooLarge: more than we take.
        :raises FileIsEmpty: not a byte.
        """
        stored = files.find(key)
        if stored is None:
            raise FileIsMissing("No file was uploaded. Upload it and ask for the preview again.")
        if stored.size > MOST_BYTES:
            raise FileIsTooLarge("The file is larger than 50 MB. Divide it and import the parts.")
        if stored.size == 0:
            raise FileIsEmpty("The file is empty.")
        return cls(key, stored.etag, stored.size)

    def blocks(self, start: int = 0) -> Iterator[bytes]:
        """Yield the file from a byte on.

        :raises FileHasChanged: it is not the file that was looked at.
        """
        try:
            yield from files.blocks(self.key, etag=self.etag, start=start)
        except (files.FileChanged, files.FileGone):
            raise FileHasChanged("The file was replaced after the preview. Ask for the preview again.") from None

    def rows(self, written: Dialect, *, offset: int | None = None, line: int | None = None) -> Iterator[Record]:
        """Yield the rows of the file from the first, or from where a cursor stands."""
        start = written.start if offset is None else offset
        return read(self.blocks(start), written.layout, offset=start, line=written.line if line is None else line)
