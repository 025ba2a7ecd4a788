"""Images: measured before anybody decodes them, and kept without what they tell of their maker.

No pixel is decoded here. Each format is a list of blocks; what draws the image is copied, everything else is left out:
places and cameras (EXIF, XMP, IPTC), comments, thumbnails, and whatever follows the image's end, where a second file
could hide. Of EXIF only the orientation is kept, because without it a photograph lies on its side.
"""

import re
import struct
from collections.abc import Iterator
from typing import Final

from chalicelib.engine.attachments.findings import Findings, Unfit

MOST_PIXELS: Final = 64_000_000
LONGEST_SIDE: Final = 30_000

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYS acTL fcTL fdAT".split())
_AFTER_SCAN: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_SIZES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ORIENTATION: Final = 0x0112
_WEBP_KEPT: Final = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_METADATA: Final = 0x08 | 0x04
_GIF_LOOPS: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def png(content: bytes) -> Findings:
    """Return a PNG without its texts and times."""
    if not content.startswith(_PNG):
        raise Unfit("type_mismatch")
    width, height = struct.unpack(">II", _at(content, 16, 8)) if content[12:16] == b"IHDR" else (0, 0)
    kept, position, kind = [_PNG], len(_PNG), b""
    while kind != b"IEND":
        (length,) = struct.unpack(">I", _at(content, position, 4))
        kind = _at(content, position + 4, 4)
        chunk = _at(content, position, length + 12)
        if kind in _PNG_KEPT:
            kept.append(chunk)
        elif not kind[0] & 0x20:
            raise Unfit("damaged")
        position += len(chunk)
    return _measured(b"".join(kept), width, height)


def jpeg(content: bytes) -> Findings:
    """Return a JPEG without its EXIF but for the orientation, and without XMP, IPTC, comments and second pictures."""
    if not content.startswith(b"\xff\xd8\xff"):
        raise Unfit("type_mismatch")
    kept, position, size, orientation = [], 2, (0, 0), 1
    while True:
        marker, segment = _segment(content, position)
        position += len(segment)
        if marker == 0xD9:
            break
        if marker in _SIZES:
            height, width = struct.unpack(">HH", _at(segment, 5, 4))
            size = (width, height)
        if marker == 0xE1 and segment[4:10] == b"Exif\0\0":
            orientation = _orientation(segment[10:])
        if _draws(marker, segment):
            kept.append(segment)
        if marker == 0xDA:
            end = _AFTER_SCAN.search(content, position)
            if end is None:
                raise Unfit("damaged")
            kept.append(content[position : end.start()])
            position = end.start()
    turned = [] if orientation == 1 else [_exif_of(orientation)]
    return _measured(b"".join([b"\xff\xd8", *turned, *kept, b"\xff\xd9"]), *size)


def gif(content: bytes) -> Findings:
    """Return a GIF without its comments."""
    if content[:6] not in (b"GIF87a", b"GIF89a"):
        raise Unfit("type_mismatch")
    width, height, flags = struct.unpack("<HHB", _at(content, 6, 5))
    position = 13 + _palette(flags)
    kept = [_at(content, 0, position)]
    while (mark := _at(content, position, 1)) != b";":
        if mark == b"!":
            label, head = content[position + 1 : position + 2], position + 2
            block = content[position : _sub_blocks(content, head)]
            is_loop = label == b"\xff" and block[3:14] in _GIF_LOOPS
            if label == b"\xf9" or is_loop:
                kept.append(block)
        elif mark == b",":
            head = position + 10 + _palette(_at(content, position + 9, 1)[0]) + 1
            block = content[position : _sub_blocks(content, head)]
            kept.append(block)
        else:
            raise Unfit("damaged")
        position += len(block)
    return _measured(b"".join([*kept, b";"]), width, height)


def webp(content: bytes) -> Findings:
    """Return a WebP without its EXIF and XMP."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise Unfit("type_mismatch")
    (length,) = struct.unpack("<I", content[4:8])
    kept, position, size, end = [], 12, (0, 0), min(8 + length, len(content))
    while position + 8 <= end:
        kind = content[position : position + 4]
        (inside,) = struct.unpack("<I", content[position + 4 : position + 8])
        chunk = _at(content, position, 8 + inside) + b"\0" * (inside % 2)
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_METADATA]) + chunk[9:]
        size = max(size, _webp_size(kind, chunk[8:]))
        if kind in _WEBP_KEPT:
            kept.append(chunk)
        position += len(chunk)
    body = b"WEBP" + b"".join(kept)
    return _measured(b"RIFF" + struct.pack("<I", len(body)) + body, *size)


def _measured(content: bytes, width: int, height: int) -> Findings:
    if not width or not height:
        raise Unfit("damaged")
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise Unfit("too_many_pixels")
    return Findings(content, may_be_shown=True, width=width, height=height)


def _at(content: bytes, start: int, length: int) -> bytes:
    part = content[start : start + length]
    if len(part) != length:
        raise Unfit("damaged")
    return part


def _segment(content: bytes, position: int) -> tuple[int, bytes]:
    start = position
    while _at(content, position, 1) == b"\xff" and _at(content, position + 1, 1) == b"\xff":
        position += 1  # fill bytes
    mark, marker = _at(content, position, 2)
    if mark != 0xFF or marker == 0:
        raise Unfit("damaged")
    if marker == 0xD9:
        return marker, content[start : position + 2]
    (length,) = struct.unpack(">H", _at(content, position + 2, 2))
    return marker, content[start:position] + _at(content, position, 2 + max(length, 2))


def _draws(marker: int, segment: bytes) -> bool:
    """Return whether a segment is needed to draw: of the application's JFIF, profile and Adobe."""
    if 0xE0 <= marker <= 0xEF:
        is_jfif = marker == 0xE0 and segment[4:9] == b"JFIF\0"
        is_profile = marker == 0xE2 and segment[4:16] == b"ICC_PROFILE\0"
        return is_jfif or is_profile or (marker == 0xEE and segment[4:9] == b"Adobe")
    return marker != 0xFE


def _orientation(tiff: bytes) -> int:
    """Return the orientation that an EXIF block names, 1 to 8; 1 where it cannot be read."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return 1
    for tag, value in _entries(tiff, order):
        if tag == _ORIENTATION:
            return value if 1 <= value <= 8 else 1
    return 1


def _entries(tiff: bytes, order: str) -> Iterator[tuple[int, int]]:
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for number in range(min(count, 200)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
            yield tag, value
    except struct.error:
        return


def _exif_of(orientation: int) -> bytes:
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", 8 + len(tiff)) + b"Exif\0\0" + tiff


def _palette(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _sub_blocks(content: bytes, position: int) -> int:
    """Return where a chain of a GIF's sub-blocks ends."""
    while (length := _at(content, position, 1)[0]) != 0:
        position += 1 + length
    return position + 1


def _webp_size(kind: bytes, payload: bytes) -> tuple[int, int]:
    if kind == b"VP8X" and len(payload) >= 10:
        return int.from_bytes(payload[4:7], "little") + 1, int.from_bytes(payload[7:10], "little") + 1
    if kind == b"VP8 " and payload[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", _at(payload, 6, 4))
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and payload[:1] == b"\x2f":
        bits = int.from_bytes(_at(payload, 1, 4), "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return 0, 0
