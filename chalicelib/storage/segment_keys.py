"""The keys of segments: who is in which, how many, and when time will move whom."""

from chalicelib.kernel.context import Context
from chalicelib.storage.keys import Key, checked, shard_of


def members(ctx: Context, segment: str) -> str:
    """Return the partition of the records that are in a segment."""
    return f"T#{ctx.tenant}#member#{checked(segment)}"


def member(ctx: Context, segment: str, record: str) -> Key:
    """Return the key that says that a record is in a segment."""
    return Key(members(ctx, segment), checked(record))


def standing(ctx: Context, object: str, record: str) -> Key:
    """Return the key of where a record stands among the segments."""
    return Key(f"T#{ctx.tenant}#standing", f"{object}#{checked(record)}")


def sizes(ctx: Context) -> str:
    """Return the partition of how many records each segment holds."""
    return f"T#{ctx.tenant}#segsize"


def size(ctx: Context, segment: str, shard: int) -> Key:
    """Return the key of one of the sub-rows that count a segment's records."""
    return Key(sizes(ctx), f"{checked(segment)}#{shard}")


def days(ctx: Context, segment: str) -> str:
    """Return the partition of who came into a segment and left it, day by day."""
    return f"T#{ctx.tenant}#segday#{checked(segment)}"


def day(ctx: Context, segment: str, day: str, shard: int) -> Key:
    """Return the key of one of the sub-rows of a day of a segment."""
    return Key(days(ctx, segment), f"{day}#{shard}")


def turns(ctx: Context, shard: int) -> str:
    """Return the partition of the records of a shard that time alone will bring into a segment or out of it."""
    return f"T#{ctx.tenant}#segturn#{shard}"


def turn(ctx: Context, due: str, object: str, record: str) -> Key:
    """Return the key that says when a record must be looked at again."""
    return Key(turns(ctx, shard_of(record)), f"{due}#{object}#{checked(record)}")
