"""What one stage of Tendero consists of, made by hand on moto or ministack: tables, queues, bus, bucket, pool, secret.

The template says the same in CDK, and ``tests/e2e`` deploys that; here the point is that a test has it in milliseconds.
"""

import json
from functools import lru_cache, partial
from typing import Any

import boto3

from chalicelib.settings import Settings
from tests import cloud

QUEUES = (
    "notifications",
    "mail",
    "imports",
    "work",
    "samples",
    "derivations",
    "segments",
    "alarms",
    "automations",
    "webhooks",
    "record-stream-dlq",
    "timer-stream-dlq",
    "delivery-stream-dlq",
)
PEPPER = "test-pepper-0123456789abcdef0123456789abcdef"
LINK_KEY = "test-link-key-0123456789abcdef0123456789abcdef"
CURSOR_KEY = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00"


def build(prefix: str, *, jwks_url: str | None = None, endpoint: str | None = None) -> Settings:
    """Create a stage called ``prefix`` in whatever AWS answers, and return its settings."""

    client = partial(_client, endpoint=endpoint)
    cloud.create_tables(client("dynamodb"), prefix)
    queues = {name: client("sqs").create_queue(QueueName=f"{prefix}-{name}")["QueueUrl"] for name in QUEUES}
    client("events").create_event_bus(Name=prefix)
    client("scheduler").create_schedule_group(Name=prefix)
    bucket, vault = (f"{prefix}-{name}-{cloud.ACCOUNT}" for name in ("files", "vault"))
    for name in (bucket, vault):
        client("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": cloud.REGION})
    kept = {"pepper": PEPPER, "cursor_key": CURSOR_KEY, "link_key_1": LINK_KEY}
    client("secretsmanager").create_secret(Name=f"{prefix}-secrets", SecretString=json.dumps(kept))
    client("sesv2").create_email_identity(EmailIdentity="tendero.example")
    pool, app_client = _create_pool(client("cognito-idp"), prefix)
    issuer = f"https://cognito-idp.{cloud.REGION}.amazonaws.com/{pool}"
    return Settings(
        prefix=prefix,
        stage="test",
        region=cloud.REGION,
        user_pool_id=pool,
        user_pool_client_id=app_client,
        token_issuer=issuer,
        jwks_url=jwks_url or f"{endpoint}/{pool}/.well-known/jwks.json",
        bus_name=prefix,
        notification_queue_url=queues["notifications"],
        mail_queue_url=queues["mail"],
        import_queue_url=queues["imports"],
        work_queue_url=queues["work"],
        sample_queue_url=queues["samples"],
        derive_queue_url=queues["derivations"],
        segment_queue_url=queues["segments"],
        alarm_queue_url=queues["alarms"],
        automation_queue_url=queues["automations"],
        webhook_queue_url=queues["webhooks"],
        record_stream_dlq_url=queues["record-stream-dlq"],
        timer_stream_dlq_url=queues["timer-stream-dlq"],
        delivery_stream_dlq_url=queues["delivery-stream-dlq"],
        files_bucket=bucket,
        vault_bucket=vault,
        files_endpoint=endpoint or "",
        schedule_group=prefix,
        scheduler_role_arn=f"arn:aws:iam::{cloud.ACCOUNT}:role/{prefix}-scheduler",
        timer_function_arn=f"arn:aws:lambda:{cloud.REGION}:{cloud.ACCOUNT}:function:{prefix}-timer-firer",
        secrets_id=f"{prefix}-secrets",
        mail_from="Tendero <hola@tendero.example>",
        mail_configuration_set=prefix,
        public_url="http://localhost:8080",
        cookie_secure=True,
        tenant_requests_a_minute=0,
        address_requests_a_minute=0,
    )


@lru_cache(maxsize=32)
def _client(service: str, endpoint: str | None) -> Any:
    """Return a client that every stage shares; opening one costs more than what a test does with it."""
    return boto3.client(
        service,
        region_name=cloud.REGION,
        endpoint_url=endpoint,
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )


def _create_pool(cognito: Any, prefix: str) -> tuple[str, str]:
    policy = {
        "MinimumLength": 10,
        "RequireUppercase": False,
        "RequireLowercase": False,
        "RequireNumbers": False,
        "RequireSymbols": False,
    }
    pool = cognito.create_user_pool(PoolName=prefix, Policies={"PasswordPolicy": policy})["UserPool"]["Id"]
    app_client = cognito.create_user_pool_client(
        UserPoolId=pool,
        ClientName=prefix,
        ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        PreventUserExistenceErrors="ENABLED",
    )["UserPoolClient"]["ClientId"]
    return pool, app_client
