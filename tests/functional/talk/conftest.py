"""A firm whose people talk."""

from tests.bar_pepe import bar, firm

__all__ = ["bar", "firm"]
