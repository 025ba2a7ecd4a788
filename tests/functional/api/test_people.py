"""Inviting, promoting, leaving: what an administrator does with people, and what becomes of their work."""

from datetime import timedelta

import pytest

from chalicelib.crm.admin import mails
from chalicelib.engine import outbox
from chalicelib.kernel import clock
from chalicelib.storage import guard
from tests.builders import Api, Firm, as_user, invitation_code
from tests.client import PASSWORD, Caller
from tests.functional.work.workshop import Workshop
from tests.world import World


def test_an_invited_colleague_enters_with_the_mailed_code(api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep", email="Lucia@rios.example")

    assert rep.user.items() >= {"email": "Lucia@rios.example", "role": "rep", "status": "active"}.items()
    assert rep.get("/v1/me").body["tenant"]["id"] == firm.id
    assert firm.admin.get("/v1/invitations").body["items"] == []
    assert [user["email"] for user in firm.admin.get("/v1/users").body["items"]] == [
        firm.admin.user["email"],
        "Lucia@rios.example",
    ]


def test_the_code_is_mailed_and_never_shown_or_stored(api: Api, firm: Firm) -> None:
    answer = firm.admin.post("/v1/invitations", {"email": "lucia@rios.example", "role": "rep"})

    code = invitation_code(api.watch, answer.body["id"])
    assert len(code) >= 8
    assert code not in answer.raw
    assert code not in firm.admin.get("/v1/invitations").raw
    rows = [call.parameters for call in api.watch.calls if call.operation in ("PutItem", "TransactWriteItems")]
    stored = [str(row) for row in rows if code in str(row)]
    assert all("deliveries" in row for row in stored)


@pytest.mark.parametrize("wrong", ["code", "email"])
def test_a_code_opens_nothing_for_somebody_else(api: Api, firm: Firm, wrong: str) -> None:
    invited = firm.admin.post("/v1/invitations", {"email": "lucia@rios.example", "role": "rep"})
    right = {"code": invitation_code(api.watch, invited.body["id"]), "email": "lucia@rios.example"}
    other = {"code": "A" * 43, "email": "mallory@rios.example"}

    answer = api.guest(firm).post(
        "/v1/invitations/accept", {**right, wrong: other[wrong], "password": PASSWORD, "name": "Lucía"}
    )

    assert (answer.status, answer.code) == (404, "invitation_not_good")


def test_a_code_opens_once(api: Api, firm: Firm) -> None:
    invited = firm.admin.post("/v1/invitations", {"email": "lucia@rios.example", "role": "rep"})
    code = invitation_code(api.watch, invited.body["id"])
    request = {"code": code, "email": "lucia@rios.example", "password": PASSWORD, "name": "Lucía"}

    first = api.guest(firm).post("/v1/invitations/accept", request)
    second = api.guest(firm).post("/v1/invitations/accept", {**request, "password": "another password"})

    assert (first.status, second.status) == (201, 404)


def test_a_revoked_invitation_opens_nothing(api: Api, firm: Firm) -> None:
    invited = firm.admin.post("/v1/invitations", {"email": "lucia@rios.example", "role": "rep"})
    code = invitation_code(api.watch, invited.body["id"])

    assert firm.admin.delete(f"/v1/invitations/{invited.body['id']}").status == 204

    request = {"code": code, "email": "lucia@rios.example", "password": PASSWORD, "name": "Lucía"}
    assert api.guest(firm).post("/v1/invitations/accept", request).status == 404
    assert firm.admin.delete(f"/v1/invitations/{invited.body['id']}").status == 404


def test_an_invitation_lasts_a_week(api: Api, firm: Firm, world: World) -> None:
    invited = firm.admin.post("/v1/invitations", {"email": "lucia@rios.example", "role": "rep"})
    code = invitation_code(api.watch, invited.body["id"])
    world.pass_time(days=7, seconds=1)

    request = {"code": code, "email": "lucia@rios.example", "password": PASSWORD, "name": "Lucía"}
    assert api.guest(firm).post("/v1/invitations/accept", request).status == 404


@pytest.mark.parametrize("is_kept", [True, False])
def test_somebody_is_invited_into_a_team(api: Api, firm: Firm, is_kept: bool) -> None:
    team = firm.admin.post("/v1/teams", {"name": "Toledo"}).body
    invited = firm.admin.post(
        "/v1/invitations", {"email": "lucia@rios.example", "role": "rep", "team": team["id"]}
    ).body
    if not is_kept:
        assert firm.admin.delete(f"/v1/teams/{team['id']}").status == 204

    request = {"code": invitation_code(api.watch, invited["id"]), "email": "lucia@rios.example"}
    answer = api.guest(firm).post("/v1/invitations/accept", {**request, "password": PASSWORD, "name": "Lucía"})

    assert invited["team"] == team["id"]
    assert answer.body["user"]["team"] == (team["id"] if is_kept else None)


def test_nobody_is_invited_into_a_team_that_is_not_there(api: Api, firm: Firm) -> None:
    unknown = {"email": "lucia@rios.example", "role": "rep", "team": firm.admin.user["id"]}

    answer = firm.admin.post("/v1/invitations", unknown)

    assert (answer.status, answer.body["errors"][0]["code"]) == (422, "unknown_team")


def test_inviting_twice_with_one_key_is_inviting_once(api: Api, firm: Firm) -> None:
    request, key = {"email": "lucia@rios.example", "role": "rep"}, {"Idempotency-Key": "lucia-1"}

    first = firm.admin.post("/v1/invitations", request, headers=key)
    second = firm.admin.post("/v1/invitations", request, headers=key)
    other = firm.admin.post("/v1/invitations", {**request, "role": "admin"}, headers=key)

    assert (first.status, second.status, first.body) == (201, 201, second.body)
    assert (other.status, other.code) == (422, "idempotency_key_reused")
    assert len(firm.admin.get("/v1/invitations").body["items"]) == 1


def test_inviting_says_nothing_about_accounts_elsewhere(api: Api, firm: Firm) -> None:
    stranger = api.sign_up("Aceites Lucena", email="lucena@lucena.example").admin.user["email"]

    invited = firm.admin.post("/v1/invitations", {"email": stranger, "role": "rep"})

    assert invited.status == 201
    code = invitation_code(api.watch, invited.body["id"])
    request = {"code": code, "email": stranger, "password": PASSWORD, "name": "Lucía"}
    answer = api.guest(firm).post("/v1/invitations/accept", request)
    assert (answer.status, answer.code) == (409, "email_taken")


def test_somebody_who_works_here_is_not_invited_again(firm: Firm) -> None:
    answer = firm.admin.post("/v1/invitations", {"email": firm.admin.user["email"].upper(), "role": "rep"})

    assert (answer.status, answer.code) == (409, "already_a_user")


@as_user("manager", "rep", "viewer")
def test_only_an_administrator_manages_people(caller: Caller) -> None:
    me = caller.user["id"]

    assert caller.post("/v1/invitations", {"email": "x@rios.example", "role": "admin"}).status == 403
    assert caller.patch(f"/v1/users/{me}", {"role": "admin"}).status == 403
    assert caller.post(f"/v1/users/{me}/deactivate", {}).status == 403
    assert caller.get("/v1/invitations").status == 403
    assert caller.get("/v1/users").status == 200


def test_a_promotion_counts_within_a_minute(api: Api, firm: Firm, world: World) -> None:
    viewer = api.hire(firm, "viewer")
    assert viewer.post("/v1/records/companies", {"name": "Bar Pepe"}).status == 403

    promoted = firm.admin.patch(f"/v1/users/{viewer.user['id']}", {"role": "manager"})

    assert promoted.body["role"] == "manager"
    world.pass_time(seconds=60)
    assert viewer.post("/v1/records/companies", {"name": "Bar Pepe"}).status == 201


def test_the_last_administrator_stays_one(api: Api, firm: Firm) -> None:
    me = firm.admin.user["id"]
    refused = firm.admin.patch(f"/v1/users/{me}", {"role": "rep"})

    assert (refused.status, refused.code) == (409, "last_administrator")
    api.hire(firm, "admin", email=f"second.{firm.canary}@rios.example")
    assert firm.admin.patch(f"/v1/users/{me}", {"role": "rep"}).status == 200


def test_nobody_deactivates_themselves(firm: Firm) -> None:
    answer = firm.admin.post(f"/v1/users/{firm.admin.user['id']}/deactivate", {})

    assert (answer.status, answer.code) == (409, "own_account")


def test_leaving_ends_the_sessions_within_a_minute(api: Api, firm: Firm, world: World) -> None:
    rep = api.hire(firm, "rep")
    assert rep.get("/v1/me").status == 200

    left = firm.admin.post(f"/v1/users/{rep.user['id']}/deactivate", {})

    assert (left.status, left.body["status"]) == (200, "inactive")
    world.pass_time(seconds=60)
    assert rep.get("/v1/me").status == 401
    signing_in = api.anonymous.post("/v1/session", {"email": rep.user["email"], "password": PASSWORD})
    assert (signing_in.status, signing_in.code) == (401, "bad_credentials")


def test_open_work_asks_for_an_heir_who_then_has_it(api: Api, firm: Firm, world: World) -> None:
    rep, manager = api.hire(firm, "rep"), api.hire(firm, "manager")
    deal = rep.post("/v1/records/deals", {"name": "Vino para el Retiro"}).body
    task = rep.post("/v1/records/tasks", {"subject": "Llamar"}).body
    finished = rep.post("/v1/records/tasks", {"subject": "Hecho", "status": "done"}).body

    asked = firm.admin.post(f"/v1/users/{rep.user['id']}/deactivate", {})

    assert (asked.status, asked.code) == (409, "heir_required")
    assert asked.body["open_work"] == {"deals": 1, "tasks": 1, "leads": 0}
    assert rep.get("/v1/me").status == 200

    left = firm.admin.post(f"/v1/users/{rep.user['id']}/deactivate", {"heir_id": manager.user["id"]})

    assert left.status == 200
    shop = Workshop(world, firm.admin)
    shop.work()
    assert shop.read(left.body["transfer_job"])["result"]["counts"]["changed"] == 2
    owners = [
        firm.admin.get(f"/v1/records/{plural}/{record['id']}").body["owner"]
        for plural, record in (("deals", deal), ("tasks", task), ("tasks", finished))
    ]
    assert owners == [manager.user["id"], manager.user["id"], rep.user["id"]]


def test_everything_somebody_has_is_given_to_another_and_back(api: Api, firm: Firm, world: World) -> None:
    rep, shop = api.hire(firm, "rep"), Workshop(world, firm.admin)
    company = rep.post("/v1/records/companies", {"name": "Bodega"}).body
    finished = rep.post("/v1/records/tasks", {"subject": "Hecho", "status": "done"}).body
    places = [f"/v1/records/companies/{company['id']}", f"/v1/records/tasks/{finished['id']}"]
    asked = {"to": firm.admin.user["id"], "everything": True}

    job = shop.done(f"/v1/users/{rep.user['id']}/transfer", asked)
    given = [firm.admin.get(place).body["owner"] for place in places]
    shop.done(f"/v1/jobs/{job['id']}/undo")

    assert (job["kind"], job["state"], given) == ("transfer", "done", [firm.admin.user["id"]] * 2)
    assert [firm.admin.get(place).body["owner"] for place in places] == [rep.user["id"]] * 2


def test_an_heir_is_an_active_colleague(api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")
    stranger = api.sign_up("Aceites Lucena").admin.user["id"]

    for heir in (rep.user["id"], stranger, "01ARZ3NDEKTSV4RRFFQ69G5FAV"):
        answer = firm.admin.post(f"/v1/users/{rep.user['id']}/deactivate", {"heir_id": heir})
        assert answer.faults == {"heir_id": "not_an_active_user"}


def test_somebody_may_come_back_but_not_with_an_old_session(api: Api, firm: Firm, world: World) -> None:
    rep = api.hire(firm, "rep")
    world.pass_time(seconds=2)
    firm.admin.post(f"/v1/users/{rep.user['id']}/deactivate", {})
    back = firm.admin.post(f"/v1/users/{rep.user['id']}/activate")

    assert back.body["status"] == "active"
    world.pass_time(seconds=60)
    assert rep.get("/v1/me").status == 401
    world.ahead = timedelta()


def test_a_key_works_within_its_scopes(api: Api, firm: Firm, world: World) -> None:
    erp = api.key(firm, "companies:read", "contacts:write", expires_at=clock.stamp(world.now + timedelta(days=30)))

    assert erp.get("/v1/records/companies").status == 200
    assert erp.post("/v1/records/companies/query", {}).status == 200
    assert erp.post("/v1/records/contacts", {"first_name": "Marta"}).status == 201
    assert erp.post("/v1/records/companies", {"name": "Bar Pepe"}).code == "scope_missing"
    assert erp.get("/v1/records/contacts").code == "scope_missing"
    assert erp.get("/v1/me").code == "scope_missing"
    assert erp.get("/v1/api-keys").code == "scope_missing"


def test_a_keys_secret_is_shown_once_and_stored_as_a_hash(api: Api, firm: Firm, world: World) -> None:
    expires_at = clock.stamp(world.now + timedelta(days=30))
    made = firm.admin.post("/v1/api-keys", {"name": "ERP", "scopes": ["read"], "expires_at": expires_at})

    secret = made.body["secret"]
    assert secret.startswith(f"crm_{made.body['id']}_")
    listed = firm.admin.get("/v1/api-keys")
    assert [key["name"] for key in listed.body["items"]] == ["ERP"]
    assert secret not in listed.raw
    assert not any(secret in str(call.parameters) for call in api.watch.calls)


def test_a_revoked_key_is_refused_within_a_minute(api: Api, firm: Firm, world: World) -> None:
    erp = api.key(firm, "read", expires_at=clock.stamp(world.now + timedelta(days=30)))
    assert erp.get("/v1/records/companies").status == 200
    key = firm.admin.get("/v1/api-keys").body["items"][0]

    assert firm.admin.delete(f"/v1/api-keys/{key['id']}").status == 204

    world.pass_time(seconds=60)
    assert erp.get("/v1/records/companies").status == 401


def test_a_key_ends_on_its_day(api: Api, firm: Firm, world: World) -> None:
    erp = api.key(firm, "read", expires_at=clock.stamp(world.now + timedelta(seconds=30)))
    assert erp.get("/v1/records/companies").status == 200

    world.pass_time(seconds=31)

    assert erp.get("/v1/records/companies").status == 401


def test_a_keys_use_is_noted_at_most_hourly(api: Api, firm: Firm, world: World) -> None:
    erp = api.key(firm, "read", expires_at=clock.stamp(world.now + timedelta(days=30)))

    def noted() -> int:
        with api.watch.during() as calls:
            assert erp.get("/v1/records/companies").status == 200
        return sum(call.operation == "UpdateItem" for call in calls)

    uses = [noted(), noted()]
    world.pass_time(hours=1)
    uses.append(noted())

    assert uses == [1, 0, 1]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("scopes", ["unicorns:read"]),
        ("scopes", []),
        ("scopes", ["*"]),
        ("expires_at", "2020-01-01T00:00:00Z"),
        ("expires_at", "2999-01-01T00:00:00Z"),
        ("expires_at", "2026-13-45T99:99:99Z"),
        ("name", ""),
    ],
)
def test_a_key_that_will_not_do_is_refused(firm: Firm, world: World, field: str, value: object) -> None:
    good = {"name": "ERP", "scopes": ["read"], "expires_at": clock.stamp(world.now + timedelta(days=30))}

    answer = firm.admin.post("/v1/api-keys", {**good, field: value})

    assert answer.status == 422
    assert {name.partition(".")[0] for name in answer.faults} == {field}


def test_an_invitation_that_was_taken_back_is_not_sent(api: Api, firm: Firm, world: World) -> None:
    invited = firm.admin.post("/v1/invitations", {"email": "lucia@rios.example", "role": "rep"}).body["id"]
    ctx = world.ctx(firm.id)  # type: ignore[arg-type]

    with guard.entered(ctx.tenant):
        delivery = outbox.load(ctx, run="invitations", recipient=invited)
        assert delivery is not None
        before = mails.withdrawn(ctx, delivery)
        firm.admin.delete(f"/v1/invitations/{invited}")
        after = mails.withdrawn(ctx, delivery)

    assert (before, after) == (None, "withdrawn")
