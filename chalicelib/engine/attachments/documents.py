"""Documents and archives: whether they are what they say, and hold nothing that runs or explodes.

A PDF that may run something, or that cannot be read to find out, is kept but never shown in place. Office documents
with macros are not taken. An archive is judged by its own directory: how much comes out of how little.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from chalicelib.engine.attachments.findings import Findings, Unfit

MOST_ENTRIES: Final = 10_000
MOST_UNPACKED: Final = 500_000_000
MOST_TIMES: Final = 100
SMALL: Final = 10_000_000
"""What may come out of any archive, however small it is."""

MOST_INFLATED: Final = 32_000_000

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_MACROS: Final = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "Macros", "_VBA_PROJECT_CUR"))
_ACTIVE: Final = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|XFA|GoToE|Encrypt)(?![A-Za-z0-9])"
)
_ESCAPED: Final = re.compile(rb"/[A-Za-z0-9]*#[0-9A-Fa-f]{2}[A-Za-z0-9#]*")
_HEX: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_OBJECTS: Final = re.compile(rb"/ObjStm(?:(?!endobj).){0,2000}?stream\r?\n", re.DOTALL)
_MARKUP: Final = re.compile(
    r"<\s*(?:!doctype|!entity|\?xml|html|svg|script|head|body|iframe|object|embed|xsl:|x:|math)", re.IGNORECASE
)
_FIRST: Final = 8_192


def pdf(content: bytes) -> Findings:
    """Return a PDF; one with anything active in it is not shown in place."""
    if not content.startswith(b"%PDF-"):
        raise Unfit("type_mismatch")
    if b"%%EOF" not in content[-4_096:]:
        raise Unfit("damaged")
    return Findings(content, may_be_shown=not _is_active(content))


def word(content: bytes) -> Findings:
    """Return a Word document without macros."""
    return _office(content, "word/document.xml")


def sheet(content: bytes) -> Findings:
    """Return an Excel workbook without macros."""
    return _office(content, "xl/workbook.xml")


def slides(content: bytes) -> Findings:
    """Return a PowerPoint presentation without macros."""
    return _office(content, "ppt/presentation.xml")


def open_text(content: bytes) -> Findings:
    """Return an OpenDocument text without macros."""
    return _open_document(content, "application/vnd.oasis.opendocument.text")


def open_sheet(content: bytes) -> Findings:
    """Return an OpenDocument spreadsheet without macros."""
    return _open_document(content, "application/vnd.oasis.opendocument.spreadsheet")


def open_slides(content: bytes) -> Findings:
    """Return an OpenDocument presentation without macros."""
    return _open_document(content, "application/vnd.oasis.opendocument.presentation")


def archive(content: bytes) -> Findings:
    """Return a ZIP archive that is no bomb."""
    _unpacked(content)
    return Findings(content)


def old_office(content: bytes) -> Findings:
    """Return a document of an Office before 2007, without macros."""
    if not content.startswith(_OLE):
        raise Unfit("type_mismatch")
    if any(name in content for name in _OLE_MACROS):
        raise Unfit("macros")
    return Findings(content)


def text(content: bytes) -> Findings:
    """Return a text that is neither binary nor a page or drawing that a browser would run."""
    if re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", content):
        raise Unfit("type_mismatch")
    if _MARKUP.search(content[:_FIRST].decode("latin-1")):
        raise Unfit("markup")
    return Findings(content)


def _office(content: bytes, main: str) -> Findings:
    names = [entry.filename for entry in _unpacked(content).infolist()]
    if "[Content_Types].xml" not in names or main not in names:
        raise Unfit("type_mismatch")
    if any(name.lower().endswith(("vbaproject.bin", ".bas")) or "activex" in name.lower() for name in names):
        raise Unfit("macros")
    return Findings(content)


def _open_document(content: bytes, type: str) -> Findings:
    packed = _unpacked(content)
    entries = packed.infolist()
    names = [entry.filename for entry in entries]
    if not entries or names[0] != "mimetype" or entries[0].file_size > len(type) + 2:
        raise Unfit("type_mismatch")
    if packed.read(entries[0]).strip() != type.encode():
        raise Unfit("type_mismatch")
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        raise Unfit("macros")
    return Findings(content)


def _unpacked(content: bytes) -> zipfile.ZipFile:
    if not content.startswith(b"PK\x03\x04"):
        raise Unfit("type_mismatch")
    packed = zipfile.ZipFile(BytesIO(content))
    entries = packed.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    overlap = sum(entry.compress_size for entry in entries) > len(content)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or overlap:
        raise Unfit("archive_bomb")
    if unpacked > max(SMALL, MOST_TIMES * len(content)):
        raise Unfit("archive_bomb")
    if any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) for name in packed.namelist()):
        raise Unfit("damaged")
    return packed


def _is_active(content: bytes) -> bool:
    if _names_something_active(content):
        return True
    left = MOST_INFLATED
    for inflated in _object_streams(content):
        left -= len(inflated)
        if left < 0 or not inflated or _names_something_active(inflated):
            return True
    return False


def _names_something_active(content: bytes) -> bool:
    if _ACTIVE.search(content):
        return True
    return any(
        _ACTIVE.match(_HEX.sub(lambda code: bytes([int(code[1], 16)]), name)) for name in _ESCAPED.findall(content)
    )


def _object_streams(content: bytes) -> Iterator[bytes]:
    """Yield what the compressed lists of objects hold; nothing stands for one that cannot be read."""
    for found in _OBJECTS.finditer(content):
        try:
            yield zlib.decompressobj().decompress(content[found.end() :], MOST_INFLATED + 1)
        except zlib.error:
            yield b""
