"""What people have permitted, and at which addresses nobody is written to any more.

Three kinds of row. What *stands* about a person, channel and purpose: one row with a version, replaced by each
decision. The *ledger*: an entry for each decision, written once and never again. And addresses, known only by a digest
that the domain makes: those that are *suppressed*, with the reason, and those on the *exclusion* lists of the firm. A
row more counts what was written to a person lately.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan, reads, writes
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Delete, Put, Update, Write

SIZE: Final = ".size"
_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands about one person, channel and purpose; ``facts`` are the domain's. Version 0: nothing yet."""

    record: str
    channel: str
    purpose: str
    version: int = 0
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """What one read tells of a person: what stands, the counts of what was written, suppressions, exclusions."""

    standings: Sequence[Standing]
    written: Mapping[str, Mapping[str, Any]]
    suppressed: Mapping[str, Mapping[str, Any]]
    listed: frozenset[tuple[str, str]]

    @property
    def excluded(self) -> frozenset[str]:
        """The exclusion lists that hold any of the digests."""
        return frozenset(list for list, _ in self.listed)

    def of(self, records: Sequence[str], digest: str) -> "Found":
        """Return what the read tells of one person among several: of these records and this digest."""
        return Found(
            [each for each in self.standings if each.record in records],
            {record: row for record, row in self.written.items() if record in records},
            {digest: self.suppressed[digest]} if digest in self.suppressed else {},
            frozenset(pair for pair in self.listed if pair[1] == digest),
        )


def find(
    ctx: Context,
    records: Sequence[str],
    *,
    places: Collection[tuple[str, str]] = (),
    digests: Collection[str] = (),
    lists: Mapping[str, Collection[str]] = _NOTHING,
) -> Found:
    """Return what is known of a person, by one consistent read for up to a hundred rows.

    ``places`` are pairs of channel and purpose; ``lists`` names for each exclusion list the digests to look for there.
    """
    standing = {
        keys.consent(ctx, record, channel, purpose): (record, channel, purpose)
        for record in records
        for channel, purpose in places
    }
    written = {keys.written_to(ctx, record): record for record in records}
    suppressed = {keys.suppressed(ctx, digest): digest for digest in digests}
    excluded = {
        keys.excluded(ctx, list, digest): (list, digest) for list, several in lists.items() for digest in several
    }
    wanted = [*standing, *written, *suppressed, *excluded]
    items = {Key(item["pk"], item["sk"]): item for item in reads.get_many(names.INDEX, wanted, consistent=True)}
    return Found(
        [_standing(place, items.get(key)) for key, place in standing.items()],
        {written[key]: reads.facts(items[key]) for key in written if key in items},
        {suppressed[key]: reads.facts(items[key]) for key in suppressed if key in items},
        frozenset(excluded[key] for key in excluded if key in items),
    )


def standings(ctx: Context, record: str) -> list[Standing]:
    """Return all that stands about one record, read consistently."""
    found = reads.query_all(names.INDEX, keys.consents(ctx, record), prefix="state#", consistent=True)
    return [_standing((record, *_place(item)), item) for item in found]


def stand(ctx: Context, before: Standing, facts: Mapping[str, Any]) -> Put:
    """Plan to let something else stand; refused when what stands is not what was read."""
    return Put(
        names.INDEX,
        keys.consent(ctx, before.record, before.channel, before.purpose),
        {**facts, "version": before.version + 1},
        when=plan.equals("version", before.version) if before.version else plan.absent(),
    )


def enter(ctx: Context, record: str, *, at: str, id: str, facts: Mapping[str, Any]) -> Put:
    """Plan to add an entry to the ledger; refused when it is there."""
    return Put(names.INDEX, keys.consent_entry(ctx, record, at, id), facts, when=plan.absent())


def ledger(
    ctx: Context, record: str, *, limit: int, start: str | None = None
) -> tuple[list[dict[str, Any]], str | None]:
    """Return one page of a record's ledger, newest first, and where to go on; each entry has its ``id``."""
    pk = keys.consents(ctx, record)
    found, last = reads.page(
        names.INDEX, pk, prefix="ledger#", descending=True, limit=limit, start=start, consistent=True
    )
    entries = [{"id": item["sk"].rpartition("#")[2], "record": record, **reads.facts(item)} for item in found]
    return entries, last


def count(ctx: Context, record: str, mails: Mapping[str, str], *, before: Mapping[str, Any] | None) -> Put:
    """Plan to replace what was written to a person lately (mail to stamp), unless somebody else did meanwhile."""
    version = before["version"] if before else 0
    return Put(
        names.INDEX,
        keys.written_to(ctx, record),
        {"mails": dict(mails), "version": version + 1},
        when=plan.equals("version", version) if version else plan.absent(),
    )


def suppress(ctx: Context, digest: str, facts: Mapping[str, Any]) -> Update:
    """Plan to say why an address is not written to, beside what is said already."""
    return Update(names.INDEX, keys.suppressed(ctx, digest), set=facts)


def release(ctx: Context, digest: str, facts: Sequence[str]) -> Update:
    """Plan to take back why an address is not written to."""
    return Update(names.INDEX, keys.suppressed(ctx, digest), remove=facts, when=plan.present())


def suppression(ctx: Context, digest: str) -> dict[str, Any] | None:
    """Return why an address is not written to, read consistently, or None."""
    item = reads.get(names.INDEX, keys.suppressed(ctx, digest))
    return None if item is None else reads.facts(item)


def on_list(ctx: Context, list: str, digests: Sequence[str]) -> frozenset[str]:
    """Return which of some addresses are on an exclusion list."""
    wanted = [keys.excluded(ctx, list, digest) for digest in digests]
    return frozenset(item["sk"] for item in reads.get_many(names.INDEX, wanted, consistent=True))


def put_on(ctx: Context, list: str, digests: Sequence[str], *, at: str) -> Sequence[Write]:
    """Plan to put addresses on an exclusion list and count them; refused when one is there already."""
    entries = [Put(names.INDEX, keys.excluded(ctx, list, each), {"at": at}, when=plan.absent()) for each in digests]
    return [*entries, _counted(ctx, list, len(entries))]


def take_off(ctx: Context, list: str, digests: Sequence[str]) -> Sequence[Write]:
    """Plan to take addresses off an exclusion list and count them; refused when one is not there."""
    gone = [Delete(names.INDEX, keys.excluded(ctx, list, each), when=plan.present()) for each in digests]
    return [*gone, _counted(ctx, list, -len(gone))]


def size(ctx: Context, list: str) -> int:
    """Return how many addresses are on an exclusion list."""
    item = reads.get(names.INDEX, Key(keys.all_excluded(ctx, list), SIZE))
    return 0 if item is None else int(item["count"])


def forget(ctx: Context, record: str) -> None:
    """Remove all that is kept about one record: what stands, the ledger, the counts."""
    pk = keys.consents(ctx, record)
    for chunk in _chunks(reads.query_all(names.INDEX, pk, consistent=True), 100):
        writes.batch(ctx, [Delete(names.INDEX, Key(pk, item["sk"])) for item in chunk])


def _counted(ctx: Context, list: str, difference: int) -> Update:
    return Update(names.INDEX, Key(keys.all_excluded(ctx, list), SIZE), add={"count": difference})


def _standing(place: tuple[str, str, str], item: Mapping[str, Any] | None) -> Standing:
    if item is None:
        return Standing(*place)
    facts = {name: value for name, value in reads.facts(item).items() if name != "version"}
    return Standing(*place, version=int(item["version"]), facts=facts)


def _place(item: Mapping[str, Any]) -> tuple[str, str]:
    _, channel, purpose = item["sk"].split("#")
    return channel, purpose


def _chunks(items: Iterator[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    chunk: list[dict[str, Any]] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
