"""What a record is found by."""

from typing import Any

import pytest

from chalicelib.engine import overlays, query, records, search
from chalicelib.kernel.context import Context
from chalicelib.storage import index, writes
from chalicelib.storage import records as rows

ANA = {
    "first_name": "Ana María",
    "last_name": "Peña",
    "emails": ["ana.pena@olmedo.example", {"value": "ana@casa.example", "label": "casa"}],
    "phones": ["925 12 34 56", "+44 20 7946 0123"],
    "address": {"city": "Talavera de la Reina"},
    "description": "secreto",
}


def create(ctx: Context, plural: str, values: dict[str, Any]) -> str:
    """Create a record and index it, as the stream function does."""
    record = records.create(ctx, plural=plural, values=values)
    row = rows.get(ctx, plural, record["id"])
    assert row
    found = search.entries(overlays.load(ctx).of_plural(plural), row.values)
    tokens = [index.Token(token, row.id, field, found.text) for token, field in found.tokens.items()]
    writes.execute(ctx, [index.put_token(ctx, plural, token) for token in tokens])
    return str(record["id"])


def find(ctx: Context, plural: str, q: str) -> list[str]:
    return [item["id"] for item in query.list(ctx, plural=plural, q=q)["items"]]


@pytest.mark.parametrize(
    "q",
    [
        "ana",
        "PEÑA",
        "pena",
        "peña ana",
        "  mar   pe ",
        "ana.pena@olmedo.example",
        "ANA.PENA@OLM",
        "ana@casa",
        "olmedo peña",
        "talavera",
        "925123456",
        "925 12 34 56",
        "+34 925 123 456",
        "0034925123456",
        "123456",
        "123-45-6",
        "020 7946 0123",
        "+442079460123",
        "460123",
        "ana 925123456",
    ],
)
def test_a_person_is_found(ctx: Context, q: str) -> None:
    ana = create(ctx, "contacts", ANA)

    assert find(ctx, "contacts", q) == [ana]


@pytest.mark.parametrize("q", ["bruno", "ana bruno", "secreto", "925123457", "23456", "na", "#", "''", "%"])
def test_a_person_is_not_found(ctx: Context, q: str) -> None:
    create(ctx, "contacts", ANA)

    assert find(ctx, "contacts", q) == []


def test_a_person_is_found_by_the_firm(ctx: Context) -> None:
    olmedo = create(ctx, "companies", {"name": "Distribuciones Olmedo"})
    ana = create(ctx, "contacts", {"first_name": "Ana", "companies": [olmedo]})
    create(ctx, "contacts", {"first_name": "Bruno"})

    assert find(ctx, "contacts", "olmedo") == [ana]
    assert find(ctx, "companies", "olmedo") == [olmedo]


def test_a_number_that_is_no_phone_is_found_as_a_word(ctx: Context) -> None:
    order = create(ctx, "orders", {"number": "20260042", "date": "2026-11-21"})

    assert find(ctx, "orders", "20260042") == find(ctx, "orders", "202600") == [order]


def test_found_records_come_in_pages(ctx: Context) -> None:
    made = {
        create(ctx, "contacts", {"first_name": f"Ana {word}"}) for word in ("Uno", "Dos", "Tres", "Cuatro", "Cinco")
    }

    seen: list[str] = []
    cursor = None
    while True:
        page = query.list(ctx, plural="contacts", q="ana", limit=2, cursor=cursor)
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break

    assert len(seen) == 5
    assert set(seen) == made


def test_a_filter_narrows_what_was_found(ctx: Context) -> None:
    create(ctx, "contacts", {"first_name": "Ana", "source": "web"})
    fair = create(ctx, "contacts", {"first_name": "Ana", "source": "fair"})

    page = query.list(ctx, plural="contacts", q="ana", filters={"field": "source", "value": "fair"})

    assert [item["id"] for item in page["items"]] == [fair]


def test_a_record_offers_few_enough_tokens(ctx: Context) -> None:
    contacts = overlays.load(ctx).of_plural("contacts")

    found = search.entries(contacts, {"name": " ".join(f"palabra{n}" for n in range(200))})

    assert len(found.tokens) == search.MOST_TOKENS


def test_no_token_holds_the_delimiter(ctx: Context) -> None:
    values = {"name": "A#B", "emails": [{"value": "a#b@c.es"}]}

    found = search.entries(overlays.load(ctx).of_plural("contacts"), values)

    assert not [token for token in found.tokens if "#" in token]


@pytest.mark.parametrize(
    ("plural", "field", "value"),
    [
        ("contacts", "emails", "Ana.Pena@Olmedo.example"),
        ("contacts", "phones", "925-123-456"),
        ("contacts", "external_id", "C-1"),
        ("companies", "tax_id", "ES B45123452"),
        ("companies", "name", "distribuciones olmedo"),
    ],
)
def test_an_import_finds_its_match(ctx: Context, plural: str, field: str, value: str) -> None:
    made = {
        "contacts": create(ctx, "contacts", {**ANA, "external_id": "C-1"}),
        "companies": create(ctx, "companies", {"name": "Distribuciones Olmedo", "tax_id": "B45123452"}),
    }

    assert search.find_by(ctx, plural=plural, field=field, value=value) == [made[plural]]


def test_an_import_finds_no_match_for_a_stranger(ctx: Context) -> None:
    create(ctx, "contacts", ANA)

    assert search.find_by(ctx, plural="contacts", field="emails", value="ana.pena@olmedo.example.com") == []
