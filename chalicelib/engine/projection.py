"""What follows from every change of every record: the audit entry, what search and totals say, and the event.

All of it is told from the stream, so no writer can forget it. Streams deliver at least once and, over a repeated batch,
out of order; so each step is written to be repeated:

- a timeline entry has the record's version in its key;
- ``applied`` holds the last revision whose contribution has been counted. One transaction replaces it and writes the
  difference, so whatever comes late or again finds a higher revision there and does nothing;
- an event carries an id of its own;
- whatever is computed from the record elsewhere is asked for by name, and computed from what is stored by then.

A difference of more actions than a transaction takes goes in several. Between two of them ``applied`` names exactly
what has been written so far, under a revision between the record's versions, so that whoever repeats it goes on there.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from chalicelib.engine import audit, contributions, events, overlays, trash, vocabulary
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.contributions import AddTally, Contribution, DropToken, KeepToken, Step
from chalicelib.engine.derived import following
from chalicelib.engine.events import Event
from chalicelib.engine.segments import hearing
from chalicelib.kernel import errors
from chalicelib.kernel.context import Context
from chalicelib.storage import index, keys, streams, timeline, writes
from chalicelib.storage.index import Applied, Counter, Token
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row
from chalicelib.storage.streams import Body
from chalicelib.storage.timeline import Entry

Image = Mapping[str, Any] | None

REVISIONS_A_VERSION = 1_000
STEPS_A_TRANSACTION = writes.MOST_WRITES - 1
_PATIENCE = 8


def follow(ctx: Context, old: Image, new: Image) -> Event | None:
    """Write down what follows from a change in the records table, and return the event for the bus, if any."""
    image = new or old
    if image is None:
        return None
    catalogue, object = overlays.understood(ctx, lambda known: (known, known.stored(streams.object_of(image))))
    if streams.is_body(image):
        project_body(ctx, object, before=streams.body(old), after=streams.body(new))
        return None
    before, after = streams.row(old), streams.row(new)
    change = project(ctx, catalogue, object, before=before, after=after)
    following.follow(ctx, catalogue, object, before, after)
    hearing.tell_quiet(ctx, object, before, after)
    return change


def project(
    ctx: Context, catalogue: Catalogue, object: Object, *, before: Row | None, after: Row | None
) -> Event | None:
    """Write down what follows from a change of a record.

    A purged record leaves search and totals and nothing else: the job that purges says so itself.
    """
    changed = after or before
    if changed is None:
        return None
    if after is None:
        contribute(ctx, object, changed.id, version=changed.version + 1, target=contributions.NOTHING)
        return None
    _tell(ctx, catalogue, object, before, after)
    contribute(ctx, object, after.id, version=after.version, target=contributions.of(object, after))
    return events.of(ctx.tenant, object, before, after)


def project_body(ctx: Context, object: Object, *, before: Body | None, after: Body | None) -> None:
    """Write down how a record's large values changed."""
    entry = audit.body_entry_of(object, before, after) if after else None
    if after is not None and entry is not None:
        writes.execute(ctx, [timeline.append(ctx, after.id, entry)])


def has_followed(ctx: Context, row: Row) -> bool:
    """Return whether all that follows from a record's present version, its audit entry too, has been written down."""
    applied = index.applied(ctx, row.object, row.id)
    return applied is not None and applied.version >= row.version * REVISIONS_A_VERSION


def contribute(ctx: Context, object: Object, record: str, *, version: int, target: Contribution) -> None:
    """Make search and totals hold what this version of a record contributes, unless they hold a later one's.

    :raises Unavailable: when others kept changing the same record's contribution.
    """
    for _ in range(_PATIENCE):
        previous = index.applied(ctx, object.plural, record)
        if previous is not None and previous.version >= version * REVISIONS_A_VERSION:
            return
        try:
            _replace(ctx, object, record, previous, version, target)
            return
        except writes.Refused:
            continue  # somebody else has replaced it meanwhile; look again
    raise errors.Unavailable("others keep changing the same record; repeat the request")


def contribute_again(ctx: Context, object: Object, row: Row) -> None:
    """Make search and totals hold what a record contributes since its object counts or finds otherwise.

    Its version stays, so each writing takes the next revision after the last; a later version's contribution stands.

    :raises Unavailable: when others kept changing the same record's contribution.
    """
    target = contributions.of(object, row)
    for _ in range(_PATIENCE):
        previous = index.applied(ctx, object.plural, row.id)
        if previous is None or previous.version < row.version * REVISIONS_A_VERSION:
            contribute(ctx, object, row.id, version=row.version, target=target)
            return
        if previous.version >= (row.version + 1) * REVISIONS_A_VERSION - 1:
            return
        held = contributions.from_item(previous.contribution)
        all_steps = contributions.difference(held, target)
        if not all_steps:
            return
        steps = all_steps[:STEPS_A_TRANSACTION]
        reached = target if len(steps) == len(all_steps) else contributions.advance(held, steps)
        now = Applied(previous.version + 1, contributions.to_item(reached))
        again = index.apply(ctx, object.plural, row.id, now, previous=previous)
        try:
            writes.execute(ctx, [again, *(_write(ctx, object, row.id, step) for step in steps)])
        except writes.Refused:
            continue
    raise errors.Unavailable("others keep changing the same record; repeat the request")


def _replace(
    ctx: Context, object: Object, record: str, previous: Applied | None, version: int, target: Contribution
) -> None:
    held = before = contributions.from_item(previous.contribution) if previous else contributions.NOTHING
    for chunk, is_last in _chunks(contributions.difference(held, target)):
        held = target if is_last else contributions.advance(held, chunk)
        now = Applied(_revision(previous, version, is_last=is_last), contributions.to_item(held))
        replaced = index.apply(ctx, object.plural, record, now, previous=previous)
        writes.execute(ctx, [replaced, *(_write(ctx, object, record, step) for step in chunk)])
        previous = now
    vocabulary.follow(ctx, object, before.tokens, target.tokens)


def _chunks(steps: Sequence[Step]) -> Iterator[tuple[list[Step], bool]]:
    """Yield the steps in portions that fit a transaction, at least one, and whether each is the last."""
    remaining, rest = iter(steps), len(steps)
    while True:
        chunk = list(islice(remaining, STEPS_A_TRANSACTION))
        rest -= len(chunk)
        yield chunk, rest == 0
        if rest == 0:
            return


def _revision(previous: Applied | None, version: int, *, is_last: bool) -> int:
    """Return the next number between the version before and this one; the last portion bears this version itself."""
    if is_last:
        return version * REVISIONS_A_VERSION
    before = (version - 1) * REVISIONS_A_VERSION
    return max(before, previous.version if previous else before) + 1


def _write(ctx: Context, object: Object, record: str, step: Step) -> Write:
    match step:
        case DropToken(token, field):
            return index.delete_token(ctx, object.plural, token=token, record=record, field=field)
        case KeepToken(token, field, text):
            return index.put_token(ctx, object.plural, Token(token, record, field, text))
        case AddTally(key, tally):
            counter = Counter(key.option, key.owner, key.currency, tally.count, tally.sums)
            return index.add_to_counter(ctx, object.plural, key.field, counter, shard=keys.shard_of(record))


def _tell(ctx: Context, catalogue: Catalogue, object: Object, before: Row | None, after: Row) -> None:
    """Put the change into the timeline of the record, and a new relation into that of the other side too."""
    entry = audit.entry_of(object, before, after)
    if entry is None:
        return
    entries = [(after.id, entry), *_relations(catalogue, object, before, after)]
    appended = [timeline.append(ctx, record, told) for record, told in entries]
    writes.batch(ctx, [*appended, *trash.follows(ctx, object, before, after)])


def _relations(catalogue: Catalogue, object: Object, before: Row | None, after: Row) -> Iterator[tuple[str, Entry]]:
    for field in object.links:
        if not catalogue.target(field).features.activities:
            continue
        known = _linked_ids(before.values.get(field.name)) if before else []
        for other in dict.fromkeys(_linked_ids(after.values.get(field.name))):
            if other not in known:
                yield other, audit.relation_entry_of(object, after, field.name)


def _linked_ids(stored: Any) -> list[str]:
    """Return the ids that a link field holds: one, or several with attributes."""
    values = stored if isinstance(stored, list | tuple) else [stored] if stored else []
    return [str(value["id"]) if isinstance(value, Mapping) else str(value) for value in values]
