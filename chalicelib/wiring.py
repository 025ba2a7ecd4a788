"""The composition root: the only module that knows every domain. Whatever runs imports it first."""

from collections.abc import Mapping, Sequence

from chalicelib import ahead  # noqa: F401  first: what is imported from here on starts with less
from chalicelib.crm.activities import jobs as activities_jobs
from chalicelib.crm.activities import objects as activities
from chalicelib.crm.activities import rules as activities_rules
from chalicelib.crm.admin import mails as admin_mails
from chalicelib.crm.automation.actions import calling, writing
from chalicelib.crm.automation.actions import people as giving
from chalicelib.crm.automation.forms import door as form_door
from chalicelib.crm.automation.runs import enabling, runs, timing
from chalicelib.crm.automation.runs import failed as runs_failed
from chalicelib.crm.automation.runs import measured as runs_measured
from chalicelib.crm.automation.webhooks import calls
from chalicelib.crm.automation.webhooks import failed as calls_failed
from chalicelib.crm.contacts import objects as contacts
from chalicelib.crm.marketing.campaigns import actions as campaign_actions
from chalicelib.crm.marketing.campaigns import course as campaign_course
from chalicelib.crm.marketing.campaigns import mails as campaign_mails
from chalicelib.crm.marketing.campaigns import objects as campaigns
from chalicelib.crm.marketing.campaigns import work as campaign_work
from chalicelib.crm.marketing.consent import asking, consents, deciding, forgetting, glance
from chalicelib.crm.marketing.mail import domains as mail_domains
from chalicelib.crm.marketing.mail import trying as mail_trying
from chalicelib.crm.marketing.results import measured as results_measured
from chalicelib.crm.marketing.tracking import habits
from chalicelib.crm.sales import jobs as sales_jobs
from chalicelib.crm.sales.objects import deals, leads, pipelines, trade
from chalicelib.engine import actions, beside, catalogue, channels, promises, reach, trash, working
from chalicelib.engine.actions import Action
from chalicelib.engine.alarms import counted, metrics
from chalicelib.engine.alarms import mails as alarm_mails
from chalicelib.engine.alarms import moving as alarms_moving
from chalicelib.engine.attachments import keeping, uploading
from chalicelib.engine.bulk import work as bulk
from chalicelib.engine.cards import answers as card_answers
from chalicelib.engine.cards import card
from chalicelib.engine.derived import telling as derived_telling
from chalicelib.engine.designing import refit_work
from chalicelib.engine.duplicates import scanning
from chalicelib.engine.events import Reaction
from chalicelib.engine.exporting import worker as exporting
from chalicelib.engine.failures import desk as failures
from chalicelib.engine.failures import failing, parked, telling
from chalicelib.engine.failures import mails as mails_failed
from chalicelib.engine.failures import work as work_failed
from chalicelib.engine.importing import worker as importing
from chalicelib.engine.merging import work as merging
from chalicelib.engine.objects import Label, ObjectDef
from chalicelib.engine.outbox import MailKind
from chalicelib.engine.privacy import requests as privacy
from chalicelib.engine.roles import agreed
from chalicelib.engine.segments import filling as segments_filling
from chalicelib.engine.segments import lists as segments_lists
from chalicelib.engine.segments import measured as segments_measured
from chalicelib.engine.segments import rfm as segments_rfm
from chalicelib.engine.segments import waking as segments_waking
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
    *campaigns.OBJECTS,
)

catalogue.declare(STANDARD)

agreed.declare(
    {
        "segments": Label("Segmentos y listas", "Segments and lists"),
        "templates": Label("Plantillas", "Templates"),
        "automations": Label("Automatizaciones", "Automations"),
        "action_rules": Label("Reglas de acción", "Action rules"),
        "assignments": Label("Reglas de reparto", "Assignment rules"),
        "forms": Label("Formularios", "Forms"),
        "webhooks": Label("Webhooks", "Webhooks"),
        "domains": Label("Dominios de envío", "Sending domains"),
        "senders": Label("Remitentes", "Senders"),
        "purposes": Label("Finalidades", "Purposes"),
        "exclusions": Label("Listas de exclusión", "Exclusion lists"),
        "marketing": Label("Ajustes de marketing", "Marketing settings"),
        "alarms": Label("Alarmas", "Alarms"),
    }
)
derived_telling.declare({reach.CONSENT: deciding.tell})
beside.declare((forgetting.KEEPING, habits.KEEPING, card_answers.KEEPING))

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
        campaign_work.WORK,
        enabling.WORK,
        segments_filling.FILL,
        segments_lists.WORK,
        segments_rfm.WORK,
    )
}
"""Every kind of long work, by the name that its jobs bear."""

working.declare(WORK)

channels.declare((channels.EMAIL,))

MAIL_KINDS: Mapping[str, MailKind] = {
    kind.name: kind
    for kind in (
        admin_mails.INVITATION,
        admin_mails.PASSWORD_RESET,
        admin_mails.PASSWORD_CHANGED,
        activities_jobs.TASK_REMINDER,
        talk_mail.MAIL,
        mail_trying.MAIL,
        campaign_mails.CAMPAIGN_MAIL,
        campaign_actions.AUTOMATION_MAIL,
        asking.REQUEST,
        alarm_mails.MAIL,
    )
}
"""Every reason to write to somebody, by the name that a row of the outbox bears."""

TIMER_KINDS: Mapping[str, Handler] = {
    uploading.TIMER: keeping.clear,
    activities_rules.REMINDER: activities_jobs.remind,
    working.TIMER: working.wake,
    promises.TIMER: promises.fall_due,
    trash.TIMER: trash.empty,
    campaign_course.TIMER: campaign_work.go_on,
    campaign_actions.LIST_TIMER: campaign_actions.put_on_list,
    segments_waking.TIMER: segments_waking.wake,
    mail_domains.TIMER: mail_domains.look_again,
    runs.TIMER: runs.wake,
    timing.DAY: timing.fall_due,
    timing.CLOCK: timing.strike,
    calls.TIMER: calls.wake,
    failing.TIMER: telling.tell,
    alarms_moving.MOVED: alarms_moving.wake,
    alarms_moving.DAY: alarms_moving.end_day,
}
"""What a timer causes when it fires, by its kind."""

REACTIONS: Mapping[str, Sequence[Reaction]] = {"notifier": (sales_jobs.TELL_NEW_OWNER,)}
"""What is done when a record changes, by the function that hears of it."""

ACTIONS: Mapping[str, Action] = {
    action.name: action
    for action in (
        campaign_actions.SEND_MAIL,
        campaign_actions.ADD_TO_LIST,
        writing.UPDATE,
        writing.CREATE,
        giving.ASSIGN,
        giving.NOTIFY,
        calling.WEBHOOK,
    )
}
"""What an automation can do, by the name that its steps bear, in the order in which they are offered."""

actions.declare(ACTIONS)
form_door.declare(consents.receive)

metrics.declare(
    (
        results_measured.CAMPAIGNS,
        segments_measured.SOURCE,
        counted.SOURCE,
        runs_measured.SOURCE,
        results_measured.STANDING,
    )
)
card.declare(glance.of)

failures.declare(
    (
        mails_failed.source(belongs={"campaign": campaigns.CAMPAIGN.plural}),
        runs_failed.SOURCE,
        calls_failed.SOURCE,
        work_failed.SOURCE,
        parked.SOURCE,
    )
)
