"""A link opens what was signed, for whom, for what and until when; anything else opens nothing, in the same words."""

import base64
import json
from dataclasses import replace
from datetime import timedelta

import boto3
import pytest

from chalicelib.engine import links
from chalicelib.engine.links import Link
from chalicelib.gateways import secrets
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.storage import directory, guard, writes
from tests import cloud, stage
from tests.unit import shared_world
from tests.world import World

SUBJECT = "contacts:01KB2T9WM0PEPAPEPAPEPAPEPA:news"


def refused(token: str, purpose: str = "unsubscribe", *, ctx: Context) -> str:
    with pytest.raises(NotFound) as refusal:
        links.read(token, purpose, now=ctx.now)
    return f"{refusal.value.code} {refusal.value.detail} {refusal.value.errors} {refusal.value.extra}"


def test_a_link_opens_what_was_signed(ctx: Context) -> None:
    token = links.sign(ctx, "unsubscribe", SUBJECT, ctx.now + timedelta(days=1))

    assert links.read(token, "unsubscribe", now=ctx.now) == Link(ctx.tenant, SUBJECT)


def test_a_link_without_an_end_opens_years_later(ctx: Context) -> None:
    token = links.sign(ctx, "unsubscribe", SUBJECT)

    assert links.read(token, "unsubscribe", now=ctx.now + timedelta(days=3650)).subject == SUBJECT


def test_whatever_is_wrong_is_answered_in_the_same_words(ctx: Context) -> None:
    token = links.sign(ctx, "unsubscribe", SUBJECT, ctx.now + timedelta(days=1))
    over = links.sign(ctx, "unsubscribe", SUBJECT, ctx.now)
    of_another = links.sign(replace(ctx, tenant=ctx.ids.tenant()), "unsubscribe", SUBJECT)
    mine, theirs = (base64.urlsafe_b64decode(each + "=" * (-len(each) % 4)) for each in (token, of_another))
    grafted = mine[: -links.MAC_BYTES] + theirs[-links.MAC_BYTES :]

    answers = {
        refused(token, "preferences", ctx=ctx),
        refused(over, ctx=ctx),
        refused(token + "=", ctx=ctx),
        refused(token[:-1], ctx=ctx),
        refused(base64.urlsafe_b64encode(grafted).rstrip(b"=").decode(), ctx=ctx),
        *(refused(odd, ctx=ctx) for odd in ("", "a", "ñ", "A" * 5000, "\ud800", "../..", "%00", "\x00")),
    }

    assert len(answers) == 1


def test_no_bit_of_a_link_can_be_turned(ctx: Context) -> None:
    token = links.sign(ctx, "unsubscribe", SUBJECT, ctx.now + timedelta(days=1))
    turned = [
        token[:place] + chr(ord(token[place]) ^ (1 << bit)) + token[place + 1 :]
        for place in range(len(token))
        for bit in range(7)
    ]

    for forged in turned:
        refused(forged, ctx=ctx)


def test_a_last_letter_that_decodes_alike_is_not_the_same_link(ctx: Context) -> None:
    for length in range(1, 4):
        token = links.sign(ctx, "unsubscribe", "x" * length)
        alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        opened = [last for last in alphabet if _opens(token[:-1] + last, ctx)]

        assert opened == [token[-1]]


def _opens(token: str, ctx: Context) -> bool:
    try:
        links.read(token, "unsubscribe", now=ctx.now)
    except NotFound:
        return False
    return True


def test_a_new_key_signs_and_the_old_one_still_verifies_until_it_is_taken_away(ctx: Context) -> None:
    old = links.sign(ctx, "unsubscribe", SUBJECT)
    try:
        _keep(link_key_1=stage.LINK_KEY, link_key_2="another-key-0123456789abcdef0123456789abcdef")
        new = links.sign(ctx, "unsubscribe", SUBJECT)
        assert {links.read(token, "unsubscribe", now=ctx.now).subject for token in (old, new)} == {SUBJECT}

        _keep(link_key_2="another-key-0123456789abcdef0123456789abcdef")
        refused(old, ctx=ctx)
        assert _opens(new, ctx)
    finally:
        _keep(link_key_1=stage.LINK_KEY)


def _keep(**keys: str) -> None:
    kept = {"pepper": stage.PEPPER, "cursor_key": stage.CURSOR_KEY, **keys}
    manager = boto3.client("secretsmanager", region_name=cloud.REGION)
    manager.put_secret_value(SecretId=shared_world.PREFIX, SecretString=json.dumps(kept))
    secrets.forget()


@pytest.mark.parametrize(
    ("purpose", "subject"), [("Un subscribe", "a"), ("", "a"), ("a", ""), ("a", "ñ"), ("a", "b c")]
)
def test_what_cannot_be_part_of_a_link_is_a_defect_of_ours(ctx: Context, purpose: str, subject: str) -> None:
    with pytest.raises(ValueError, match="cannot be part of a link"):
        links.sign(ctx, purpose, subject)


def test_a_link_leads_into_its_own_firm_and_no_other(world: World) -> None:
    ctx = world.ctx()
    link = Link(ctx.tenant, SUBJECT)
    outside = replace(ctx, tenant=world.ids.tenant())

    with pytest.raises(NotFound), links.public_ctx(outside, link):
        raise AssertionError("the firm is not there")
    with guard.entered(ctx.tenant):
        firm = {"currency": "USD", "time_zone": "Atlantic/Canary", "locale": "en"}
        writes.execute(ctx, [directory.put(ctx, directory.TENANT, firm)])
    with links.public_ctx(outside, link) as inside:
        assert (inside.tenant, inside.locale, inside.time_zone, inside.currency) == (
            ctx.tenant,
            "en",
            "Atlantic/Canary",
            "USD",
        )
        assert inside.actor.principal == "system:link"
        with pytest.raises(guard.TenancyViolation):
            directory.get(outside, directory.TENANT)
