"""Firms and people for tests: signed up through the public API, each with a canary that only its own data hold."""

import secrets
from dataclasses import dataclass
from typing import Any

import pytest

from tests.client import PASSWORD, Caller
from tests.watch import Watch


@dataclass(slots=True)
class Firm:
    """A tenant and those who work there. ``canary`` is part of its name, so that every leak of its data shows."""

    tenant: dict[str, Any]
    canary: str
    admin: Caller
    people: dict[str, Caller]

    @property
    def id(self) -> str:
        return str(self.tenant["id"])

    def __getitem__(self, role: str) -> Caller:
        return self.people[role]


@dataclass(slots=True)
class Api:
    """The whole API from outside: ``anonymous``, and whoever signs up or in through it."""

    watch: Watch

    @property
    def anonymous(self) -> Caller:
        return Caller(self.watch)

    def sign_up(self, company: str = "Bodegas Ríos", *, email: str | None = None, **more: Any) -> Firm:
        """Sign a new firm up and its first user in."""
        canary = secrets.token_hex(8)
        email = email or f"ana.{canary}@rios.example"
        request = {
            "company": f"{company} {canary}",
            "email": email,
            "password": PASSWORD,
            "locale": "es",
            "timezone": "Europe/Madrid",
            "currency": "EUR",
            **more,
        }
        answer = self.anonymous.post("/v1/signup", request)
        assert answer.status == 201, answer.raw
        tenant = answer.body["tenant"]
        self.watch.canaries[tenant["id"]] = canary
        admin = self.sign_in(email, tenant=tenant["id"])
        return Firm(tenant, canary, admin, {"admin": admin})

    def sign_in(self, email: str, password: str = PASSWORD, *, tenant: str) -> Caller:
        """Sign somebody in who has an account."""
        answer = self.anonymous.post("/v1/session", {"email": email, "password": password})
        assert answer.status == 200, answer.raw
        caller = Caller(self.watch, token=answer.body["access_token"], tenant=tenant)
        caller.refresh_cookie = answer.cookies[0].partition(";")[0].partition("=")[2]
        caller.user = caller.get("/v1/me").body["user"]
        return caller

    def guest(self, firm: Firm) -> Caller:
        """Return somebody without an account to whom this firm's data may be shown, such as one it has invited."""
        return Caller(self.watch, tenant=firm.id)

    def guest_of(self, person: Caller) -> Caller:
        """Return somebody who has not signed in, where this person's firm may answer."""
        return Caller(self.watch, tenant=person.tenant)

    def hire(self, firm: Firm, role: str, *, email: str | None = None) -> Caller:
        """Invite a user of ``role`` into the firm, accept the invitation, and sign in."""
        email = email or f"{role}.{firm.canary}@rios.example"
        invited = firm.admin.post("/v1/invitations", {"email": email, "role": role})
        assert invited.status == 201, invited.raw
        code = invitation_code(self.watch, invited.body["id"])
        accepted = self.guest(firm).post(
            "/v1/invitations/accept", {"code": code, "email": email, "password": PASSWORD, "name": role.title()}
        )
        assert accepted.status == 201, accepted.raw
        caller = self.sign_in(email, tenant=firm.id)
        firm.people[role] = caller
        return caller

    def key(self, firm: Firm, *scopes: str, expires_at: str) -> Caller:
        """Return a caller with an API key of the firm."""
        answer = firm.admin.post("/v1/api-keys", {"name": "ERP", "scopes": list(scopes), "expires_at": expires_at})
        assert answer.status == 201, answer.raw
        return Caller(self.watch, token=answer.body["secret"], tenant=firm.id)


def invitation_code(watch: Watch, invitation: str) -> str:
    """Return the code that was planned to be mailed for an invitation: as its recipient would read it."""
    for call in reversed(watch.calls):
        for item in items_put(call.parameters):
            if item.get("sk", {}).get("S") == invitation and "data" in item:
                return str(item["data"]["M"]["code"]["S"])
    raise AssertionError(f"no mail was planned for {invitation}")


def mailed(watch: Watch, kind: str) -> dict[str, str]:
    """Return what the latest planned mail of a kind says, as its recipient would read it."""
    for call in reversed(watch.calls):
        for item in items_put(call.parameters):
            if item.get("kind", {}).get("S") == kind and "data" in item:
                data = item["data"]["M"]
                return {
                    "to": item["to"]["S"],
                    **{name: str(next(iter(value.values()))) for name, value in data.items()},
                }
    raise AssertionError(f"no {kind} was planned")


def items_put(parameters: dict[str, Any]) -> list[dict[str, Any]]:
    writes = [write for action in parameters.get("TransactItems", []) for write in action.values()]
    return [write["Item"] for write in [*writes, parameters] if "Item" in write]


def as_user(*kinds: str) -> pytest.MarkDecorator:
    """Run the test once for each kind of caller: anonymous, admin, manager, rep, viewer, other_tenant."""
    return pytest.mark.parametrize("caller", kinds, indirect=True)


def caller_called(api: Api, kind: str) -> Caller:
    """Return a caller of that kind; every one but ``anonymous`` belongs to a firm of its own."""
    if kind == "anonymous":
        return api.anonymous
    if kind in ("admin", "other_tenant"):
        return api.sign_up("Aceites Lucena").admin
    return api.hire(api.sign_up("Aceites Lucena"), kind)
