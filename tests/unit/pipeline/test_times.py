"""Times that must stand in a certain order, or a mail could go twice or never."""

from chalicelib.engine import channels, outbox, sending
from infra.functions import FUNCTIONS

SENDER = next(function for function in FUNCTIONS if function.name == "mail_sender")


def test_a_claim_outlives_the_function_that_made_it() -> None:
    assert outbox.LEASE.total_seconds() > SENDER.timeout


def test_a_sender_can_always_find_the_time_for_one_mail() -> None:
    assert sending.time_needed(channels.EMAIL).total_seconds() * 2 < SENDER.timeout


def test_an_event_has_longer_than_the_lease_to_arrive() -> None:
    assert all(horizon > outbox.LEASE for horizon in outbox.HORIZON.values())


def test_a_mail_stays_worth_sending_until_recovery_has_had_its_say() -> None:
    assert all(
        outbox.WORTH_SENDING_FOR[policy] > outbox.LEASE + outbox.HORIZON[policy]
        for policy in (outbox.Policy.SECURITY, outbox.Policy.REMINDER, outbox.Policy.NOTICE)
    )
