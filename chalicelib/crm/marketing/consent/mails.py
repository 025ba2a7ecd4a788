"""The words of the mail that asks a person to confirm what they permit."""

from collections.abc import Mapping
from typing import Any, Final

from chalicelib.engine import mail_layout
from chalicelib.engine.outbox import Mail

_REQUEST: Final = {
    "es": {
        "subject": "Confirma que quieres recibir mensajes de {firm}",
        "heading": "Un clic y listo",
        "body": "Alguien, seguramente tú, ha pedido recibir en esta dirección: {what}.",
        "button": "Sí, quiero recibirlos",
        "footnote": "El enlace sirve durante {days} días. Si no lo has pedido tú, no hagas nada: no te escribiremos.",
    },
    "en": {
        "subject": "Confirm that you want to hear from {firm}",
        "heading": "One click and that is it",
        "body": "Somebody, probably you, has asked to receive at this address: {what}.",
        "button": "Yes, I want to receive them",
        "footnote": "The link works for {days} days. If it was not you, do nothing: we will not write to you.",
    },
}


def render_request(locale: str, data: Mapping[str, Any]) -> Mail:
    """Return the mail that brings the link by which a person permits something."""
    words = _REQUEST[locale]
    facts = {name: data[name] for name in ("firm", "what", "days")}
    return mail_layout.compose(
        locale,
        subject=words["subject"].format_map(facts),
        heading=words["heading"],
        paragraphs=[words["body"].format_map(facts), data["text"]],
        button=(words["button"], data["link"]),
        footnote=words["footnote"].format_map(facts),
        firm=data["firm"],
    )
