"""Pages of the web that a firm links to: whether they are there, and nothing of what they say.

The addresses are typed by people, so they are asked through the same walls as webhooks: only public hosts, the one that
was looked at is the one dialled, no redirect is followed, no cookie kept, no body read. Whoever answers a byte at a
time keeps nobody waiting. ``AntiSSRF`` and ``requests`` are imported where they are opened, a tenth of a second.
"""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

CONNECT_SECONDS: Final = 2.0
READ_SECONDS: Final = 3.0
LONGEST_CALL: Final = 6.0
AT_ONCE: Final = 30
DENIED: Final = ("::/96",)
"""What the recommended list leaves out: IPv4 in IPv6 the old way, which some stacks still dial."""


def statuses(urls: Sequence[str]) -> dict[str, int | None]:
    """Return what each address answers to somebody who only asks whether it is there; None where nobody answers."""
    if not urls:
        return {}
    with ThreadPoolExecutor(max_workers=AT_ONCE) as asking:
        return dict(zip(urls, asking.map(_status, urls), strict=True))


def _status(url: str) -> int | None:
    came: list[int] = []
    caller = threading.Thread(target=_ask, args=(url, came), daemon=True)
    caller.start()
    caller.join(LONGEST_CALL)
    return came[0] if came else None


def _ask(url: str, came: list[int]) -> None:
    import requests  # noqa: PLC0415 - see the module
    from AntiSSRF import AntiSSRFError  # noqa: PLC0415 - see the module

    try:
        with _session() as session:
            for method in ("HEAD", "GET"):  # some answer only to the second
                answer = session.request(
                    method, url, timeout=(CONNECT_SECONDS, READ_SECONDS), allow_redirects=False, stream=True
                )
                answer.close()
                if answer.status_code not in (403, 404, 405, 501):
                    break
            came.append(int(answer.status_code))
    except (AntiSSRFError, requests.exceptions.RequestException, OSError, ValueError):
        return


def _session() -> Any:
    from AntiSSRF import AntiSSRFPolicy, PolicyConfigOptions  # noqa: PLC0415 - see the module

    policy = AntiSSRFPolicy(PolicyConfigOptions.EXTERNAL_ONLY_LATEST)
    policy.add_xff_header = False
    policy.allow_plain_text_http = True
    policy.add_denied_addresses(list(DENIED))
    session = policy.get_antissrf_session()
    session.trust_env = False
    session.headers["User-Agent"] = "Tendero-Link-Check/1.0"
    return session
