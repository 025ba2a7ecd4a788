"""The company: what its administrator may change, what everybody sees, and when it is too late for another currency."""

import struct
import zlib

import pytest

from tests.builders import Api, Firm
from tests.functional.attachments.conftest import begin, post

PAYPAL_BLUE = "#003087"
PALE_YELLOW = "#ffe08a"
MORNINGS = {
    **{day: [{"from": "09:00", "to": "14:00"}] for day in ("mon", "tue", "wed", "thu", "fri", "sat")},
    "sun": [],
}


def png(width: int = 8, height: int = 8) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x00\x6f\x4c" * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def uploaded(firm: Firm, name: str, content: bytes) -> str:
    ticket = begin(firm.admin, "/v1/files", name, content)
    post(ticket, content)
    firm.admin.post(f"/v1/files/{ticket['file']['id']}/complete")
    return str(ticket["file"]["id"])


def test_a_new_company_works_in_the_week_and_wears_our_colour(firm: Firm) -> None:
    company = firm.admin.get("/v1/tenant").body

    assert company["brand_color"] is None
    assert company["logo"] is None
    assert company["mfa_required"] is False
    assert company["working_hours"]["fri"] == [{"from": "09:00", "to": "18:00"}]
    assert company["working_hours"]["sun"] == []


def test_what_changes_stays_and_nothing_else_does(firm: Firm) -> None:
    changes = {
        "name": f"Ríos y Nietos {firm.canary}",
        "locale": "en",
        "format_locale": "es-MX",
        "timezone": "America/Mexico_City",
        "brand_color": PAYPAL_BLUE,
        "working_hours": MORNINGS,
    }
    before = firm.admin.get("/v1/tenant").body

    answer = firm.admin.patch("/v1/tenant", changes)

    assert answer.status == 200
    assert firm.admin.get("/v1/tenant").body == {**before, **changes} == answer.body


def test_everybody_sees_the_company_and_only_an_administrator_changes_it(api: Api, firm: Firm) -> None:
    viewer = api.hire(firm, "viewer")
    firm.admin.patch("/v1/tenant", {"brand_color": PAYPAL_BLUE})

    assert viewer.get("/v1/tenant").body["brand_color"] == PAYPAL_BLUE
    assert viewer.get("/v1/me").body["tenant"]["brand_color"] == PAYPAL_BLUE
    assert viewer.patch("/v1/tenant", {"name": "De nadie"}).status == 403


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"brand_color": PALE_YELLOW}, "brand_color", "contrast_too_low"),
        ({"brand_color": "green"}, "brand_color", "invalid"),
        ({"timezone": "Europe/Oviedo"}, "timezone", "unknown_time_zone"),
        ({"currency": "XXQ"}, "currency", "unknown_currency"),
        ({"format_locale": "fr-FR"}, "format_locale", "not_an_option"),
        ({"logo": "01ARZ3NDEKTSV4RRFFQ69G5FAV"}, "logo", "unknown_file"),
        (
            {"working_hours": {**MORNINGS, "mon": [{"from": "14:00", "to": "09:00"}]}},
            "working_hours.mon.0",
            "out_of_order",
        ),
        (
            {
                "working_hours": {
                    **MORNINGS,
                    "mon": [{"from": "09:00", "to": "14:00"}, {"from": "13:00", "to": "19:00"}],
                }
            },
            "working_hours.mon.1",
            "out_of_order",
        ),
        ({"id": "another"}, "id", "unknown_field"),
        ({"people_version": 1}, "people_version", "unknown_field"),
    ],
)
def test_what_cannot_be_is_refused_by_name(firm: Firm, changes: dict[str, object], field: str, code: str) -> None:
    before = firm.admin.get("/v1/tenant").raw

    answer = firm.admin.patch("/v1/tenant", changes)

    assert answer.faults == {field: code}
    assert firm.admin.get("/v1/tenant").raw == before


def test_a_colour_can_be_taken_off_again(firm: Firm) -> None:
    firm.admin.patch("/v1/tenant", {"brand_color": PAYPAL_BLUE, "format_locale": "es-MX"})

    answer = firm.admin.patch("/v1/tenant", {"brand_color": None, "format_locale": None})

    assert (answer.body["brand_color"], answer.body["format_locale"]) == (None, None)


def test_a_picture_becomes_the_logo(firm: Firm) -> None:
    answer = firm.admin.patch("/v1/tenant", {"logo": uploaded(firm, "logo.png", png())})

    assert answer.status == 200
    shown = firm.admin.get("/v1/tenant/logo")
    assert shown.body["type"] == "image/png"
    assert f"/t/{firm.id}/logo-" in shown.body["url"]
    assert firm.admin.get("/v1/me").body["tenant"]["logo"] == answer.body["logo"]


def test_a_logo_can_be_taken_off(firm: Firm) -> None:
    firm.admin.patch("/v1/tenant", {"logo": uploaded(firm, "logo.png", png())})

    assert firm.admin.patch("/v1/tenant", {"logo": None}).body["logo"] is None
    assert firm.admin.get("/v1/tenant/logo").status == 404


def test_a_document_is_no_logo(firm: Firm) -> None:
    answer = firm.admin.patch("/v1/tenant", {"logo": uploaded(firm, "precios.csv", b"a,b\n1,2\n")})

    assert answer.faults == {"logo": "not_a_picture"}


def test_the_currency_changes_while_nothing_has_an_amount(api: Api, firm: Firm) -> None:
    key = api.key(firm, "read", expires_at=(firm.admin.get("/v1/tenant") and "2027-01-01T00:00:00Z"))
    assert firm.admin.get("/v1/tenant").body["currency_may_change"] is True

    assert firm.admin.patch("/v1/tenant", {"currency": "MXN"}).status == 200

    elsewhere = api.sign_in(firm.admin.user["email"], tenant=firm.id)
    assert elsewhere.get("/v1/currencies").body["base"]["code"] == "MXN"
    assert key.get("/v1/records/companies").status == 200
    deal = elsewhere.post("/v1/records/deals", {"name": "Aceite", "amount": {"amount": "10.00", "currency": "MXN"}})
    assert deal.body["amount"]["currency"] == "MXN"


@pytest.mark.parametrize("way", ["deal", "deleted deal", "rate"])
def test_it_is_too_late_for_another_currency_once_something_is_worth_something(firm: Firm, way: str) -> None:
    if way == "rate":
        firm.admin.call("PUT", "/v1/currencies/USD/rates/2026-11-01", {"rate": "0.92"})
    else:
        deal = firm.admin.post(
            "/v1/records/deals", {"name": "Aceite", "amount": {"amount": "10.00", "currency": "EUR"}}
        )
        if way == "deleted deal":
            firm.admin.delete(f"/v1/records/deals/{deal.body['id']}", version=1)

    answer = firm.admin.patch("/v1/tenant", {"currency": "MXN"})

    assert (answer.status, answer.code) == (409, "currency_in_use")
    assert firm.admin.get("/v1/tenant").body["currency_may_change"] is False
