"""What leaves as a mail, read again as a mailbox reads it: its headers are those that were meant, and no others."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from chalicelib import settings
from chalicelib.engine import mail_layout
from chalicelib.gateways import mail
from chalicelib.gateways.mail import Outgoing, RefusedForGood
from chalicelib.kernel.ids import TenantId
from chalicelib.settings import Settings
from chalicelib.storage import connection
from tests.fake_ses import FakeSes

MINE = {
    "From",
    "To",
    "Subject",
    "Reply-To",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "MIME-Version",
    "Content-Type",
}
HEADERS = {"List-Unsubscribe": "<https://t.example/u>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
NAMES = (
    "Bodegas Ríos",
    "Bodegas Ríos, S.L.",
    'El "Sol" de Jaén',
    "Back\\slash",
    "O'Hara & Sons <sales>",
    "Peñíscola (Castellón): vinos; y más",
    "株式会社",
    "🍷 Vinos",
    "a" * 80,
    "ñ" * 80,
    "Ventas@Rios",
)


@pytest.fixture
def ses(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    """Return the requests that SES was sent."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    settings.use(Settings(mail_from="Tendero <hola@tendero.example>", mail_configuration_set="set"))
    connection.reset()
    asked: list[dict[str, Any]] = []
    fake = FakeSes()

    def attach(client: Any) -> None:
        client.meta.events.register_first(
            "before-parameter-build", lambda params, **_: asked.append(dict(params)) or None
        )
        fake.attach(client)

    connection.on_client(attach)
    yield asked
    connection.reset()
    settings.reset()


def outgoing(**more: Any) -> Outgoing:
    given_ = {"subject": "Hola", "text": "Hola\n", "html": "<p>Hola</p>", "headers": HEADERS, **more}
    return Outgoing(TenantId("t" * 20), "run.recipient", "ana@sol.example", **given_)


def as_read(request: dict[str, Any]) -> EmailMessage:
    """Return the mail as SES makes it of a Simple request, read again from its bytes."""
    simple = request["Content"]["Simple"]
    made = EmailMessage(policy=policy.SMTP)
    made["To"] = request["Destination"]["ToAddresses"][0]
    made["Subject"] = simple["Subject"]["Data"]
    for header in simple.get("Headers", ()):
        made[header["Name"]] = header["Value"]
    for address in request.get("ReplyToAddresses", ()):
        made["Reply-To"] = address
    made.set_content(simple["Body"]["Text"]["Data"])
    made.add_alternative(simple["Body"]["Html"]["Data"], subtype="html")
    raw = b"From: " + request["FromEmailAddress"].encode("ascii") + b"\r\n" + bytes(made)
    assert all(len(line) <= 998 for line in raw.splitlines())
    return message_from_bytes(raw, policy=policy.default)  # type: ignore[return-value]


@pytest.mark.parametrize("name", NAMES)
def test_a_senders_name_arrives_as_it_was_written(ses: list[dict[str, Any]], name: str) -> None:
    mail.send(outgoing(sender=f"{name} <hola@rios.example>", reply_to="respuestas@rios.example"))

    read = as_read(ses[0])

    assert set(read.keys()) <= MINE
    assert str(make_header(decode_header(parseaddr(ses[0]["FromEmailAddress"])[0]))) == name
    assert read["From"].addresses[0].addr_spec == "hola@rios.example"
    assert parseaddr(ses[0]["FromEmailAddress"])[1] == "hola@rios.example"
    assert len(read["From"].addresses) == 1


def test_our_own_sender_stays_as_it_is(ses: list[dict[str, Any]]) -> None:
    mail.send(outgoing())

    assert ses[0]["FromEmailAddress"] == "Tendero <hola@tendero.example>"


def test_both_parts_arrive_whole(ses: list[dict[str, Any]]) -> None:
    text, html = "Línea\n\n.\nFrom aquí\n" + "x" * 3_000 + "\n", "<p>" + "ñ" * 3_000 + "</p>"
    mail.send(outgoing(text=text, html=html))

    read = as_read(ses[0])

    parts = {part.get_content_type(): part.get_content().replace("\r\n", "\n").strip() for part in read.iter_parts()}
    assert parts == {"text/plain": text.strip(), "text/html": html}
    assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize(
    "unsafe",
    [
        {"subject": "Hola\r\nBcc: x@evil.example"},
        {"subject": "=?utf-8?q?=0D=0ABcc:_x@evil.example?="},
        {"sender": "Ríos\nBcc: x@evil.example <hola@rios.example>"},
        {"sender": "=?utf-8?q?a?= <hola@rios.example>"},
        {"reply_to": "a@rios.example, b@evil.example"},
        {"headers": {"X-One": "a\r\nBcc: x@evil.example"}},
        {"subject": "a\u2028b"},
    ],
)
def test_a_header_that_would_grow_another_is_never_sent(ses: list[dict[str, Any]], unsafe: dict[str, Any]) -> None:
    with pytest.raises(RefusedForGood):
        mail.send(outgoing(**unsafe))

    assert ses == []


@examples(max_examples=150, deadline=None)
@given(value=st.text(max_size=200))
def test_whatever_is_merged_into_a_subject_it_stays_one_header(value: str) -> None:
    subject = mail_layout.header_text(f"Hola {value}, ya")
    made = EmailMessage(policy=policy.SMTP)
    made["Subject"] = subject
    made.set_content("x")

    read = message_from_bytes(bytes(made), policy=policy.default)

    assert not mail.has_unsafe_header(subject)
    assert {name.lower() for name in list(read)} == {
        *("subject", "mime-version", "content-type", "content-transfer-encoding"),
    }
