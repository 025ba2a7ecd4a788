"""SES: the one place from which a mail leaves, once a call.

``SendEmail`` has no idempotency token, so nothing here repeats it: the client makes a single attempt, and what came
back is one of three things. An id: the mail went. A refusal: the mail did not go, and the error says whether it may go
later. Silence: nobody knows, and only an event of SES that carries our ``mid`` can tell.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from email.header import Header

from botocore.exceptions import ClientError, ParamValidationError

from chalicelib.kernel import metering
from chalicelib.kernel.ids import TenantId
from chalicelib.settings import current
from chalicelib.storage import connection

LONGEST_CALL = timedelta(seconds=connection.CONNECT_SECONDS + connection.READ_SECONDS)
"""Connecting and reading together take no longer; a sender claims a mail only when it has more time than this."""

TRACKED = "-tracked"
"""How the name of the configuration set ends under which SES puts its own image and links into a mail."""

_TAG = re.compile(r"[A-Za-z0-9_.@-]{1,256}")
_ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]\\@]+@[^\s<>,;:\"()\[\]\\@]+")
_MAX_HEADER = 900
_PLAIN_NAME = re.compile(r"[A-Za-z0-9 _-]+")

_LATER = frozenset(
    {
        "TooManyRequestsException",
        "ThrottlingException",
        "Throttling",
        "LimitExceededException",
        "SendingPausedException",
        "AccountSuspendedException",
    }
)
_NEVER = frozenset({"MessageRejected", "MailFromDomainNotVerifiedException", "BadRequestException"})


class MailNotSent(Exception):
    """The mail did not go. ``code`` says why, in SES's word or ours."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class RefusedForNow(MailNotSent):
    """SES did not take it now and may take it later."""


class RefusedForGood(MailNotSent):
    """SES, or our own check of the headers, will never take it."""


class NoAnswer(Exception):
    """The call ended without a word: the mail may have gone or not."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A mail with the tags by which its events come back.

    ``sender`` is whom it is from, ``Name <address>``, where that is not Tendero; ``headers`` are further ones. Of a
    mail that is tracked SES tells also who opened it and followed its links.
    """

    tenant: TenantId
    mid: str
    to: str
    subject: str
    text: str
    html: str
    reply_to: str | None = None
    sender: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    is_tracked: bool = False


def send(mail: Outgoing) -> str:
    """Hand one mail to SES and return SES's id for it.

    :raises RefusedForNow: when it did not go and may go later.
    :raises RefusedForGood: when it did not go and never will.
    :raises NoAnswer: when nobody knows.
    """
    _check(mail)
    request = _request(mail)
    try:
        answer = connection.client("sesv2", attempts=1).send_email(**request)
    except ClientError as error:
        raise _read(error) from error
    except ParamValidationError as error:
        raise RefusedForGood("malformed") from error
    except Exception as error:
        raise NoAnswer(type(error).__name__) from error
    metering.add(metering.MAIL, 1)
    return str(answer["MessageId"])


def has_unsafe_header(value: str) -> bool:
    """Return whether a header made of ``value`` could grow another: a control, a line separator, an encoded word."""
    return "=?" in value or any(_breaks(character) for character in value)


def _breaks(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or character in "\u2028\u2029"


def _check(mail: Outgoing) -> None:
    headers = [mail.to, mail.subject, mail.reply_to or "", mail.sender or "", *mail.headers.values()]
    if any(has_unsafe_header(value) or len(value) > _MAX_HEADER for value in headers):
        raise RefusedForGood("unsafe_header")
    for address in filter(None, (mail.to, mail.reply_to)):
        if not _ADDRESS.fullmatch(address):
            raise RefusedForGood("not_an_address")
    if not _TAG.fullmatch(mail.mid) or not current().mail_configuration_set:
        raise RefusedForGood("untraceable")


def _request(mail: Outgoing) -> dict[str, object]:
    settings = current()
    return {
        "FromEmailAddress": _mailbox(mail.sender or settings.mail_from),
        "Destination": {"ToAddresses": [mail.to]},
        **({"ReplyToAddresses": [mail.reply_to]} if mail.reply_to else {}),
        "Content": {
            "Simple": {
                "Subject": {"Data": mail.subject, "Charset": "UTF-8"},
                "Body": {
                    "Text": {"Data": mail.text, "Charset": "UTF-8"},
                    "Html": {"Data": mail.html, "Charset": "UTF-8"},
                },
                **({"Headers": _headers(mail)} if mail.headers else {}),
            }
        },
        "ConfigurationSetName": settings.mail_configuration_set + (TRACKED if mail.is_tracked else ""),
        "EmailTags": [{"Name": "tenant", "Value": mail.tenant}, {"Name": "mid", "Value": mail.mid}],
    }


def _mailbox(sender: str) -> str:
    """Return ``Name <address>`` as a header holds it: SES takes it as it is, and a name may hold commas and accents."""
    name, _, address = sender.rpartition(" <")
    if not name:
        return sender
    if _PLAIN_NAME.fullmatch(name):
        return sender
    if name.isascii():
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}" <{address}'
    return f"{Header(name, 'utf-8', maxlinelen=75).encode(linesep='')} <{address}"


def _headers(mail: Outgoing) -> list[dict[str, str]]:
    return [{"Name": name, "Value": value} for name, value in mail.headers.items()]


def _read(error: ClientError) -> Exception:
    code = error.response["Error"]["Code"]
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 400)
    if code in _LATER:
        return RefusedForNow(code)
    if status >= 500:
        return NoAnswer(code)
    return RefusedForGood(code) if code in _NEVER else RefusedForNow(code)
