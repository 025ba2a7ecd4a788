"""What somebody is told of: an entry of their own timeline, and how far they have read.

A notice names its record and never copies from it: names are looked up for whoever reads, so that a record that was
erased, deleted or hidden meanwhile is not told of by its notice. Reading is one row a person: everything up to an
instant, and single notices after it. What a person does not want to hear of is left out when they look, so a mute
works backwards too.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from chalicelib.engine import cursors, naming, personal
from chalicelib.engine.naming import Subject
from chalicelib.engine.personal import State
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import timeline
from chalicelib.storage.plan import Write
from chalicelib.storage.timeline import Entry

KIND: Final = "notification"
MATTER: Final = "notices"
MOST_UNREAD: Final = 100


def tell(
    ctx: Context,
    *,
    user: str,
    kind: str,
    data: Mapping[str, Any],
    cause: str | None = None,
    at: str | None = None,
    actor: str | None = None,
) -> Write:
    """Return the write that tells a user of something, by the acting user unless ``actor`` is given.

    ``data`` names the record by ``plural`` and ``id``. Whoever may say the same thing twice gives its ``cause`` and
    the instant ``at`` which it happened: then it is told once.
    """
    entry = Entry(
        id=f"{cause}-{kind}" if cause else ctx.new_id(),
        kind=KIND,
        actor=actor or ctx.actor.id,
        at=at or clock.stamp(ctx.now),
        data={"what": kind, **data},
    )
    return timeline.append(ctx, user, entry)


def page(ctx: Context, *, limit: int = 50, cursor: str | None = None) -> dict[str, Any]:
    """Return one page of what the acting user has been told, newest first, and how much of all is ``unread``."""
    query = {"notifications": ctx.actor.id}
    start = cursors.opened(ctx, query, cursor)
    state = personal.load(ctx, MATTER)
    found, place = timeline.page(ctx, ctx.actor.id, limit=limit, start=start)
    told = _wanted(found, state)
    names = naming.names(ctx, [subject for entry in told if (subject := _subject(entry))])
    return {
        "items": [_shown(entry, state, names) for entry in told],
        "next_cursor": cursors.sealed(ctx, query, place),
        "unread": _unread(ctx, state),
    }


def read(ctx: Context, *, ids: Collection[str] = (), up_to: str | None = None) -> dict[str, int]:
    """Note that the acting user has read some notices, or all up to an instant; return how many are unread."""
    recent = {entry.id: entry.at for entry in timeline.since(ctx, ctx.actor.id, None, limit=MOST_UNREAD)}
    told = {id: recent[id] for id in ids if id in recent}
    until = None if up_to is None else min(instant(up_to), clock.stamp(ctx.now))

    def after(state: State) -> State:
        reached = max(state.get("up_to", ""), until or "")
        single = {id: at for id, at in {**state.get("read", {}), **told}.items() if at > reached and id in recent}
        return {**state, "up_to": reached, "read": single}

    return {"unread": _unread(ctx, personal.change(ctx, MATTER, after))}


def preferences(ctx: Context) -> dict[str, list[str]]:
    """Return which kinds of notice the acting user has muted, and which do not come by mail."""
    return _preferences(personal.load(ctx, MATTER))


def prefer(
    ctx: Context, *, muted: Sequence[str] | None = None, mail_off: Sequence[str] | None = None
) -> dict[str, Any]:
    """Change which kinds of notice the acting user wants to see, and which by mail; return all of it."""
    given = {"muted": muted, "mail_off": mail_off}
    chosen = {name: sorted(set(kinds)) for name, kinds in given.items() if kinds is not None}
    return _preferences(personal.change(ctx, MATTER, lambda state: {**state, **chosen}))


def wants_mail(ctx: Context, user: str, kind: str) -> bool:
    """Return whether a user wants to be told of a kind by mail too."""
    chosen = _preferences(personal.load(ctx, MATTER, user=user))
    return kind not in chosen["muted"] and kind not in chosen["mail_off"]


def instant(text: str) -> str:
    """Return the stamp of the instant up to which somebody has read.

    :raises InvalidInput: when it is none.
    """
    try:
        return clock.stamp(clock.parse(text))
    except ValueError:
        raise InvalidInput.of("up_to", "invalid", "Send an instant such as 2026-11-21T20:15:00Z.") from None


def _preferences(state: State) -> dict[str, list[str]]:
    return {name: list(state.get(name, ())) for name in ("muted", "mail_off")}


def _unread(ctx: Context, state: State) -> int:
    since = timeline.since(ctx, ctx.actor.id, state.get("up_to") or None, limit=MOST_UNREAD)
    return sum(not _is_read(entry, state) for entry in _wanted(since, state))


def _wanted(entries: Sequence[Entry], state: State) -> list[Entry]:
    muted = state.get("muted", ())
    return [entry for entry in entries if entry.data.get("what") not in muted]


def _is_read(entry: Entry, state: State) -> bool:
    return entry.at <= state.get("up_to", "") or entry.id in state.get("read", {})


def _shown(entry: Entry, state: State, names: Mapping[Subject, str | None]) -> dict[str, Any]:
    subject = _subject(entry)
    return {
        "id": entry.id,
        "kind": entry.kind,
        "at": entry.at,
        "actor": entry.actor,
        "data": {**entry.data, **({"name": names.get(subject)} if subject else {})},
        "read": _is_read(entry, state),
    }


def _subject(entry: Entry) -> Subject | None:
    plural, id = entry.data.get("plural"), entry.data.get("id")
    return (plural, id) if plural and id else None
