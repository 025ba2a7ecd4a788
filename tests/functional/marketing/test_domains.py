"""Domains that a firm sends from: proven by what is published, looked at again every day."""

from datetime import timedelta
from typing import Any

from chalicelib import wiring
from chalicelib.crm.marketing.mail import domains
from chalicelib.engine import firing
from chalicelib.engine.timers import Timer
from chalicelib.kernel import clock
from chalicelib.storage import guard, timers, writes
from infra.local.names import Zone
from tests.builders import Api, Firm
from tests.client import Caller
from tests.fake_identities import FakeIdentities
from tests.world import World

NAME = "bodegasrios.example"


def added(firm: Firm, name: str = NAME) -> dict[str, Any]:
    answer = firm.admin.post("/v1/domains", {"name": name})
    assert answer.status == 201, answer.raw
    domain: dict[str, Any] = answer.body
    return domain


def publish(zone: Zone, domain: dict[str, Any], *purposes: str) -> None:
    for record in domain["records"]:
        if not purposes or record["purpose"] in purposes:
            zone.publish(record["name"], record["type"], record["value"])


def verified(firm: Firm, zone: Zone, name: str = NAME) -> dict[str, Any]:
    domain = added(firm, name)
    publish(zone, domain)
    checked = firm.admin.post(f"/v1/domains/{domain['id']}/check")
    assert checked.body["state"] == "verified", checked.raw
    body: dict[str, Any] = checked.body
    return body


def states(domain: dict[str, Any]) -> dict[str, str]:
    return {record["purpose"]: record["state"] for record in domain["records"]}


def a_day_later(world: World, firm: Firm, *, days: int = 1) -> None:
    for _ in range(days):
        world.pass_time(days=1, minutes=1)
        ctx = world.ctx(firm.id, now=world.now)  # type: ignore[arg-type]
        with guard.entered(ctx.tenant):
            firing.fire_due(ctx, handlers=wiring.TIMER_KINDS, remaining=lambda: timedelta(minutes=1))


def test_a_new_domain_says_what_to_publish(firm: Firm, identities: FakeIdentities) -> None:
    domain = added(firm)

    assert domain["state"] == "pending"
    assert [(record["purpose"], record["type"], record["required"]) for record in domain["records"]] == [
        ("ownership", "TXT", True),
        *[("dkim", "CNAME", True)] * 3,
        ("dmarc", "TXT", True),
        ("return_path", "MX", False),
        ("spf", "TXT", False),
    ]
    assert domain["records"][0]["name"] == f"_tendero.{NAME}"
    assert domain["records"][1]["value"].endswith(".dkim.amazonses.com")
    assert {record["state"] for record in domain["records"]} == {"unchecked"}


def test_a_domain_is_verified_when_all_that_is_demanded_is_published(
    firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    domain = added(firm)
    publish(zone, domain, "dkim", "dmarc")

    early = firm.admin.post(f"/v1/domains/{domain['id']}/check").body
    publish(zone, domain, "ownership")
    done = firm.admin.post(f"/v1/domains/{domain['id']}/check").body

    assert early["state"] == "pending"
    assert states(early) == {
        "ownership": "missing",
        "dkim": "found",
        "dmarc": "found",
        "return_path": "missing",
        "spf": "missing",
    }
    assert done["state"] == "verified"
    assert done["verified_at"]
    assert firm.admin.get("/v1/domains").body["items"] == [done]
    assert firm.admin.get(f"/v1/domains/{domain['id']}").body == done


def test_what_is_published_wrongly_is_shown(firm: Firm, zone: Zone, identities: FakeIdentities) -> None:
    domain = added(firm)
    publish(zone, domain, "dkim")
    zone.publish(f"_dmarc.{NAME}", "TXT", "v=DMARC1; p=whatever")
    zone.publish(f"_tendero.{NAME}", "TXT", "tendero-domain-verification=of-somebody-else")
    zone.publish(f"_tendero.{NAME}", "TXT", "google-site-verification=1")

    found = firm.admin.post(f"/v1/domains/{domain['id']}/check").body

    assert found["state"] == "pending"
    shown = {record["purpose"]: (record["state"], record["found"]) for record in found["records"]}
    assert shown["dmarc"] == ("different", ["v=DMARC1; p=whatever"])
    assert shown["ownership"] == ("different", ["tendero-domain-verification=of-somebody-else"])


def test_the_policy_of_the_domain_above_counts(firm: Firm, zone: Zone, identities: FakeIdentities) -> None:
    domain = added(firm, f"news.{NAME}")
    publish(zone, domain, "ownership", "dkim")
    zone.publish(f"_dmarc.{NAME}", "TXT", "v=DMARC1; p=reject; rua=mailto:d@rios.example")

    assert firm.admin.post(f"/v1/domains/{domain['id']}/check").body["state"] == "verified"


def test_what_one_firm_has_published_proves_nothing_for_another(
    api: Api, firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    verified(firm, zone)
    stranger = api.sign_up("Suplantadores")

    theirs = added(stranger)
    checked = stranger.admin.post(f"/v1/domains/{theirs['id']}/check").body

    assert theirs["records"][0]["value"] != firm.admin.get("/v1/domains").body["items"][0]["records"][0]["value"]
    assert checked["state"] == "pending"
    assert states(checked)["dkim"] == "found"
    assert states(checked)["ownership"] == "different"


def test_ses_has_the_last_word(firm: Firm, zone: Zone, identities: FakeIdentities) -> None:
    domain = added(firm)
    publish(zone, domain)
    identities.is_down = True

    unheard = firm.admin.post(f"/v1/domains/{domain['id']}/check").body
    identities.is_down = False
    heard = firm.admin.post(f"/v1/domains/{domain['id']}/check").body

    assert (unheard["state"], heard["state"]) == ("pending", "verified")


def test_a_silent_resolver_ends_nothing(world: World, firm: Firm, zone: Zone, identities: FakeIdentities) -> None:
    domain = verified(firm, zone)
    zone.is_silent = True

    found = firm.admin.post(f"/v1/domains/{domain['id']}/check").body

    assert found["state"] == "verified"
    assert found["failing_since"] is None
    assert set(states(found).values()) == {"unanswered"}


def machine(api: Api, world: World, firm: Firm) -> Caller:
    """Return a reader whose key outlives the days that pass."""
    return api.key(firm, "read", expires_at=f"{world.now + timedelta(days=60):%Y-%m-%dT%H:%M:%SZ}")


def test_a_verified_domain_is_looked_at_daily_and_forgiven_for_three_days(
    api: Api, world: World, firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    domain = verified(firm, zone)
    reader, path = machine(api, world, firm), f"/v1/domains/{domain['id']}"
    zone.withdraw(f"_tendero.{NAME}", "TXT")

    a_day_later(world, firm)
    first = reader.get(path).body
    a_day_later(world, firm, days=2)
    third = reader.get(path).body
    a_day_later(world, firm)
    fourth = reader.get(path).body

    assert (first["state"], third["state"], fourth["state"]) == ("verified", "verified", "pending")
    assert first["failing_since"] == third["failing_since"] == first["checked_at"]
    assert fourth["failing_since"] is None


def test_a_record_that_comes_back_in_time_changes_nothing(
    api: Api, world: World, firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    domain = verified(firm, zone)
    reader = machine(api, world, firm)
    zone.withdraw(f"_dmarc.{NAME}", "TXT")
    a_day_later(world, firm)
    publish(zone, domain)
    a_day_later(world, firm)

    found = reader.get(f"/v1/domains/{domain['id']}").body

    assert (found["state"], found["failing_since"]) == ("verified", None)
    assert found["verified_at"] == domain["verified_at"]


def test_a_look_between_two_others_does_not_end_the_daily_one(
    api: Api, world: World, firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    domain = verified(firm, zone)
    ctx = world.ctx(firm.id, now=world.now + timedelta(days=1, minutes=1))  # type: ignore[arg-type]
    with guard.entered(ctx.tenant):
        (row,) = timers.due(ctx, now=clock.stamp(ctx.now), limit=5)
        daily = domains.look_again(ctx, Timer(row.id, row.kind, clock.parse(row.due), row.data))
        firm.admin.post(f"/v1/domains/{domain['id']}/check")

        writes.execute(ctx, daily)

        assert [clock.parse(timer.due) > ctx.now for timer in timers.due(ctx, now="9", limit=5)][-1]


def test_a_domain_is_added_once(firm: Firm, identities: FakeIdentities) -> None:
    first, again = added(firm), added(firm, f"  {NAME.upper()}. ")

    assert first == again
    assert len(firm.admin.get("/v1/domains").body["items"]) == 1


def test_a_deleted_domain_is_gone_with_its_timer(world: World, firm: Firm, identities: FakeIdentities) -> None:
    domain = added(firm)

    assert firm.admin.delete(f"/v1/domains/{domain['id']}").status == 204

    assert firm.admin.get(f"/v1/domains/{domain['id']}").status == 404
    ctx = world.ctx(firm.id)  # type: ignore[arg-type]
    with guard.entered(ctx.tenant):
        assert timers.earliest(ctx) is None


NO_DOMAINS = (
    *("localhost", "rios", "127.0.0.1", "a.local", "instance-data.ec2.internal", "rios..example", "-a.example"),
    *("a b.es", "rios.example/x", "x" * 250 + ".es", "1.168.192.in-addr.arpa", "a\u0000.es", "http://rios.es"),
    *("ana@rios.es", "rios.es:53", "_dmarc.rios.es", "[::1]", "．．.es"),
)


def test_what_is_no_domain_is_refused(firm: Firm, identities: FakeIdentities) -> None:
    answers = {name: firm.admin.post("/v1/domains", {"name": name}) for name in NO_DOMAINS}

    assert {name for name, answer in answers.items() if answer.faults != {"name": "not_a_domain"}} == {
        name for name in NO_DOMAINS if len(name) > 253
    }
    assert {answer.status for answer in answers.values()} == {422}
    assert identities.known == {}


def test_a_domain_with_an_accent_is_known_by_its_ascii_name(firm: Firm, identities: FakeIdentities) -> None:
    assert added(firm, "Peñíscola.example")["name"] == "xn--pescola-8ya9a.example"


def test_only_who_manages_the_firm_changes_its_domains(api: Api, firm: Firm, identities: FakeIdentities) -> None:
    domain = added(firm)
    rep, viewer = api.hire(firm, "rep"), api.hire(firm, "viewer")

    def refused(caller: Caller) -> list[int]:
        return [
            caller.post("/v1/domains", {"name": "other.example"}).status,
            caller.post(f"/v1/domains/{domain['id']}/check").status,
            caller.delete(f"/v1/domains/{domain['id']}").status,
        ]

    assert rep.get("/v1/domains").status == viewer.get("/v1/domains").status == 200
    assert refused(rep) == refused(viewer) == [403, 403, 403]


def test_a_domain_of_another_firm_is_not_there(api: Api, firm: Firm, identities: FakeIdentities) -> None:
    domain = added(firm)
    stranger = api.sign_up("Curiosos").admin

    answers = [
        stranger.get(f"/v1/domains/{domain['id']}"),
        stranger.post(f"/v1/domains/{domain['id']}/check"),
        stranger.delete(f"/v1/domains/{domain['id']}"),
    ]

    assert [answer.status for answer in answers] == [404, 404, 404]


def test_ses_out_of_order_is_said_and_nothing_is_stored(firm: Firm, identities: FakeIdentities) -> None:
    identities.is_down = True

    answer = firm.admin.post("/v1/domains", {"name": NAME})

    assert (answer.status, answer.code) == (503, "unavailable")
    assert firm.admin.get("/v1/domains").body["items"] == []
