"""How much one firm, and one address that has not signed in, may ask in a minute."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from chalicelib import settings
from chalicelib.api.limits import Limiter
from chalicelib.kernel.errors import TooManyRequests, Unavailable
from chalicelib.storage import permits
from tests.builders import Api, Firm
from tests.world import World

LIMIT = 40


@pytest.fixture
def limited(world: World, firm: Firm) -> Iterator[None]:
    """Let the world be one in which little may be asked; the firm was there before."""
    settings.use(replace(world.settings, tenant_requests_a_minute=LIMIT, address_requests_a_minute=5))
    world.ahead += world.now.replace(second=1, microsecond=0) - world.now
    yield
    settings.use(world.settings)


@pytest.mark.usefixtures("limited")
def test_a_firm_gets_exactly_its_share_of_a_minute(firm: Firm, world: World) -> None:
    answers = [firm.admin.get("/v1/me").status for _ in range(LIMIT)]
    refused = firm.admin.get("/v1/me")
    world.pass_time(seconds=60)

    assert answers == [200] * LIMIT
    assert (refused.status, refused.code) == (429, "too_many_requests")
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert firm.admin.get("/v1/me").status == 200


@pytest.mark.usefixtures("limited")
def test_a_firm_does_not_pay_for_another(api: Api, firm: Firm, world: World) -> None:
    settings.use(replace(settings.current(), address_requests_a_minute=0))
    other = api.sign_up("Aceites Lucena")
    for _ in range(LIMIT + 1):
        firm.admin.get("/v1/me")

    assert firm.admin.get("/v1/me").status == 429
    assert other.admin.get("/v1/me").status == 200


@pytest.mark.usefixtures("limited")
def test_an_address_that_has_not_signed_in_gets_less(api: Api, firm: Firm) -> None:
    wrong = {"email": "nobody@rios.example", "password": "a wrong guess"}
    answers = [api.anonymous.post("/v1/session", wrong).status for _ in range(5)]
    refused = api.anonymous.post("/v1/session", wrong)
    elsewhere = api.anonymous
    elsewhere.address = "198.51.100.9"

    assert answers == [401] * 5
    assert refused.status == 429
    assert elsewhere.post("/v1/session", wrong).status == 401


@pytest.mark.usefixtures("limited")
def test_whom_cloudfront_saw_is_whose_share_it_is(api: Api) -> None:
    wrong = {"email": "nobody@rios.example", "password": "a wrong guess"}
    edge = api.anonymous
    for _ in range(5):
        edge.post("/v1/session", wrong, headers={"X-Forwarded-For": f"192.0.2.1, {edge.address}"})

    first = edge.post("/v1/session", wrong, headers={"X-Forwarded-For": f"192.0.2.1, {edge.address}"})
    second = edge.post("/v1/session", wrong, headers={"X-Forwarded-For": f"192.0.2.2, {edge.address}"})

    assert (first.status, second.status) == (429, 401)


@pytest.mark.usefixtures("limited")
def test_a_share_costs_one_write_for_many_requests(api: Api, firm: Firm, world: World) -> None:
    settings.use(replace(settings.current(), tenant_requests_a_minute=2000))
    with api.watch.during() as calls:
        for _ in range(100):
            firm.admin.get("/v1/currencies")

    assert len([call for call in calls if "permits#" in str(call.parameters)]) == 1


def test_a_counter_that_does_not_answer_stops_nobody(world: World) -> None:
    def silent(minute: int, wanted: int) -> int:
        raise Unavailable("the store is busy; repeat the request")

    Limiter().spend("a firm", now=world.now, limit=10, share=1, grant=silent)


def test_sixty_four_containers_that_race_pass_no_more_than_the_limit(cloud_world: World) -> None:
    ctx = cloud_world.ctx()
    limit, each = 1000, 25

    def grant(minute: int, wanted: int) -> int:
        from chalicelib.storage import guard

        with guard.entered(ctx.tenant):
            return permits.grant_tenant(ctx, minute=minute, wanted=wanted)

    def container(_: int) -> int:
        limiter, passed = Limiter(), 0
        for _ in range(each):
            try:
                limiter.spend(ctx.tenant, now=ctx.now, limit=limit, share=5, grant=grant)
            except TooManyRequests:
                continue
            passed += 1
        return passed

    with ThreadPoolExecutor(16) as pool:
        passed = sum(pool.map(container, range(64)))

    assert passed == limit
