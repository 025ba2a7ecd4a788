"""Runs of automations among what failed: taken up at the step where they did."""

from typing import Final

from chalicelib.crm.automation.authoring.kind import AUTOMATION
from chalicelib.crm.automation.runs import desk
from chalicelib.engine import access
from chalicelib.engine.failures import failing
from chalicelib.engine.failures.desk import IsSettled, Source
from chalicelib.engine.failures.failing import Failure
from chalicelib.engine.jobs import WrongState
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound


def _sees(ctx: Context, _: Failure) -> bool:
    return access.permissions_to(ctx, AUTOMATION.plural)["update"] == "all"


def _retry(ctx: Context, failure: Failure) -> None:
    try:
        desk.again(ctx, id=failure.source["automation"], run=failure.source["run"])
    except (WrongState, NotFound):
        raise IsSettled from None


SOURCE: Final = Source(failing.AUTOMATION, sees=_sees, retry=_retry)
