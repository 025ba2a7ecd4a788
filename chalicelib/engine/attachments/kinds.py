"""Which files are taken: a list of types, each with the endings it has and the look at its bytes.

What is not on the list is not taken. A browser never gets any other type than these in place, and of these only images
and plain PDFs; everything else it gets as an attachment of no type at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from zipfile import BadZipFile

from chalicelib.engine.attachments import documents, images
from chalicelib.engine.attachments.findings import Findings, Unfit
from chalicelib.kernel.errors import InvalidInput

MOST_BYTES: Final = 25 * 1024 * 1024
LONGEST_NAME: Final = 200

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_OPEN: Final = "application/vnd.oasis.opendocument"
_BROKEN: Final = (ValueError, LookupError, ArithmeticError, EOFError, OSError, RuntimeError, BadZipFile)
_ANY: Final = ("", "application/octet-stream")


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of file; ``also`` are other names that browsers have for it."""

    type: str
    endings: tuple[str, ...]
    look: Callable[[bytes], Findings]
    also: tuple[str, ...] = ()


KINDS: Final = (
    Kind("image/png", ("png",), images.png),
    Kind("image/jpeg", ("jpg", "jpeg"), images.jpeg, ("image/jpg", "image/pjpeg")),
    Kind("image/gif", ("gif",), images.gif),
    Kind("image/webp", ("webp",), images.webp),
    Kind("application/pdf", ("pdf",), documents.pdf, ("application/x-pdf",)),
    Kind(f"{_OFFICE}.wordprocessingml.document", ("docx",), documents.word),
    Kind(f"{_OFFICE}.spreadsheetml.sheet", ("xlsx",), documents.sheet),
    Kind(f"{_OFFICE}.presentationml.presentation", ("pptx",), documents.slides),
    Kind(f"{_OPEN}.text", ("odt",), documents.open_text),
    Kind(f"{_OPEN}.spreadsheet", ("ods",), documents.open_sheet),
    Kind(f"{_OPEN}.presentation", ("odp",), documents.open_slides),
    Kind("application/msword", ("doc",), documents.old_office),
    Kind("application/vnd.ms-excel", ("xls",), documents.old_office),
    Kind("application/vnd.ms-powerpoint", ("ppt",), documents.old_office),
    Kind("application/zip", ("zip",), documents.archive, ("application/x-zip-compressed", "multipart/x-zip")),
    Kind("text/plain", ("txt", "log", "md"), documents.text, ("text/markdown",)),
    Kind("text/csv", ("csv", "tsv"), documents.text, ("application/vnd.ms-excel", "text/tab-separated-values")),
    Kind("text/vcard", ("vcf",), documents.text, ("text/x-vcard", "text/directory")),
    Kind("text/calendar", ("ics",), documents.text),
)
BY_ENDING: Final[Mapping[str, Kind]] = {ending: kind for kind in KINDS for ending in kind.endings}
BY_TYPE: Final[Mapping[str, Kind]] = {kind.type: kind for kind in KINDS}


def declared(name: str, type: str, size: int) -> Kind:
    """Return the kind of file that somebody says they will upload.

    :raises InvalidInput: when its name, type or size is not taken.
    """
    kind = BY_ENDING.get(name.rpartition(".")[2].lower()) if "." in name else None
    if kind is None:
        endings = ", ".join(sorted(BY_ENDING))
        raise InvalidInput.of("name", "type_not_taken", f"Attach files with one of these endings: {endings}.")
    if type.partition(";")[0].strip().lower() not in (kind.type, *kind.also, *_ANY):
        raise InvalidInput.of("type", "type_mismatch", f"A file with this ending has the type {kind.type}.")
    if size > MOST_BYTES:
        raise InvalidInput.of("size", "too_large", f"Attach files of at most {MOST_BYTES // 1024**2} MB.")
    return kind


def look(type: str, content: bytes) -> Findings:
    """Return what is kept of an uploaded file.

    :raises Unfit: when it is not what it was declared to be, or holds what is not taken.
    """
    if len(content) > MOST_BYTES:
        raise Unfit("too_large")
    try:
        return BY_TYPE[type].look(content)
    except _BROKEN:
        raise Unfit("damaged") from None
