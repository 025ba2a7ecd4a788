"""One page of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """``items``, and the ``cursor`` that continues after them, or None when nothing follows."""

    items: Sequence[T]
    cursor: str | None = None
