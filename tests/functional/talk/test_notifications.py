"""What somebody is told, over the API."""

from collections.abc import Iterator

import pytest

from chalicelib.engine import notices
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import guard, writes
from tests.builders import Api, Firm
from tests.client import Caller
from tests.world import World


@pytest.fixture
def firm(api: Api) -> Firm:
    return api.sign_up()


@pytest.fixture
def ctx(world: World, firm: Firm) -> Iterator[Context]:
    with guard.entered(firm.tenant["id"]):
        yield world.ctx(firm.tenant["id"], now=world.now)


def bar(firm: Firm, name: str = "Bar Pepe") -> str:
    return str(firm.admin.post("/v1/records/companies", {"name": name}).body["id"])


def tell(ctx: Context, who: Caller, *, kind: str = "shared", cause: str | None = None, record: str) -> None:
    told = notices.tell(ctx, user=who.user["id"], kind=kind, data={"plural": "companies", "id": record}, cause=cause)
    writes.execute(ctx, [told])


def test_a_notice_is_unread_until_it_is_read(ctx: Context, firm: Firm) -> None:
    tell(ctx, firm.admin, record=bar(firm))
    before = firm.admin.get("/v1/notifications").body

    read = firm.admin.post("/v1/notifications/read", {"ids": [before["items"][0]["id"]]})

    after = firm.admin.get("/v1/notifications").body
    assert (before["unread"], before["items"][0]["read"]) == (1, False)
    assert before["items"][0]["data"]["name"] == "Bar Pepe"
    assert (read.body, after["unread"], after["items"][0]["read"]) == ({"unread": 0}, 0, True)


def test_all_up_to_an_instant_are_read_at_once(ctx: Context, firm: Firm) -> None:
    for name in ("Bar Pepe", "Bar Lola"):
        tell(ctx, firm.admin, record=bar(firm, name))

    for _ in range(2):
        answer = firm.admin.post("/v1/notifications/read", {"up_to": clock.stamp(ctx.now)})

        assert answer.body == {"unread": 0}


def test_the_same_cause_tells_once(ctx: Context, firm: Firm) -> None:
    record = bar(firm)

    for _ in range(2):
        tell(ctx, firm.admin, record=record, cause="deal-1-v2")

    assert firm.admin.get("/v1/notifications").body["unread"] == 1


def test_a_muted_kind_is_neither_listed_nor_counted(ctx: Context, firm: Firm) -> None:
    tell(ctx, firm.admin, record=bar(firm), kind="comment")
    tell(ctx, firm.admin, record=bar(firm), kind="mention")

    chosen = firm.admin.patch("/v1/notifications/preferences", {"muted": ["comment"]})

    told = firm.admin.get("/v1/notifications").body
    assert chosen.body == {"muted": ["comment"], "mail_off": []}
    assert ([one["data"]["what"] for one in told["items"]], told["unread"]) == (["mention"], 1)


def test_a_notice_does_not_name_what_was_deleted_meanwhile(ctx: Context, firm: Firm) -> None:
    record = bar(firm)
    tell(ctx, firm.admin, record=record)

    firm.admin.delete(f"/v1/records/companies/{record}", version=1)

    assert firm.admin.get("/v1/notifications").body["items"][0]["data"]["name"] is None


def test_nobody_reads_for_another(api: Api, ctx: Context, firm: Firm) -> None:
    rep = api.hire(firm, "rep")
    tell(ctx, firm.admin, record=bar(firm))

    rep.post("/v1/notifications/read", {"up_to": clock.stamp(ctx.now)})

    assert firm.admin.get("/v1/notifications").body["unread"] == 1
    assert rep.get("/v1/notifications").body == {"items": [], "next_cursor": None, "unread": 0}


def test_an_instant_that_is_none_is_refused(firm: Firm) -> None:
    answer = firm.admin.post("/v1/notifications/read", {"up_to": "2026-13-41T20:15:00Z"})

    assert answer.faults == {"up_to": "invalid"}
