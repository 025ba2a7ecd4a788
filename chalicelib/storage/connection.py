"""The one place that opens connections to AWS: how long they wait, how often they try, and whose they are.

There is one DynamoDB client a container. Its credentials are chosen at each call by the entered tenant: a role assumed
with the session tag ``tenant``, kept per container and tenant and renewed before it expires. Inside ``guard.system()``,
and wherever no tenant role is configured (unit tests, the bench), the function's own role signs.

Reads and conditional writes are safe to repeat, so the SDK repeats them: three attempts in its standard mode. It is the
only retry layer. A client for anything that must not be repeated asks for one attempt.

DynamoDB's answers are read as plain JSON. botocore would walk them shape by shape, which for a page of a list takes
three times as long as everything else together; ``storage.values`` walks them once, into Python values.
"""

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.config import Config
from botocore.credentials import Credentials, ReadOnlyCredentials, create_credential_resolver
from botocore.exceptions import BotoCoreError
from botocore.parsers import JSONParser, ResponseParserFactory
from botocore.session import Session, get_session

from chalicelib import settings
from chalicelib.kernel import clock, tenancy
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import guard

CONNECT_SECONDS = 2
READ_SECONDS = 6
_ROLE_SECONDS = 3600
_RENEW_BEFORE = timedelta(minutes=5)
_MOST_TENANTS = 1000

Hook = Callable[[Any], object]


class TenantCredentials(Credentials):
    """Credentials that are another tenant's whenever another tenant is entered."""

    def __init__(self, own: Credentials, assume: Callable[[TenantId], tuple[ReadOnlyCredentials, datetime]]) -> None:
        super().__init__(own.access_key, own.secret_key, own.token, method="tenant-role")
        self._own = own
        self._assume = assume
        self._assumed: dict[TenantId, tuple[ReadOnlyCredentials, datetime]] = {}

    def get_frozen_credentials(self) -> ReadOnlyCredentials:
        """Return what signs the call that is being made.

        :raises TenancyViolation: when no tenant is entered and the call is not a system call.
        """
        if tenancy.in_system() or not settings.current().tenant_role_arn:
            return self._own.get_frozen_credentials()
        tenant = tenancy.current()
        if tenant is None:
            raise tenancy.TenancyViolation("no tenant is entered")
        kept = self._assumed.get(tenant)
        if kept is None or kept[1] - clock.system_now() < _RENEW_BEFORE:
            if len(self._assumed) >= _MOST_TENANTS:
                self._assumed.clear()
            kept = self._assumed[tenant] = self._assume(tenant)
        return kept[0]


class _TenantProvider:
    """Where the botocore session of tenants looks for its credentials."""

    def __init__(self, session: Session) -> None:
        self._own = create_credential_resolver(session, region_name=settings.current().region)

    def load_credentials(self) -> Credentials | None:
        own = self._own.load_credentials()
        return None if own is None else TenantCredentials(own, _assume_tenant_role)


class UnreadableAnswer(BotoCoreError):
    """An answer arrived broken: whether the call was carried out is unknown."""

    fmt = "the answer is no JSON"


class _PlainParser(JSONParser):
    """Reads an answer of DynamoDB as it stands; attribute values keep the store's encoding."""

    def _handle_json_body(self, raw_body: bytes, shape: Any) -> Any:  # noqa: ARG002 - botocore's signature
        try:
            return json.loads(raw_body) if raw_body else {}
        except ValueError as error:
            raise UnreadableAnswer from error


class _PlainParsers(ResponseParserFactory):
    """Gives the DynamoDB client its parser."""

    def create_parser(self, protocol_name: str) -> Any:
        return _PlainParser() if protocol_name == "json" else super().create_parser(protocol_name)


class _Connections:
    """What this container has opened."""

    def __init__(self) -> None:
        self.sessions: dict[tuple[bool, bool], Session] = {}
        self.clients: dict[tuple[str, int, bool], Any] = {}
        self.dynamodb: Any = None


_open = _Connections()
_lock = threading.RLock()
_hooks: list[Hook] = []


def dynamodb() -> Any:
    """Return the one DynamoDB client."""
    if _open.dynamodb is None:
        _open.dynamodb = client("dynamodb", as_tenant=True)
    return _open.dynamodb


def open_early() -> None:
    """Open the DynamoDB client while a Lambda container starts, when CPU is plentiful; do nothing elsewhere."""
    if settings.current().function_name:
        dynamodb()


def client(service: str, *, attempts: int = 3, as_tenant: bool = False) -> Any:
    """Return the guarded client of ``service`` that tries ``attempts`` times in all; it is opened once.

    ``as_tenant`` lets the entered tenant's role sign instead of the function's own.
    """
    wanted = (service, attempts, as_tenant)
    found = _open.clients.get(wanted)
    if found is None:
        with _lock:
            found = _open.clients.get(wanted) or _open.clients.setdefault(wanted, _opened(*wanted))
    return found


def on_client(hook: Hook) -> None:
    """Call ``hook`` with every client that is open or will be opened; for tests, which watch and break calls."""
    _hooks.append(hook)
    for opened in _open.clients.values():
        hook(opened)


def reset() -> None:
    """Forget every client and hook, so that the next use opens anew; for tests."""
    global _open
    _hooks.clear()
    _open = _Connections()


def _opened(service: str, attempts: int, as_tenant: bool) -> Any:
    is_dynamodb = service == "dynamodb"
    config = Config(
        region_name=settings.current().region,
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"mode": "standard", "total_max_attempts": attempts},
        parameter_validation=not is_dynamodb,
        account_id_endpoint_mode="disabled",
        signature_version="s3v4" if service == "s3" else None,  # presigned addresses are signed the old way otherwise
        tcp_keepalive=True,
        user_agent="tendero",  # the SDK's own is put together anew at each call, a tenth of a call's CPU
        max_pool_connections=32,
    )
    session = _session(as_tenant=as_tenant, plain=is_dynamodb)
    opened = guard.watch(session.create_client(service, config=config))
    for hook in _hooks:
        hook(opened)
    return opened


def _session(*, as_tenant: bool, plain: bool) -> Session:
    """Return the botocore session of a kind; all of them share one loader, so that a model is read once."""
    session = _open.sessions.get((as_tenant, plain))
    if session is None:
        session = get_session()
        for other in _open.sessions.values():
            session.register_component("data_loader", other.get_component("data_loader"))
        if as_tenant:
            session.register_component("credential_provider", _TenantProvider(session))
        if plain:
            session.register_component("response_parser_factory", _PlainParsers())
        _open.sessions[as_tenant, plain] = session
    return session


def _assume_tenant_role(tenant: TenantId) -> tuple[ReadOnlyCredentials, datetime]:
    answer = client("sts").assume_role(
        RoleArn=settings.current().tenant_role_arn,
        RoleSessionName=tenant,
        DurationSeconds=_ROLE_SECONDS,
        Tags=[{"Key": "tenant", "Value": tenant}],
    )["Credentials"]
    credentials = ReadOnlyCredentials(answer["AccessKeyId"], answer["SecretAccessKey"], answer["SessionToken"], None)
    return credentials, answer["Expiration"].astimezone(UTC)
