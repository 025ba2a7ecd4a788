"""The words of the mails that administration sends."""

from collections.abc import Mapping
from typing import Any, Final

from chalicelib.engine import mail_layout
from chalicelib.engine.outbox import Delivery, Mail, MailKind, Policy
from chalicelib.kernel.context import Context
from chalicelib.storage import directory

_INVITATION: Final = {
    "es": {
        "subject": "{inviter} te invita a {company} en Tendero",
        "heading": "Te esperan en {company}",
        "body": "{inviter} te ha invitado a trabajar en {company} con Tendero.",
        "button": "Aceptar la invitación",
        "code": "Código",
        "footnote": "La invitación caduca el {until}. Si no la esperabas, no hace falta que hagas nada.",
    },
    "en": {
        "subject": "{inviter} invites you to {company} on Tendero",
        "heading": "{company} is waiting for you",
        "body": "{inviter} has invited you to work at {company} with Tendero.",
        "button": "Accept the invitation",
        "code": "Code",
        "footnote": "The invitation expires on {until}. If you did not expect it, there is nothing to do.",
    },
}


def render_invitation(locale: str, data: Mapping[str, Any]) -> Mail:
    """Return the mail that brings an invitation's code."""
    words = _INVITATION[locale]
    facts = {name: data[name] for name in ("inviter", "company", "until")}
    return mail_layout.compose(
        locale,
        subject=words["subject"].format_map(facts),
        heading=words["heading"].format_map(facts),
        paragraphs=[words["body"].format_map(facts)],
        button=(words["button"], data["link"]),
        details=[(words["code"], data["code"])],
        footnote=words["footnote"].format_map(facts),
    )


def withdrawn(ctx: Context, delivery: Delivery) -> str | None:
    """Return why an invitation is not worth sending any more, or None: it was taken back, or accepted already."""
    return None if directory.get(ctx, directory.invite(delivery.recipient)) else "withdrawn"


INVITATION: Final = MailKind("invitation", Policy.SECURITY, render_invitation, recheck=withdrawn)
