"""What fetches mails and links without anybody reading: scanners of gateways, prefetching clients, crawlers.

Told by how it names itself, by the network it calls from, and by what its request says of itself. The proxies through
which Gmail and Yahoo show a person the images of a mail that they have opened are no machines here: they fetch when
the person does. Apple's privacy proxy fetches every mail, read or not, and names itself with two words only.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Final

AGENT: Final = "agent"
HEAD: Final = "head"
PREFETCH: Final = "prefetch"
GATEWAY: Final = "gateway"
FLAG: Final = "flag"

_MACHINES: Final = re.compile(
    r"(?<!cu)bot\b|bot/|crawl|spider|scan|preview|prefetch|headless|phantom|monitor|barracuda|mimecast|proofpoint|messagelabs"
    r"|symantec|trendmicro|forcepoint|sophos|fireeye|cisco|ironport|safelinks|urldefense|virustotal|existence discovery"
    r"|curl/|wget|python|aiohttp|httpx|okhttp|java/|go-http|libwww|axios|node-fetch|apache-http|ruby|perl|winhttp",
    re.IGNORECASE,
)
_PEOPLE: Final = re.compile(r"GoogleImageProxy|YahooMailProxy|ggpht\.com", re.IGNORECASE)
_APPLE_PROXY: Final = "Mozilla/5.0"
_PREFETCH_HEADERS: Final = ("sec-purpose", "purpose", "x-purpose", "x-moz")
_PREFETCHES: Final = re.compile(r"prefetch|preview|prerender", re.IGNORECASE)
_FLAG: Final = re.compile(r"bot|machine|automat", re.IGNORECASE)
_DENIALS: Final = (None, False, 0, "", "false", "False", "FALSE", "human", "Human", "HUMAN", "no", "none", "NONE")

GATEWAYS: Final = (
    "40.92.0.0/15",  # Exchange Online Protection
    "40.107.0.0/16",
    "52.100.0.0/14",
    "104.47.0.0/17",
    "67.231.144.0/20",  # Proofpoint
    "148.163.128.0/19",
    "205.220.160.0/20",
    "205.139.110.0/23",  # Mimecast
    "207.211.30.0/23",
    "170.10.128.0/22",
    "64.235.144.0/20",  # Barracuda
    "209.222.80.0/21",
    "85.158.136.0/21",  # Symantec, MessageLabs
    "193.109.254.0/23",
    "216.82.240.0/20",
)
"""Networks from which gateways call that look at mails before people do, as their makers publish them."""


def signs(*, agent: str, address: str) -> tuple[str, ...]:
    """Return why a fetch was a machine's, judged by what it calls itself and where it comes from."""
    found = []
    if is_machine(agent):
        found.append(AGENT)
    if is_gateway(address):
        found.append(GATEWAY)
    return tuple(found)


def signs_of_request(method: str, headers: Mapping[str, str], address: str) -> tuple[str, ...]:
    """Return why a request for a link was a machine's; ``headers`` by lower-case name."""
    found = [*signs(agent=headers.get("user-agent", ""), address=address)]
    if method == "HEAD":
        found.append(HEAD)
    if any(_PREFETCHES.search(headers.get(name, "")) for name in _PREFETCH_HEADERS):
        found.append(PREFETCH)
    return tuple(found)


def is_machine(agent: str) -> bool:
    """Return whether what calls itself ``agent`` is no person's client; what hides its name is none."""
    if _PEOPLE.search(agent):
        return False
    return agent.strip() in ("", _APPLE_PROXY) or _MACHINES.search(agent) is not None


def is_gateway(address: str) -> bool:
    """Return whether a network address belongs to a gateway that looks at mails."""
    try:
        place = ip_address(address)
    except ValueError:
        return False
    return any(place in network for network in _networks() if network.version == place.version)


def is_flagged(detail: Mapping[str, object]) -> bool:
    """Return whether SES says of an opening or a click that it was a machine's: by any name it may give to that."""
    return any(_FLAG.search(name) and value not in _DENIALS for name, value in detail.items() if name != "userAgent")


@lru_cache(maxsize=1)
def _networks() -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(network) for network in GATEWAYS)
