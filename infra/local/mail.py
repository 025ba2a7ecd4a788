"""The mail room of the local cloud: plays SES for the functions and keeps every mail for a person to read.

The emulator takes mail but forgets tags and headers and sends no events; so `SendEmail` passes through here, and what
SES would put on the bus (Send, then Delivery, with the tags) goes to the targets of the template's own rule. Mail to
SES's simulator addresses bounces or complains, as it does in AWS.
"""

import html
import json
import threading
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from infra.local.cloud import ACCOUNT, REGION, Cloud

SOURCE = "aws.ses"


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

    def public(self) -> dict[str, Any]:
        """The mail as `/_mail.json` shows it."""
        shown = asdict(self)
        return {"id": shown.pop("id"), "from": shown.pop("sender"), **shown}


class MailRoom:
    """Every mail of a home, newest first; a file of lines, so that nothing is lost whatever ends the process."""

    def __init__(self, path: Path, cloud: Cloud) -> None:
        self._path, self._cloud = path, cloud
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
        threading.Thread(target=self._tell, args=(mail,), daemon=True).start()

    def _tell(self, mail: Mail) -> None:
        for detail_type, detail in events_of(mail):
            event = {
                "version": "0",
                "id": str(uuid.uuid4()),
                "detail-type": detail_type,
                "source": SOURCE,
                "account": ACCOUNT,
                "time": mail.sent_at,
                "region": REGION,
                "resources": [],
                "detail": detail,
            }
            for function in self._targets(detail_type):
                self._cloud.client("lambda").invoke(
                    FunctionName=function, InvocationType="Event", Payload=json.dumps(event).encode()
                )

    def _targets(self, detail_type: str) -> list[str]:
        """The functions that rules of the default bus send this event to."""
        events = self._cloud.client("events")
        found = []
        for rule in events.list_rules()["Rules"]:
            pattern = json.loads(rule.get("EventPattern") or "{}")
            if SOURCE in pattern.get("source", []) and detail_type in pattern.get("detail-type", [detail_type]):
                found += [target["Arn"] for target in events.list_targets_by_rule(Rule=rule["Name"])["Targets"]]
        return found


def events_of(mail: Mail) -> list[tuple[str, dict[str, Any]]]:
    """This function will return what SES tells about a mail: type of the event and its detail, in order."""
    about = {
        "timestamp": mail.sent_at,
        "source": mail.sender,
        "messageId": mail.id,
        "destination": list(mail.to),
        "tags": dict(mail.tags),
    }
    recipients = [{"emailAddress": address} for address in mail.to]
    told: list[tuple[str, dict[str, Any]]] = [("Email Sent", {"eventType": "Send", "mail": about, "send": {}})]
    first = mail.to[0] if mail.to else ""
    if first.startswith("bounce@simulator."):
        bounce = {"bounceType": "Permanent", "bounceSubType": "General", "bouncedRecipients": recipients}
        told.append(("Email Bounced", {"eventType": "Bounce", "mail": about, "bounce": bounce}))
        return told
    delivery = {"timestamp": mail.sent_at, "recipients": list(mail.to), "smtpResponse": "250 OK"}
    told.append(("Email Delivered", {"eventType": "Delivery", "mail": about, "delivery": delivery}))
    if first.startswith("complaint@simulator."):
        complaint = {"complainedRecipients": recipients, "complaintFeedbackType": "abuse"}
        told.append(("Email Complaint Received", {"eventType": "Complaint", "mail": about, "complaint": complaint}))
    return told


def _mail(request: Mapping[str, Any], message_id: str) -> Mail:
    content = request.get("Content", {}).get("Simple", {})
    body = content.get("Body", {})
    tags = {tag["Name"]: [tag["Value"]] for tag in request.get("EmailTags", [])}
    if "ConfigurationSetName" in request:
        tags["ses:configuration-set"] = [request["ConfigurationSetName"]]
    return Mail(
        id=message_id,
        sender=request.get("FromEmailAddress", ""),
        to=request.get("Destination", {}).get("ToAddresses", []),
        subject=content.get("Subject", {}).get("Data", ""),
        headers={header["Name"]: header["Value"] for header in content.get("Headers", [])},
        text=body.get("Text", {}).get("Data", ""),
        html=body.get("Html", {}).get("Data", ""),
        sent_at=datetime.fromtimestamp(time.time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
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
