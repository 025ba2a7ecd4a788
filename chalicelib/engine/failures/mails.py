"""Mails that were given up: those of campaigns and automations can be sent again, for they hold nothing to forget."""

from collections.abc import Mapping, Sequence

from chalicelib.engine import outbox
from chalicelib.engine.failures import failing
from chalicelib.engine.failures.desk import IsSettled, Source, supervised
from chalicelib.engine.failures.failing import Failure
from chalicelib.kernel.context import Context
from chalicelib.storage import deliveries


def source(*, belongs: Mapping[str, str]) -> Source:
    """Return where failed mails come from; ``belongs`` as in ``Source``."""
    return Source(failing.MAIL, sees=supervised, retry=_retry, titles=_addresses, belongs=belongs)


def _retry(ctx: Context, failure: Failure) -> None:
    delivery = outbox.load(ctx, run=failure.source["run"], recipient=failure.source["recipient"])
    if delivery is None or delivery.state not in outbox.GIVEN_UP or not outbox.again(ctx, delivery):
        raise IsSettled


def _addresses(ctx: Context, failures: Sequence[Failure]) -> dict[str, str]:
    """Return the addresses of mails that concern no record: they went to people of the firm."""
    found: dict[str, str] = {}
    ours = [failure for failure in failures if not failure.about]
    for run in {failure.source["run"] for failure in ours}:
        ids = {failure.source["recipient"]: failure.id for failure in ours if failure.source["run"] == run}
        for row in deliveries.several(ctx, run, list(ids)):
            found[ids[row["id"]]] = row["to"]
    return found
