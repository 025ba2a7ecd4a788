"""Which id a record of an import gets: always the same for the same row, so that no repetition makes a second one."""

import hashlib

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TIME_DIGITS = 10
_RANDOM_BITS = 80


def record_id(job: str, *parts: str) -> str:
    """Return the id that a job gives to what ``parts`` name: a ULID of the job's time, its random half a hash."""
    digest = hashlib.sha256("\x1f".join((job, *parts)).encode("utf-8", "surrogatepass")).digest()
    number = int.from_bytes(digest[: _RANDOM_BITS // 8], "big")
    tail = "".join(_CROCKFORD[(number >> shift) & 31] for shift in range(_RANDOM_BITS - 5, -1, -5))
    return job[:_TIME_DIGITS] + tail
