"""Somebody follows a link of a mail: where it leads is looked up, and that it was followed is told, not stored.

The request itself changes nothing of the firm's; what it tells is heard later by the function that hears SES too, and
judged with all that is known of the mail. Whoever waits for the page does not wait for that, nor misses it when the
bus does not answer.
"""

from collections.abc import Mapping

from chalicelib.crm.marketing.tracking import agents, observations, urls
from chalicelib.engine import links
from chalicelib.gateways import bus
from chalicelib.kernel.context import Context
from chalicelib.observability import logger


def lead(ctx: Context, token: str, *, method: str, headers: Mapping[str, str], address: str) -> str:
    """Return the address to which a link leads; ``headers`` by lower-case name.

    :raises NotFound: when the link is not ours, or its mail or its address is not there any more.
    """
    followed = urls.read(token, now=ctx.now)
    with links.public_ctx(ctx, links.Link(followed.tenant, token)) as inside:
        target = urls.target(inside, followed)
        signs = agents.signs_of_request(method, headers, address)
        try:
            bus.put([observations.to_entry(inside, token, signs=signs)])
        except Exception:
            logger.exception("a followed link was not told")
        return target
