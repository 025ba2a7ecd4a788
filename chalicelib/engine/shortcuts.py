"""What somebody keeps at hand: favourites, and the records they opened last.

Each list is one small row of its person and holds no more than plurals and ids: names are looked up for the reader, so
what was deleted or hidden meanwhile is not listed, and comes back with its record.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from chalicelib.engine import lookup, naming, personal
from chalicelib.engine.personal import State
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict

FAVOURITES: Final = "favourites"
RECENT: Final = "recent"
MOST_FAVOURITES: Final = 200
MOST_RECENT: Final = 50
STILL_OPEN: Final = timedelta(minutes=5)
"""A record that is opened again so soon after it was opened last is not noted again."""

Entry = Mapping[str, str]


class TooManyFavourites(Conflict):
    """There is no room for another favourite."""

    code = "too_many_favourites"


def favourites(ctx: Context) -> dict[str, Any]:
    """Return the acting user's favourites, the latest first."""
    return _shown(ctx, _entries(personal.load(ctx, FAVOURITES)))


def is_favourite(ctx: Context, *, plural: str, id: str) -> dict[str, bool]:
    """Return whether a record is a favourite of the acting user."""
    lookup.seen(ctx, plural, id)
    return {"favourite": any(_is(entry, plural, id) for entry in _entries(personal.load(ctx, FAVOURITES)))}


def keep(ctx: Context, *, plural: str, id: str) -> dict[str, bool]:
    """Make a record a favourite of the acting user; one that is one stays where it is.

    :raises TooManyFavourites: when there is no room.
    """
    lookup.seen(ctx, plural, id)

    def with_it(state: State) -> State:
        entries = _entries(state)
        if any(_is(entry, plural, id) for entry in entries):
            return state
        if len(entries) >= MOST_FAVOURITES:
            raise TooManyFavourites(f"Keep at most {MOST_FAVOURITES} favourites.")
        return {"entries": [_entry(ctx, plural, id), *entries]}

    personal.change(ctx, FAVOURITES, with_it)
    return {"favourite": True}


def drop(ctx: Context, *, plural: str, id: str) -> dict[str, bool]:
    """Take a record from the acting user's favourites; one that is none stays none.

    :raises NotFound: when it is neither a favourite nor a record that the user may see.
    """
    if not any(_is(entry, plural, id) for entry in _entries(personal.load(ctx, FAVOURITES))):
        lookup.seen(ctx, plural, id)
    personal.change(ctx, FAVOURITES, lambda state: {"entries": _without(state, plural, id)} if state else state)
    return {"favourite": False}


def recent(ctx: Context) -> dict[str, Any]:
    """Return the records that the acting user opened, the latest first."""
    return _shown(ctx, _entries(personal.load(ctx, RECENT)))


def opened(ctx: Context, *, plural: str, id: str) -> None:
    """Note that the acting user has opened a record."""
    lookup.seen(ctx, plural, id)

    def with_it(state: State) -> State:
        entries = _entries(state)
        if entries and _is(entries[0], plural, id) and ctx.now - clock.parse(entries[0]["at"]) < STILL_OPEN:
            return state
        return {"entries": [_entry(ctx, plural, id), *_without(state, plural, id)][:MOST_RECENT]}

    personal.change(ctx, RECENT, with_it)


def _shown(ctx: Context, entries: Sequence[Entry]) -> dict[str, Any]:
    names = naming.names(ctx, [(entry["plural"], entry["id"]) for entry in entries])
    items = [
        {"plural": entry["plural"], "id": entry["id"], "name": names[entry["plural"], entry["id"]], "at": entry["at"]}
        for entry in entries
        if (entry["plural"], entry["id"]) in names
    ]
    return {"items": items, "next_cursor": None}


def _entries(state: State) -> Sequence[Entry]:
    entries: Sequence[Entry] = state.get("entries", ())
    return entries


def _without(state: State, plural: str, id: str) -> list[Entry]:
    return [entry for entry in _entries(state) if not _is(entry, plural, id)]


def _is(entry: Entry, plural: str, id: str) -> bool:
    return entry["plural"] == plural and entry["id"] == id


def _entry(ctx: Context, plural: str, id: str) -> Entry:
    return {"plural": plural, "id": id, "at": clock.stamp(ctx.now)}
