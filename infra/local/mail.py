"""The mail room of the local cloud: plays SES for the functions and keeps every mail for a person to read.

The emulator takes mail but forgets tags and headers and sends no events; so `SendEmail` passes through here, and what
SES would put on the bus goes to the targets of the template's own rules (`mail_events`). A mail of the configuration
set that is tracked is shown as SES would have sent it: with an image of SES's own, and with links that lead by way of
SES, which tells of both.
"""

import html
import json
import re
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from email.header import decode_header, make_header
from pathlib import Path
from typing import Any

from chalicelib.gateways.mail import TRACKED
from infra.local import mail_events
from infra.local.cloud import Cloud
from infra.local.mail_events import Teller, Told

CONFIGURATION_SET = "ses:configuration-set"
_HREF = re.compile(r'(<a\b[^>]*?\bhref=)(["\'])(https?://.*?)\2', re.IGNORECASE | re.DOTALL)
_UNTRACKED = re.compile(r"\bses:no-track\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    id: str
    sender: str
    to: Sequence[str]
    subject: str
    headers: Mapping[str, str]
    text: str
    html: str
    sent_at: str
    tags: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def is_tracked(self) -> bool:
        """Whether SES tells of its openings and clicks."""
        return any(name.endswith(TRACKED) for name in self.tags.get(CONFIGURATION_SET, ()))

    @property
    def links(self) -> list[str]:
        """The addresses that SES replaces with its own, in order."""
        return [html.unescape(found[3]) for found in _HREF.finditer(self.html) if not _UNTRACKED.search(found[0])]

    def about(self) -> dict[str, Any]:
        """What every event of SES says about the mail."""
        return {
            "timestamp": self.sent_at,
            "source": self.sender,
            "messageId": self.id,
            "destination": list(self.to),
            "tags": dict(self.tags),
        }

    def public(self) -> dict[str, Any]:
        """The mail as `/_mail.json` shows it."""
        shown = asdict(self)
        return {"id": shown.pop("id"), "from": shown.pop("sender"), **shown}


class MailRoom:
    """Every mail of a home, newest first; a file of lines, so that nothing is lost whatever ends the process."""

    def __init__(self, path: Path, cloud: Cloud) -> None:
        self._path, self._teller = path, Teller(cloud)
        self._lock = threading.Lock()
        lines = path.read_text().splitlines() if path.exists() else []
        self._mails = [Mail(**json.loads(line)) for line in lines]

    def newest_first(self) -> list[Mail]:
        with self._lock:
            return self._mails[::-1]

    def find(self, mail_id: str) -> Mail | None:
        return next((mail for mail in self.newest_first() if mail.id == mail_id), None)

    def accept(self, request: Mapping[str, Any], message_id: str) -> None:
        """This function will keep a mail that SES accepted, and tell what became of it."""
        mail = _mail(request, message_id)
        with self._lock, self._path.open("a") as file:
            file.write(json.dumps(asdict(mail)) + "\n")
            self._mails.append(mail)
        self._teller.tell(events_of(mail))

    def opened(self, mail: Mail, *, agent: str, address: str) -> None:
        """This function will tell that SES's image in a mail was fetched."""
        if mail.is_tracked:
            self._teller.tell([mail_events.of_opening(mail.about(), at=_now(), agent=agent, address=address)])

    def followed(self, mail: Mail, number: int, *, agent: str, address: str) -> str | None:
        """This function will tell that a mail's link was followed, and return where it leads; None if there is none."""
        if not mail.is_tracked or not 0 <= number < len(mail.links):
            return None
        link = mail.links[number]
        self._teller.tell([mail_events.of_click(mail.about(), at=_now(), agent=agent, address=address, link=link)])
        return link

    def drain(self) -> None:
        """This function will return when everything that happened has been told."""
        self._teller.drain()


def events_of(mail: Mail) -> list[Told]:
    """This function will return what SES tells when it has sent a mail: type of the event and its detail, in order."""
    return mail_events.of_sending(mail.about())


def as_sent(mail: Mail) -> str:
    """This function will return a mail's HTML as its recipient gets it: with SES's links and its image, if tracked."""
    if not mail.is_tracked:
        return mail.html
    numbers = iter(range(len(mail.links)))

    def by_way_of_ses(found: re.Match[str]) -> str:
        if _UNTRACKED.search(found[0]):
            return found[0]
        return f"{found[1]}{found[2]}/_mail/{mail.id}/links/{next(numbers)}{found[2]}"

    image = f'<img src="/_mail/{html.escape(mail.id)}/open.gif" alt="" width="1" height="1">'
    return _HREF.sub(by_way_of_ses, mail.html) + image


def _now() -> str:
    return datetime.fromtimestamp(time.time(), UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _mail(request: Mapping[str, Any], message_id: str) -> Mail:
    content = request.get("Content", {}).get("Simple", {})
    body = content.get("Body", {})
    tags = {tag["Name"]: [tag["Value"]] for tag in request.get("EmailTags", [])}
    if "ConfigurationSetName" in request:
        tags[CONFIGURATION_SET] = [request["ConfigurationSetName"]]
    return Mail(
        id=message_id,
        sender=str(make_header(decode_header(request.get("FromEmailAddress", "")))),
        to=request.get("Destination", {}).get("ToAddresses", []),
        subject=content.get("Subject", {}).get("Data", ""),
        headers={header["Name"]: header["Value"] for header in content.get("Headers", [])},
        text=body.get("Text", {}).get("Data", ""),
        html=body.get("Html", {}).get("Data", ""),
        sent_at=_now(),
        tags=tags,
    )


STYLE = """
body{font:14px/1.5 system-ui,sans-serif;margin:0 auto;max-width:760px;padding:24px;color:#262421;background:#fcfaf6}
article{background:#fff;border:1px solid #ece9e5;border-radius:8px;padding:16px;margin:12px 0}
h1{font-size:20px} h2{font-size:16px;margin:0 0 4px} p{margin:0;color:#5d5a57} pre{white-space:pre-wrap;font:inherit}
a{color:#006f4c}
"""


def page(mails: Sequence[Mail]) -> str:
    """This function will return the mailbox as a page; it needs no script."""
    shown = "".join(_article(mail) for mail in mails) or "<p>No mail yet.</p>"
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Mail · Tendero</title><style>{STYLE}</style><h1>Mail</h1>"
        '<p>Every mail the local cloud sent, newest first. <a href="/_mail.json">As JSON</a></p>'
        f"{shown}</html>"
    )


def _article(mail: Mail) -> str:
    link = f' · <a href="/_mail/{html.escape(mail.id)}">as HTML</a>' if mail.html else ""
    return (
        f"<article><h2>{html.escape(mail.subject)}</h2>"
        f"<p>{html.escape(mail.sender)} → {html.escape(', '.join(mail.to))} · {mail.sent_at}{link}</p>"
        f"<pre>{_with_links(mail.text)}</pre></article>"
    )


def _with_links(text: str) -> str:
    """The text with its addresses to click on: a mail of an invitation is there to be followed."""
    words = []
    for line in text.split("\n"):
        parts = [html.escape(part) for part in line.split(" ")]
        words.append(" ".join(f'<a href="{part}">{part}</a>' if part.startswith("http") else part for part in parts))
    return "\n".join(words)
