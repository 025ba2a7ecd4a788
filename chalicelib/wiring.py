"""The composition root: the only module that knows every domain. Whatever runs imports it first."""

from collections.abc import Mapping, Sequence

from chalicelib.crm.activities import jobs as activities_jobs
from chalicelib.crm.activities import objects as activities
from chalicelib.crm.activities import rules as activities_rules
from chalicelib.crm.admin import mails as admin_mails
from chalicelib.crm.contacts import objects as contacts
from chalicelib.crm.sales import jobs as sales_jobs
from chalicelib.crm.sales.objects import deals, leads, pipelines, trade
from chalicelib.engine import catalogue, trash, working
from chalicelib.engine.attachments import keeping, uploading
from chalicelib.engine.bulk import work as bulk
from chalicelib.engine.designing import refit_work
from chalicelib.engine.duplicates import scanning
from chalicelib.engine.events import Reaction
from chalicelib.engine.exporting import worker as exporting
from chalicelib.engine.importing import worker as importing
from chalicelib.engine.merging import work as merging
from chalicelib.engine.objects import ObjectDef
from chalicelib.engine.outbox import MailKind
from chalicelib.engine.privacy import requests as privacy
from chalicelib.engine.talk import mail as talk_mail
from chalicelib.engine.timers import Handler
from chalicelib.engine.working import Work

STANDARD: tuple[ObjectDef, ...] = (
    *contacts.OBJECTS,
    leads.LEAD,
    pipelines.PIPELINE,
    deals.DEAL,
    trade.PRODUCT,
    trade.ORDER,
    *activities.OBJECTS,
)

catalogue.declare(STANDARD)

WORK: Mapping[str, Work] = {
    work.kind: work
    for work in (
        importing.WORK,
        exporting.WORK,
        refit_work.WORK,
        merging.MERGE,
        scanning.WORK,
        *bulk.WORKS,
        trash.PURGE,
        privacy.WORK,
    )
}
"""Every kind of long work, by the name that its jobs bear."""

working.declare(WORK)

MAIL_KINDS: Mapping[str, MailKind] = {
    kind.name: kind for kind in (admin_mails.INVITATION, activities_jobs.TASK_REMINDER, talk_mail.MAIL)
}
"""Every reason to write to somebody, by the name that a row of the outbox bears."""

TIMER_KINDS: Mapping[str, Handler] = {
    uploading.TIMER: keeping.clear,
    activities_rules.REMINDER: activities_jobs.remind,
    working.TIMER: working.wake,
    trash.TIMER: trash.empty,
}
"""What a timer causes when it fires, by its kind."""

REACTIONS: Mapping[str, Sequence[Reaction]] = {"notifier": (sales_jobs.TELL_NEW_OWNER,)}
"""What is done when a record changes, by the function that hears of it."""
