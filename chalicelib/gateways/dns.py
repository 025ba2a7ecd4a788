"""DNS: what is published under a name, asked of a resolver and of nobody else.

A name is only ever looked up, never called: what comes back is compared and shown, and nothing connects to it.
dnspython takes a fifth of a second to import, so it is imported by the first question.
"""

from typing import Any, Final

from chalicelib.settings import current

SECONDS: Final = 2.0
"""How long one question may take, its repetitions included."""

TYPES: Final = frozenset({"TXT", "CNAME", "MX"})


class NoAnswer(Exception):
    """Nobody said what is there: a resolver was silent, or failed."""


def look_up(name: str, type: str) -> list[str]:
    """Return the records of a type under a name, as text; none when there are none.

    :raises NoAnswer: when the resolver gives no answer in time.
    """
    from dns import exception, resolver  # noqa: PLC0415 - see the module

    if type not in TYPES:
        raise ValueError(f"{type!r} is not looked up here")
    try:
        answer = _resolver().resolve(f"{name}.", type, search=False, lifetime=SECONDS)
    except (resolver.NXDOMAIN, resolver.NoAnswer):
        return []
    except exception.DNSException as failure:
        raise NoAnswer(f"{__name__}: {failure.__class__.__name__}") from failure
    return [_text(record) for record in answer]


def _text(record: Any) -> str:
    strings = getattr(record, "strings", None)
    if strings is not None:  # a long text is published in pieces, which mean one
        return b"".join(strings).decode("utf-8", "replace")
    return str(record).rstrip(".")


def _resolver() -> Any:
    from dns.resolver import Resolver  # noqa: PLC0415 - see the module

    host, _, port = current().dns_resolver.partition(":")
    asking = Resolver(configure=not host)
    if host:
        asking.nameservers, asking.port = [host], int(port or 53)
    asking.timeout = SECONDS / 2
    return asking
