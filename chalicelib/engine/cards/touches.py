"""How one was in touch with a customer: calls, meetings and mails, when, who, and how it ended; what comes next.

What is a contact an object declares (``Features.touch``). Mails are told by the timeline, each by the best that is
known of it: a click before an opening, an opening before its arrival; what machines did counts for nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from chalicelib.engine import access, filters
from chalicelib.engine.cards.around import Side, moment, named
from chalicelib.engine.fields import registry
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import timeline
from chalicelib.storage.records import Row
from chalicelib.storage.timeline import Entry

MOST: Final = 5
MOST_ENTRIES: Final = 50
REMEMBERED: Final = timedelta(days=180)
SENT: Final = "mail_sent"
ENDS: Final = (
    *("mail_complained", "mail_unsubscribed", "mail_bounced"),
    *("mail_clicked", "mail_opened", "mail_delivered", SENT),
)
"""How a mail may have ended, the strongest word first."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact at an instant; ``unanswered`` when nobody was reached. ``told`` is what a card says of it."""

    at: str
    unanswered: bool
    told: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Touches:
    """The latest contacts, the last first, those that are planned, the next first, and what waits for an answer."""

    past: tuple[Contact, ...]
    planned: tuple[Contact, ...]

    @property
    def unanswered(self) -> Contact | None:
        """The last time that somebody was called or met, if nobody was reached and nothing came of it since."""
        met = next((each for each in self.past if each.told["plural"] is not None), None)
        return met if met is not None and met.unanswered else None


def of(ctx: Context, sides: Sequence[Side], row: Row) -> Touches:
    """Return how one was in touch with a customer, and will be."""
    now = clock.stamp(ctx.now)
    met = [each for side in sides if side.child.features.touch for each in _met(ctx, side)]
    past = sorted(
        [*(each for each in met if each.at <= now), *_mailed(ctx, row)], key=lambda each: each.at, reverse=True
    )
    planned = sorted((each for each in met if each.at > now), key=lambda each: each.at)
    return Touches(tuple(past), tuple(planned))


def told(touches: Touches) -> dict[str, Any]:
    """Return what a card says of it."""
    waiting = touches.unanswered
    return {
        "last": [each.told for each in touches.past[:MOST]],
        "next": touches.planned[0].told if touches.planned else None,
        "unanswered": waiting.told if waiting else None,
    }


def _met(ctx: Context, side: Side) -> Iterator[Contact]:
    touch, readable = side.child.features.touch, access.readable(ctx, side.child)
    if touch is None or touch.on not in readable:
        return
    ended = side.child.fields[touch.ended] if touch.ended in readable and touch.ended else None
    failed = filters.read(ctx, side.child, touch.unanswered, alone=True) if ended and touch.unanswered else None
    for row in side.rows:
        at = moment(row.values.get(touch.on))
        if at is not None:
            outcome = row.values.get(ended.name) if ended else None
            words = registry.of(ended).csv_out(ended, outcome, ctx) if ended and outcome is not None else None
            said = {**named(ctx, side, row), "kind": side.child.name, "at": at, "by": row.owner}
            yield Contact(at, failed is not None and failed.holds(row), {**said, "outcome": outcome, "ended": words})


def _mailed(ctx: Context, row: Row) -> Iterator[Contact]:
    """Yield the mails that went to a person lately."""
    since = clock.stamp(ctx.now - REMEMBERED)
    mails: dict[str, list[Entry]] = {}
    for entry in timeline.since(ctx, row.id, since, limit=MOST_ENTRIES):
        if entry.kind in ENDS and entry.data.get("mid") and entry.data.get("human") is not False:
            mails.setdefault(str(entry.data["mid"]), []).append(entry)
    for entries in mails.values():
        end = min((entry.kind for entry in entries), key=ENDS.index)
        at = min(entry.at for entry in entries)
        said = {"plural": None, "id": None, "name": None, "kind": "mail", "at": at, "by": None}
        yield Contact(at, False, {**said, "outcome": end.removeprefix("mail_"), "ended": None})
