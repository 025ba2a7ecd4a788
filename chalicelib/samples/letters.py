"""What the sample firm writes to its customers, and what its campaigns are about, in both languages. Data only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.samples.plan import Dice

Pair = tuple[str, str]

SENTENCE: Final = (
    "empresas de Madrid que no compran desde hace 3 meses y gastaron más de 500 €",
    "companies in Madrid that haven't bought in 3 months and spent more than 500 €",
)
LAPSED: Final = ("Buenos clientes que se van", "Good customers who are leaving")
EVERYBODY: Final = ("Todos los contactos", "All contacts")
WITH_ADDRESS: Final = {"field": "created_at", "op": "not_empty"}

_HELLO: Final = (
    'Hola, {{ person.first_name | default: "¿qué tal?" }}:',
    'Hello {{ person.first_name | default: "there" }},',
)


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail: what it is called, its subject and the line below it, its heading, paragraphs, and where it leads."""

    name: Pair
    subject: Pair
    preheader: Pair
    heading: Pair
    paragraphs: Sequence[Pair]
    button: Pair
    url: str

    def content(self, dice: Dice) -> dict[str, Any]:
        """Return the mail as a template is written, without a sender."""
        texts = [{"kind": "text", "html": f"<p>{dice.said(said)}</p>"} for said in (_HELLO, *self.paragraphs)]
        return {
            "language": dice.said(("es", "en")),
            "subject": dice.said(self.subject),
            "preheader": dice.said(self.preheader),
            "purpose": "marketing",
            "blocks": [
                {"kind": "heading", "text": dice.said(self.heading), "level": 1},
                *texts,
                {"kind": "button", "label": dice.said(self.button), "url": self.url},
            ],
        }


@dataclass(frozen=True, slots=True)
class Told:
    """A campaign: what it is called, what it is for, and what those who make it should know."""

    name: Pair
    goal: str
    brief: Pair


MAILS: Final[Mapping[str, Letter]] = {
    "autumn": Letter(
        ("Aceite nuevo", "New oil"),
        ("El aceite nuevo ya está en la almazara", "The new oil is in the mill"),
        ("Reserva tu primera cosecha antes de que se acabe.", "Reserve your first harvest while there is some."),
        ("Ha llegado el aceite nuevo", "The new oil has come"),
        (
            (
                "La cornicabra de este otoño es verde, amarga y con mucho cuerpo. Hay doscientas cajas.",
                "This autumn's cornicabra is green and bitter, with a lot of body. There are two hundred cases.",
            ),
            (
                "Hasta fin de mes te la servimos al precio del año pasado.",
                "Until the end of the month it is yours at last year's price.",
            ),
        ),
        ("Reservar mi aceite", "Reserve my oil"),
        "https://olmedo.example/aceite-nuevo",
    ),
    "hampers": Letter(
        ("Cestas de Navidad", "Christmas hampers"),
        ("Las cestas de este año, y cuándo pedirlas", "This year's hampers, and when to order them"),
        ("Tres tamaños, hechas a mano en Toledo.", "Three sizes, made by hand in Toledo."),
        ("Tus cestas, a tiempo", "Your hampers, in time"),
        (
            (
                "Mazapán, queso curado, aceite y vino: las montamos en Toledo y las llevamos a la puerta.",
                "Marzipan, cured cheese, oil and wine: made up in Toledo and brought to the door.",
            ),
            (
                "Si nos dices cuántas antes del día 10, llegan antes de Nochebuena.",
                "Tell us how many before the 10th and they arrive before Christmas Eve.",
            ),
        ),
        ("Ver las cestas", "See the hampers"),
        "https://olmedo.example/cestas",
    ),
    "spring": Letter(
        ("Cata de primavera", "Spring tasting"),
        ("¿Te guardamos sitio en la cata?", "Shall we keep you a seat at the tasting?"),
        ("Una tarde en el almacén, con los vinos del año.", "An afternoon in the warehouse with this year's wines."),
        ("Ven a probar los vinos del año", "Come and taste this year's wines"),
        (
            (
                "Abrimos doce botellas y os contamos de dónde viene cada una.",
                "We open twelve bottles and tell where each comes from.",
            ),
        ),
        ("Reservar mi sitio", "Keep my seat"),
        "https://olmedo.example/cata",
    ),
    "welcome": Letter(
        ("Bienvenida", "Welcome"),
        ("Te damos la bienvenida a {{ firm.name }}", "Welcome to {{ firm.name }}"),
        ("Gracias por querer saber de nosotros.", "Thank you for wanting to hear from us."),
        ("Te damos la bienvenida", "Welcome"),
        (
            (
                "Escribimos poco: cuando llega una cosecha y cuando hay algo que de verdad conviene.",
                "We write seldom: when a harvest comes in, and when something is really worth it.",
            ),
        ),
        ("Conocer la casa", "Get to know us"),
        "https://olmedo.example/la-casa",
    ),
}

CAMPAIGNS: Final[Mapping[str, Told]] = {
    "autumn": Told(
        ("Aceite nuevo de otoño", "Autumn's new oil"),
        "loyalty",
        (
            "Vender la primera cosecha a quien ya nos compra, antes de llevarla a las tiendas.",
            "Sell the first harvest to those who buy from us already, before it goes to the shops.",
        ),
    ),
    "hampers": Told(
        ("Cestas de Navidad", "Christmas hampers"),
        "loyalty",
        (
            "Que los hoteles y las tiendas pidan antes del día 10: después no damos abasto.",
            "Let hotels and shops order before the 10th: later we cannot keep up.",
        ),
    ),
    "spring": Told(
        ("Cata de primavera", "Spring tasting"),
        "event",
        (
            "Llenar la cata del almacén: cuarenta sitios.",
            "Fill the tasting in the warehouse: forty seats.",
        ),
    ),
}

WELCOME: Final = ("Bienvenida a quien nos deja escribirle", "Welcome to whoever lets us write")
WELCOME_SAYS: Final = (
    "A quien da permiso: un saludo y, a los cinco días, un aviso a su comercial para llamarle.",
    "To whoever permits it: a greeting and, five days later, word to their sales rep to call.",
)
GREET: Final = ("Acaba de darnos permiso: salúdale.", "Just let us write: say hello.")
CALL: Final = ("Hace cinco días que nos conoce: llámale.", "Has known us for five days: call.")
