"""Trying a template: as a given person would read it, and as a mail to those who work here.

A preview reads what the caller may read. A test mail goes to people of the firm and to nobody else, so it may go out
before the domain is verified: then it comes from an address of ours, in the sender's name. What it says is fixed when
it is asked for, and its links are as they were written: a test is in nobody's statistics.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.crm.marketing.mail import domains, findings, readers, senders, templates
from chalicelib.crm.marketing.mail.findings import Finding
from chalicelib.crm.marketing.mail.senders import Sender
from chalicelib.crm.marketing.mail.templates import TEMPLATE, NoFooter
from chalicelib.crm.marketing.templating.filling import Filled
from chalicelib.crm.marketing.templating.phrases import TooCostly
from chalicelib.engine import access, definitions, idempotency, mail_layout, outbox, overlays, people
from chalicelib.engine.catalogue import Object
from chalicelib.engine.definitions import Content
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.outbox import Mail, MailKind, Policy
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.settings import current
from chalicelib.storage import records, writes
from chalicelib.storage.records import Row

RUN: Final = "template-tests"
MOST_READERS: Final = 10
_TEST: Final = {"es": "[Prueba] ", "en": "[Test] "}


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried: a template with, perhaps, parts that are not saved yet, and the person who reads it.

    ``segments`` are those that the person is taken to be in; None means those they are in.
    """

    id: str
    object: str
    record: str
    changes: Mapping[str, Any]
    segments: Sequence[str] | None = None


def preview(ctx: Context, trial: Trial) -> dict[str, Any]:
    """Return the mail as one person would get it.

    :raises NotFound: when there is no such template, or the caller may not see the person.
    :raises InvalidInput: when the unsaved parts make no sense, or nobody writes to such records.
    """
    content = _content(ctx, trial)
    object, row = _person(ctx, trial)
    sender = senders.find(ctx, content.get("sender"))
    filled = _filled(ctx, trial, content, object, row, sender)
    return {
        "subject": filled.subject,
        "preheader": filled.preheader,
        "html": filled.html,
        "text": filled.text,
        "from": sender.mailbox if sender else None,
        "reply_to": sender.reply_to if sender else None,
        "bytes": len(filled.html.encode()),
    }


def send(ctx: Context, trial: Trial, *, to: Sequence[str], key: Idempotency | None = None) -> list[str]:
    """Plan a test mail to each of some users of the firm, the caller where none are named; return the addresses.

    The same ``key`` sends nobody a second one.

    :raises NotFound: when there is no such template, or the caller may not see the person.
    :raises InvalidInput: when somebody named does not work here.
    """
    access.require_managed(ctx, TEMPLATE.plural, "update")
    content = _content(ctx, trial)
    object, row = _person(ctx, trial)
    readers_ = people.several(ctx, to or [ctx.actor.id])
    if any(id not in readers_ or not readers_[id].is_active for id in to or [ctx.actor.id]):
        raise InvalidInput.of("to", "unknown_user", "A test goes to people who work here.")
    sender = senders.find(ctx, content.get("sender"))
    filled = _filled(ctx, trial, content, object, row, sender)
    data = {
        "subject": mail_layout.header_text(_TEST[content["language"]] + filled.subject),
        "text": filled.text,
        "html": filled.html,
        **_envelope(ctx, sender),
    }
    run = _run(ctx, key)
    planned = [
        outbox.plan(ctx, kind=MAIL, run=RUN, recipient=f"{run}-{person.id}", to=person.email, data=data)
        for person in readers_.values()
    ]
    for write in planned:  # a mail each: together they may be larger than one transaction
        with suppress(writes.Refused):  # planned before, by the same request
            writes.execute(ctx, [write])
    return sorted(person.email for person in readers_.values())


def _run(ctx: Context, key: Idempotency | None) -> str:
    """Return what the mails of one request are called after, which is kept before the first of them is planned."""
    kept = idempotency.replay(ctx, key) if key else None
    run: str = kept["run"] if kept else ctx.new_id()
    if key is None or kept is not None:
        return run
    try:
        writes.execute(ctx, [idempotency.remember(ctx, key, {"run": run})])
    except writes.Refused:
        return _run(ctx, key)
    return run


def check(ctx: Context, trial_id: str, changes: Mapping[str, Any], *, follow: bool) -> list[Finding]:
    """Return what is found in a template, with parts that are not saved yet.

    :raises NotFound: when there is no such template.
    """
    kept = definitions.get(ctx, TEMPLATE, id=trial_id).content
    return findings.of(ctx, _with(ctx, kept, changes), follow=follow)


def fields(ctx: Context, *, plural: str) -> list[dict[str, Any]]:
    """Return the merge fields that a mail to an object's people may name.

    :raises NotFound: when there is no such object, or nobody writes to its records.
    """
    object = overlays.load(ctx).of_plural(plural)
    if not object.features.reachable:
        raise NotFound("Nobody writes to these.")
    access.require(ctx, object, "read")
    return readers.offered(ctx, object)


def render(_: str, data: Mapping[str, Any]) -> Mail:
    """Return the test mail as it was when it was asked for."""
    return Mail(data["subject"], data["text"], data["html"], data.get("reply_to"), data.get("sender"))


MAIL: Final = MailKind("template_test", Policy.NOTICE, render)


def _content(ctx: Context, trial: Trial) -> Content:
    return _with(ctx, definitions.get(ctx, TEMPLATE, id=trial.id).content, trial.changes)


def _with(ctx: Context, kept: Content, changes: Mapping[str, Any]) -> Content:
    parts = {name: value for name, value in changes.items() if name != "name"}
    return templates.checked(ctx, {**kept, **parts}) if parts else kept


def _person(ctx: Context, trial: Trial) -> tuple[Object, Row]:
    object = overlays.load(ctx).of_plural(trial.object)
    if not object.features.reachable:
        raise InvalidInput.of("object", "not_people", "Nobody writes to these.")
    row = records.get(ctx, object.plural, trial.record, body=True)
    if row is None:
        raise NotFound("There is no such record.")
    access.require_seen(ctx, object, row)
    return object, row


def _filled(ctx: Context, trial: Trial, content: Content, object: Object, row: Row, sender: Sender | None) -> Filled:
    own = current().public_url.rstrip("/")
    footer = NoFooter(f"{own}/preferences/test", f"{own}/preferences/test")
    try:
        return templates.fill(
            ctx,
            content,
            object=object,
            row=row,
            sender=sender,
            footer=footer,
            links=str,
            locale=ctx.locale,
            holds=None if trial.segments is None else trial.segments.__contains__,
        )
    except TooCostly as costly:
        raise InvalidInput.of("blocks", "too_costly", str(costly)) from costly


def _envelope(ctx: Context, sender: Sender | None) -> dict[str, str]:
    """Return whom a test comes from: the sender, or in the sender's name an address of ours."""
    if sender is None:
        return {}
    answers = sender.reply_to or sender.address
    if domains.is_verified(ctx, senders.domain_of(sender.address)):
        return {"sender": sender.mailbox, "reply_to": answers}
    ours = current().mail_from.rpartition("<")[2].rstrip(">")
    return {"sender": f"{sender.name} <{ours}>", "reply_to": answers}
