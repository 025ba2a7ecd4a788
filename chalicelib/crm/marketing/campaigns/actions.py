"""What marketing lets an automation do: write to the person that the record is, and put the record on a list.

A mail of an automation is one of the outbox like any other: planned in the transaction of its step, composed when it is
sent, and looked at once more before it goes. Quiet hours and the frequency cap make it wait.
"""

from collections.abc import Sequence
from typing import Final

from chalicelib.crm.marketing.campaigns import mails
from chalicelib.crm.marketing.consent import consents, verdicts
from chalicelib.crm.marketing.mail import senders, templates
from chalicelib.engine import definitions, outbox, timers
from chalicelib.engine.actions import Action, Moment, Outcome, Parameter, Parameters
from chalicelib.engine.catalogue import Object
from chalicelib.engine.objects import Label
from chalicelib.engine.outbox import Delivery, Later, MailKind, Policy, Stop
from chalicelib.engine.segments import hearing, lookup
from chalicelib.engine.timers import Timer
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.storage.plan import Write

LIST_TIMER: Final = "add_to_list"


def recheck(ctx: Context, delivery: Delivery) -> Stop:
    """Return what speaks against sending a mail of an automation now; it waits for what goes by itself."""
    return _shortly(mails.permitted(ctx, delivery))


def _shortly(stop: Stop) -> Stop:
    """Return a stop whose mail tries again soon when nothing says when."""
    return Later(stop.reason) if isinstance(stop, Later) and stop.at is None else stop


AUTOMATION_MAIL: Final = MailKind("automation_mail", Policy.CAMPAIGN, recheck=recheck, composed=mails.compose)


def _check_mail(ctx: Context, _: Object, parameters: Parameters) -> Parameters:
    try:
        template = definitions.get(ctx, templates.TEMPLATE, id=parameters["template"])
    except NotFound:
        raise InvalidInput.of("template", "unknown_template", "There is no such template.") from None
    sender = template.content.get("sender")
    if not sender:
        raise InvalidInput.of("template", "no_sender", "Say in the template in whose name the mail goes.")
    try:
        senders.usable(ctx, sender)
    except senders.DomainNotVerified as refused:
        raise InvalidInput.of("template", refused.code, refused.detail) from None
    return {"template": parameters["template"]}


def _send_mail(ctx: Context, moment: Moment, parameters: Parameters) -> Outcome:
    template = definitions.get(ctx, templates.TEMPLATE, id=parameters["template"])
    purpose = template.content.get("purpose") or templates.MARKETING
    verdict = consents.verdict(ctx, object=moment.object.plural, id=moment.row.id, purpose=purpose)
    if verdict.reason is not None and verdict.reason not in verdicts.PASSING:
        return Outcome(told={"template": template.id}, skipped=verdict.reason)
    about = {
        "object": moment.object.name,
        "plural": moment.object.plural,
        "id": moment.row.id,
        "automation": moment.automation,
        "purpose": purpose,
        "template": f"{template.id}@{template.version}",
    }
    planned = outbox.plan(ctx, kind=AUTOMATION_MAIL, run=moment.run, recipient=moment.step, to="", data={}, about=about)
    told = {"template": template.id, "version": template.version, "mail": f"{moment.run}.{moment.step}"}
    return Outcome([planned], told)


def _check_list(ctx: Context, object: Object, parameters: Parameters) -> Parameters:
    head = lookup.find(ctx, parameters["list"])
    if head is None or head.mode != lookup.STATIC:
        raise InvalidInput.of("list", "unknown_list", "Choose a list that is kept by hand.")
    if head.object != object.plural:
        raise InvalidInput.of("list", "other_object", f"This list is of {head.object}.")
    return {"list": parameters["list"]}


def _add_to_list(ctx: Context, moment: Moment, parameters: Parameters) -> Outcome:
    data = {"list": parameters["list"], "plural": moment.object.plural, "record": moment.row.id}
    row = timers.row(ctx, id=f"list:{moment.key}", kind=LIST_TIMER, due=ctx.now, data=data)
    return Outcome([row], {"list": parameters["list"]})


def put_on_list(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Ask for a record to be put on a list."""
    hearing.ask_to_list(ctx, object=timer.data["plural"], list=timer.data["list"], record=timer.data["record"])
    return ()


SEND_MAIL: Final = Action(
    name="send_mail",
    label=Label("Enviar un correo", "Send a mail"),
    parameters=(Parameter("template", "id", Label("Plantilla", "Template"), required=True, of="template"),),
    check=_check_mail,
    perform=_send_mail,
    needs_person=True,
)
ADD_TO_LIST: Final = Action(
    name="add_to_list",
    label=Label("Añadir a una lista", "Add to a list"),
    parameters=(Parameter("list", "id", Label("Lista", "List"), required=True, of="segment"),),
    check=_check_list,
    perform=_add_to_list,
)
