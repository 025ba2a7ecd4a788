"""Conditions as they are being read: what was said, and how what follows may go on with it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from chalicelib.engine.asking import trees
from chalicelib.engine.asking.comparing import Valued
from chalicelib.engine.asking.deciding import Unmeant
from chalicelib.engine.asking.ground import Ground
from chalicelib.engine.asking.locating import Located
from chalicelib.engine.asking.relating import Compared
from chalicelib.engine.asking.trees import Node
from chalicelib.engine.asking.whens import When
from chalicelib.engine.catalogue import Object


@dataclass(slots=True)
class Clause:
    """One condition, as far as what follows may go on with it.

    ``meant`` is the condition, or values to which more may be added. ``again`` makes it anew of another figure,
    ``lately`` of another time, and ``within`` adds a condition to the records that it was about.
    ``words`` are where it stands in the sentence.
    """

    meant: "Valued | Located | Node"
    negative: bool = False
    again: Callable[[Compared], "Clause"] | None = None
    lately: Callable[[When, int], Node] | None = None
    inner: Object | None = None
    within: "Callable[[Node], Clause] | None" = None
    beside: list["Clause"] = field(default_factory=list)
    words: tuple[int, int] | None = None

    def node(self, ground: Ground) -> Node:
        """Return the condition, nothing left to follow."""
        try:
            own = self.meant.node(ground) if isinstance(self.meant, Valued | Located) else self.meant
        except Unmeant as unmeant:
            unmeant.words = unmeant.words or self.words
            raise
        return trees.joined("all", [own, *(clause.node(ground) for clause in self.beside)])
