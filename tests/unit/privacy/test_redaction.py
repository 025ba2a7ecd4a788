"""What is left of a record of others when a person has been taken out of it."""

from typing import Any

import pytest

from chalicelib import wiring
from chalicelib.engine import catalogue
from chalicelib.engine.objects import Overlay
from chalicelib.engine.privacy import identity, redaction
from chalicelib.engine.privacy.identity import GONE
from chalicelib.storage.records import Row

FIRM = catalogue.merge(wiring.STANDARD, Overlay())
ANA, LUIS, OLMEDO = (f"01KB2T9WM0{name}".ljust(26, "0") for name in ("ANA", "UJS", "MED"))


def row(plural: str, id: str, **values: Any) -> Row:
    stamp = "2026-11-21T20:15:00.000Z"
    return Row(id, plural, 1, values, stamp, LUIS, stamp, LUIS)


@pytest.fixture
def ana() -> identity.Identity:
    values = {
        "first_name": "Ana",
        "last_name": "Muñoz",
        "name": "Ana Muñoz",
        "emails": [{"value": "ana@olmedo.example", "primary": True}],
        "phones": [{"value": "+34925123456", "primary": True}],
    }
    return identity.of(FIRM.of_plural("contacts"), [row("contacts", ANA, **values)])


def test_a_person_is_known_by_name_address_and_number(ana: identity.Identity) -> None:
    assert ana.words == ("ana@olmedo.example", "ana munoz", "munoz", "ana")
    assert ana.numbers == ("34925123456",)


def test_a_deal_keeps_its_amount_and_loses_the_name(ana: identity.Identity) -> None:
    deal = row(
        "deals", LUIS, name="Aceite para Ana", amount={"minor": 1250_00, "currency": "EUR"}, contacts=[ANA, LUIS]
    )

    assert redaction.changes(FIRM.of_plural("deals"), deal, ana) == {"name": f"Aceite para {GONE}", "contacts": [LUIS]}


def test_a_company_keeps_the_addresses_of_the_others(ana: identity.Identity) -> None:
    emails = [{"value": "info@olmedo.example", "primary": True}, {"value": "ana@olmedo.example", "primary": False}]
    company = row("companies", OLMEDO, name="Olmedo", emails=emails, website="https://olmedo.example")

    assert redaction.changes(FIRM.of_plural("companies"), company, ana) == {"emails": emails[:1]}


def test_a_single_link_to_the_person_is_emptied(ana: identity.Identity) -> None:
    order = row("orders", OLMEDO, number="A-1", contact=ANA, date="2026-11-21")

    assert redaction.changes(FIRM.of_plural("orders"), order, ana) == {"contact": None}


def test_a_record_that_does_not_name_the_person_stays_as_it_is(ana: identity.Identity) -> None:
    company = row("companies", OLMEDO, name="Canadá Export", industry="food")

    assert redaction.changes(FIRM.of_plural("companies"), company, ana) == {}
