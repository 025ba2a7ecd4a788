"""A ZIP file whose last entry may be written by several workers, one after another.

What a worker must know to go on is four numbers: how far the file has come, and the entry's checksum and sizes. The
entry is deflated in runs that end on whole bytes, so that runs of different workers stand one behind another as one
stream. The price is a few percent of size; the gain is that no worker ever holds the file.
"""

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

_LOCAL, _CENTRAL, _END, _DESCRIPTOR = 0x04034B50, 0x02014B50, 0x06054B50, 0x08074B50
_VERSION = 20
_UTF8, _SIZES_FOLLOW = 0x0800, 0x0008
_DEFLATED = 8
_DAY_ONE = 0x21  # 1 January 1980: no clock is asked, so the same rows make the same bytes
_RAW = -15
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A file inside the archive: where it begins, and what is known of its content."""

    name: str
    at: int
    crc: int = 0
    packed: int = 0
    size: int = 0


def whole(name: str, content: bytes, *, at: int) -> tuple[bytes, Entry]:
    """Return a small entry that begins at byte ``at``, and what the directory must know of it."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    packed = packer.compress(content) + packer.flush()
    entry = Entry(name, at, zlib.crc32(content), len(packed), len(content))
    return _local(entry, 0) + packed, entry


def begun(name: str, *, at: int) -> tuple[bytes, Entry]:
    """Return the head of an entry whose content is still to come."""
    entry = Entry(name, at)
    return _local(entry, _SIZES_FOLLOW), entry


def run(entry: Entry, content: bytes, *, is_last: bool = False) -> tuple[bytes, Entry]:
    """Return the bytes of the next run of the entry's content, and the entry behind it."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    packed = packer.compress(content) + packer.flush(zlib.Z_FINISH if is_last else zlib.Z_FULL_FLUSH)
    after = replace(
        entry,
        crc=zlib.crc32(content, entry.crc),
        packed=entry.packed + len(packed),
        size=entry.size + len(content),
    )
    return packed, after


def closing(before: Sequence[Entry], last: Entry, *, head: int) -> bytes:
    """Return what ends the archive; ``last`` was written in runs behind a head of ``head`` bytes."""
    descriptor = struct.pack("<IIII", _DESCRIPTOR, last.crc, last.packed, last.size)
    start = last.at + head + last.packed + len(descriptor)
    directory = b"".join(
        [*(_listed(entry, _UTF8) for entry in before), _listed(last, _UTF8 | _SIZES_FOLLOW)],
    )
    count = len(before) + 1
    return descriptor + directory + struct.pack("<IHHHHIIH", _END, 0, 0, count, count, len(directory), start, 0)


def as_dict(entry: Entry) -> dict[str, int | str]:
    """Return the entry as a job keeps it."""
    return {"name": entry.name, "at": entry.at, "crc": entry.crc, "packed": entry.packed, "size": entry.size}


def from_dict(kept: Mapping[str, int | str]) -> Entry:
    """Return the entry that a job kept."""
    numbers = {name: int(kept[name]) for name in ("at", "crc", "packed", "size")}
    return Entry(str(kept["name"]), **numbers)


def _local(entry: Entry, flags: int) -> bytes:
    name = entry.name.encode()
    sizes = (0, 0, 0) if flags else (entry.crc, entry.packed, entry.size)
    head = struct.pack("<IHHHHHIIIHH", _LOCAL, _VERSION, _UTF8 | flags, _DEFLATED, 0, _DAY_ONE, *sizes, len(name), 0)
    return head + name


def _listed(entry: Entry, flags: int) -> bytes:
    name = entry.name.encode()
    return (
        struct.pack(
            "<IHHHHHHIIIHHHHHII",
            *(_CENTRAL, _VERSION, _VERSION, flags, _DEFLATED, 0, _DAY_ONE, entry.crc, entry.packed, entry.size),
            *(len(name), 0, 0, 0, 0, 0, entry.at),
        )
        + name
    )
