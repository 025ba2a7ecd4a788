"""A ZIP file from a stranger: looked at before anything in it is unpacked, and unpacked no further than it declares.

What a bomb needs is refused by the directory alone: too many entries, entries that unpack to more than we read, or to
hundreds of times what they weigh. Nothing is ever written to a disk, so a name that climbs out of its folder or links
elsewhere is refused for what it tells of the file, not for what it could do.
"""

import io
import stat
import struct
import zipfile
from collections.abc import Iterator

from chalicelib.engine.importing.problems import FileIsDangerous, FileIsNotATable

MOST_ENTRIES = 2_000
MOST_DIRECTORY_BYTES = 1024 * 1024
MOST_UNPACKED = 256 * 1024 * 1024
MOST_RATIO = 200
_SMALL = 4 * 1024 * 1024
_BLOCK = 256 * 1024
_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_END_64 = b"PK\x06\x07"


def opened(content: bytes) -> zipfile.ZipFile:
    """Return the archive that the bytes are.

    :raises FileIsNotATable: they are none, or a damaged one.
    :raises FileIsDangerous: it would unpack to more than anybody's table.
    """
    _check_directory(content)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise FileIsNotATable("The workbook is damaged. Save it again and upload that.") from None
    for entry in archive.infolist():
        _check(entry)
    if sum(entry.file_size for entry in archive.infolist()) > 2 * MOST_UNPACKED:
        raise FileIsDangerous("The workbook unpacks to more than we read. Save the sheet as CSV.")
    return archive


def blocks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield an entry's content block by block.

    :raises FileIsNotATable: it is not there, or damaged.
    """
    try:
        with archive.open(name) as source:
            while block := source.read(_BLOCK):
                yield block
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        raise FileIsNotATable("The workbook is damaged or locked. Save it again and upload that.") from None
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise FileIsNotATable("The workbook is damaged. Save it again and upload that.") from None
        raise


def _check_directory(content: bytes) -> None:
    """Refuse a directory that would cost more to read than any workbook's."""
    tail = content[-(_LONGEST_COMMENT + _END_SIZE) :]
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise FileIsNotATable("The workbook is damaged. Save it again and upload that.")
    count, size = struct.unpack_from("<HI", tail, at + 10)
    if count > MOST_ENTRIES or size > MOST_DIRECTORY_BYTES or tail[max(at - 20, 0) : at].startswith(_END_64):
        raise FileIsDangerous("The file holds more parts than any workbook has.")


def _check(entry: zipfile.ZipInfo) -> None:
    parts = entry.filename.replace("\\", "/").split("/")
    if entry.filename.startswith(("/", "\\")) or ".." in parts or stat.S_ISLNK(entry.external_attr >> 16):
        raise FileIsDangerous("The file holds parts that point out of it, so it is no workbook.")
    is_bomb = entry.file_size > _SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
    if entry.file_size > MOST_UNPACKED or is_bomb:
        raise FileIsDangerous("The workbook unpacks to more than we read. Save the sheet as CSV.")
