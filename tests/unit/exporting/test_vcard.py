"""Cards as other address books read them."""

from typing import Any

import pytest
import vobject

from chalicelib import wiring
from chalicelib.engine import catalogue
from chalicelib.engine.exporting.vcard import Cards, folded
from chalicelib.engine.objects import Overlay

CATALOGUE = catalogue.merge(wiring.STANDARD, Overlay())
ANA: dict[str, Any] = {
    "id": "01J000000000000000000000AN",
    "updated_at": "2026-11-21T20:15:00Z",
    "name": "Ana Ruiz; Gil",
    "first_name": "Ana",
    "last_name": "Ruiz; Gil",
    "job_title": "Compras, ventas\\más",
    "birthday": "1980-02-29",
    "emails": [
        {"value": "casa@ruiz.example", "label": "home", "primary": False},
        {"value": "ana@ruiz.example", "label": "work", "primary": True},
    ],
    "phones": [{"value": "+34600100200", "label": "mobile"}, {"value": "+34925123456", "label": "Almacén"}],
    "address": {"street": "Calle Comercio 12", "city": "Toledo", "postal_code": "45001", "country": "ES"},
    "description": "Dos líneas:\nla segunda, con ñ " + "é" * 80,
    "links": {"companies": [{"id": "01J000000000000000000000BO", "name": "Bodegas Ríos, S.L."}]},
}


def cards(plural: str, version: int) -> Cards:
    object = CATALOGUE.of_plural(plural)
    return Cards(object, tuple(object.fields.values()), version)


@pytest.mark.parametrize("version", [3, 4])
def test_a_card_is_read_by_others(version: int) -> None:
    told = cards("contacts", version).rows([ANA]).decode()

    card = vobject.readOne(told)

    assert card.version.value == f"{version}.0"
    assert card.fn.value == "Ana Ruiz; Gil"
    assert (card.n.value.given, card.n.value.family) == ("Ana", "Ruiz; Gil")
    assert [email.value for email in card.email_list] == ["ana@ruiz.example", "casa@ruiz.example"]
    assert card.org.value == ["Bodegas Ríos, S.L."]
    assert card.title.value == "Compras, ventas\\más"
    assert card.adr.value.street == "Calle Comercio 12"
    assert (card.adr.value.city, card.adr.value.code, card.adr.value.country) == ("Toledo", "45001", "ES")
    assert card.note.value == ANA["description"]
    assert "Almacén" in told


def test_numbers_are_addresses_in_the_fourth_version() -> None:
    told = cards("contacts", 4).rows([ANA]).decode()

    assert "TEL;VALUE=uri;TYPE=cell:tel:+34600100200\r\n" in told
    assert "BDAY:19800229\r\n" in told


def test_no_line_is_longer_than_75_bytes_and_no_letter_is_cut() -> None:
    told = cards("contacts", 3).rows([ANA])

    assert max(map(len, told.split(b"\r\n"))) <= 75
    assert folded("é" * 50).replace("\r\n ", "") == "é" * 50


def test_a_value_cannot_begin_a_line_of_its_own() -> None:
    told = cards("contacts", 4).rows([{**ANA, "last_name": "x\r\nEND:VCARD\nBEGIN:VCARD", "name": None}])

    assert told.count(b"\r\nEND:VCARD") == 1


def test_a_firm_is_an_organisation() -> None:
    firm = {"id": ANA["id"], "updated_at": ANA["updated_at"], "name": "Bodegas Ríos", "website": "https://rios.example"}

    told = cards("companies", 4).rows([firm]).decode()

    assert "KIND:org\r\n" in told
    assert "ORG:Bodegas Ríos\r\n" in told
    assert "URL:https://rios.example\r\n" in told
