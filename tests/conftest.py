"""The world in which tests run.

``world`` is moto, one thread, milliseconds; ``local_aws`` is a ministack of this run's own, for races, transactions, S3
and whatever must really happen. In both the tenant guard is on, every AWS call is watched, and no tenant's canary may
reach another, be it in an answer, a mail, an event or a line of the log. Whatever is heavy is imported by the fixture
that needs it, so that a pure test starts at once.
"""

import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.builders import Api, Firm
    from tests.client import Caller
    from tests.cloud import LocalCloud
    from tests.world import World

REGION = "eu-west-1"
CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_DEFAULT_REGION": REGION,
    "AWS_REGION": REGION,
}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests have recorded with ``record_property``."""
    for report in terminalreporter.getreports("passed"):
        for name, figure in report.user_properties:
            terminalreporter.write_line(f"{name}: {figure}")


@pytest.fixture(scope="session")
def jwks_url() -> Iterator[str]:
    """Serve moto's public keys over HTTP, as Cognito does; moto itself answers no plain HTTP."""
    from moto.utilities.utils import load_resource

    keys = json.dumps(load_resource("cognitoidp/resources/jwks-public.json")).encode()

    class Keys(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(keys)))
            self.end_headers()
            self.wfile.write(keys)

        def log_message(self, *_: Any) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Keys)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/jwks.json"
    server.shutdown()


@pytest.fixture
def world(jwks_url: str) -> "Iterator[World]":
    """Return an empty stage on moto."""
    with moto_world(jwks_url) as made:
        yield made


@pytest.fixture(scope="module")
def shared_world(jwks_url: str) -> "Iterator[World]":
    """Return a stage on moto that all tests of a module share, for those that only look."""
    with moto_world(jwks_url) as made:
        yield made


@contextmanager
def moto_world(jwks_url: str) -> "Iterator[World]":
    from moto import mock_aws

    from tests import quick_moto, stage
    from tests.world import living_in

    quick_moto.hurry()
    with pytest.MonkeyPatch.context() as environment:
        for name, value in CREDENTIALS.items():
            environment.setenv(name, value)
        environment.delenv("AWS_ENDPOINT_URL", raising=False)
        with mock_aws(), living_in(stage.build("tendero-test", jwks_url=jwks_url)) as made:
            yield made


@pytest.fixture(scope="session")
def local_aws(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[LocalCloud]":
    """Return a ministack of this run's own."""
    from tests import cloud

    with cloud.running(tmp_path_factory.mktemp("ministack")) as running:
        yield running


@pytest.fixture
def cloud_world(local_aws: "LocalCloud", monkeypatch: pytest.MonkeyPatch) -> "Iterator[World]":
    """Return an empty stage on ministack, under a prefix of its own."""
    from chalicelib.kernel.ids import Ids
    from tests import stage
    from tests.world import living_in

    for name, value in local_aws.environment().items():
        monkeypatch.setenv(name, value)
    stage_made = stage.build(f"t{Ids().tenant()[:10]}", endpoint=local_aws.endpoint)
    with living_in(stage_made, endpoint=local_aws.endpoint) as made:
        yield made


@pytest.fixture
def api(world: "World") -> "Iterator[Api]":
    """Return the API of ``world``, from outside, living in the world's time."""
    with api_of(world) as made:
        yield made


@pytest.fixture(scope="module")
def shared_api(shared_world: "World") -> "Iterator[Api]":
    """Return the API of ``shared_world``, from outside."""
    with api_of(shared_world) as made:
        yield made


@pytest.fixture
def cloud_api(cloud_world: "World") -> "Iterator[Api]":
    """Return the API on ministack, from outside."""
    with api_of(cloud_world) as made:
        yield made


@contextmanager
def api_of(world: "World") -> "Iterator[Api]":
    from app import app
    from tests.builders import Api

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "now", lambda: world.now)
        yield Api(world.watch)


@pytest.fixture
def firm(api: "Api") -> "Firm":
    """Return a firm with its administrator."""
    return api.sign_up()


@pytest.fixture
def caller(request: pytest.FixtureRequest, api: "Api") -> "Caller":
    """Return whom ``@as_user`` names; nobody in particular without it, so that forgetting it fails safe."""
    from tests.builders import caller_called

    return caller_called(api, getattr(request, "param", "anonymous"))
