"""Whose credentials sign a call, how often it is tried, and how its answer is read."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from botocore.awsrequest import AWSResponse
from botocore.credentials import Credentials, ReadOnlyCredentials
from botocore.parsers import JSONParser
from botocore.session import get_session

from chalicelib import settings
from chalicelib.kernel import clock
from chalicelib.kernel.errors import Unavailable
from chalicelib.kernel.ids import TenantId
from chalicelib.settings import Settings
from chalicelib.storage import connection, directory, guard, system, writes
from chalicelib.storage.connection import TenantCredentials
from chalicelib.storage.guard import TenancyViolation

SOL, LUNA = TenantId("sol" + "a" * 17), TenantId("luna" + "a" * 16)
ROLE = "arn:aws:iam::123456789012:role/tendero-tenant"


@pytest.fixture
def roles():
    """Return the tenants for whom a role was assumed, in order."""
    settings.use(Settings(tenant_role_arn=ROLE))
    yield []
    settings.reset()


def credentials(roles, *, lasting=timedelta(hours=1)):
    def assume(tenant):
        roles.append(tenant)
        return ReadOnlyCredentials(tenant, "secret", "session", None), clock.system_now() + lasting

    return TenantCredentials(Credentials("own", "secret"), assume)


def signer(chosen):
    return chosen.get_frozen_credentials().access_key


def test_each_tenant_signs_with_its_own_role_assumed_once(roles):
    chosen = credentials(roles)

    signed = []
    for tenant in (SOL, LUNA, SOL, LUNA):
        with guard.entered(tenant):
            signed.append(signer(chosen))

    assert signed == [SOL, LUNA, SOL, LUNA]
    assert roles == [SOL, LUNA]


def test_a_role_is_renewed_before_it_expires(roles):
    chosen = credentials(roles, lasting=timedelta(minutes=4))

    with guard.entered(SOL):
        signer(chosen)
        signer(chosen)

    assert roles == [SOL, SOL]


def test_the_functions_own_role_signs_system_calls(roles):
    with guard.entered(SOL), guard.system():
        assert signer(credentials(roles)) == "own"

    assert roles == []


def test_without_a_tenant_nothing_is_signed(roles):
    with pytest.raises(TenancyViolation):
        signer(credentials(roles))


def test_no_role_is_assumed_where_none_is_configured(roles):
    settings.use(Settings())

    with guard.entered(SOL):
        assert signer(credentials(roles)) == "own"

    assert roles == []


def test_the_one_client_signs_as_the_tenant_with_the_tenant_as_session_tag(ctx, on_client):
    settings.use(replace(settings.current(), tenant_role_arn=ROLE))
    assumed, signed = [], []

    def watch(client):
        events = client.meta.events
        events.register("before-parameter-build.sts.AssumeRole", lambda params, **_: assumed.append(params))
        events.register("before-send.dynamodb", lambda request, **_: signed.append(_access_key(request)))

    on_client(watch)

    directory.get(ctx, directory.TENANT)
    directory.get(ctx, directory.TENANT)
    system.subject("sub-1")

    assert [each["Tags"] for each in assumed] == [[{"Key": "tenant", "Value": ctx.tenant}]]
    as_tenant, again, as_system = signed
    assert as_tenant == again != as_system


def test_a_client_is_opened_once_a_kind(store):
    assert connection.client("sqs") is connection.client("sqs")
    assert connection.client("sqs") is not connection.client("sqs", attempts=1)
    assert connection.dynamodb() is connection.client("dynamodb", as_tenant=True)


@pytest.mark.parametrize("attempts", [1, 3])
def test_a_call_is_tried_as_often_as_its_client_says_and_no_more(ctx, attempts):
    tried = []
    client = connection.client("dynamodb", attempts=attempts, as_tenant=True)
    client.meta.events.register_first("before-send.dynamodb", lambda **_: tried.append(1) or _throttled())

    with pytest.raises(client.exceptions.ClientError):
        client.get_item(TableName="t", Key={"pk": {"S": f"T#{ctx.tenant}"}, "sk": {"S": "-"}})

    assert len(tried) == attempts


def test_waiting_is_bounded_below_the_deadline_of_a_request(store):
    config = connection.dynamodb().meta.config

    assert (config.connect_timeout + config.read_timeout) * 3 < 29


def test_a_broken_answer_is_no_answer(ctx, on_client):
    on_client(
        lambda client: client.meta.events.register_first("before-send.dynamodb", lambda **_: _answer(200, b'{"Item'))
    )

    with pytest.raises(Unavailable):
        directory.get(ctx, directory.TENANT)


def test_answers_are_read_as_botocore_reads_them(ctx):
    writes.execute(ctx, [directory.put(ctx, directory.TENANT, {"name": "x", "deep": {"list": [1, None, True, "ñ"]}})])
    key = {"pk": {"S": f"T#{ctx.tenant}"}, "sk": {"S": "tenant"}}
    table = settings.current().table("directory")
    plain = connection.dynamodb().get_item(TableName=table, Key=key)

    walked = get_session().create_client("dynamodb", region_name="eu-west-1").get_item(TableName=table, Key=key)

    assert plain["Item"] == walked["Item"]


def test_refusals_are_read_as_botocore_reads_them():
    reasons = [{"Code": "None"}, {"Code": "ConditionalCheckFailed", "Message": "no", "Item": {"pk": {"S": "T#x"}}}]
    answer = {
        "status_code": 400,
        "headers": {},
        "body": json.dumps(
            {
                "__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
                "Message": "cancelled",
                "CancellationReasons": reasons,
            }
        ).encode(),
    }
    model = get_session().get_service_model("dynamodb").operation_model("TransactWriteItems")

    plain = connection._PlainParser().parse(answer, model.output_shape)
    walked = JSONParser().parse(answer, model.output_shape)

    assert plain["Error"] == walked["Error"]
    assert plain["Error"]["Code"] == "TransactionCanceledException"


def _access_key(request):
    found = re.search(r"Credential=([^/]+)/", _text(request.headers["Authorization"]))
    return found[1] if found else None


def _text(value):
    return value.decode() if isinstance(value, bytes) else value


def _throttled():
    return _answer(400, b'{"__type": "com.amazonaws.dynamodb.v20120810#ThrottlingException", "message": "slow down"}')


def _answer(status, body):
    class Raw:
        def stream(self, **_):
            yield body

    return AWSResponse("http://nowhere", status, {"Date": datetime.now(UTC).isoformat()}, Raw())
