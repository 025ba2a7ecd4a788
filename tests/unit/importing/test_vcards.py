"""Cards in the dialects of the products that write them."""

import base64

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib import wiring
from chalicelib.engine import catalogue
from chalicelib.engine.exporting.vcard import Cards
from chalicelib.engine.importing import vcards
from chalicelib.engine.importing.problems import FileIsNotATable
from chalicelib.engine.objects import Overlay

PHOTO = base64.b64encode(bytes(range(256)) * 40).decode()
ANDROID = """BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=75=C3=B1=6F=7A;=49=C3=B1=61=6B=69;;;\r
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=49=C3=B1=61=6B=69=20=4D=75=C3=B1=6F=\r
=7A\r
TEL;CELL;PREF:600 100 200\r
TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=46=C3=A1=62):925123456\r
EMAIL;WORK:inaki@munoz.example\r
PHOTO;ENCODING=BASE64;JPEG:<photo>\r
\r
NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:uno=0D=0Ados\r
END:VCARD\r
""".replace("<photo>", f"{PHOTO[:70]}\r\n {PHOTO[70:]}")
IPHONE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.0//EN
N:Ruiz;Ana;María;;
FN:Ana María Ruiz
ORG:Bodegas Ríos\\, S.L.;Compras
TITLE:Directora
item1.EMAIL;type=INTERNET;type=pref:ana@ruiz.example
item1.X-ABLabel:_$!<Work>!$_
item2.TEL:+34 925 123 456
item2.X-ABLabel:Almacén
TEL;type=IPHONE;type=CELL;type=VOICE:+34600100200
item3.ADR;type=WORK:;Planta 2;Calle Comercio 12;Toledo;Toledo;45001;España
item3.X-ABADR:es
BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29
NOTE:Línea uno\\nlínea dos\\; con \\\\ y un texto que se
  dobla
CATEGORIES:VIP,Norte
UID:0B1C-22
END:VCARD
"""
GMAIL = """BEGIN:VCARD
VERSION:3.0
FN:Luis Peña
N:Peña;Luis;;;
EMAIL;TYPE=INTERNET;TYPE=HOME:luis@pena.example
EMAIL;TYPE=INTERNET:compras@pena.example
TEL;TYPE=WORK,FAX:925000111
BDAY:19800229
URL:https\\://pena.example
END:VCARD
"""
OUTLOOK = """BEGIN:VCARD\r
VERSION:2.1\r
N;LANGUAGE=es;CHARSET=Windows-1252:Peña;Eva\r
FN;CHARSET=Windows-1252:Eva Peña\r
ORG:Olmedo\r
TEL;WORK;VOICE:925 111 222\r
ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;Calle=20Mayor=0D=0A3;Toledo;;45001;Spain\r
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2\r
EMAIL;PREF;INTERNET:eva@olmedo.example\r
END:VCARD\r
""".encode("cp1252")
FOURTH = """BEGIN:VCARD
VERSION:4.0
FN:Ana Ruiz
N:Ruiz;Ana;;;
TEL;VALUE=uri;PREF=1;TYPE="cell,voice":tel:+34-600-100-200;ext=7
EMAIL;TYPE=work:ana@ruiz.example
BDAY:19800229T000000Z
END:VCARD
"""


def told(content: str | bytes) -> dict[str, str]:
    """Return the one row that a file of one card means, by header, without its blanks."""
    data = content.encode() if isinstance(content, str) else content
    seen = vcards.survey(vcards.cards(data))
    [card] = vcards.cards(data)
    cells = zip(vcards.header(seen), vcards.row(card, seen), strict=True)
    return {name: cell for name, cell in cells if cell}


def test_android_writes_quoted_printable_and_pictures() -> None:
    assert told(ANDROID) == {
        "Full Name": "Iñaki Muñoz",
        "First Name": "Iñaki",
        "Last Name": "Muñoz",
        "Notes": "uno\r\ndos",
        "E-mail 1 - Label": "Work",
        "E-mail 1 - Value": "inaki@munoz.example",
        "Phone 1 - Label": "* Mobile",
        "Phone 1 - Value": "600 100 200",
        "Phone 2 - Value": "925123456",
    }
    assert vcards.survey(vcards.cards(ANDROID.encode())).pictures == 1


def test_an_iphone_writes_labels_of_its_own() -> None:
    assert told(IPHONE) == {
        "Full Name": "Ana María Ruiz",
        "First Name": "Ana María",
        "Last Name": "Ruiz",
        "Organization Name": "Bodegas Ríos, S.L.",
        "Organization Title": "Directora",
        "Notes": "Línea uno\nlínea dos; con \\ y un texto que se dobla",
        "E-mail 1 - Label": "* Work",
        "E-mail 1 - Value": "ana@ruiz.example",
        "Phone 1 - Label": "Almacén",
        "Phone 1 - Value": "+34 925 123 456",
        "Phone 2 - Label": "Mobile",
        "Phone 2 - Value": "+34600100200",
        "Address 1 - Extended Address": "Planta 2",
        "Address 1 - Street": "Calle Comercio 12",
        "Address 1 - City": "Toledo",
        "Address 1 - Region": "Toledo",
        "Address 1 - Postal Code": "45001",
        "Address 1 - Country": "España",
        "Labels": "VIP; Norte",
        "External ID": "0B1C-22",
    }


def test_gmail_writes_types_in_one_or_in_several() -> None:
    assert told(GMAIL) == {
        "Full Name": "Luis Peña",
        "First Name": "Luis",
        "Last Name": "Peña",
        "Birthday": "1980-02-29",
        "E-mail 1 - Label": "Home",
        "E-mail 1 - Value": "luis@pena.example",
        "E-mail 2 - Value": "compras@pena.example",
        "Phone 1 - Label": "Fax",
        "Phone 1 - Value": "925000111",
        "Website": "https://pena.example",
    }


def test_outlook_writes_its_code_page() -> None:
    assert told(OUTLOOK) == {
        "Full Name": "Eva Peña",
        "First Name": "Eva",
        "Last Name": "Peña",
        "Organization Name": "Olmedo",
        "E-mail 1 - Label": "*",
        "E-mail 1 - Value": "eva@olmedo.example",
        "Phone 1 - Label": "Work",
        "Phone 1 - Value": "925 111 222",
        "Address 1 - Street": "Calle Mayor\r\n3",
        "Address 1 - City": "Toledo",
        "Address 1 - Postal Code": "45001",
        "Address 1 - Country": "Spain",
    }


def test_the_fourth_version_writes_numbers_as_addresses() -> None:
    said = told(FOURTH)

    assert (said["Phone 1 - Label"], said["Phone 1 - Value"]) == ("* Mobile", "+34-600-100-200 ext. 7")
    assert said["Birthday"] == "1980-02-29"


def test_cards_in_utf_16_are_read() -> None:
    assert told(FOURTH.encode("utf-16"))["Full Name"] == "Ana Ruiz"
    assert vcards.looks_like(FOURTH.encode("utf-16"))


@pytest.mark.parametrize("version", [3, 4])
def test_what_we_export_we_read(version: int) -> None:
    object = catalogue.merge(wiring.STANDARD, Overlay()).of_plural("contacts")
    ana = {
        "id": "01J000000000000000000000AN",
        "updated_at": "2026-11-21T20:15:00Z",
        "name": "Ana Ruiz",
        "first_name": "Ana",
        "last_name": "Ruiz; y Gil, S.\\L.",
        "birthday": "1980-02-29",
        "emails": [{"value": "ana@ruiz.example", "label": "work", "primary": True}],
        "phones": [{"value": "+34600100200", "label": "mobile"}, {"value": "+34925123456", "label": "Almacén"}],
        "description": "dos\nlíneas",
    }

    said = told(Cards(object, tuple(object.fields.values()), version).rows([ana]))

    assert (said["First Name"], said["Last Name"]) == ("Ana", "Ruiz; y Gil, S.\\L.")
    assert (said["Birthday"], said["Notes"]) == ("1980-02-29", "dos\nlíneas")
    assert (said["Phone 1 - Label"], said["Phone 1 - Value"]) == ("Mobile", "+34600100200")
    assert (said["Phone 2 - Label"], said["Phone 2 - Value"]) == ("Almacén", "+34925123456")


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_a_note_of_others_is_read_whole(note: str) -> None:
    card = vobject.vCard()
    card.add("fn").value = "Ana"
    card.add("note").value = note

    assert told(card.serialize()).get("Notes", "") == note.strip()


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=300))
def test_noise_between_cards_does_no_harm(noise: bytes) -> None:
    content = b"BEGIN:VCARD\nFN:Ana\n" + noise + b"\nEND:VCARD\n"

    assert len(list(vcards.cards(content))) <= 2


def test_a_file_without_cards_is_refused() -> None:
    with pytest.raises(FileIsNotATable):
        vcards.survey(vcards.cards(b"BEGIN:VCARD\nVERSION:3.0\n"))
