"""Attributes that a caller must not set: refused on every object, by create and by update, and nothing changes."""

import pytest

from tests.builders import Api, Firm
from tests.contract.test_foreign_ids import RECORDS

RESERVED = (
    "id",
    "pk",
    "sk",
    "version",
    "values",
    "derived",
    "derivation",
    "created_at",
    "created_by",
    "updated_at",
    "updated_by",
    "deleted_at",
    "writer",
    "origin",
    "object",
    "plural",
    "tenant",
    "tenant_id",
    "role",
    "owner_id",
    "permissions",
    "links",
    "flags",
    "body",
    "s1",
    "s2",
    "s3",
    "s4",
    "s5",
    "s6",
    "expires",
    "__class__",
    "__proto__",
)
KEPT_BY_US = {
    "deals": ("stage_history", "stage_since", "closed_at", "probability"),
    "leads": ("converted_company", "converted_contact", "converted_deal", "converted_at", "name"),
    "contacts": ("name",),
    "tasks": ("done_at",),
}


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    return shared_api.sign_up()


@pytest.mark.parametrize("plural", RECORDS)
def test_a_record_is_not_created_with_what_is_ours_to_say(firm: Firm, plural: str) -> None:
    for name in (*RESERVED, *KEPT_BY_US.get(plural, ())):
        answer = firm.admin.post(f"/v1/records/{plural}", {**RECORDS[plural], name: "01ARZ3NDEKTSV4RRFFQ69G5FAV"})
        assert answer.status == 422, name
        assert name in answer.faults, name


@pytest.mark.parametrize("plural", RECORDS)
def test_a_record_is_not_changed_into_what_is_ours_to_say(firm: Firm, plural: str) -> None:
    made = firm.admin.post(f"/v1/records/{plural}", _another(plural))
    path = f"/v1/records/{plural}/{made.body['id']}"
    before = firm.admin.get(path).body

    for name in (*RESERVED, *KEPT_BY_US.get(plural, ())):
        answer = firm.admin.patch(path, {name: "01ARZ3NDEKTSV4RRFFQ69G5FAV"}, version=made.body["version"])
        assert answer.status == 422, name
        assert name in answer.faults, name

    assert firm.admin.get(path).body == before


def _another(plural: str) -> dict[str, object]:
    changed = {"pipelines": {"name": "Otra", "stages": [{"label": "Otra"}]}, "orders": {"number": "B-1"}}
    return {**RECORDS[plural], **changed.get(plural, {})}
