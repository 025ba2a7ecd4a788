"""The only reader of the environment.

Settings are read once, at first use and not at import, so that a test can put its own in place with ``use``. What each
variable means is in ``docs/reference/settings.md``, which a test keeps complete.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What differs between one stack and another."""

    prefix: str = "tendero-local"
    stage: str = "local"
    region: str = "eu-west-1"
    user_pool_id: str = ""
    user_pool_client_id: str = ""
    token_issuer: str = ""
    jwks_url: str = ""
    bus_name: str = "tendero-local"
    notification_queue_url: str = ""
    mail_queue_url: str = ""
    import_queue_url: str = ""
    work_queue_url: str = ""
    sample_queue_url: str = ""
    derive_queue_url: str = ""
    automation_queue_url: str = ""
    webhook_queue_url: str = ""
    webhook_loopback: bool = False
    segment_queue_url: str = ""
    alarm_queue_url: str = ""
    record_stream_dlq_url: str = ""
    timer_stream_dlq_url: str = ""
    delivery_stream_dlq_url: str = ""
    parking: str = ""
    files_bucket: str = ""
    files_endpoint: str = ""
    file_scanning: bool = False
    vault_bucket: str = ""
    schedule_group: str = "tendero-local"
    scheduler_role_arn: str = ""
    timer_function_arn: str = ""
    timer_dlq_arn: str = ""
    tenant_role_arn: str = ""
    secrets_id: str = ""
    mail_from: str = ""
    mail_configuration_set: str = ""
    dns_resolver: str = ""
    reserved_names: bool = True
    public_url: str = "http://localhost:8080"
    cookie_secure: bool = True
    tenant_requests_a_minute: int = 6000
    address_requests_a_minute: int = 300
    function_name: str = ""

    def table(self, name: str) -> str:
        """Return the physical name of the table called ``name``."""
        return f"{self.prefix}-{name}"


_SPECIAL = {
    "prefix": "TENDERO_PREFIX",
    "stage": "TENDERO_STAGE",
    "region": "AWS_REGION",
    "function_name": "AWS_LAMBDA_FUNCTION_NAME",
}
VARIABLES: Mapping[str, str] = {field.name: _SPECIAL.get(field.name, field.name.upper()) for field in fields(Settings)}

_current: Settings | None = None


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Return the settings that ``environment`` holds; an absent variable keeps its default."""
    values: dict[str, str | bool | int] = {
        name: environment[variable] for name, variable in VARIABLES.items() if variable in environment
    }
    if "cookie_secure" in values:
        values["cookie_secure"] = values["cookie_secure"] != "false"
    for name in ("file_scanning", "webhook_loopback", "reserved_names"):
        if name in values:
            values[name] = values[name] == "true"
    for name in ("tenant_requests_a_minute", "address_requests_a_minute"):
        if name in values:
            values[name] = int(values[name])
    return Settings(**values)  # type: ignore[arg-type]


def current() -> Settings:
    """Return the settings of this process."""
    global _current
    if _current is None:
        _current = from_environment(os.environ)
    return _current


def use(settings: Settings) -> None:
    """Put ``settings`` in place of the environment's; for tests and the bench."""
    global _current
    _current = settings


def reset() -> None:
    """Forget the settings, so that the next use reads the environment again."""
    global _current
    _current = None
