"""Views over the API: saved, shared, applied, and what becomes of one when its fields go."""

from typing import Any

import pytest

from tests.builders import Api, Firm
from tests.client import Caller

OPEN_DEALS = {"field": "stage", "op": "not_in", "value": ["won", "lost"]}


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    firm = shared_api.sign_up()
    for role in ("manager", "rep", "viewer"):
        shared_api.hire(firm, role)
    return firm


def saved(who: Caller, **values: Any) -> dict[str, Any]:
    answer = who.post("/v1/views", {"object": "companies", "name": "De Toledo", **values})
    assert answer.status == 201, answer.raw
    body: dict[str, Any] = answer.body
    return body


def made(who: Caller, **values: Any) -> str:
    answer = who.post("/v1/records/companies", values)
    assert answer.status == 201, answer.raw
    return str(answer.body["id"])


def names(answer: Any) -> list[str]:
    assert answer.status == 200, answer.raw
    return [item["name"] for item in answer.body["items"]]


def test_a_view_is_saved_changed_and_taken_away(firm: Firm) -> None:
    view = saved(
        firm["rep"], columns=["name", "industry"], sort="name", filter={"field": "industry", "op": "not_empty"}
    )

    changed = firm["rep"].patch(f"/v1/views/{view['id']}", {"name": "Con sector"}, version=1)
    stale = firm["rep"].patch(f"/v1/views/{view['id']}", {"name": "Tarde"}, version=1)
    gone = firm["rep"].delete(f"/v1/views/{view['id']}", version=2)

    assert (view["owner"], view["shared"], view["layout"]) == (firm["rep"].user["id"], "private", "list")
    assert (changed.status, changed.body["name"], changed.etag) == (200, "Con sector", '"2"')
    assert (stale.status, gone.status) == (412, 204)
    assert firm["rep"].get(f"/v1/views/{view['id']}").status == 404


def test_a_view_lists_what_it_says_and_what_is_asked_beside_it(firm: Firm) -> None:
    admin = firm.admin
    for name, industry in (("Olmedo", "retail"), ("Lucena", "retail"), ("Ríos", "hospitality")):
        made(admin, name=f"{name} vista", industry=industry)
    view = saved(admin, filter={"field": "industry", "value": "retail"}, sort="-name")

    listed = names(admin.get(f"/v1/records/companies?view={view['id']}"))
    narrowed = names(admin.post("/v1/records/companies/query", {
        "view": view["id"], "filter": {"field": "name", "op": "starts", "value": "olm"},
    }))  # fmt: skip

    assert listed == ["Olmedo vista", "Lucena vista"]
    assert narrowed == ["Olmedo vista"]


def test_only_those_it_is_shared_with_open_a_view(firm: Firm) -> None:
    private = saved(firm["manager"])
    for_reps = saved(firm["manager"], shared="roles", shared_with=["rep"])
    for_all = saved(firm["manager"], shared="everyone")

    def opened(who: str) -> list[int]:
        return [firm[who].get(f"/v1/views/{view['id']}").status for view in (private, for_reps, for_all)]

    assert opened("manager") == [200, 200, 200]
    assert opened("rep") == [404, 200, 200]
    assert opened("viewer") == [404, 404, 200]
    listed = {view["id"] for view in firm["viewer"].get("/v1/views?object=companies").body["items"]}
    assert for_all["id"] in listed
    assert listed.isdisjoint({private["id"], for_reps["id"]})
    assert firm["viewer"].get(f"/v1/records/companies?view={private['id']}").faults == {"view": "unknown_view"}


def test_only_its_owner_and_administrators_change_a_view(firm: Firm) -> None:
    view = saved(firm["rep"], shared="everyone")

    refused = firm["manager"].patch(f"/v1/views/{view['id']}", {"name": "Mía"}, version=1)
    allowed = firm.admin.patch(f"/v1/views/{view['id']}", {"name": "De todos"}, version=1)

    assert (refused.status, allowed.status) == (403, 200)


def test_an_administrator_says_with_which_view_a_role_begins(firm: Firm) -> None:
    theirs = firm["rep"].post(
        "/v1/views", {"object": "companies", "name": "x", "shared": "everyone", "default_for": ["rep"]}
    )
    view = saved(firm.admin, shared="everyone", default_for=["rep"])

    assert theirs.faults == {"default_for": "not_yours"}
    assert firm["rep"].get(f"/v1/views/{view['id']}").body["is_default"] is True
    assert firm["viewer"].get(f"/v1/views/{view['id']}").body["is_default"] is False


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("columns", ["name", "salary"]),
        ("sort", "industry"),
        ("group_by", "name"),
        ("board_by", "name"),
        ("calendar_by", "industry"),
        ("layout", "board"),
        ("shared", "roles"),
    ],
)
def test_what_makes_no_sense_is_refused(firm: Firm, part: str, value: Any) -> None:
    answer = firm.admin.post("/v1/views", {"object": "companies", "name": "x", part: value})

    assert answer.status == 422
    assert list(answer.faults) == ["shared_with" if part == "shared" else part]


def test_a_view_says_which_part_of_it_went_with_a_field(firm: Firm) -> None:
    label = {"es": "Tamaño", "en": "Size"}
    options = [{"value": "small", "label": {"es": "Pequeña", "en": "Small"}}]
    field = {"name": "c_size", "type": "choice", "label": label, "options": options}
    made_field = firm.admin.post("/v1/objects/companies/fields", field)
    assert made_field.status == 201, made_field.raw
    both = {"all": [{"field": "c_size", "value": "small"}, {"field": "name", "op": "starts", "value": "olm"}]}
    view = saved(
        firm.admin, columns=["name", "c_size"], filter=both, layout="board", board_by="c_size", group_by="c_size"
    )
    assert view["dropped"] == []

    gone = firm.admin.delete(
        "/v1/objects/companies/fields/c_size", version=firm.admin.get("/v1/objects/companies").body["catalogue_version"]
    )
    assert gone.status < 300, gone.raw
    left = firm.admin.get(f"/v1/views/{view['id']}").body

    assert left["columns"] == ["name"]
    assert left["filter"] == {"all": [{"field": "name", "op": "starts", "value": "olm"}]}
    assert (left["layout"], left["board_by"], left["group_by"]) == ("list", None, None)
    assert sorted(left["dropped"]) == ["board_by", "columns", "filter", "group_by", "layout"]
    assert firm.admin.get(f"/v1/records/companies?view={view['id']}").status == 200


def test_groups_count_and_sum_what_a_filter_leaves(shared_api: Api) -> None:
    firm = shared_api.sign_up()
    for name, status, source in (("A", "new", "web"), ("B", "new", "fair"), ("C", "contacted", "web")):
        answer = firm.admin.post("/v1/records/leads", {"first_name": name, "status": status, "source": source})
        assert answer.status == 201, answer.raw

    groups = firm.admin.get("/v1/records/leads/groups?by=status&source=web").body
    by_owner = firm.admin.get("/v1/records/leads/groups?by=owner").body
    refused = firm.admin.get("/v1/records/leads/groups?by=name")

    counts = {item["value"]: item["count"] for item in groups["items"] if item["count"]}
    assert counts == {"new": 1, "contacted": 1}
    assert (groups["exact"], groups["scanned"]) == (True, 3)
    assert [(item["value"], item["count"]) for item in by_owner["items"]] == [(firm.admin.user["id"], 3)]
    assert refused.faults == {"by": "not_groupable"}


def test_a_calendar_shows_what_lies_in_its_days(shared_api: Api) -> None:
    firm = shared_api.sign_up()
    for subject, due in (
        ("antes", "2026-10-31T23:59:59"),
        ("primero", "2026-11-01T00:00:00"),
        ("último", "2026-11-30T23:59:59"),
        ("después", "2026-12-01T00:00:00"),
    ):
        answer = firm.admin.post("/v1/records/tasks", {"subject": subject, "due": due})
        assert answer.status == 201, answer.raw

    month = firm.admin.get("/v1/records/tasks/calendar?by=due&from=2026-11-01&to=2026-11-30").body
    refused = firm.admin.get("/v1/records/tasks/calendar?by=subject&from=2026-11-01&to=2026-11-30")
    backwards = firm.admin.get("/v1/records/tasks/calendar?by=due&from=2026-11-30&to=2026-11-01")

    late = {"any": [{"field": "subject", "op": "eq", "value": "último"}, {"field": "priority", "value": "high"}]}
    asked = firm.admin.post(
        "/v1/records/tasks/calendar", {"by": "due", "from": "2026-11-01", "to": "2026-11-30", "filter": late}
    )
    unbounded = firm.admin.post("/v1/records/tasks/calendar", {"by": "due", "to": "2026-11-30"})

    assert [item["subject"] for item in month["items"]] == ["primero", "último"]
    assert month["complete"] is True
    assert [item["subject"] for item in asked.body["items"]] == ["último"]
    assert unbounded.status == 422
    assert (refused.faults, backwards.faults) == ({"by": "not_a_time"}, {"to": "not_a_stretch"})
