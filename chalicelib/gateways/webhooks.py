"""The one client that calls addresses which a firm has typed: signed by Standard Webhooks, and led nowhere inside.

Every address that a name resolves to is looked at before the first byte, and the one looked at is the one dialled, so a
name that answers otherwise the second time gains nothing. Port 443, no redirects, no cookies, no proxy of ours; of the
answer no more than a little is read, and nothing of it is told to anybody but its status. ``AntiSSRF`` and
``standardwebhooks`` are imported where they are opened: with ``requests`` they cost a tenth of a second at a start.
"""

import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

from chalicelib import settings

CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 10.0
LONGEST_CALL: Final = timedelta(seconds=12)
MOST_ANSWER_BYTES: Final = 64_000
MOST_BODY_BYTES: Final = 20_000
LONGEST_URL: Final = 1_000
DENIED: Final = ("::/96",)
"""What the recommended list leaves out: IPv4 in IPv6 the old way, which some stacks still dial."""

_HOST: Final = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
_URL: Final = re.compile(rf"https://{_HOST}(?::443)?(?:/[!-\[\]-~]*)?")
_LOCAL_URL: Final = re.compile(r"http://127\.0\.0\.1:\d{2,5}(?:/[!-\[\]-~]*)?")


class NotReached(Exception):
    """Nobody answered, or nobody may be asked there. ``code`` says why, in a word of ours."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Call:
    """A call to be made: ``id`` is the same at every attempt, ``body`` is JSON, ``secrets`` sign it, each of them."""

    url: str
    id: str
    body: str
    secrets: Sequence[str]


def may_call(url: str) -> bool:
    """Return whether an address has a form that we would ever call: HTTPS, port 443, a name with a dot in it."""
    if len(url) > LONGEST_URL:
        return False
    if settings.current().webhook_loopback and _LOCAL_URL.fullmatch(url):
        return True
    return _URL.fullmatch(url) is not None and "@" not in urlsplit(url).netloc


def post(call: Call, *, now: datetime) -> int:
    """Make one call, once, and return the status of the answer.

    :raises NotReached: when there was none.
    """
    if not may_call(call.url) or len(call.body.encode()) > MOST_BODY_BYTES:
        raise NotReached("not_allowed")
    came: dict[str, Any] = {}
    caller = threading.Thread(target=_call, args=(call, _headers(call, now), came), daemon=True)
    caller.start()
    caller.join(LONGEST_CALL.total_seconds())  # whoever answers a byte at a time keeps nobody waiting
    if "status" in came:
        return int(came["status"])
    raise NotReached(came.get("code", "timeout"))


def _headers(call: Call, now: datetime) -> dict[str, str]:
    from standardwebhooks.webhooks import Webhook  # noqa: PLC0415 - only who sends signs

    at = now.replace(microsecond=0)
    signatures = [Webhook(secret).sign(call.id, at, call.body) for secret in call.secrets]
    return {
        "Content-Type": "application/json",
        "User-Agent": "Tendero-Webhooks/1.0",
        "webhook-id": call.id,
        "webhook-timestamp": str(int(at.astimezone(UTC).timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def _call(call: Call, headers: Mapping[str, str], came: dict[str, Any]) -> None:
    import requests  # noqa: PLC0415 - only who sends pays for it
    from AntiSSRF import AntiSSRFError  # noqa: PLC0415 - as above

    try:
        with _session() as session:
            answer = session.post(
                call.url,
                data=call.body.encode(),
                headers=headers,
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                allow_redirects=False,
                stream=True,
            )
            answer.raw.read(MOST_ANSWER_BYTES)
            answer.close()
            came["status"] = answer.status_code
    except AntiSSRFError:
        came["code"] = "not_allowed"
    except requests.exceptions.SSLError:
        came["code"] = "bad_certificate"
    except requests.exceptions.Timeout:
        came["code"] = "timeout"
    except (requests.exceptions.RequestException, OSError, ValueError):
        came["code"] = "unreachable"
    except Exception:
        came["code"] = "unreachable"  # whatever a stranger's answer broke, in a thread where nobody would see it
        raise


def _session() -> Any:
    from AntiSSRF import AntiSSRFPolicy, PolicyConfigOptions  # noqa: PLC0415 - as above

    policy = AntiSSRFPolicy(PolicyConfigOptions.EXTERNAL_ONLY_LATEST)
    policy.add_xff_header = False
    policy.add_denied_addresses(list(DENIED))
    if settings.current().webhook_loopback:
        policy.add_allowed_addresses(["127.0.0.1/32"])
        policy.allow_plain_text_http = True
    session = policy.get_antissrf_session()
    session.trust_env = False
    return session
