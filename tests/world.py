"""A stage in which nothing has happened yet, and everything that watches over it."""

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.awsrequest import AWSResponse

from chalicelib import settings
from chalicelib.api import auth, limits
from chalicelib.engine import copies, hierarchy, overlays
from chalicelib.engine.copies import Copies
from chalicelib.engine.roles import stored
from chalicelib.gateways import secrets
from chalicelib.kernel import clock
from chalicelib.kernel.context import Actor, Context, Role
from chalicelib.kernel.ids import Ids, TenantId
from chalicelib.settings import Settings
from chalicelib.storage import connection
from tests.watch import Watch


@dataclass(slots=True)
class World:
    """An empty stage. ``now`` is what the API takes for the present; ``pass_time`` moves it."""

    settings: Settings
    watch: Watch
    ids: Ids = field(default_factory=Ids)
    ahead: timedelta = timedelta()

    @property
    def now(self) -> datetime:
        return clock.system_now() + self.ahead

    def pass_time(self, **span: float) -> None:
        """Let time go by for the API; tokens that Cognito issues still carry the real time."""
        self.ahead += timedelta(**span)

    def ctx(self, tenant: TenantId | None = None, *, role: Role = Role.ADMIN, **more: Any) -> Context:
        """Return the context of a user of ``tenant`` (a new one unless given), for tests below the API."""
        return Context(
            tenant=tenant or self.ids.tenant(),
            actor=Actor(kind="user", id=self.ids.ulid(self.now), role=role),
            request_id="test",
            now=more.pop("now", None) or datetime(2026, 11, 21, 20, 15, tzinfo=UTC),
            ids=self.ids,
            **more,
        )


class _Log(logging.Handler):
    """Fails the test when a line of the log holds any tenant's data: who reads the log is none of them."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self.leaks: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        facts = {name: value for name, value in vars(record).items() if name not in _DULL}
        line = json.dumps([record.getMessage(), facts, logging.Formatter().format(record)], default=str)
        self.leaks += [line for canary in self._watch.canaries.values() if canary in line]


class _Watching:
    """The hook on every client: it shows each call to the watch of the test that is running.

    Opening a client costs more than most tests, so clients live from test to test, as they do from request to request
    in a warm container; only another endpoint, or a hook that a test has added, makes the next test open its own.
    """

    def __init__(self) -> None:
        self.endpoint: str | None = None
        self.watch = Watch()

    def __call__(self, client: Any) -> None:
        if self.endpoint is None and client.meta.service_model.service_name == "cognito-idp":
            client.meta.events.register("before-call.cognito-identity-provider.RevokeToken", _revoked)
        if client.meta.service_model.service_name == "sesv2":
            client.meta.events.register("before-call.sesv2.PutEmailIdentityMailFromAttributes", _taken)
        client.meta.events.register_first("before-parameter-build", self._remember)
        client.meta.events.register_last("after-call", self._note)

    def begin(self, watch: Watch, endpoint: str | None) -> None:
        self.watch = watch
        if endpoint != self.endpoint or connection._hooks != [self]:
            self.endpoint = endpoint
            connection.reset()
            connection.on_client(self)

    def _remember(self, **event: Any) -> None:
        self.watch.remember(**event)

    def _note(self, **event: Any) -> None:
        self.watch.note(**event)


@contextmanager
def living_in(made: Settings, *, endpoint: str | None = None) -> Iterator[World]:
    """Let the code under test use the stage that ``made`` describes, watched, until the block ends."""
    _forget()
    settings.use(made)
    watch = Watch()
    _watching.begin(watch, endpoint)
    log = _Log(watch)
    logging.getLogger("tendero").addHandler(log)
    try:
        yield World(made, watch)
    finally:
        logging.getLogger("tendero").removeHandler(log)
        settings.reset()
        _forget()
        if connection._hooks != [_watching]:
            connection.reset()
    assert log.leaks == []


def _revoked(**_: Any) -> tuple[AWSResponse, dict[str, Any]]:
    """Answer for moto, which knows no RevokeToken; on ministack the real call is made."""
    return AWSResponse("moto", 200, {}, None), {}


def _taken(**_: Any) -> tuple[AWSResponse, dict[str, Any]]:
    """Answer for the emulators, which know nothing of where mails come back to."""
    return AWSResponse("emulator", 200, {}, None), {}


def cold() -> None:
    """Forget everything that a container knows of firms, as a new one does."""
    from chalicelib.crm.marketing.campaigns import mails
    from chalicelib.crm.marketing.mail import templates
    from chalicelib.crm.marketing.tracking import urls
    from chalicelib.engine.segments import plans, waking

    _forget()
    plans.forget()
    waking.forget()
    urls.forget()
    templates.forget()
    mails.forget()
    for kept in _every_copies():
        kept.clear()


def _every_copies() -> list[Copies[Any]]:
    """Return what keeps copies of a firm's configuration, whichever module it is in."""
    ours = [module for name, module in sys.modules.items() if name.startswith("chalicelib.")]
    return [each for module in ours for each in vars(module).values() if isinstance(each, Copies)]


def _forget() -> None:
    secrets.forget()
    auth.forget()
    limits.forget()
    copies.forget()
    overlays.forget()
    hierarchy.forget()
    stored.forget()


_watching = _Watching()
_DULL = frozenset(vars(logging.makeLogRecord({})))
