"""Campaigns from outside: what the portal, or anybody with a key, does with them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from chalicelib import settings
from chalicelib.crm.marketing.mail import senders, templates
from chalicelib.engine.segments import lookup
from chalicelib.engine.segments import plans as segment_plans
from chalicelib.kernel import tenancy
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import directory, writes
from chalicelib.storage.plan import Write
from tests.builders import Api, Firm
from tests.functional.campaigns import firm as rows
from tests.world import World


def system(world: World, firm: Firm) -> Context:
    return Context(TenantId(firm.id), Actor("system", "test"), "test", datetime.now(UTC), world.ids)


def store(world: World, firm: Firm, wanted: Callable[..., list[Write]], *what: object) -> None:
    ctx = system(world, firm)
    with tenancy.entered(ctx.tenant):
        writes.execute(ctx, wanted(ctx, *what))


@pytest.fixture
def marketing(world: World, shared_api: Api) -> Firm:
    """Return a firm with a sender, a template and a segment of two people, one of whom agreed."""
    firm = shared_api.sign_up()
    ctx = system(world, firm)
    segment_plans.forget()
    with tenancy.entered(ctx.tenant):
        house = [
            directory.put(ctx, directory.mail_domain("d1"), rows._domain(ctx).item()),
            *rows._defined(ctx, senders.SENDER.name, rows.SENDER, senders.SENDER.listed, rows._sender()),
            *rows._defined(ctx, templates.TEMPLATE.name, rows.TEMPLATE, templates.TEMPLATE.listed, rows.CONTENT),
            *rows._defined(
                ctx, lookup.KIND, rows.SEGMENT, ("object", "mode"), {"object": "contacts", "mode": "static"}
            ),
            directory.put(ctx, segment_plans.SET, {"version": 1}),
            *rows.a_person(ctx, rows.person(0)),
            rows.a_person(ctx, rows.person(1))[0],
            rows.a_person(ctx, rows.person(1))[2],
        ]
        writes.execute(ctx, house)
    return firm


def severity(problem: dict[str, str]) -> str:
    return problem["severity"]


PLAN = {"segments": [rows.SEGMENT], "variants": [{"name": "A", "template": rows.TEMPLATE}]}
NEW = {"campaign": {"name": "Vendimia", "brief": "<p>El vino nuevo</p>"}, "plan": PLAN}


def test_a_campaign_is_planned_counted_launched_and_taken_back(marketing: Firm) -> None:
    dana = marketing.admin
    made = dana.post("/v1/campaigns", NEW)
    assert made.status == 201, made.raw
    path = made.headers["Location"]

    costs = [{"item": "Fotos", "amount": {"amount": "120.50", "currency": "EUR"}}]
    dana.patch(f"/v1/records/campaigns/{made.body['campaign']['id']}", {"costs": costs}, headers={"If-Match": '"1"'})
    planned = dana.patch(f"{path}/plan", {"control": 10}, headers={"If-Match": '"2"'})
    audience = dana.get(f"{path}/audience")
    launched = dana.post(f"{path}/launch", {}, headers={"If-Match": planned.headers["ETag"]})
    paused, resumed = dana.post(f"{path}/pause"), dana.post(f"{path}/resume")
    cancelled = dana.post(f"{path}/cancel")

    assert (planned.body["plan"]["control"], planned.body["campaign"]["cost"]["amount"]) == (10, "120.50")
    assert audience.body["excluded"] == [{"reason": "no_consent", "people": 1}]
    assert audience.body["recipients"] + audience.body["control"] == 1
    assert ([*map(severity, audience.body["problems"])], audience.body["is_complete"]) == (["warning"], True)
    assert launched.body["campaign"]["status"] == "scheduled", launched.raw
    assert launched.body["course"]["plan"]["variants"][0]["version"] == 1
    assert [each.body["campaign"]["status"] for each in (paused, resumed, cancelled)] == [
        "paused",
        "scheduled",
        "draft",
    ]


def test_every_number_of_the_launch_screen_opens_its_people(marketing: Firm, shared_api: Api) -> None:
    segments = {"segments": [rows.SEGMENT, rows.SEGMENT]}
    path = marketing.admin.post("/v1/campaigns", {**NEW, "plan": {**PLAN, **segments}}).headers["Location"]
    stranger = shared_api.sign_up("Aceites Lucena").admin

    def who(query: str) -> list[str]:
        found, cursor = [], ""
        while cursor is not None:
            page = marketing.admin.get(f"{path}/audience/people?limit=1&{query}{cursor}")
            assert page.status == 200, page.raw
            found += page.body["items"]
            cursor = page.body["next_cursor"] and f"&cursor={page.body['next_cursor']}"
        assert all(person["name"] for person in found)
        return [person["id"] for person in found]

    assert who("state=recipients") == [rows.person(0)]
    assert (who("state=excluded"), who("state=excluded&reason=no_consent")) == ([rows.person(1)], [rows.person(1)])
    assert (who("state=excluded&reason=bounced"), who("state=control")) == ([], [])
    refused = [
        shared_api.hire(marketing, "rep").get(f"{path}/audience/people?state=recipients").status,
        stranger.get(f"{path}/audience/people?state=recipients").status,
        marketing.admin.get(f"{path}/audience/people?state=recipients&cursor=x").status,
    ]
    assert refused == [403, 404, 422]


def test_addresses_that_reach_nobody_are_left_out_where_mail_goes_out_into_the_world(
    marketing: Firm, world: World
) -> None:
    path = marketing.admin.post("/v1/campaigns", NEW).headers["Location"]
    settings.use(replace(world.settings, reserved_names=False))
    try:
        audience = marketing.admin.get(f"{path}/audience").body
        consents = marketing.admin.get(f"/v1/records/contacts/{rows.person(0)}/consents").body
    finally:
        settings.use(world.settings)

    assert (audience["recipients"], audience["excluded"]) == (0, [{"reason": "unreachable", "people": 2}])
    assert "unreachable" in {each["reason"] for each in consents["standing"]}, consents


def test_the_same_launch_sent_twice_is_one(marketing: Firm) -> None:
    path = marketing.admin.post("/v1/campaigns", NEW).headers["Location"]
    headers = {"If-Match": '"1"', "Idempotency-Key": "launch-1"}

    first, again = (marketing.admin.post(f"{path}/launch", {}, headers=headers) for _ in range(2))

    assert (first.status, again.status) == (200, 200)
    assert first.body["course"] == again.body["course"]


def test_what_a_reader_would_stumble_over_keeps_a_campaign_from_going_and_says_where(
    marketing: Firm, world: World
) -> None:
    blocks = [
        {"id": "a", "kind": "text", "html": "<p>Hola, {{ company.name }}</p>"},
        {"id": "b", "kind": "button", "label": "Ver el vino", "url": ""},
        {"id": "c", "kind": "image", "src": "https://rios.example/vino.png", "alt": ""},
        {"id": "f", "kind": "footer"},
    ]
    broken = {**rows.CONTENT, "blocks": blocks, "preheader": "Lo nuevo"}
    store(world, marketing, rows._defined, templates.TEMPLATE.name, rows.OTHER_TEMPLATE, (), broken)
    variants = [{"name": "A", "template": rows.TEMPLATE}, {"name": "B", "template": rows.OTHER_TEMPLATE}]
    test = {"share": 20, "decide_by": "clicks", "after_hours": 4}
    made = marketing.admin.post("/v1/campaigns", {**NEW, "plan": {**PLAN, "variants": variants, "test": test}})
    path, version = made.headers["Location"], made.headers["ETag"]

    found = marketing.admin.get(f"{path}/checks").body["items"]
    refused = marketing.admin.post(f"{path}/launch", {}, headers={"If-Match": version})

    told = [(one["severity"], one["code"], one["variant"], one["template"], one["at"]) for one in found]
    error = ("error", "link_missing", "B", rows.OTHER_TEMPLATE, "blocks.1.url")
    assert told[0] == error
    assert {(code, variant, at) for _, code, variant, _, at in told[1:]} == {
        ("preheader_missing", "A", "preheader"),
        ("missing_fallback", "B", "blocks.0.html"),
        ("image_without_alt", "B", "blocks.2.alt"),
        ("link_unreachable", "A", "blocks.1.url"),
        ("link_unreachable", "B", "blocks.2.src"),
    }
    assert (refused.status, [*refused.body["problems"]]) == (422, found[:1])
    assert refused.body["errors"] == [{name: found[0][name] for name in ("field", "code", "message")}]


def test_advice_keeps_nobody_from_launching(marketing: Firm) -> None:
    made = marketing.admin.post("/v1/campaigns", NEW)
    path = made.headers["Location"]

    found = marketing.admin.get(f"{path}/checks").body["items"]
    launched = marketing.admin.post(f"{path}/launch", {}, headers={"If-Match": made.headers["ETag"]})

    assert ({*map(severity, found)}, launched.status) == ({"warning"}, 200), launched.raw


def test_a_campaign_with_nothing_in_it_says_what_is_missing_and_nobody_else_is_told(
    marketing: Firm, shared_api: Api
) -> None:
    path = marketing.admin.post("/v1/campaigns", {"campaign": {"name": "Vacía"}}).headers["Location"]

    found = marketing.admin.get(f"{path}/checks").body["items"]
    rep, stranger = shared_api.hire(marketing, "rep"), shared_api.sign_up("Aceites Lucena").admin

    assert [(one["field"], one["code"], one["variant"]) for one in found] == [
        ("segments", "required", None),
        ("variants", "required", None),
    ]
    assert [who.get(f"{path}/checks").status for who in (rep, stranger)] == [403, 404]


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        ({"segments": ["01KB2T9WM0N0SEGMENTN0SEGME"]}, "segments"),
        ({"variants": [{"name": "A", "template": "01KB2T9WM0N0TEMPRATETEMPRA"}]}, "variants"),
        ({"test": {"share": 10, "decide_by": "clicks", "after_hours": 2}}, "test"),
        ({"window": {"days": ["mo"], "from": "12:00", "to": "09:00"}}, "window"),
        ({"control": 51}, "plan.control"),
        ({"test": {"share": 10, "decide_by": "opens", "after_hours": 2}}, "plan.test.decide_by"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused_by_name(marketing: Firm, plan: dict[str, object], field: str) -> None:
    answer = marketing.admin.post("/v1/campaigns", {"campaign": {"name": "X"}, "plan": plan})

    assert (answer.status, answer.body["errors"][0]["field"]) == (422, field), answer.raw


def test_only_those_who_may_change_a_campaign_launch_it(marketing: Firm, shared_api: Api) -> None:
    path = marketing.admin.post("/v1/campaigns", NEW).headers["Location"]
    rep = shared_api.hire(marketing, "rep")
    stranger = shared_api.sign_up("Aceites Lucena").admin

    refused = rep.post(f"{path}/launch", {}, headers={"If-Match": '"1"'})
    seen = rep.get(path)
    elsewhere = [stranger.get(path), stranger.get(f"{path}/audience"), stranger.post(f"{path}/pause")]
    stale = marketing.admin.post(f"{path}/launch", {}, headers={"If-Match": '"7"'})
    bare = marketing.admin.post(f"{path}/launch", {})

    assert (refused.status, seen.status, stale.status, bare.status) == (403, 200, 412, 428)
    assert [answer.status for answer in elsewhere] == [404, 404, 404]


def test_the_status_of_what_is_mailed_is_nobodys_to_set(marketing: Firm) -> None:
    id = marketing.admin.post("/v1/campaigns", NEW).body["campaign"]["id"]

    by_mail = marketing.admin.patch(f"/v1/records/campaigns/{id}", {"status": "running"}, headers={"If-Match": '"1"'})
    fair = marketing.admin.post("/v1/records/campaigns", {"name": "Feria", "channel": "event", "status": "running"})

    assert (by_mail.status, by_mail.body["code"], fair.status) == (422, "use_launch", 201)
