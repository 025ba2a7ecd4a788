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

_RESET: Final = {
    "es": {
        "subject": "Cambia tu contraseña de Tendero",
        "heading": "Una contraseña nueva",
        "body": "Alguien ha pedido una contraseña nueva para esta dirección. Si has sido tú, elígela aquí.",
        "button": "Elegir contraseña",
        "footnote": "El enlace sirve una vez y caduca en {minutes} minutos. Si no lo has pedido tú, no hagas nada: "
        "tu contraseña sigue siendo la misma.",
    },
    "en": {
        "subject": "Change your Tendero password",
        "heading": "A new password",
        "body": "Somebody has asked for a new password for this address. If it was you, choose one here.",
        "button": "Choose a password",
        "footnote": "The link works once and expires in {minutes} minutes. If you did not ask for it, do nothing: "
        "your password stays the same.",
    },
}
_CHANGED: Final = {
    "es": {
        "subject": "Tu contraseña de Tendero ha cambiado",
        "heading": "Contraseña cambiada",
        "body": "La contraseña de tu cuenta en {company} cambió el {at}. Hemos cerrado todas las demás sesiones.",
        "button": "No he sido yo",
        "footnote": "Si has sido tú, no hace falta que hagas nada.",
    },
    "en": {
        "subject": "Your Tendero password has changed",
        "heading": "Password changed",
        "body": "The password of your account at {company} changed on {at}. We have closed all other sessions.",
        "button": "It was not me",
        "footnote": "If it was you, there is nothing to do.",
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


def render_reset(locale: str, data: Mapping[str, Any]) -> Mail:
    """Return the mail that brings the code for a new password, in a link."""
    return _short(_RESET[locale], locale, {"minutes": data["minutes"]}, data["link"])


def render_changed(locale: str, data: Mapping[str, Any]) -> Mail:
    """Return the mail that tells that a password was changed."""
    return _short(_CHANGED[locale], locale, {"company": data["company"], "at": data["at"]}, data["link"])


def _short(words: Mapping[str, str], locale: str, facts: Mapping[str, Any], link: str) -> Mail:
    return mail_layout.compose(
        locale,
        subject=words["subject"],
        heading=words["heading"],
        paragraphs=[words["body"].format_map(facts)],
        button=(words["button"], link),
        footnote=words["footnote"].format_map(facts),
    )


def withdrawn(ctx: Context, delivery: Delivery) -> str | None:
    """Return why an invitation is not worth sending any more, or None: it was taken back, or accepted already."""
    return None if directory.get(ctx, directory.invite(delivery.recipient)) else "withdrawn"


INVITATION: Final = MailKind("invitation", Policy.SECURITY, render_invitation, recheck=withdrawn)
PASSWORD_RESET: Final = MailKind("password_reset", Policy.SECURITY, render_reset)
PASSWORD_CHANGED: Final = MailKind("password_changed", Policy.SECURITY, render_changed)
