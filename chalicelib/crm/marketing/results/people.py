"""Who is behind a number of a campaign: the people of a state, as far as whoever asks may see them.

States that mails come to have rows of their own; who was chosen, spared or left out is read from the mails themselves,
within a budget: such a page may be short, or empty, before the end.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from chalicelib.crm.marketing.campaigns import course, hours
from chalicelib.crm.marketing.campaigns.mails import MOMENT
from chalicelib.crm.marketing.results.figures import CONTROL, EXCLUDED, PLURAL, RECIPIENTS
from chalicelib.crm.marketing.tracking import histories
from chalicelib.crm.marketing.tracking.following import history_of
from chalicelib.crm.marketing.tracking.observations import CLICKED, OPENED
from chalicelib.engine import cursors, lookup, naming, outbox
from chalicelib.engine.outbox import Delivery, State
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import deliveries, outcomes
from chalicelib.storage.outcomes import Outcome

STATES: Final = (*histories.STATES, RECIPIENTS, CONTROL, EXCLUDED)
CANCELLED: Final = "cancelled"
_READ_AT_ONCE: Final = 100
_MOST_READS: Final = 10


def page(
    ctx: Context,
    *,
    id: str,
    state: str,
    variant: str | None = None,
    reason: str | None = None,
    hour: int | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> dict[str, Any]:
    """Return one page of those behind a number of a campaign as ``{"items", "next_cursor"}``.

    :raises NotFound: when there is no such campaign for the caller.
    """
    lookup.seen(ctx, PLURAL, id)
    query = {"campaign": id, "state": state, "variant": variant, "reason": reason, "hour": hour}
    start = cursors.opened(ctx, query, cursor)
    if state in histories.STATES:
        found, place = outcomes.page(ctx, id, state, limit=limit, start=start)
        found = [each for each in found if variant is None or each.variant == variant]
    else:
        found, place = _chosen(ctx, id, state, (variant, reason, hour), limit, start)
    names = naming.names(ctx, [(each.plural, each.record) for each in found])
    seen = [each for each in found if (each.plural, each.record) in names]
    rows = {row["id"]: row for row in _mails(ctx, id, state, seen)}
    items = [_shown(each, names[(each.plural, each.record)], rows.get(each.recipient)) for each in seen]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}


def _mails(ctx: Context, id: str, state: str, found: Sequence[Outcome]) -> Sequence[Mapping[str, Any]]:
    """Return the mails themselves, where they tell more than the rows behind a number."""
    now = course.find(ctx, id)
    is_told = state in _BY_MACHINES or (now is not None and now.plan.personal_hour)
    return deliveries.several(ctx, id, [each.recipient for each in found]) if is_told else []


def _signs(state: str, mail: Mapping[str, Any]) -> list[str]:
    """Return by what one saw that a machine opened a mail, or followed its links."""
    judged = [one for one in history_of(mail).judged() if one.fetch.what in _BY_MACHINES.get(state, ())]
    return [*dict.fromkeys(reason for one in judged for reason in one.reasons)]


_BY_MACHINES: Final[Mapping[str, Sequence[str]]] = {"opened_machine": (OPENED, CLICKED), "clicked_machine": (CLICKED,)}
"""Of which fetches the verdict tells why a mail came to a state: what followed a link has opened the mail."""


def _shown(outcome: Outcome, name: str | None, mail: Mapping[str, Any] | None) -> dict[str, Any]:
    moment = hours.of_spelled(mail.get("about", {}).get(MOMENT)) if mail else None
    return {
        "plural": outcome.plural,
        "id": outcome.record,
        "name": name,
        "at": outcome.at,
        "variant": outcome.variant or None,
        "reasons": _signs(outcome.state, mail) if mail else [],
        "moment": moment.shown() if moment else None,
    }


def _chosen(
    ctx: Context, id: str, state: str, asked: tuple[str | None, str | None, int | None], limit: int, start: str | None
) -> tuple[list[Outcome], str | None]:
    """Return a page of the mails that were planned so, and where to go on."""
    wanted = _WANTED[state]
    found: list[Outcome] = []
    for _ in range(_MOST_READS):
        mails, start = outbox.page(ctx, run=id, limit=_READ_AT_ONCE, start=start)
        for mail in mails:
            if mail.about.get("id") and wanted(mail) and _is_asked(mail, *asked):
                found.append(_outcome(state, mail))
            if len(found) == limit:
                return found, mail.recipient if start is not None or mail is not mails[-1] else None
        if start is None:
            break
    return found, start


def _outcome(state: str, mail: Delivery) -> Outcome:
    about = mail.about
    at = clock.stamp(mail.due)
    return Outcome(state, mail.recipient, about["plural"], about["id"], at, about.get("variant", ""))


def _is_asked(mail: Delivery, variant: str | None, reason: str | None, hour: int | None) -> bool:
    moment = hours.of_spelled(mail.about.get(MOMENT)) if hour is not None else None
    is_then = hour is None or (moment is not None and moment.hour == hour)
    return is_then and variant in (None, mail.about.get("variant")) and reason in (None, mail.reason)


def _is_left_out(mail: Delivery) -> bool:
    return mail.state is State.SUPPRESSED and mail.attempt == 0 and mail.reason != CANCELLED


_WANTED: Final[dict[str, Callable[[Delivery], bool]]] = {
    RECIPIENTS: lambda mail: mail.state is not State.SPARED and not _is_left_out(mail),
    CONTROL: lambda mail: mail.state is State.SPARED,
    EXCLUDED: _is_left_out,
}
