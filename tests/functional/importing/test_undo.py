"""Taking an import back, exactly, and not one edit of anybody's."""

from typing import Any

import pytest

from tests.builders import Firm
from tests.functional.importing.desk import Desk
from tests.world import World

FILE = "First Name,Email,Company\nAna,ana@ruiz.example,Bodegas Ríos\nLuis,luis@pena.example,Bodegas Ríos\n"


@pytest.fixture
def desk(world: World, firm: Firm) -> Desk:
    return Desk(world, firm.admin)


def by_name(records: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {record["name"]: record for record in records}


def test_undo_takes_back_everything(desk: Desk) -> None:
    done = desk.bring(FILE)

    undone = desk.undo(done["id"])

    assert undone["state"] == "undone"
    assert undone["undo"] == {"undone": 3, "kept": 0, "kept_records": []}
    assert desk.records("contacts") == []
    assert desk.records("companies") == []


def test_undo_keeps_and_reports_what_was_edited_since(desk: Desk) -> None:
    done = desk.bring(FILE)
    ana = by_name(desk.records("contacts"))["Ana"]
    desk.caller.patch(f"/v1/records/contacts/{ana['id']}", {"job_title": "Compras"}, version=ana["version"])

    undone = desk.undo(done["id"])

    assert list(by_name(desk.records("contacts"))) == ["Ana"]
    kept = {record["object"]: (record["id"], record["reason"]) for record in undone["undo"]["kept_records"]}
    company = desk.records("companies")[0]["id"]
    assert kept == {
        "contacts": (ana["id"], "Edited since the import."),
        "companies": (company, "Other records were linked to it since the import."),
    }
    assert (undone["undo"]["undone"], undone["undo"]["kept"]) == (1, 2)


def test_undo_keeps_a_company_that_got_a_deal_since(desk: Desk) -> None:
    done = desk.bring(FILE)
    company = desk.records("companies")[0]["id"]
    desk.caller.post("/v1/records/deals", {"name": "Aceite", "company": company})

    undone = desk.undo(done["id"])

    assert desk.records("contacts") == []
    assert [record["object"] for record in undone["undo"]["kept_records"]] == ["companies"]


def test_undo_puts_old_values_back(desk: Desk) -> None:
    desk.bring("First Name,Email,Phone,Birthday,Mailing City\nAna,ana@ruiz.example,911234567,1980-02-01,Toledo\n")
    (before,) = desk.records("contacts")
    done = desk.bring(
        "First Name,Last Name,Email,Phone,Birthday,Mailing City\n"
        "Anita,Ruiz,ana@ruiz.example,600100200,1980-02-02,Cuenca\n",
        on_duplicate="update",
    )

    undone = desk.undo(done["id"])

    (after,) = desk.records("contacts")
    changing = {"version", "updated_at"}
    assert undone["undo"]["undone"] == 1
    assert {name: after[name] for name in after if name not in changing} == {
        name: before[name] for name in before if name not in changing
    }


def test_undo_of_a_record_that_two_rows_changed_restores_the_first_state(desk: Desk) -> None:
    desk.bring("First Name,Email,Job Title\nAna,ana@ruiz.example,Compras\n")
    done = desk.bring(
        "First Name,Email,Job Title\nAna,ana@ruiz.example,Ventas\nAna,ana@ruiz.example,Dirección\n",
        on_duplicate="update",
    )
    assert done["verdicts"]["updated"] == 2

    undone = desk.undo(done["id"])

    assert undone["undo"] == {"undone": 2, "kept": 0, "kept_records": []}
    assert desk.records("contacts")[0]["job_title"] == "Compras"


def test_undo_of_a_person_made_and_changed_by_one_file_removes_the_person(desk: Desk) -> None:
    done = desk.bring(
        "First Name,Email,Job Title\nAna,ana@ruiz.example,Ventas\nAna,ana@ruiz.example,Dirección\n",
        on_duplicate="update",
    )
    assert done["verdicts"] == {"created": 1, "updated": 1, "skipped": 0, "failed": 0}

    undone = desk.undo(done["id"])

    assert undone["undo"]["kept"] == 0
    assert desk.records("contacts") == []


def test_after_an_undo_the_file_can_be_imported_again(desk: Desk) -> None:
    done = desk.bring(FILE)
    desk.undo(done["id"])

    again = desk.bring(FILE)

    assert again["verdicts"]["created"] == 2
    assert len(desk.records("contacts")) == 2
    assert len(desk.records("companies")) == 1


def test_an_import_is_undone_once_and_only_when_it_is_over(desk: Desk) -> None:
    id = desk.upload(FILE)
    early = desk.caller.post(f"/v1/imports/{id}/undo")
    desk.preview(id)
    desk.start(id)
    desk.undo(id)

    late = desk.caller.post(f"/v1/imports/{id}/undo")

    assert (early.status, early.code) == (409, "wrong_state")
    assert (late.status, late.code) == (409, "wrong_state")
