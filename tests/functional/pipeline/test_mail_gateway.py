"""What the one call to SES carries, and what each way of ending it means."""

from dataclasses import replace

import pytest
from botocore.exceptions import ConnectionClosedError

from chalicelib import settings
from chalicelib.gateways import mail
from chalicelib.gateways.mail import NoAnswer, Outgoing, RefusedForGood, RefusedForNow
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import connection
from tests.fake_ses import FakeSes
from tests.faults import Fault, FaultInjector

REMINDER = Outgoing(
    tenant=TenantId("abcdefghijklmnop2345"),
    mid="reminders.01KB2T9WM0TASKTASKTASKTASK-20261124T090000Z",
    to="pepa@rios.example",
    subject="Recordatorio: llamar a Ana",
    text="Hola",
    html="<p>Hola</p>",
)


def test_a_mail_carries_the_tags_by_which_its_events_come_back(ses: FakeSes) -> None:
    mail.send(REMINDER)

    (copy,) = ses.copies
    assert copy.tags == {"tenant": REMINDER.tenant, "mid": REMINDER.mid}
    assert (copy.to, copy.subject, copy.text, copy.html) == (REMINDER.to, REMINDER.subject, "Hola", "<p>Hola</p>")


@pytest.mark.parametrize("code", ["SendingPausedException", "AccountSuspendedException", "NotFoundException"])
def test_what_is_not_the_mails_fault_may_pass_later(ses: FakeSes, code: str) -> None:
    ses.refuses = code

    with pytest.raises(RefusedForNow, match=code):
        mail.send(REMINDER)


@pytest.mark.parametrize("code", ["MessageRejected", "MailFromDomainNotVerifiedException", "BadRequestException"])
def test_what_ses_will_never_take_is_refused_for_good(ses: FakeSes, code: str) -> None:
    ses.refuses = code

    with pytest.raises(RefusedForGood, match=code):
        mail.send(REMINDER)


def test_a_failure_inside_ses_is_silence_because_the_mail_may_have_gone(ses: FakeSes) -> None:
    ses.refuses = "InternalFailure"

    with pytest.raises(NoAnswer):
        mail.send(REMINDER)


def test_a_lost_answer_is_silence_and_one_copy(ses: FakeSes, faults: FaultInjector) -> None:
    faults.arm(Fault(0, "lost"))

    with faults.counting(), pytest.raises(NoAnswer, match=ConnectionClosedError.__name__):
        mail.send(REMINDER)

    assert len(ses.copies) == 1


def test_the_sdk_makes_a_single_attempt(ses: FakeSes) -> None:
    mail.send(REMINDER)

    assert connection.client("sesv2", attempts=1).meta.config.retries["total_max_attempts"] == 1


@pytest.mark.parametrize(
    "unsafe",
    [
        replace(REMINDER, subject="hola\r\nBcc: evil@e.com"),
        replace(REMINDER, subject="hola\u2028Bcc: evil@e.com"),
        replace(REMINDER, subject="=?utf-8?q?hi=0D=0ABcc:_evil@e.com?="),
        replace(REMINDER, subject="x" * 2_000),
        replace(REMINDER, to="pepa@rios.example, eva@evil.example"),
        replace(REMINDER, to="Pepa <pepa@rios.example>"),
        replace(REMINDER, to="pepa@rios.example\nBcc: eva@evil.example"),
        replace(REMINDER, reply_to="=?utf-8?q?x?=@rios.example"),
        replace(REMINDER, mid="reminders.with space"),
    ],
)
def test_a_header_that_could_grow_another_never_leaves(ses: FakeSes, unsafe: Outgoing) -> None:
    with pytest.raises(RefusedForGood):
        mail.send(unsafe)

    assert ses.copies == []


def test_without_a_configuration_set_no_event_would_come_back_so_nothing_is_sent(ses: FakeSes) -> None:
    settings.use(replace(settings.current(), mail_configuration_set=""))

    with pytest.raises(RefusedForGood, match="untraceable"):
        mail.send(REMINDER)

    assert ses.copies == []
