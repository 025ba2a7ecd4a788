"""Files as values of a field of one's own: uploaded before the record, claimed by its write."""

from typing import Any

import pytest

from tests import specimens
from tests.builders import Api, Firm
from tests.contract.routes import NOBODYS_ID
from tests.functional.attachments.conftest import begin, upload

PDF = specimens.pdf()
REFERENCE = {"name": "contrato.pdf", "size": len(PDF), "type": "application/pdf"}


@pytest.fixture
def firm(firm: Firm) -> Firm:
    """Return a firm whose companies have a contract and several photographs."""
    for field in (
        {"name": "c_contract", "type": "file", "label": {"es": "Contrato", "en": "Contract"}},
        {"name": "c_photos", "type": "file", "label": {"es": "Fotos", "en": "Photos"}, "multiple": True},
    ):
        made = firm.admin.post("/v1/objects/companies/fields", field)
        assert made.status == 201, made.raw
    return firm


def loose(caller: Any, name: str = "contrato.pdf", content: bytes = PDF) -> str:
    """Return a file that is ready and belongs to no record yet."""
    done = upload(caller, "/v1/files", name, content)
    assert done.body["state"] == "ready", done.raw
    return str(done.body["id"])


def test_a_new_record_takes_the_file_that_was_uploaded_for_it(firm: Firm) -> None:
    contract = loose(firm.admin)

    made = firm.admin.post("/v1/records/companies", {"name": "Bar Pepe", "c_contract": contract}).body

    address = f"/v1/records/companies/{made['id']}/files"
    assert made["c_contract"] == {"id": contract, **REFERENCE}
    assert [one["id"] for one in firm.admin.get(address).body["items"]] == [contract]
    assert firm.admin.get(f"{address}/{contract}/download").status == 200
    assert firm.admin.get(f"/v1/files/{contract}").status == 404


def test_a_field_names_files_that_its_record_has_already(firm: Firm, bar: str) -> None:
    photos = [upload(firm.admin, f"{bar}/files", f"{n}.png", specimens.png()).body["id"] for n in "ab"]

    changed = firm.admin.patch(bar, {"c_photos": photos}, version=1).body
    same = firm.admin.patch(bar, {"c_photos": [{"id": id} for id in photos]}, version=2).body
    fewer = firm.admin.patch(bar, {"c_photos": photos[:1]}, version=2).body

    assert [one["name"] for one in changed["c_photos"]] == ["a.png", "b.png"]
    assert same["version"] == 2
    assert ([one["id"] for one in fewer["c_photos"]], fewer["version"]) == (photos[:1], 3)


def test_a_file_is_claimed_by_one_record_only(firm: Firm) -> None:
    contract = loose(firm.admin)
    firm.admin.post("/v1/records/companies", {"name": "Bar Pepe", "c_contract": contract})

    second = firm.admin.post("/v1/records/companies", {"name": "Bar Lola", "c_contract": contract})

    assert (second.status, second.faults) == (422, {"c_contract": "unknown_file"})


def test_nobody_names_a_file_that_is_not_theirs_to_give(api: Api, firm: Firm, bar: str) -> None:
    other = api.sign_up("Aceites Lucena")
    waiting = begin(firm.admin, "/v1/files", "contrato.pdf", PDF)["file"]["id"]
    refused = upload(firm.admin, "/v1/files", "x.txt", b"<script>").body["id"]
    deleted = upload(firm.admin, f"{bar}/files", "x.txt", b"Hola").body["id"]
    firm.admin.delete(f"{bar}/files/{deleted}")

    for file in (NOBODYS_ID, loose(firm["rep"]), loose(other.admin), waiting, refused, deleted):
        answer = firm.admin.patch(bar, {"c_contract": file}, version=1)

        assert (answer.status, answer.faults) == (422, {"c_contract": "unknown_file"})


def test_records_are_found_by_whether_they_have_a_file(firm: Firm, bar: str) -> None:
    made = firm.admin.post("/v1/records/companies", {"name": "Bar Lola", "c_contract": loose(firm.admin)}).body

    def found(op: str) -> list[str]:
        tree = {"field": "c_contract", "op": op}
        items = firm.admin.post("/v1/records/companies/query", {"filter": tree}).body["items"]
        return [one["id"] for one in items]

    assert (found("not_empty"), found("empty")) == ([made["id"]], [bar.rpartition("/")[2]])
