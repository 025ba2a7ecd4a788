"""Small files of every type that is taken, made by hand so that a test knows each byte of them."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

SECRET = b"Calle Mayor 7, Cordoba"
"""What a camera or an author has written into a specimen, and nobody should be told."""


def png(width: int = 2, height: int = 2, *, chunks: bytes = b"", tail: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x10\x80\x40" * 2 for _ in range(2)))
    said = png_chunk(b"tEXt", b"Comment\0" + SECRET) + png_chunk(b"eXIf", exif(orientation=1))
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", head)
        + said
        + chunks
        + png_chunk(b"IDAT", rows)
        + png_chunk(b"IEND", b"")
        + tail
    )


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def exif(*, orientation: int) -> bytes:
    """Return a TIFF block that names an orientation and holds the secret."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0) + SECRET


def jpeg(width: int = 16, height: int = 16, *, orientation: int = 6, tail: bytes = b"") -> bytes:
    def segment(marker: int, data: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data

    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
        + segment(0xE1, b"Exif\0\0" + exif(orientation=orientation))
        + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET)
        + segment(0xED, b"Photoshop 3.0\0" + SECRET)
        + segment(0xFE, SECRET)
        + segment(0xDB, bytes(65))
        + segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0")
        + segment(0xC4, bytes(20))
        + segment(0xDA, b"\x01\x01\0\0\x3f\0")
        + b"\x12\x34\xff\0\x56\xff\xd0\x78"
        + b"\xff\xd9"
        + tail
    )


def gif(width: int = 2, height: int = 2, *, tail: bytes = b"") -> bytes:
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", width, height, 0x80, 0, 0)
        + b"\0\0\0\xff\xff\xff"
        + b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"
        + b"!\xfe"
        + bytes([len(SECRET)])
        + SECRET
        + b"\0"
        + b","
        + struct.pack("<HHHHB", 0, 0, width, height, 0)
        + b"\x02\x02\x44\x01\0"
        + b";"
        + tail
    )


def webp(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)

    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    bits = (width - 1) | (height - 1) << 14
    body = (
        b"WEBP"
        + chunk(b"VP8X", b"\x0c\0\0\0" + size)
        + chunk(b"VP8L", b"\x2f" + struct.pack("<I", bits) + b"\0\0")
        + chunk(b"EXIF", exif(orientation=1))
        + chunk(b"XMP ", SECRET)
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def pdf(inside: bytes = b"") -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R "
        + inside
        + b">>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
    )


def pdf_with_hidden(objects: bytes) -> bytes:
    """Return a PDF that keeps ``objects`` in a compressed list."""
    packed = zlib.compress(objects)
    stream = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    return pdf(b">>\nendobj\n3 0 obj\n" + stream + packed + b"\nendstream\nendobj\n4 0 obj\n<< ")


def packed(parts: Mapping[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    into = BytesIO()
    with zipfile.ZipFile(into, "w", compression) as archive:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else compression
            archive.writestr(name, content, how)
    return into.getvalue()


def office(main: str, **more: bytes) -> bytes:
    return packed({"[Content_Types].xml": b"<Types/>", main: b"<document/>", **more})


def open_document(type: str, **more: bytes) -> bytes:
    return packed({"mimetype": type.encode(), "content.xml": b"<office/>", **more})


def old_office(inside: bytes = b"") -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + inside
