"""Where somebody is: a city or a province, of their own or of whom they belong to."""

from dataclasses import dataclass

from chalicelib.engine.asking import trees
from chalicelib.engine.asking.deciding import Option, Unmeant
from chalicelib.engine.asking.ground import Ground
from chalicelib.engine.asking.lexing import Place
from chalicelib.engine.asking.trees import Node
from chalicelib.engine.catalogue import Object
from chalicelib.engine.objects import Label

PARTS = {
    "city": Label("ciudad", "city"),
    "region": Label("provincia", "province"),
    "city|region": Label("ciudad o provincia", "city or province"),
}


@dataclass(slots=True)
class Located:
    """That a record is, or is not, in one of some places, each with the word that names it."""

    object: Object
    places: list[tuple[Place, int]]
    negative: bool = False
    joint: str = "or"

    def node(self, ground: Ground) -> Node:
        """Return the condition; whether a name is that of a city or of its province is a choice.

        :raises Unmeant: when the object has no address and belongs to nobody who has one.
        """
        addresses = _addresses(ground, self.object)
        if not addresses:
            raise Unmeant("no_address")
        countries = [place.name for place, _ in self.places if place.kind == "country"]
        towns = [place.name for place, _ in self.places if place.kind != "country"]
        nodes: list[Node] = []
        if towns:
            nodes.append(self._in_towns(ground, addresses, towns))
        if countries:
            nodes.append(trees.one_of(f"{addresses[0][0]}.country", countries, negative=self.negative))
        return trees.joined("all" if self.negative else "any", nodes)

    def _in_towns(self, ground: Ground, addresses: list[tuple[str, Label]], towns: list[str]) -> Node:
        regions = all(place.kind == "region" for place, _ in self.places if place.kind != "country")
        order = ("region", "city", "city|region") if regions else ("city", "region", "city|region")
        options = [
            Option("|".join(f"{path}.{part}" for part in parts.split("|")), _called(PARTS[parts], whose))
            for path, whose in addresses
            for parts in (order if not whose.es else order[:2])
        ]
        chosen = ground.deciding.pick("place", options, at=self.places[0][1])
        nodes = [trees.one_of(path, towns, negative=self.negative) for path in chosen.split("|")]
        return trees.joined("all" if self.negative else "any", nodes)


def _called(part: Label, whose: Label) -> Label:
    return part if not whose.es else Label(f"{part.es} ({whose.es})", f"{part.en} ({whose.en})")


def has_places(ground: Ground, object: Object) -> bool:
    """Return whether an object has an address of its own."""
    return any(field.type == "address" for field in ground.fields(object).values())


def _addresses(ground: Ground, object: Object) -> list[tuple[str, Label]]:
    """Return the paths to the addresses of an object, its own first, each with whose it is."""
    own = [(name, Label("", "")) for name, field in ground.fields(object).items() if field.type == "address"]
    links = [
        (f"{link}.{name}", ground.fields(object)[link].label)
        for link, other in ground.links(object)
        if not link.startswith("converted")
        for name, field in ground.fields(other).items()
        if field.type == "address"
    ]
    return own + links
