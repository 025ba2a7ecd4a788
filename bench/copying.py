"""Many of one: rows that the product stored for one record, stored again for others with what differs put in its place.

The copies go straight into the file in which DynamoDB Local keeps its tables, column by column as it stored the
specimens: a million members are there in minutes instead of the hours that as many calls take. Only the digests by
which it scans a table in segments, which nobody does here, are digests of our own.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from itertools import islice
from pathlib import Path
from typing import Any, Final

AT_ONCE: Final = 5_000
HASHED: Final = {"hashValue": ("hashKey",), "rangeValue": ("rangeKey",), "hashRangeValue": ("hashKey", "rangeKey")}
_END: Final = "\0"


@dataclass(frozen=True, slots=True)
class Stored:
    """A row as it lies in the file: the bytes of a text, a number or nothing in each column of its table."""

    table: str
    columns: Mapping[str, Any]


class Specimen:
    """What is stored of somebody, in which names such as ``id`` stand for what differs."""

    def __init__(self, rows: Sequence[Stored], names: Mapping[str, str]) -> None:
        """Take ``rows`` in which ``names`` says what stands for which texts."""
        self._rows = rows
        self._texts = [
            (row, name) for row in rows for name in row.columns
            if name not in HASHED and isinstance(row.columns[name], bytes)
        ]  # fmt: skip
        joined = _END.join(row.columns[name].decode() for row, name in self._texts).replace("%", "%%")
        for found, name in names.items():
            joined = joined.replace(found, f"%({name})s")
        self._joined = joined

    @property
    def inserts(self) -> list[str]:
        """Return the statements that store the rows of a copy, in their order."""
        return [
            f'INSERT INTO "{row.table}" ({", ".join(row.columns)}) VALUES ({", ".join("?" * len(row.columns))})'  # noqa: S608
            for row in self._rows
        ]

    def copy(self, told: Mapping[str, str]) -> list[tuple[Any, ...]]:
        """Return the rows of a copy, of which ``told`` says what differs."""
        texts = iter((self._joined % told).encode().split(_END.encode()))
        return [tuple(_filled(row.columns, texts)) for row in self._rows]


def _filled(columns: Mapping[str, Any], texts: Iterator[bytes]) -> Iterator[Any]:
    filled = {
        name: next(texts) if name not in HASHED and isinstance(value, bytes) else value
        for name, value in columns.items()
    }
    for name, value in filled.items():
        yield sha1(b"".join(filled[key] for key in HASHED[name])).digest() if name in HASHED else value  # noqa: S324


class File:
    """The file that the store keeps in a folder."""

    def __init__(self, folder: Path) -> None:
        (path,) = folder.glob("*.db")
        self._file = sqlite3.connect(path)
        self._file.execute("PRAGMA synchronous = OFF")

    def row(self, table: str, pk: str, sk: str) -> Stored:
        """Return a row as it lies there."""
        asked = f'SELECT * FROM "{table}" WHERE hashKey = ? AND rangeKey = ?'  # noqa: S608 - a table's name
        found = self._file.execute(asked, (pk.encode(), sk.encode()))
        names = [column[0] for column in found.description]
        (values,) = found.fetchall()
        return Stored(table, dict(zip(names, values, strict=True)))

    def count(self, table: str, pk: str) -> int:
        """Return how many rows a partition has, counted one by one."""
        asked = f'SELECT COUNT(*) FROM "{table}" WHERE hashKey = ?'  # noqa: S608 - a table's name
        (number,) = self._file.execute(asked, (pk.encode(),)).fetchone()
        return int(number)

    def store(self, specimen: Specimen, everybody: Iterable[Mapping[str, str]]) -> int:
        """Store copies and return how many rows there are."""
        all, stored = iter(everybody), 0
        while portion := [specimen.copy(told) for told in islice(all, AT_ONCE)]:
            for insert, rows in zip(specimen.inserts, zip(*portion, strict=True), strict=True):
                self._file.executemany(insert, rows)
            self._file.commit()
            stored += sum(map(len, portion))
        return stored
