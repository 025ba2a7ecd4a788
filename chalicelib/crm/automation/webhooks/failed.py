"""Calls to the servers of firms among what failed: made again from the first attempt."""

from collections.abc import Sequence
from typing import Final

from chalicelib.crm.automation.webhooks import calls
from chalicelib.crm.automation.webhooks.webhooks import WEBHOOK
from chalicelib.engine import access, definitions
from chalicelib.engine.failures import failing
from chalicelib.engine.failures.desk import IsSettled, Source
from chalicelib.engine.failures.failing import Failure
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound


def _sees(ctx: Context, _: Failure) -> bool:
    return access.permissions_to(ctx, WEBHOOK.plural)["update"] == "all"


def _retry(ctx: Context, failure: Failure) -> None:
    try:
        calls.again(ctx, webhook=failure.source["webhook"], id=failure.source["call"])
    except (Conflict, NotFound):
        raise IsSettled from None


def _names(ctx: Context, failures: Sequence[Failure]) -> dict[str, str]:
    names: dict[str, str] = {}
    for webhook in {failure.source["webhook"] for failure in failures}:
        try:
            names[webhook] = definitions.get(ctx, WEBHOOK, id=webhook).name
        except NotFound:
            continue
    return {failure.id: names.get(failure.source["webhook"], "") for failure in failures}


SOURCE: Final = Source(failing.WEBHOOK, sees=_sees, retry=_retry, titles=_names)
