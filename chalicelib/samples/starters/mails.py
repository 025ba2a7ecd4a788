"""The mails of the starters, in both languages: a few blocks that a firm makes its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

Blocks = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Words:
    """One mail in one language. ``paragraphs`` are rich text with merge fields."""

    name: str
    subject: str
    preheader: str
    heading: str
    paragraphs: Sequence[str]

    def content(self, language: str, *, purpose: str, sender: str) -> dict[str, Any]:
        """Return the mail as a template is written."""
        texts = [{"kind": "text", "html": f"<p>{paragraph}</p>"} for paragraph in self.paragraphs]
        return {
            "language": language,
            "subject": self.subject,
            "preheader": self.preheader,
            "purpose": purpose,
            "sender": sender,
            "blocks": [{"kind": "heading", "text": self.heading, "level": 1}, *texts],
        }


_HELLO: Final = {
    "es": 'Hola, {{ person.first_name | default: "¿qué tal?" }}:',
    "en": 'Hello {{ person.first_name | default: "there" }},',
}

MAILS: Final[Mapping[str, Mapping[str, Words]]] = {
    "welcome": {
        "es": Words(
            "Bienvenida",
            "Te damos la bienvenida a {{ firm.name }}",
            "Gracias por querer saber de nosotros.",
            "Te damos la bienvenida",
            (
                _HELLO["es"],
                "Gracias por querer saber de {{ firm.name }}. Te escribiremos poco, y solo cuando tengamos algo que "
                "contarte.",
                "Si necesitas algo, responde a este correo: lo lee una persona.",
            ),
        ),
        "en": Words(
            "Welcome",
            "Welcome to {{ firm.name }}",
            "Thank you for wanting to hear from us.",
            "Welcome",
            (
                _HELLO["en"],
                "Thank you for wanting to hear from {{ firm.name }}. We write seldom, and only when there is something "
                "to tell.",
                "If you need anything, answer this mail: a person reads it.",
            ),
        ),
    },
    "return": {
        "es": Words(
            "De vuelta",
            "Nos alegra verte de nuevo",
            "Hacía tiempo que no sabíamos de ti.",
            "Qué alegría verte de nuevo",
            (
                _HELLO["es"],
                "Hacía tiempo que no sabíamos de ti, y nos alegra que hayas vuelto.",
                "¿Ha cambiado algo? Cuéntanoslo respondiendo a este correo y te atenderemos mejor.",
            ),
        ),
        "en": Words(
            "Welcome back",
            "Good to see you again",
            "It has been a while.",
            "Good to see you again",
            (
                _HELLO["en"],
                "It has been a while, and we are glad that you are back.",
                "Has anything changed? Answer this mail and we will look after you better.",
            ),
        ),
    },
    "reminder": {
        "es": Words(
            "Recordatorio",
            "¿Te ayudamos a empezar?",
            "Seguimos a tu disposición.",
            "¿Te ayudamos a empezar?",
            (
                _HELLO["es"],
                "Hace unos días nos diste permiso para escribirte y aún no hemos podido ayudarte.",
                "Dinos qué buscas y te proponemos algo, sin compromiso.",
            ),
        ),
        "en": Words(
            "Reminder",
            "Can we help you to begin?",
            "We are here when you need us.",
            "Can we help you to begin?",
            (
                _HELLO["en"],
                "A few days ago you let us write to you, and we have not been able to help you yet.",
                "Tell us what you are looking for and we will suggest something, without obligation.",
            ),
        ),
    },
    "audience": {
        "es": Words(
            "Para ti",
            "{{ firm.name }} tiene algo para ti",
            "Lo hemos pensado para ti.",
            "Hemos pensado en ti",
            (
                _HELLO["es"],
                "Te escribimos porque creemos que te interesa. Cuenta aquí qué ofreces y por qué a estas personas.",
            ),
        ),
        "en": Words(
            "For you",
            "{{ firm.name }} has something for you",
            "We thought of you.",
            "We thought of you",
            (
                _HELLO["en"],
                "We write because we believe that this is for you. Say here what you offer, and why to these people.",
            ),
        ),
    },
    "everybody": {
        "es": Words(
            "Boletín",
            "Este mes en {{ firm.name }}",
            "Lo que ha pasado y lo que viene.",
            "Este mes en {{ firm.name }}",
            (_HELLO["es"], "Cuenta aquí lo que ha pasado este mes y lo que viene."),
        ),
        "en": Words(
            "Newsletter",
            "This month at {{ firm.name }}",
            "What happened, and what comes.",
            "This month at {{ firm.name }}",
            (_HELLO["en"], "Tell here what happened this month, and what comes next."),
        ),
    },
    "news": {
        "es": Words(
            "Novedades de producto",
            "Novedades de {{ firm.name }}",
            "Productos nuevos y mejorados.",
            "Novedades",
            (
                _HELLO["es"],
                "Tenemos productos nuevos. Añade aquí un bloque de productos y explica qué cambia para quien te lee.",
            ),
        ),
        "en": Words(
            "Product news",
            "What is new at {{ firm.name }}",
            "New and better products.",
            "What is new",
            (
                _HELLO["en"],
                "We have new products. Add a block of products here and say what changes for your readers.",
            ),
        ),
    },
    "plan": {
        "es": Words(
            "Gracias por tu compra",
            "Gracias por confiar en {{ firm.name }}",
            "Y aquí estamos para lo que necesites.",
            "Gracias por tu compra",
            (
                _HELLO["es"],
                "Gracias por confiar en {{ firm.name }}. Si algo no está como esperabas, responde a este correo y lo "
                "arreglamos.",
            ),
        ),
        "en": Words(
            "Thank you for your order",
            "Thank you for choosing {{ firm.name }}",
            "We are here for whatever you need.",
            "Thank you for your order",
            (
                _HELLO["en"],
                "Thank you for choosing {{ firm.name }}. If anything is not as you expected, answer this mail and we "
                "will put it right.",
            ),
        ),
    },
    "plan_check": {
        "es": Words(
            "¿Cómo te va?",
            "¿Cómo te va con lo que compraste?",
            "Cuéntanos, te leemos.",
            "¿Cómo te va?",
            (
                _HELLO["es"],
                "Ya hace unas semanas de tu compra. ¿Va todo como querías? Una línea nos basta: responde a este "
                "correo y la lee una persona.",
            ),
        ),
        "en": Words(
            "How is it going?",
            "How is it going with what you bought?",
            "Tell us, we read it.",
            "How is it going?",
            (
                _HELLO["en"],
                "It has been a few weeks since your order. Is all as you wanted it? A line is enough: answer this "
                "mail and a person reads it.",
            ),
        ),
    },
    "plan_year": {
        "es": Words(
            "Un año juntos",
            "Un año juntos: gracias",
            "¿Vemos qué necesitas este año?",
            "Un año juntos",
            (
                _HELLO["es"],
                "Hace un año que nos compraste por primera vez. Gracias. Si quieres, vemos juntos qué necesitas este "
                "año: responde y te llamamos.",
            ),
        ),
        "en": Words(
            "A year together",
            "A year together: thank you",
            "Shall we see what you need this year?",
            "A year together",
            (
                _HELLO["en"],
                "A year ago you bought from us for the first time. Thank you. If you like, let us see what you need "
                "this year: answer and we will call.",
            ),
        ),
    },
}
