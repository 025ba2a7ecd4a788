"""Which id a record of an import gets: always the same for the same row, so that no repetition makes a second one.

A record with a key - an address, another system's id - gets an id made of that key, so that two rows, two workers and
two imports meet in one record even before the search index has heard of it. The key goes through an HMAC, because an
id outlives what it was made of. A record without a key gets an id made of its job and row.
"""

import hashlib
import hmac

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM_BITS = 80
_TIMELESS = "01J0000000"
"""The time half of an id made of a key: the same for every import, and older than all of them."""


def by_row(job: str, object: str, row: int) -> str:
    """Return the id of what a row of a job makes: a ULID of the job's time, its random half a hash."""
    digest = hashlib.sha256(_joined(job, object, str(row))).digest()
    return job[: len(_TIMELESS)] + _spelled(digest)


def by_key(secret: bytes, tenant: str, object: str, field: str, value: str) -> str:
    """Return the id of the record of a tenant that has this value as its key."""
    digest = hmac.new(secret, _joined(tenant, object, field, value), hashlib.sha256).digest()
    return _TIMELESS + _spelled(digest)


def _joined(*parts: str) -> bytes:
    return "\x1f".join(parts).encode("utf-8", "surrogatepass")


def _spelled(digest: bytes) -> str:
    number = int.from_bytes(digest[: _RANDOM_BITS // 8], "big")
    return "".join(_CROCKFORD[(number >> shift) & 31] for shift in range(_RANDOM_BITS - 5, -1, -5))
