"""What is kept of a file that somebody uploads, and what is not taken: a table of good files and one of active ones."""

import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.engine.attachments import documents, images, kinds, showing
from chalicelib.engine.attachments.findings import Unfit
from chalicelib.kernel.errors import InvalidInput
from tests import specimens

OPEN = "application/vnd.oasis.opendocument"
OFFICE = "application/vnd.openxmlformats-officedocument"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
EICAR_LIKE = b"MZ\x90\0\x03\0\0\0"

TAKEN: dict[str, tuple[str, bytes]] = {
    "foto.png": ("image/png", specimens.png()),
    "foto.jpg": ("image/jpeg", specimens.jpeg()),
    "FOTO.JPEG": ("image/jpeg", specimens.jpeg()),
    "baile.gif": ("image/gif", specimens.gif()),
    "foto.webp": ("image/webp", specimens.webp()),
    "oferta.pdf": ("application/pdf", specimens.pdf()),
    "carta.docx": (f"{OFFICE}.wordprocessingml.document", specimens.office("word/document.xml")),
    "precios.xlsx": (f"{OFFICE}.spreadsheetml.sheet", specimens.office("xl/workbook.xml")),
    "visita.pptx": (f"{OFFICE}.presentationml.presentation", specimens.office("ppt/presentation.xml")),
    "carta.odt": (f"{OPEN}.text", specimens.open_document(f"{OPEN}.text")),
    "precios.ods": (f"{OPEN}.spreadsheet", specimens.open_document(f"{OPEN}.spreadsheet")),
    "visita.odp": (f"{OPEN}.presentation", specimens.open_document(f"{OPEN}.presentation")),
    "carta.doc": ("application/msword", specimens.old_office()),
    "precios.xls": ("application/vnd.ms-excel", specimens.old_office()),
    "visita.ppt": ("application/vnd.ms-powerpoint", specimens.old_office()),
    "todo.zip": ("application/zip", specimens.packed({"uno.txt": b"Uno", "dos.txt": b"Dos"})),
    "leeme.txt": ("text/plain", "Precio < 5 €, año y señal".encode()),
    "leeme.md": ("text/plain", b"# Hola\n\n> cita"),
    "gente.csv": ("text/csv", "Nombre;Teléfono\nAna;600".encode("cp1252")),
    "ana.vcf": ("text/vcard", b"BEGIN:VCARD\r\nFN:Ana\r\nEND:VCARD\r\n"),
    "visita.ics": ("text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
}

NAMES_NOT_TAKEN = (
    "dibujo.svg",
    "DIBUJO.SvG",
    "pagina.html",
    "pagina.HtMl",
    "pagina.xhtml",
    "pagina.htm",
    "estilo.xslt",
    "datos.xml",
    "factura.pdf.html",
    "foto.jpg.svg",
    "programa.exe",
    "guion.js",
    "macro.docm",
    "macro.xlsm",
    "atajo.lnk",
    "correo.mht",
    "guion.ps1",
    "consulta.hta",
    "clase.jar",
    "letra.swf",
    "sin ending",
    ".png",
    "foto.png ",
    "foto.png\u202egnp.exe",
)

ACTIVE: dict[str, tuple[str, bytes, str]] = {
    "svg as png": ("image/png", SVG, "type_mismatch"),
    "svg as text": ("text/plain", SVG, "markup"),
    "svg after an xml declaration": ("text/plain", b'<?xml version="1.0"?>' + SVG, "markup"),
    "svg after a byte order mark": ("text/plain", b"\xef\xbb\xbf" + SVG, "markup"),
    "html as text": ("text/plain", HTML, "markup"),
    "html in capitals as csv": ("text/csv", HTML.upper(), "markup"),
    "html after blanks": ("text/plain", b" \n\t" * 99 + HTML, "markup"),
    "html in utf-16": ("text/plain", HTML.decode().encode("utf-16"), "type_mismatch"),
    "html as jpeg": ("image/jpeg", HTML, "type_mismatch"),
    "html as pdf": ("application/pdf", HTML, "type_mismatch"),
    "xhtml as text": ("text/plain", b'<html xmlns="http://www.w3.org/1999/xhtml"><script/></html>', "markup"),
    "xml with a stylesheet": ("text/plain", b'<?xml-stylesheet href="evil.xsl"?><a/>', "markup"),
    "a stylesheet": ("text/plain", b'< xsl:stylesheet version="1.0"/>', "markup"),
    "an entity bomb": ("text/plain", b'<!ENTITY lol "lol">', "markup"),
    "a script in a calendar": ("text/calendar", b"<script>alert(1)</script>", "markup"),
    "a program as pdf": ("application/pdf", EICAR_LIKE, "type_mismatch"),
    "a program as text": ("text/plain", EICAR_LIKE, "type_mismatch"),
    "html before a pdf": ("application/pdf", HTML + specimens.pdf(), "type_mismatch"),
    "a gif that is html": ("image/gif", b"GIF89a<script>alert(1)</script>;", "damaged"),
    "a gif before an archive": ("application/zip", specimens.gif() + specimens.packed({"a": b"a"}), "type_mismatch"),
    "an archive as word": (f"{OFFICE}.wordprocessingml.document", specimens.packed({"a": b"a"}), "type_mismatch"),
    "word with macros": (
        f"{OFFICE}.wordprocessingml.document",
        specimens.office("word/document.xml", **{"word/vbaProject.bin": b"x"}),
        "macros",
    ),
    "excel with macros": (
        f"{OFFICE}.spreadsheetml.sheet",
        specimens.office("xl/workbook.xml", **{"xl/VBAPROJECT.BIN": b"x"}),
        "macros",
    ),
    "word with activex": (
        f"{OFFICE}.wordprocessingml.document",
        specimens.office("word/document.xml", **{"word/activeX/activeX1.xml": b"x"}),
        "macros",
    ),
    "old word with macros": (
        "application/msword",
        specimens.old_office("_VBA_PROJECT".encode("utf-16-le")),
        "macros",
    ),
    "open text with macros": (
        f"{OPEN}.text",
        specimens.open_document(f"{OPEN}.text", **{"Basic/Standard/evil.xml": b"x"}),
        "macros",
    ),
    "open text that says sheet": (f"{OPEN}.spreadsheet", specimens.open_document(f"{OPEN}.text"), "type_mismatch"),
    "a flood of pixels in a png": ("image/png", specimens.png(60_000, 60_000), "too_many_pixels"),
    "a flood of pixels in a jpeg": ("image/jpeg", specimens.jpeg(65_000, 65_000), "too_many_pixels"),
    "a flood of pixels in a gif": ("image/gif", specimens.gif(65_000, 65_000), "too_many_pixels"),
    "a flood of pixels in a webp": ("image/webp", specimens.webp(16_000, 16_000), "too_many_pixels"),
    "a very long line of pixels": ("image/png", specimens.png(31_000, 1), "too_many_pixels"),
    "a png that breaks off": ("image/png", specimens.png()[:60], "damaged"),
    "a jpeg that breaks off": ("image/jpeg", specimens.jpeg()[:-4], "damaged"),
    "an archive that explodes": ("application/zip", specimens.packed({"a": bytes(20_000_000)}), "archive_bomb"),
    "an archive of very many": (
        "application/zip",
        specimens.packed({str(n): b"" for n in range(10_001)}, compression=zipfile.ZIP_STORED),
        "archive_bomb",
    ),
    "an archive that climbs": ("application/zip", specimens.packed({"../../etc/passwd": b"x"}), "damaged"),
    "an archive that breaks off": ("application/zip", specimens.packed({"a": b"a"})[:20], "damaged"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_file_that_is_what_it_says_is_taken(name: str) -> None:
    type, content = TAKEN[name]

    kind = kinds.declared(name, type, len(content))

    assert kind.type == type
    assert kinds.look(kind.type, content).content


@pytest.mark.parametrize("name", NAMES_NOT_TAKEN)
def test_a_name_whose_ending_is_not_on_the_list_is_refused(name: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        kinds.declared(name if name != ".png" else "png", "", 10)

    assert refused.value.errors[0].code == "type_not_taken"


@pytest.mark.parametrize(
    ("name", "type"), [("foto.png", "text/html"), ("foto.png", "image/svg+xml"), ("carta.docx", "application/zip")]
)
def test_a_type_that_does_not_fit_the_ending_is_refused(name: str, type: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        kinds.declared(name, type, 10)

    assert refused.value.errors[0].code == "type_mismatch"


@pytest.mark.parametrize("what", ACTIVE)
def test_an_active_file_is_not_taken(what: str) -> None:
    type, content, reason = ACTIVE[what]

    with pytest.raises(Unfit) as unfit:
        kinds.look(type, content)

    assert unfit.value.reason == reason


@pytest.mark.parametrize(
    ("look", "content"),
    [
        (images.png, specimens.png(tail=b"PK\x03\x04")),
        (images.jpeg, specimens.jpeg(tail=HTML)),
        (images.gif, specimens.gif(tail=HTML)),
        (images.webp, specimens.webp()),
    ],
    ids=["png", "jpeg", "gif", "webp"],
)
def test_an_image_keeps_its_size_and_tells_nothing_else(look: Callable[[bytes], object], content: bytes) -> None:
    found = images.Findings(**{name: getattr(look(content), name) for name in images.Findings.__slots__})

    again = look(found.content)

    assert specimens.SECRET in content
    assert specimens.SECRET not in found.content
    assert HTML not in found.content
    assert not found.content.endswith(b"PK\x03\x04")
    assert found.may_be_shown
    assert again == found


def test_a_photograph_keeps_its_orientation() -> None:
    turned, upright = images.jpeg(specimens.jpeg(orientation=6)), images.jpeg(specimens.jpeg(orientation=1))

    assert turned.content.count(b"Exif") == 1
    assert b"\x01\x12\0\x03\0\0\0\x01\0\x06" in turned.content
    assert b"Exif" not in upright.content


@pytest.mark.parametrize(
    "inside",
    [
        b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
        b"/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>",
        b"/OpenAction << /S /Launch /F (cmd.exe) >>",
        b"/Names << /EmbeddedFiles 5 0 R >>",
        b"/AcroForm << /XFA 6 0 R >>",
        b"/Encrypt 7 0 R",
    ],
)
def test_a_pdf_that_may_run_something_is_kept_and_not_shown(inside: bytes) -> None:
    openly, hidden = documents.pdf(specimens.pdf(inside)), documents.pdf(specimens.pdf_with_hidden(b"1 0 << " + inside))

    assert not openly.may_be_shown
    assert not hidden.may_be_shown


def test_a_pdf_whose_objects_explode_is_not_shown() -> None:
    assert not documents.pdf(specimens.pdf_with_hidden(bytes(40_000_000))).may_be_shown


def test_a_plain_pdf_is_shown() -> None:
    assert documents.pdf(specimens.pdf_with_hidden(b"1 0 << /Type /Page /Annots [] >>")).may_be_shown


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("../../etc/factura.pdf", "factura.pdf"),
        ("C:\\Temp\\factura.pdf", "factura.pdf"),
        ("fac\u202etura.pdf", "factura.pdf"),
        ("a:b*c?.pdf", "a_b_c_.pdf"),
        ("factura.pdf. .", "factura.pdf"),
        ("...", "file"),
    ],
)
def test_a_name_is_made_harmless(name: str, saved: str) -> None:
    assert showing.harmless(name) == saved


@given(content=st.binary(max_size=300), kind=st.sampled_from(kinds.KINDS), prefix=st.sampled_from(sorted(TAKEN)))
def test_whatever_comes_is_kept_or_refused(content: bytes, kind: kinds.Kind, prefix: str) -> None:
    whole = TAKEN[prefix][1]

    for tried in (content, whole[: len(whole) // 2] + content, whole + content):
        with suppress(Unfit):
            kinds.look(kind.type, tried)
