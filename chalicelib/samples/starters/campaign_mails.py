"""The mails of the campaigns to begin with, in both languages: a few blocks that a firm makes its own."""

from collections.abc import Mapping
from typing import Final

from chalicelib.samples.starters.mails import Words

_HELLO: Final = {
    "es": 'Hola, {{ person.first_name | default: "¿qué tal?" }}:',
    "en": 'Hello {{ person.first_name | default: "there" }},',
}

MAILS: Final[Mapping[str, Mapping[str, Words]]] = {
    "acquisition": {
        "es": Words(
            "Tu primer pedido",
            "Tu primer pedido con {{ firm.name }}",
            "Te lo ponemos fácil la primera vez.",
            "¿Empezamos?",
            (
                _HELLO["es"],
                "Nos dejaste tus datos y aún no has hecho tu primer pedido con {{ firm.name }}. Te lo ponemos fácil: "
                "dinos qué buscas y te proponemos por dónde empezar.",
                "Responde a este correo: lo lee una persona.",
            ),
        ),
        "en": Words(
            "Your first order",
            "Your first order with {{ firm.name }}",
            "We make the first time easy.",
            "Shall we begin?",
            (
                _HELLO["en"],
                "You left us your details and have not ordered from {{ firm.name }} yet. We make it easy: tell us what "
                "you are looking for, and we suggest where to begin.",
                "Answer this mail: a person reads it.",
            ),
        ),
    },
    "loyalty": {
        "es": Words(
            "Gracias por seguir con nosotros",
            "Gracias por contar con {{ firm.name }}",
            "Algo para quien ya nos conoce.",
            "Gracias por seguir con nosotros",
            (
                _HELLO["es"],
                "En el último año has contado con {{ firm.name }}, y queremos darte las gracias.",
                "Cuéntanos qué te hace falta ahora y te lo preparamos: responde a este correo y lo lee una persona.",
            ),
        ),
        "en": Words(
            "Thank you for staying with us",
            "Thank you for relying on {{ firm.name }}",
            "Something for those who know us.",
            "Thank you for staying with us",
            (
                _HELLO["en"],
                "You relied on {{ firm.name }} in the last year, and we want to thank you.",
                "Tell us what you need now and we get it ready: answer this mail, and a person reads it.",
            ),
        ),
    },
}
