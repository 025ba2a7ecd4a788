"""The records of DNS that prove a domain: which ones, and whether they are published."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from chalicelib.gateways import dns, mail_identities

OWNER: Final = "tendero-domain-verification="
MOST_SHOWN: Final = 5
LONGEST_SHOWN: Final = 300


@dataclass(frozen=True, slots=True)
class Record:
    """A record to publish. ``state`` is unchecked, found, missing, different or unanswered; ``found`` what is there.

    ``purpose`` is ownership, dkim, dmarc, return_path or spf.
    """

    purpose: str
    type: str
    name: str
    value: str
    required: bool
    state: str = "unchecked"
    found: Sequence[str] = ()

    def item(self) -> dict[str, Any]:
        return {**asdict(self), "found": list(self.found)}


def wanted(domain: str, *, token: str, keys: Iterable[str]) -> Iterator[Record]:
    """Yield the records that prove a domain: the firm's ``token``, and the ``keys`` that SES signs with."""
    yield Record("ownership", "TXT", f"_tendero.{domain}", f"{OWNER}{token}", required=True)
    for key in keys:
        yield Record("dkim", "CNAME", f"{key}._domainkey.{domain}", f"{key}.dkim.amazonses.com", required=True)
    yield Record("dmarc", "TXT", f"_dmarc.{domain}", "v=DMARC1; p=none;", required=True)
    path = mail_identities.return_path(domain)
    yield Record("return_path", "MX", path, f"10 {mail_identities.feedback_host()}", required=False)
    yield Record("spf", "TXT", path, "v=spf1 include:amazonses.com ~all", required=False)


def looked_up(records: Sequence[Record]) -> list[Record]:
    """Return the records as DNS has them now, all asked at once."""
    with ThreadPoolExecutor(max_workers=8) as asking:
        return list(asking.map(_looked_up, records))


def _looked_up(record: Record) -> Record:
    try:
        found = next(filter(None, (dns.look_up(name, record.type) for name in _places(record))), [])
    except dns.NoAnswer:
        return replace(record, state="unanswered", found=())
    shown = tuple(text[:LONGEST_SHOWN] for text in found if _concerns(record, text))[:MOST_SHOWN]
    if any(_PROOFS[record.purpose](record, text) for text in found):
        return replace(record, state="found", found=shown)
    return replace(record, state="different" if shown else "missing", found=shown)


def _places(record: Record) -> Iterator[str]:
    """Yield where a record may stand: the policy of a name is that of the closest name above it that has one."""
    yield record.name
    if record.purpose == "dmarc":
        labels = record.name.split(".")[2:]
        while len(labels) >= 2:
            yield f"_dmarc.{'.'.join(labels)}"
            labels = labels[1:]


def _concerns(record: Record, text: str) -> bool:
    """Return whether a record that was found is of the same purpose: beside ours, a name has many texts."""
    begins = {"dmarc": "v=dmarc1", "spf": "v=spf1", "ownership": OWNER}.get(record.purpose, "")
    return text.lower().startswith(begins)


def _is_same(record: Record, text: str) -> bool:
    return text.strip().rstrip(".").lower() == record.value.lower()


def _is_policy(_: Record, text: str) -> bool:
    parts = [part.strip().lower() for part in text.split(";")]
    return parts[0] == "v=dmarc1" and any(part in ("p=none", "p=quarantine", "p=reject") for part in parts[1:])


def _lets_ses(_: Record, text: str) -> bool:
    words = text.lower().split()
    return words[:1] == ["v=spf1"] and "include:amazonses.com" in words


_PROOFS: Final[Mapping[str, Callable[[Record, str], bool]]] = {
    "ownership": _is_same,
    "dkim": _is_same,
    "dmarc": _is_policy,
    "return_path": _is_same,
    "spf": _lets_ses,
}
